"""Images and embedded files of a page: what they show, what they say, and where they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4 import Tag

from converters.blocks import Furniture, Link
from converters.readers.markup_links import address
from converters.readers.markup_pictures import embedded_picture
from converters.readers.markup_sheet import Draft, Sheet
from converters.readers.markup_tags import attribute, is_text
from converters.readers.markup_text import Piece, Scope, put_together

ICON = 32  # pixels, by the page's own word
ICONS = frozenset({"i", "span", "em", "b", "svg", "use"})  # that have no words of their own, but say some
# Where a tag has the address of what it embeds.
SOURCES = {"iframe": "src", "embed": "src", "object": "data", "audio": "src", "video": "src", "source": "src"}


@dataclass(slots=True, kw_only=True)
class Images:
    """Puts the images of a page on its sheet."""

    sheet: Sheet
    _silent: dict[int, bool] = field(default_factory=dict)  # links by whether they have no word

    def see(self, tag: Tag, scope: Scope, link: Tag | None) -> str:
        """Put an image or an embedded file on the sheet; the text to stand in its place is given back.

        ``link`` is the link it stands in.
        """
        if tag.name in SOURCES:
            self._embedded(tag, scope)
            return ""
        alt, _ = put_together([Piece(text=attribute(tag, "alt"), scope=scope)])
        picture = embedded_picture(attribute(tag, "src"), alt) if scope.furniture is None else None
        if picture is not None:
            self.sheet.picture(picture)
        elif alt:
            if link is not None and self._is_silent(link):
                return f" {alt} "
            icon = link is not None or _is_icon(tag)
            furniture = scope.furniture or (Furniture.CHROME if icon else None)
            drawn = scope.furniture is None and icon
            self.sheet.aside(Draft(text=alt, style="img", furniture=furniture, icon=drawn))
        return ""

    def say(self, tag: Tag, scope: Scope) -> None:
        """Tell what an icon means that is drawn by a style sheet."""
        said = attribute(tag, "aria-label") or attribute(tag, "title")
        text, _ = put_together([Piece(text=said, scope=scope)])
        if text:
            furniture = scope.furniture or Furniture.CHROME
            icon = scope.furniture is None
            self.sheet.aside(Draft(text=text, style="img", furniture=furniture, icon=icon))

    def _embedded(self, tag: Tag, scope: Scope) -> None:
        """Record the address of an embedded file; what it shows is not in the page."""
        href = address(attribute(tag, SOURCES[tag.name]))
        if href is not None:
            link = Link(start=0, end=len(href), href=href)
            furniture = scope.furniture or Furniture.CHROME
            self.sheet.aside(Draft(text=href, style=tag.name, links=(link,), furniture=furniture))

    def _is_silent(self, link: Tag) -> bool:
        """Tell whether a link has no words but those of its images."""
        known = self._silent.get(id(link))
        if known is None:
            known = not any(is_text(node) and str(node).strip() for node in link.descendants)
            self._silent[id(link)] = known
        return known


def _is_icon(tag: Tag) -> bool:
    sizes = [attribute(tag, name).strip().removesuffix("px") for name in ("width", "height")]
    return any(size.isascii() and size.isdecimal() and len(size) < 4 and int(size) <= ICON for size in sizes)
