"""Tables of a PDF by their ruling lines, with pdfplumber; opened only for pages that have such lines."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from converters.readers.pdf_table_columns import grids_by_gaps
from converters.readers.pdf_table_grid import TOLERANCE, Rule, grids, joined
from converters.readers.pdf_table_parts import Place, WholeTable, merged
from converters.readers.pdf_table_words import text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdfplumber.page import Page

    from converters.readers.pdf_table_grid import Grid
    from converters.readers.pdf_table_words import PlacedWord

__all__ = ["Place", "RuledTable", "WholeTable", "merged", "ruled_tables"]

MOST_DRAWN = 20_000  # lines, rectangles and curves of a page; a map has more
MOST_LETTERS = 200_000
FEWEST_FILLED = 0.25  # of the cells hold words; a form to be filled in by hand has fewer
FRAME_WORDS = 80  # a cell with more words than that, and with most of the page's, is a frame around text
FRAME_SHARE = 0.5
MARGIN = 0.12  # of a page's height above and below which running headers and footers stand
WHITE = 0.98

# What pdfminer raises on a page it cannot read; pdfplumber wraps some of it.
BAD_PAGE = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
# pdfminer tells of every font it does not like; nobody reads that.
for library in ("pdfminer", "pdfplumber"):
    logging.getLogger(library).setLevel(logging.CRITICAL)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledTable:
    """A table, or the part of one that stands on a page.

    ``box`` is left, top, right and bottom in points from the upper left corner of what is shown of the
    page.  Every row has
    as many cells as there are columns, "" for an empty one.  ``edges`` are the columns' left edges and
    the right one of the last.  ``opens`` is true if no running text stands above it on its page,
    ``closes`` if none stands below.
    """

    page: int
    box: Box
    rows: tuple[tuple[str, ...], ...]
    header: bool
    edges: tuple[float, ...] = ()
    opens: bool = False
    closes: bool = False


def ruled_tables(raw: bytes, pages: Sequence[int]) -> tuple[RuledTable, ...]:
    """The tables of the pages given (from 1), page by page from the top down.

    A page that pdfminer cannot read, or with more lines than a table has, gives none.
    """
    found: list[RuledTable] = []
    if not pages:
        return ()
    try:
        with pdfplumber.open(io.BytesIO(raw), pages=sorted(set(pages))) as document:
            for page in document.pages:
                found += _tables_of(page)
                page.close()
    except BAD_PAGE:
        return tuple(found)
    return tuple(found)


def _tables_of(page: Page) -> list[RuledTable]:
    try:
        drawn = [*page.lines, *page.rects, *page.curves]
        if len(drawn) > MOST_DRAWN or len(page.chars) > MOST_LETTERS:
            return []
        across, down = _rules(drawn)
        return _judged(page, across, down, drawn)
    except BAD_PAGE:
        return []


def _rules(drawn: Sequence[dict[str, Any]]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The lines across and down the page that can be seen, and the edges of what is filled."""
    across: list[Rule] = []
    down: list[Rule] = []
    for one in drawn:
        if not _is_seen(one):
            continue
        for left, top, right, bottom in _strokes(one):
            if right - left >= bottom - top and bottom - top <= TOLERANCE:
                across.append(Rule(place=(top + bottom) / 2, start=left, end=right))
            elif right - left <= TOLERANCE:
                down.append(Rule(place=(left + right) / 2, start=top, end=bottom))
    return joined(across), joined(down)


def _strokes(one: dict[str, Any]) -> Iterator[Box]:
    """The straight strokes of what is drawn, each as a thin box."""
    left, top, right, bottom = one["x0"], one["top"], one["x1"], one["bottom"]
    if one["object_type"] == "curve":
        for (x0, y0), (x1, y1) in pairwise(one["pts"]):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    elif one["object_type"] == "line" or right - left <= TOLERANCE or bottom - top <= TOLERANCE:
        yield left, top, right, bottom
    else:
        yield left, top, right, top
        yield left, bottom, right, bottom
        yield left, top, left, bottom
        yield right, top, right, bottom


def _is_seen(one: dict[str, Any]) -> bool:
    """Tell whether what is drawn has a colour other than the paper's."""
    if one.get("stroke") and not _is_white(one.get("stroking_color")):
        return True
    return bool(one.get("fill")) and not _is_white(one.get("non_stroking_color"))


def _is_white(colour: object) -> bool:
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= 1 - WHITE for part in parts)
    return all(part >= WHITE for part in parts)


def _judged(
    page: Page, across: tuple[Rule, ...], down: tuple[Rule, ...], drawn: Sequence[dict[str, Any]]
) -> list[RuledTable]:
    """The grids of a page that are tables; what lies within one is its cells' text."""
    ruled = grids(across, down)
    words = words_of(page.chars, ruled)
    if any("(cid:" in word.text for word in words):
        return []  # letters without a meaning; another reader of the text may know them
    taken: list[Box] = []
    found: list[RuledTable] = []
    known = {word.text.strip(".,;:()").casefold() for word in words}
    for grid in (*ruled, *grids_by_gaps(across, words)):
        if any(_overlap(grid.box, box) for box in taken):
            continue
        inside = [word for word in words if grid.holds(word.x, word.y)]
        cells = _cells(grid, inside)
        if not _is_table(grid, cells, len(words)):
            continue
        taken.append(grid.box)
        texts = {cell: text_of(some, known) for cell, some in cells.items()}
        rows, edges = _rows(grid, texts)
        outside = [word for word in words if not grid.holds(word.x, word.y)]
        opens, closes = _alone(page, grid.box, outside)
        found.append(
            RuledTable(
                page=page.page_number,
                box=_on_page(page, grid.box),
                rows=rows,
                header=_has_header(grid, cells, drawn),
                edges=edges,
                opens=opens,
                closes=closes,
            )
        )
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _on_page(page: Page, box: Box) -> Box:
    """A box counted from the corner of what is shown; pdfplumber counts from the sheet it is cut from."""
    left = max(page.mediabox[0], page.cropbox[0])
    top = max(page.mediabox[1], page.cropbox[1])
    return box[0] - left, box[1] - top, box[2] - left, box[3] - top


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cells(grid: Grid, words: Sequence[PlacedWord]) -> dict[int, list[PlacedWord]]:
    cells: dict[int, list[PlacedWord]] = {}
    for word in words:
        cells.setdefault(grid.cell_at(word.x, word.y), []).append(word)
    return cells


def _is_table(grid: Grid, cells: dict[int, list[PlacedWord]], page_words: int) -> bool:
    """Tell a table from a frame, a form that is empty, and a page laid out in boxes."""
    starts = grid.starts
    filled = [starts[cell] for cell in cells]
    by_row = Counter(row for row, _ in filled)
    if len({column for _, column in filled}) < 2 or len(cells) < FEWEST_FILLED * len(starts):
        return False
    # One row is a row of headings or what a page break cut off, if three of its cells are filled.
    if max(by_row.values()) < (2 if len(by_row) > 1 else 3):
        return False
    most = max(map(len, cells.values()))
    return most < FRAME_WORDS or most < FRAME_SHARE * page_words


def _rows(grid: Grid, texts: dict[int, str]) -> tuple[tuple[tuple[str, ...], ...], tuple[float, ...]]:
    """The rows and the column edges, without rows and columns in which no cell begins."""
    placed = dict(zip(grid.starts, range(len(grid.starts)), strict=True))
    rows = sorted({row for row, _ in placed})
    columns = sorted({column for _, column in placed})
    table = tuple(tuple(texts.get(placed.get((row, column), -1), "") for column in columns) for row in rows)
    return table, (*(grid.xs[column] for column in columns), grid.xs[-1])


def _has_header(grid: Grid, cells: dict[int, list[PlacedWord]], drawn: Sequence[dict[str, Any]]) -> bool:
    """Tell whether the first row is set apart from the others by bold letters or by its ground."""
    starts = grid.starts
    first = [word for cell, some in cells.items() if starts[cell][0] == 0 for word in some]
    others = [word for cell, some in cells.items() if starts[cell][0] > 0 for word in some]
    if not first or not others:
        return False
    if all(word.bold for word in first):
        return not all(word.bold for word in others)
    return bool(_ground(first, drawn)) and not _ground(others, drawn)


def _ground(words: Sequence[PlacedWord], drawn: Sequence[dict[str, Any]]) -> bool:
    """Tell whether words stand on a coloured ground, more than half of them."""
    grounds = [
        one
        for one in drawn
        if one.get("fill")
        and one["bottom"] - one["top"] > TOLERANCE
        and one["x1"] - one["x0"] > TOLERANCE
        and not _is_white(one.get("non_stroking_color"))
    ]
    on = sum(
        any(one["x0"] <= word.x <= one["x1"] and one["top"] <= word.y <= one["bottom"] for one in grounds)
        for word in words
    )
    return on * 2 > len(words)


def _alone(page: Page, box: Box, outside: Sequence[PlacedWord]) -> tuple[bool, bool]:
    """Tell whether no running text stands above a table, and whether none stands below."""
    top, height = float(page.bbox[1]), float(page.height)
    body = [word for word in outside if MARGIN * height < word.y - top < (1 - MARGIN) * height]
    return not any(word.y < box[1] for word in body), not any(word.y > box[3] for word in body)
