"""Who took part: lists of people under a label, and sentences that say who was away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from converters.attendance.absence import absences, absent_in
from converters.attendance.labels import AttendanceLabel, attendance_label, labelled_lists, without_group
from converters.attendance.people import is_nobody, persons
from converters.attendance.ticks import ticked
from converters.model import Attendance, Presence

__all__ = [
    "AttendanceLabel",
    "absences",
    "absent_in",
    "attendance_label",
    "is_nobody",
    "labelled_lists",
    "merge",
    "persons",
    "ticked",
    "without_group",
]


def merge(members: Iterable[Attendance], absent: Iterable[Attendance]) -> tuple[Attendance, ...]:
    """The members in their order, each once, those also listed absent as absent; other absent people last.

    Two entries are one person if their names are equal and their parties do not differ.
    """
    merged: list[Attendance] = []
    for person in members:
        place = _place_of(person, merged)
        if place is None:
            merged.append(person)
        else:
            merged[place] = _together(merged[place], person, merged[place].presence)
    for person in absent:
        place = _place_of(person, merged)
        if place is None:
            merged.append(person)
        elif person.presence is not Presence.PRESENT:
            merged[place] = _together(merged[place], person, person.presence)
    return tuple(merged)


def _place_of(person: Attendance, among: list[Attendance]) -> int | None:
    for place, other in enumerate(among):
        same_name = _folded(other.name) == _folded(person.name)
        if same_name and (person.party == other.party or not person.party or not other.party):
            return place
    return None


def _together(person: Attendance, again: Attendance, presence: Presence) -> Attendance:
    notes = dict.fromkeys(note for note in (person.note, again.note) if note)
    return replace(
        person,
        presence=presence,
        party=person.party or again.party,
        role=person.role or again.role,
        note="; ".join(notes) or None,
    )


def _folded(name: str) -> str:
    return " ".join(name.replace(".", " ").casefold().split())
