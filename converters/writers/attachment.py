"""The text of an attachment as a page of its own."""

from __future__ import annotations

from converters.frontmatter import dump
from converters.model import AgendaItem, Attachment, PublicMeeting
from converters.writers.facts import meeting_facts, plain, source_facts
from converters.writers.markdown import markdown


def attachment_page(meeting: PublicMeeting, item: AgendaItem | None, attachment: Attachment) -> str:
    """Write the page of an attachment of an item, or of the meeting itself."""
    facts = {
        "type": "attachment",
        "title": plain(attachment.title),
        "item": plain(item.number) or str(item.position) if item else None,
        **meeting_facts(meeting),
        "source": source_facts(attachment.source or meeting.source),
    }
    return dump(facts, markdown(attachment.content))
