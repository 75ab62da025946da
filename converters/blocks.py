"""What a reader sees and what a page holds: lines on the way in, content blocks on the way out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a line stood: page (from 1) and line of the source (from 1)."""

    page: int
    line: int


class ListKind(Enum):
    """How a list entry is marked in the source."""

    BULLET = "bullet"
    NUMBER = "number"
    LETTER = "letter"


class Furniture(Enum):
    """Why a reader knows that a line is no running text: by its place in the file, never by its words."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    CHROME = "chrome"  # menus, buttons and forms of a web page
    DELETED = "deleted"  # a tracked deletion, kept by the file though the text no longer has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link laid on the characters from ``start`` up to ``end`` of the text it belongs to."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLink:
    """A link on the characters of a cell; row 0 is the header, columns count from 0."""

    row: int
    column: int
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; ``header`` may be empty, every row has as many cells as the widest of them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    links: tuple[CellLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image of the source, as a file a browser shows; width and height in pixels."""

    content: bytes
    media_type: str
    page: int
    width: int
    height: int
    alt: str | None = None

    @property
    def text(self) -> str:
        """The words that stand for it, if the source gives any."""
        return self.alt or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """The marker of a list entry where the format knows it: printed number or letter, None for a bullet.

    ``depth`` counts from 0.
    """

    kind: ListKind
    printed: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the source as the reader saw it, without any idea of what its words mean.

    ``gap`` counts the empty lines above it beyond the document's own line spacing, ``indent`` the
    leading blanks, ``starts_page`` is true for the first line of a page.

    Formats that know more than text say so.  ``continues`` tells that the line goes on the paragraph
    of the last line before it that is no furniture, None that the format does not know.  ``whole`` is
    a line that is a paragraph by itself.  ``level`` is the rank of a heading by the document's own
    typography (1 is highest), None for running text; ``style`` names the look or the tag and means
    nothing beyond being the same or another.  The ``text`` of an entry with a ``marker`` is without
    its marker; the text of a ``table`` is that of its cells with a blank between them.  ``pictures``
    stand right under the line.  ``last_page`` is the page on which a paragraph ends, if it is another.
    """

    text: str
    origin: Origin
    gap: int = 0
    indent: int = 0
    starts_page: bool = False
    whole: bool = False
    continues: bool | None = None
    level: int | None = None
    style: str = ""
    marker: Marker | None = None
    table: Table | None = None
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    furniture: Furniture | None = None
    last_page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything a reader got out of a source.

    ``pages`` is None for formats without pages; ``recognised`` are the pages (from 1) whose text was
    read off an image and may be wrong in places.
    """

    lines: tuple[Line, ...]
    pages: int | None = None
    recognised: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section; level 3 is the highest, since 1 is the page and 2 the section."""

    text: str
    level: int = 3
    links: tuple[Link, ...] = ()


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
    links: tuple[Link, ...] = ()


Content = Paragraph | Heading | Entry | Table | Picture
