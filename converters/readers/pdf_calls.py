"""PDFium's functions that are asked about every object of a page, called with bare addresses.

pypdfium2 has them take and give typed pointers, and lets go of Python's lock for each call.  Making
a pointer costs more than what most of them do, and the lock is asked for by nobody: a reader has one
thread.  A page of 100 objects is a thousand calls; without the lock they take a third less.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

Asked = Callable[..., int]
POINTER, NUMBER = ctypes.c_void_p, ctypes.c_int
HOLDS_THE_LOCK = 4  # FUNCFLAG_PYTHONAPI of ctypes: such a function is called as Python's own are


def address_of(pointer: Any) -> int:  # noqa: ANN401 - a ctypes pointer, for which pypdfium2 has no type
    """Where a pointer leads, 0 for nowhere."""
    return ctypes.cast(pointer, POINTER).value or 0


def _bare(function: Any, gives: object, *takes: object) -> Asked:  # noqa: ANN401 - as above
    """The same function, which takes and gives numbers and addresses; nowhere is None.

    What it is given beyond ``takes`` has to be ctypes' own, such as a place in an array.
    """

    class Bare(type(function)):  # type: ignore[misc]  # pypdfium2's own knows the system's way of calling
        _flags_ = type(function)._flags_ | HOLDS_THE_LOCK
        _restype_ = NUMBER

    bare: Any = Bare(address_of(function))
    bare.argtypes, bare.restype = takes, gives
    found: Asked = bare
    return found


count_page_objects = _bare(pdfium.FPDFPage_CountObjects, NUMBER, POINTER)
page_object = _bare(pdfium.FPDFPage_GetObject, POINTER, POINTER, NUMBER)
count_form_objects = _bare(pdfium.FPDFFormObj_CountObjects, NUMBER, POINTER)
form_object = _bare(pdfium.FPDFFormObj_GetObject, POINTER, POINTER, ctypes.c_ulong)
type_of = _bare(pdfium.FPDFPageObj_GetType, NUMBER, POINTER)
get_bounds = _bare(pdfium.FPDFPageObj_GetBounds, NUMBER, POINTER)  # and four floats
get_matrix = _bare(pdfium.FPDFPageObj_GetMatrix, NUMBER, POINTER)  # and six floats
get_size = _bare(pdfium.FPDFTextObj_GetFontSize, NUMBER, POINTER)  # and a float
font_of = _bare(pdfium.FPDFTextObj_GetFont, POINTER, POINTER)
get_font_name = _bare(pdfium.FPDFFont_GetBaseFontName, ctypes.c_size_t, POINTER, POINTER, ctypes.c_size_t)
get_text = _bare(pdfium.FPDFTextObj_GetText, ctypes.c_ulong, POINTER, POINTER, POINTER, ctypes.c_ulong)
count_letters = _bare(pdfium.FPDFText_CountChars, NUMBER, POINTER)
get_letters = _bare(pdfium.FPDFText_GetText, NUMBER, POINTER, NUMBER, NUMBER, POINTER)
object_at = _bare(pdfium.FPDFText_GetTextObject, POINTER, POINTER, NUMBER)
