"""The one gate: a meeting comes in, and what leaves it is public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from converters.blocks import Content, Entry, Heading, Paragraph, Picture, Table
from converters.ledger import LeftOut, Reason
from converters.model import Access, AgendaItem, Decision, Meeting, Outcome, PublicMeeting, Section, Source

DECISION_ROLE = "decision"


def redact(meeting: Meeting) -> tuple[PublicMeeting, tuple[LeftOut, ...]]:
    """Take away what is closed; the second value says per item what was withheld.

    A closed item is made anew from its number, its public title and its decision, so that a field
    which the model gets tomorrow does not slip through.  Everything else passes unchanged.
    """
    public = Meeting(
        municipality=meeting.municipality,
        committee=meeting.committee,
        date=meeting.date,
        source=meeting.source,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        stage=meeting.stage,
        cancelled=meeting.cancelled,
        attendance=meeting.attendance,
        front=meeting.front,
        items=tuple(_public(item, meeting.source) for item in meeting.items),
        attachments=meeting.attachments,
    )
    return PublicMeeting(public), tuple(_withheld(meeting))


def _public(item: AgendaItem, source: Source) -> AgendaItem:
    if item.access is Access.OPEN:
        return item
    sections = tuple(
        replace(section, content=_public_content(section.content))
        for section in item.sections
        if section.role == DECISION_ROLE
    )
    return AgendaItem(
        number=item.number,
        position=item.position,
        title=item.title,
        access=Access.CLOSED,
        # An outcome that was read from withheld text is withheld with it, and so are its absent.
        outcome=item.outcome if sections else Outcome.UNKNOWN,
        decisions=tuple(_public_decision(decision) for decision in item.decisions if sections),
        sections=sections,
        # Which file it stood in is no secret, since the meeting says so too; on which pages, is.
        source=Source(file=source.file, sha256=source.sha256, ocr=source.ocr),
    )


def _public_content(content: Iterable[Content]) -> tuple[Content, ...]:
    """Give the words of a closed item's decision; a picture, or where a link leads, may tell more."""
    return tuple(_without_links(block) for block in content if not isinstance(block, Picture))


def _without_links(block: Paragraph | Heading | Entry | Table) -> Content:
    if isinstance(block, Table):
        return Table(header=block.header, rows=block.rows)
    return replace(block, links=())


def _public_decision(decision: Decision) -> Decision:
    return Decision(
        committee=decision.committee, date=decision.date, outcome=decision.outcome, absent=decision.absent
    )


def _withheld(meeting: Meeting) -> Iterator[LeftOut]:
    for item in meeting.items:
        text = " ".join(_closed_words(item)) if item.access is not Access.OPEN else ""
        if text:
            first_page = item.source.pages[0] if item.source and item.source.pages else 1
            yield LeftOut(
                page=first_page,
                line=0,
                text=text,
                reason=Reason.CLOSED,
                note=f"punkt {item.number or item.position}",
            )


def _closed_words(item: AgendaItem) -> Iterator[str]:
    """Every word of a closed item that its public half does not hold, in the order of the model."""
    yield from filter(None, (item.case_number, item.item_type, item.decided_by))
    if item.planned_minutes is not None:
        yield str(item.planned_minutes)
    for label, value in item.fields:
        yield f"{label} {value}"
    for section in item.sections:
        if section.role != DECISION_ROLE:
            yield from _section_words(section)
        else:
            yield from (block.text for block in section.content if isinstance(block, Picture))
    for decision in item.decisions:
        yield from (vote.subject for vote in decision.votes if vote.subject)
    for attachment in item.attachments:
        yield attachment.title
        yield from filter(None, (attachment.url,))
        yield from _content_words(attachment.content)


def _section_words(section: Section) -> Iterator[str]:
    if section.label:
        yield section.label
    yield from _content_words(section.content)


def _content_words(content: Iterable[Content]) -> Iterator[str]:
    for block in content:
        if isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        elif isinstance(block, Entry) and block.marker:
            yield f"{block.marker} {block.text}"
        else:
            yield block.text
