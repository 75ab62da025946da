"""Ruling lines of a page put together to grids: which lines meet, and which cells they part."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TOLERANCE = 3.0  # points two lines may lie apart and be one, or end short of each other and meet
SHORTEST = 8.0  # points; shorter ones are dots, ticks and glyphs drawn as lines
MOST_MEETINGS = 400_000  # pairs of lines that are looked at; a drawing has more
MOST_CELLS = 20_000  # of one grid


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Rule:
    """A line that lies at ``place`` and goes from ``start`` to ``end``, all in points."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Column and row edges, and for each field between them the number of the cell it belongs to.

    Cells are numbered from 0, row by row; a merged cell has several fields.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fields: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the grid."""
        left, top, right, bottom = self.box
        return left <= x <= right and top <= y <= bottom

    def cell_at(self, x: float, y: float) -> int:
        """The number of the cell a point lies in, or the nearest field's."""
        return self.fields[_between(self.ys, y)][_between(self.xs, x)]

    @property
    def starts(self) -> tuple[tuple[int, int], ...]:
        """Row and column of the first field of each cell, by the cell's number."""
        first: dict[int, tuple[int, int]] = {}
        for row, cells in enumerate(self.fields):
            for column, cell in enumerate(cells):
                known = first.get(cell, (row, column))
                first[cell] = (known[0], min(known[1], column))
        return tuple(first[cell] for cell in sorted(first))


def _between(edges: Sequence[float], place: float) -> int:
    """The number of the space between two edges that a place lies in; the nearest for one outside."""
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


def joined(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Lines that lie on each other, or go on where another ends, become one."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.place - levels[-1][0].place <= TOLERANCE:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    found: list[Rule] = []
    for level in levels:
        place = sum(rule.place for rule in level) / len(level)
        found += [
            Rule(place=place, start=start, end=end)
            for start, end in _covered((rule.start, rule.end) for rule in level)
            if end - start >= SHORTEST
        ]
    return tuple(found)


def _covered(stretches: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches that touch or overlap become one."""
    covered: list[tuple[float, float]] = []
    for start, end in sorted(stretches):
        if covered and start <= covered[-1][1] + TOLERANCE:
            covered[-1] = (covered[-1][0], max(covered[-1][1], end))
        else:
            covered.append((start, end))
    return covered


def grids(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[Grid, ...]:
    """The grids that lines across and lines down a page make where they meet, from the top down."""
    if len(across) * len(down) > MOST_MEETINGS:
        return ()
    found = []
    for some_across, some_down in _meeting(across, down):
        grid = grid_of(some_across, some_down)
        if grid is not None:
            found.append(grid)
    return tuple(sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0], -grid.ys[-1])))


def _meeting(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group the lines that meet, directly or through others."""
    leader = list(range(len(across) + len(down)))

    def lead(one: int) -> int:
        while leader[one] != one:
            leader[one] = leader[leader[one]]
            one = leader[one]
        return one

    for first, level in enumerate(across):
        for second, upright in enumerate(down, start=len(across)):
            if _within(upright.place, level) and _within(level.place, upright):
                leader[lead(second)] = lead(first)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for one, rule in enumerate((*across, *down)):
        groups.setdefault(lead(one), ([], []))[one >= len(across)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _within(place: float, rule: Rule) -> bool:
    return rule.start - TOLERANCE <= place <= rule.end + TOLERANCE


def grid_of(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    """The grid of lines that belong together; a side without a line is closed where the others end."""
    xs = _edges([rule.place for rule in down], [end for rule in across for end in (rule.start, rule.end)])
    ys = _edges([rule.place for rule in across], [end for rule in down for end in (rule.start, rule.end)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:
        return None
    return Grid(xs=xs, ys=ys, fields=_fields(xs, ys, _walls(xs, ys, down), _walls(ys, xs, across)))


def _edges(places: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """The places of the lines, and those where the lines across them begin and end."""
    edges = sorted(set(places))
    lowest, highest = min(ends), max(ends)
    if not edges or lowest < edges[0] - TOLERANCE:
        edges.insert(0, lowest)
    if highest > edges[-1] + TOLERANCE:
        edges.append(highest)
    return tuple(edges)


def _walls(edges: Sequence[float], others: Sequence[float], rules: Sequence[Rule]) -> set[tuple[int, int]]:
    """Which spaces between the other edges have a line at which edge, as (edge, space)."""
    number = {edge: place for place, edge in enumerate(edges)}
    return {
        (number[rule.place], space)
        for rule in rules
        if rule.place in number
        for space, (start, end) in enumerate(pairwise(others))
        if rule.start - TOLERANCE <= start and end <= rule.end + TOLERANCE
    }


def _fields(
    xs: Sequence[float], ys: Sequence[float], upright: set[tuple[int, int]], level: set[tuple[int, int]]
) -> tuple[tuple[int, ...], ...]:
    """Number the cells: fields with no wall between them are one."""
    rows, columns = len(ys) - 1, len(xs) - 1
    numbers = [[-1] * columns for _ in range(rows)]
    count = 0
    for start in ((row, column) for row in range(rows) for column in range(columns)):
        if numbers[start[0]][start[1]] >= 0:
            continue
        waiting = [start]
        while waiting:
            row, column = waiting.pop()
            if numbers[row][column] >= 0:
                continue
            numbers[row][column] = count
            if column + 1 < columns and (column + 1, row) not in upright:
                waiting.append((row, column + 1))
            if column > 0 and (column, row) not in upright:
                waiting.append((row, column - 1))
            if row + 1 < rows and (row + 1, column) not in level:
                waiting.append((row + 1, column))
            if row > 0 and (row, column) not in level:
                waiting.append((row - 1, column))
        count += 1
    return tuple(map(tuple, numbers))
