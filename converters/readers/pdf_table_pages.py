"""Pages of a PDF looked through with pdfplumber: which grids of lines are tables, and which are not."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from converters.readers.pdf_table_columns import FEWEST_BANDS, grids_by_gaps, parted
from converters.readers.pdf_table_drawn import on_ground, rules_of
from converters.readers.pdf_table_grid import TOLERANCE, grids
from converters.readers.pdf_table_parts import goes_on
from converters.readers.pdf_table_turn import is_upside_down, marks_of, turned_back
from converters.readers.pdf_table_words import text_of, words_of
from converters.readers.pdf_tables import RuledTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdfplumber.page import Page

    from converters.readers.pdf_table_grid import Grid
    from converters.readers.pdf_table_turn import Marks
    from converters.readers.pdf_table_words import PlacedWord
    from converters.readers.pdf_tables import Box

MOST_DRAWN = 20_000  # lines, rectangles and curves of a page; a map has more
MOST_LETTERS = 200_000
FEWEST_FILLED = 0.25  # of the cells hold words; a form to be filled in by hand has fewer
FRAME_WORDS = 80  # a cell with that many words, most of the page's and most of the width, is a frame
FRAME_SHARE = 0.5
FRAME_WIDTH = 0.7
MARGIN = 0.12  # of a page's height above and below which running headers and footers stand

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


def tables_of(raw: bytes, pages: Sequence[int]) -> tuple[RuledTable, ...]:
    """The tables of the pages given (from 1), page by page from the top down.

    A page that pdfminer cannot read, or with more lines than a table has, gives none.
    """
    found: list[RuledTable] = []
    try:
        with pdfplumber.open(io.BytesIO(raw), pages=sorted(set(pages))) as document:
            for page in document.pages:
                found += _tables_of(page, found[-1] if found else None)
                page.close()
    except BAD_PAGE:
        return tuple(found)
    return tuple(found)


def _tables_of(page: Page, before: RuledTable | None) -> list[RuledTable]:
    try:
        if (
            len(page.lines) + len(page.rects) + len(page.curves) > MOST_DRAWN
            or len(page.chars) > MOST_LETTERS
        ):
            return []
        if is_upside_down(page.chars):
            return []
        return _judged(page, marks_of(page), before)
    except BAD_PAGE:
        return []


def _judged(page: Page, marks: Marks, before: RuledTable | None) -> list[RuledTable]:
    """The grids of a page that are tables; what lies within one is its cells' text."""
    across, down = rules_of(marks.drawn)
    ruled = grids(across, down)
    if not ruled and len(across) <= FEWEST_BANDS:
        return []
    words = words_of(marks.chars, ruled)
    if any("(cid:" in word.text for word in words):
        return []  # letters without a meaning; another reader of the text may know them
    known = {word.text.strip(".,;:()").casefold() for word in words}
    taken: list[Box] = []
    found: list[RuledTable] = []
    for grid in _candidates(ruled, grids_by_gaps(across, words), words):
        if any(_overlap(grid.box, box) for box in taken):
            continue
        inside = [word for word in words if grid.holds(word.x, word.y)]
        cells = _cells(grid, inside)
        alone = _alone(marks, grid.box, [word for word in words if not grid.holds(word.x, word.y)])
        texts = {cell: text_of(some, known) for cell, some in cells.items()}
        table = _table(page, marks.side, grid, texts, alone)
        more = before is not None and goes_on(before, table)
        if not more and (_is_frame(grid, cells, len(words)) or not _is_table(grid, cells)):
            continue
        taken.append(grid.box)
        found.append(replace(table, header=_has_header(grid, cells, marks.drawn)))
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _candidates(
    ruled: Sequence[Grid], by_gaps: Sequence[Grid], words: Sequence[PlacedWord]
) -> tuple[Grid, ...]:
    """The grids in the order they are tried: first those that hold ruled ones as some of their rows."""
    whole = [grid for grid in by_gaps if any(_is_part(one, grid) for one in ruled)]
    return (
        *whole,
        *(parted(grid, words) for grid in ruled),
        *(grid for grid in by_gaps if grid not in whole),
    )


def _is_part(grid: Grid, whole: Grid) -> bool:
    """Tell whether a grid is as wide as another, lies in it, and is lower by a row."""
    left, top, right, bottom = grid.box
    return (
        abs(left - whole.xs[0]) <= TOLERANCE
        and abs(right - whole.xs[-1]) <= TOLERANCE
        and whole.ys[0] - TOLERANCE <= top
        and bottom <= whole.ys[-1] + TOLERANCE
        and whole.ys[-1] - whole.ys[0] - (bottom - top) > 2 * TOLERANCE
    )


def _table(page: Page, side: int, grid: Grid, texts: dict[int, str], alone: tuple[bool, bool]) -> RuledTable:
    rows, edges = _rows(grid, texts)
    return RuledTable(
        page=page.page_number,
        box=_on_page(page, turned_back(grid.box, side, page.bbox)),
        rows=rows,
        header=False,
        edges=edges,
        opens=alone[0],
        closes=alone[1],
    )


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


def _is_table(grid: Grid, cells: dict[int, list[PlacedWord]]) -> bool:
    """Tell a table from a frame around text and from a form that is empty."""
    starts = grid.starts
    filled = [starts[cell] for cell in cells]
    by_row = Counter(row for row, _ in filled)
    if len({column for _, column in filled}) < 2 or len(cells) < FEWEST_FILLED * len(starts):
        return False
    # One row is a row of headings or what a page break cut off, if three of its cells are filled.
    return max(by_row.values()) >= (2 if len(by_row) > 1 else 3)


def _is_frame(grid: Grid, cells: dict[int, list[PlacedWord]], page_words: int) -> bool:
    """Tell whether a page is laid out in boxes: one that is nearly as wide as all holds most of its words."""
    cell, most = max(cells.items(), key=lambda one: len(one[1]), default=(0, []))
    columns = [column for fields in grid.fields for column, one in enumerate(fields) if one == cell]
    width = grid.xs[max(columns) + 1] - grid.xs[min(columns)]
    return len(most) >= max(FRAME_WORDS, FRAME_SHARE * page_words) and width >= FRAME_WIDTH * (
        grid.xs[-1] - grid.xs[0]
    )


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
    return on_ground(first, drawn) == len(first) and not on_ground(others, drawn)


def _alone(marks: Marks, box: Box, outside: Sequence[PlacedWord]) -> tuple[bool, bool]:
    """Tell whether no running text stands above a table, and whether none stands below."""
    upper, lower = (marks.top + share * marks.height for share in (MARGIN, 1 - MARGIN))
    body = [word for word in outside if upper < word.y < lower]
    return not any(word.y < box[1] for word in body), not any(word.y > box[3] for word in body)
