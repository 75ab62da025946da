"""Words that a style sets beside each other, and which in the markup run together or stand otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString, Tag

from converters.readers.markup_tags import attribute, inline_style, is_block
from converters.readers.markup_text import STOP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import BeautifulSoup

RIGHT = re.compile(r"(?:^|[;\s])float\s*:\s*(?:right|inline-end)\b")
RIGHT_CLASSES = frozenset({"pull-right", "float-right", "float-end"})  # of Bootstrap
MOST_PIECES = 50  # of a line that is put together anew
FLEX = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid)\b")
DOWN = re.compile(r"flex-(?:direction|flow)\s*:\s*column")
SPREAD = re.compile(r"justify-content\s*:\s*space-")
SPREAD_CLASSES = frozenset({"justify-content-between", "justify-content-around", "justify-between"})
HOLDERS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "summary", "button", "dt", "li", "a"})


def set_beside(soup: BeautifulSoup) -> None:
    """Tell what stands beside each other: what floats to the right, and what a flexible box holds."""
    styled = [
        tag
        for tag in soup.descendants
        if isinstance(tag, Tag) and ("style" in tag.attrs or "class" in tag.attrs)
    ]
    for tag in styled:
        if FLEX.search(inline_style(tag)) or not SPREAD_CLASSES.isdisjoint(_classes(tag)):
            _part(tag)
    _move_right([tag for tag in styled if _floats(tag)])


def _part(box: Tag) -> None:
    """Part the inline tags of a box: spread over its width they are columns, else they are only apart."""
    inner = [child for child in box.contents if isinstance(child, Tag)]
    if any(is_block(child) for child in inner) or len(box.contents) > MOST_PIECES:
        return
    if DOWN.search(inline_style(box)):
        for child in inner:
            child.attrs["style"] = f"{attribute(child, 'style')};display:block"
        return
    spread = SPREAD.search(inline_style(box)) or not SPREAD_CLASSES.isdisjoint(_classes(box))
    for child in inner[1:]:
        child.insert_before(NavigableString(STOP if spread else " "))


def _move_right(floating: Iterable[Tag]) -> None:
    """Move each tag that floats to the right to the end of its line, a column of its own."""
    for tag in floating:
        line = tag.parent
        if line is None or len(line.contents) > MOST_PIECES:
            continue
        lines = any(isinstance(one, Tag) and (is_block(one) or one.name == "br") for one in line.contents)
        if lines or line.name not in HOLDERS:
            tag.insert_before(NavigableString(" "))
            tag.insert_after(NavigableString(" "))
            continue  # the end of the line is not that of the tag
        line.append(NavigableString(STOP))
        line.append(tag.extract())


def _floats(tag: Tag) -> bool:
    if is_block(tag):
        return False
    return RIGHT.search(inline_style(tag)) is not None or not RIGHT_CLASSES.isdisjoint(_classes(tag))


def _classes(tag: Tag) -> list[str]:
    return attribute(tag, "class").split()
