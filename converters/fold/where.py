"""Where the meeting was held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.attendance import attendance_label, persons
from converters.dates import find_dates, find_times
from converters.fold.evidence import NAMES_PAPER, OF_EVERY, bodies_named
from converters.lexicon import danish, fold
from converters.segment.bodies import is_body
from converters.segment.front import front_label

if TYPE_CHECKING:
    from converters.fold.evidence import Evidence

FIRST_LINES = 12  # lines of the front page that can give the place without a label
LONGEST_PLACE = 90  # characters
# "Ekstraordinært møde - Mødelokale F7 kl. 12.00"
EXTRA = re.compile(r"^(?:Ekstraordinært|Ordinært|Fælles) møde\s*[-–:,]\s*", re.IGNORECASE)
CLOCK_WORD = re.compile(r"(?<![,\s])[,\s]*\b[Kk]l\.?\s*\d.*$")
HELD = re.compile(r"\b(?:holdes|blev holdt|afholdes|afholdt)\b.*?\b(?:på|i)\s+(?P<place>[A-ZÆØÅ][^.]{3,90})")
_SHORT = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word})" for word in ("[A-ZÆØÅ]", "Gl", "Nr", "Ndr", "Sdr", "St", "Kgs", "Dr", "Skt", "Sct")
    )
    + ")"
)
# "kl. 13-15 på Værestedet, Havnegade 2"
BEHIND_HOUR = re.compile(
    r"\b[Kk]l\.?\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*\d{1,2}(?:[.:]\d\d)?)?(?:,?\s+(?:på|i)\s+|,\s+(?=[A-ZÆØÅ]))"
    rf"(?P<place>[A-ZÆØÅ](?:[^.;:]|{_SHORT}\.){{3,90}}|(?:møde)?lokale [^.;:]{{1,40}}|\w*salen)\.?$"
)
# "Ordinært møde" says which kind of meeting it was, "Ida Holm mødte kl. 16.25" who came late.
KIND = re.compile(r"^(?:\w+t )+(?:\w+s)?møde$", re.IGNORECASE)
CAME = re.compile(r"\b(?:mødte|forlod|ankom|deltog|kom|gik|trådte)\b")
HALL = re.compile(r"^\w*salen\b")  # "byrådssalen, Torvet 1", with a small letter
IN_OR_AT = re.compile(r"^(?:i|på) (?=[A-ZÆØÅ])")
NO_PLACE = re.compile(r"^(?:\d|kl\b)", re.IGNORECASE)


def place(evidence: Evidence) -> str | None:
    """Give the place as printed: behind its label, before the time, or under the date."""
    named, front = evidence.named, evidence.front
    if "place" in named:
        return (
            None
            if attendance_label(named["place"])
            else CLOCK_WORD.sub("", named["place"]).strip(" ,") or None
        )
    for number, text in enumerate(front[:FIRST_LINES]):
        if OF_EVERY.search(text):
            continue
        if match := HELD.search(text):
            return match["place"].strip()
        if (match := BEHIND_HOUR.search(text)) and not is_body(match["place"]):
            return match["place"].strip(" ,")
        times = find_times(text)
        if not times or front_label(text):
            continue
        before = EXTRA.sub("", CLOCK_WORD.sub("", text)).strip(" ,-–")
        if (
            before
            and before[0].isupper()
            and not find_dates(before)
            and not NAMES_PAPER.search(before)
            and not CAME.search(before)
            and len(before) < LONGEST_PLACE
        ):
            return before
        after = IN_OR_AT.sub("", front[number + 1]) if number + 1 < len(front) else ""
        if find_dates(text) and after and _could_be_place(after):
            return after
    return None


def _could_be_place(text: str) -> bool:
    """Tell whether the line under date and time names a place: short, no sentence and no label."""
    if len(text) > LONGEST_PLACE or text[-1] in ".:;" or NO_PLACE.match(text):
        return False
    if not (text[0].isupper() or HALL.match(text)):
        return False
    if KIND.match(text) or CAME.search(text):
        return False
    if find_dates(text) and (NAMES_PAPER.search(text) or bodies_named(text)):
        return False
    known = danish().minutes | danish().agenda | danish().contents | danish().chrome
    return (
        fold(text) not in known
        and attendance_label(text) is None
        and front_label(text) is None
        and not is_body(text)
        and not persons(text)
    )
