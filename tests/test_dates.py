"""Dates and clock times in running text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.dates import find_dates, find_times, only_date

DANISH_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

WRITTEN = [
    ("27-02-2018", "2018-02-27"),
    ("09.01.2020", "2020-01-09"),
    ("9.1.2020", "2020-01-09"),
    ("29. januar 2020", "2020-01-29"),
    ("29.januar 2020", "2020-01-29"),
    ("05. marts 2009", "2009-03-05"),
    ("28. Februar 2019", "2019-02-28"),
    ("30. aug 2022", "2022-08-30"),
    ("30. aug. 2022", "2022-08-30"),
    ("14. SEPT. 2016", "2016-09-14"),
    ("onsdag den 30. november 2022", "2022-11-30"),
    ("Tirsdag den 18-06-2019", "2019-06-18"),
    ("Tirsdag, 27 august, 2019", "2019-08-27"),
    ("Onsdag, April 3, 2019", "2019-04-03"),
    ("Wednesday, 3rd April 2019", "2019-04-03"),
    ("25. February 2020", "2020-02-25"),
    ("d. 17 februar 2022", "2022-02-17"),
    ("den 5. marts 2024", "2024-03-05"),
    ("15-maj-2002", "2002-05-15"),
    ("2021.11.09", "2021-11-09"),
    ("2026-03-05", "2026-03-05"),
    ("2026/03/05", "2026-03-05"),
    ("09. 11 2021", "2021-11-09"),
    ("9. 11. 2021", "2021-11-09"),
    ("1/3-2024", "2024-03-01"),
    ("1/3 2024", "2024-03-01"),
    ("1/3-24", "2024-03-01"),
    ("31.08.19", "2019-08-31"),
    ("12-05-98", "1998-05-12"),
]


@pytest.mark.parametrize(("written", "iso"), WRITTEN)
def test_every_written_form_of_a_date_is_read_whole(written: str, iso: str) -> None:
    """A date is found in each form minutes use, weekday and "den" included."""
    text = f"Møde {written} i byrådssalen"
    (found,) = find_dates(text)
    assert (found.date, found.raw) == (iso, written)
    assert text[found.start : found.end] == found.raw


@pytest.mark.parametrize(
    "text",
    [
        "19032024",
        "Sagsnr. 00.22.02-A26-1-13",
        "Sagsnr. 05.00.00-A00-2-17",
        "05.02.10-K08-01-2019",
        "27.02.10-K08-1-19",
        "Sagsid.: 15/18514",
        "Dok. 450-2018-4075",
        "EMN-2024-024365",
        "version 1.2.2020.3",
        "version 01.02.20",
        "Lokalplan 01.02.20",
        "KL-emne 27.03.12",
        "Tlf. 20.10.20.30",
        "Tlf. 20.10.20",
        "12.05.2020,50 kr.",
        "Budget 2020/21",
        "Afsnit 1.3.24",
        "1.250.2020",
        "5. juni 1953",
        "marts 2024",
        "Budget 2023-2026",
        "17.05 og 18.05",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Case numbers, versions, telephone numbers, amounts and years alone give no date."""
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    "written", ["31. februar 2024", "30-02-2020", "31.04.2021", "29/02/2023", "2021-02-30"]
)
def test_a_date_the_calendar_does_not_have_is_reported_as_none(written: str) -> None:
    """A clerk's slip is seen, not repaired."""
    (found,) = find_dates(f"den {written}.")
    assert (found.date, found.raw) == (None, f"den {written}")


def test_day_comes_before_month() -> None:
    """A numeric date that could be American is Danish."""
    assert only_date("05/03/2024") == "2024-03-05"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("25.08.27", "2027-08-25"),
        ("Referat 25.08.27 for skoleåret 2025", "2025-08-27"),
        ("mandag 26.05.25", "2025-05-26"),
        ("fredag 23.05.26", "2023-05-26"),
        ("lørdag 23.05.26", "2026-05-23"),
        ("tirsdag 25.05.27", "2027-05-25"),
        ("20.02.30", "2030-02-20"),
    ],
)
def test_short_dates_are_day_first_unless_the_text_says_otherwise(text: str, iso: str) -> None:
    """Calendar, weekday and the years named may turn three short numbers round, else the day is first."""
    assert find_dates(text)[0].date == iso


def test_a_year_known_to_the_caller_settles_a_short_date() -> None:
    """The caller's year chooses between day first and year first."""
    assert only_date("25.08.27", year=2025) == "2025-08-27"
    assert only_date("25.08.24", year=2024) == "2024-08-25"


def test_a_full_date_of_the_year_settles_a_short_date() -> None:
    """A text whose full dates lie in the first number's year has its short dates year first."""
    assert find_dates("25.08.24, næste møde 2. oktober 2025")[0].date == "2025-08-24"


def test_short_dates_that_share_the_first_number_share_their_year() -> None:
    """A list of short dates shows by itself where its year stands."""
    assert [found.date for found in find_dates("25.08.27, 25.09.24 og 25.11.12")] == [
        "2025-08-27",
        "2025-09-24",
        "2025-11-12",
    ]


def test_a_range_holds_two_dates() -> None:
    """A dash between two whole dates does not spoil them."""
    assert [found.date for found in find_dates("01.01.2020-31.12.2020")] == ["2020-01-01", "2020-12-31"]


def test_a_label_glued_to_a_date_is_no_hindrance() -> None:
    """A word printed without a space before the date is cut off it."""
    assert find_dates("Mødedato27-10-2025kl. 08:00")[0].raw == "27-10-2025"


def test_only_date_repeats_itself_but_does_not_choose() -> None:
    """One date in two forms is one date, two dates are none."""
    assert only_date("Byrådet d. 16.12.2014, 16-12-2014") == "2014-12-16"
    assert only_date("16.12.2014 og 17.12.2014") is None
    assert only_date("ingen dato") is None
    assert only_date("30. februar 2020") is None


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_is_found_again_in_every_form(day: date) -> None:
    """Writing a real date in a four-digit form and finding it gives that date."""
    danish, english = DANISH_MONTHS[day.month - 1], ENGLISH_MONTHS[day.month - 1]
    weekday = WEEKDAYS[day.weekday()]
    forms = (
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y.%m.%d}",
        f"{day.day}/{day.month}-{day.year}",
        f"{day.day}. {day.month}. {day.year}",
        f"{day.day}. {danish} {day.year}",
        f"d. {day.day} {danish[:3]} {day.year}",
        f"{day:%d}-{danish[:3]}-{day.year}",
        f"{weekday} den {day.day}. {danish} {day.year}",
        f"{weekday.capitalize()}, {english} {day.day}, {day.year}",
    )
    for form in forms:
        assert [(found.date, found.raw) for found in find_dates(f"({form})")] == [(day.isoformat(), form)]


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_a_short_date_with_its_year_known_is_found_again(day: date) -> None:
    """Two-digit years come back to the century they were taken from."""
    assert only_date(f"{day:%d.%m.%y}", year=day.year) == day.isoformat()


@given(st.text(alphabet="0123456789./-: klmaj,", max_size=60))
def test_found_dates_are_pieces_of_the_text_in_order(text: str) -> None:
    """Dates do not overlap, and each holds the characters its place says."""
    reached = 0
    for found in find_dates(text):
        assert reached <= found.start < found.end
        assert text[found.start : found.end] == found.raw
        reached = found.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl. 19:00", ("19:00", None)),
        ("Kl. 15:00-16:10", ("15:00", "16:10")),
        ("kl 18.00", ("18:00", None)),
        ("kl.18.30-21.00", ("18:30", "21:00")),
        ("kl. 16-18", ("16:00", "18:00")),
        ("tirsdag 27.09.2022 kl. 19 i sognegården", ("19:00", None)),
        ("kl. 12.00", ("12:00", None)),
        ("kl. 9,30", ("09:30", None)),
        ("klokken 20", ("20:00", None)),
        ("9:30-11:00", ("09:30", "11:00")),
        ("17.00 –19.30", ("17:00", "19:30")),
        ("11:00 - 13:00", ("11:00", "13:00")),
        ("27-02-2018 19:00:00", ("19:00", None)),
        ("16:00:00", ("16:00", None)),
        ("18.30", ("18:30", None)),
        ("Tirsdag, 27 august, 2019 - 16:00", ("16:00", None)),
        ("fra kl. 17.00 til ca. kl. 19.30", ("17:00", "19:30")),
        ("Mødet begyndte kl. 18:30 og sluttede kl. 20:10.", ("18:30", "20:10")),
        ("Starttid: Kl. 19:00 Sluttid: Kl. 21:00", ("19:00", "21:00")),
        ("18:00 i salen. Mødet hævet kl.: 20.35", ("18:00", "20:35")),
        ("Mødet blev hævet kl. 22", (None, "22:00")),
    ],
)
def test_clock_times_are_read_as_start_and_end(text: str, expected: tuple[str | None, str | None]) -> None:
    """A meeting's time is found in each form, as HH:MM."""
    assert [(times.start, times.end) for times in find_times(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "KL 20 anbefaler",
        "inkl. 12 stole",
        "3. kl. 22 elever",
        "kl. 19.75",
        "kl i salen",
        "10.50-12.50 kr.",
        "09.01-10.02",
        "01.10.2020-12.10.2020",
        "mål 1:500",
        "2.591.000 kr.",
        "punkterne 14-18",
        "Beløbet er 17.30",
        "kl. 25:00",
    ],
)
def test_other_numbers_are_no_times(text: str) -> None:
    """School years, amounts, scales, dates and ranges of items give no time."""
    assert find_times(text) == ()


def test_a_time_says_where_it_stands() -> None:
    """The words that gave the times can be cut out of their line."""
    text = "Mødelokale F7 kl. 12.00 i stuen"
    (times,) = find_times(text)
    assert text[slice(*times.at)] == "kl. 12.00"


@given(st.times(), st.times())
def test_every_range_of_times_is_found_again(start: object, end: object) -> None:
    """Two clock times behind "kl." come back as they were written."""
    (times,) = find_times(f"Kl. {start:%H:%M}-{end:%H:%M}")
    assert (times.start, times.end) == (f"{start:%H:%M}", f"{end:%H:%M}")
