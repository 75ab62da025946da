"""Labels of decisions that name a committee and a date, with their small words or without."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from converters.attendance import attendance_label
from converters.dates import find_dates
from converters.lexicon import alternatives, danish, fold
from converters.segment.bodies import is_body
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

BELOW_TITLE = frozenset({Role.SECTION, Role.DECISION, Role.FIELD})
TITLE_LINES = 3  # lines a title may have under the number
LONGEST_LABEL = 60  # characters
LONGEST_LEAD = 40  # characters before a date that name no committee: "på byrådsmødet den"
LONGEST_HEAD = 160  # characters of a decision's label with committee, date and item
# "Byrådets beslutning den 26. november 2024", "Byrådets beslutning i mødet den 26. november 2024"
BODYS_DECISION = re.compile(
    r"^(?!Til )(?P<body>[A-ZÆØÅ][\w&, -]{2,60}?)s (?:beslutning|vedtagelse|afgørelse)\b"
    r"(?: (?:i|på|fra) mødet?\b)?(?:,? (?:den|d\.))?"
)
# "Økonomiudvalgets indstilling den 3. marts 2026": with its day it is what another committee decided
BODYS_RECOMMENDATION = re.compile(
    r"^(?P<body>[A-ZÆØÅ][\w&, -]{2,60}?)s (?:indstilling|anbefaling)\b"
    r"(?: (?:i|på|fra) mødet?\b)?(?:,? (?:den|d\.))?"
)
# "Byrådets møde den 26. november 2024", and under it "Punkt 3:"
BODYS_MEETING = re.compile(r"^(?P<body>[A-ZÆØÅ][\w&, -]{2,60}?)s møde$")
# What an authority above the chamber has ruled is part of the case.
AUTHORITY = re.compile(
    r"(?:klagenævn|ankenævn|(?<!be)styrelse|ministeri|tilsyn(?!s?(?:udvalg|råd))|domstol"
    r"|(?:by|lands|højeste)ret)",
    re.IGNORECASE,
)
# "Ejerens afgørelse", whoever decided
OWNER = re.compile(r"^(?P<owner>[\w&, -]{2,60}?)s (?:beslutning|vedtagelse|afgørelse)\b", re.IGNORECASE)
# "Behandling i Havnerådet den 5. marts, pkt. 2"
TREATED_IN = re.compile(
    r"^(?:Behandling|Behandlet|(?i:beslutning(?:er)?|afgørelse|vedtagelse)):?"
    r" (?:(?:i|af|fra|for|på) )?(?=[A-ZÆØÅ])"
)
LONGEST_BODY = 80  # characters of a name that such a line tells to be one
AFTER_DATE = re.compile(r"(?:,?\s*(?:(?:pkt\.?|punkt|sag)(?: nr\.?)?|nr\.)\s*\d{1,4}[a-z]?\s*)?:?(?=\s|$)")
# "Havn og Fiskeri", "Skoleudvalget 2022-25": capitalised words, small ones between them
NAME_BEFORE_ITEM = re.compile(
    r"^[A-ZÆØÅ][\w&-]+(?:,? (?:og|for|&|[A-ZÆØÅ][\w&-]+)){0,7}(?: \(?\d{4}\s?[-–]\s?\d{2,4}\)?)?$"
)
# "Havneudvalget (anbefaler), 5. marts 2026": whose turn it will be, and for what
PLANNED = re.compile(r"\([a-zæøå][^()]*\)$")
LEAD = re.compile(r"^(?:i|fra|af|for|på|I|FRA|AF|FOR|PÅ|:)\s+")
TAIL = re.compile(
    r"[\s,:]+(?:den|d\.|af)?[\s,:]*$|[\s,:]+(?:den|d\.)?\s*(?:man|tirs|ons|tors|fre|lør|søn)dag\s*(?:den|d\.)?\s*$"
)
# Behind the word: "for Punkt 2:", "til pkt. 14".
OF_ITEM = re.compile(
    r"^(?:for|til|i|under|vedr\.?) (?:dagsordens)?(?:punkt|pkt\.?|sag)(?: nr\.?)? \d{1,4}[a-z]?\s*(?::\s*|$)",
    re.IGNORECASE,
)
AT_MEETING = re.compile(r"^\w*mødet$", re.IGNORECASE)  # "Beslutning på havnemødet den 5. marts 2026"
DATELESS = re.compile(r"^(?:i |fra )?(?P<body>[A-ZÆØÅ].{2,80}?)\s+den\s*(?P<colon>:?)(?:\s+|$)(?P<rest>.*)$")


def decision_head(text: str) -> Mark | None:
    """Read "Beslutning i Udvalget den 14-09-2020:" with or without its small words and its date."""
    return _bodys_own(text) or _headed(text)


def _headed(text: str) -> Mark | None:
    """Read a label that begins with the word of a decision."""
    words = danish().decision_words
    begins = text.startswith(words)  # hardly any line does
    word = next((w for w in words if text.startswith((f"{w} ", f"{w}:"))), None) if begins else None
    if word is None:
        return None
    rest = text[len(word) :].lstrip(" :")
    skipped = len(text) - len(rest)
    head = rest[:LONGEST_HEAD]
    dates = find_dates(head)
    if dates:
        body = clean_body(head[: dates[0].start])
        body = AT_MEETING.sub("", body)
        if is_body(body) or (not body and dates[0].start < LONGEST_LEAD):
            after = AFTER_DATE.match(rest, dates[0].end)
            end = skipped + (after.end() if after else dates[0].end)
            return _decision(text, end, body, "nævner udvalg og dato")
    match = OF_ITEM.match(head)
    if match is not None:
        return _decision(text, skipped + match.end(), "", "nævner punktet")
    match = DATELESS.match(head)
    if match and is_body(match["body"]):
        return _decision(text, skipped + match.start("rest"), match["body"], "nævner udvalg, datoen mangler")
    body = clean_body(rest.rstrip(":"))
    if is_body(body) and len(rest) <= LONGEST_LABEL + 20 and not rest.endswith("."):
        return _decision(text, len(text), body, "nævner udvalg")
    return None


def _bodys_own(text: str) -> Mark | None:
    """Read "Byrådets beslutning den 26. november 2024", alone on its line or before a colon."""
    head = text[:LONGEST_HEAD]
    match = BODYS_DECISION.match(head) or BODYS_RECOMMENDATION.match(head)
    if match is None or AUTHORITY.search(match["body"]):
        return None
    dates = find_dates(head)
    dated = bool(dates) and dates[0].start <= match.end() + 5
    if match.re is BODYS_RECOMMENDATION and not (dated and is_body(match["body"])):
        return None
    end = dates[0].end if dated else match.end()
    rest = text[end:]
    if rest.strip(" :.") and not rest.lstrip().startswith(":"):
        return None
    return _decision(text, len(text) - len(rest.lstrip(" :.")), match["body"], "nævner udvalg")


def _decision(text: str, end: int, body: str, why: str) -> Mark:
    label = text[:end].strip().rstrip(":").rstrip()
    rest = text[end:].strip()
    return Mark(
        role=Role.DECISION, why=f"beslutning, {why}", label=label, name=body or "decision", text=rest or None
    )


def is_of_others(label: str) -> bool:
    """Tell whether a decision's label names who decided, and that is no committee: "Ejerens afgørelse"."""
    if AUTHORITY.search(label):
        return True
    owner = OWNER.match(label)
    if owner is None or fold(owner[0]) in danish().sections:
        return False
    name = fold(owner["owner"])
    known = name in danish().body_endings and name not in danish().not_bodies
    return not known and not is_body(owner["owner"])


def take_meetings(lines: Sequence[Line], found: Marks) -> None:
    """Mark a committee's meeting and the item's number there, in two lines, as the head of a decision.

    Over an item of the paper's own they stand too: before the first label, or over a title.
    """
    first = min((i for i, mark in found.items() if mark.role in BELOW_TITLE), default=len(lines))
    for index in range(first, len(lines) - 1):
        point = _point().match(lines[index + 1].text)
        under = found.get(index + 1)
        if (
            point is None
            or (lines[index + 1].gap and not _goes_below(lines, index))
            or index in found
            or (under and under.role is not Role.FIELD)
            or _is_over_title(lines, found, index + 2)
        ):
            continue
        text = lines[index].text
        dates = find_dates(text) if len(text) <= LONGEST_HEAD else ()
        body = meeting_body(text[: dates[0].start]) if dates else None
        if body is not None and not text[dates[0].end :].strip(" :,"):
            why = "udvalgets møde, og punktets nummer på linjen under"
            found[index] = Mark(role=Role.BODY_DECISION, why=why, label=text.rstrip(": ,"), name=body)
            found[index + 1] = Mark(role=Role.CHROME, why="punktets nummer under beslutningens overskrift")


def _is_over_title(lines: Sequence[Line], found: Marks, first: int) -> bool:
    """Tell whether a title stands at a line: some words that end no sentence, and a label under them."""
    last = first
    while last < min(len(lines) - 1, first + TITLE_LINES) and last not in found:
        if lines[last].text.endswith("."):
            return False
        last += 1
    under = found.get(last)
    labelled = under is not None and under.role in BELOW_TITLE
    return labelled and last > first and " " in lines[first].text


def _goes_below(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the point under a meeting is its own, though space parts the two.

    At the top of a page the meeting may run, and the point be that of the item below, unless it is set as a
    heading.
    """
    head, point = lines[index : index + 2]
    runs = head.starts_page and head.level is None
    return point.text.endswith(":") and not point.starts_page and not runs


def meeting_body(text: str) -> str | None:
    """Give the committee of "Byrådets møde den", None where no committee's meeting is named."""
    match = BODYS_MEETING.match(clean_body(text)) if "møde" in text else None
    return match["body"] if match is not None and is_body(match["body"]) else None


@cache
def _point() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{alternatives(danish().item_prefixes)})\s*\d{{1,4}}[a-z]?\s*[:.]?$", re.IGNORECASE
    )


def clean_body(text: str) -> str:
    """Take the small words around a committee's name off: "i Byrådet den" gives "Byrådet"."""
    return TAIL.sub("", LEAD.sub("", text.strip())).strip(" ,:.")


def body_decision(text: str) -> Mark | None:
    """Read "Økonomiudvalget, den 12. marts 2019" that opens one committee's decision.

    Behind its number on that committee's agenda, the name may be any.
    """
    if len(text) > LONGEST_HEAD or not any(map(str.isdigit, text)):
        return None
    dates = find_dates(text[:LONGEST_HEAD])
    if not dates or dates[0].start < 4:
        return None
    treated = TREATED_IN.match(text)
    body = clean_body(text[treated.end() if treated else 0 : dates[0].start])
    after = AFTER_DATE.match(text, dates[0].end)
    if text[after.end() if after else dates[0].end :].strip(" :") or attendance_label(body.split(" ", 1)[0]):
        return None
    if PLANNED.search(body):
        return None
    # "Havne, Både og Fiskeri, 3. marts 2026, pkt. 12:": the item's number tells what the name does not
    pointed = after is not None and any(map(str.isdigit, after[0]))
    named = NAME_BEFORE_ITEM.match(body) or (treated and len(body) < LONGEST_BODY)
    if (treated and not pointed) or not (is_body(body) or (pointed and named)):
        return None
    return Mark(
        role=Role.BODY_DECISION, why="udvalg og dato alene på linjen", label=text.rstrip(": "), name=body
    )
