"""Markers of list entries, counted as a browser counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import Tag

from converters.blocks import ListKind, Marker
from converters.readers.markup_tags import attribute, inline_style

LARGEST = 10**6  # beyond which a number is no entry's
LETTERS = 26
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 3999
STYLE_TYPE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(?P<name>[a-z]+-(?:alpha|latin|roman)|decimal|disc|circle|square|none)\b"
)
STYLE_TYPES = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "decimal": "1",
    "disc": "", "circle": "", "square": "", "none": "",
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class OpenList:
    """A list whose entries are being read: the type of its numbers, empty for bullets."""

    type: str
    depth: int
    next: int
    step: int = 1

    def marker(self, entry: Tag) -> Marker:
        """Give the marker of the next entry."""
        kind = _type(entry, self.type)
        number = _integer(attribute(entry, "value"), self.next) if self.type else self.next
        self.next = number + self.step
        if not kind:
            return Marker(kind=ListKind.BULLET, depth=self.depth)
        letters = kind != "1"
        return Marker(
            kind=ListKind.LETTER if letters else ListKind.NUMBER,
            printed=printed(number, kind),
            depth=self.depth,
        )


def open_list(tag: Tag, depth: int) -> OpenList:
    """Begin a list."""
    kind = _type(tag, "1" if tag.name == "ol" else "")
    if tag.name == "ol" and "reversed" in tag.attrs:
        entries = sum(1 for child in tag.contents if isinstance(child, Tag) and child.name == "li")
        return OpenList(type=kind, depth=depth, next=_integer(attribute(tag, "start"), entries), step=-1)
    return OpenList(type=kind, depth=depth, next=_integer(attribute(tag, "start"), 1))


def printed(number: int, kind: str) -> str:
    """Print a number as a list of that type does: 4 as 4, d, D, iv or IV."""
    shown = str(number)
    if kind in "aA" and number > 0:
        shown = _letters(number)
    elif kind in "iI" and 0 < number <= LARGEST_ROMAN:
        shown = _roman(number)
    return shown.upper() if kind in "AI" else shown


def _type(tag: Tag, default: str) -> str:
    styled = STYLE_TYPE.search(inline_style(tag))
    if styled:
        return STYLE_TYPES.get(styled["name"], default)
    kind = attribute(tag, "type").strip()
    if kind in {"1", "a", "A", "i", "I"}:
        return kind
    return "" if kind.lower() in {"disc", "circle", "square"} else default


def _integer(text: str, default: int) -> int:
    """Read an attribute as an integer; anything else is not there."""
    text = text.strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > len(str(LARGEST)):
        return default
    return int(text)


def _letters(number: int) -> str:
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, LETTERS)
        found = chr(ord("a") + rest) + found
    return found


def _roman(number: int) -> str:
    found = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found
