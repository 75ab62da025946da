"""The page of a source that is no minutes."""

from __future__ import annotations

from converters.frontmatter import dump
from converters.model import Document
from converters.writers.facts import plain, source_facts
from converters.writers.markdown import markdown


def document_page(document: Document) -> str:
    """Write the page of a document."""
    facts = {
        "type": "document",
        "title": plain(document.title),
        "municipality": plain(document.municipality),
        "dated": plain(document.date),
        "source": source_facts(document.source),
    }
    return dump(facts, markdown(document.content))
