"""Labels of decisions that name a committee and a date, with their small words or without."""

from __future__ import annotations

import re

from converters.attendance import attendance_label
from converters.dates import find_dates
from converters.lexicon import danish
from converters.segment.bodies import is_body
from converters.segment.marks import Mark, Role

LONGEST_LABEL = 60  # characters
LONGEST_LEAD = 40  # characters before a date that name no committee: "på byrådsmødet den"
LONGEST_HEAD = 160  # characters of a decision's label with committee, date and item
# "Byrådets beslutning den 26. november 2024"
BODYS_DECISION = re.compile(
    r"^(?P<body>[A-ZÆØÅ][\w&, -]{2,60}?)s (?:beslutning|vedtagelse|afgørelse)\b(?:,? (?:den|d\.))?"
)
AFTER_DATE = re.compile(r"(?:,?\s*(?:pkt\.?|punkt|sag nr\.?|nr\.)\s*\d+[a-z]?\s*)?:?(?=\s|$)")
# "Havn og Fiskeri", "Skoleudvalget 2022-25": capitalised words, small ones between them
NAME_BEFORE_ITEM = re.compile(
    r"^[A-ZÆØÅ][\w&-]+(?:,? (?:og|for|&|[A-ZÆØÅ][\w&-]+)){0,7}(?: \(?\d{4}\s?[-–]\s?\d{2,4}\)?)?$"
)
LEAD = re.compile(r"^(?:i|fra|af|for|på|:)\s+")
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
    match = BODYS_DECISION.match(text[:LONGEST_HEAD])
    if match is None:
        return None
    dates = find_dates(text[:LONGEST_HEAD])
    end = dates[0].end if dates and dates[0].start <= match.end() + 5 else match.end()
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


def clean_body(text: str) -> str:
    """Take the small words around a committee's name off: "i Byrådet den" gives "Byrådet"."""
    return TAIL.sub("", LEAD.sub("", text.strip())).strip(" ,:")


def body_decision(text: str) -> Mark | None:
    """Read "Økonomiudvalget, den 12. marts 2019" that opens one committee's decision."""
    if len(text) > LONGEST_HEAD or not any(map(str.isdigit, text)):
        return None
    dates = find_dates(text[:LONGEST_HEAD])
    if not dates or dates[0].start < 4:
        return None
    body = clean_body(text[: dates[0].start])
    after = AFTER_DATE.match(text, dates[0].end)
    if text[after.end() if after else dates[0].end :].strip(" :") or attendance_label(body.split(" ", 1)[0]):
        return None
    # "Havne, Både og Fiskeri, 3. marts 2026, pkt. 12:": the item's number tells what the name does not
    if not (is_body(body) or (after and any(map(str.isdigit, after[0])) and NAME_BEFORE_ITEM.match(body))):
        return None
    return Mark(
        role=Role.BODY_DECISION, why="udvalg og dato alene på linjen", label=text.rstrip(": "), name=body
    )
