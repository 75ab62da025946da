"""Attachments of an open item that its source marks as closed, in their name or in the cell beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converters.blocks import Table
from converters.lexicon import fold
from converters.segment.closed import SAYS_YES, is_closed_file, is_closed_value


def open_part(table: Table) -> tuple[Table | None, tuple[tuple[str, ...], ...]]:
    """The rows of a table of attachments that are open, None without any, and the rows that are closed."""
    shut = [place for place, row in enumerate(table.rows) if _is_shut(table.header, row)]
    if any(is_closed_file(cell) and not is_closed_value(cell) for cell in table.header):
        return None, (table.header, *table.rows)  # a file where heads would be: what is beside it is in doubt
    if not shut:
        return table, ()
    kept = [place for place in range(len(table.rows)) if place not in shut]
    moved = {0: 0} | {old + 1: new + 1 for new, old in enumerate(kept)}  # a link's row 0 is the header
    rest = replace(
        table,
        rows=tuple(table.rows[place] for place in kept),
        links=tuple(replace(one, row=moved[one.row]) for one in table.links if one.row in moved),
    )
    return (rest if kept else None), tuple(table.rows[place] for place in shut)


def _is_shut(header: Sequence[str], row: Sequence[str]) -> bool:
    heads = (*header, *[""] * len(row))
    return any(
        is_closed_file(cell) or SAYS_YES.match(f"{head}: {cell}") is not None
        for head, cell in zip(heads, row, strict=False)
        if cell
    )


def titles_in(row: Sequence[str]) -> tuple[str, ...]:
    """What may be the name of a file in a row that was taken out."""
    return tuple(
        cell for cell in row if len(fold(cell)) > 1 and not is_closed_value(cell) and not cell.isdecimal()
    )
