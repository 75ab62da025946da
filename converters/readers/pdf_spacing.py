"""The blanks inside a run: where a tab jumps to another column, and letters that are only spaced out."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from converters.readers.pdf_runs import Run

WIDE = 0.62  # of the size: what a letter takes on the average in no font
JUMP = 1.4  # of the size: a gap inside a run that leads to another column
FEWEST, FEWEST_LETTERS = 5, 3  # letters that are spaced out; different ones among them
WORD_GAP = 1.7  # times the usual gap, from which on a gap between spaced letters parts two words


class Letters:
    """The letters of a page, each with its own box, looked at only where a run's blanks are in doubt."""

    def __init__(self, text_page: Any, left: float, top: float) -> None:  # noqa: ANN401 - a ctypes pointer
        self._page, self._left, self._top = text_page, left, top
        self._box = tuple(ctypes.c_double() for _ in range(4))

    def pieces(self, run: Run) -> Iterator[Run]:
        """Give a run as it is, in pieces that stand apart, or with its spaced letters put together."""
        text = run.text
        if " " not in text or text.find(" ") < 1:
            yield run
        elif _is_spaced(text):
            yield run._replace(text=self._together(run))
        elif run.right - run.left < len(text.strip()) * WIDE * run.size:
            yield run
        else:
            yield from self._apart(run)

    def _apart(self, run: Run) -> Iterator[Run]:
        """Cut a run that jumps to another column without a new object, as a tab in running text does."""
        start, cut, right = run.left, 0, run.left
        for place, left, end in self._places(run):
            if place > cut and left - right > JUMP * run.size:
                yield run._replace(text=run.text[cut:place], left=start, right=right)
                run = run._replace(origin=left)
                start, cut = left, place
            right = end
        yield run._replace(text=run.text[cut:], left=start)

    def _together(self, run: Run) -> str:
        """Put letters together that stand apart for looks, and keep the wider gaps as blanks."""
        places = list(self._places(run))
        gaps = [left - end for (_, _, end), (_, left, _) in pairwise(places)]
        if len(places) != len(run.text.replace(" ", "")) or not gaps:
            return run.text
        from statistics import median  # noqa: PLC0415 - slow to load, and few papers have spaced letters

        usual = median(gaps)
        text = run.text[places[0][0]]
        for gap, (place, _, _) in zip(gaps, places[1:], strict=True):
            text += (" " if gap > WORD_GAP * usual else "") + run.text[place]
        return text

    def _places(self, run: Run) -> Iterator[tuple[int, float, float]]:
        """Give the place in the text of each letter, its left and its right edge; stops where they part."""
        x, y = run.left + self._left + 0.5, self._top - run.base + 0.3 * run.size
        index = pdfium.FPDFText_GetCharIndexAtPos(self._page, x, y, run.size / 2, run.size / 2)
        if index < 0:
            return
        for place, letter in enumerate(run.text.lstrip(), len(run.text) - len(run.text.lstrip())):
            if letter == " " and chr(pdfium.FPDFText_GetUnicode(self._page, index)) != " ":
                continue
            if chr(pdfium.FPDFText_GetUnicode(self._page, index)) != letter:
                return
            if letter != " " and pdfium.FPDFText_GetCharBox(self._page, index, *self._box):
                yield place, self._box[0].value - self._left, self._box[1].value - self._left
            index += 1


def _is_spaced(text: str) -> bool:
    """Tell whether the letters of a heading are spaced out: each stands alone, and they are set alike."""
    first = text[:2].split()
    if first and len(first[0]) > 1:  # as in nearly every text
        return False
    signs = text.split()
    if len(signs[0]) > 1:
        return False
    letters = [sign for sign in signs if sign.isalpha()]
    if len(letters) < FEWEST or any(len(sign) > 1 for sign in signs) or len(set(letters)) < FEWEST_LETTERS:
        return False
    word = "".join(letters)
    return word.isupper() or word[1:].islower()
