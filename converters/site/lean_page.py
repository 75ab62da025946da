"""A page as the search index reads it: text, headings with their anchors, and what it is filtered by.

Words that are compounds carry soft hyphens between their parts. The index takes such a word whole and in
its parts, all at one place of the text, so that phrases are still phrases; and nobody sees a soft hyphen
in an excerpt, except at the end of a line, where it is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from converters.site.compounds import SHORTEST_COMPOUND, Compounds
from converters.site.decision_words import is_decision, plain
from converters.site.findable import Findable, Passage

SOFT_HYPHEN = "\u00ad"
UNDATED = "0000-00-00"  # the index leaves out pages without a date where it sorts by it
DECISION = 2.0  # what a word of a decision counts
HEADING = 2.0  # what a word of a heading counts: every second page has a section called "Økonomi"

HEADERLINK = re.compile(r'<a\b[^>]*\bclass="headerlink"[^>]*>.*?</a>', re.DOTALL)
SECTION = re.compile(r"(?=<h2\b)")
TAG_OR_LONG_WORD = re.compile(rf"<(/?)([a-z]+[1-6]?)\b([^>]*)>|[^\W\d_]{{{SHORTEST_COMPOUND},}}")
ANCHOR = re.compile(r'\bid="([^"]*)"')
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# Elements that end a sentence; all others are only the words in them.
BLOCKS = {"p": "p", "li": "li", "td": "td", "th": "td", "blockquote": "p", "br": "br", "dt": "p", "dd": "p"}


def lean_page(page: Findable, compounds: Compounds) -> str:
    """The HTML that a page is indexed by."""
    said = {
        "title": hyphenated(page.title, compounds),
        "udvalg": hyphenated(page.committee or "", compounds),
        "dato": page.date or "",
        "sag": " ".join(page.numbers),
        "andet": hyphenated(" ".join(page.also), compounds),
    }
    filters = {
        "udvalg": page.committee or "",
        "aar": (page.date or "")[:4],
        "udfald": page.outcome or "",
        "type": page.kind.value,
    }
    body = "".join(_passage(passage, compounds) for passage in page.passages)
    return (
        '<html lang="da"><body>'
        f"{_attributes('meta', said)}{_attributes('filter', filters)}"
        f"{_attributes('sort', {'dato': page.date or UNDATED})}{body}</body></html>"
    )


def _attributes(role: str, values: dict[str, str]) -> str:
    """An element that hands values to the index; in attributes, since commas divide what is written out."""
    given = {name: value for name, value in values.items() if value}
    names = ", ".join(f"{name}[data-{name}]" for name in given)
    held = "".join(f' data-{name}="{escape(value)}"' for name, value in given.items())
    return f'<i data-pagefind-{role}="{names}"{held}></i>' if given else ""


def _passage(passage: Passage, compounds: Compounds) -> str:
    parts = SECTION.split(HEADERLINK.sub("", passage.html))
    return "".join(_section(part, passage.weight, compounds) for part in parts if part)


def _section(html: str, weight: float, compounds: Compounds) -> str:
    """One section with its heading; decisions count more than what led to them."""
    heading, ends, _ = html.partition("</h2>")
    if ends and is_decision(plain(heading)):
        weight *= DECISION
    text = lean(html, compounds)
    return text if weight == 1 else f'<div data-pagefind-weight="{weight:g}">{text}</div>'


def lean(html: str, compounds: Compounds) -> str:
    """Rendered HTML with nothing but its blocks and anchors, and with soft hyphens in its compounds."""

    def replaced(found: re.Match[str]) -> str:
        name = found[2]
        if name is None:
            return _divided(found[0], compounds)
        if name not in HEADINGS:
            kept = BLOCKS.get(name)
            return f"<{found[1]}{kept}>" if kept else ""
        anchor = ANCHOR.search(found[3])
        held = f' id="{anchor[1]}"' if anchor else ""
        return f"</{name}>" if found[1] else f'<{name}{held} data-pagefind-weight="{HEADING:g}">'

    return TAG_OR_LONG_WORD.sub(replaced, html)


def hyphenated(text: str, compounds: Compounds) -> str:
    """A text with soft hyphens in its compounds."""
    return TAG_OR_LONG_WORD.sub(lambda found: found[0] if found[2] else _divided(found[0], compounds), text)


def _divided(word: str, compounds: Compounds) -> str:
    parts = compounds.parts(word.casefold())
    return SOFT_HYPHEN.join(_cut(word, parts)) if parts else word


def _cut(word: str, parts: tuple[str, ...]) -> Iterator[str]:
    """The word cut where its parts in small letters meet."""
    place = 0
    for part in parts:
        yield word[place : place + len(part)]
        place += len(part)
