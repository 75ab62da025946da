"""The two pages about following: the decisions of the newest week, and every feed and calendar there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from converters.site.addresses import CORRECTIONS
from converters.site.archive import Item, Meeting
from converters.site.catalog import Catalog, newest_first
from converters.site.danish import short_date
from converters.site.latest import is_agenda
from converters.site.published.addresses import CALENDAR, DECISIONS, FOLLOW, beside
from converters.site.published.feeds import FEED, is_decision
from converters.site.sidebar import committee_name
from converters.site.view import IndexPage, View, way

WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Something to follow: its name, and the addresses of its feed and its calendar."""

    name: str
    about: str
    page: str
    feed: str
    calendar: str


def pages(catalog: Catalog) -> Mapping[str, IndexPage]:
    """Both pages by their path, less those that a person has written."""
    made = (decisions(catalog), follow(catalog))
    return {page.path: page for page in made if page.path not in catalog.addresses.files}


def decisions(catalog: Catalog) -> IndexPage:
    """What was decided in the week up to the newest meeting with decisions, day by day."""
    meetings = tuple(week(catalog))
    days = tuple(
        (date, tuple((meeting, tuple(decided(meeting))) for meeting in held))
        for date, held in groupby(meetings, key=lambda meeting: meeting.date)
    )
    found = sum(len(items) for _, held in days for _, items in held)
    newest = meetings[0].date if meetings else None
    view = View(
        title="Seneste beslutninger",
        description="Hvad der er besluttet i den seneste uge med møder.",
        crumbs=way(catalog, ("Seneste beslutninger", None)),
        shown={
            "days": days,
            "found": found,
            "since": short_date(first_day(newest)) if newest else None,
            "until": short_date(newest) if newest else None,
            "feed": beside(DECISIONS, FEED),
        },
    )
    return IndexPage(path=DECISIONS, template="decisions.html", view=view, date=newest)


def week(catalog: Catalog) -> Iterator[Meeting]:
    """The meetings with decisions of the seven days up to the newest such meeting, newest first."""
    since = None
    for meeting in newest_first(catalog.meetings.values()):
        if meeting.date is None or is_agenda(meeting) or not any(decided(meeting)):
            continue
        since = since or first_day(meeting.date)
        if meeting.date < since:
            return
        yield meeting


def decided(meeting: Meeting) -> Iterator[Item]:
    """The items of a meeting that something was decided on."""
    return (item for item in meeting.items if is_decision(item))


def first_day(date: str) -> str:
    """The first of the seven days that end with a date."""
    return (dt.date.fromisoformat(date) - WEEK + dt.timedelta(days=1)).isoformat()


def follow(catalog: Catalog) -> IndexPage:
    """How to follow the site, a committee or a case."""
    several = len(catalog.municipalities) > 1
    committees = tuple(
        Followed(
            name=committee_name(one.name),
            about=one.municipality or "" if several else "",
            page=one.url,
            feed=f"{one.folder}/{FEED}",
            calendar=f"{one.folder}/{CALENDAR}",
        )
        for one in catalog.committees
    )
    view = View(
        title="Følg med",
        description="Få besked om nye punkter og beslutninger, og få møderne ind i din kalender.",
        crumbs=way(catalog, ("Følg med", None)),
        shown={
            "committees": committees,
            "feed": FEED,
            "calendar": CALENDAR,
            "decisions_feed": beside(DECISIONS, FEED),
            "corrections": catalog.addresses.of(CORRECTIONS),
            "corrections_feed": beside(CORRECTIONS, FEED),
            "with_cases": bool(catalog.cases),
        },
    )
    return IndexPage(path=FOLLOW, template="follow.html", view=view, date=catalog.newest)
