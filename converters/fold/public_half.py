"""Where the decision of a closed item ends, which alone of its text is public."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.attendance import attendance_label
from converters.dates import find_dates
from converters.segment.bodies import is_body
from converters.segment.decision_labels import is_of_others
from converters.segment.marks import Role
from converters.segment.repeats import could_be_label

if TYPE_CHECKING:
    from converters.segment.marks import Mark
    from converters.segment.outline import Outline
    from converters.segment.parts import Part

ENDS = frozenset({Role.FIELD, Role.VALUE, Role.TEXT, Role.TABLE, Role.OPEN, Role.CLOSED})
INLINE_LABEL = re.compile(r"^[A-ZÆØÅ][\w /&-]{1,40}:\s+\S")


def ends_decision(seen: Outline, index: int, *, begun: bool) -> bool:
    """Tell whether a closed item's decision ends above a line: what follows is not public.

    It ends at a field, at a label that is a heading elsewhere, and at a line that looks like a label
    nobody knows.  Paragraphs may follow each other without a gap: there any such line ends it once its
    text has ``begun``.
    """
    line = seen.lines[index]
    if line.level is not None:
        return True
    mark = seen.marks.get(index)
    if mark is not None:
        return mark.role in ENDS
    if attendance_label(line.text) is not None:
        return False
    if line.whole:
        return begun and (could_be_label(line.text) or INLINE_LABEL.match(line.text) is not None)
    under = seen.lines[index + 1] if index + 1 < len(seen.lines) else None
    return line.gap > 0 and could_be_label(line.text) and under is not None and not under.gap


def heads_other(mark: Mark, date: str | None, *, inside: bool) -> bool:
    """Tell whether a line heads what others decided, or another day than the meeting's ``date``: not public.

    ``inside`` a decision, committee and date are part of it.
    """
    if mark.role is Role.BODY_DECISION:
        dates = {found.date for found in find_dates(mark.label or "")}
        return not inside and (date not in dates or not is_body(mark.name or ""))
    return mark.role is Role.DECISION and is_of_others(mark.label or "")


def heads_on(seen: Outline, index: int, part: Part) -> bool:
    """Tell whether a set heading nobody knows stands as high as the title: an item's text ends there."""
    rank, level = seen.lines[part.start].level, seen.lines[index].level
    known = seen.marks.get(index)
    high = level is not None and rank is not None and level <= rank
    return high and index >= part.title_end and (known is None or known.role is Role.TEXT)
