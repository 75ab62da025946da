"""A thread through mammoth: each paragraph carries a number, and its line finds again what it was.

HTML has no place for a printed number, a page, a tracked deletion or the tenth rank of headings.  So a
paragraph's text begins with a number between two letters no text has, taken off again on its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from converters.blocks import CellLink, Furniture, Line, Link, Marker, Origin, Table
from converters.readers.markup_text import CLOSE, OPEN, STOP

KNOT = re.compile(f"{OPEN}(?P<number>[0-9]+){CLOSE}")
TIED = re.compile(rf"{KNOT.pattern}\s*")
UNSEEN = str.maketrans({OPEN: "\ufffd", CLOSE: "\ufffd", STOP: "\ufffd", "\u00ad": None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a paragraph is beyond its words; ``lead`` is its marker as text, for a cell of a table."""

    page: int
    starts_page: bool = False
    gap: int = 0
    level: int | None = None
    style: str = "p"
    marker: Marker | None = None
    lead: str = ""
    furniture: Furniture | None = None


def knot(number: int) -> str:
    """Give what the text of a paragraph begins with."""
    return f"{OPEN}{number}{CLOSE}"


def clean(text: str) -> str:
    """Take out of a text what could be taken for a knot, and hyphens that are not seen."""
    return text.translate(UNSEEN)


def untied(lines: Sequence[Line], marks: Sequence[Mark]) -> tuple[Line, ...]:
    """Take the numbers off the lines and say of each what its paragraph was."""
    found: list[Line] = []
    mark = Mark(page=1)
    for line in lines:
        tied = KNOT.search(line.text)
        fresh = tied is not None
        if tied is not None:
            mark = marks[min(int(tied["number"]), len(marks) - 1)]
        origin = Origin(page=mark.page, line=len(found) + 1)
        line = replace(  # noqa: PLW2901 - the same line, with its place
            line, origin=origin, pictures=tuple(replace(one, page=mark.page) for one in line.pictures)
        )
        if line.table is not None:
            found.append(_untied_table(line, line.table, mark, marks))
        else:
            found.append(_untied_text(line, mark, fresh=fresh))
    return tuple(found)


def _untied_text(line: Line, mark: Mark, *, fresh: bool) -> Line:
    text, links = _without(line.text, line.links, lambda _: "")
    return replace(
        line,
        text=text,
        links=links,
        level=mark.level if fresh else None,  # what stands below a title in its paragraph is none of it
        style=mark.style,
        furniture=mark.furniture,
        gap=max(mark.gap, line.gap) if fresh else line.gap,
        starts_page=mark.starts_page and fresh,
        marker=mark.marker if fresh else None,
    )


def _untied_table(line: Line, table: Table, mark: Mark, marks: Sequence[Mark]) -> Line:
    def lead(number: int) -> str:
        return marks[min(number, len(marks) - 1)].lead

    links: list[CellLink] = []
    rows = []
    first = 0 if table.header else 1
    laid: dict[tuple[int, int], list[Link]] = {}
    for one in table.links:
        laid.setdefault((one.row, one.column), []).append(one.link)
    for number, row in enumerate((table.header, *table.rows) if table.header else table.rows, start=first):
        cells = []
        for column, cell in enumerate(row):
            text, moved = _without(cell, tuple(laid.get((number, column), ())), lead)
            cells.append(text)
            links.extend(CellLink(row=number, column=column, link=link) for link in moved)
        rows.append(tuple(cells))
    header, body = (rows[0], rows[1:]) if table.header else ((), rows)
    return replace(
        line,
        text=" ".join(cell for row in rows for cell in row if cell),
        table=Table(header=header, rows=tuple(body), links=tuple(links)),
        links=(),
        starts_page=mark.starts_page,
        furniture=mark.furniture,
    )


def _without(text: str, links: tuple[Link, ...], lead: Callable[[int], str]) -> tuple[str, tuple[Link, ...]]:
    """Take the knots off a text, put a lead in the place of each, and move the links with their words."""
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []  # from this place on, words have moved by so much
    end = moved = 0
    for found in TIED.finditer(text):
        put = lead(int(found["number"]))
        parts += [text[end : found.start()], put]
        end = found.end()
        moved += len(put) - len(found[0])
        shifts.append((end, moved))
    if not shifts:
        return text, links
    parts.append(text[end:])

    def shifted(place: int) -> int:
        return place + next((by for start, by in reversed(shifts) if place >= start), 0)

    kept = []
    for link in links:
        start = link.start
        tied = TIED.match(text, start)
        if tied is not None:  # the link begins at the knot: its words begin after it
            start = tied.end()
        kept.append(Link(start=shifted(start), end=shifted(link.end), href=link.href))
    return "".join(parts), tuple(link for link in kept if link.start < link.end)
