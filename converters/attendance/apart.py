"""What stands close behind a name in a list of people and is no part of it."""

from __future__ import annotations

import re
from functools import cache

from converters.attendance.words import any_of, words

# "Næstformand- afbud", "Ida Holm Afbud"
_AWAY = re.compile(
    r"(?<=[\w)])(?:[^\S\n]*[-–])?[^\S\n]+(?=(?:afbud|fraværende)[^\S\n]*$)", re.IGNORECASE | re.MULTILINE
)
_SLASHED = re.compile(r"(?<=[a-zæøå])/([A-ZÆØÅ][a-zæøå][^,;\n()/]{0,40})")  # "Ida Holm/Elevrådsformand"


def set_apart(text: str) -> str:
    """Put a dash before a word of absence behind a name, and brackets around what is behind a slash."""
    return _AWAY.sub(" - ", _SLASHED.sub(r" (\1)", text))


@cache
def for_a_while() -> re.Pattern[str]:
    """What matches "ved sag nr. 6" or "sag 12-14", behind a name or in a note to one."""
    partly = any_of(words().partly)
    return re.compile(rf"(?<!\w)(?:(?:{partly})(?!\w)|(?:sag|sager|pkt\.?|punkt) \d)", re.IGNORECASE)
