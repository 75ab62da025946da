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
# Not the point of an abbreviation or a number: "2 mio. kr.", "jf. § 3", "den 5. marts".
SENTENCE_END = re.compile(
    r"(?<!\b\d)(?<!\b(?:kr|ca|jf|nr|kl))(?<!\b(?:mio|mia|pkt|stk|pct))[.!?](?=\s+[A-ZÆØÅ»\d]|\s*$)"
)
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

    def add_to(self, mark: str) -> bool:
        """Whether the words tell more than a mark such as ``Godkendt`` beside them does."""
        return " " in self.text and self.text.rstrip(".").casefold() != mark.casefold()


def words(html: str, headings: Sequence[Heading], committee: str | None) -> Words | None:
    """The words of the decision of ``committee``, or of the last one printed; None if there are none.

    Several committees' decisions stand in a section each, or under a sub-heading each in one section.
    Minutes without labels print the decision straight under the title, so it begins the body.
    """
    label = own(sections_of_decision(headings), committee)
    text = plain(part(html, label) if label else html.partition("<h2")[0])
    says_something = any(sign.isalnum() for sign in text)  # a lone "-" is how some print "nothing"
    return Words(text=text, anchor=label.anchor if label else None) if says_something else None


def sections_of_decision(headings: Sequence[Heading]) -> list[list[Heading]]:
    """The sections that hold decisions, each with its sub-headings."""
    found: list[list[Heading]] = []
    inside = False
    for heading in headings:
        if heading.level <= SECTION:
            inside = is_decision(heading.text)
            if inside:
                found.append([heading])
        elif inside:
            found[-1].append(heading)
    return found


def own(sections: list[list[Heading]], committee: str | None) -> Heading | None:
    """The heading of a committee's own decision; where none names it, the last section's."""
    name = (committee or "").casefold()
    named = [one for section in sections for one in section if name and name in one.text.casefold()]
    if named:
        return named[-1]
    return sections[-1][0] if sections else None


def is_decision(label: str) -> bool:
    """Whether a section of this name holds a decision."""
    return bool(DECISION_LABEL.search(label)) and not NO_DECISION_LABEL.search(label)


def part(html: str, heading: Heading) -> str:
    """The HTML between a heading and the next one of its level or above."""
    _, _, after = html.partition(f'<h{heading.level} id="{heading.anchor}"')
    text = after.partition(f"</h{heading.level}>")[2]
    for level in range(1, heading.level + 1):
        text = text.partition(f"<h{level}")[0]
    return text


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
    """Collects the text of HTML without the signs that link to headings; blocks are told apart by a space."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._in_sign = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new block is a new word."""
        if tag in BLOCKS:
            self.parts.append(" ")
        self._in_sign = ("class", "headerlink") in attrs

    def handle_endtag(self, tag: str) -> None:
        """A sign ends with its link."""
        self._in_sign = self._in_sign and tag != "a"

    def handle_data(self, data: str) -> None:
        """Text is kept as it is."""
        if not self._in_sign:
            self.parts.append(data)
