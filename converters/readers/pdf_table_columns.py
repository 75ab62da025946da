"""Tables with lines between their rows and none between their columns: columns are seen by the gaps."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from converters.readers.pdf_table_grid import TOLERANCE, Grid, Rule, grid_of
from converters.readers.pdf_table_words import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.readers.pdf_table_words import PlacedWord

WIDE = 1.0  # gap between two columns, in heights of a line
NARROW = 0.4  # the same, if what follows the gap begins at the same place line after line
PARTED = 0.7  # the same, where other rows have a line
ALIGNED = 1.5  # points
FEWEST_ALIGNED = 3  # lines
FEWEST_BANDS = 2
MOST_RULES = 1_000  # lines across a page; a drawing has more
NARROWEST_TABLE = 100.0  # points

Band = tuple[float, float]


def grids_by_gaps(across: Sequence[Rule], words: Sequence[PlacedWord]) -> tuple[Grid, ...]:
    """The grids of lines of the same extent, where the words between them stand in columns."""
    if len(across) > MOST_RULES:
        return ()
    found: list[Grid] = []
    for rules in _alike(across):
        bands = [(upper.place, lower.place) for upper, lower in pairwise(rules)]
        found += _runs(rules[0].start, rules[0].end, bands, words)
    return tuple(found)


def parted(grid: Grid, words: Sequence[PlacedWord]) -> Grid:
    """The grid with cells parted where a column goes on without its line, as in every other row."""
    inside: dict[int, list[PlacedWord]] = defaultdict(list)
    for word in words:
        if grid.holds(word.x, word.y):
            inside[grid.cell_at(word.x, word.y)].append(word)
    spanned: dict[int, set[int]] = defaultdict(set)
    for fields in grid.fields:
        for column, cell in enumerate(fields):
            spanned[cell].add(column)
    breaks: dict[int, list[int]] = defaultdict(list)
    for cell, some in inside.items():
        breaks[cell] = [edge for edge in sorted(spanned[cell])[1:] if _is_open(some, grid.xs[edge])]
    if not any(breaks.values()):
        return grid
    numbers: dict[tuple[int, int], int] = {}
    parts = tuple(
        tuple(
            numbers.setdefault((cell, sum(edge <= column for edge in breaks[cell])), len(numbers))
            for column, cell in enumerate(row)
        )
        for row in grid.fields
    )
    return Grid(xs=grid.xs, ys=grid.ys, fields=parts)


def _is_open(words: Sequence[PlacedWord], edge: float) -> bool:
    """Tell whether words stand on both sides of an edge and keep clear of it."""
    before = [word.right for word in words if word.x < edge]
    after = [word.left for word in words if word.x >= edge]
    if not before or not after:
        return False
    height = sorted(word.bottom - word.top for word in words)[len(words) // 2]
    return min(after) - max(before) >= PARTED * height and max(before) <= edge <= min(after)


def _alike(across: Sequence[Rule]) -> list[list[Rule]]:
    """Three lines or more that begin and end alike."""
    groups: dict[tuple[int, int], list[Rule]] = defaultdict(list)
    for rule in sorted(across):
        key = next(
            (
                key
                for key in groups
                if abs(groups[key][0].start - rule.start) <= TOLERANCE
                and abs(groups[key][0].end - rule.end) <= TOLERANCE
            ),
            (round(rule.start), round(rule.end)),
        )
        groups[key].append(rule)
    return [
        rules
        for rules in groups.values()
        if len(rules) > FEWEST_BANDS and rules[0].end - rules[0].start >= NARROWEST_TABLE
    ]


def _runs(left: float, right: float, bands: Sequence[Band], words: Sequence[PlacedWord]) -> list[Grid]:
    """Take as many bands together as keep two columns or more."""
    found: list[Grid] = []
    first = 0
    while first + FEWEST_BANDS <= len(bands):
        best: list[float] = []
        last = first
        for end in range(first + 1, len(bands) + 1):
            inside = [word for word in words if _inside(word, left, right, bands[end - 1])]
            gaps = _gaps([w for w in words if _inside(w, left, right, (bands[first][0], bands[end - 1][1]))])
            if not gaps or _filled(inside, gaps) < 2:
                break
            best, last = gaps, end
        if last - first >= FEWEST_BANDS:
            found.append(_grid(left, right, bands[first:last], best, words))
        first = max(last, first + 1)
    return found


def _inside(word: PlacedWord, left: float, right: float, band: Band) -> bool:
    return left <= word.x <= right and band[0] <= word.y <= band[1]


def _gaps(words: Sequence[PlacedWord]) -> list[float]:
    """The middles of the upright strips that no word reaches into, and that part columns."""
    if not words:
        return []
    height = sorted(word.bottom - word.top for word in words)[len(words) // 2]
    gaps: list[float] = []
    reached = min(word.right for word in words)
    for word in sorted(words, key=lambda one: one.left):
        gap = word.left - reached
        if gap >= WIDE * height or (gap >= NARROW * height and _is_edge(words, word.left)):
            gaps.append((word.left + reached) / 2)
        reached = max(reached, word.right)
    return gaps


def _is_edge(words: Sequence[PlacedWord], left: float) -> bool:
    """Tell whether words begin at the same place line after line, as those of a column do."""
    first_right: dict[int, float] = {}
    for number, line in enumerate(lines_of(words)):
        rest = [word.left for word in line if word.left >= left - ALIGNED]
        if rest:
            first_right[number] = min(rest)
    return len(first_right) >= FEWEST_ALIGNED and max(first_right.values()) - left <= ALIGNED


def _filled(words: Sequence[PlacedWord], gaps: Sequence[float]) -> int:
    """In how many columns there are words."""
    return len({sum(word.x > gap for gap in gaps) for word in words})


def _grid(
    left: float, right: float, bands: Sequence[Band], gaps: Sequence[float], words: Sequence[PlacedWord]
) -> Grid:
    top, bottom = bands[0][0], bands[-1][1]
    levels = [bands[0][0], *(lower for _, lower in bands)]
    if len(bands) == FEWEST_BANDS:
        body = [word for word in words if _inside(word, left, right, bands[1])]
        levels[2:2] = _levels(body, gaps)
    grid = grid_of(
        [Rule(place=level, start=left, end=right) for level in levels],
        [Rule(place=x, start=top, end=bottom) for x in (left, *gaps, right)],
    )
    assert grid is not None  # noqa: S101 - two bands and one gap are a grid
    return grid


def _levels(words: Sequence[PlacedWord], gaps: Sequence[float]) -> list[float]:
    """Where rows part between the last two of three lines: above each line that has words in all columns."""
    lines = lines_of(words)
    whole = [number for number, line in enumerate(lines) if _filled(line, gaps) == len(gaps) + 1]
    if not whole or whole[0] != 0:
        return []
    return [
        (max(word.bottom for word in lines[number - 1]) + min(word.top for word in lines[number])) / 2
        for number in whole[1:]
    ]
