"""Heads of two columns, one for items that are open and one for those that are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.segment.bodies import is_body
from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.marks import Marks
    from converters.segment.parts import Part

REACH = 8  # lines under a title in which a table of who treats the item stands


def without_heads(lines: Sequence[Line], marks: Marks, parts: Sequence[Part]) -> Marks:
    """Take the marks off "Åbent punkt" right above "Lukket punkt" under a title: an item is not both.

    Only where the word over the title says that the item is open, and the table's first row follows, a
    committee's; elsewhere a tick may have got lost, or the second word may be a closed item's own.
    """
    heads: set[int] = set()
    for part in parts:
        lead = None if part.lead is None else marks.get(part.lead)
        if lead is None or lead.role is not Role.OPEN:
            continue
        for index in range(part.title_end, min(part.end - 2, part.title_end + REACH)):
            one, other = marks.get(index), marks.get(index + 1)
            are_both = one and other and (one.role, other.role) == (Role.OPEN, Role.CLOSED)
            if are_both and is_body(lines[index + 2].text):
                heads |= {index, index + 1}
    return {index: mark for index, mark in marks.items() if index not in heads}
