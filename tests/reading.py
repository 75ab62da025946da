"""Sources made in code, read as a file would be, for tests of the half that reads and infers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from converters.blocks import Content, Entry, Heading, Line, Picture, Reading, Table
from converters.fold import Said, Understood, understand
from converters.ledger import Reason
from converters.model import AgendaItem, Document, Meeting, Source
from converters.readers.encoding import decode
from converters.readers.text import read_text
from converters.segment.content import Composer

FILE = "referat.txt"


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that a text file of these words is read into."""
    return read_text(decode(text.encode(), where=FILE))


def understood(text: str, *, file: str = FILE, said: Said | None = None) -> Understood:
    """What a text file of these words turns out to be."""
    source = Source(file=file, sha256=hashlib.sha256(text.encode()).hexdigest())
    return understand(Reading(lines=lines_of(text)), source, said)


def composed(text: str, *, headings: bool = True) -> tuple[Content, ...]:
    """The blocks that the lines of a text are put together into, as if they stood under one label."""
    lines = lines_of(text)
    return Composer(lines).compose(range(len(lines)), headings=headings)


def meeting_of(text: str, *, file: str = FILE, said: Said | None = None) -> Meeting:
    """The one meeting of a text."""
    (meeting,) = understood(text, file=file, said=said).meetings
    return meeting


def document_of(text: str, *, file: str = FILE, said: Said | None = None) -> Document:
    """The one document of a text that is no minutes."""
    (document,) = understood(text, file=file, said=said).documents
    return document


def item_of(text: str, number: str | None = None) -> AgendaItem:
    """One item of a text: the one of that number, or the last."""
    items = meeting_of(text).items
    return next(item for item in items if item.number == number) if number else items[-1]


def left_out(text: str, reason: Reason) -> list[str]:
    """The words of a text that are left out for a reason, entry by entry."""
    return [entry.text for entry in understood(text).left_out if entry.reason is reason]


def agenda(text: str) -> list[tuple[str | None, str | None]]:
    """Number and title of each item, in order."""
    return [(item.number, item.title) for item in meeting_of(text).items]


def labels(item: AgendaItem) -> list[str | None]:
    """The labels of an item's sections, in order."""
    return [section.label for section in item.sections]


def words_under(item: AgendaItem, label: str | None) -> str:
    """The words of an item's section, its blocks one a line."""
    section = next(section for section in item.sections if section.label == label)
    return "\n".join(shown(section.content))


def headings(content: Iterable[Content]) -> list[str]:
    """The headings among blocks."""
    return [block.text for block in content if isinstance(block, Heading)]


def entries(content: Iterable[Content]) -> list[tuple[str | None, int, str]]:
    """Marker, depth and text of the list entries among blocks; a bullet's marker is None."""
    return [(block.marker, block.depth, block.text) for block in content if isinstance(block, Entry)]


def tables(content: Iterable[Content]) -> list[Table]:
    """The tables among blocks."""
    return [block for block in content if isinstance(block, Table)]


def shown(content: Iterable[Content]) -> list[str]:
    """Blocks as plain lines; cells have a bar between them, headings a number sign before them."""
    found: list[str] = []
    for block in content:
        if isinstance(block, Table):
            found += [" | ".join(row) for row in (block.header, *block.rows) if any(row)]
        elif isinstance(block, Heading):
            found.append(f"# {block.text}")
        elif isinstance(block, Picture):
            found.append(f"[{block.alt or 'billede'}]")
        else:
            found.append(block.text)
    return found
