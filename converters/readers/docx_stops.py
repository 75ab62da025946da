"""Tabs inside a paragraph: which of them lead on to another column, and which only part words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from converters.readers.markup_text import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converters.readers.docx_runs import Piece

TAB = "\t"
# What belongs to the words behind it, however far they stand away: a bullet, a number, "Punkt 3:".
LEADS = re.compile(r"^(?:\W|_)*$|^\(?(?:\d{1,4}[a-z]?|[a-z]|\d{1,3}(?:\.\d{1,3})+)[.:)]?$|:$", re.IGNORECASE)


def with_stops(pieces: Iterable[Piece], *, in_cell: bool) -> Iterator[Piece]:
    """Put a tab stop where a tab parts two columns, and a blank for any other.

    A cell of a table has no columns in it.
    """
    before = ""  # the words of the line so far
    for piece in pieces:
        if piece.breaks:
            before = ""
        elif piece.part is None:
            parts = []
            for letter in re.split(f"({TAB})", piece.text):
                leads = in_cell or LEADS.search(before.strip()) is not None
                parts.append(letter if letter != TAB else " " if leads else STOP)
                before += letter
            yield replace(piece, text="".join(parts)) if TAB in piece.text else piece
            continue
        yield piece
