"""What an item's rendered page says, taken apart once for all that show or publish it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converters.site import decision_words
from converters.site.archive import Item
from converters.site.arrangement import Arranged, arranged
from converters.site.decision_words import Heading, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWords:
    """The HTML of an item in the parts it is read in, and the words of its own committee's decision."""

    parts: Arranged
    decision: Words | None


def of(item: Item, committee: str | None, html: str, headings: Sequence[Heading]) -> ItemWords:
    """Take the rendered body of an item of a committee's meeting apart."""
    parts = arranged(html)
    words = decision_words.words(parts.decided, headings, committee) if item.decisions else None
    return ItemWords(parts=parts, decision=words)
