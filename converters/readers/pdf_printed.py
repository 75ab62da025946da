"""A line as printed on a page of a PDF, and its typography."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from converters.blocks import Link

if TYPE_CHECKING:
    from converters.readers.pdf_runs import Run

PROSE, JUSTIFIED = 3, 3.0  # words on both sides of a blank in justified text; of the size: the widest
APART = 1.4  # of the size: a gap that may be one between columns
COLUMN = "   "  # what a text layer prints where a line jumps to another column
BULLETS = "•◦▪●■○∙·➢►❖✓–-"
MARKER = re.compile(rf"^(?:[{BULLETS}\uf0a0-\uf0ff]|\(?\d{{1,4}}[a-z]?[.):]?|\(?[A-Za-zÆØÅæøå][.)]|o)$")


class Look(NamedTuple):
    """Size in points, and what the font's name says of most of a line's letters."""

    size: float
    bold: bool
    italic: bool
    family: str

    def __str__(self) -> str:
        """Name the look: "14b Arial"."""
        return f"{self.size:g}{'b' * self.bold}{'i' * self.italic} {self.family}".strip()


class Printed(NamedTuple):
    """A line as printed, its box in points from the page's upper left corner; ``look`` is its typography.

    ``lead`` is where the text begins behind a marker or a number, ``runs`` what it was put together
    from, with the place of each in ``text``.
    """

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    lead: float
    look: Look
    runs: tuple[tuple[int, Run], ...]
    column: int = 0
    links: tuple[Link, ...] = ()

    def with_links(self, links: tuple[Link, ...]) -> Printed:
        """Give the line with its links and without its runs, which take much room and are not needed more."""
        return self._replace(runs=(), links=links)


def side_by_side(left: Printed, right: Printed) -> Printed:
    """Put two pieces of one line together again."""
    marker = MARKER.match(left.text) is not None
    # In justified text a blank may be as wide as a gap between columns.
    prose = left.look == right.look and all(len(side.text.split()) >= PROSE for side in (left, right))
    near = right.left - left.right <= (JUSTIFIED if prose else APART) * max(left.look.size, right.look.size)
    between = " " if marker or near else COLUMN
    text = f"{left.text}{between}{right.text}"
    start = len(left.text) + len(between)
    return Printed(
        page=left.page,
        text=text,
        left=left.left,
        top=min(left.top, right.top),
        right=right.right,
        bottom=max(left.bottom, right.bottom),
        base=left.base,
        lead=right.lead if marker else left.lead,
        look=right.look if marker or len(right.text) > len(left.text) else left.look,
        runs=(*left.runs, *((start + place, run) for place, run in right.runs)),
        column=left.column,
    )
