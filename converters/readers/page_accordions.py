"""Accordions: buttons in a row of parts, each right before the part it opens, are the parts' headings."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Tag

from converters.readers.markup_tags import (
    HEADINGS,
    LISTS,
    TABLE_PARTS,
    attribute,
    is_block,
    is_text,
    look,
    only_text,
)
from converters.readers.page_words import GLYPH_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bs4.element import PageElement

NEAREST = 30  # tags and texts of a button, or of a part, that are looked at
FEWEST = 2  # buttons of one row that say different things
LONGEST_ICON = 2  # signs of an icon that is written with letters of a font
SIGNS = frozenset({"Sm", "So", "Sk", "Pd", "Pi", "Pf", "Co", "Mn"})  # pluses, arrows, dashes, guillemets
# In which a part does not fold: a heading is no part, a list behind a button is most often a menu.
NO_PARTS = LISTS | TABLE_PARTS | frozenset(HEADINGS) | {"hr", "form", "nav"}

_Row = tuple[int, str, str]  # the tag around a row of parts, the look of its buttons and of its parts


def parts_of_rows(buttons: Sequence[Tag], proven: Collection[int]) -> dict[int, Tag]:
    """Give the parts behind those buttons that are their headings.

    They stand in a row in which one is proven to be, or in which they do not all say the same.
    """
    rows: dict[_Row, list[tuple[Tag, Tag]]] = defaultdict(list)
    for button in buttons:
        part = _part_behind(button)
        around = part.parent if part is not None else None
        if part is not None and around is not None and around.parent is not None:
            row = id(around.parent), f"{look(button)} {look(around)}", look(part)
            rows[row].append((button, part))
    found: dict[int, Tag] = {}
    for pairs in rows.values():
        said = {_said(button) for button, _ in pairs}
        differ = len(said) >= FEWEST and 2 * len(said) > len(pairs)  # some closed items are named alike
        if differ or any(id(button) in proven for button, _ in pairs):
            found |= {id(button): part for button, part in pairs}
    return found


def _part_behind(button: Tag) -> Tag | None:
    """Give the part that stands right behind a button, or behind what the button stands in alone."""
    one: Tag | None = button
    for _ in range(2):
        if one is None:
            return None
        behind = _first(one.next_siblings)
        if isinstance(behind, Tag):
            return behind if _is_part(behind) else None
        if behind or _first(one.previous_siblings):
            return None
        one = one.parent
    return None


def is_icon(tag: Tag) -> bool:
    """Tell an icon at the edge of a heading: a sign without a letter, or the name of a picture in a font."""
    text = only_text(tag).strip()
    if not text or (_first(tag.next_siblings) and _first(tag.previous_siblings)):
        return False
    if len(text) <= LONGEST_ICON:
        return all(unicodedata.category(letter) in SIGNS for letter in text)
    return words_of(attribute(tag, "class")) >= GLYPH_WORDS and text.isascii() and " " not in text


def _is_part(tag: Tag) -> bool:
    """Tell whether a tag is a block with text that is no link's."""
    if not is_block(tag) or tag.name in NO_PARTS:
        return False
    return any(
        is_text(node)
        and any(map(str.isalnum, str(node)))
        and (node.parent is None or node.parent.name != "a")
        for node in islice(tag.descendants, NEAREST)
    )


def _first(nodes: Iterable[PageElement]) -> PageElement | None:
    """Give the nearest of some neighbours that shows anything."""
    near = islice(nodes, NEAREST)
    return next(
        (node for node in near if isinstance(node, Tag) or (is_text(node) and str(node).strip())), None
    )


def _said(button: Tag) -> str:
    near = islice(button.descendants, NEAREST)
    return " ".join("".join(str(node) for node in near if is_text(node)).split())
