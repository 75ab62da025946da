"""Labels of decisions that name a committee and a date, with their small words or without."""

from __future__ import annotations

import re

from converters.dates import find_dates
from converters.lexicon import danish
from converters.segment.bodies import is_body
from converters.segment.marks import Mark, Role

LONGEST_LABEL = 60  # characters
LONGEST_HEAD = 160  # characters of a decision's label with committee, date and item
# "Byrådets beslutning den 26. november 2024"
BODYS_DECISION = re.compile(
    r"^(?P<body>[A-ZÆØÅ][\w&, -]{2,60}?)s (?:beslutning|vedtagelse|afgørelse)\b(?:,? (?:den|d\.))?"
)
# What an authority above the chamber has ruled is part of the case.
AUTHORITY = re.compile(
    r"(?:klagenævn|ankenævn|(?<!be)styrelse|ministeri|tilsyn|domstol|(?:by|lands|højeste)ret)", re.IGNORECASE
)
# Reads "Social og Sundhed, 6. januar 2026, pkt. 123:" and "Behandling i Havnerådet den 5. marts, pkt. 2".
TREATED_IN = re.compile(
    r"^(?:Behandling|Behandlet|(?i:beslutning(?:er)?|afgørelse|vedtagelse)):?"
    r" (?:(?:i|af|fra|for|på) )?(?=[A-ZÆØÅ])"
)
POINT = re.compile(r",?\s*(?:pkt\.?|punkt|sag)(?: nr\.?)?\s*\d{1,4}[a-z]?\s*:?$")
NAME = re.compile(r"[A-ZÆØÅ][\wæøå-]*(?:,? (?:og |& )?[A-ZÆØÅ][\wæøå-]*){0,5}")
LONGEST_BODY = 80  # characters of a name that such a line tells to be one
AFTER_DATE = re.compile(r"(?:,?\s*(?:pkt\.?|punkt|sag nr\.?|nr\.)\s*\d+[a-z]?\s*)?:?(?=\s|$)")
LEAD = re.compile(r"^(?:i|fra|af|for|på|:)\s+")
TAIL = re.compile(
    r"[\s,:]+(?:den|d\.|af)?[\s,:]*$|[\s,:]+(?:den|d\.)?\s*(?:man|tirs|ons|tors|fre|lør|søn)dag\s*(?:den|d\.)?\s*$"
)
# Behind the word: "for Punkt 2:", "til pkt. 14".
OF_ITEM = re.compile(
    r"^(?:for|til|i|under|vedr\.?) (?:dagsordens)?(?:punkt|pkt\.?|sag)(?: nr\.?)? \d{1,4}[a-z]?\s*(?::\s*|$)",
    re.IGNORECASE,
)
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
        if is_body(body) or (not body and dates[0].start < 6):
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
    if match is None or AUTHORITY.search(match["body"]):
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


def _like_a_name(text: str) -> bool:
    """Tell whether a name could be a committee's, though it does not end as those do: "Social og Sundhed"."""
    return len(text) < LONGEST_BODY and NAME.fullmatch(text) is not None


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
    pointed = POINT.fullmatch(text[dates[0].end :]) is not None
    named = is_body(body) or (
        pointed and (_like_a_name(body) or (treated is not None and len(body) < LONGEST_BODY))
    )
    if not named or text[after.end() if after else dates[0].end :].strip(" :") or (treated and not pointed):
        return None
    return Mark(
        role=Role.BODY_DECISION, why="udvalg og dato alene på linjen", label=text.rstrip(": "), name=body
    )
