"""Words that a page sets at the right edge of a line: they stand last in it, wherever its markup has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString, Tag

from converters.readers.markup_tags import attribute, inline_style, is_block
from converters.readers.markup_text import STOP

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

RIGHT = re.compile(r"(?:^|[;\s])float\s*:\s*(?:right|inline-end)\b")
RIGHT_CLASSES = frozenset({"pull-right", "float-right", "float-end"})  # of Bootstrap
MOST_PIECES = 50  # of a line that is put together anew
HOLDERS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "summary", "button", "dt", "li", "a"})


def move_right(soup: BeautifulSoup) -> None:
    """Move each inline tag that floats to the right to the end of its line, a column of its own."""
    found = [
        tag
        for tag in soup.descendants
        if isinstance(tag, Tag) and ("style" in tag.attrs or "class" in tag.attrs) and _floats(tag)
    ]
    for tag in found:
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
    return RIGHT.search(inline_style(tag)) is not None or not RIGHT_CLASSES.isdisjoint(
        attribute(tag, "class").split()
    )
