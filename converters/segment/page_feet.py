"""Where one page ends and the next begins, in a text that lost its page breaks."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from converters.dates import find_dates
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from converters.blocks import Line

NUMBER = re.compile(r"\d{1,4}")
OF_PAPER = re.compile(r"\bkommune\b|\b(?:referat|dagsorden|protokol)", re.IGNORECASE)
TIMES = 3  # pages that tell what runs
LONGEST = 100  # characters of a running line


def find_feet(lines: Sequence[Line], taken: Collection[int]) -> Marks:
    """Mark numbers alone on their lines that grow between the same two lines: a page's foot, the next's head.

    The lines around them name the paper or its day, so that no table's figures are meant.
    """
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in range(1, len(lines) - 1):
        above, number, below = lines[index - 1].text, lines[index].text, lines[index + 1].text
        free = not {index - 1, index, index + 1} & set(taken) if NUMBER.fullmatch(number) else False
        if free and max(len(above), len(below)) <= LONGEST:
            places[above, below].append(index)
    marks: Marks = {}
    for (above, below), numbers in places.items():
        grows = all(int(lines[a].text) < int(lines[b].text) for a, b in pairwise(numbers))
        named = all(OF_PAPER.search(text) or find_dates(text) for text in (above, below))
        if len(numbers) < TIMES or not grows or not named:
            continue
        why = f"kommer igen {len(numbers)} gange om et sidetal, der vokser"
        rows = ((-1, Role.FOOTER), (0, Role.PAGE_NUMBER), (1, Role.HEADER), *_more(lines, numbers))
        for step, role in rows:
            marks |= {index + step: Mark(role=role, why=why) for index in numbers}
    return marks


def _more(lines: Sequence[Line], numbers: Sequence[int]) -> tuple[tuple[int, Role], ...]:
    """Give the second line of the head, where it calls the paper the same thing on every page."""
    second = {lines[index + 2].text if index + 2 < len(lines) else "" for index in numbers}
    same = len(second) == 1 and OF_PAPER.fullmatch(second.pop()) is not None
    return ((2, Role.HEADER),) if same else ()
