"""What a document's own lines can tell of the meeting as a whole, gathered once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.attendance import attendance_label, persons, ticked
from converters.dates import find_dates, find_times
from converters.fold.access import is_closed
from converters.fold.side_by_side import people_in_columns
from converters.segment.bodies import bodies_in, is_body
from converters.segment.front import front_label
from converters.segment.labels import unbullet
from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from converters.blocks import Line
    from converters.segment.outline import Outline

FRONT_LINES = 120  # lines of a front page that are read for facts
UNDER_TITLE = 3  # lines under the title of a paper of one item
HEAD_LINES = 25  # of them, those that can name the paper
LONGEST_NAME = 100  # characters of a committee's name behind its label
# Calls the paper what it is: "Referat fra møde i ...".  A room to meet in is no paper.
NAMES_PAPER = re.compile(r"\b(?:referat|dagsorden|protokol|møde(?!lokale|rum|sal))", re.IGNORECASE)
COLUMNS = re.compile(r"\s{3,}")  # how readers print that a line jumps to another column
# "Referat fra byrådsmøde", "Havneudvalgsmøde den 5. marts"
HELD_BY = re.compile(r"\b(?P<body>\w{2,40}(?P<kind>råd|udvalg|bestyrelse))smødet?\b", re.IGNORECASE)
DEFINITE = {"råd": "et", "udvalg": "et", "bestyrelse": "n"}
CLOCK = re.compile(r"^\d{1,2}[.:]\d\d")
# "Havnemøderne holdes kl. 16, med mindre andet er angivet": of every meeting, and so of none
OF_EVERY = re.compile(
    r"\bmed ?mindre andet\b|\b(?:normalt|sædvanligvis|som (?:hoved)?regel)\b"
    r"|\b\w*møderne\b.{0,60}\b(?:af)?holdes\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The front page's lines, its labelled values, running lines, and the decisions' own labels.

    ``frame`` holds the lines of the web page around the minutes.
    ``heads`` holds committee and date of each decision's label, earlier committees' left out.
    """

    outline: Outline
    front: tuple[str, ...]
    named: Mapping[str, str]
    running: tuple[str, ...]
    frame: tuple[str, ...]
    heads: tuple[tuple[str, str | None], ...]
    file: str


def gather(outline: Outline, file: str) -> Evidence:
    """Gather the evidence of a document; ``file`` is its name."""
    front = tuple(
        _texts_of(
            [outline.lines[i] for i in range(min(outline.front_end, FRONT_LINES)) if _is_front(outline, i)]
        )
    )
    told = [part for part in outline.parts if not part.listed_only]
    if len(told) == 1 and not is_closed(outline, told, None):
        # A portal's page of one item says under the title which meeting it was; its menu may name others.
        part = told[0]
        front += tuple(
            outline.lines[index].text for index in part.body()[:UNDER_TITLE] if index not in outline.marks
        )
    return Evidence(
        outline=outline,
        front=front,
        named=_named(front),
        running=_of_roles(outline, {Role.FOOTER, Role.HEADER}),
        frame=_of_roles(outline, {Role.CHROME}),
        heads=_decision_heads(outline),
        file=file,
    )


def _of_roles(outline: Outline, roles: set[Role]) -> tuple[str, ...]:
    return tuple(
        text
        for index, mark in outline.marks.items()
        if mark.role in roles
        for text in _texts(outline.lines[index])
    )


def _texts_of(lines: Sequence[Line]) -> Iterator[str]:
    """Give the texts of the front page's lines, people who stand side by side column by column."""
    place = 0
    while place < len(lines):
        columns = people_in_columns(lines, place)
        if columns is None:
            yield from _texts(lines[place])
            place += 1
        else:
            texts, place = columns
            yield from texts


def _texts(line: Line) -> Iterator[str]:
    """Give the texts of a line of the front page, those of cells and columns each for itself.

    A table is a list of names in columns, ticks who came, or has a person, a party and a presence in each
    row.
    """
    if line.table is None:
        yield from COLUMNS.split(line.text) if line.continues is not None else (line.text,)
        return
    rows = [row for row in (line.table.header, *line.table.rows) if any(row)]
    said = ticked(rows)
    yield from said
    for row in () if said else rows:
        cells = [cell for cell in row if cell]
        if sum(bool(persons(cell)) for cell in cells) * 2 > len(cells):
            yield from cells
        elif cells:
            yield ", ".join(cells)


def _is_front(outline: Outline, index: int) -> bool:
    mark = outline.marks.get(index)
    return mark is None or mark.role not in {Role.CONTENTS, Role.CHROME, Role.STAMP, Role.PAGE_NUMBER}


def _named(front: Sequence[str]) -> dict[str, str]:
    """Read labelled lines; a label alone takes the next line, unless that is a label itself."""
    found: dict[str, str] = {}
    for place, text in enumerate(front):
        label = front_label(unbullet(text))
        if label is None:
            continue
        name, value = label
        following = front[place + 1] if place + 1 < len(front) else ""
        if not value and following and front_label(following) is None and attendance_label(following) is None:
            value = following.lstrip(": ")  # the colon may stand in the value's column
        if value and name not in found and _believed(name, value):
            found[name] = value
    return found


def _believed(name: str, value: str) -> bool:
    if name == "date":
        return bool(find_dates(value))
    if name in {"time", "end"}:
        return bool(find_times(value)) or bool(CLOCK.match(value))
    if name == "committee":
        return value[0].isupper() and len(value) < LONGEST_NAME and (is_body(value) or not find_dates(value))
    return front_label(value) is None  # "MØDESTED:     MØDEDATO:" are labels side by side


def _decision_heads(outline: Outline) -> tuple[tuple[str, str | None], ...]:
    """Give committee and date of the decisions' labels, earlier bodies' decisions left out.

    Where the meeting's own decisions name nobody, what is named outside of them is an earlier body's.
    """
    found = []
    unnamed = any(
        mark.role is Role.DECISION and mark.name == "decision"
        for part in outline.parts
        for index in part.lines()
        if (mark := outline.marks.get(index)) is not None
    )
    for part in outline.parts:
        inside = None
        for index in part.lines():
            mark = outline.marks.get(index)
            if mark is not None and mark.role in {Role.SECTION, Role.DECISION}:
                inside = mark.role
            if mark is None or mark.role not in {Role.DECISION, Role.BODY_DECISION} or not mark.label:
                continue
            if unnamed and mark.role is Role.BODY_DECISION and inside is not Role.DECISION:
                continue
            if mark.name and mark.name != "decision" and " fra " not in mark.label[:20]:
                dates = find_dates(mark.label)
                found.append((mark.name, dates[0].date if dates else None))
    return tuple(found)


def bodies_named(text: str) -> tuple[str, ...]:
    """Find bodies in a heading; there even a small letter names one: "referat fra byrådet"."""
    found = bodies_in(text)
    if found:
        return tuple(
            re.sub(r"s$", "", body) if body.endswith(("ets", "ens", "åds")) else body for body in found
        )
    small = re.search(
        r"\b(?:fra|i|for) (?:mødet? i )?(?P<body>byrådet|kommunalbestyrelsen|[a-zæøå]+udvalget)s?\b", text
    )
    if small:
        return (small["body"].capitalize(),)
    held = HELD_BY.search(text)
    return (held["body"].capitalize() + DEFINITE[held["kind"].casefold()],) if held else ()
