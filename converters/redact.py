"""The one gate: a meeting comes in, and what leaves it is public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from converters.blocks import Content, Entry, Heading, Paragraph, Picture, Table
from converters.closed_items import DECISION_ROLE, Shown, bare, is_telling
from converters.ledger import WORD, LeftOut, Reason
from converters.model import (
    Access,
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    Outcome,
    PublicMeeting,
    Section,
    Source,
)

ALL = Shown()


@dataclass(frozen=True, slots=True)
class HiddenTitles:
    """Titles of closed items that are not shown, as runs of folded words."""

    titles: tuple[str, ...]

    def are_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        return bool(self.titles) and any(title in _run_of_words(text) for title in self.titles)


def hidden_titles(meeting: Meeting, shown: Shown) -> HiddenTitles:
    """The titles of a meeting that may stand nowhere: not in its list of contents, not in a remark."""
    closed = (item.title for item in meeting.items if item.access is not Access.OPEN and not shown.title)
    runs = (bare(WORD.findall(title.casefold())) for title in closed if title)
    return HiddenTitles(tuple(f" {' '.join(run)} " for run in runs if is_telling(run)))


def without_titles(entries: Iterable[LeftOut], hidden: Sequence[HiddenTitles]) -> tuple[LeftOut, ...]:
    """What was left out, with the lines that hold a hidden title withheld."""
    return tuple(
        replace(entry, reason=Reason.CLOSED, note=None)
        if any(titles.are_in(entry.text) for titles in hidden)
        else entry
        for entry in entries
    )


def _run_of_words(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


def redact(meeting: Meeting, shown: Shown = ALL) -> tuple[PublicMeeting, tuple[LeftOut, ...]]:
    """Take away what is closed; the second value says per item what was withheld.

    ``shown`` are the municipality's settings for the two things that a source publishes of a closed item.

    A closed item is made anew from its number, its public title and its decision, so that a field
    which the model gets tomorrow does not slip through.  Everything else passes unchanged.
    """
    hidden = hidden_titles(meeting, shown)
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
        attendance=tuple(_without_titles(one, hidden) for one in meeting.attendance),
        front=_front(meeting.front, hidden),
        items=tuple(_public(item, meeting.source, shown) for item in meeting.items),
        attachments=meeting.attachments,
    )
    return PublicMeeting(public), tuple(_withheld(meeting, shown))


def _public(item: AgendaItem, source: Source, shown: Shown) -> AgendaItem:
    if item.access is Access.OPEN:
        return replace(item, closed_attachments=())
    sections = tuple(
        replace(section, content=_public_content(section.content))
        for section in item.sections
        if section.role == DECISION_ROLE and shown.decision
    )
    return AgendaItem(
        number=item.number,
        position=item.position,
        title=item.title if shown.title else None,
        access=Access.CLOSED,
        # An outcome that was read from withheld text is withheld with it, and so are its absent.
        outcome=item.outcome if sections else Outcome.UNKNOWN,
        decisions=tuple(_public_decision(decision) for decision in item.decisions if sections),
        sections=sections,
        # Which file it stood in is no secret, since the meeting says so too; on which pages, is.
        source=Source(file=source.file, sha256=source.sha256, ocr=source.ocr),
    )


def _front(blocks: Iterable[Content], hidden: HiddenTitles) -> tuple[Content, ...]:
    return tuple(block for block in blocks if not hidden.are_in(block_text(block)))


def _without_titles(one: Attendance, hidden: HiddenTitles) -> Attendance:
    return replace(one, note=None) if hidden.are_in(one.note or "") else one


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


def _withheld(meeting: Meeting, shown: Shown) -> Iterator[LeftOut]:
    hidden = hidden_titles(meeting, shown)
    for text in (*map(block_text, meeting.front), *(one.note or "" for one in meeting.attendance)):
        if hidden.are_in(text):
            yield LeftOut(page=1, line=0, text=text, reason=Reason.CLOSED)
    for item in meeting.items:
        text = " ".join(_closed_words(item, shown)) if item.access is not Access.OPEN else ""
        if text:
            first_page = item.source.pages[0] if item.source and item.source.pages else 1
            yield LeftOut(
                page=first_page,
                line=0,
                text=text,
                reason=Reason.CLOSED,
                note=f"punkt {item.number or item.position}",
            )


def _closed_words(item: AgendaItem, shown: Shown) -> Iterator[str]:
    """Every word of a closed item that its public half does not hold, in the order of the model."""
    if item.title and not shown.title:
        yield item.title
    yield from filter(None, (item.case_number, item.item_type, item.decided_by))
    if item.planned_minutes is not None:
        yield str(item.planned_minutes)
    for label, value in item.fields:
        yield f"{label} {value}"
    for section in item.sections:
        if section.role != DECISION_ROLE or not shown.decision:
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


def block_text(block: Content) -> str:
    """The words of a block, those of a table's cells one after the other."""
    return " ".join(_content_words((block,)))


def _content_words(content: Iterable[Content]) -> Iterator[str]:
    for block in content:
        if isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row)
        elif isinstance(block, Entry) and block.marker:
            yield f"{block.marker} {block.text}"
        else:
            yield block.text
