"""What stands in the margins of closed pages: it closes what they hold, and is closed with it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from converters.blocks import Furniture
from converters.segment.closed import is_closed_value
from converters.segment.marks import Role
from converters.segment.numbering import candidate_of
from converters.segment.repeats import group_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from converters.segment.outline import Outline
    from converters.segment.parts import Part

COLUMNS = re.compile(r"\s{3,}")  # between the pieces of a running line
DIGITS = re.compile(r"\d+")
RUNNING = frozenset({Role.HEADER, Role.FOOTER})
IN_MARGIN = frozenset({Role.HEADER, Role.FOOTER, Role.STAMP})
OFF_THE_TEXT = frozenset({Furniture.CHROME, Furniture.DELETED})
NEAR = 3  # lines of a page above an item's title


def under_closed(seen: Outline) -> frozenset[int]:
    """Give the lines on pages whose running header or footer says that they are closed.

    A running line that a format tells once for the whole file may stand over any page.
    """
    told = [index for index in _running(seen) if _says_closed(seen.lines[index].text)]
    if not told:
        return frozenset()
    pages = {seen.lines[index].origin.page for index in told}
    once = len(told) == 1 and seen.lines[told[0]].furniture is not None
    return frozenset(
        index
        for index, line in enumerate(seen.lines)
        if (once or line.origin.page in pages) and _role(seen, index) not in IN_MARGIN
    )


def _running(seen: Outline) -> list[int]:
    return [index for index, mark in sorted(seen.marks.items()) if mark.role in RUNNING]


def _role(seen: Outline, index: int) -> Role | None:
    mark = seen.marks.get(index)
    return None if mark is None else mark.role


def _says_closed(text: str) -> bool:
    return any(
        is_closed_value(piece) or group_named(piece) == "closed" for piece in COLUMNS.split(text) if piece
    )


def named_above(seen: Outline, closed: Iterable[Part]) -> frozenset[int]:
    """Give the lines between a page's top and a closed title, from one on that names the item's number.

    A header that stands on one page alone is known by nothing else.
    """
    found: set[int] = set()
    for part in closed:
        above = range(part.start - 1, max(-1, part.start - 1 - NEAR), -1)
        for index in above:
            line = seen.lines[index]
            if part.listed_only or line.origin.page != seen.lines[part.start].origin.page:
                break
            candidate = candidate_of(index, line.text) if line.starts_page else None
            if candidate is not None and candidate.number == part.number:
                found |= set(range(index, part.start))
            if line.starts_page:
                break
    return frozenset(found)


def beside_closed(seen: Outline, hidden: Collection[int]) -> frozenset[int]:
    """Give the lines off the text that are closed with it: their words may be those of a closed item.

    What runs over pages with nothing closed too is everybody's.  Menus, deletions and running lines
    that a format tells once for the whole file belong to no page.
    """
    text = [index for index in hidden if _role(seen, index) not in IN_MARGIN]
    if not text:
        return frozenset()
    closed = {
        page
        for line in map(seen.lines.__getitem__, text)
        for page in range(line.origin.page, (line.last_page or line.origin.page) + 1)
    }
    pages: dict[str, set[int]] = defaultdict(set)
    margins = [index for index, mark in seen.marks.items() if mark.role in IN_MARGIN]
    for index in margins:
        pages[DIGITS.sub("#", seen.lines[index].text)].add(seen.lines[index].origin.page)
    loose = {index for index, line in enumerate(seen.lines) if line.furniture in OFF_THE_TEXT}
    return frozenset(
        loose
        | {
            index
            for index in margins
            for over in (pages[DIGITS.sub("#", seen.lines[index].text)],)
            if over <= closed or (len(over) == 1 and seen.lines[index].furniture is not None)
        }
    )
