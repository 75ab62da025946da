"""A field that asks whether an item is open, or closed, and answers yes or no."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from converters.lexicon import alternatives, danish, fold
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

YES, NO = "ja", "nej"


@cache
def _asked() -> re.Pattern[str]:
    words = danish().open_marks | danish().closed_marks
    return re.compile(
        rf"(?:^|(?<=\s))(?P<word>{alternatives(words)})\s*[:?]?\s+(?P<answer>{YES}|{NO})\.?$", re.IGNORECASE
    )


def answer_of(text: str, *, whole: bool = True) -> Mark | None:
    """Read "Åben sag: Nej"; ``whole`` asks that nothing stands before it on the line."""
    if not text.rstrip(" .").casefold().endswith((YES, NO)):
        return None
    match = _asked().search(text)
    if match is None or (whole and match.start()):
        return None
    is_open = (fold(match["word"]) in danish().open_marks) == (fold(match["answer"]) == YES)
    return Mark(
        role=Role.OPEN if is_open else Role.CLOSED, why="felt om åbenhed med ja eller nej", label=text
    )


def take_answers(lines: Sequence[Line], found: Marks) -> None:
    """Let a "Nej" on the line under a word of openness, or over it, close the item."""
    for index, mark in list(found.items()):
        if mark.role is not Role.OPEN:
            continue
        for beside in (index + 1, index - 1):
            if (
                0 <= beside < len(lines)
                and beside not in found
                and fold(lines[beside].text.rstrip(".")) == NO
            ):
                found[index] = replace(mark, role=Role.CLOSED, why="felt om åbenhed med ja eller nej")
                found[beside] = Mark(
                    role=Role.VALUE, why="svaret på feltet om åbenhed", text=lines[beside].text
                )
                break
