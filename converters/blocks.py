"""What a reader sees and what a page holds: lines on the way in, content blocks on the way out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a line stood: page (from 1) and line of the source (from 1)."""

    page: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the source as the reader saw it, without any idea of what its words mean.

    ``gap`` counts the empty lines above it beyond the document's own line spacing, ``indent`` the
    leading blanks, ``starts_page`` is true for the first line of a page.  Readers of formats that
    know their paragraphs (web pages, Word) give one line a paragraph and set ``whole``.
    """

    text: str
    origin: Origin
    gap: int = 0
    indent: int = 0
    starts_page: bool = False
    whole: bool = False


class ListKind(Enum):
    """How a list entry is marked in the source."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section; level 3 is the highest, since 1 is the page and 2 the section."""

    text: str
    level: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a list; ``marker`` is the number or letter as printed, None for a bullet.

    ``depth`` counts from 0.  Entries that follow each other without another block between them are
    one list.
    """

    text: str
    kind: ListKind = ListKind.BULLET
    marker: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``header`` may be empty, every row has as many cells as the widest of them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Content = Paragraph | Heading | Entry | Table
