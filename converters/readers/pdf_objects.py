"""What is drawn on a PDF page, forms within forms looked into, each object with the matrix of its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfPage

DEEPEST = 10  # forms within forms
MOST_OBJECTS = 20_000  # of a page; a drawing has more

Drawn = Any  # a ctypes pointer to an object of a page, for which pypdfium2 has no type
Matrix = tuple[float, float, float, float, float, float]
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def objects_of(page: PdfPage, kind: int) -> Iterator[tuple[Drawn, Matrix]]:
    """The objects of a kind (FPDF_PAGEOBJ_…) as painted, each with what turns its places to the page's."""
    waiting = [_held(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, UPRIGHT)]
    seen = 0
    while waiting:
        one, outer = next(waiting[-1], (None, UPRIGHT))
        if one is None:
            waiting.pop()
            continue
        seen += 1
        if seen > MOST_OBJECTS:
            return
        found = pdfium.FPDFPageObj_GetType(one)
        if found == kind:
            yield one, outer
        elif found == pdfium.FPDF_PAGEOBJ_FORM and len(waiting) <= DEEPEST:
            inner = through(matrix_of(one), outer)
            waiting.append(_held(one, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner))


def _held(
    holder: Drawn, count: Callable[..., int], get: Callable[..., Drawn], outer: Matrix
) -> Iterator[tuple[Drawn, Matrix]]:
    for number in range(max(0, count(holder))):
        yield get(holder, number), outer


def matrix_of(one: Drawn) -> Matrix:
    """The matrix of an object."""
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, found):
        return UPRIGHT
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def through(inner: Matrix, outer: Matrix) -> Matrix:
    """Apply a form's matrix to the matrix of what stands in it."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point where the matrix puts it."""
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
