"""The page of one agenda item."""

from __future__ import annotations

from converters.frontmatter import dump
from converters.model import Access, AgendaItem, PublicMeeting, Section, Source
from converters.writers.facts import (
    Facts,
    attachment_facts,
    decision_facts,
    meeting_facts,
    plain,
    reading_facts,
    recorded,
    source_facts,
)
from converters.writers.markdown import ALONE, Surroundings, heading, markdown


def item_page(meeting: PublicMeeting, item: AgendaItem, name: str, around: Surroundings = ALONE) -> str:
    """Write the page of an item; ``name`` is the item's own, such as ``punkt-14``."""
    return dump(_facts(meeting, item, name), body(item.sections, around))


def body(sections: tuple[Section, ...], around: Surroundings = ALONE) -> str:
    """Write sections in the order printed; text without a label stands first, straight under the title."""
    parts = [_section(one, around) for one in sorted(sections, key=lambda section: section.label is not None)]
    return "\n".join(part for part in parts if part)


def _section(section: Section, around: Surroundings) -> str:
    label = heading(section.label or "")
    content = markdown(section.content, around)
    return f"{label}\n\n{content}" if label and content else f"{label}\n" if label else content


def _facts(meeting: PublicMeeting, item: AgendaItem, name: str) -> Facts:
    source = item.source or Source(file=meeting.source.file, sha256=meeting.source.sha256)
    return {
        "type": "item",
        "title": plain(item.title),
        "number": plain(item.number),
        "position": item.position,
        **meeting_facts(meeting),
        **_open_facts(item),
        "access": item.access.value,
        "outcome": item.outcome.value,
        **recorded(
            decisions=[decision_facts(decision) for decision in item.decisions],
            attachments=attachment_facts(item.attachments, name),
        ),
        **reading_facts(source),
        "source": source_facts(source),
    }


def _open_facts(item: AgendaItem) -> Facts:
    if item.access is not Access.OPEN:
        return {}
    return recorded(
        case_number=plain(item.case_number),
        item_type=plain(item.item_type),
        planned_minutes=item.planned_minutes,
        decided_by=plain(item.decided_by),
        fields=[recorded(label=plain(label), value=plain(value)) for label, value in item.fields],
    )
