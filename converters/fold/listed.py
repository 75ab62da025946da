"""Attachments as an item lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.blocks import Entry, Heading, Table
from converters.lexicon import alternatives, danish, fold
from converters.model import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converters.blocks import Content

NONE = frozenset({"ingen", "ingen bilag", "-", "–", "nej", "ingen bilag.", "ingen."})
URL = re.compile(r"https?://\S+")
LONGEST_TITLE = 250  # characters; longer is a remark about the attachments, not one of them


def listed_attachments(content: Iterable[Content]) -> tuple[Attachment, ...]:
    """Read the titles of a list of attachments; a remark that there are none gives none."""
    found: list[Attachment] = []
    for block in content:
        if isinstance(block, Table):
            found.extend(Attachment(title=row[0]) for row in block.rows if row and row[0])
            continue
        if isinstance(block, Heading) or fold(block.text) in NONE:
            continue
        if block.text.endswith(":") and not isinstance(block, Entry):
            continue
        for title in split_icons(block.text):
            url = URL.search(title)
            name = URL.sub("", title).strip(" :-–()") or title
            if len(name) <= LONGEST_TITLE:
                found.append(Attachment(title=name, url=url.group() if url else None))
    return tuple(found)


def split_icons(text: str) -> tuple[str, ...]:
    """Split "application/pdf icon a.pdfapplication/pdf icon b.pdf", a web page's row of files."""
    icons = alternatives(danish().attachment_icons)
    pieces = [piece.strip() for piece in re.split(rf"(?:{icons})\s+", text)]
    return tuple(piece for piece in pieces if piece)
