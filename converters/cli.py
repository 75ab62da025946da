"""The commands: the only place that prints, catches errors and decides the exit code."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from converters.arguments import parser
from converters.errors import ReferatError, Unwritable
from converters.model import Access, Document

if TYPE_CHECKING:
    from converters.gates.problems import Problem
    from converters.ledger import LeftOut
    from converters.model import PublicMeeting
    from converters.pipeline import Conversion, Run

# Modules are imported by the command that needs them, so that each starts fast.
# ruff: noqa: PLC0415

CLEAN, REFUSED = 0, 1  # exit codes; wrong use has one of its own
WIDE_SCREEN = 160  # columns, where the screen does not tell
MOST_WORDS = 60  # left out, that are told one by one
_REFUSED = "afvist"
_IN_ORDER = ("omsat", "uændret", "sprunget over", _REFUSED)
STOPPED = 130  # what a shell expects of a command that was ended with Ctrl-C


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 all well, 1 something refused, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        # A screen that does not know a letter shows a question mark instead of stopping the command.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
    arguments = parser().parse_args(argv)
    commands = {"convert": _convert, "explain": _explain, "check": _check, "audit": _audit}
    try:
        return commands[arguments.command](arguments)
    except ReferatError as error:
        return _refuse(error)
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        print("Afbrudt. Intet er halvt skrevet; kør kommandoen igen.", file=sys.stderr)
        return STOPPED


def _convert(arguments: argparse.Namespace) -> int:
    from converters.fold import Said
    from converters.pipeline import Options, Run

    said = Said(municipality=arguments.municipality, committee=arguments.committee, date=arguments.date)
    options = Options(
        out=arguments.out, said=said, overwrite=arguments.replace, skip_unchanged=arguments.report is None
    )
    run = Run(options)
    counts: Counter[str] = Counter()
    ledger: list[str] = []
    for path in _sources(arguments.source):
        conversion = _convert_one(run, path)
        counts[_became(conversion)] += 1
        if conversion and arguments.report:
            ledger.append(_ledger(conversion))
    run.close()
    if arguments.report:
        _write_report(arguments.report, "".join(ledger))
        print(f"Regnskabet over det udeladte ligger i {arguments.report}.")
    if not counts:
        print("Afvist: der er ingen kilder at læse. Læg filer i mappen, og kør igen.", file=sys.stderr)
        return REFUSED
    print(_summary(counts, arguments.out))
    return REFUSED if counts[_REFUSED] else CLEAN


def _sources(given: Iterable[Path]) -> Iterable[Path]:
    from converters.pipeline import sources_in

    return dict.fromkeys(path for one in given for path in sources_in(one))


def _convert_one(run: Run, path: Path) -> Conversion | None:
    try:
        conversion = run.convert(path)
    except ReferatError as error:
        _refuse(error, path)
        return None
    for line in _told(conversion):
        print(line)
    return conversion


def _told(conversion: Conversion) -> Iterable[str]:
    """What a clerk wants to know of one source."""
    name = conversion.source
    if conversion.unchanged:
        yield f"{name}: uændret."
    for one in conversion.outdone:
        yield f"{name}: sprunget over, da {one.by} er nyere eller magen til. Se {one.folder}."
    for result in conversion.results:
        changed = len(result.written.changed) + len(result.written.dropped)
        news = f"{changed} {'side' if changed == 1 else 'sider'} ændret" if changed else "ingen sider ændret"
        yield f"{name}: {_what(result.of)} -> {result.written.place} ({news})"
    if conversion.results or conversion.unchanged:
        yield from (f"    Bemærk{_at(one.line)}: {one.message}" for one in conversion.findings)
        yield from _left_out(conversion.left_out)
    for written in (result.written for result in conversion.results):
        for page in written.edited:
            yield f"    Beholdt {written.folder}/{page}, som en person har rettet. --replace skriver den om."
        for page in written.deleted:
            yield f"    Undladt {written.folder}/{page}, som en person har slettet. --replace skriver den."
    yield from (f"    Flyttet fra {folder}." for folder in conversion.moved)
    yield from (
        f"    Bemærk: siderne i {folder} er fra den samme kilde. Slet mappen, hvis den er forkert."
        for folder in conversion.left_behind
    )


def _left_out(entries: Iterable[LeftOut]) -> Iterable[str]:
    """What of the source stands on no page: word for word while it is little, else how much of what."""
    from converters.ledger import WORD, Reason

    hidden = {Reason.CLOSED, Reason.HYPHEN}  # the one is nobody's to read, the other only joined
    texts = Counter(" ".join(entry.text.split()) for entry in entries if entry.reason not in hidden)
    words = sum(len(WORD.findall(text)) * times for text, times in texts.items())
    if words > MOST_WORDS:
        what = "sidehoveder, sidetal, indholdsfortegnelse o.l."
        yield f"    Ikke på siderne: {words} ord ({what}). Se dem med --report."
    elif texts:
        told = (f"»{text}«" + (f" ({times} gange)" if times > 1 else "") for text, times in texts.items())
        yield f"    Ikke på siderne: {', '.join(told)}."


def _what(made: PublicMeeting | Document) -> str:
    if isinstance(made, Document):
        return f"dokumentet »{made.title}«"
    items = len(made.items)
    closed = [item.number or str(item.position) for item in made.items if item.access is Access.CLOSED]
    when = f"{made.committee or 'ukendt udvalg'} {made.date or 'uden dato'}"
    shut = f", heraf {len(closed)} lukket (punkt {', '.join(closed)})" if closed else ""
    return f"{when}, {items} {'punkt' if items == 1 else 'punkter'}{shut}"


def _became(conversion: Conversion | None) -> str:
    if conversion is None:
        return _REFUSED
    if conversion.unchanged:
        return "uændret"
    return "omsat" if conversion.results else "sprunget over"


def _summary(counts: Counter[str], out: Path) -> str:
    told = ", ".join(f"{counts[what]} {what}" for what in _IN_ORDER if counts[what])
    total = counts.total()
    place = "" if counts[_REFUSED] == total else f" Siderne ligger i {out}."
    return f"{total} {'kilde' if total == 1 else 'kilder'}: {told}.{place}"


def _ledger(conversion: Conversion) -> str:
    from converters.ledger import as_json_lines

    return as_json_lines(conversion.left_out, conversion.source.name)


def _write_report(report: Path, text: str) -> None:
    try:
        report.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise Unwritable(
            "Regnskabet kan ikke skrives her.", where=str(report), hint="Vælg en anden fil med --report."
        ) from error


def _explain(arguments: argparse.Namespace) -> int:
    from converters.explain import explain

    for line in explain(arguments.source, shutil.get_terminal_size((WIDE_SCREEN, 40)).columns):
        print(line)
    return CLEAN


def _check(arguments: argparse.Namespace) -> int:
    from converters.gates.check import check

    return _judge(check(arguments.content), f"{arguments.content} kan offentliggøres.")


def _audit(arguments: argparse.Namespace) -> int:
    from converters.gates.audit import audit

    return _judge(audit(arguments.site), f"{arguments.site} er gennemgået uden fejl.")


def _judge(problems: Iterable[Problem], praise: str) -> int:
    errors = warnings = 0
    for problem in problems:
        errors += problem.blocks
        warnings += not problem.blocks
        print(problem, file=sys.stderr if problem.blocks else sys.stdout)
    noted = f" {warnings} advarsler." if warnings else ""
    print(f"{errors} fejl skal rettes.{noted}" if errors else f"{praise}{noted}")
    return REFUSED if errors else CLEAN


def _refuse(error: ReferatError, path: Path | None = None) -> int:
    source = f"{path}: " if path and path.name not in error.where else ""
    print(f"Afvist: {source}{error}", file=sys.stderr)
    return REFUSED


def _at(line: int | None) -> str:
    return f" (linje {line})" if line else ""
