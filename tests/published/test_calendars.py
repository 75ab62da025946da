"""Calendars: what a calendar program makes of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.published.conftest import AFTER, SITE_URL
from tests.site.building import build_site
from tests.site.municipality import FINANCE, MEETING, PAGES, TECHNICAL, meeting


def events(path: Path) -> list[Any]:
    """The events of a calendar."""
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def told_at(site: Path, folder: str, calendar: str = "kalender.ics") -> Any:  # noqa: ANN401 - a property is of one of thirty types, and the tests know which
    """The event of the meeting in a folder."""
    return next(one for one in events(site / calendar) if str(one["url"]) == f"{SITE_URL}{folder}/")


@pytest.mark.parametrize("kind", ["published", "nowhere"])
def test_every_calendar_is_read_without_a_fault(kind: str, request: pytest.FixtureRequest) -> None:
    """Lines end as they must and are no longer than they may, and no event lacks what it needs."""
    site: Path = request.getfixturevalue(kind)
    calendars = sorted(site.rglob("kalender.ics"))
    assert len(calendars) == 4
    for path in calendars:
        lines = path.read_bytes().split(b"\r\n")
        assert lines[-1] == b""
        assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
        calendar = Calendar.from_ical(path.read_bytes())
        assert calendar.errors == []
        assert calendar.get_missing_tzids() == set()
        held = events(path)
        assert len({str(event["uid"]) for event in held}) == len(held)
        for event in held:
            assert event.errors == []
            assert event["summary"]
            assert event["dtstamp"].dt.tzinfo
    assert events(site / "ukendt-udvalg/kalender.ics") == []


def test_a_meeting_is_at_its_time_and_place(published: Path) -> None:
    """The Danish clock, the room, and the way to the page."""
    event = told_at(published, MEETING)
    assert event["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert event["dtstart"].dt.astimezone(dt.UTC) == dt.datetime(2026, 3, 10, 14, 30, tzinfo=dt.UTC)
    assert event["dtend"].dt.astimezone(dt.UTC) == dt.datetime(2026, 3, 10, 17, 10, tzinfo=dt.UTC)
    assert event["location"] == "Rådhuset, mødelokale Fyrtårnet"
    assert event["summary"] == TECHNICAL
    assert event["status"] == "CONFIRMED"
    assert "4 punkter" in event["description"]


def test_a_meeting_past_midnight_ends_the_day_after(published: Path) -> None:
    """And the signs that mean something in a calendar stay in the name of the room."""
    event = told_at(published, AFTER)
    assert event["dtend"].dt - event["dtstart"].dt == dt.timedelta(hours=4, minutes=45)
    assert event["location"] == "Rådhuset, Byrådssalen; 1. sal"


def test_a_meeting_without_a_time_takes_the_day(published: Path) -> None:
    """Nothing is guessed."""
    event = told_at(published, "teknik-og-miljoeudvalget/2026-04-14")
    assert event["dtstart"].dt == dt.date(2026, 4, 14)
    assert "dtend" not in event


def test_a_cancelled_meeting_is_cancelled(published: Path) -> None:
    """Programs strike it out, people read it."""
    event = told_at(published, "oekonomiudvalget/2026-03-03", "oekonomiudvalget/kalender.ics")
    assert event["status"] == "CANCELLED"
    assert event["summary"] == f"Aflyst: {FINANCE}"


@pytest.mark.parametrize(
    ("start", "end", "begins", "ends"),
    [
        (
            "16:00",
            "24:00",
            dt.datetime(2026, 7, 1, 14, tzinfo=dt.UTC),
            dt.datetime(2026, 7, 1, 22, tzinfo=dt.UTC),
        ),
        ("16:00", "16:00", dt.datetime(2026, 7, 1, 14, tzinfo=dt.UTC), None),
        ("24:30", None, None, None),
        ("efter mødet", "18:00", None, None),
        (None, "18:00", None, None),
    ],
)
def test_odd_times(
    tmp_path: Path, start: str | None, end: str | None, begins: dt.datetime | None, ends: dt.datetime | None
) -> None:
    """A time that is none makes a meeting of the whole day; an end that is none is left out."""
    site = build_site(
        tmp_path, {"byraadet/2026-07-01/index.md": meeting("Byrådet", "2026-07-01", start=start, end=end)}
    )
    (event,) = events(site / "byraadet/kalender.ics")
    assert event["dtstart"].dt == (begins or dt.date(2026, 7, 1))
    assert (event["dtend"].dt if "dtend" in event else None) == ends


def test_a_meeting_keeps_its_uid(tmp_path: Path, nowhere: Path) -> None:
    """Whatever changes about it; and its number rises on the way from agenda to minutes."""
    seen: dict[str, list[int]] = {}
    folder = "teknik-og-miljoeudvalget/2026-04-14"
    for number, stage in enumerate(("agenda", "draft", "approved")):
        page = meeting(TECHNICAL, "2026-04-14", stage=stage, start=f"1{number}:00")
        site = build_site(tmp_path / stage, PAGES | {f"{folder}/index.md": page})
        (event,) = (one for one in events(site / "kalender.ics") if "20260414" in one.to_ical().decode())
        seen.setdefault(str(event["uid"]), []).append(int(event["sequence"]))
    ((uid, sequences),) = seen.items()
    assert sequences == sorted(set(sequences))
    assert uid in (nowhere / "kalender.ics").read_text(encoding="utf-8")
