"""When things happened, in the clock of Denmark; always from the pages, never from the clock of the build."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

from converters.site.archive import Meeting

ZONE = "Europe/Copenhagen"
COPENHAGEN = ZoneInfo(ZONE)
CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4])[:.](?P<minute>[0-5]\d)")
LONG_AGO = "1970-01-01"  # the date of what has none, where a format wants one
DAYS_KEPT = 4096


@lru_cache(maxsize=DAYS_KEPT)
def midnight(date: str | None) -> str:
    """The beginning of a day: ``2026-03-10T00:00:00+01:00``."""
    return dt.datetime.combine(
        dt.date.fromisoformat(date or LONG_AGO), dt.time(), tzinfo=COPENHAGEN
    ).isoformat()


def begin(meeting: Meeting) -> dt.datetime | None:
    """When a meeting begins; None where the minutes do not say both day and time."""
    return _moment(meeting.date, meeting.start)


def end(meeting: Meeting) -> dt.datetime | None:
    """When a meeting ends; an end before the beginning is on the day after."""
    started, ended = begin(meeting), _moment(meeting.date, meeting.end)
    if started is None or ended is None or ended == started:
        return None
    return ended if ended > started else ended + dt.timedelta(days=1)


def _moment(date: str | None, clock: str | None) -> dt.datetime | None:
    read = CLOCK.fullmatch(clock or "")
    if date is None or read is None:
        return None
    hours, minutes = int(read["hour"]), int(read["minute"])
    if hours * 60 + minutes > 24 * 60:
        return None
    day = dt.date.fromisoformat(date) + dt.timedelta(days=hours // 24)
    return dt.datetime.combine(day, dt.time(hours % 24, minutes), tzinfo=COPENHAGEN)
