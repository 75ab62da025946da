"""Pieces of text as they stand between tags, put together into the text of a line and its links."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from converters.blocks import Furniture, Link

BLANKS = re.compile(r"\s+")
# Soft hyphens divide nothing in a line that a browser breaks anew; the others have no width.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x00]")
STOP = "\U0010ff02"  # leads on to another column, where HTML knows but one kind of blank
COLUMN = "   "  # what stands there, as a text layer prints it
# Between these a reader that hands over markup of its own may tie a number to a paragraph.
OPEN, CLOSE = "\U0010ff00", "\U0010ff01"
TIE = re.compile(f"{OPEN}[0-9]+{CLOSE}")
# What Word calls spans around words that it takes for misspelt.
OF_SPELLING = frozenset({"span.SpellE", "span.GramE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the tags around a piece of text say about it."""

    style: str = ""  # of the block it stands in
    tone: str = ""  # of the innermost inline tag that has a class
    level: int | None = None
    bold: bool = False
    size: float | None = None  # points, where the page says so
    slanted: bool = False
    underlined: bool = False
    indent: int = 0
    keeps_lines: bool = False
    href: str | None = None
    toggle: bool = False  # it opens and closes the part under it
    furniture: Furniture | None = None
    icon: bool = False  # it says what a drawing means


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of text and what is around it."""

    text: str
    scope: Scope


def put_together(pieces: list[Piece]) -> tuple[str, tuple[Link, ...]]:
    """Join pieces into one text with single blanks, as a browser shows it, and lay the links on it."""
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    last: Piece | None = None
    for piece in pieces:
        if last is not None and parts and _runs_together(last, parts[-1], piece):
            parts.append(" ")
            length += 1
        last = piece
        for column, words in enumerate(UNSEEN.sub("", piece.text).split(STOP)):
            if column and parts and not parts[-1].endswith("  "):  # of several in a row, one counts
                parts.append(COLUMN[1 if parts[-1].endswith(" ") else 0 :])
                length += len(parts[-1])
            text = BLANKS.sub(" ", words)
            if text.startswith(" ") and (not parts or parts[-1].endswith(" ")):
                text = text[1:]
            if not text:
                continue
            start, length = length, length + len(text)
            parts.append(text)
            if piece.scope.href is not None:
                _lay(links, start, length, piece.scope.href)
    joined = "".join(parts)
    return _normal(joined.rstrip(), _trimmed(joined, links))


def _runs_together(last: Piece, before: str, piece: Piece) -> bool:
    """Tell whether the style sheet alone keeps a piece apart from the words before it.

    A badge in a title, "Personsag<span class=badge>Lukket</span>": no word has a capital behind a small
    letter, unless Word has marked its spelling.
    """
    if last.scope.tone == piece.scope.tone and last.scope.href == piece.scope.href:
        return False
    if {last.scope.tone, piece.scope.tone} & OF_SPELLING or not piece.text[:1].isupper():
        return False
    return before[-1].islower() or before[-1].isdigit() or before[-1] in ")].!?"


def _lay(links: list[Link], start: int, end: int, href: str) -> None:
    if links and links[-1].end == start and links[-1].href == href:
        start = links.pop().start
    links.append(Link(start=start, end=end, href=href))


def _trimmed(text: str, links: list[Link]) -> tuple[Link, ...]:
    """Draw the links in to the words they stand on; a link on blanks alone goes."""
    found = []
    for link in links:
        shown = text[link.start : link.end]
        start = link.start + len(shown) - len(shown.lstrip())
        end = link.start + len(shown.rstrip())
        if start < end:
            found.append(Link(start=start, end=end, href=link.href))
    return tuple(found)


def _normal(text: str, links: tuple[Link, ...]) -> tuple[str, tuple[Link, ...]]:
    """Normalise to NFC; the links move with the letters that became one."""
    if unicodedata.is_normalized("NFC", text):
        return text, links
    bounds = sorted({0, len(text), *(place for link in links for place in (link.start, link.end))})
    moved: dict[int, int] = {}
    parts: list[str] = []
    start = length = 0
    for bound in bounds:
        end = bound
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1  # an accent belongs to the letter before it, also where a link ends between them
        if end > start:
            parts.append(unicodedata.normalize("NFC", text[start:end]))
            start, length = end, length + len(parts[-1])
        moved[bound] = length
    return "".join(parts), tuple(
        Link(start=moved[link.start], end=moved[link.end], href=link.href) for link in links
    )
