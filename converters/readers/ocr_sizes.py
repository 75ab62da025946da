"""Sizes of recognised text, measured by the width of its words: the machine's own follow the letters' height.

A line with a g or an Å in it is given a larger size than one without, so that a heading and running
text get the same.  How wide a line is, beside what its letters are wide in a usual type, tells the
size within a few hundredths, and bold type by being wider.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from converters.readers.letter_widths import breadth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from converters.readers.pdf_runs import Run, Sheet

Place = tuple[int, float]  # a page and a baseline

RUNNING = 1.06  # times the usual width, up to which a line is running text
FEW = 0.65  # what is added to that, divided by the line's letters: few of them tell less
SHORT = 10  # letters, below which a line makes no class of its own
APART = 1.06  # times a width that the next larger is, where two classes of headings part


def evened_by_width(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The pages with one size for running text and one for each class of wider lines."""
    lines = {(sheet.number, base): runs for sheet in sheets for base, runs in _lines(sheet).items()}
    if not lines:
        return tuple(sheets)
    widths = {
        place: size_of((run.text, run.right - run.left) for run in runs) for place, runs in lines.items()
    }
    letters = {place: sum(len(run.text.strip()) for run in runs) for place, runs in lines.items()}
    usual, size = _usual(widths, letters), _size_of_most(sheets)
    larger = {
        place: width / usual
        for place, width in widths.items()
        if width > usual * (RUNNING + FEW / max(1, letters[place]))
    }
    classes = _classes(larger, letters)
    return tuple(
        replace(
            sheet,
            runs=tuple(_sized(run, size * classes.get((sheet.number, run.base), 1.0)) for run in sheet.runs),
        )
        for sheet in sheets
    )


def _sized(run: Run, size: float) -> Run:
    return replace(run, size=round(size, 1))


def size_of(words: Iterable[tuple[str, float]]) -> float:
    """The size at which words of a usual type are as wide as these, given with their widths."""
    wide = letters = 0.0
    for text, width in words:
        wide += width
        letters += breadth(text)
    return wide / letters if letters else 0.0


def _lines(sheet: Sheet) -> dict[float, list[Run]]:
    lines: dict[float, list[Run]] = defaultdict(list)
    for run in sheet.runs:
        lines[run.base].append(run)
    return lines


def _usual(widths: Mapping[Place, float], letters: Mapping[Place, int]) -> float:
    """The width below which half of all letters are set."""
    half, count = sum(letters.values()) / 2, 0
    for place in sorted(widths, key=lambda one: (widths[one], one)):
        count += letters[place]
        if count >= half:
            return widths[place]
    return max(widths.values())


def _size_of_most(sheets: Sequence[Sheet]) -> float:
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for run in sheet.runs:
            sizes[run.size] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _classes(larger: Mapping[Place, float], letters: Mapping[Place, int]) -> dict[Place, float]:
    """Lines whose widths lie close to each other get the one in their middle; short lines get the nearest."""
    groups: list[list[float]] = []
    telling = [width for place, width in larger.items() if letters[place] >= SHORT] or larger.values()
    for width in sorted(telling):
        if groups and width <= APART * groups[-1][-1]:
            groups[-1].append(width)
        else:
            groups.append([width])
    middles = [median(group) for group in groups]
    return {
        place: min(middles, key=lambda middle: (abs(middle - width), middle))
        for place, width in larger.items()
    }
