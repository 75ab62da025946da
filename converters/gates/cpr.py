"""Personal numbers (CPR): finds them in any text, and tells the sure ones from the likely ones."""

from __future__ import annotations

import datetime as dt
import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from converters.gates.other_numbers import is_named_otherwise, is_part_of_something

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ADMINISTRATIVE_DAY = 60  # is added to the day of a number that stands for nobody's birthday
MASK = "x"
LONGEST_LINE = 1_000  # characters to either side of a number: what programs write on one line is no line
OLD = 1932  # whoever was born before is hardly alive; 00-31 may also be the year or day of a time stamp

_SPACE = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]"
_HYPHEN = r"[-\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]"
# What stands in the text and is not seen on the page: emphasis, a backslash, signs without width.
_UNSEEN = r"[*`\\\u200b-\u200d\u2060\ufeff]{0,6}"
_BREAK = rf"{_SPACE}{{0,3}}\\?\n[ \t>]{{0,12}}"
_BETWEEN = (
    rf"{_UNSEEN}(?:(?:{_BREAK}|{_SPACE}{{0,2}})(?P<hyphen>{_HYPHEN})(?:{_BREAK}|{_SPACE}{{0,2}})"
    rf"|(?P<sign>{_SPACE}?[/._]{_SPACE}?|{_SPACE}{{1,3}}|{_BREAK}))?{_UNSEEN}"
)
# »010190-1234«, »010190 1234«, »0101901234«, »01.01.90-1234«, and what a text layer makes of the hyphen.
_CANDIDATE = re.compile(
    r"(?<![^\W_])(?P<day>[0-9]{2})(?P<grouped>[ ./-]?)(?P<month>[0-9]{2})(?P=grouped)(?P<year>[0-9]{2})"
    rf"{_BETWEEN}(?P<serial>[0-9]{{4}})(?![^\W_])"
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,6}|#x[0-9a-fA-F]{1,6}|[a-z]{2,8});|\\u(?P<code>[0-9a-fA-F]{4})")
# In a name letters may stand right before and after the digits.
_SEAM = re.compile(r"(?<=[^\W\d_])(?=[0-9])|(?<=[0-9])(?=[^\W\d_])")
_ANYWHERE = re.compile(
    r"(?<![0-9])(?P<shown>[0-9]{2}[ ./-]?[0-9]{2})"
    rf"(?P<hidden>[ ./-]?[0-9]{{2}}(?:{_BETWEEN}|&#?\w{{1,7}};)[0-9]{{4}})(?![0-9])"
)
_NAME = r"cpr|c\.\s?p\.\s?r|personnumm|person-?nr|fødselsnumm"
_NAMED_ON_LINE = re.compile(_NAME, re.IGNORECASE)
# »CPR-nummer« at the end of the line above: the word within three words before the number.
_NAMED_ABOVE = re.compile(rf"(?:{_NAME})\w*\W+(?:\w+\W+){{0,2}}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A number found: its line (from 1), day and month to find it by, and whether it is sure.

    ``digits`` are for the list of exceptions, and are never shown.
    """

    line: int
    day_and_month: str
    sure: bool
    digits: str = field(default="", repr=False, compare=False)


def find_cpr(text: str, today: dt.date, *, in_name: bool = False) -> Iterator[Hit]:
    """Find personal numbers.

    Sure is a real date, not after ``today``, whose control sum fits or on whose line the word CPR
    stands; likely is a real date with a sign between the parts.  What is called another kind of
    number, or is part of something longer, is lowered by one step.  Nothing on another line counts.
    What touches a number ``in_name`` of a file says nothing about it.
    """
    if "&" in text or "\\u" in text:
        text = _ENTITY.sub(_sign, text)
    names: Sequence[int] | None = None
    line, counted_to = 1, 0
    for found in _CANDIDATE.finditer(text):
        born = _birthday(found)
        if born is None or born > today:
            continue
        if names is None:
            names = [name.start() for name in _NAMED_ON_LINE.finditer(text)]
        sure = _is_sure(text, found, born, names, in_name=in_name)
        if sure is not None:
            line += text.count("\n", counted_to, found.start())
            counted_to = found.start()
            yield Hit(
                line=line, day_and_month=found["day"] + found["month"], sure=sure, digits=_digits(found)
            )


def _sign(entity: re.Match[str]) -> str:
    """The sign that HTML, or a string in quotation marks, writes in another way; none makes a new line."""
    sign = chr(int(entity["code"], 16)) if entity["code"] else html.unescape(entity[0])
    return sign.replace("\n", " ")


def find_in_name(name: str, today: dt.date) -> Iterator[Hit]:
    """Find personal numbers in the name of a file, where letters may stand right beside the digits."""
    return find_cpr(_SEAM.sub(" ", name), today, in_name=True)


def masked(text: str) -> str:
    """Text with every number that could be a personal one cut to its day and month."""
    return _ANYWHERE.sub(_mask, text)


def _mask(found: re.Match[str]) -> str:
    day, month = int(found["shown"][:2]), int(found["shown"][-2:])
    if not (1 <= month <= 12 and 1 <= day - ADMINISTRATIVE_DAY * (day > ADMINISTRATIVE_DAY) <= 31):
        return found[0]
    year, serial = found["hidden"][:-4], found["hidden"][-4:]
    return found["shown"] + re.sub(r"[0-9]", MASK, year) + MASK * len(serial)


def _is_sure(
    text: str, found: re.Match[str], born: dt.date, names: Sequence[int], *, in_name: bool
) -> bool | None:
    """Whether a number with a date is sure, or only likely; None for neither."""
    before = text[max(0, found.start() - LONGEST_LINE) : found.start()].rpartition("\n")[2]
    after = text[found.end() : found.end() + LONGEST_LINE].partition("\n")[0]
    named = _is_named(text, found, names, len(before), len(after))
    # Control sums of those born on a first of January ran out long ago.
    fits = _sum_fits(found) or (born.month, born.day) == (1, 1)
    hyphen = found["hyphen"] is not None
    if found["grouped"] and not (hyphen and (fits or named)):
        return None
    clock = _is_clock(found) and born.year < OLD
    if is_named_otherwise(before, may_be_clock=clock):
        return False if fits or named else None
    if named:
        return True
    if not in_name and is_part_of_something(before, after, bare=not hyphen):
        return False if fits else None
    if fits:
        return True
    return False if hyphen or (found["sign"] and "\n" not in found["sign"]) else None


def _is_named(text: str, found: re.Match[str], names: Sequence[int], before: int, after: int) -> bool:
    """Whether the word CPR stands on the line, or right above; ``names`` is where it stands at all."""
    first = bisect_left(names, found.start() - before)
    if first < len(names) and names[first] < found.end() + after:
        return True
    reach = max(0, found.start() - 80)
    above = bisect_left(names, reach)
    return above < first and _NAMED_ABOVE.search(text, reach, found.start()) is not None


def _is_clock(found: re.Match[str]) -> bool:
    serial = found["serial"]
    return int(serial[:2]) <= 24 and int(serial[2:]) <= 59


def _birthday(found: re.Match[str]) -> dt.date | None:
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
    try:
        return dt.date(
            _century(year, int(found["serial"][0])) + year,
            month,
            day - ADMINISTRATIVE_DAY * (day > ADMINISTRATIVE_DAY),
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


def _digits(found: re.Match[str]) -> str:
    return "".join(found.group("day", "month", "year", "serial"))


def _sum_fits(found: re.Match[str]) -> bool:
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, _digits(found), strict=True)) % 11 == 0
