"""A table of people that ticks who came and who did not, read as lines under labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converters.attendance.labels import attendance_label
from converters.attendance.people import persons
from converters.attendance.words import fold, words
from converters.model import Presence

Row = Sequence[str]


def ticked(rows: Sequence[Row]) -> tuple[str, ...]:
    """Give each person of the table behind the label of the ticked column, () if nothing is ticked so.

    Where one column alone tells, who has no tick there was the opposite.
    """
    if len(rows) <= 1:
        return ()
    heads, below = rows[0], rows[1:]
    columns = {place: head.strip().rstrip(":") for place, head in enumerate(heads) if _is_presence(head)}
    marks = [row[place] for row in below for place in columns if place < len(row)]
    if not columns or 0 in columns or not any(map(_is_tick, marks)):
        return ()
    if any(mark.strip() and not _is_tick(mark) and not _is_no(mark) for mark in marks):
        return ()
    return tuple(_lines(below, columns))


def _lines(rows: Sequence[Row], columns: dict[int, str]) -> Iterator[str]:
    for row in rows:
        told = [cell.strip() for place, cell in enumerate(row) if place not in columns and cell.strip()]
        who = ", ".join(told) if persons(", ".join(told)) else next(filter(persons, told), None)
        if who is None:
            continue
        label = next((columns[place] for place in columns if place < len(row) and _is_tick(row[place])), None)
        if label is None and len(columns) == 1:
            label = _opposite(*columns.values())
        if label is not None:
            yield f"{label}: {who}"


def _is_presence(head: str) -> bool:
    label = attendance_label(head) if head.strip() else None
    return label is not None and not label.rest and not label.members and not label.guests


def _opposite(head: str) -> str:
    """Give a label for those who are not under this one."""
    label = attendance_label(head)
    group = "present" if label is not None and label.presence is Presence.ABSENT else "absent"
    return next(known for known, its in words().labels.items() if its == group)


def _is_tick(cell: str) -> bool:
    return fold(cell) in words().ticks


def _is_no(cell: str) -> bool:
    return not fold(cell) or fold(cell) in words().no_ticks
