"""The facts of a meeting: committee, date, time, place, stage; what the source does not say is None."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.attendance import absences, attendance_label, merge, persons
from converters.dates import Found, find_dates, find_times
from converters.lexicon import danish, fold
from converters.model import Attendance, Presence, Stage
from converters.segment.bodies import bodies_in, is_body, municipalities_in
from converters.segment.front import front_label
from converters.segment.labels import unbullet
from converters.segment.marks import Role
from converters.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converters.segment.outline import Outline

FRONT_LINES = 120  # lines of a front page that are read for facts
# "Job, erhverv og kulturs møde den 05. marts 2024", "Referat af Byrådets møde d. 16.12.2014"
GENITIVE = re.compile(
    r"^(?:(?:Åbent |Lukket )?(?:[Rr]eferat|[Dd]agsorden|[Bb]eslutningsprotokol) (?:af|fra|til|for) )?(?P<body>[A-ZÆØÅ][^.:;|]{2,80}?)s (?:[a-zæøå]+ )?møde\b"
)
NAMES_PAPER = re.compile(r"\b(?:referat|dagsorden|protokol|møde)", re.IGNORECASE)
ADDRESSEE = re.compile(r"\bindstiller(?:,? at|,? til)? (?P<rest>.{0,120})")
EXTRA = re.compile(r"^(?:Ekstraordinært|Ordinært|Fælles) møde\s*[-–:,]\s*", re.IGNORECASE)
CLOCK_WORD = re.compile(r"[,\s]*\b[Kk]l\.?\s*\d.*$")
HELD = re.compile(r"\b(?:holdes|blev holdt|afholdes|afholdt)\b.*?\b(?:på|i)\s+(?P<place>[A-ZÆØÅ][^.]{3,90})")
FULL_YEAR = re.compile(r"(?<![\d.,/-])((?:19|20)\d\d)(?![\d,/])")
NO_PLACE = re.compile(r"^(?:\d|kl\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the source says of the meeting as a whole."""

    municipality: str | None
    committee: str | None
    date: str | None
    start: str | None
    end: str | None
    place: str | None
    stage: Stage | None
    cancelled: bool
    attendance: tuple[Attendance, ...]


def facts(outline: Outline, former: Sequence[str] = ()) -> Facts:
    """Read the facts; ``former`` are the first lines of former minutes laid before the same forum."""
    front = [outline.lines[i].text for i in range(min(outline.front_end, FRONT_LINES)) if _is_front(outline, i)]
    named = _named(front)
    running = [line.text for i, line in enumerate(outline.lines) if i in outline.marks and outline.marks[i].role in {Role.FOOTER, Role.HEADER}]
    heads = _decision_heads(outline)
    committee = named.get("committee") or _committee(front) or _of_running(running) or _of_heads(heads) or _of_former(former) or _addressee(outline)
    start, end = _times(named, front)
    return Facts(
        municipality=_municipality(outline, front + running),
        committee=committee,
        date=_date(outline, named, front, heads, committee, running),
        start=start,
        end=end,
        place=_place(named, front),
        stage=_stage(outline, front),
        cancelled=any(fold(text).rstrip(".") in danish().cancelled for text in front),
        attendance=attendance(front),
    )


def _is_front(outline: Outline, index: int) -> bool:
    mark = outline.marks.get(index)
    return mark is None or mark.role not in {Role.CONTENTS, Role.CHROME, Role.STAMP, Role.PAGE_NUMBER}


def _named(front: Sequence[str]) -> dict[str, str]:
    """Read labelled lines; a label alone takes the next line, unless that is a label itself."""
    found: dict[str, str] = {}
    for place, text in enumerate(front):
        label = front_label(unbullet(text))
        if label is None:
            continue
        name, value = label
        following = front[place + 1] if place + 1 < len(front) else ""
        if not value and following and front_label(following) is None and attendance_label(following) is None:
            value = following
        if value and name not in found and _believed(name, value):
            found[name] = value
    return found


def _believed(name: str, value: str) -> bool:
    if name == "date":
        return bool(find_dates(value))
    if name in {"time", "end"}:
        return bool(find_times(value)) or bool(re.match(r"^\d{1,2}[.:]\d\d", value))
    if name == "committee":
        return value[0].isupper() and len(value) < 100 and (is_body(value) or not find_dates(value)) and " Dato " not in f" {value} "
    return True


def _committee(front: Sequence[str]) -> str | None:
    for text in front[:25]:
        match = GENITIVE.match(text)
        if match and not match["body"].endswith((" i", " den")):
            return match["body"]
    found: list[str] = []
    for text in front[:25]:
        plain = re.sub(r"^\d{1,3} ", "", text)
        if is_body(plain) and len(plain) < 80:
            return plain
        dated = find_dates(plain)
        if NAMES_PAPER.search(plain) or dated:
            found.extend(_named_in(plain))
    return found[0] if found else next((body for text in front[:6] for body in bodies_in(text)), None)


def _named_in(text: str) -> tuple[str, ...]:
    """Find bodies in a heading; there even a small letter names one: "referat fra byrådet"."""
    found = bodies_in(text)
    if found:
        return tuple(re.sub(r"s$", "", body) if body.endswith(("ets", "ens", "åds")) else body for body in found)
    small = re.search(r"\b(?:fra|i|for) (?:mødet? i )?(?P<body>byrådet|kommunalbestyrelsen|[a-zæøå]+udvalget)\b", text)
    return (small["body"].capitalize(),) if small else ()


def _decision_heads(outline: Outline) -> list[tuple[str, str | None]]:
    """Give committee and date of the decisions' labels, earlier bodies' decisions left out."""
    found = []
    for part in outline.parts:
        for index in range(max(part.start, 0), part.end):
            mark = outline.marks.get(index)
            if mark is None or mark.role not in {Role.DECISION, Role.BODY_DECISION} or not mark.label:
                continue
            if mark.name and mark.name != "decision" and " fra " not in mark.label[:20]:
                dates = find_dates(mark.label)
                found.append((mark.name, dates[0].date if dates else None))
    return found


def _of_heads(heads: list[tuple[str, str | None]]) -> str | None:
    """Choose the committee that decides most items; on a tie, none."""
    counts = Counter(name for name, _ in heads).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0]


def _of_running(running: Iterable[str]) -> str | None:
    counts = Counter(body for text in running for body in _named_in(text))
    return counts.most_common(1)[0][0] if counts else None


def _of_former(former: Sequence[str]) -> str | None:
    return next((body for text in former for body in bodies_in(text)), None)


def _addressee(outline: Outline) -> str | None:
    """Take the body that every recommendation is addressed to, where nothing else names one."""
    found: set[str] = set()
    text = " ".join(outline.lines[i].text for part in outline.parts for i in range(max(part.start, 0), part.end))
    for match in ADDRESSEE.finditer(text):
        bodies = bodies_in(match["rest"])
        if bodies:
            found.add(bodies[0])
    if not found:
        found = {body for body in bodies_in(text) if re.search(rf"\bat {re.escape(body)} (?:godkender|beslutter|tager)", text)}
    return found.pop() if len(found) == 1 else None


AGENDA_OF = re.compile(r"dagsorden(?:en)? (?:for|til) .{2,60}? (?:den|d\.) (?P<rest>\S.*)", re.IGNORECASE)


def _date_of_agenda(outline: Outline) -> str | None:
    """Read the date off the item that approves this very meeting's agenda."""
    for part in outline.parts[:2]:
        if "dagsorden" not in part.title.casefold():
            continue
        for index in range(part.title_end, part.end):
            match = AGENDA_OF.search(outline.lines[index].text)
            dates = find_dates(match["rest"]) if match else ()
            if dates:
                return dates[0].date
    return None


def _date(
    outline: Outline, named: dict[str, str], front: Sequence[str], heads: list[tuple[str, str | None]], committee: str | None, running: Sequence[str]
) -> str | None:
    year = _usual_year(outline)
    for name in ("date", "time"):
        if name in named and (dates := _dates(named[name], year)):
            return dates[0].date
    for wanted in (_heads_the_paper, lambda _: True):
        for text in front[:25]:
            dates = _dates(text, year)
            if dates and wanted(text) and front_label(text) is None and len(text) < 160:
                return dates[0].date
    own = Counter(date for name, date in heads if date and (committee is None or _alike(name, committee)))
    if own:
        return own.most_common(1)[0][0]
    approved = _date_of_agenda(outline)
    if approved:
        return approved
    dated = Counter(found.date for text in running for found in find_dates(text) if found.date)
    return dated.most_common(1)[0][0] if dated else None


def _usual_year(outline: Outline) -> int | None:
    """Give the year the document writes most often in full; it settles dates such as "25.08.27"."""
    years = Counter(match for line in outline.lines[:2000] for match in FULL_YEAR.findall(line.text))
    return int(years.most_common(1)[0][0]) if years else None


def _dates(text: str, year: int | None) -> tuple[Found, ...]:
    """Find dates; of two readings the one in the document's usual year wins, or in a year beside it."""
    for near in () if year is None else (year, year + 1, year - 1):
        found = find_dates(text, year=near)
        if found and found[0].date and found[0].date.startswith(str(near)):
            return found
    return find_dates(text)


def _heads_the_paper(text: str) -> bool:
    return bool(NAMES_PAPER.search(text) or bodies_in(text) or re.match(r"^\W*(?:man|tirs|ons|tors|fre|lør|søn)dag", text, re.IGNORECASE))


def _alike(one: str, other: str) -> bool:
    """Tell whether two printed names are one committee; a clerk may have left a letter out."""
    first, second = re.sub(r"\W", "", fold(one)), re.sub(r"\W", "", fold(other))
    return first[:12] == second[:12] or first in second or second in first


def _times(named: dict[str, str], front: Sequence[str]) -> tuple[str | None, str | None]:
    start = end = None
    for name in ("time", "date"):
        if name in named and start is None and (times := find_times(f"kl. {named[name]}" if named[name][:1].isdigit() and name == "time" else named[name])):
            start, end = times[0].start, times[0].end
    if "end" in named and (times := find_times(f"kl. {named['end']}" if named["end"][:1].isdigit() else named["end"])):
        end = times[0].start
    if start is None:
        for text in front[:25]:
            times = find_times(text)
            if times and (find_dates(text) or "kl" in text.casefold() or len(text) < 40):
                return times[0].start, end or times[0].end
    return start, end


def _place(named: dict[str, str], front: Sequence[str]) -> str | None:
    if "place" in named:
        return None if attendance_label(named["place"]) else CLOCK_WORD.sub("", named["place"]).strip(" ,") or None
    for place, text in enumerate(front[:12]):
        if match := HELD.search(text):
            return match["place"].strip()
        times = find_times(text)
        if not times or front_label(text):
            continue
        before = EXTRA.sub("", CLOCK_WORD.sub("", text)).strip(" ,-–")
        if before and before[0].isupper() and not find_dates(before) and not NAMES_PAPER.search(before) and len(before) < 90:
            return before
        after = front[place + 1] if place + 1 < len(front) else ""
        if find_dates(text) and after and _could_be_place(after):
            return after
    return None


def _could_be_place(text: str) -> bool:
    """Tell whether the line under date and time names a place: short, no sentence and no label."""
    if len(text) > 80 or text[-1] in ".:;" or not text[0].isupper() or NO_PLACE.match(text):
        return False
    known = danish().minutes | danish().agenda | danish().contents | danish().chrome
    return fold(text) not in known and attendance_label(text) is None and front_label(text) is None and not is_body(text) and not persons(text)


def _stage(outline: Outline, front: Sequence[str]) -> Stage | None:
    words = danish()
    said = {fold(text) for text in front[:25]} | {word for text in front[:8] for word in fold(text).split()}
    decided = any(mark.role is Role.DECISION for mark in outline.marks.values())
    if said & words.draft or any(text.casefold().startswith(("udkast til referat", "foreløbigt referat")) for text in front[:8]):
        return Stage.DRAFT
    if said & words.minutes:
        return Stage.APPROVED
    if said & words.agenda and not decided:
        return Stage.AGENDA
    return None


def _municipality(outline: Outline, heads: Sequence[str]) -> str | None:
    """Name the municipality its own papers name most: first in the heads, then in the text."""
    stated = Counter(name for text in heads for name in municipalities_in(text))
    if stated:
        return stated.most_common(1)[0][0]
    counts = Counter(name for line in outline.lines if "ommune" in line.text or "OMMUNE" in line.text for name in municipalities_in(line.text)).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return counts[0][0] if counts[0][1] > 1 or _is_host(outline, counts[0][0]) else None


def _is_host(outline: Outline, municipality: str) -> bool:
    """Tell whether a web or mail address in the document bears the municipality's name."""
    host = slug(municipality.rsplit(" ", 1)[0])
    return any(re.search(rf"(?:www\.|@){host}\.", line.text) for line in outline.lines if "www." in line.text or "@" in line.text)


def attendance(front: Sequence[str]) -> tuple[Attendance, ...]:
    """Read who took part: the lists under their labels, and remarks that tell who was away."""
    members: list[Attendance] = []
    absent: list[Attendance] = []
    place = 0
    while place < len(front):
        label = attendance_label(unbullet(front[place]))
        if label is None:
            if front[place].casefold().startswith("bemærkninger"):
                absent.extend(absences(front[place]))
            place += 1
            continue
        if label.members and not label.rest and place + 1 < len(front) and attendance_label(unbullet(front[place + 1])):
            # Two labels in a row: the columns ran together, and whose names follow is not known.
            return ()
        place, listed = _listed(front, place + 1, label.rest)
        people = persons(listed, presence=label.presence, lone_first_names=True)
        (absent if label.presence is Presence.ABSENT else members).extend(people)
    return merge(members, absent)


def _listed(front: Sequence[str], place: int, rest: str) -> tuple[int, str]:
    """Gather the lines of a list: up to the next label, or a line that names nobody."""
    rows = [rest] if rest else []
    while place < len(front):
        text = unbullet(front[place])
        if attendance_label(text) or front_label(text) or (not persons(text) and not persons("\n".join([*rows, text]))):
            break
        if not persons(text, lone_first_names=True):
            break
        rows.append(text)
        place += 1
    return place, "\n".join(rows)
