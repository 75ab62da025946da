"""Fields: a label with its value beside it, or on the line below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from converters.blocks import Line
from converters.case_numbers import is_case_number
from converters.lexicon import alternatives, danish, fold
from converters.segment.answers import answer_of
from converters.segment.bodies import is_body
from converters.segment.closed import is_closed_value
from converters.segment.marks import Mark, Marks, Role

LONGEST_LABEL = 60  # characters
# "Sag 306-2026-1020     Dok. 306-2026-90011", and nothing behind the number but the next field
NUMBERED = r"(?-i:Sag|Dok\.)(?=\s+\d{2,4}[-/]\d[\d/-]{2,20}(?:\s{2,}|\s+(?-i:Dok\.|Initialer)|\s*$))"
OPENNESS_COLUMN = re.compile(r"^(?P<value>.*?)\s{2,}(?P<word>\S+(?: \S+)?)$")


@cache
def _field_label() -> re.Pattern[str]:
    labels = alternatives(tuple(danish().fields))
    return re.compile(rf"(?<![\w-])(?P<label>{labels}|{NUMBERED})(?P<joint>\s*:\s*|\s+|$)", re.IGNORECASE)


def _name(label: str) -> str:
    """Give the lexicon's word for a label: "Sag" and "Dok." are labels where a number alone stands behind."""
    return danish().fields.get(fold(label)) or (
        "document_number" if label.startswith("Dok") else "case_number"
    )


def field_of(text: str) -> Mark | None:
    """Read a line that begins with a field's label, None if it does not."""
    pattern = _field_label()
    match = pattern.match(text)
    if match is None or len(text) > 200:
        return None
    asked = answer_of(text, whole=False)
    if asked is not None:
        return asked
    colon = ":" in match["joint"]
    rest = text[match.end() :]
    name = _name(match["label"])
    if (
        not colon
        and not match["label"].endswith(".")
        and rest
        and not is_case_number(rest.split(",")[0].split(" ")[0])
        and name != "decided_by"
    ):
        return None
    if not colon and name == "decided_by" and rest and not is_body(rest.rstrip(".")):
        return None
    if name == "openness":
        return _openness(text, rest)
    return Mark(
        role=Role.FIELD,
        why=f"felt: {danish().names[name]}",
        label=match["label"].rstrip(),
        name=name,
        text=rest or None,
    )


def _openness(text: str, value: str) -> Mark | None:
    if fold(value) in danish().closed_marks or is_closed_value(value):
        return Mark(role=Role.CLOSED, why="felt om åbenhed", label=text)
    if fold(value) in danish().open_marks:
        return Mark(role=Role.OPEN, why="felt om åbenhed", label=text)
    return None


def field_values(text: str) -> tuple[tuple[str, str, str], ...]:
    """Split a line of fields ("Sagsid.: 13/18514, Initialer: dlj") into names, labels and values."""
    matches = [
        m
        for m in _field_label().finditer(text)
        if m.start() == 0
        or ":" in m["joint"]
        or text.endswith("  ", 0, m.start())
        # "Sagsnr. 2026-41 J.nr. 13.06"
        or (m["label"].endswith(".") and text[m.end() : m.end() + 1].isdigit())
    ]
    ends = [m.start() for m in matches[1:]] + [len(text)]
    rows: list[tuple[str, str, str]] = []
    for match, end in zip(matches, ends, strict=True):
        label, value = text[match.start() : match.end()].strip(" :"), text[match.end() : end].strip(" ,;")
        beside = OPENNESS_COLUMN.match(value)
        word = beside["word"] if beside and fold(beside["word"]) in danish().open_marks else None
        rows.append((_name(match["label"]), label, beside["value"] if beside and word else value))
        if word:
            rows.append(("openness", "", word))
    return tuple(rows)


def bare_case_number(text: str) -> Mark | None:
    """Read a line that is a case number and nothing else."""
    if text.lstrip("(")[:1].isalnum() and is_case_number(text):
        return Mark(
            role=Role.FIELD, why="sagsnummer alene på linjen", label="", name="case_number", text=text
        )
    return None


def take_openness(lines: Sequence[Line], found: Marks, taken: Marks) -> None:
    """Mark the label above a word of openness, as "Status" in the margin beside "Lukket"."""
    for index, mark in list(found.items()):
        above = index - 1
        if mark.role not in {Role.OPEN, Role.CLOSED} or above < 0 or above in taken or above in found:
            continue
        text = lines[above].text
        if len(text) <= LONGEST_LABEL and danish().fields.get(fold(text.rstrip(": "))) == "openness":
            label = text.rstrip(": ")
            found[above] = Mark(role=Role.FIELD, why="felt om åbenhed", label=label, name="openness")


def take_values(lines: Sequence[Line], found: Marks, taken: Marks) -> None:
    """Mark the line under a field whose own line has no value, where that line can be a value."""
    for index, mark in list(found.items()):
        after = index + 1
        if mark.role is not Role.FIELD or mark.text or after >= len(lines) or after in taken:
            continue
        text = lines[after].text
        if after in found and found[after].label != "":  # a bare case number is a value here
            continue
        short = len(text) <= LONGEST_LABEL and len(text.split()) <= 6
        fits = is_case_number(text) if mark.name in {"case_number", "document_number"} else short
        if fits and (mark.name != "decided_by" or is_body(text.rstrip("."))):
            why = f"værdi af feltet over: {danish().names[mark.name or '']}"
            found[after] = Mark(role=Role.VALUE, why=why, name=mark.name, text=text)
