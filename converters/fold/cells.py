"""Closed items in the cells of a table that was not understood as minutes."""

from __future__ import annotations

from itertools import zip_longest

from converters.blocks import Table
from converters.lexicon import danish, fold
from converters.segment.closed import begins_closed, is_closed_value


def holds_closed(table: Table) -> bool:
    """Tell whether a table of a paper that is no minutes has a closed item in one of its cells.

    One word alone is not enough, unless its column says of each row whether it is open.
    """
    titled = any(begins_closed(cell) and len(cell.split()) > 1 for row in table.rows for cell in row)
    columns = zip_longest(table.header, *table.rows, fillvalue="")
    return titled or any(_tells_of_items(column) for column in columns)


def _tells_of_items(column: tuple[str, ...]) -> bool:
    head, *cells = column
    told = "åben" in fold(head) or any(fold(cell).strip("()[] .") in danish().open_marks for cell in cells)
    return told and any(map(is_closed_value, cells))
