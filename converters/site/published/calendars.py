"""The calendars (iCalendar, RFC 5545): every dated meeting of the site, and of each committee.

    kalender.ics            every meeting
    <udvalg>/kalender.ics   the meetings of one committee

A meeting keeps its UID for good, and its SEQUENCE rises as its paper moves from agenda to minutes, so that
a calendar takes over what has changed. An event is written once and put into both files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache

from icalendar import Calendar, Component, Event, Timezone

from converters.model import Stage
from converters.site.archive import Meeting
from converters.site.catalog import Catalog, newest_first
from converters.site.danish import count
from converters.site.published.addresses import CALENDAR
from converters.site.published.site import NOT_IN_XML, Site
from converters.site.published.times import ZONE, begin, end
from converters.site.sidebar import committee_name

PRODUCT = "-//Referat//Kommunale referater//DA"
END = b"END:VCALENDAR\r\n"
STAGES = (None, Stage.AGENDA, Stage.DRAFT, Stage.APPROVED)
# Summer time as Denmark has had it since 1980: to the end of September, and of October since 1996.
SUMMER_TIME = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19800928T030000
RRULE:FREQ=YEARLY;UNTIL=19950924T010000Z;BYMONTH=9;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def calendars(catalog: Catalog, site: Site) -> Iterator[tuple[str, bytes]]:
    """Every calendar: its path in the site, and its bytes."""
    events = {
        meeting.folder: event(meeting, site).to_ical()
        for meeting in newest_first(catalog.meetings.values())
        if meeting.date
    }
    yield CALENDAR, written(f"Møder – {site.name}", events.values())
    for committee in catalog.committees:
        name = f"{committee_name(committee.name)} – {committee.municipality or site.owner}"
        held = (events[meeting.folder] for meeting in committee.meetings if meeting.date)
        yield f"{committee.folder}/{CALENDAR}", written(name, held)


def written(name: str, events: Iterable[bytes]) -> bytes:
    """A calendar of events that are written already."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.calendar_name = shown(name)
    calendar.add_component(summer_time())
    head = calendar.to_ical().removesuffix(END)
    return b"".join((head, *events, END))


@cache
def summer_time() -> Component:
    """The rules of the Danish clock; its own copy, so that no system's tables decide the bytes."""
    return Timezone.from_ical(SUMMER_TIME.replace("\n", "\r\n"))


def event(meeting: Meeting, site: Site) -> Event:
    """A meeting as an event; without a time it takes the whole day."""
    day = dt.date.fromisoformat(meeting.date or "")
    name = committee_name(meeting.committee)
    made = Event()
    made.add("uid", str(site.identity(meeting.path, meeting.municipality)))
    made.add("dtstamp", dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC))
    made.add("sequence", len(STAGES) if meeting.cancelled else STAGES.index(meeting.stage))
    made.add("summary", shown(f"Aflyst: {name}" if meeting.cancelled else name))
    made.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    started, ended = begin(meeting), end(meeting)
    made.add("dtstart", started or day)
    if ended:
        made.add("dtend", ended)
    made.add("transp", "OPAQUE" if started and not meeting.cancelled else "TRANSPARENT")
    if meeting.place:
        made.add("location", shown(meeting.place))
    address = site.absolute(meeting.url)
    if address:
        made.add("url", address)
    if meeting.items:
        made.add("description", shown(described(meeting, address)))
    return made


def described(meeting: Meeting, address: str | None) -> str:
    """How many items there are, and where they can be read."""
    items = count(len(meeting.items), "punkt", "punkter")
    return f"{items}. Læs mere: {address}" if address else f"{items}."


def shown(text: str) -> str:
    """A text on one line, without signs that no reader can show."""
    return " ".join(NOT_IN_XML.sub("", text).split())
