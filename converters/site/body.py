"""The Markdown extension for every page's body: no HTML gets through, and tables can be read by all."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from converters.site.arrangement import Arrangement, number_paragraphs
from converters.site.plain_text import BEFORE_INLINE, PlainText
from converters.slugs import heading_anchor

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Browsers skip blanks and control characters when they look for a scheme: "java\tscript:".
SKIPPED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0]+")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
ALIGNMENT = re.compile(r"text-align: (left|right|center);")  # as the tables extension writes it
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
TOP = 2  # the level of a body's sections; the page's own heading is the first
LINK_TITLE = "Link til dette afsnit"


def anchor(heading: str, separator: str) -> str:
    """The anchor of a heading, for the toc extension."""
    return heading_anchor(heading).replace("-", separator)


class Body(Extension):
    """HTML in a body is text, links lead only to the web, mail and telephone, tables scroll in a region.

    ``lead_decides`` is set before the body of an item is rendered, and is None for all others.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lead_decides: bool | None = None
        self._parser: Markdown | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Take out what reads HTML, and add the step that goes through the finished tree."""
        self._parser = md
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(PlainText(md), "referat_plain_text", BEFORE_INLINE)
        # Before toc (5), which reads the levels.
        md.treeprocessors.register(HeadingLevels(md), "referat_levels", 6)
        # Between the two: the contents stand in the order of the page.
        arrangement = Arrangement(md)
        arrangement.lead_decides = self.lead_decides
        md.treeprocessors.register(arrangement, "referat_arrangement", 5.5)
        # After toc, which makes anchors, and before MkDocs' own look at links (0).
        md.treeprocessors.register(BodyTree(md), "referat_body", 4)

    def release(self) -> None:
        """Take the parser of a finished page apart, of whose parts each knows the others.

        So it is gone at once. Left for Python to find, a parser for every page is most of what there is
        to find: without this, looking costs 0.2 s more on 1,000 items, a thirtieth of a build (measured).
        """
        if self._parser is not None:
            self._parser.parser.__dict__.clear()
            self._parser.__dict__.clear()
            self._parser = None


class Contents(TocTreeprocessor):
    """Markdown's own step for anchors and contents, without the list that it would print for "[TOC]".

    Nothing asks for that list; making it for each page is a hundredth of a build (measured).
    """

    def build_toc_div(self, toc_list: object) -> Element:  # noqa: ARG002 - Markdown calls it with this
        """An empty list."""
        return Element("div")


class HeadingLevels(Treeprocessor):
    """Lifts a body without sections, so that no level is missing between its headings and the page's."""

    def run(self, root: Element) -> None:
        """Make the highest level that the body uses the second."""
        headings = [element for element in root.iter() if element.tag in HEADINGS]
        missing = min((int(heading.tag[1]) for heading in headings), default=TOP) - TOP
        for heading in headings if missing else ():
            heading.tag = f"h{int(heading.tag[1]) - missing}"


class BodyTree(Treeprocessor):
    """Goes through a finished tree once."""

    def run(self, root: Element) -> None:
        """Make links, images, headings and tables fit to be shown."""
        tables: list[tuple[Element, int, str]] = []
        heading = ""
        for parent in root.iter():
            for place, element in enumerate(parent):
                if element.tag in HEADINGS:
                    heading = (element.text or "").strip()
                elif element.tag == "a":
                    mend_link(element)
                elif element.tag == "img":
                    mend_image(element)
                elif element.tag == "table":
                    tables.append((parent, place, heading))
        for number, (parent, place, under) in enumerate(tables, start=1):
            mend_table(parent, place, f"Tabel {number}: {under}" if under else f"Tabel {number}")
        number_paragraphs([one for one in root if one.tag != "hr"], "a")


def mend_link(link: Element) -> None:
    """Make a link to anything but the web, mail, telephone or this site plain text."""
    if link.get("class") == "headerlink":
        link.set("aria-label", LINK_TITLE)
    elif not is_allowed(link.get("href", "")):
        link.tag = "span"
        del link.attrib["href"]


def is_allowed(address: str) -> bool:
    """Whether an address has an allowed scheme, or none."""
    if AMP_SUBSTITUTE in address:  # a mail address, which Markdown writes as character references
        return True
    scheme = SCHEME.match(SKIPPED_BY_BROWSERS.sub("", unescape(address)))
    return scheme is None or scheme[1].lower() in ALLOWED_SCHEMES


def mend_image(image: Element) -> None:
    """Show an image from elsewhere as its description; fetching it would tell others who reads."""
    address = SKIPPED_BY_BROWSERS.sub("", unescape(image.get("src", "")))
    if SCHEME.match(address) or address.startswith(("//", "\\\\", "/\\", "\\/")):
        image.tag, image.text = "span", image.get("alt", "")
        image.attrib.clear()


def mend_table(parent: Element, place: int, name: str) -> None:
    """Put a table in a region that a keyboard can scroll, and give its cells classes, not styles."""
    table = parent[place]
    region = Element("div", {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": name})
    region.tail, table.tail = table.tail, None
    table.set("class", "minutes-table")
    for cell in table.iter():
        alignment = ALIGNMENT.fullmatch(cell.attrib.pop("style", ""))
        if alignment:
            cell.set("class", f"align-{alignment[1]}")
        if cell.tag == "th":
            cell.set("scope", "col")
    parent[place] = region
    region.append(table)
