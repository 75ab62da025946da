"""What the gate after the build wants to know of one built page; nothing is changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes by which a browser fetches something on its own, by element.
_FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "embed": "src",
    "source": "src",
    "audio": "src",
    "video": "src",
    "track": "src",
    "input": "src",
    "object": "data",
}
_FETCHED_LINKS = frozenset({
    "stylesheet", "icon", "preload", "prefetch", "modulepreload", "preconnect", "dns-prefetch", "manifest",
    "apple-touch-icon", "mask-icon",
})  # fmt: skip
_STYLE_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)['"]?(?P<address>[^'")\s]+)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An address in a page, with its line (from 1); ``fetched`` ones are loaded without a click."""

    address: str
    line: int
    fetched: bool


@dataclass(slots=True, kw_only=True)
class BuiltPage:
    """A built page: its language, title, targets of links, and references."""

    lang: str | None = None
    title: str = ""
    anchors: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)


def built_page(html: str) -> BuiltPage:
    """Read a built page."""
    reader = _PageReader()
    reader.feed(html)
    reader.close()
    return reader.page


def style_references(css: str, first_line: int = 1) -> list[Reference]:
    """Find what a style sheet fetches."""
    return [
        Reference(address=found["address"], line=first_line + css.count("\n", 0, found.start()), fetched=True)
        for found in _STYLE_ADDRESS.finditer(css)
    ]


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of language, anchors and addresses."""
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        self._inside = tag if tag in {"title", "style"} else self._inside
        if tag == "html":
            self.page.lang = values.get("lang")
        for name in ("id", "name") if tag == "a" else ("id",):
            if values.get(name):
                self.page.anchors.add(values[name])
        for address, fetched in _addresses(tag, values):
            self.page.references.append(Reference(address=address.strip(), line=line, fetched=fetched))
        self.page.references += style_references(values.get("style", ""), line)

    def handle_endtag(self, tag: str) -> None:
        """Leave the title or style."""
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Take the words of the title, and what a style fetches."""
        # The title inside a drawing is not the page's.
        if self._inside == "title" and not self.page.title:
            self.page.title = data.strip()
        elif self._inside == "style":
            self.page.references += style_references(data, self.getpos()[0])


def _addresses(tag: str, values: dict[str, str]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    if tag in _FETCHED and values.get(_FETCHED[tag]):
        found.append((values[_FETCHED[tag]], True))
    if "srcset" in values:
        found += [(part.split()[0], True) for part in values["srcset"].split(",") if part.strip()]
    if tag in {"a", "area"} and "href" in values:
        found.append((values["href"], False))
    if tag == "link" and "href" in values:
        relations = set(values.get("rel", "").lower().split())
        if relations & _FETCHED_LINKS:
            found.append((values["href"], True))
    if tag == "form" and values.get("action"):
        found.append((values["action"], False))
    return found
