"""Who came and who did not, side by side in columns that only blanks part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converters.attendance import attendance_label, persons
from converters.blocks import Line

PIECE = re.compile(r"\S+(?:\s{1,2}\S+)*")
FEWEST = 2  # columns
REACH = 2  # characters that a name may begin before its column


def people_in_columns(lines: Sequence[Line], place: int) -> tuple[tuple[str, ...], int] | None:
    """Read the columns under a line of several labels, one after the other, and the place after them.

    "Til stede            Afbud" heads a list of people each; None where a line heads no columns.
    """
    heads = _pieces(lines[place])
    labels = [attendance_label(text) for _, text in heads]
    if len(heads) < FEWEST or any(label is None or label.rest for label in labels):
        return None
    starts = [start for start, _ in heads]
    columns = [[text] for _, text in heads]
    end = place + 1
    while end < len(lines) and lines[end].table is None and (lines[end].gap == 0 or end == place + 1):
        row = [(_column(starts, start), text) for start, text in _pieces(lines[end])]
        places = [column for column, _ in row]
        if any(a >= b for a, b in pairwise(places)) or not all(persons(text) for _, text in row):
            break
        for column, text in row:
            columns[column].append(text)
        end += 1
    return (tuple(text for column in columns for text in column), end) if end > place + 1 else None


def _pieces(line: Line) -> list[tuple[int, str]]:
    return [(line.indent + match.start(), match.group()) for match in PIECE.finditer(line.text)]


def _column(starts: Sequence[int], start: int) -> int:
    return max((n for n, first in enumerate(starts) if first <= start + REACH), default=0)
