"""Lines that are labels: of sections, decisions, fields, and of openness."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from converters.case_numbers import is_case_number
from converters.dates import find_dates
from converters.lexicon import alternatives, danish, fold
from converters.segment.bodies import is_body
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

LONGEST_LABEL = 60  # characters
LONGEST_HEAD = 160  # characters of a decision's label with committee, date and item
# "• Sagsfremstilling": a web page's list gave its labels bullets.
BULLET = re.compile(r"^[•◦▪●\uf0b7\uf0a7*–-]\s+")
# "Kommunalbestyrelsens vedtagelse", whoever decided
DECIDES = re.compile(r"^[\w&, -]{3,40}s (?:beslutning|vedtagelse|afgørelse)$")
# "Byrådets beslutning den 26. november 2024"
BODYS_DECISION = re.compile(
    r"^(?P<body>[A-ZÆØÅ][\w&, -]{2,60}?)s (?:beslutning|vedtagelse|afgørelse)\b(?:,? (?:den|d\.))?"
)
AFTER_DATE = re.compile(r"(?:,?\s*(?:pkt\.?|punkt|sag nr\.?|nr\.)\s*\d+[a-z]?\s*)?:?(?=\s|$)")
LEAD = re.compile(r"^(?:i|fra|af|for|på|:)\s+")
TAIL = re.compile(
    r"[\s,:]+(?:den|d\.|af)?[\s,:]*$|[\s,:]+(?:den|d\.)?\s*(?:man|tirs|ons|tors|fre|lør|søn)dag\s*(?:den|d\.)?\s*$"
)
DATELESS = re.compile(r"^(?:i |fra )?(?P<body>[A-ZÆØÅ].{2,80}?)\s+den\s*(?P<colon>:?)(?:\s+|$)(?P<rest>.*)$")
GLUED_MIN = 2  # labels run into their text before the layout is believed to do so


def unbullet(text: str) -> str:
    """Take a leading bullet off."""
    return BULLET.sub("", text)


def find_labels(lines: Sequence[Line], taken: Marks) -> Marks:
    """Mark every line that reads like a label; ``taken`` lines are left alone."""
    glued = _glues(lines)
    found: Marks = {}
    for index, line in enumerate(lines):
        if index in taken or len(line.text) < 2:
            continue
        mark = label_of(line.text, glued=glued)
        if mark is not None:
            found[index] = mark
    _take_values(lines, found, taken)
    return found


def label_of(text: str, *, glued: bool = False) -> Mark | None:
    """Tell what label a line is, if any."""
    plain = unbullet(text)
    if not plain or not plain[0].isalpha():
        return _bare_case_number(plain)
    return (
        _openness(plain)
        or _whole_label(plain)
        or _decision_head(plain)
        or _field(plain)
        or _body_decision(plain)
        or _label_with_text(plain)
        or (_glued_label(plain) if glued else None)
    )


def _whole_label(text: str) -> Mark | None:
    if len(text) > LONGEST_LABEL or text.endswith((".", ",", ";")):
        return None
    name = danish().sections.get(fold(text)) or ("decision" if DECIDES.search(fold(text)) else None)
    if name is None:
        return None
    label = text.rstrip().rstrip(":").rstrip()
    role = Role.DECISION if name == "decision" else Role.SECTION
    return Mark(role=role, why=f"ordlisten: {danish().names[name]}", label=label, name=name)


@cache
def _starts_with_label() -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<label>{alternatives(tuple(danish().sections))})\s*:\s+(?P<rest>\S.*)$", re.IGNORECASE
    )


@cache
def _runs_into_text() -> re.Pattern[str]:
    words = {
        word: word
        for name in danish().sections
        for word in (
            name.capitalize(),
            name.capitalize().replace("Resume", "Resumé").replace("resume", "resumé"),
        )
    }
    return re.compile(rf"^(?P<label>{alternatives(tuple(words))})(?P<rest>(?:[A-ZÆØÅ]|- ).*)$")


def _label_with_text(text: str) -> Mark | None:
    match = _starts_with_label().match(text.replace("é", "e"))
    if match is None or text[0].islower():
        return None
    name = danish().sections[fold(match["label"])]
    label = text[: match.end("label")]
    role = Role.DECISION if name == "decision" else Role.SECTION
    return Mark(
        role=role,
        why=f"ordlisten: {danish().names[name]}, med tekst på linjen",
        label=label,
        name=name,
        text=text[match.start("rest") :],
    )


def _glued_label(text: str) -> Mark | None:
    match = _runs_into_text().match(text)
    if match is None:
        return None
    name = danish().sections[fold(match["label"])]
    role = Role.DECISION if name == "decision" else Role.SECTION
    return Mark(
        role=role,
        why=f"ordlisten: {danish().names[name]}, løbet sammen med teksten",
        label=match["label"],
        name=name,
        text=match["rest"],
    )


def _glues(lines: Sequence[Line]) -> bool:
    pattern = _runs_into_text()
    hits = 0
    for line in lines:
        hits += pattern.match(line.text) is not None
        if hits >= GLUED_MIN:
            return True
    return False


def _decision_head(text: str) -> Mark | None:
    """Read "Beslutning i Udvalget den 14-09-2020:" with or without its small words and its date."""
    own = _bodys_own(text)
    if own is not None:
        return own
    word = next(
        (
            w
            for w in danish().decision_words
            if text.startswith(w) and text[len(w) : len(w) + 1] in {" ", ":"}
        ),
        None,
    )
    if word is None:
        return None
    rest = text[len(word) :].lstrip(" :")
    skipped = len(text) - len(rest)
    head = rest[:LONGEST_HEAD]
    dates = find_dates(head)
    if dates:
        body = clean_body(head[: dates[0].start])
        if is_body(body) or (not body and dates[0].start < 6):
            after = AFTER_DATE.match(rest, dates[0].end)
            end = skipped + (after.end() if after else dates[0].end)
            return _decision(text, end, body, "nævner udvalg og dato")
    match = DATELESS.match(head)
    if match and is_body(match["body"]):
        return _decision(text, skipped + match.start("rest"), match["body"], "nævner udvalg, datoen mangler")
    body = clean_body(rest.rstrip(":"))
    if is_body(body) and len(rest) <= LONGEST_LABEL + 20 and not rest.endswith("."):
        return _decision(text, len(text), body, "nævner udvalg")
    return None


def _bodys_own(text: str) -> Mark | None:
    """Read "Byrådets beslutning den 26. november 2024", alone on its line or before a colon."""
    match = BODYS_DECISION.match(text[:LONGEST_HEAD])
    if match is None:
        return None
    dates = find_dates(text[:LONGEST_HEAD])
    end = dates[0].end if dates and dates[0].start <= match.end() + 5 else match.end()
    rest = text[end:]
    if rest.strip(" :.") and not rest.lstrip().startswith(":"):
        return None
    return _decision(text, len(text) - len(rest.lstrip(" :.")), match["body"], "nævner udvalg")


def _decision(text: str, end: int, body: str, why: str) -> Mark:
    label = text[:end].strip().rstrip(":").rstrip()
    rest = text[end:].strip()
    return Mark(
        role=Role.DECISION, why=f"beslutning, {why}", label=label, name=body or "decision", text=rest or None
    )


def clean_body(text: str) -> str:
    """Take the small words around a committee's name off: "i Byrådet den" gives "Byrådet"."""
    return TAIL.sub("", LEAD.sub("", text.strip())).strip(" ,:")


def _body_decision(text: str) -> Mark | None:
    """Read "Økonomiudvalget, den 12. marts 2019" that opens one committee's decision."""
    if len(text) > LONGEST_HEAD or not any(map(str.isdigit, text)):
        return None
    dates = find_dates(text[:LONGEST_HEAD])
    if not dates or dates[0].start < 4:
        return None
    body = clean_body(text[: dates[0].start])
    if not is_body(body) or text[dates[0].end :].strip(" :"):
        return None
    return Mark(
        role=Role.BODY_DECISION, why="udvalg og dato alene på linjen", label=text.rstrip(": "), name=body
    )


def _openness(text: str) -> Mark | None:
    words = danish()
    key = fold(text.strip("()[] "))
    if len(key) > LONGEST_LABEL:
        return None
    if key in words.closed_marks:
        return Mark(role=Role.CLOSED, why="ordlisten: lukket", label=text)
    if key in words.open_marks:
        return Mark(role=Role.OPEN, why="ordlisten: åben", label=text)
    return None


@cache
def _field_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<label>{alternatives(tuple(danish().fields))})(?P<joint>\s*:\s*|\s+|$)", re.IGNORECASE
    )


def _field(text: str) -> Mark | None:
    pattern = _field_label()
    match = pattern.match(text)
    if match is None or len(text) > 200:
        return None
    colon = ":" in match["joint"]
    rest = text[match.end() :]
    name = danish().fields[fold(match["label"])]
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
    if name == "openness" and fold(rest) not in danish().open_marks | danish().closed_marks:
        return None
    if name == "openness":
        role = Role.CLOSED if fold(rest) in danish().closed_marks else Role.OPEN
        return Mark(role=role, why="felt om åbenhed", label=text)
    return Mark(
        role=Role.FIELD,
        why=f"felt: {danish().names[name]}",
        label=match["label"].rstrip(),
        name=name,
        text=rest or None,
    )


def field_values(text: str) -> tuple[tuple[str, str, str], ...]:
    """Split a line of fields ("Sagsid.: 13/18514, Initialer: dlj") into names, labels and values."""
    matches = [m for m in _field_label().finditer(text) if m.start() == 0 or ":" in m["joint"]]
    ends = [m.start() for m in matches[1:]] + [len(text)]
    return tuple(
        (
            danish().fields[fold(match["label"])],
            text[match.start() : match.end()].strip(" :"),
            text[match.end() : end].strip(" ,;"),
        )
        for match, end in zip(matches, ends, strict=True)
    )


def _bare_case_number(text: str) -> Mark | None:
    if text[:1].isdigit() and is_case_number(text):
        return Mark(
            role=Role.FIELD, why="sagsnummer alene på linjen", label="", name="case_number", text=text
        )
    return None


def _take_values(lines: Sequence[Line], found: Marks, taken: Marks) -> None:
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
