"""The decision of an item as HTML that may stand anywhere: no anchors, no classes, whole addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import nh3

from converters.site.decision_words import Heading, part
from converters.site.item_words import ItemWords

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "h3", "h4", "h5", "h6"} | {
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# The sign that links to a heading, as the toc extension writes it.
SIGN = re.compile(r'<a [^>]*class="headerlink"[^>]*>.*?</a>', re.DOTALL)
PLAIN = nh3.Cleaner(tags=TAGS, attributes={}, link_rel=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision: its text on one line, and its HTML."""

    text: str
    html: str


Decisions = Mapping[str, Decided]
"""The decisions by the path of their item; an item without words of a decision is not in it."""


def decided(said: ItemWords, url: str | None) -> Decided:
    """The decision of an item's own committee, out of its rendered page.

    ``url`` is the page's whole address; without it, links to other pages of the site become text. Raises
    ValueError for an item whose page holds no words of a decision.
    """
    if said.decision is None:
        raise ValueError("an item without a decision has none to publish")
    html = fragment(said.parts.decided, said.decision.anchor)
    return Decided(text=said.decision.text, html=cleaned(SIGN.sub("", html), url))


def fragment(content: str, anchor: str | None) -> str:
    """The HTML under an anchor's heading, or that before the first section."""
    found = re.search(f'<h([2-6]) id="{re.escape(anchor)}"', content) if anchor else None
    if anchor is None or found is None:
        return content.partition("<h2")[0]
    return part(content, Heading(anchor=anchor, text="", level=int(found[1])))


def cleaned(html: str, url: str | None) -> str:
    """HTML with the few elements that minutes need, and links that work wherever it is read."""
    if "<a " not in html:
        return PLAIN.clean(html).strip()
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        url_relative=("rewrite_with_base", url) if url else "deny",
    ).strip()
