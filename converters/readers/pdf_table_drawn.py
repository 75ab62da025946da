"""What is drawn on a page: the lines across and down it, and the grounds that words stand on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from converters.readers.pdf_table_grid import TOLERANCE, Rule, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converters.readers.pdf_table_words import PlacedWord

WHITE = 0.98

Box = tuple[float, float, float, float]


def rules_of(drawn: Sequence[dict[str, Any]]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """The lines across and down the page that can be seen, and the edges of what is filled."""
    across: list[Rule] = []
    down: list[Rule] = []
    for one in drawn:
        if not _is_seen(one):
            continue
        for left, top, right, bottom in _strokes(one):
            if right - left >= bottom - top and bottom - top <= TOLERANCE:
                across.append(Rule(place=(top + bottom) / 2, start=left, end=right))
            elif right - left <= TOLERANCE:
                down.append(Rule(place=(left + right) / 2, start=top, end=bottom))
    return joined(across), joined(down)


def _strokes(one: dict[str, Any]) -> Iterator[Box]:
    """The straight strokes of what is drawn, each as a thin box."""
    left, top, right, bottom = one["x0"], one["top"], one["x1"], one["bottom"]
    if one["object_type"] == "curve":
        for (x0, y0), (x1, y1) in pairwise(one["pts"]):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    elif one["object_type"] == "line" or right - left <= TOLERANCE or bottom - top <= TOLERANCE:
        yield left, top, right, bottom
    else:
        yield left, top, right, top
        yield left, bottom, right, bottom
        yield left, top, left, bottom
        yield right, top, right, bottom


def _is_seen(one: dict[str, Any]) -> bool:
    """Tell whether what is drawn has a colour other than the paper's."""
    if one.get("stroke") and not is_white(one.get("stroking_color")):
        return True
    return bool(one.get("fill")) and not is_white(one.get("non_stroking_color"))


def is_white(colour: object) -> bool:
    """Tell whether a colour is the paper's, given as grey, red-green-blue or four inks."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return all(part <= 1 - WHITE for part in parts)
    return all(part >= WHITE for part in parts)


def on_ground(words: Sequence[PlacedWord], drawn: Sequence[dict[str, Any]]) -> int:
    """How many of the words stand on a coloured ground."""
    grounds = [
        one
        for one in drawn
        if one.get("fill")
        and one["bottom"] - one["top"] > TOLERANCE
        and one["x1"] - one["x0"] > TOLERANCE
        and not is_white(one.get("non_stroking_color"))
    ]
    return sum(
        any(one["x0"] <= word.x <= one["x1"] and one["top"] <= word.y <= one["bottom"] for one in grounds)
        for word in words
    )
