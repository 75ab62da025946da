"""HTML read into lines: the paragraphs, headings, lists and tables that its tags tell apart.

Web pages and Word files both come through here.
"""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import PageElement
from bs4.exceptions import ParserRejectedMarkup

from converters.blocks import Line
from converters.errors import UnreadableSource
from converters.readers.markup_faces import sheet_faces
from converters.readers.markup_levels import ranked
from converters.readers.markup_links import SCHEME
from converters.readers.markup_tables import TableSurvey
from converters.readers.markup_tags import WORDLESS, attribute, is_text
from converters.readers.markup_walk import Known, Walk
from converters.readers.page_floats import set_beside
from converters.readers.page_frames import unfold
from converters.readers.page_furniture import FurnitureSurvey
from converters.readers.portals import translate


def lines_of(html: str, *, where: str, chrome: bool = False) -> tuple[Line, ...]:
    """Read markup into lines.

    ``chrome`` is true for web pages, whose menus, buttons and hidden text become lines with
    ``furniture``.  Raises UnreadableSource for what no parser takes.
    """
    soup = parse(html, where)
    if chrome:
        unfold(soup, html)
        translate(soup, html)
        set_beside(soup)
    return ranked(Walk(known=_survey(soup, chrome=chrome)).read(soup))


def parse(html: str, where: str) -> BeautifulSoup:
    """Parse markup into its tree.  Raises UnreadableSource."""
    with warnings.catch_warnings():
        # XHTML is read as the HTML it is.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        try:
            # The line feed keeps a short text from being taken for the name of a file.
            return BeautifulSoup(html.replace("\x00", "") + "\n", "lxml")
        except ParserRejectedMarkup as error:
            raise UnreadableSource(
                "Siden kan ikke læses som HTML.",
                where=where,
                hint="Åbn den i en browser, og gem den igen som komplet webside.",
            ) from error


def _survey(soup: BeautifulSoup, *, chrome: bool) -> Known:
    """Count tables and words in one walk before the page is written down."""
    tables, furniture = TableSurvey(), FurnitureSurvey()
    base: str | None = None
    site: str | None = None
    stack: list[tuple[PageElement, bool]] = [(soup, False)]
    while stack:
        node, leaving = stack.pop()
        if isinstance(node, Tag):
            if leaving:
                tables.leave(node)
                if chrome:
                    furniture.leave(node)
            elif node.name not in WORDLESS:
                tables.enter(node)
                if chrome:
                    furniture.enter(node)
                base = base or (_web_address(node) if node.name == "base" else None)
                site = site or (_web_address(node) if _names_the_page(node) else None)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.contents))
        elif is_text(node):
            tables.text(str(node), node.parent.name if node.parent else "")
            furniture.text(str(node))
    found = furniture.judge() if chrome else {}
    return Known(
        layouts=tables.layouts,
        furniture=found,
        toggles=furniture.toggles.headings,
        faces=sheet_faces(soup),
        base=base,
        site=site,
    )


def _names_the_page(tag: Tag) -> bool:
    return tag.name == "link" and "canonical" in attribute(tag, "rel").lower().split()


def _web_address(tag: Tag) -> str | None:
    """Give the address that a tag names, if it is one on the web."""
    href = attribute(tag, "href").strip()
    scheme = SCHEME.match(href)
    return href if scheme and scheme["scheme"].lower() in {"http", "https"} else None
