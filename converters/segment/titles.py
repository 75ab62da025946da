"""Titles of items, compared as a reader would: case, signs, suffixes and cut ends aside."""

from __future__ import annotations

import re

from converters.lexicon import fold
from converters.segment.numbering import clean_title

MINUTES_IN_TITLE = re.compile(r"\s*\((?P<minutes>\d{1,3})\s*min\.?\)\s*$")
TITLE_SAMPLE = 24  # folded characters of a title that tell it from others


def same_title(one: str, other: str) -> bool:
    """Tell whether two printed titles are one, though one may be cut or lack its suffix."""
    first, second = sample(one), sample(other)
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def sample(title: str) -> str:
    """Give the folded beginning of a title, which tells it from others."""
    bare = MINUTES_IN_TITLE.sub("", clean_title(title)[0])
    return re.sub(r"\W+", "", fold(bare))[:TITLE_SAMPLE]
