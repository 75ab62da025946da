"""Lines that are labels: of sections, decisions, fields, and of openness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from converters.blocks import Line
from converters.lexicon import alternatives, danish, fold
from converters.segment.answers import answer_of, take_answers
from converters.segment.bodies import is_body
from converters.segment.closed import OF_BODY, WITH_NUMBER, is_closed_note, is_closed_value, speaks_of_it
from converters.segment.decision_labels import AUTHORITY, body_decision, decision_head, take_meetings
from converters.segment.fields import bare_case_number, field_of, take_openness, take_values
from converters.segment.marks import Mark, Marks, Role

LONGEST_LABEL = 60  # characters
# "• Sagsfremstilling": a web page's list gave its labels bullets.
BULLET = re.compile(r"^[•◦▪●\uf0b7\uf0a7*–-]\s+")
# "Kommunalbestyrelsens vedtagelse", whoever decided; "Til Byrådets afgørelse" stands over items
DECIDES = re.compile(r"^(?!til )[\w&, -]{3,40}s (?:beslutning|vedtagelse|afgørelse)$")
# "ÅBENT PUNKT – 05.01.10G01-0001", "Åbent - 05.02.01A07 - 2026/12345"
OPENNESS_AND_CASE = re.compile(
    r"^(?P<word>[^\W\d][\w -]{3,25}?)\s*[-–:,]\s*(?P<case>\d[\w./-]{4,24}(?:\s+[-–]\s+\d[\w./-]{3,24})?)$"
)
ANNEXES_OF = re.compile(
    r"^Bilag (?:til|for|i) (?:dette |dagsordens)?(?:punkt|punktet|pkt\.?|sag|sagen)"
    r"(?: ?nr\.?)?(?: \d+[a-z]?)?:?$"
)
# "Bilag (2)": how many stand below
COUNTED = re.compile(r"\s*\(\d{1,3}\)$")
GLUED_MIN = 2  # labels run into their text before the layout is believed to do so


def unbullet(text: str) -> str:
    """Take a leading bullet off."""
    return text if text[:1].isalpha() else BULLET.sub("", text)  # most lines begin with a letter


def find_labels(lines: Sequence[Line], taken: Marks) -> Marks:
    """Mark every line that reads like a label; ``taken`` lines are left alone."""
    glued = _glues(lines)
    found: Marks = {}
    under: str | None = None  # what the last label was of
    said: set[str] = set()  # who recommends, under a list of attachments
    for index, line in enumerate(lines):
        if index in taken or len(line.text) < 2:
            continue
        # Whether an item is open or closed may stand in a list; nothing else there is a label.
        mark = _openness(unbullet(line.text)) if _is_entry(line) else label_of(line.text, glued=glued)
        if mark is None and line.level is not None:
            mark = _recommends(line.text, found.get(index - 1)) or _annexes_of(line.text)
        # No attachment is called "Forvaltningen indstiller,": it is a label here, and in the other items.
        if mark is None and under == "attachments" and recommends(line.text):
            said.add(line.text)
        if mark is not None:
            found[index] = mark
            under = mark.name if mark.role in {Role.SECTION, Role.DECISION} else under
    for index, line in enumerate(lines) if said else ():
        if line.text in said and index not in taken and index not in found:
            mark = _recommends(line.text, found.get(index - 1))
            found |= {} if mark is None else {index: mark}
    take_openness(lines, found, taken)
    take_values(lines, found, taken)
    take_answers(lines, found)
    take_meetings(lines, found)
    return found


def _is_entry(line: Line) -> bool:
    """Tell whether the format itself made the line an entry of a list; in plain text it may be a label."""
    return line.marker is not None or (line.whole and BULLET.match(line.text) is not None)


def label_of(text: str, *, glued: bool = False) -> Mark | None:
    """Tell what label a line is, if any."""
    plain = unbullet(text)
    if not plain or not plain[0].isalpha():
        bracketed = _openness(plain) if plain else None
        return bracketed if bracketed and bracketed.role is Role.CLOSED else bare_case_number(plain)
    return (
        _openness(plain)
        or _whole_label(plain)
        or decision_head(plain)
        or field_of(plain)
        or body_decision(plain)
        or _label_with_text(plain)
        or (_glued_label(plain) if glued else None)
    )


def _recommends(text: str, above: Mark | None) -> Mark | None:
    """Read a heading such as "Forvaltningen indstiller," that is no sentence under the label itself."""
    if not recommends(text) or (above is not None and above.name == "recommendation"):
        return None
    return Mark(
        role=Role.SECTION,
        why=f"ordlisten: {danish().names['recommendation']}",
        label=text.rstrip(" :,"),
        name="recommendation",
    )


def _annexes_of(text: str) -> Mark | None:
    """Read a heading such as "Bilag til punkt 2" over the attachments."""
    if not ANNEXES_OF.match(text):
        return None
    why = f"ordlisten: {danish().names['attachments']}"
    return Mark(role=Role.SECTION, why=why, label=text.rstrip(" :"), name="attachments")


def recommends(text: str) -> bool:
    """Tell whether a line says who recommends and nothing more: "Forvaltningen indstiller,"."""
    return len(text) <= LONGEST_LABEL and _recommending().match(text) is not None


@cache
def _recommending() -> re.Pattern[str]:
    return re.compile(rf"^[A-ZÆØÅ][\w&, -]{{2,45}} (?:{alternatives(danish().recommends)})(?:,? at)?[,:]?$")


def _whole_label(text: str) -> Mark | None:
    if len(text) > LONGEST_LABEL or text.endswith((".", ",", ";")):
        return None
    name = danish().sections.get(fold(COUNTED.sub("", text))) or (
        "decision" if DECIDES.search(fold(text)) and not AUTHORITY.search(text) else None
    )
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
    # "Klima- og Miljøudvalget" is a name, and no label "Klima".
    return re.compile(
        rf"^(?P<label>{alternatives(tuple(words))})(?P<rest>(?:[A-ZÆØÅ]|- (?!(?:og|samt|eller) )).*)$"
    )


def _label_with_text(text: str) -> Mark | None:
    if ":" not in text or text[0].islower():
        return None
    match = _starts_with_label().match(text.replace("é", "e"))
    if match is None:
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


def _openness(text: str) -> Mark | None:
    words = danish()
    if is_closed_note(text) or _closes_with(text):
        return Mark(role=Role.CLOSED, why="siger, at punktet er lukket", label=text)
    key = fold(text.strip("()[] .*"))
    if len(key) > LONGEST_LABEL:
        return None
    if key in words.closed_marks or is_closed_value(text.strip("()[] .*")):
        return Mark(role=Role.CLOSED, why="ordlisten: lukket", label=text)
    if key in words.open_marks:
        return Mark(role=Role.OPEN, why="ordlisten: åben", label=text)
    with_case = OPENNESS_AND_CASE.match(text)
    return answer_of(text) if with_case is None else _openness(with_case["word"])


def _closes_with(text: str) -> bool:
    """Tell whether a line is a case's number or a committee, and a mark: "Havneudvalget, Lukket punkt"."""
    if len(text) > LONGEST_LABEL + 20 or not speaks_of_it(text):
        return False
    match = OF_BODY.match(text)
    return WITH_NUMBER.match(text) is not None or (match is not None and is_body(match["body"]))
