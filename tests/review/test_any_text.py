"""Any text is a meeting, a document, or refused with a sentence; it never ends in a crash."""

from __future__ import annotations

from converters.blocks import Reading
from converters.fold import understand
from converters.model import Source
from converters.readers.text import read_text


def test_a_rule_above_everything_is_no_page_without_a_start() -> None:
    """A first line that is only a sign of markup leaves the page's start with the next line."""
    text = (
        "* * *\n\n## 50. Høring om vindmøller\n\nTekst om møllerne.\n\nPunkt 50, Bilag 1: Kort.pdf\nKort.\n"
    )
    understood = understand(Reading(lines=read_text(text)), Source(file="referat.txt", sha256="0" * 64))
    assert understood.meetings or understood.documents
