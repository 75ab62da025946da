"""Marks of closedness in a line, told from titles and sentences that only sound like them."""

from __future__ import annotations

import re

_THING = r"(?:\w*punkt(?:er)?|\w*sag(?:er)?|\w*dagsorden|\w*møde)"
_WORD = r"(?:lukkede?|lukket|fortrolig[te]?|(?:ikke|ej)[-\u2010\u2011 ]offentligt?)"
_CLOSED = rf"(?:{_WORD}(?: {_THING}| for offentligheden)?|(?:behandles )?for lukkede døre)"
_AT_END = r"(?-i:LUKKET(?: PUNKT| SAG)?|Lukket(?: punkt| sag)?|F(?:ORTROLIG|ortrolig)[Tt]?)"
_NAMED = rf"{_WORD} (?:(?:dagsordens?|tillægs)?punkt|sag)"
# The mark stands before the title, in brackets, behind a dash or a comma, or with a capital at its end.
CLOSED_TITLE = re.compile(
    rf"^\W*(?:{_CLOSED}\s*(?:[-–:)\]/.*|]|$)|{_NAMED}\b)|[(\[]{_CLOSED}[)\]]"
    rf"|\s[-–]\s{_CLOSED}\s*$|,\s{_NAMED}\s*$|\s{_AT_END}\s*$",
    re.IGNORECASE,
)
# "Lukket punkt: Salg af grund", a title without a number
CLOSED_HEADING = re.compile(rf"^\W*{_NAMED}\s*(?:[-–:]\s*\S|(?:nr\.?\s*)?\d)", re.IGNORECASE)
# "Lukket sag, jf. styrelseslovens § 10", "Punktet behandles for lukkede døre."
CLOSED_NOTE = re.compile(
    rf"^\W*{_CLOSED}[\s,.:(]*(?:(?:jf|jævnfør|i henhold til|efter|iht)\b.{{0,60}}(?:§|lov)|§)"
    r"|^(?:dette |dagsordens)?(?:punkt|punktet|sag|sagen)"
    r" (?:er|var|behandles|behandledes|(?:blev|er|bliver) behandlet)"
    r" (?:som )?(?:(?:et |en )?(?:lukket|fortrolig)t?\b|for lukkede døre|(?:på|i) (?:et )?lukket)",
    re.IGNORECASE,
)


def is_closed_title(title: str) -> bool:
    """Tell whether a title carries a mark of closedness: "Lukket - ...", "... (lukket punkt)"."""
    return CLOSED_TITLE.search(title) is not None


def is_closed_heading(text: str) -> bool:
    """Tell whether a line is the title of a closed item that has no number: "Lukket punkt: ..."."""
    return CLOSED_HEADING.match(text) is not None


def is_closed_note(text: str) -> bool:
    """Tell whether a line says of the item it stands in that it is closed, and why or how."""
    return text.lstrip(" (–-")[:1].isupper() and CLOSED_NOTE.match(text) is not None


def is_closed_value(text: str) -> bool:
    """Tell whether the value of a field about openness is a mark: "Lukket", "Lukket jf. § 10"."""
    return re.fullmatch(rf"{_CLOSED}\.?", text.strip(), re.IGNORECASE) is not None or is_closed_note(text)
