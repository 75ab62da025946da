"""When the meeting was: its day and its hours."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from converters.dates import Found, find_dates, find_times
from converters.errors import ImpossibleDate
from converters.fold.access import is_closed
from converters.fold.evidence import HEAD_LINES, NAMES_PAPER, OF_EVERY
from converters.fold.whose import alike
from converters.segment.bodies import bodies_in
from converters.segment.front import front_label
from converters.segment.marks import FURNITURE, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converters.fold.evidence import Evidence
    from converters.segment.outline import Outline

FULL_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d,/])")
AGENDA_OF = re.compile(r"dagsorden(?:en)? (?:for|til) .{2,60}? (?:den|d\.) (?P<rest>\S.*)", re.IGNORECASE)
WEEKDAY = re.compile(r"^\W*(?:man|tirs|ons|tors|fre|lør|søn)dag", re.IGNORECASE)
NAMED_FILE = re.compile(r"(?<!\d)(?P<date>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)")
# "Sundvig, den 9. marts 2026": the day of the letter that the paper came with
LETTER = re.compile(r"^[A-ZÆØÅ][\wæøå .-]{1,30}, (?:den|d\.) \d")
YEAR_LINES = 2000  # lines that tell the document's usual year
LONGEST_DATED = 160  # characters of a heading that gives the date
SHORT = 40  # characters of a line in which a time needs no "kl."
# "Mødet hævet kl. 15.45", "Mødet sluttede kl. 18.25", behind the last item
OVER = re.compile(
    r"^Mødet?\b[^.\d]{0,30}\b(?:hævet|hævedes|ophævet|slut|sluttede|sluttet|afsluttet|afsluttedes)\b",
    re.IGNORECASE,
)
LAST_LINES = 20  # of the last item, that may say when the meeting was over


def date(evidence: Evidence, committee: str | None) -> str | None:
    """Give the day of the meeting as ISO 8601 by the surest sign there is, None if nothing tells.

    Raises ImpossibleDate when that sign names a day that does not exist.
    """
    year = _usual_year(evidence.outline)
    for name in ("date", "time"):
        if name in evidence.named and (dates := _dates(evidence.named[name], year)):
            return _existing(dates[0], evidence)
    for wanted in (_heads_the_paper, _tells_the_hour, _is_no_letter, bool):
        for text in evidence.front[:HEAD_LINES]:
            dates = _dates(text, year)
            if dates and wanted(text) and front_label(text) is None and len(text) < LONGEST_DATED:
                return _existing(dates[0], evidence)
    own = Counter(
        day for name, day in evidence.heads if day and (committee is None or alike(name, committee))
    )
    if own:
        return own.most_common(1)[0][0]
    approved = _date_of_agenda(evidence.outline)
    if approved:
        return approved
    return _of_running(evidence.running)


def _of_running(running: Iterable[str]) -> str | None:
    """Give the day that headers and footers have most often; one is the same on page after page."""
    dated: Counter[str] = Counter()
    for text, times in Counter(running).items():
        for found in find_dates(text):
            if found.date:
                dated[found.date] += times
    return dated.most_common(1)[0][0] if dated else None


def _existing(found: Found, evidence: Evidence) -> str:
    """Give the day, or refuse the source: a meeting on the 31st of February is nobody's to guess at."""
    if found.date is None:
        line = next((line.origin.line for line in evidence.outline.lines if found.raw in line.text), 1)
        raise ImpossibleDate(
            f"Mødedatoen »{found.raw}« findes ikke i kalenderen.",
            where=f"{evidence.file}: linje {line}",
            hint="Ret datoen i filen, eller angiv den rigtige med --date ÅÅÅÅ-MM-DD.",
        )
    return found.date


def date_of_name(file: str) -> str | None:
    """Give the one date in a file's name, as a clerk writes it: "referat-2026-03-24.txt"."""
    days = {match["date"] for match in NAMED_FILE.finditer(file)}
    found = find_dates(days.pop()) if len(days) == 1 else ()
    return found[0].date if found else None


def hours(evidence: Evidence) -> tuple[str | None, str | None]:
    """Give the meeting's start and end as HH:MM."""
    start = end = None
    for name in ("time", "date"):
        if (
            name in evidence.named
            and start is None
            and (
                times := find_times(
                    _told_as_hour(evidence.named[name]) if name == "time" else evidence.named[name]
                )
            )
        ):
            start, end = times[0].start, times[0].end
    if "end" in evidence.named and (times := find_times(_told_as_hour(evidence.named["end"]))):
        end = times[0].start
    end = end or next((hour for text in evidence.front if (hour := _over(text))), None)
    if start is None:
        for text in evidence.front[:HEAD_LINES]:
            times = () if _over(text) or OF_EVERY.search(text) else find_times(text)
            if times and (find_dates(text) or "kl" in text.casefold() or len(text) < SHORT):
                return times[0].start, end or times[0].end
    return start, end


def _told_as_hour(value: str) -> str:
    """Put "kl." before the hour of a label that asks for one, whether or not the day stands before it."""
    dates = find_dates(value)
    rest = value[dates[0].end :].lstrip(" ,") if dates and dates[0].start == 0 else value
    return f"kl. {rest}" if rest[:1].isdigit() else value


def _date_of_agenda(outline: Outline) -> str | None:
    """Read the date off the item that approves this very meeting's agenda."""
    for part in outline.parts[:2]:
        if "dagsorden" not in part.title.casefold():
            continue
        for index in part.body():
            match = AGENDA_OF.search(outline.lines[index].text)
            dates = find_dates(match["rest"]) if match else ()
            if dates:
                return dates[0].date
    return None


def over(outline: Outline) -> str | None:
    """Read when the meeting was over off the last lines of its last item, unless that one may be closed."""
    grouped = any(mark.role is Role.GROUP and mark.name == "closed" for mark in outline.marks.values())
    if not outline.parts or grouped or is_closed(outline, outline.parts[-1:], None):
        return None
    body = [index for index in outline.parts[-1].body() if not _runs(outline, index)]
    for index in reversed(body[-LAST_LINES:]):
        text = outline.lines[index].text
        label = front_label(text)
        if label is not None and label[0] == "end" and (times := find_times(_told_as_hour(label[1]))):
            return times[0].start
        if hour := _over(text):
            return hour
    return None


def _over(text: str) -> str | None:
    """Read a sentence such as "Mødet blev hævet kl. 18.20"."""
    told = len(text) <= LONGEST_DATED and OVER.match(text) is not None
    times = find_times(text) if told else ()
    return (times[-1].end or times[-1].start) if times else None


def _runs(outline: Outline, index: int) -> bool:
    mark = outline.marks.get(index)
    return mark is not None and mark.role in FURNITURE


def _usual_year(outline: Outline) -> int | None:
    """Give the year the document writes most often in full; it settles dates such as "25.08.27"."""
    years = Counter(match for line in outline.lines[:YEAR_LINES] for match in FULL_YEAR.findall(line.text))
    return int(years.most_common(1)[0][0]) if years else None


def _dates(text: str, year: int | None) -> tuple[Found, ...]:
    """Find dates; of two readings the one in the document's usual year wins, or in a year beside it."""
    for near in () if year is None else (year, year + 1, year - 1):
        found = find_dates(text, year=near)
        if found and found[0].date and found[0].date.startswith(str(near)):
            return found
    return find_dates(text)


def _tells_the_hour(text: str) -> bool:
    return bool(find_times(text)) and _is_no_letter(text)


def _is_no_letter(text: str) -> bool:
    return LETTER.match(text) is None


def _heads_the_paper(text: str) -> bool:
    return bool(NAMES_PAPER.search(text) or bodies_in(text) or WEEKDAY.match(text))
