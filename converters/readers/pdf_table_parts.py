"""A table that goes on over a page break is one table, and a row that the break cut is one row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.readers.pdf_tables import Box, RuledTable

SAME_EDGE = 4.0  # points
FURTHEST = 60.0  # points that a table is moved to the side on a left page
MOST_HEADER_ROWS = 3
ENDS = (".", ":", ";", "!", "?", "…", ")")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a part of a table stands."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTable:
    """A table with the places of its parts; ``dropped`` are header cells printed again on a later page."""

    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    header: bool
    dropped: tuple[str, ...] = ()


def merged(tables: Sequence[RuledTable]) -> tuple[WholeTable, ...]:
    """Put the parts of tables together; tables come page by page from the top down."""
    found: list[WholeTable] = []
    before: RuledTable | None = None
    for table in tables:
        part = WholeTable(
            places=(Place(page=table.page, box=table.box),), rows=table.rows, header=table.header
        )
        columns = _same_columns(before, table) if before is not None and goes_on(before, table) else None
        if columns is not None and not _has_other_header(table, found[-1]):
            wide, mine, theirs = columns
            whole = replace(found[-1], rows=_spread(found[-1].rows, mine, len(wide) - 1))
            found[-1] = _with_part(whole, replace(part, rows=_spread(part.rows, theirs, len(wide) - 1)))
            before = replace(table, edges=wide)
        else:
            found.append(part)
            before = table
    return tuple(found)


def goes_on(before: RuledTable, table: RuledTable) -> bool:
    """Tell whether a table stands as if it went on where the one before it ended."""
    follows = before.page + 1 == table.page and before.closes and table.opens
    return follows and _same_columns(before, table) is not None


def _has_other_header(table: RuledTable, whole: WholeTable) -> bool:
    """Tell whether a table begins with a header that is another than the one so far."""
    return table.header and whole.header and table.rows[0] != whole.rows[0]


def _same_columns(
    before: RuledTable, table: RuledTable
) -> tuple[tuple[float, ...], tuple[int, ...], tuple[int, ...]] | None:
    """The edges of both, if one's are the other's or some of them, and the places of the columns of each."""
    moved = before.edges[0] - table.edges[0]
    if abs(moved) > FURTHEST:
        return None
    edges = tuple(edge + moved for edge in table.edges)
    wide = max(before.edges, edges, key=len)
    mine, theirs = _places(before.edges, wide), _places(edges, wide)
    if mine is None or theirs is None:
        return None
    # The next page is compared where it stands, on its own side.
    return tuple(edge - moved for edge in wide), mine[:-1], theirs[:-1]


def _places(edges: Sequence[float], wide: Sequence[float]) -> tuple[int, ...] | None:
    """Which of the wide table's edges each edge is; None if one is none of them, or an end is another."""
    found = []
    for edge in edges:
        place = min(range(len(wide)), key=lambda number: abs(wide[number] - edge))
        if abs(wide[place] - edge) > SAME_EDGE:
            return None
        found.append(place)
    if found[0] != 0 or found[-1] != len(wide) - 1 or any(one >= other for one, other in pairwise(found)):
        return None
    return tuple(found)


def _spread(rows: Sequence[Row], columns: Sequence[int], width: int) -> tuple[Row, ...]:
    """Rows with their cells in the columns of a wider table."""
    if len(columns) == width:
        return tuple(rows)
    return tuple(
        tuple(dict(zip(columns, row, strict=True)).get(column, "") for column in range(width)) for row in rows
    )


def _with_part(whole: WholeTable, part: WholeTable) -> WholeTable:
    again = _repeated(whole.rows, part.rows)
    rows, more = whole.rows, part.rows[again:]
    if more and len(rows) > 1 and _is_cut(rows[-1], more[0], (*rows[:-1], *more[1:])):
        both = tuple(f"{upper} {lower}".strip() for upper, lower in zip(rows[-1], more[0], strict=True))
        rows, more = (*rows[:-1], both), more[1:]
    return WholeTable(
        places=(*whole.places, *part.places),
        rows=(*rows, *more),
        header=whole.header or again > 0,
        dropped=(*whole.dropped, *(cell for row in part.rows[:again] for cell in row if cell)),
    )


def _repeated(rows: Sequence[Row], more: Sequence[Row]) -> int:
    """How many of the first rows stand again at the top of the next part."""
    count = 0
    for first, again in zip(rows[:MOST_HEADER_ROWS], more, strict=False):
        if first != again or not any(character.isalpha() for character in "".join(first)):
            break
        count += 1
    return count


def _is_cut(upper: Row, lower: Row, others: Sequence[Row]) -> bool:
    """Tell whether a row at the foot of a page goes on in the first row of the next."""
    filled = [column for column, cell in enumerate(lower) if cell]
    if filled and not lower[0] and upper[0] and all(row[0] for row in others):
        return True  # though every other row has a first cell
    if not filled or not all(upper[column] for column in filled):
        return False
    return any(lower[column][0].islower() and not upper[column].endswith(ENDS) for column in filled)
