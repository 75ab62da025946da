"""The look of text in markup by tags, attributes and sheets: bold, slanted, underlined, and how large."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from converters.readers.markup_tags import BOLD, ITALIC, attribute, inline_style

SELECTOR = re.compile(r"^[a-z0-9]*\.[\w-]+$", re.IGNORECASE)
WEIGHT = re.compile(r"font-weight\s*:\s*(?P<weight>bold(?:er)?|normal|lighter|[1-9]00)")
SLANT = re.compile(r"font-style\s*:\s*(?P<slant>italic|oblique|normal)")
UNDERLINE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*?\b(?P<line>underline|none)\b")
SIZE = re.compile(r"font-size\s*:\s*(?P<number>\d{1,3}(?:\.\d{1,4})?)\s*(?P<unit>pt|px)")
POINTS = {"pt": 1.0, "px": 0.75}
FONT_SIZES = {
    "1": 8.0,
    "2": 10.0,
    "3": 12.0,
    "4": 14.0,
    "5": 18.0,
    "6": 24.0,
    "7": 36.0,
}  # <font size>, points
SMALL = 10.0  # points of <small>
LONGEST_SHEET = 2**20  # characters of style sheets that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What a rule says of a text's look; None is nothing."""

    bold: bool | None = None
    size: float | None = None  # points
    slanted: bool | None = None
    underlined: bool | None = None

    def over(self, other: Face) -> Face:
        """Give this look where it says something, the other elsewhere."""
        return Face(
            bold=other.bold if self.bold is None else self.bold,
            size=other.size if self.size is None else self.size,
            slanted=other.slanted if self.slanted is None else self.slanted,
            underlined=other.underlined if self.underlined is None else self.underlined,
        )


PLAIN = Face()


def sheet_faces(soup: BeautifulSoup) -> dict[str, Face]:
    """Read the looks that a page's style sheets give to classes: ".name" or "tag.name"."""
    css = "".join(style.get_text() for style in soup.find_all("style"))[:LONGEST_SHEET]
    first, *rest = css.split("/*")
    found: dict[str, Face] = {}
    for rule in (first + "".join(part.partition("*/")[2] for part in rest)).split("}"):
        selectors, _, declarations = rule.rpartition("{")
        face = _declared(declarations.lower())
        if face == PLAIN:
            continue
        for selector in selectors.rpartition("{")[2].split(","):
            name = selector.strip()
            if SELECTOR.match(name):
                found[name] = face.over(found.get(name, PLAIN))
    return found


def face_of(tag: Tag, sheets: Mapping[str, Face]) -> Face:
    """Tell what a tag says of the look of the text in it."""
    face = PLAIN
    if tag.name in BOLD:
        face = Face(bold=True)
    elif tag.name in ITALIC:
        face = Face(slanted=True)
    elif tag.name == "u":
        face = Face(underlined=True)
    elif tag.name == "small":
        face = Face(size=SMALL)
    elif tag.name == "font":
        face = Face(size=FONT_SIZES.get(attribute(tag, "size").strip()))
    if sheets and "class" in tag.attrs:
        for name in attribute(tag, "class").split():
            for selector in (f".{name}", f"{tag.name}.{name}"):
                face = sheets[selector].over(face) if selector in sheets else face
    return _declared(inline_style(tag)).over(face) if "style" in tag.attrs else face


def _declared(style: str) -> Face:
    weight, size = WEIGHT.search(style), SIZE.search(style)
    slant, line = SLANT.search(style), UNDERLINE.search(style)
    return Face(
        bold=None if weight is None else weight["weight"].startswith(("bold", "6", "7", "8", "9")),
        size=None if size is None else float(size["number"]) * POINTS[size["unit"]],
        slanted=None if slant is None else slant["slant"] != "normal",
        underlined=None if line is None else line["line"] == "underline",
    )
