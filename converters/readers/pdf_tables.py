"""Tables of a PDF by their ruling lines; looked for only on pages that have such lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.readers.pdf_table_parts import Place, WholeTable, merged

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Box", "Place", "RuledTable", "WholeTable", "merged", "ruled_tables"]

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledTable:
    """A table, or the part of one that stands on a page.

    ``box`` is left, top, right and bottom in points from the upper left corner of what is shown of the
    page.  Every row has as many cells as there are columns, "" for an empty one.  ``edges`` are the
    columns' left edges and the right one of the last.  ``opens`` is true if no running text stands
    above it on its page, ``closes`` if none stands below.
    """

    page: int
    box: Box
    rows: tuple[tuple[str, ...], ...]
    header: bool
    edges: tuple[float, ...] = ()
    opens: bool = False
    closes: bool = False


def ruled_tables(raw: bytes, pages: Sequence[int]) -> tuple[RuledTable, ...]:
    """The tables of the pages given (from 1), page by page from the top down.

    A page that pdfminer cannot read, or with more lines than a table has, gives none.
    """
    if not pages:
        return ()
    from converters.readers.pdf_table_pages import tables_of  # noqa: PLC0415 - pdfplumber is slow to load

    return tables_of(raw, pages)
