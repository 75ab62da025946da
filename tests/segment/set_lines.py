"""Lines as a reader gives them that knows paragraphs, headings and lists, made in code."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from converters.blocks import Content, Line, Link, Origin, Picture, Reading, Table
from converters.fold import understand
from converters.model import Meeting, Source
from converters.segment.content import Composer
from converters.segment.typeset import settle

FIRST = Origin(page=1, line=1)


def line(text: str, **said: Any) -> Line:  # noqa: ANN401 - what a line can say, as Line itself checks
    """A line that begins a paragraph, unless it says otherwise."""
    return Line(text=text, origin=FIRST, **{"continues": False, **said})


def heading(text: str, level: int, **said: Any) -> Line:  # noqa: ANN401 - as above
    """A heading of a rank."""
    return line(text, level=level, gap=1, **said)


def tabled(*rows: tuple[str, ...], header: tuple[str, ...] = (), **said: Any) -> Line:  # noqa: ANN401 - as above
    """A table, and the words of its cells as text."""
    found = Table(header=header or ("",) * len(rows[0]), rows=rows, links=said.pop("cell_links", ()))
    text = " ".join(cell for row in (header, *rows) for cell in row if cell)
    return line(text, table=found, style="table", **said)


def picture(alt: str = "") -> Picture:
    """A picture."""
    return Picture(content=b"x", media_type="image/png", page=1, width=40, height=30, alt=alt or None)


def on(text: str, words: str, href: str = "https://eksempel.dk/kaj") -> Link:
    """A link on some words of a text."""
    start = text.index(words)
    return Link(start=start, end=start + len(words), href=href)


def linked(found: Iterable[Line | Content]) -> list[tuple[str, str]]:
    """The words that links lie on, and where each leads."""
    return [
        (block.text[link.start : link.end], link.href)
        for block in found
        if not isinstance(block, Table | Picture)
        for link in block.links
    ]


def numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Give each line the number it has in its source."""
    return tuple(
        replace(one, origin=replace(one.origin, line=number)) for number, one in enumerate(lines, start=1)
    )


def composed(*lines: Line, headings: bool = True) -> tuple[Content, ...]:
    """The blocks that such lines are put together into, as if they stood under one label."""
    settled = settle(numbered(lines))
    return Composer(settled.lines, settled.joined).compose(range(len(settled.lines)), headings=headings)


def meeting(*lines: Line) -> Meeting:
    """The one meeting of such lines."""
    content = "\n".join(one.text for one in lines).encode()
    source = Source(file="referat.pdf", sha256=hashlib.sha256(content).hexdigest())
    (found,) = understand(Reading(lines=numbered(lines), pages=1), source).meetings
    return found
