"""What stands beside a page: its own committee and its own meeting, never the whole archive."""

from __future__ import annotations

from dataclasses import dataclass

from converters.site.archive import Committee, Item, Meeting, Year
from converters.site.danish import short_date

NO_COMMITTEE = "Udvalg ikke oplyst"
NO_DATE = "Dato ikke oplyst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One line of a list: where it leads, and whether that is the page it stands on."""

    title: str
    url: str
    current: bool = False
    closed: bool = False
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One named list of links.

    ``of`` is the folder of the meeting whose pages all show the list, ``current`` the address of the one
    it stands on; a list without either is that page's own.
    """

    title: str
    links: tuple[Link | Item, ...]
    of: str | None = None
    current: str | None = None


def committee_name(name: str | None) -> str:
    """The name of a committee, also where the source gives none."""
    return name or NO_COMMITTEE


def meeting_date(meeting: Meeting) -> str:
    """The date of a meeting as one says it, with its ordinal if it is not the first of its day."""
    when = short_date(meeting.date) if meeting.date else NO_DATE
    return f"{when} ({meeting.ordinal}. møde)" if meeting.ordinal > 1 else when


def agenda(meeting: Meeting, current: Item | None = None) -> Block:
    """The items of a meeting."""
    return Block(
        title="Punkter på mødet",
        links=meeting.items,
        of=meeting.folder,
        current=current.url if current else None,
    )


def years(committee: Committee, current: Year | None = None) -> Block:
    """The years of a committee."""
    return Block(
        title=committee_name(committee.name),
        links=(
            Link(title="Seneste møder", url=committee.url, current=current is None),
            *(
                Link(title=year.name or NO_DATE, url=year.url, current=year is current)
                for year in committee.years
            ),
        ),
    )


def around(committee: Committee, meeting: Meeting) -> Block:
    """The way from an item or a meeting to the rest of its committee."""
    year = next((year for year in committee.years if year.name == meeting.year), None)
    links = [Link(title="Seneste møder", url=committee.url)]
    if year:
        links.append(Link(title=f"Alle punkter i {year.name}" if year.name else NO_DATE, url=year.url))
    return Block(title=committee_name(committee.name), links=tuple(links))
