"""Dates and clock times in Danish running text, in every form minutes write them.

Choices where a form can be read in two ways:

* ``05/03/2024`` and every other numeric form is day before month: that is Danish.  Year first only with a
  year of four digits (``2021.11.09``) or by the rule below.
* ``25.08.27`` (two digits each) is day first too, unless something speaks for year first: only that date
  exists, only it falls on the weekday named, the caller knows the year, the text holds full dates of that
  year and none of the other, its dates share the first number and not the last, or read day first it
  lies two years or more after every year the text names.
* Years run from 1970 to 2100; two digits mean 1970-2069.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A date in a text: ISO 8601, or None if the calendar does not have it.

    ``raw`` is ``text[start:end]``, a weekday and "den" before the date included.
    """

    date: str | None
    raw: str
    start: int
    end: int


_MONTH_NAMES = (
    "januar january jan",
    "februar february feb",
    "marts march mar",
    "april apr",
    "maj may",
    "juni june jun",
    "juli july jul",
    "august aug",
    "september sept sep",
    "oktober october okt oct",
    "november nov",
    "december dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_WEEKDAY_NAMES = (
    "mandag monday",
    "tirsdag tuesday",
    "onsdag wednesday",
    "torsdag thursday",
    "fredag friday",
    "lørdag saturday",
    "søndag sunday",
)
_WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names.split()}

_DAY = r"(?:0?[1-9]|[12]\d|3\d)"
_MONTH = r"(?:0?[1-9]|1\d)"
_YEAR = r"(?:19[7-9]\d|20\d\d|2100)"
_NAME = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_SPACE = r"[^\S\r\n]{0,3}"
_JOIN = r"[ \u00a0-]{0,2}"

# Every alternative begins with a digit that follows no digit (said first, it makes the search ten times
# faster); what else may stand around it is judged afterwards.
_NUMBERS_FIRST = re.compile(
    r"(?=[0-9])(?<!\d)(?:"
    rf"(?P<d1>{_DAY})(?:\.|te|de|st|nd|rd|th)?{_JOIN}(?P<m1>{_NAME})(?![^\W\d_])[.,]?{_JOIN}(?P<y1>{_YEAR})"
    rf"|(?P<d2>{_DAY})(?P<sep2>[-./])(?P<m2>{_MONTH})(?P=sep2)(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<sep3>[-./])(?P<m3>{_MONTH})(?P=sep3)(?P<d3>{_DAY})"
    rf"|(?P<d4>{_DAY})\.{_SPACE}(?P<m4>{_MONTH})(?:\.{_SPACE}|[^\S\r\n])(?P<y4>{_YEAR})"
    rf"|(?P<d5>{_DAY})/(?P<m5>{_MONTH})(?:{_SPACE}[-–]{_SPACE}|[^\S\r\n])(?P<y5>{_YEAR})"
    r"|(?P<a>\d\d)(?P<sep6>[-.])(?P<b>\d\d)(?P=sep6)(?P<c>\d\d)"
    rf"|(?P<d7>{_DAY})/(?P<m7>{_MONTH})[-/](?P<yy7>\d\d)"
    r")(?!\d)",
    re.IGNORECASE,
)
_NAME_FIRST = re.compile(
    rf"(?<![^\W_])(?=[adfjmnos])(?P<m>{_NAME})\.?[ \u00a0]{{1,2}}"
    rf"(?P<d>{_DAY})(?:st|nd|rd|th|\.)?,?[ \u00a0]{{1,2}}(?P<y>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?<![^\W_])(?P<weekday>" + "|".join(_WEEKDAYS) + r")(?:,|\.)?\s{1,3})?"
    r"(?:(?<![^\W_])(?:den|d\.?)\s{0,3})?\Z",
    re.IGNORECASE,
)
_LEAD_LENGTH = 24
_NUMBER_LABEL = re.compile(
    r"(?:\bkle|emne|n[ru]m?m?e?r?|plan|version|tlf|telefon|mobil)\.?:?\s{0,2}\Z", re.IGNORECASE
)
_NAMED_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_CASE_PART = re.compile(r"-[A-ZÆØÅ]\d")
_PIVOT = 70
_YEARS_AHEAD = 2
_JOINTS = frozenset(".,/-:")


def find_dates(text: str, *, year: int | None = None) -> tuple[Found, ...]:
    """The dates of a text in their order; those the calendar does not have are given with the date None.

    ``year`` is what the caller knows from elsewhere; it only settles forms like ``25.08.27``.
    """
    matches = _standing_free(text)
    evidence = _evidence(text, matches, year) if any(map(_is_short, matches)) else None
    found: list[Found] = []
    for match in matches:
        lead = _LEAD.search(text, max(0, match.start() - _LEAD_LENGTH), match.start())
        start = lead.start() if lead else match.start()
        weekday = _WEEKDAYS.get((lead["weekday"] or "").casefold()) if lead else None
        when = evidence.choose(match, weekday) if evidence and _is_short(match) else _full(match)
        if when or not _has_short_year(match):
            iso = when.isoformat() if when else None
            found.append(Found(date=iso, raw=text[start : match.end()], start=start, end=match.end()))
    return tuple(found)


def only_date(text: str, *, year: int | None = None) -> str | None:
    """The one date a text gives, as ISO 8601; None if there is none, or several that differ."""
    given = {found.date for found in find_dates(text, year=year)}
    return given.pop() if len(given) == 1 else None


def _standing_free(text: str) -> list[re.Match[str]]:
    """The matches that are no part of a longer number, case number, version or amount."""
    every = [*_NUMBERS_FIRST.finditer(text), *_NAME_FIRST.finditer(text)]
    free: list[re.Match[str]] = []
    last_end = -1
    for match in sorted(every, key=lambda match: match.start()):
        if match.start() >= last_end and _is_free(text, match, last_end):
            free.append(match)
            last_end = match.end()
    return free


def _is_free(text: str, match: re.Match[str], last_end: int) -> bool:
    start, end = match.span()
    before, after = text[max(0, start - 2) : start].rjust(2), text[end : end + 2].ljust(2)
    if before[0].isdigit() and before[1] in _JOINTS and last_end != start - 1:
        return False  # but the second date of "01.01.2020-31.12.2020" is one
    if before[1].isalpha() and not before[0].isalpha():
        return False  # the K08 of a case number; a whole word glued to a date is a label
    if after[1].isdigit() and (after[0] in "./," or (after[0] == "-" and "-" in match[0])):
        return False
    if _CASE_PART.match(text, end):
        return False
    if not _has_short_year(match):
        return True
    return not (after[0].isalpha() or _NUMBER_LABEL.search(text, max(0, start - 14), start))


def _is_short(match: re.Match[str]) -> bool:
    """Whether the match is three numbers of two digits, so that year and day may change places."""
    return match.lastgroup == "c"


def _has_short_year(match: re.Match[str]) -> bool:
    return match.lastgroup in {"c", "yy7"}


def _full(match: re.Match[str]) -> date | None:
    """The date of a match whose parts have one reading only."""
    parts = {name[0]: value for name, value in match.groupdict().items() if value and name[0] in "dmy"}
    month = parts["m"].casefold()
    return _calendar(parts["y"], _MONTHS.get(month) or month, parts["d"])


def _calendar(year: str, month: str | int, day: str) -> date | None:
    number = int(year)
    if len(year) == len("yy"):
        number += 1900 if number >= _PIVOT else 2000
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What a text says about the order of its dates of the form ``25.08.27``."""

    dated: frozenset[int]
    named: frozenset[int]
    first_number_shared: bool

    def choose(self, match: re.Match[str], weekday: int | None) -> date | None:
        """The likelier reading of a short form, None if the calendar has neither."""
        by_day = _calendar(match["c"], match["b"], match["a"])
        by_year = _calendar(match["a"], match["b"], match["c"]) if match["sep6"] == "." else None
        if by_day is None or by_year is None:
            return by_day or by_year
        if weekday is not None and (by_day.weekday() == weekday) != (by_year.weekday() == weekday):
            return by_day if by_day.weekday() == weekday else by_year
        if (by_day.year in self.dated) != (by_year.year in self.dated):
            return by_day if by_day.year in self.dated else by_year
        far_ahead = by_year.year in self.named and by_day.year >= max(self.named) + _YEARS_AHEAD
        return by_year if self.first_number_shared or far_ahead else by_day


def _evidence(text: str, matches: Iterable[re.Match[str]], year: int | None) -> _Evidence:
    short = [match for match in matches if _is_short(match)]
    full = [_full(match) for match in matches if not _is_short(match)]
    firsts, lasts = {match["a"] for match in short}, {match["c"] for match in short}
    return _Evidence(
        dated=frozenset([year] if year else [when.year for when in full if when]),
        named=frozenset(map(int, _NAMED_YEAR.findall(text))),
        first_number_shared=len(firsts) == 1 and len(lasts) > 1,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Clock times of a meeting as HH:MM, local wall-clock; ``start`` is None if the text gives only an end.

    ``at`` is where the words stand: first character and the one after the last.
    """

    start: str | None
    end: str | None
    at: tuple[int, int]


_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = rf"{_HOUR}[.:,][0-5]\d(?::[0-5]\d)?"
_BARE_HOUR = rf"{_HOUR}(?![\d.:,]?\d)"
_ENDS_HERE = r"(?!\d)(?![.,:/]\d)(?!\s?(?:kr|mio|mia|pct|procent|m2)\b|\s?[%²])"
_CIRCA = r"(?:ca\.?\s{1,2})?"
# After "kl." an hour alone is enough, and a dot or comma may part the minutes.  KL in capitals is a society.
_AFTER_KL = re.compile(
    rf"(?<![^\W_])(?:[kK]l(?:okken)?\.?:?|KL[.:]{{1,2}})\s{{0,3}}{_CIRCA}(?P<start>{_CLOCK}|{_BARE_HOUR})"
    rf"(?:\s{{0,3}}(?:[-–—]|til|to)\s{{0,3}}{_CIRCA}(?:[kK]l\.?:?\s{{0,3}})?{_CIRCA}(?P<end>{_CLOCK}|{_BARE_HOUR}){_ENDS_HERE})?"
    rf"{_ENDS_HERE}"
)
# Without it, a range must look like opening hours: from six o'clock, and whole five minutes behind a dot.
_RANGE = re.compile(
    r"(?=[0-9])(?<!\d)(?<!\d[.,:/-])(?P<start>(?:0?[6-9]|1\d|2[0-4])(?P<dot>[.:])(?:[0-5](?:[05]|(?<=:[0-5])\d)))(?::[0-5]\d)?"
    rf"\s{{0,3}}[-–—]\s{{0,3}}(?P<end>{_HOUR}(?P=dot)(?:[0-5](?:[05]|(?<=:[0-5])\d)))(?::[0-5]\d)?{_ENDS_HERE}"
)
_COLON = re.compile(
    rf"(?=[0-9])(?<!\d)(?<!\d[.,:/])(?P<start>(?:0\d|1\d|2[0-4]|[6-9]):[0-5]\d)(?::[0-5]\d)?{_ENDS_HERE}(?P<end>)"
)
_NOTHING_ELSE = re.compile(rf"\s{{0,9}}(?P<start>{_HOUR}\.[0-5]\d)\s{{0,9}}(?P<end>)")
_SCHOOL_YEAR = re.compile(r"(?<![\d.])\d{1,2}\.\s?\Z")
_OVER = re.compile(r"(?:slut|hæve|færdig|ophør)[^.!?\d]{0,25}\Z", re.IGNORECASE)
_SAME_SENTENCE = 120


def find_times(text: str) -> tuple[Times, ...]:
    """The clock times of a text in their order, start and end of one meeting joined.

    A dot parts hours and minutes only after "kl.", in a range, or where the text holds nothing else;
    elsewhere ``17.30`` is an amount or a date.
    """
    whole = _NOTHING_ELSE.fullmatch(text)
    every = [whole] if whole else [m for form in (_AFTER_KL, _RANGE, _COLON) for m in form.finditer(text)]
    times: list[Times] = []
    reached = 0
    for match in sorted(every, key=lambda match: match.start()):
        start, end = _clock(match["start"]), _clock(match["end"])
        if match.start() < reached or not start or _is_school_year(text, match):
            continue
        before = text[max(reached, match.start() - 40) : match.start()]
        if end is None and _OVER.search(before):
            opening = times.pop() if times and _may_be_joined(times[-1], match) else None
            at = (opening.at[0] if opening else match.start(), match.end())
            times.append(Times(start=opening.start if opening else None, end=start, at=at))
        else:
            times.append(Times(start=start, end=end, at=match.span()))
        reached = match.end()
    return tuple(times)


def _may_be_joined(opening: Times, closing: re.Match[str]) -> bool:
    return opening.end is None and closing.start() - opening.at[1] <= _SAME_SENTENCE


def _is_school_year(text: str, match: re.Match[str]) -> bool:
    """Whether "kl." means klasse: "3. kl. 22 elever"."""
    hour_alone = match["start"].isdigit() and not match["end"]
    return hour_alone and _SCHOOL_YEAR.search(text, max(0, match.start() - 4), match.start()) is not None


def _clock(written: str | None) -> str | None:
    """A time as HH:MM, seconds left out."""
    if not written:
        return None
    hour, minute = (*re.split(r"[.:,]", written), "00")[:2]
    return f"{int(hour):02}:{minute}"
