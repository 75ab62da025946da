"""PDFium's functions that are asked about every object of a page, called with bare addresses.

pypdfium2 has them take and give typed pointers; making one costs more than what most of them do.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Asked = Callable[..., int]
POINTER, NUMBER = ctypes.c_void_p, ctypes.c_int


def address_of(pointer: Any) -> int:  # noqa: ANN401 - a ctypes pointer, for which pypdfium2 has no type
    """Where a pointer leads, 0 for nowhere."""
    return ctypes.cast(pointer, POINTER).value or 0


def _bare(function: Any, gives: object, *takes: object) -> Asked:  # noqa: ANN401 - as above
    """The same function, which takes and gives numbers and addresses; nowhere is None."""
    # Of the same class as pypdfium2's own, which knows the system's way of calling.
    bare: Any = type(function)(address_of(function))
    bare.argtypes, bare.restype = takes, gives
    found: Asked = bare
    return found


count_page_objects = _bare(pdfium.FPDFPage_CountObjects, NUMBER, POINTER)
page_object = _bare(pdfium.FPDFPage_GetObject, POINTER, POINTER, NUMBER)
count_form_objects = _bare(pdfium.FPDFFormObj_CountObjects, NUMBER, POINTER)
form_object = _bare(pdfium.FPDFFormObj_GetObject, POINTER, POINTER, ctypes.c_ulong)
type_of = _bare(pdfium.FPDFPageObj_GetType, NUMBER, POINTER)
get_bounds = _bare(pdfium.FPDFPageObj_GetBounds, NUMBER, POINTER, POINTER, POINTER, POINTER, POINTER)
get_matrix = _bare(pdfium.FPDFPageObj_GetMatrix, NUMBER, POINTER, POINTER)
get_size = _bare(pdfium.FPDFTextObj_GetFontSize, NUMBER, POINTER, POINTER)
font_of = _bare(pdfium.FPDFTextObj_GetFont, POINTER, POINTER)
get_font_name = _bare(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, POINTER, POINTER, ctypes.c_size_t)
get_text = _bare(pdfium.FPDFTextObj_GetText, ctypes.c_ulong, POINTER, POINTER, POINTER, ctypes.c_ulong)
count_letters = _bare(pdfium.FPDFText_CountChars, NUMBER, POINTER)
get_letters = _bare(pdfium.FPDFText_GetText, NUMBER, POINTER, NUMBER, NUMBER, POINTER)
object_at = _bare(pdfium.FPDFText_GetTextObject, POINTER, POINTER, NUMBER)
