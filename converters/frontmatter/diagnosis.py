"""Says of a line that YAML cannot read why, and what to write instead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from converters.frontmatter.flaws import Flaw
from converters.frontmatter.reading import SMART_QUOTES

LONGEST_LINE = 1_000  # characters of a line that is looked at closely
LONGEST_SHOWN = 90  # characters of a line that a hint repeats

_ENTRY = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>[\w.-]+)(?P<gap>\s*):(?P<space>[ \t]*)(?P<value>.*)")
_WORD = re.compile(r"\s*(?:- +)?(?P<key>[\w-]+)(?P<sign>[=;→\s]+)(?P<value>\S.*)")
# What may not stand first in a text without quotation marks.
_FIRST_SIGNS = (
    (SMART_QUOTES, "quotes", "Teksten efter »{key}:« står i skrå citationstegn ({sign})."),
    ("&*", "anchor", "Teksten efter »{key}:« begynder med {sign}, som er en henvisning."),
    ("!", "tag", "Teksten efter »{key}:« begynder med {sign}, som betyder noget andet."),
    ("@`%|>?,#-", "reserved-sign", "Teksten efter »{key}:« begynder med {sign}, som betyder noget andet."),
)
_PAIR = re.compile(r"(?P<key>[\w-]+):(?P<space> ?)(?P<value>[^,{}\[\]]*)")
_LONE_BACKSLASH = re.compile(r"\\[^\"\\/abefnrtv0N_LPuUx ]")
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SPOILT = re.compile(r"(?<=\S): |:$")

Diagnosis = tuple[str, str, str]
"""Code, problem and remedy."""


def diagnosed(lines: Sequence[str], first_line: int, otherwise: Flaw) -> Iterator[Flaw]:
    """Name the fault of each faulty line of an entry; ``otherwise`` if none of them is plainly faulty."""
    found = False
    for number, line in enumerate(lines, first_line):
        told = _of_line(line, is_first=number == first_line)
        if told:
            code, problem, hint = told
            yield Flaw(code=code, line=number, problem=problem, hint=hint)
            found = True
    if not found:
        yield otherwise


def pushed_in(key: str, line: int, *, has_tab: bool) -> Flaw:
    """A key that does not stand at the margin."""
    if has_tab:
        problem, hint = (
            f"Linjen »{key}« begynder med en tabulator.",
            "Slet den; linjen skal stå helt til venstre.",
        )
        return Flaw(code="tab", line=line, problem=problem, hint=hint)
    problem, hint = f"Linjen »{key}« er rykket ind.", "Slet mellemrummene foran den."
    return Flaw(code="indent", line=line, problem=problem, hint=hint)


def key_of(line: str) -> str | None:
    """The key that an entry seems to have, however it is written."""
    found = re.match(rf"[\s{SMART_QUOTES}\"'*&!-]*([\w-]+)", line)
    return found[1] if found else None


def in_quotes(text: str) -> str:
    """A text as it may stand in front matter whatever is in it, cut if it is long."""
    shown = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
    return json.dumps(shown, ensure_ascii=False)


def _of_line(line: str, *, is_first: bool) -> Diagnosis | None:
    if len(line) > LONGEST_LINE:
        return None
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "tab", "Linjen begynder med en tabulator.", "Brug mellemrum i stedet for tabulator."
    if _CONTROL.search(line):
        shown = _shown(_CONTROL.sub("", line).strip())
        return "invisible", "Linjen har et usynligt tegn i sig.", f"Slet hele linjen, og skriv: {shown}"
    entry = _ENTRY.fullmatch(line)
    if entry is None:
        return _without_colon(line) if is_first or not line.startswith(" ") else _of_row(line)
    key, value = entry["key"], entry["value"].strip()
    if value and not entry["space"]:
        return "colon", f"Der mangler et mellemrum efter »{key}:«.", f"Skriv: {key}: {_shown(value)}"
    return _of_value(key, value)


def _without_colon(line: str) -> Diagnosis | None:
    word = _WORD.fullmatch(line)
    if word:
        key, value = word["key"], word["value"].strip()
        return "colon", f"Der mangler et kolon efter »{key}«.", f"Skriv: {key}: {_shown(value)}"
    stripped = line.strip()
    if re.fullmatch(r"[\w-]+", stripped):
        return (
            "colon",
            f"Der mangler et kolon efter »{stripped}«.",
            f"Skriv: {stripped}: og værdien, eller slet linjen.",
        )
    return None


def _of_row(line: str) -> Diagnosis | None:
    row = line.strip()
    if row.startswith("-") and not row.startswith("- "):
        return "indent", "Der mangler et mellemrum efter bindestregen.", f"Skriv: - {_shown(row[1:])}"
    return _of_flow(row.removeprefix("- ").strip()) if row.removeprefix("- ")[:1] in "{[" else None


def _of_value(key: str, value: str) -> Diagnosis | None:
    if value[:1] in {"{", "["}:
        return _of_flow(value)
    if value[:1] in {'"', "'"}:
        return _of_quotes(key, value)
    instead = f"Sæt hele teksten i citationstegn: {key}: {in_quotes(value)}"
    for signs, code, problem in _FIRST_SIGNS:
        if value and value[0] in signs:
            inner = value.strip(SMART_QUOTES) if code == "quotes" else value
            return (
                code,
                problem.format(key=key, sign=value[0]),
                instead.replace(in_quotes(value), in_quotes(inner)),
            )
    if _SPOILT.search(value):
        return "colon", f"Der står et kolon i teksten efter »{key}:«.", instead
    return None


def _of_quotes(key: str, value: str) -> Diagnosis | None:
    sign = value[0]
    whole = _QUOTED.match(value)
    rest = value[whole.end() :].strip() if whole else ""
    has_both = len(value) > 1 and value.endswith(sign)
    instead = f"Skriv: {key}: {in_quotes(value[1:-1] if has_both else value if rest else value[1:])}"
    if sign == '"' and _LONE_BACKSLASH.search(value):
        return "quotes", f"Der står en omvendt skråstreg i teksten efter »{key}:«.", instead
    if whole is None:
        problem = f"Teksten efter »{key}:« begynder med et citationstegn, men slutter ikke med et."
        return "quotes", problem, instead
    if rest and not rest.startswith("#"):
        return "quotes", f"Der står citationstegn inde i teksten efter »{key}:«.", instead
    return None


def _of_flow(value: str) -> Diagnosis | None:
    """A row in braces, or a list in brackets, on one line."""
    bare = _QUOTED.sub('""', value)
    if bare.count('"') % 2:
        return (
            "quotes",
            "Der mangler et citationstegn i rækken.",
            "Sæt citationstegn både før og efter teksten.",
        )
    for opening, closing in ("{}", "[]"):
        missing = bare.count(opening) - bare.count(closing)
        if missing:
            sign = closing if missing > 0 else opening
            where = "sidst" if missing > 0 else "først"
            return "brackets", f"Der mangler et {sign} {where} i rækken.", f"Sæt et {sign} {where}."
    for pair in _PAIR.finditer(bare):
        key, text = pair["key"], pair["value"].strip()
        if text and not pair["space"]:
            return (
                "colon",
                f"Der mangler et mellemrum efter »{key}:« i rækken.",
                f"Skriv: {key}: {_shown(text)}",
            )
        if text[:1] not in "\"'" and (told := _of_value(key, text)):
            return told
    return None


def _shown(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
