"""Rows and cells of a table, as those look at them who ask whether it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converters.blocks import Link, Table
from converters.lexicon import fold

COLUMN = "   "  # what a text layer prints where a line jumps to another column
NUMBER = re.compile(r"^(?:(?:punkt|pkt\.?|nr\.?|sag)\s*)?(?P<number>\d{1,4})[a-z]?[.:)]?$", re.IGNORECASE)

Cell = tuple[str, tuple[Link, ...]]


def rows_of(table: Table) -> list[list[Cell]]:
    """Give the rows that hold words, each cell with the links in it."""
    links: dict[tuple[int, int], list[Link]] = {}
    for one in table.links:
        links.setdefault((one.row, one.column), []).append(one.link)
    rows = [
        [(cell.strip(), tuple(links.get((number, column), ()))) for column, cell in enumerate(row)]
        for number, row in enumerate((table.header, *table.rows))
    ]
    return [row for row in rows if any(cell for cell, _ in row)]


def joined(cells: Sequence[Cell]) -> Cell:
    """Put the cells of a row on one line, with the gap of a column between them."""
    text, links = "", []
    for cell, mine in cells:
        if not cell:
            continue
        text += COLUMN if text else ""
        links += [moved(link, len(text)) for link in mine]
        text += cell
    return text, tuple(links)


def numbers_of(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Give the rising numbers that the rows below the first begin with; none if one has no number."""
    found = [NUMBER.match(row[0][0]) for row in rows[1:]]
    numbers = [int(match["number"]) for match in found if match]
    rising = len(numbers) == len(found) and all(a < b for a, b in pairwise(numbers))
    return numbers if rising else []


def heads_of(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The first row's words, folded."""
    return [fold(cell).strip(" :") for cell, _ in rows[0]]


def moved(link: Link, by: int) -> Link:
    """The same link in a text that was put behind others."""
    return Link(start=link.start + by, end=link.end + by, href=link.href)
