"""All pages of a meeting: its own, one an item, one an attachment that has text; and their files."""

from __future__ import annotations

from converters.frontmatter import dump
from converters.model import AgendaItem, Attachment, Attendance, PublicMeeting
from converters.writers.addresses import ATTACHMENTS, attachment_names, has_page, item_names
from converters.writers.attachment import attachment_page
from converters.writers.facts import (
    Facts,
    attachment_facts,
    meeting_facts,
    plain,
    reading_facts,
    recorded,
    source_facts,
)
from converters.writers.item import item_page
from converters.writers.leaf import Leaf
from converters.writers.markdown import markdown
from converters.writers.shelf import Shelf

MEETING_PAGE = "index.md"

# Whose attachments they are: an item with its name, or the meeting itself.
_Owner = tuple[AgendaItem | None, str | None, tuple[Attachment, ...]]


def meeting_leaves(meeting: PublicMeeting) -> dict[str, Leaf]:
    """Write every page of a meeting and lay out its files, by their paths in the meeting's folder."""
    shelf = Shelf(ATTACHMENTS)
    names = item_names(meeting.items)
    owners: list[_Owner] = [
        (None, None, meeting.attachments),
        *((item, name, item.attachments) for item, name in zip(meeting.items, names, strict=True)),
    ]
    for _, name, attachments in owners:
        for attachment, page in zip(attachments, attachment_names(name, attachments), strict=True):
            shelf.know(attachment, page)
    pages: dict[str, Leaf] = {
        MEETING_PAGE: dump(_facts(meeting), markdown(meeting.front, shelf.around(MEETING_PAGE)))
    }
    for item, name, attachments in owners:
        if item and name:
            pages[f"{name}.md"] = item_page(meeting, item, name, shelf.around(f"{name}.md"))
        for attachment, page in zip(attachments, attachment_names(name, attachments), strict=True):
            if has_page(attachment):
                pages[page] = attachment_page(meeting, item, attachment, page, shelf)
    return pages | shelf.files


def meeting_pages(meeting: PublicMeeting) -> dict[str, str]:
    """Write every page of a meeting, without the files beside them."""
    return {path: leaf for path, leaf in meeting_leaves(meeting).items() if isinstance(leaf, str)}


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
        **reading_facts(meeting.source),
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
