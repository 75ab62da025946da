"""The words of an item's decision, taken from its rendered page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

# "Beslutning", "Beslutning i Byrådet den 14-09-2020", "Udvalgets afgørelse"; not "Beslutningskompetence",
# which is a section about who may decide.
DECISION_LABEL = re.compile(r"(?:beslutning(?:en|er)?|afgørelse|konklusion|vedtagelse)\b", re.IGNORECASE)
NO_DECISION_LABEL = re.compile(r"\b(?:tidligere|forslag til)\b", re.IGNORECASE)
SECTION = 2  # the level of a section's heading
SENTENCE_END = re.compile(r"[.!?](?=\s)")
BLOCKS = frozenset({"p", "li", "h3", "h4", "h5", "h6", "tr", "td", "th", "blockquote", "div"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a rendered page: its anchor, its text and its level."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a decision, and the anchor they stand under (None at the start of the body)."""

    text: str
    anchor: str | None


def words(html: str, headings: Sequence[Heading], committee: str | None) -> Words | None:
    """The words of the decision of ``committee``, or of the last one printed; None if there are none.

    Minutes without labels print the decision straight under the title, so it begins the body.
    """
    labels = [heading for heading in headings if heading.level == SECTION and is_decision(heading.text)]
    own = [label for label in labels if committee and committee.casefold() in label.text.casefold()]
    anchor = (own or labels)[-1].anchor if labels else None
    text = plain(html.partition("<h2")[0] if anchor is None else section(html, anchor))
    return Words(text=text, anchor=anchor) if text else None


def is_decision(label: str) -> bool:
    """Whether a section of this name holds a decision."""
    return bool(DECISION_LABEL.search(label)) and not NO_DECISION_LABEL.search(label)


def section(html: str, anchor: str) -> str:
    """The HTML between the heading with this anchor and the next heading of level 2."""
    _, _, after = html.partition(f'<h2 id="{anchor}"')
    return after.partition("</h2>")[2].partition("<h2")[0]


def plain(html: str) -> str:
    """The text of a piece of HTML on one line."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


def excerpt(text: str, longest: int) -> str:
    """At most ``longest`` characters of a text: whole sentences if they fill half of it, else whole words."""
    if len(text) <= longest:
        return text
    ends = [end.end() for end in SENTENCE_END.finditer(text[: longest + 1]) if end.end() > longest // 2]
    if ends:
        return f"{text[: ends[-1]]} …"
    return f"{text[:longest].rpartition(' ')[0].rstrip(' ,;:–-')} …"


class _Text(HTMLParser):
    """Collects the text of HTML; blocks are told apart by a space."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """A new block is a new word."""
        if tag in BLOCKS:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        """Text is kept as it is."""
        self.parts.append(data)
