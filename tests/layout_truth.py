"""The short truth of a layout sample, checked against the meeting that was made of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from converters.fold import Understood, understand
from converters.model import Access, AgendaItem, Meeting
from converters.readers import read
from converters.readers.doorway import source_of
from tests.reading import shown
from tests.truth_files import Told, bare

LONGEST = 50  # letters of a title or a decision that tell it from others


def truth_of(source: Path) -> Told:
    """The truth that lies beside a sample."""
    told: Told = yaml.safe_load(source.with_suffix(".truth.yml").read_text("utf-8"))
    return told


def understood(source: Path) -> Understood:
    """What a sample turned out to be."""
    return understand(read(source), source_of(source))


def wrongly_closed(told: Told, found: Understood) -> list[str]:
    """The items that are closed though nothing in the sample says so."""
    closed = {str(number) for number in told.get("closed") or []}
    return [
        name
        for meeting in found.meetings
        for item in meeting.items
        if item.access is Access.CLOSED and not closed & {name := str(item.number), str(item.position)}
    ]


def checks(told: Told, found: Understood) -> Iterator[tuple[str, bool]]:
    """Every check of a sample: what is checked, and whether it holds."""
    if len(found.meetings) != 1:
        yield "it is one meeting", False
        return
    (meeting,) = found.meetings
    silent = set(told.get("not_in_text") or [])
    if told.get("committee") and "committee" not in silent:
        yield "committee", bare(told["committee"]) in bare(meeting.committee)
    date = None if "date" in silent or not told.get("date") else str(told["date"])
    yield "date", meeting.date == date
    yield from _items(told, meeting)
    yield from _decisions(told, meeting)
    for number in told.get("closed") or []:
        item = _of_number(meeting, number)
        if item is not None or str(number) in {str(one) for one, _ in told["items"]}:
            yield f"{number} is closed", item is not None and item.access is Access.CLOSED


def _items(told: Told, meeting: Meeting) -> Iterator[tuple[str, bool]]:
    wanted = told.get("items") or []
    if all(number is None and title is None for number, title in wanted):
        yield "number of items", len(meeting.items) == (told.get("n_items") or len(wanted))
        return
    if not told.get("items_complete", True):
        return
    for number, title in wanted:
        there = [one for one in meeting.items if number is None or one.number == str(number)]
        yield f"item {number or title}", any(bare(title)[:LONGEST] in bare(one.title) for one in there)
    yield "no further item", len(meeting.items) <= len(wanted)


def _decisions(told: Told, meeting: Meeting) -> Iterator[tuple[str, bool]]:
    for number, text in (told.get("decisions") or {}).items():
        item = _of_number(meeting, number)
        words = bare(" ".join(_decided(item))) if item else ""
        if isinstance(text, str) and bare(text):
            yield f"decision {number}", bare(text)[:LONGEST] in words


def _of_number(meeting: Meeting, number: object) -> AgendaItem | None:
    """The item of a printed number; where none is printed, of a position from 1."""
    for item in meeting.items:
        if str(number) in {item.number, str(item.position) if item.number is None else None}:
            return item
    return None


def _decided(item: AgendaItem) -> Iterator[str]:
    sections = [one for one in item.sections if one.role == "decision"] or item.sections
    for section in sections:
        yield from shown(section.content)
