"""Does a page have ruling lines?  A fast look with PDFium, so that tables are sought on few pages."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from converters.readers.pdf_objects import MOST_OBJECTS, matrix_of, moved, objects_of, through

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from pypdfium2 import PdfPage

    from converters.readers.pdf_objects import Drawn, Matrix

SHORTEST = 12.0  # points
STRAIGHT = 0.5  # points a stroke may lean
SNAP = 3.0  # points within which two lines are one
MOST_LOOKED_AT = 20_000  # objects and strokes of a page; a drawing has more
FEWEST_LEVEL = 3  # lines of the same extent that make rows
FEWEST_CROSSING = 5  # lines across and down; a frame around text has four
WHITE = 250

Stroke = tuple[float, float, float, float]  # left, bottom, right, top


def has_rules(page: PdfPage) -> bool:
    """Tell whether a page has lines enough for a table: rows at least, or rows and columns."""
    if pdfium.FPDFPage_CountObjects(page.raw) > MOST_OBJECTS:
        return False  # a drawing
    rows: dict[int, tuple[float, float]] = {}
    columns: set[int] = set()
    alike: dict[tuple[int, int], set[int]] = {}
    for number, (left, bottom, right, top) in enumerate(_strokes(page)):
        if number > MOST_LOOKED_AT:
            return False
        if right - left >= SHORTEST and top - bottom <= STRAIGHT:
            row = _snapped(bottom, rows)
            known = rows.get(row, (left, right))
            rows[row] = min(left, known[0]), max(right, known[1])
            same = alike.setdefault((round(left / SNAP), round(right / SNAP)), set())
            same.add(row)
            if len(same) >= FEWEST_LEVEL:
                return True
        elif top - bottom >= SHORTEST and right - left <= STRAIGHT:
            columns.add(_snapped(left, columns))
        if len(rows) >= 2 and len(columns) >= 2 and len(rows) + len(columns) >= FEWEST_CROSSING:
            return True
    # Two rows without a line around them: a line stands between their ends.
    ends = [(left + SHORTEST, right - SHORTEST) for left, right in rows.values()]
    return len(ends) >= 2 and any(left < place * SNAP < right for place in columns for left, right in ends)


def _snapped(place: float, known: Collection[int]) -> int:
    """The number of a place; two edges of one thick line have the same."""
    level = round(place / SNAP)
    return next((near for near in (level, level - 1, level + 1) if near in known), level)


def _strokes(page: PdfPage) -> Iterator[Stroke]:
    """The straight strokes of a page, as far as they can be seen."""
    for path, outer in objects_of(page, pdfium.FPDF_PAGEOBJ_PATH):
        if _is_seen(path):
            yield from _segments(path, through(matrix_of(path), outer))


def _is_seen(path: Drawn) -> bool:
    """Tell whether a path has a colour other than the paper's."""
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
        return False
    return (bool(stroke.value) and _is_coloured(path, pdfium.FPDFPageObj_GetStrokeColor)) or (
        fill.value != pdfium.FPDF_FILLMODE_NONE and _is_coloured(path, pdfium.FPDFPageObj_GetFillColor)
    )


def _is_coloured(path: Drawn, ask: Callable[..., int]) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(path, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def _segments(path: Drawn, matrix: Matrix) -> Iterator[Stroke]:
    """The straight strokes of a path; a thin filled box is the line it looks like."""
    points: list[tuple[float, float]] = []
    for number in range(min(pdfium.FPDFPath_CountSegments(path), MOST_LOOKED_AT)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield from _outline(points)
            points = []
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield from _outline(points)


def _outline(points: list[tuple[float, float]]) -> Iterator[Stroke]:
    for (x0, y0), (x1, y1) in pairwise(points):
        yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
