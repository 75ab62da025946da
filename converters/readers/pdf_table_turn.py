"""Pages with a table laid on its side: turned in mind, so that their rows run as they are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from converters.readers.pdf_table_words import turn_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdfplumber.page import Page

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What stands on a page, as it is read: what is drawn and the letters, in points from its corner.

    ``top`` and ``height`` are those of the page as it is read; ``side`` tells how it lay.
    """

    drawn: list[dict[str, Any]]
    chars: list[dict[str, Any]]
    top: float
    height: float
    side: int


def marks_of(page: Page) -> Marks:
    """Read what stands on a page."""
    drawn, side = [*page.lines, *page.rects, *page.curves], side_of(page.chars)
    return Marks(
        drawn=turned(drawn, side, page.bbox),
        chars=turned(page.chars, side, page.bbox),
        top=0.0 if side else float(page.bbox[1]),
        height=float(page.width if side else page.height),
        side=side,
    )


def side_of(chars: Iterable[dict[str, Any]]) -> int:
    """Which way most letters of a page are read: 0 as usual, 1 downwards, -1 upwards."""
    turns = Counter(map(turn_of, chars))
    return max(turns, key=lambda turn: (turns[turn], not turn), default=0)


def is_upside_down(chars: Sequence[dict[str, Any]]) -> bool:
    """Tell whether most letters stand on their heads."""
    return sum(bool((char.get("matrix") or (1,))[0] < 0) for char in chars) * 2 > len(chars)


def turned(objects: Sequence[dict[str, Any]], side: int, page: Box) -> list[dict[str, Any]]:
    """What stands on a page, where it is when the page is turned so that letters of that side stand up."""
    if not side:
        return list(objects)
    found = []
    for one in objects:
        left, top, right, bottom = turned_box((one["x0"], one["top"], one["x1"], one["bottom"]), side, page)
        new = {**one, "x0": left, "top": top, "x1": right, "bottom": bottom}
        new |= {"doctop": top, "width": right - left, "height": bottom - top}
        if "upright" in one:
            new |= {"upright": turn_of(one) == side, "matrix": (0, turn_of(one) == 0, 0, 0, 0, 0)}
        if "pts" in one:
            points = [turned_box((x, y, x, y), side, page) for x, y in one["pts"]]
            new["pts"] = [(x, y) for x, y, _, _ in points]
        found.append(new)
    return found


def turned_box(box: Box, side: int, page: Box) -> Box:
    """A box of a page after turning it."""
    left, top, right, bottom = box
    if side < 0:  # letters are read upwards: the page is turned clockwise
        return page[3] - bottom, left - page[0], page[3] - top, right - page[0]
    if side > 0:
        return top - page[1], page[2] - right, bottom - page[1], page[2] - left
    return box


def turned_back(box: Box, side: int, page: Box) -> Box:
    """A box of the turned page where it stands on the page itself."""
    left, top, right, bottom = box
    if side < 0:
        return page[0] + top, page[3] - right, page[0] + bottom, page[3] - left
    if side > 0:
        return page[2] - bottom, page[1] + left, page[2] - top, page[1] + right
    return box
