"""The text objects of a PDF page, as PDFium gives them: what is printed, where, and in which font."""

from __future__ import annotations

import ctypes
import struct
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from converters.readers.pdf_calls import (
    address_of,
    count_form_objects,
    count_page_objects,
    form_object,
    get_bounds,
    get_matrix,
    get_size,
    page_object,
    type_of,
)
from converters.readers.pdf_fonts import Font
from converters.readers.pdf_objects import UPRIGHT, moved, through
from converters.readers.pdf_signs import plain
from converters.readers.pdf_spacing import Letters
from converters.readers.pdf_texts import Texts
from converters.readers.pdf_turned import turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage

    from converters.readers.pdf_fonts import Fonts
    from converters.readers.pdf_objects import Matrix

TEXT, PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
IMAGE, FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
DEEPEST_FORM = 10  # forms inside forms; PDFium draws deeper, but no minutes need it
MOST_OBJECTS = 200_000  # of one page
MOST_TEXT = 2_000_000  # characters of one page
REMEMBERED = 8  # runs with the same words on a line, as leader dots are, that a further one is compared with
SAME_PLACE = 1.2  # points within which the same words painted again are one (a poor man's bold)
SLANT = 0.12  # of its run: how much a line may rise before it lies across the page
FLAT = 0.05  # of the size: how much the baseline may slope in upright text
SMALLEST_DOT, LARGEST_DOT, SQUARE = 1.5, 7.0, 1.25  # points a drawn bullet is wide; sides, one by the other
MOST_DOTS = 500  # of a page; a map has more
NEAR_TEXT = 26.0  # points from a drawn bullet to its text
SAME_LINE = 0.3  # of the usual size, that a bullet may stand higher or lower than its line
DOT_BELOW = 0.32  # of the usual size, that the middle of a bullet stands above the baseline

FIGURES = struct.Struct("11f")  # left, bottom, right, top; six of a matrix; the size of a font
_tupled = tuple.__new__
BULLET = Font(family="", bold=False, italic=False, symbols=True)


class Run(NamedTuple):
    """Text painted in one go: its box in points from the page's upper left corner, its baseline and font.

    ``origin`` is where its first letter begins, which its ink may do a little later.  A tuple, since a
    long paper has a hundred thousand of them.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    font: Font
    origin: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its size in points, its runs in the order painted, and the share its images cover."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    image_share: float
    slanted: tuple[str, ...] = ()  # words across the page, as a stamp or a watermark has them
    drawn: bool = False  # something is drawn on it, be it a line under a word
    crowded: bool = False  # more objects than any page of minutes has; those beyond were not read


def sheet_of(page: PdfPage, number: int, fonts: Fonts) -> Sheet:
    """Read one page; its number counts from 1."""
    text_page = page.get_textpage()
    try:
        texts = Texts(text_page.raw, MOST_TEXT // 2)
        believed = not texts.doubted
        sheet = _Reader(page, text_page.raw, texts, fonts).sheet(number)
        if believed and texts.doubted:
            return _Reader(page, text_page.raw, texts, fonts).sheet(number)
        return sheet
    finally:
        text_page.close()


class _Reader:
    """Reads the objects of one page."""

    def __init__(self, page: PdfPage, text_page: Any, texts: Texts, fonts: Fonts) -> None:  # noqa: ANN401 - a ctypes pointer
        self._page = page
        self._text_page = text_page
        self._texts = texts
        self._fonts = fonts
        self._left, bottom, right, self._top = page.get_bbox()
        self._width, self._height = right - self._left, self._top - bottom
        self._numbers = (ctypes.c_float * 11)()  # as in FIGURES
        self._sides = tuple(ctypes.byref(self._numbers, at) for at in (0, 4, 8, 12))
        self._at_matrix, self._at_size = ctypes.byref(self._numbers, 16), ctypes.byref(self._numbers, 40)
        self._sizes: dict[tuple[float, float, float], float] = {}
        self._found: list[Run] = []
        self._images = 0.0
        self._drawn = False
        self._seen = self._letters = 0
        self._slanted: list[str] = []
        self._dots: list[tuple[float, float, float, float]] = []

    def sheet(self, number: int) -> Sheet:
        """Read the page."""
        self._read(address_of(self._page.raw), UPRIGHT, 0)
        area = self._width * self._height
        runs = list(_once(turned(self._found, self._page.get_rotation(), self._width, self._height)))
        sideways = self._page.get_rotation() % 180 != 0
        return Sheet(
            number=number,
            width=self._height if sideways else self._width,
            height=self._width if sideways else self._height,
            runs=(*runs, *self._bullets(runs)),
            image_share=self._images / area if area > 0 else 0.0,
            slanted=tuple(self._slanted),
            drawn=self._drawn,
            crowded=self._crowded(),
        )

    def _crowded(self) -> bool:
        return self._seen > MOST_OBJECTS or self._letters > MOST_TEXT

    def _read(self, holder: int, outer: Matrix, depth: int) -> None:
        """Read the objects of the page or of a form on it."""
        count, get = (count_page_objects, page_object) if depth == 0 else (count_form_objects, form_object)
        found, letters = self._found, Letters(self._text_page, self._left, self._top)
        known = self._texts.found
        for place in range(max(0, count(holder))):
            self._seen += 1
            if self._seen > MOST_OBJECTS or self._letters > MOST_TEXT:
                return
            one = get(holder, place)
            kind = TEXT if one in known else type_of(one)
            if kind == TEXT:
                run = self._run(one, outer)
                if run is None:
                    continue
                if run.text.find(" ") < 1:
                    found.append(run)
                else:
                    found += letters.pieces(run)
            elif kind == IMAGE:
                left, top, right, bottom = self._box(one, outer)
                self._images += max(0.0, right - left) * max(0.0, bottom - top)
            elif kind == PATH:
                self._drawn = True
                if len(self._dots) < MOST_DOTS:
                    self._dot(one, outer)
            elif kind == FORM and depth < DEEPEST_FORM:
                self._read(one, through(self._matrix(one), outer), depth + 1)

    def _run(self, one: int, outer: Matrix) -> Run | None:
        text = self._texts.of(one)
        self._letters += len(text)
        text = plain(text)
        if not text or text.isspace():
            return None
        # The most frequent of all: three questions to PDFium, and their answers taken up in one go.
        bounded, placed = get_bounds(one, *self._sides), get_matrix(one, self._at_matrix)
        get_size(one, self._at_size)
        left, bottom, right, top, a, b, c, d, x, y, size = FIGURES.unpack(self._numbers)
        if bounded and placed and outer is UPRIGHT:
            left, top, right, bottom = (
                left - self._left,
                self._top - top,
                right - self._left,
                self._top - bottom,
            )
        else:
            left, top, right, bottom = self._box(one, outer)
            a, b, c, d, x, y = self._matrix(one) if outer is UPRIGHT else through(self._matrix(one), outer)
        size = self._size(size, c, d)
        font = self._fonts.of(one)
        if not b and a and d > 0:  # as nearly all text stands: not by Run(…), which costs as much again
            x -= self._left
            origin = min(left, x)
            return _tupled(Run, (text, left, top, right, bottom, self._top - y, size, font, origin))
        level, steep = abs(a), abs(b)
        if level > SLANT * steep and steep > SLANT * level:
            self._slanted.append(text.strip())
            return None
        if steep <= FLAT * (level + steep) and d > 0:
            return Run(text, left, top, right, bottom, self._top - y, size, font, min(left, x - self._left))
        return Run(text, left, top, right, bottom, bottom, size, font, left)

    def _size(self, size: float, c: float, d: float) -> float:
        """Give a font's size as it is shown, in points; a paper has few, each found out once a page."""
        key = (size, c, d)
        shown = self._sizes.get(key)
        if shown is None:
            shown = self._sizes[key] = round(abs(size) * (c**2 + d**2) ** 0.5, 1) or 1.0
        return shown

    def _matrix(self, one: int) -> Matrix:
        if not get_matrix(one, self._at_matrix):
            return UPRIGHT
        a, b, c, d, e, f = self._numbers[4:10]
        return (a, b, c, d, e, f)

    def _box(self, one: int, outer: Matrix) -> tuple[float, float, float, float]:
        """Give left, top, right and bottom from the page's upper left corner."""
        if not get_bounds(one, *self._sides):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = self._numbers[:4]
        if outer is not UPRIGHT:
            corners = [moved(x, y, outer) for x in (left, right) for y in (bottom, top)]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        return left - self._left, self._top - top, right - self._left, self._top - bottom

    def _dot(self, one: int, outer: Matrix) -> None:
        """Keep the place of a drawing that may be a bullet: small, and as wide as it is high."""
        left, top, right, bottom = self._box(one, outer)
        wide, high = right - left, bottom - top
        if SMALLEST_DOT <= wide <= LARGEST_DOT and high / SQUARE <= wide <= high * SQUARE:
            self._dots.append((left, top, right, bottom))

    def _bullets(self, runs: Sequence[Run]) -> Iterator[Run]:
        """Give a bullet for each drawing that stands before a line of the runs."""
        if not self._dots or not runs:
            return
        size = usual_size(runs)
        bases = sorted(runs, key=attrgetter("base"))
        for left, top, right, bottom in self._dots:
            base = (top + bottom) / 2 + DOT_BELOW * size
            low = bisect_left(bases, base - SAME_LINE * size, key=lambda run: run.base)
            high = bisect_right(bases, base + SAME_LINE * size, key=lambda run: run.base)
            line = min(bases[low:high], key=lambda run: run.left, default=None)
            if line is not None and 0 < line.left - right <= NEAR_TEXT:
                yield Run("•", left, top, right, bottom, line.base, line.size, BULLET, left)


def usual_size(runs: Iterable[Run]) -> float:
    """Give the size that most letters have; 0 for no runs."""
    letters: Counter[float] = Counter()
    for run in runs:
        letters[run.size] += len(run.text)
    return max(letters, key=lambda size: (letters[size], size)) if letters else 0.0


def _once(runs: Iterable[Run]) -> Iterator[Run]:
    """Drop the second of two runs with the same words at the same place."""
    places: dict[tuple[str, int], list[tuple[float, float]]] = {}
    runs = tuple(runs)
    times = Counter([run.text for run in runs])
    for run in runs:
        if times[run.text] == 1:
            yield run
            continue
        left, base = run.left, run.base
        key = (run.text, round(base / 4))
        seen = places.get(key)
        if seen is None:
            places[key] = [(left, base)]
            yield run
            continue
        for x, y in seen[-REMEMBERED:]:
            if -SAME_PLACE < left - x < SAME_PLACE and abs(base - y) < SAME_PLACE:
                break
        else:
            seen.append((left, base))
            yield run
