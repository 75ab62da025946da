"""Attachments as an item lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.blocks import Entry, Heading, Picture, Table
from converters.lexicon import alternatives, danish, fold
from converters.model import Attachment
from converters.segment.file_rows import files_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from converters.blocks import Content, Link
    from converters.model import Section

NONE = frozenset({"ingen", "ingen bilag", "-", "–", "nej", "ingen bilag.", "ingen."})
URL = re.compile(r"https?://[^\s)]+")
EMPTY_BRACKETS = re.compile(r"\(\s*\)")  # around an address that was taken out
# An address of the web, or a path without a scheme.
TO_FILE = re.compile(r"(?i)https?://\S|(?![a-z][a-z0-9+.-]*:)[^#\s]")
RANK = re.compile(r"(?i)(?:bilag\s*)?(?:nr\.?\s*)?[\d.]+[a-z]?\.?")  # a cell that only counts the row
LONGEST_TITLE = 250  # characters; longer is a remark about the attachments, not one of them


def listed_in(section: Section) -> Iterator[Attachment]:
    """Read a section's attachments: all of their own section, and rows of files right under a title."""
    if section.role == "attachments":
        yield from listed_attachments(section.content)
    elif section.label is None:
        for block in section.content:
            names = () if isinstance(block, Picture | Table) else files_in(block.text)
            links = () if isinstance(block, Picture | Table) else _to_files(block.links)
            if len(links) == len(names):
                yield from (Attachment(title=n, url=k.href) for n, k in zip(names, links, strict=True))
            else:
                yield from (Attachment(title=name, url=None) for name in names)


def listed_attachments(content: Iterable[Content]) -> tuple[Attachment, ...]:
    """Read the titles of a list of attachments, and where their links lead; "ingen" gives none."""
    found: list[Attachment] = []
    for block in content:
        if isinstance(block, Table):
            found.extend(_of_table(block))
        elif isinstance(block, Picture | Heading) or fold(block.text) in NONE:
            continue
        elif len(links := _to_files(block.links)) > 1:
            found.extend(_of_links(block.text, links))
        elif not block.text.endswith(":") or isinstance(block, Entry) or links:
            found.extend(_of_text(block.text, links[0].href if links else None))
    return tuple(found)


def _of_text(text: str, href: str | None) -> Iterator[Attachment]:
    for title in split_icons(text):
        url = URL.search(title)
        name = EMPTY_BRACKETS.sub("", URL.sub("", title)).strip(" :-–") or title
        if len(name) <= LONGEST_TITLE:
            yield Attachment(title=name, url=href or (url.group() if url else None))


def _of_links(text: str, links: Sequence[Link]) -> Iterator[Attachment]:
    """Read a row of links, each an attachment."""
    for link in links:
        title = text[link.start : link.end].strip()
        if title and len(title) <= LONGEST_TITLE:
            yield Attachment(title=title, url=link.href)


def _of_table(table: Table) -> Iterator[Attachment]:
    """Read a table with an attachment a row: its title is in the first cell that is no number."""
    for number, row in enumerate(table.rows, 1):
        links = _to_files(one.link for one in table.links if one.row == number)
        title = next((cell for cell in row if cell.strip() and not RANK.fullmatch(cell.strip())), "")
        title = title or next((cell for cell in row if cell.strip()), "")
        if title:
            yield Attachment(title=title, url=links[0].href if links else None)


def _to_files(links: Iterable[Link]) -> tuple[Link, ...]:
    """Keep links that may lead to a file: on the web, or by a path from here."""
    return tuple(link for link in links if TO_FILE.match(link.href.strip()))


def split_icons(text: str) -> tuple[str, ...]:
    """Split "application/pdf icon a.pdfapplication/pdf icon b.pdf", a web page's row of files."""
    icons = alternatives(danish().attachment_icons)
    pieces = [piece.strip() for piece in re.split(rf"(?:{icons})\s+", text)]
    return tuple(piece for piece in pieces if piece)
