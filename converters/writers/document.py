"""The page of a source that is no minutes, and the pictures in it."""

from __future__ import annotations

from converters.frontmatter import dump
from converters.model import Document
from converters.writers.facts import plain, reading_facts, source_facts
from converters.writers.leaf import Leaf
from converters.writers.markdown import ALONE, Surroundings, markdown
from converters.writers.shelf import Shelf


def document_leaves(document: Document, page: str) -> dict[str, Leaf]:
    """Write the page of a document under this name, which comes first, and lay its pictures beside it."""
    shelf = Shelf()
    text = document_page(document, shelf.around(page))
    return {page: text, **shelf.files}


def document_page(document: Document, around: Surroundings = ALONE) -> str:
    """Write the page of a document."""
    facts = {
        "type": "document",
        "title": plain(document.title),
        "municipality": plain(document.municipality),
        "dated": plain(document.date),
        **reading_facts(document.source),
        "source": source_facts(document.source),
    }
    return dump(facts, markdown(document.content, around))
