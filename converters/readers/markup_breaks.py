"""Line breaks inside a paragraph of markup: which of them end it, and which only wrap it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converters.readers.markup_sheet import Draft

NARROWEST = 45  # characters; shorter lines than these are not wrapped by anybody
TWICE = 2
MANY = 4  # lines in one paragraph, all of them full, are a text that was wrapped by hand
UNFINISHED = (",", "-", "\N{EN DASH}", "&", "/")  # a title that ends so goes on


def goes_on(drafts: list[Draft]) -> None:
    """Tell of each line of a block whether it goes on the one above.

    A line whose first word would have fitted on the line above begins something new.  Where it would
    not have fitted, nothing is known, unless many lines in a row are full.
    """
    if len(drafts) < 2:
        return
    width = max(len(draft.text) for draft in drafts)
    full = [_full(above, draft, width) for above, draft in pairwise(drafts)]
    if width >= NARROWEST and sum(full) >= TWICE:  # the longest line is full by itself and tells nothing
        for draft, wraps in zip(drafts[1:], full, strict=True):
            draft.continues = None if wraps else False
    if len(drafts) >= MANY and all(draft.continues is None for draft in drafts[1:]):
        for draft in drafts[1:]:
            draft.continues = True
    if drafts[0].level is not None:
        _divide_heading(drafts)
    for above, draft in pairwise(drafts):
        if draft.continues is not False:
            above.whole = draft.whole = False


def _divide_heading(drafts: list[Draft]) -> None:
    """Tell of the lines of a heading which go on its title, and which look otherwise and are none of it."""
    title = drafts[0]
    for above, draft in pairwise(drafts):
        if draft.size != title.size or _look(draft)[:-1] != _look(title)[:-1]:
            draft.level, draft.bold = None, False
        elif above.level is not None and (draft.text[0].islower() or above.text.endswith(UNFINISHED)):
            draft.continues = True


def _full(above: Draft, draft: Draft, width: int) -> bool:
    """Tell whether the line above had no room for the first word of this one."""
    if draft.gap or _look(above) != _look(draft):
        return False
    return len(above.text) + 1 + len(draft.text.split(" ", 1)[0]) > width


def _look(draft: Draft) -> tuple[bool, bool, bool, str]:
    return draft.bold, draft.slanted, draft.underlined, draft.style
