"""The order in which an item is read: what was decided, what was recommended, then all else as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from converters.site.decision_words import is_decision

RECOMMENDATION = re.compile(
    r"\b(?:indstilling(?:en|er|erne)?|indstiller|anbefaling(?:en|er)?|anbefaler|foreslår"
    r"|forslag til beslutning|beslutningsforslag|beslutningspunkter)\b",
    re.IGNORECASE,
)
SECTION = "h2"
# Parts the finished HTML; no body can hold an element of its own making.
BORDER = '<hr class="border" />'


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """The HTML of an item's body in three parts, each empty where the source has none."""

    decided: str
    recommended: str
    rest: str


def arranged(html: str) -> Arranged:
    """Take the body of an item apart where `Arrangement` has drawn its borders."""
    if not html:  # Markdown makes nothing of nothing, and draws no borders in it
        return Arranged(decided="", recommended="", rest="")
    decided, recommended, rest = (part.strip() for part in html.split(BORDER))
    return Arranged(decided=decided, recommended=recommended, rest=rest)


class Arrangement(Treeprocessor):
    """Puts an item's decisions first and its recommendations second.

    ``lead_decides`` says that minutes without labels print the decision straight under the title; None
    leaves a body as it is, since only items have this order.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.lead_decides: bool | None = None

    def run(self, root: Element) -> None:
        """Reorder the sections of a page, and draw the borders between the three parts."""
        if self.lead_decides is None:
            return
        lead, sections = sections_of(root)
        decided = [one for one in sections if is_decision(label(one))]
        recommended = [one for one in sections if one not in decided and RECOMMENDATION.search(label(one))]
        rest = [one for one in sections if one not in decided and one not in recommended]
        if self.lead_decides and not decided:
            decided, lead = [lead], []
        # Numbered as printed, and decisions apart: they come later than the rest, and must not move it.
        number_paragraphs((element for one in decided for element in one), "b")
        number_paragraphs(
            (element for one in (lead, *sections) if one not in decided for element in one), "a"
        )
        for element in list(root):
            root.remove(element)
        for group in (decided, recommended, [lead, *rest]):
            for section in group:
                root.extend(section)
            if group is not rest:
                SubElement(root, "hr", {"class": "border"}).tail = "\n"
        root.remove(root[-1])


def number_paragraphs(elements: Iterable[Element], series: str) -> None:
    """Give each paragraph and list entry an address: ``#a.3``, which no heading can have."""
    number = 0
    for one in elements:
        for element in one.iter():
            is_paragraph = element.tag == "p" or (
                element.tag == "li" and not any(child.tag == "p" for child in element)
            )
            if is_paragraph and "id" not in element.attrib:
                number += 1
                element.set("id", f"{series}.{number}")


def sections_of(root: Element) -> tuple[list[Element], list[list[Element]]]:
    """What stands before the first section's heading, and the sections with theirs."""
    lead: list[Element] = []
    sections: list[list[Element]] = []
    for element in root:
        if element.tag == SECTION:
            sections.append([element])
        else:
            (sections[-1] if sections else lead).append(element)
    return lead, sections


def label(section: list[Element]) -> str:
    """The words of a section's heading."""
    return "".join(section[0].itertext())
