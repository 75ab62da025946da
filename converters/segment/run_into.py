"""Numbered entries that ran into the line above them, as portals print a list without its line ends."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from converters.lexicon import fold
from converters.segment.closed import is_closed_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converters.blocks import Line, Origin

ENTRY = re.compile(r"^\d{1,4}\.\s+\S")
# "Eventuelt1. Budget for havnen", "Sagsfremstilling2. Takster": no space before the number
RUN_INTO = re.compile(r"(?<=[^\W\d]|[.:)])(?P<entry>\d{1,4}\.\s+[^\W\d_].*)$")
LONGEST = 300  # characters of a line that is a label or a title, and not a paragraph


def entries_run_into(lines: Iterable[Line]) -> dict[Origin, tuple[str, str]]:
    """Give head and entry of each line that ends in an entry whose number and title stand elsewhere too.

    The entry is one of a list that the paper has as lines of their own, or run into another line; or
    its title carries a mark of closedness, which no text goes on with.
    """
    known: set[str] = set()
    glued: list[tuple[Origin, str, str]] = []
    for line in lines:
        text = line.text
        if len(text) > LONGEST or not any(map(str.isdigit, text)):
            continue
        match = RUN_INTO.search(text)
        head = text if match is None else text[: match.start()]
        if ENTRY.match(head):
            known.add(fold(head))
        if match is not None:
            glued.append((line.origin, head, match["entry"]))
    times = Counter(fold(entry) for _, _, entry in glued)
    return {
        origin: (head, entry)
        for origin, head, entry in glued
        if fold(entry) in known or times[fold(entry)] > 1 or is_closed_title(entry.partition(" ")[2].strip())
    }
