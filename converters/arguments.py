"""What may be written after ``referat``: the commands, their options, and wrong use told in Danish."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import re
from pathlib import Path
from typing import NoReturn

WRONG_USE = 2  # exit code


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; it ends the program on wrong use, with exit code 2."""
    top = _DanishParser(prog="referat", description="Gør kommunale referater til et websted.")
    commands = top.add_subparsers(
        dest="command", metavar="KOMMANDO", required=True, parser_class=_DanishParser
    )
    convert = commands.add_parser("convert", help="gør kilder (filer eller mapper) til sider")
    convert.add_argument("source", nargs="+", type=Path, metavar="KILDE", help="fil eller mappe")
    convert.add_argument(
        "--out", type=Path, default=Path("content"), metavar="MAPPE", help="her skrives siderne (content)"
    )
    convert.add_argument(
        "--municipality", type=_words, metavar="NAVN", help="kommunen, hvis kilden ikke siger det"
    )
    convert.add_argument(
        "--committee", type=_words, metavar="NAVN", help="udvalget, hvis kilden ikke siger det"
    )
    convert.add_argument(
        "--date", type=_date, metavar="ÅÅÅÅ-MM-DD", help="mødets dato, hvis kilden ikke siger den"
    )
    convert.add_argument("--report", type=Path, metavar="FIL", help="skriv, hvad der er udeladt og hvorfor")
    convert.add_argument(
        "--replace", action="store_true", help="skriv også sider om, som en person har rettet"
    )
    many = convert.add_mutually_exclusive_group()
    many.add_argument(
        "--workers",
        type=_workers,
        metavar="ANTAL",
        help="så mange kilder læses på én gang (så mange kerner, der er)",
    )
    many.add_argument(
        "--scheduler", metavar="ADRESSE", help="lad en Dask-klynge læse kilderne; den skal kunne se filerne"
    )
    explain = commands.add_parser("explain", help="vis, hvorfor hver linje blev til det, den blev")
    explain.add_argument("source", type=Path, metavar="KILDE", help="en fil")
    check = commands.add_parser("check", help="se siderne efter, før webstedet bygges")
    check.add_argument(
        "content", nargs="?", type=Path, default=Path("content"), metavar="MAPPE", help="siderne (content)"
    )
    check.add_argument(
        "--published",
        nargs="?",
        const="",
        metavar="UDGAVE",
        help="se, om rettelser er fortalt, siden den udgave i git, der er lagt ud "
        "(REFERAT_PUBLISHED, ellers origin/main, ellers HEAD)",
    )
    check.add_argument(
        "--allow",
        metavar="FIL[:LINJE]",
        help="dette er intet CPR-nummer: vis den linje, der skal i listen over undtagelser",
    )
    check.add_argument("--reason", type=_words, metavar="GRUND", help="hvorfor det ikke er et CPR-nummer")
    check.add_argument(
        "--sources", action="store_true", help="se kun, om kilderne i inbox må ligge, hvor alle kan læse dem"
    )
    _add_history(commands)
    audit = commands.add_parser("audit", help="se hele webstedet efter, når det er bygget")
    audit.add_argument(
        "site", nargs="?", type=Path, default=Path("site"), metavar="MAPPE", help="webstedet (site)"
    )
    audit.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="MAPPE",
        help="de sider, det er bygget af (content); her ligger det, der skal søges efter",
    )
    _add_delivery(commands)
    links = commands.add_parser("links", help="spørg, om links til andre hjemmesider stadig virker")
    links.add_argument(
        "site", nargs="?", type=Path, default=Path("site"), metavar="MAPPE", help="webstedet (site)"
    )
    for gate in (check, audit, links):
        gate.add_argument("--json", action="store_true", help="skriv det fundne som JSON, til programmer")
        gate.add_argument("--sarif", type=Path, metavar="FIL", help="skriv det fundne som SARIF i en fil")
    return top


def _add_delivery(commands: argparse._SubParsersAction[_DanishParser]) -> None:
    """Add what brings new pages in, and a finished site out."""
    propose = commands.add_parser("propose", help="læg nye sider op på en gren, og åbn et forslag med dem")
    propose.add_argument(
        "content", nargs="?", type=Path, default=Path("content"), metavar="MAPPE", help="siderne (content)"
    )
    publish = commands.add_parser("publish", help="læg et færdigt websted ud, hvor læserne henter det")
    publish.add_argument(
        "target", metavar="STED", help="en mappe, vært:mappe (rsync), s3://spand/mappe eller branch:gren"
    )
    publish.add_argument("--site", type=Path, default=Path("site"), metavar="MAPPE", help="webstedet (site)")
    sbom = commands.add_parser("sbom", help="skriv, hvilke pakker webstedet er bygget med (CycloneDX)")
    sbom.add_argument("file", type=Path, metavar="FIL", help="filen, der skal skrives")


def _add_history(commands: argparse._SubParsersAction[_DanishParser]) -> None:
    """Add what a clerk does to pages that were published already."""
    correct = commands.add_parser("correct", help="fortæl læserne, at offentliggjorte sider er rettet")
    correct.add_argument("page", nargs="+", type=Path, metavar="SIDE", help="sidens fil, eller en mappe")
    correct.add_argument(
        "--note", required=True, type=_words, metavar="TEKST", help="hvad er rettet, og hvorfor"
    )
    correct.add_argument(
        "--no-words", action="store_true", help="vis ikke de gamle ord (f.eks. om en person)"
    )
    correct.add_argument("--published", metavar="UDGAVE", help="den udgave i git, der er lagt ud")
    withdraw = commands.add_parser("withdraw", help="tag en offentliggjort side ned, og sig hvorfor")
    withdraw.add_argument("page", type=Path, metavar="SIDE", help="sidens fil; et mødes er index.md")
    withdraw.add_argument(
        "--reason", required=True, type=_words, metavar="TEKST", help="grunden, til læserne"
    )
    withdraw.add_argument("--keep-title", action="store_true", help="lad overskriften stå")
    for command in (correct, withdraw):
        command.add_argument("--date", type=_date, metavar="ÅÅÅÅ-MM-DD", help="dagen (i dag)")
        command.add_argument(
            "--content", type=Path, default=Path("content"), metavar="MAPPE", help="siderne (content)"
        )


class _DanishParser(argparse.ArgumentParser):
    """An argument parser whose messages a clerk can read."""

    # What argparse says, and the same in Danish; the text after it stays.
    PHRASES = (
        (r"the following arguments are required: ", "der mangler "),
        (r"unrecognized arguments: (.*)", r"\1 kan ikke bruges her"),
        (
            r"argument KOMMANDO: invalid choice: (.*) \(choose from (.*)\)",
            r"\1 er ikke en kommando; vælg mellem \2",
        ),
        (r"argument (.*): expected one argument", r"\1 mangler sin værdi"),
        (r"argument (.*): not allowed with argument (.*)", r"\1 kan ikke bruges sammen med \2"),
        (r"^argument ", ""),
    )

    def __init__(self, *, prog: str, description: str | None = None, **_: object) -> None:
        super().__init__(prog=prog, description=description, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "det skal du skrive", "det kan du tilføje"
        self.add_argument("-h", "--help", action="help", help="vis denne hjælp")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used, and end with exit code 2."""
        for phrase, danish in self.PHRASES:
            message = re.sub(phrase, danish, message)
        help_at = f"{self.prog} --help" if " " in self.prog else f"{self.prog} KOMMANDO --help"
        self.exit(WRONG_USE, f"Forkert brug: {message}.\n{self.format_usage()}Mere hjælp: {help_at}\n")

    def format_usage(self) -> str:
        return _in_danish(super().format_usage())

    def format_help(self) -> str:
        return _in_danish(super().format_help())


def _in_danish(usage: str) -> str:
    """Translate the word before the use of a command, and line up the lines under it with the new word."""
    first, blank, rest = usage.partition("\n\n")
    shorter = len("usage: ") - len("Brug: ")
    lines = [line.removeprefix(" " * shorter) for line in first.splitlines(keepends=True)]
    return "".join(lines).replace("usage: ", "Brug: ", 1) + blank + rest


def _words(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("teksten er tom")
    return " ".join(text.split())


def _workers(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not int(text):
        raise argparse.ArgumentTypeError(f"{text} er ikke et antal fra 1 og op")
    return int(text)


def _date(text: str) -> str:
    with contextlib.suppress(ValueError):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text).isoformat()
    raise argparse.ArgumentTypeError(f"{text} er ikke en dato i kalenderen; skriv den som 2026-03-05")
