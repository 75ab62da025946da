"""Ranks of headings: those of the tags, and below them the short lines that are bold or large."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from converters.blocks import Line, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converters.readers.markup_sheet import Draft

LONGEST_HEADING = 400  # characters; a longer one is a tag that was never closed
LONGEST = 200  # characters of a bold line that may be a heading
USUAL_SIZE = 12.0  # points of text whose size the page does not tell
LARGER = 1.15  # times the size beside it, from which a reader sees a difference
LARGEST_SHARE = 0.5  # of the words; a text that is bold all over has no headings by that


def ranked(drafts: Sequence[Draft]) -> tuple[Line, ...]:
    """Give the lines with their ranks, numbered from 1."""
    _rank(drafts)
    return tuple(
        Line(
            text=draft.text,
            origin=Origin(page=1, line=number),
            gap=draft.gap,
            indent=draft.indent,
            starts_page=number == 1,
            whole=draft.whole,
            continues=draft.continues,
            level=draft.level,
            style=draft.style,
            marker=draft.marker,
            table=draft.table,
            links=draft.links,
            pictures=tuple(draft.pictures),
            furniture=draft.furniture,
        )
        for number, draft in enumerate(drafts, start=1)
    )


def _rank(drafts: Sequence[Draft]) -> None:
    """Rank the lines that no tag calls a heading: what opens a part, then what is set apart by its look."""
    for draft in drafts:
        if draft.furniture is not None or len(draft.text) > LONGEST_HEADING:
            draft.level, draft.toggle = None, False
    running = [draft for draft in drafts if draft.furniture is None and draft.table is None]
    lowest = max((draft.level for draft in running if draft.level is not None), default=0) + 1
    toggles = [draft for draft in running if draft.toggle and draft.level is None]
    for draft in toggles:
        draft.level = lowest
    _rank_by_look([draft for draft in running if draft.level is None], lowest + bool(toggles))


def _rank_by_look(plain: Sequence[Draft], lowest: int) -> None:
    """Rank short lines that are bold or large from end to end; the larger, the higher."""
    body = _body_size(plain)
    bold = [draft for draft in plain if draft.bold]
    told = sum(len(draft.text) for draft in bold) <= LARGEST_SHARE * sum(len(draft.text) for draft in plain)
    apart = [
        draft
        for draft in plain
        if (draft.bold and told) or (draft.size is not None and draft.size >= LARGER * body)
    ]
    sizes = _steps(draft.size or body for draft in apart)
    for draft in apart:
        words = [draft.style] if "." in draft.style else []
        words += ["bold"] * draft.bold + ([f"{draft.size:g}pt"] if draft.size is not None else [])
        draft.style = " ".join(words)
        if draft.marker is None and draft.continues is False and len(draft.text) <= LONGEST:
            draft.level = lowest + sum(size > (draft.size or body) for size in sizes)


def _body_size(plain: Sequence[Draft]) -> float:
    """Give the size of most of the text, in points."""
    letters: Counter[float] = Counter()
    for draft in plain:
        letters[draft.size or USUAL_SIZE] += len(draft.text)
    return max(letters, key=lambda size: (letters[size], size), default=USUAL_SIZE)


def _steps(sizes: Iterable[float]) -> list[float]:
    """Give the smallest size of each step; what is nearly as large is of the same step."""
    steps: list[float] = []
    largest = 0.0  # of the step that is being made
    for size in sorted(set(sizes), reverse=True):
        if steps and size * LARGER > largest:
            steps[-1] = size
        else:
            steps.append(size)
            largest = size
    return steps
