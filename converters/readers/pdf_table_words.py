"""The words of a page for its tables: parted at ruling lines, put together to the text of a cell."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pdfplumber.utils.text import extract_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from converters.readers.pdf_table_grid import Grid

GAP = 0.2  # of the font's size; a wider gap parts two words that have no blank between them
SAME_LINE = 0.5  # of a word's height that two words of a line may be out of line
SAME_PLACE = 1.0  # points within which a letter painted again is the same
LOOKED_BACK = 12  # letters of the same kind that are compared
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
HYPHENS = ("-", "\u2010")
# "https://www.eksempel.dk/dagsorden/" at a line's end goes on in the next line.
OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[-/?&=_.#]$")
DIVIDED = re.compile(r"(?P<left>[^\W_]+)[-\u2010]$")
NEXT = re.compile(r"^[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedWord:
    """A word with its box in points; ``turned`` is 1 if it is read downwards, -1 upwards, 0 as usual."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    bold: bool = False
    turned: int = 0

    @property
    def x(self) -> float:
        """Its middle from the left."""
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        """Its middle from the top."""
        return (self.top + self.bottom) / 2


def turn_of(char: dict[str, Any]) -> int:
    """Tell which way a letter stands."""
    if char.get("upright", True):
        return 0
    matrix = char.get("matrix") or (1, 0, 0, 1, 0, 0)
    return -1 if matrix[1] > 0 else 1


def words_of(chars: Sequence[dict[str, Any]], grids: Sequence[Grid]) -> tuple[PlacedWord, ...]:
    """The words that the letters make; a word that goes through a grid's upright line is two."""
    found: list[PlacedWord] = []
    for turned, direction in ((0, "ttb"), (1, "ttb"), (-1, "btt")):
        letters = list(_once(char for char in chars if turn_of(char) == turned))
        words = extract_words(
            letters, x_tolerance_ratio=GAP, char_dir_rotated=direction, return_chars=True, use_text_flow=False
        )
        for word in words:
            parts = [word["chars"]] if turned else _parted(word["chars"], grids)
            if len(parts) == 1:
                found.append(_word(word["text"], parts[0], turned))
            else:
                found += [_word("".join(char["text"] for char in part), part, turned) for part in parts]
    return tuple(found)


def _once(chars: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Leave out letters that were painted on themselves, a poor man's bold."""
    places: dict[str, deque[tuple[float, float]]] = {}
    for char in chars:
        seen = places.setdefault(char["text"], deque(maxlen=LOOKED_BACK))
        x, y = char["x0"], char["top"]
        if not any(abs(x - left) < SAME_PLACE and abs(y - top) < SAME_PLACE for left, top in seen):
            seen.append((x, y))
            yield char


def _word(text: str, chars: Sequence[dict[str, Any]], turned: int) -> PlacedWord:
    return PlacedWord(
        text=text,
        left=min(char["x0"] for char in chars),
        top=min(char["top"] for char in chars),
        right=max(char["x1"] for char in chars),
        bottom=max(char["bottom"] for char in chars),
        bold=bool(BOLD.search(str(chars[0].get("fontname", "")))),
        turned=turned,
    )


def _parted(chars: list[dict[str, Any]], grids: Sequence[Grid]) -> list[list[dict[str, Any]]]:
    """Part a word's letters where an upright line stands between two of them."""
    parts = [[chars[0]]]
    for before, after in pairwise(chars):
        y = (after["top"] + after["bottom"]) / 2
        middles = ((before["x0"] + before["x1"]) / 2, (after["x0"] + after["x1"]) / 2)
        if any(_line_between(grid, before["x1"], after["x0"], middles, y) for grid in grids):
            parts.append([])
        parts[-1].append(after)
    return parts


def _line_between(grid: Grid, end: float, start: float, middles: tuple[float, float], y: float) -> bool:
    """Tell whether a line stands in the gap of two letters, and they lie in two cells."""
    return (
        any(end - 0.5 <= x <= start + 0.5 for x in grid.xs)
        and grid.holds(middles[0], y)
        and grid.holds(middles[1], y)
        and grid.cell_at(middles[0], y) != grid.cell_at(middles[1], y)
    )


def lines_of(words: Iterable[PlacedWord]) -> list[list[PlacedWord]]:
    """Words of a cell as lines in reading order; turned words come after the others."""
    lines: list[list[PlacedWord]] = []
    for word in sorted(words, key=lambda one: (abs(one.turned), _across(one), _along(one))):
        line = lines[-1] if lines and lines[-1][0].turned == word.turned else None
        if line is not None and _across(word) - _across(line[0]) <= SAME_LINE * _height(line[0]):
            line.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=_along) for line in lines]


def _across(word: PlacedWord) -> float:
    """How far down its text the word's line lies."""
    return word.y if not word.turned else -word.turned * word.x


def _along(word: PlacedWord) -> float:
    """How far along its line the word stands."""
    return {0: word.left, 1: word.top, -1: -word.bottom}[word.turned]


def _height(word: PlacedWord) -> float:
    return word.right - word.left if word.turned else word.bottom - word.top


def text_of(words: Iterable[PlacedWord], known: Collection[str]) -> str:
    """The text of a cell; ``known`` are words of the page, asked where a word is divided at a line's end."""
    text = ""
    for line in lines_of(words):
        text = join(text, " ".join(word.text for word in line), known)
    return text


def join(left: str, right: str, known: Collection[str]) -> str:
    """Join two lines of a cell; a divided word is put together only where there is no doubt."""
    if not left:
        return right
    if left.endswith("\u00ad"):
        return left[:-1] + right
    last = left.rsplit(" ", 1)[-1]
    if OPEN_ADDRESS.fullmatch(last):
        return left + right
    divided, following = DIVIDED.search(last), NEXT.match(right)
    if divided is None or (following is None and not right[:1].isdigit()):
        return f"{left} {right}"
    if following is None or following[0][0].isupper():
        return left + right  # "Lyngby-" and "Taarbæk", "20-" and "30 %"
    return _divided(left, divided["left"], right, following[0], known)


def _divided(left: str, end: str, right: str, start: str, known: Collection[str]) -> str:
    """Join two lines where a small letter follows a hyphen; what the page does not know stays apart."""
    if (end + start).casefold() in known:
        return left[:-1] + right
    return left + right if f"{end}-{start}".casefold() in known else f"{left} {right}"
