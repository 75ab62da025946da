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
# "Eventuelt1. Budget for havnen", "Sagsfremstilling2. Takster": no space before the number.  A pattern
# that begins with a look behind would be tried at every letter.
NUMBERED = re.compile(r"\d+\.\s+[^\W\d_]")
MOST_DIGITS = 4
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
        if len(text) > LONGEST or "." not in text:
            continue
        start = _runs_in(text)
        head = text[:start]
        if ENTRY.match(head):
            known.add(fold(head))
        if start is not None:
            glued.append((line.origin, head, text[start:]))
    times = Counter(fold(entry) for _, _, entry in glued)
    return {
        origin: (head, entry)
        for origin, head, entry in glued
        if fold(entry) in known or times[fold(entry)] > 1 or is_closed_title(entry.partition(" ")[2].strip())
    }


def _runs_in(text: str) -> int | None:
    """Give the place of the first number that stands right behind a word or the end of a sentence."""
    return next(
        (
            match.start()
            for match in NUMBERED.finditer(text)
            if match.start()
            and text[match.start() : match.end()].index(".") <= MOST_DIGITS
            and (text[match.start() - 1].isalpha() or text[match.start() - 1] in "_.:)")
        ),
        None,
    )
