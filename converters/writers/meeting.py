"""All pages of a meeting: its own, one an item, one an attachment that has text."""

from __future__ import annotations

from collections.abc import Sequence

from converters.frontmatter import dump
from converters.model import AgendaItem, Attachment, Attendance, PublicMeeting
from converters.writers.addresses import attachment_name, item_names
from converters.writers.attachment import attachment_page
from converters.writers.facts import Facts, attachment_facts, meeting_facts, plain, recorded, source_facts
from converters.writers.item import item_page
from converters.writers.markdown import markdown

MEETING_PAGE = "index.md"


def meeting_pages(meeting: PublicMeeting) -> dict[str, str]:
    """Write every page of a meeting, by its path in the meeting's folder."""
    pages = {MEETING_PAGE: dump(_facts(meeting), markdown(meeting.front))}
    pages |= _attachment_pages(meeting, None, None, meeting.attachments)
    for item, name in zip(meeting.items, item_names(meeting.items), strict=True):
        pages[f"{name}.md"] = item_page(meeting, item, name)
        pages |= _attachment_pages(meeting, item, name, item.attachments)
    return pages


def _attachment_pages(
    meeting: PublicMeeting, item: AgendaItem | None, name: str | None, attachments: Sequence[Attachment]
) -> dict[str, str]:
    return {
        attachment_name(name, place): attachment_page(meeting, item, attachment)
        for place, attachment in enumerate(attachments, 1)
        if attachment.content
    }


def _facts(meeting: PublicMeeting) -> Facts:
    return {
        "type": "meeting",
        **meeting_facts(meeting),
        "start": plain(meeting.start),
        "end": plain(meeting.end),
        "place": plain(meeting.place),
        "stage": meeting.stage.value if meeting.stage else None,
        **recorded(
            cancelled=meeting.cancelled or None,
            attendance=[_attendance(one) for one in meeting.attendance],
            attachments=attachment_facts(meeting.attachments, None),
        ),
        "items": len(meeting.items),
        **recorded(
            agenda=[{"number": plain(item.number), "title": plain(item.title)} for item in meeting.items]
        ),
        "source": source_facts(meeting.source),
    }


def _attendance(one: Attendance) -> Facts:
    return recorded(
        name=plain(one.name),
        party=plain(one.party),
        role=plain(one.role),
        presence=one.presence.value,
        note=plain(one.note),
    )
