"""Ranks of headings: those of the tags, and below them the short lines that are set apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from converters.blocks import Line, Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converters.readers.markup_sheet import Draft

LONGEST_HEADING = 400  # characters; a longer one is a tag that was never closed
LONGEST = 200  # characters of a bold line that may be a heading
SHORT = 80  # characters of a line that is only slanted or underlined
NO_TITLE = (".", ",", ";", "!", "?", ")", "\N{EN DASH}", "-")  # a title does not end so
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
    shown = [draft for draft in drafts if draft.furniture is None]
    lowest = max((draft.level for draft in shown if draft.level is not None), default=0) + 1
    toggles = [draft for draft in shown if draft.toggle and draft.level is None and draft.table is None]
    rank = min(_inside(shown), default=lowest)
    for draft in shown:
        if draft.level is not None and draft.level >= rank:
            draft.level += bool(toggles)
    for draft in toggles:
        draft.level = rank
    _rank_by_look(shown, lowest + bool(toggles))


def _inside(shown: Sequence[Draft]) -> list[int]:
    """Give the ranks that no heading has but those in the parts that fold, and in several of these."""
    parts: dict[int, set[int]] = {}  # by rank: how many parts have begun above each of its headings
    begun = 0
    for draft in shown:
        if draft.level is not None:
            parts.setdefault(draft.level, set()).add(begun)
        begun += draft.toggle and draft.level is None
    return [rank for rank, found in parts.items() if 0 not in found and len(found) > 1]


def _rank_by_look(shown: Sequence[Draft], lowest: int) -> None:
    """Rank short lines that are set apart from end to end.

    The larger, the higher; of one size, bold before bold and slanted.  Below them stands what is only
    underlined, then what is only slanted.
    """
    plain = [draft for draft in shown if draft.level is None and draft.table is None]
    body = _body_size(plain)
    told = _tells(plain, [draft for draft in plain if draft.bold])
    apart = [
        draft
        for draft in plain
        if (draft.bold and told) or (draft.size is not None and draft.size >= LARGER * body)
    ]
    sizes = _steps(draft.size or body for draft in apart)
    heads: list[tuple[Draft, tuple[int, int]]] = []  # and their size, from the largest, and look
    for draft in apart:
        draft.style = _named(draft)
        if draft.marker is None and draft.continues is False and len(draft.text) <= LONGEST:
            step = sum(size > (draft.size or body) for size in sizes)
            heads.append((draft, (step, int(draft.bold and draft.slanted))))
    heads += [(draft, (len(sizes), int(not draft.underlined))) for draft in _set_titles(shown, apart)]
    looks = sorted({look for _, look in heads})
    for draft, look in heads:
        draft.level = lowest + looks.index(look)


def _set_titles(shown: Sequence[Draft], apart: Sequence[Draft]) -> list[Draft]:
    """Give the short lines that are underlined, or slanted and alone between lines of text."""
    higher = {id(draft) for draft in apart} | {id(draft) for draft in shown if draft.level is not None}
    lines = [draft for draft in shown if draft.table is None and id(draft) not in higher]
    underlined = _tells(lines, [draft for draft in lines if draft.underlined])
    slanted = _tells(lines, [draft for draft in lines if draft.slanted])
    found = []
    for before, draft, after in zip([None, *shown], shown, shown[1:], strict=False):
        if id(draft) in higher or draft.table or draft.marker or draft.continues is not False:
            continue
        alone = not (after.slanted or id(after) in higher or (before and before.slanted))
        apart_so = (draft.underlined and underlined) or (draft.slanted and slanted and alone)
        if apart_so and reads_as_title(draft.text):
            draft.style = _named(draft)
            found.append(draft)
    return found


def reads_as_title(text: str) -> bool:
    """Tell whether a line is short, begins and ends as a title does, and names nobody behind a colon."""
    return (
        len(text) <= SHORT
        and text[:1].isalnum()
        and not text[0].islower()
        and not text.endswith(NO_TITLE)
        and ": " not in text
        and "\t" not in text
    )


def _tells(plain: Sequence[Draft], looking: Sequence[Draft]) -> bool:
    """Tell whether few enough lines look so for the look to tell anything."""
    return sum(len(draft.text) for draft in looking) <= LARGEST_SHARE * sum(
        len(draft.text) for draft in plain
    )


def _named(draft: Draft) -> str:
    """Name the look of a line that is set apart."""
    words = [draft.style] if "." in draft.style else []
    words += ["bold"] * draft.bold + ["slanted"] * draft.slanted + ["underlined"] * draft.underlined
    return " ".join(words + ([f"{draft.size:g}pt"] if draft.size is not None else []))


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
