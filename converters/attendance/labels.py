"""Labels that people follow: "Medlemmer", "Afbud fra", "Derudover deltog"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from converters.attendance.people import is_nobody, persons
from converters.attendance.words import any_of, fold, words
from converters.model import Presence

# "... bortset fra Ida Holm og Bo Lind, der havde meldt afbud."
TOLD = re.compile(r",? (?:der|som) (?:havde|har) meldt afbud\.?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLabel:
    """A label people follow: as printed without its colon, and what stands after it on the line.

    ``members`` is true for the list of all who should have come; those away are named elsewhere.
    ``guests`` are people who are no members.
    """

    label: str
    presence: Presence
    members: bool
    guests: bool
    rest: str


def attendance_label(text: str) -> AttendanceLabel | None:
    """The label a line is or begins with, None if there is none.

    Behind a colon or a dash anything may follow; behind a blank only people, or nobody.
    """
    match = _label().match(text)
    if not match:
        return None
    rest = TOLD.sub("", text[match.end() :].strip())
    if rest and not match["mark"] and not (is_nobody(rest) or persons(rest)):
        return None
    group = words().labels[fold(match["label"])]
    return AttendanceLabel(
        label=match["label"],
        presence=Presence.ABSENT if group == "absent" else Presence.PRESENT,
        members=group == "members",
        guests=group == "guests",
        rest=rest,
    )


def without_group(text: str) -> str:
    """A line of people without whom they stand for: "Forældre: Ida Holm, Bo Dal" gives the names."""
    group, colon, rest = text.partition(":")
    return rest.strip() if colon and fold(group) in words().groups else text


def labelled_lists(text: str) -> tuple[str, ...]:
    """Cut a list of people before each further label in it: "Deltagere: ... fraværende: ..."."""
    cuts = [match.start() for match in _inner_label().finditer(text) if match.start()] if ":" in text else []
    if not cuts or (attendance_label(text) is None and not persons(text[: cuts[0]])):
        return (text,)
    return tuple(
        text[start:end].strip(" ,;") for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    )


@cache
def _inner_label() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\s.,;)])(?:{any_of(words().labels)})\s{{0,3}}:", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    labels = any_of(words().labels)
    return re.compile(
        rf"\s*(?:[•·▪*\uf0b7]\s*|[-–]\s+)?(?P<label>{labels})(?!\w)\s{{0,3}}(?:(?P<mark>:|[-–](?=\s))|(?=\s|\Z))",
        re.IGNORECASE,
    )
