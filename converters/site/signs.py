"""A committee's sign: two letters and a colour, so that lists can be told apart at a glance.

The letters carry the meaning and stand beside the name; the colour only helps the eye.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from zlib import crc32

COLOURS = 8  # as many as referat.css has
SMALL_WORDS = frozenset({"og", "for", "i", "af", "om", "på", "til", "den", "det", "de", "the"})
ENDINGS = re.compile(r"(?<=\w{2})(?:udvalget|rådet|bestyrelsen|nævnet|kommissionen)$", re.IGNORECASE)
WORDS = re.compile(r"[^\W\d_]+")
LETTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """The letters of a sign, and the number of its colour, from 0."""

    letters: str
    colour: int


def of(name: str | None) -> Sign:
    """The sign of a committee: ``Teknik- og Miljøudvalget`` is TM, ``Økonomiudvalget`` ØK."""
    words = [word for word in WORDS.findall(name or "") if word.casefold() not in SMALL_WORDS]
    if len(words) >= LETTERS:
        letters = "".join(word[0] for word in words[:LETTERS])
    else:
        letters = ENDINGS.sub("", "".join(words))[:LETTERS]
    return Sign(letters=letters.upper() or "?", colour=crc32((name or "").casefold().encode()) % COLOURS)
