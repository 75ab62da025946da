"""Ranks of headings: those of the tags, and below them the short lines that are bold from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.blocks import Line, Origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.readers.markup_sheet import Draft

LONGEST_HEADING = 400  # characters; a longer one is a tag that was never closed
LONGEST = 200  # characters of a bold line that may be a heading
LARGEST_SHARE = 0.5  # of the words; a text that is bold all over has no headings by that


def ranked(drafts: Sequence[Draft]) -> tuple[Line, ...]:
    """Give the lines with their ranks, numbered from 1."""
    _rank_bold(drafts)
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


def _rank_bold(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if draft.furniture is not None or len(draft.text) > LONGEST_HEADING:
            draft.level, draft.toggle = None, False
    running = [draft for draft in drafts if draft.furniture is None and draft.table is None]
    lowest = max((draft.level for draft in running if draft.level is not None), default=0) + 1
    toggles = [draft for draft in running if draft.toggle and draft.level is None]
    for draft in toggles:
        draft.level = lowest
    lowest += bool(toggles)
    plain = [draft for draft in running if draft.level is None]
    bold = [draft for draft in plain if draft.bold]
    if sum(len(draft.text) for draft in bold) > LARGEST_SHARE * sum(len(draft.text) for draft in plain):
        return
    for draft in bold:
        draft.style = f"{draft.style} bold" if "." in draft.style else "bold"
        if draft.marker is None and draft.continues is False and len(draft.text) <= LONGEST:
            draft.level = lowest
