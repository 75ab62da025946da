"""Web pages, saved from a browser or exported from a case system."""

from __future__ import annotations

import html as entities
import re

from converters.blocks import Reading
from converters.errors import EmptySource
from converters.readers.markup import lines_of
from converters.readers.page_bytes import decode_page, refuse_other_formats
from converters.readers.page_limits import refuse_unsafe

LARGEST = 20 * 2**20  # bytes; images in the page are what makes one large

EMPTY_HINT = (
    "Teksten hentes måske først, når siden vises: åbn den i en browser, vent til referatet står der, "
    "og gem den som »Webside, komplet« eller udskriv den til PDF."
)
XML = re.compile(r"^\s*<\?xml\b[^>]*>", re.IGNORECASE)
SUBSET = re.compile(r"^\s*<!doctype\b[^>\[]*\[", re.IGNORECASE)
# <script src="a.js"/> is over in XML; a browser that reads HTML waits for its end and loses the rest.
CLOSED = re.compile(
    r"<(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?P<rest>(?:[^<>\"'/]++|/(?!>)|\"[^\"]*+\"|'[^']*+')*?)/>"
)
EMPTY_TAGS = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip


def read(raw: bytes, where: str) -> Reading:
    """Read a web page.  Raises UnreadableSource, UnsafeSource and EmptySource."""
    refuse_other_formats(raw, where)
    html = decode_page(raw, where)
    if not html.strip():
        raise EmptySource(
            "Filen er tom.", where=where, hint="Læg den rigtige fil i mappen, eller slet den tomme."
        )
    if XML.match(html):
        html = _from_xml(html)
    html = _without_entities(html)
    refuse_unsafe(html, where)
    lines = lines_of(html, where=where, chrome=True)
    if not any(letter.isalnum() for line in lines if line.furniture is None for letter in line.text):
        raise EmptySource("Siden har ikke et eneste ord.", where=where, hint=EMPTY_HINT)
    return Reading(lines=lines)


def _without_entities(html: str) -> str:
    """Drop what a document's type declares inside brackets: entities of its own are not followed."""
    subset = SUBSET.match(html)
    end = html.find("]", subset.end()) if subset else -1
    return html if subset is None or end < 0 else f"{html[: subset.end() - 1]}{html[end + 1 :]}"


def _from_xml(html: str) -> str:
    """Write XHTML as HTML: tags that close themselves, and text in CDATA sections."""
    html = _open_cdata(XML.sub("", html, count=1))
    return CLOSED.sub(
        lambda tag: (
            tag[0] if tag["name"].lower() in EMPTY_TAGS else f"<{tag['name']}{tag['rest']}></{tag['name']}>"
        ),
        html,
    )


def _open_cdata(html: str) -> str:
    parts: list[str] = []
    place = 0
    while (start := html.find("<![CDATA[", place)) >= 0:
        end = html.find("]]>", start)
        if end < 0:
            break
        parts += [html[place:start], entities.escape(html[start + 9 : end], quote=False)]
        place = end + 3
    return "".join([*parts, html[place:]])
