"""The text of an attachment as a page of its own."""

from __future__ import annotations

from converters.blocks import Content, Heading
from converters.frontmatter import dump
from converters.model import AgendaItem, Attachment, PublicMeeting
from converters.writers.facts import (
    NAMELESS,
    Facts,
    meeting_facts,
    original_facts,
    plain,
    reading_facts,
    source_facts,
)
from converters.writers.markdown import markdown
from converters.writers.shelf import Shelf, relative


def attachment_page(
    meeting: PublicMeeting, item: AgendaItem | None, attachment: Attachment, page: str, shelf: Shelf
) -> str:
    """Write the page of an attachment of an item, or of the meeting itself, and lay its files beside it."""
    source = attachment.source or meeting.source
    facts = {
        "type": "attachment",
        "title": plain(attachment.title) or NAMELESS,
        "item": plain(item.number) or str(item.position) if item else None,
        **meeting_facts(meeting),
        **_files(attachment, page, shelf),
        **reading_facts(source),
        "source": source_facts(source),
    }
    return dump(facts, markdown(_untitled(attachment), shelf.around(page)))


def _untitled(attachment: Attachment) -> tuple[Content, ...]:
    """Give the text of a file without its title, where that is the page's own title and so stands above."""
    if attachment.original and attachment.content:
        first, *rest = attachment.content
        if isinstance(first, Heading) and not first.links and plain(first.text) == plain(attachment.title):
            return tuple(rest)
    return attachment.content


def _files(attachment: Attachment, page: str, shelf: Shelf) -> Facts:
    if attachment.original is None:
        return {}
    path = shelf.put_original(attachment.original, page)
    facts = original_facts(attachment.original, relative(path, page))
    preview = shelf.put_preview(attachment.preview, page) if attachment.preview else None
    return facts | ({"preview": relative(preview, page)} if preview else {})
