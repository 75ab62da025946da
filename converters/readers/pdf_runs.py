"""The text objects of a PDF page, as PDFium gives them: what is printed, where, and in which font."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfPage

DEEPEST_FORM = 10  # forms inside forms; PDFium draws deeper, but no minutes need it
MOST_OBJECTS = 200_000  # of one page
MOST_TEXT = 2_000_000  # characters of one page
LONGEST_NAME = 256  # bytes of a font's name
SAME_PLACE = 1.2  # points within which the same words painted again are one (a poor man's bold)
WIDE = 0.62  # of the size: what a letter takes on the average in no font
JUMP = 1.4  # of the size: a gap inside a run that leads to another column
FLAT = 0.05  # of the size: how much the baseline may slope in upright text

BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
ITALIC = re.compile(r"ital|obli", re.IGNORECASE)
SYMBOLS = re.compile(r"symbol|dingbat|webding", re.IGNORECASE)
STYLES = re.compile(
    r"[-, ]*(?:bold|black|heavy|demi|italic|oblique|regular|roman|medium|light|mt|ps)+", re.IGNORECASE
)
SUBSET = re.compile(r"^[A-Z]{6}\+")
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\ufffe": "-", "\x02": "-"}
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffd\uffff\u200b-\u200f\u2060\ufeff]")

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """What a font's name tells; PDFium's own weight says 400 for every bold font."""

    family: str
    bold: bool
    italic: bool
    symbols: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Text painted in one go: its box in points from the page's upper left corner, its baseline and font."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    font: Font


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its size in points, its runs in the order painted, and the share its images cover."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    image_share: float
    crowded: bool = False  # more objects than any page of minutes has; those beyond were not read


class Fonts:
    """The fonts of a document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}
        self._name = ctypes.create_string_buffer(LONGEST_NAME)

    def of(self, text_object: Any) -> Font:  # noqa: ANN401 - a ctypes pointer, for which pypdfium2 has no type
        """Give the font of a text object."""
        handle = pdfium.FPDFTextObj_GetFont(text_object)
        key = ctypes.addressof(handle.contents) if handle else 0
        font = self._known.get(key)
        if font is None:
            length = pdfium.FPDFFont_GetBaseFontName(handle, self._name, LONGEST_NAME) if handle else 0
            name = self._name.value.decode("utf-8", "replace") if 0 < length <= LONGEST_NAME else ""
            font = self._known[key] = font_named(name)
        return font


def font_named(name: str) -> Font:
    """Read a font's name: "ABCDEE+Calibri,Bold"."""
    plain = SUBSET.sub("", name)
    return Font(
        family=STYLES.sub("", plain),
        bold=BOLD.search(plain) is not None,
        italic=ITALIC.search(plain) is not None,
        symbols=SYMBOLS.search(plain) is not None,
    )


def sheet_of(document: PdfDocument, number: int, fonts: Fonts) -> Sheet:
    """Read one page, counted from 1."""
    page = document[number - 1]
    text_page = page.get_textpage()
    try:
        return _Reader(page, text_page.raw, fonts).sheet(number)
    finally:
        text_page.close()
        page.close()


class _Reader:
    """Reads the objects of one page."""

    def __init__(self, page: PdfPage, text_page: Any, fonts: Fonts) -> None:  # noqa: ANN401 - as in Fonts.of
        self._page = page
        self._text_page = text_page
        self._fonts = fonts
        self._left, self._bottom, right, top = page.get_bbox()
        self._width, self._height = right - self._left, top - self._bottom
        self._buffer = (ctypes.c_ushort * 4096)()
        self._numbers = tuple(ctypes.c_float() for _ in range(4))
        self._size = ctypes.c_float()
        self._matrix = pdfium.FS_MATRIX()
        self._images = 0.0
        self._seen = 0
        self._letters = 0

    def sheet(self, number: int) -> Sheet:
        """Read the page."""
        found = [run for run in self._runs(self._page.raw, IDENTITY, 0) if run is not None]
        runs = [piece for run in found for piece in self._apart(run)]
        area = self._width * self._height
        return Sheet(
            number=number,
            width=self._width,
            height=self._height,
            runs=tuple(_once(_turned(runs, self._page.get_rotation(), self._width, self._height))),
            image_share=self._images / area if area > 0 else 0.0,
            crowded=self._crowded(),
        )

    def _crowded(self) -> bool:
        return self._seen > MOST_OBJECTS or self._letters > MOST_TEXT

    def _runs(self, holder: Any, outer: Matrix, depth: int) -> Iterator[Run | None]:  # noqa: ANN401 - as in Fonts.of
        count, get = (
            (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
            if depth == 0
            else (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
        )
        for place in range(max(0, count(holder))):
            self._seen += 1
            if self._crowded():
                return
            one = get(holder, place)
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                yield self._run(one, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = self._box(one, outer)
                self._images += max(0.0, right - left) * max(0.0, top - bottom)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
                yield from self._runs(one, _through(self._matrix_of(one), outer), depth + 1)

    def _run(self, one: Any, outer: Matrix) -> Run | None:  # noqa: ANN401 - as in Fonts.of
        text = self._text(one)
        if not text.strip():
            return None
        left, bottom, right, top = self._box(one, outer)
        matrix = _through(self._matrix_of(one), outer)
        pdfium.FPDFTextObj_GetFontSize(one, self._size)
        font = self._fonts.of(one)
        size = abs(self._size.value) * (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        upright = abs(matrix[1]) <= FLAT * (abs(matrix[0]) + abs(matrix[1])) and matrix[3] > 0
        return Run(
            text,
            left - self._left,
            self._height + self._bottom - top,
            right - self._left,
            self._height + self._bottom - bottom,
            self._height + self._bottom - (matrix[5] if upright else bottom),
            round(size, 1) or 1.0,
            font,
        )

    def _apart(self, run: Run) -> Iterator[Run]:
        """Cut a run that jumps to another column without a new object, as a tab in running text does."""
        letters = len(run.text.strip())
        blank = run.text.find(" ") > 0
        if not blank or run.right - run.left < letters * WIDE * run.size:
            yield run
            return
        x, y = run.left + self._left + 1.0, self._height + self._bottom - run.base + 0.3 * run.size
        index = pdfium.FPDFText_GetCharIndexAtPos(self._text_page, x, y, run.size, run.size)
        box = tuple(ctypes.c_double() for _ in range(4))
        start, cut, right = run.left, 0, run.left
        for place, letter in enumerate(run.text):
            if index < 0 or chr(pdfium.FPDFText_GetUnicode(self._text_page, index + place)) != letter:
                break
            if letter == " " or not pdfium.FPDFText_GetCharBox(self._text_page, index + place, *box):
                continue
            left = box[0].value - self._left
            if place > cut and left - right > JUMP * run.size:
                yield replace(run, text=run.text[cut:place], left=start, right=right)
                start, cut = left, place
            right = box[1].value - self._left
        yield replace(run, text=run.text[cut:], left=start)

    def _text(self, one: Any) -> str:  # noqa: ANN401 - as in Fonts.of
        size = pdfium.FPDFTextObj_GetText(one, self._text_page, self._buffer, len(self._buffer) * 2)
        buffer = self._buffer
        if size > len(buffer) * 2:
            buffer = (ctypes.c_ushort * (min(size, MOST_TEXT) // 2))()
            size = pdfium.FPDFTextObj_GetText(one, self._text_page, buffer, len(buffer) * 2)
        if size <= 2:
            return ""
        text = ctypes.string_at(buffer, min(size, len(buffer) * 2) - 2).decode("utf-16-le", "replace")
        self._letters += len(text)
        return plain(text)

    def _box(self, one: Any, outer: Matrix) -> tuple[float, float, float, float]:  # noqa: ANN401 - as in Fonts.of
        if not pdfium.FPDFPageObj_GetBounds(one, *self._numbers):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (number.value for number in self._numbers)
        if outer is IDENTITY:
            return left, bottom, right, top
        corners = [_point(outer, x, y) for x in (left, right) for y in (bottom, top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _matrix_of(self, one: Any) -> Matrix:  # noqa: ANN401 - as in Fonts.of
        if not pdfium.FPDFPageObj_GetMatrix(one, self._matrix):
            return IDENTITY
        m = self._matrix
        return m.a, m.b, m.c, m.d, m.e, m.f


def plain(text: str) -> str:
    """Text as it is read: ligatures as letters, blanks as blanks, no invisible signs."""
    if text.isascii() and text.isprintable():
        return text
    text = CONTROL.sub(
        "", text.translate(LIGATURES).replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    )
    return unicodedata.normalize("NFC", text.replace("\u00a0", " ").replace("\u202f", " "))


def _through(inner: Matrix, outer: Matrix) -> Matrix:
    """Apply a form's matrix to what stands in it."""
    if outer is IDENTITY:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _turned(runs: list[Run], rotation: int, width: float, height: float) -> Iterator[Run]:
    """Turn the runs of a page that is shown on its side, so that its lines run as they are read."""
    if rotation % 360 == 0:
        yield from runs
        return
    for run in runs:
        left, top, right, bottom = run.left, run.top, run.right, run.bottom
        if rotation == 90:
            box = (height - bottom, left, height - top, right)
        elif rotation == 180:
            box = (width - right, height - bottom, width - left, height - top)
        else:
            box = (top, width - right, bottom, width - left)
        yield Run(run.text, *box, box[3], run.size, run.font)


def _once(runs: Iterator[Run]) -> Iterator[Run]:
    """Drop the second of two runs with the same words at the same place."""
    places: dict[str, list[tuple[float, float]]] = {}
    for run in runs:
        seen = places.setdefault(run.text, [])
        if any(abs(run.left - x) < SAME_PLACE and abs(run.base - y) < SAME_PLACE for x, y in seen[-3:]):
            continue
        seen.append((run.left, run.base))
        yield run
