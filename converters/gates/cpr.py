"""Personal numbers (CPR): finds them in any text, and tells the sure ones from the likely ones."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ADMINISTRATIVE_DAY = 60  # is added to the day of a number that stands for nobody's birthday

# »010190-1234«, »010190 1234«, »0101901234«, and what a text layer makes of the hyphen.
_CANDIDATE = re.compile(
    r"(?<!\w)(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{2})"
    r"(?P<between>[ \t\u00a0]?[-\u00ad\u2010-\u2015\u2212/.][ \t\u00a0]?|[ \t\u00a0\n])?"
    r"(?P<serial>[0-9]{4})(?!\w)"
)
# »CPR-nummer 010190-1234«, »cpr nr. er 010190-1234«: the word within three words before the number.
_NAMED = re.compile(r"\b(?:cpr|personnumm|person-?nr)\w*\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
# Words and signs after which a number on the same line is likely another kind of number.
_OTHER_NUMBER = re.compile(
    r"(?i)faktura|bilagsn|ordren|journal|matrik|telefon|\btlf|\bmobil|\bcvr|\bean\b|\bp-?n(?:umme)?r|konto|[=+*±]"
)
_PLAIN_NUMBER = re.compile(r"(?<![\d.,-])\d{4,}(?![\d.,-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A number found: its line (from 1), day and month to find it by, and whether it is sure."""

    line: int
    day_and_month: str
    sure: bool


def find_cpr(text: str, today: dt.date) -> Iterator[Hit]:
    """Find personal numbers.

    Sure is a real date, not after ``today``, whose control sum fits or that is called a CPR number;
    likely is a real date with a sign between the parts.  A line that speaks of another kind of
    number lowers the verdict by one step.
    """
    for found in _CANDIDATE.finditer(text):
        born = _birthday(found)
        if born is None or born > today:
            continue
        named = _NAMED.search(text, max(0, found.start() - 80), found.start()) is not None
        sure = named or _sum_fits(found) or (born.month, born.day) == (1, 1)
        likely = found["between"] is not None
        if not named and _speaks_of_other_numbers(text, found):
            sure, likely = False, sure
        if sure or likely:
            line = text.count("\n", 0, found.start()) + 1
            yield Hit(line=line, day_and_month=found["day"] + found["month"], sure=sure)


def _birthday(found: re.Match[str]) -> dt.date | None:
    day, month, year, seventh = (
        int(found["day"]),
        int(found["month"]),
        int(found["year"]),
        int(found["serial"][0]),
    )
    try:
        return dt.date(
            _century(year, seventh) + year, month, day - ADMINISTRATIVE_DAY * (day > ADMINISTRATIVE_DAY)
        )
    except ValueError:
        return None


def _century(year: int, seventh: int) -> int:
    """The century that the seventh digit stands for."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _sum_fits(found: re.Match[str]) -> bool:
    digits = "".join(found.group("day", "month", "year", "serial"))
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def _speaks_of_other_numbers(text: str, found: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    before, after = text[start : found.start()], text[found.end() : end if end >= 0 else len(text)]
    line = before + after
    unbalanced = line.count("(") != line.count(")") or line.count("[") != line.count("]")
    neighbour = _PLAIN_NUMBER.search(before[-20:]) or _PLAIN_NUMBER.search(after[:20])
    return bool(unbalanced or neighbour or _OTHER_NUMBER.search(line))
