"""Papers that look like minutes and are attachments of minutes: their text, as a document's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from converters.blocks import Content, Heading, Paragraph
from converters.fold.given import is_known
from converters.fold.matching import title_of
from converters.fold.register import Register
from converters.fold.understood import Understood
from converters.model import AgendaItem, Attachment, Document, Meeting
from converters.redact import redact

ITEM, SECTION = 3, 4  # levels of headings


def as_documents(told: Sequence[tuple[Path, Understood]]) -> tuple[tuple[Path, Understood], ...]:
    """Take papers for documents that look like minutes of nobody knows which meeting.

    Only those that an item of proper minutes names: a recommendation with headings of its own is laid
    out as minutes are, but without committee and date it could not be published as such.
    """
    proper = Register(
        (place, meeting)
        for place, (_, one) in enumerate(told)
        for meeting in one.meetings
        if is_known(meeting)
    )
    return tuple((path, _judged(path, understood, proper)) for path, understood in told)


def _judged(path: Path, understood: Understood, proper: Register) -> Understood:
    if not proper.meetings or not understood.meetings or any(map(is_known, understood.meetings)):
        return understood
    verdict = proper.verdict(path.name)
    if verdict.unknown or not (verdict.closed or verdict.item):
        return understood
    public = [redact(meeting) for meeting in understood.meetings]
    first = understood.meetings[0]
    document = Document(
        title=title_of(path.name),
        municipality=first.municipality,
        date=first.date,
        source=first.source,
        content=tuple(block for meeting, _ in public for block in _content(meeting)),
    )
    withheld = tuple(entry for _, entries in public for entry in entries)
    return replace(
        understood,
        meetings=(),
        documents=(document,),
        left_out=(*understood.left_out, *withheld),
        findings=(),
    )


def _content(meeting: Meeting) -> Iterator[Content]:
    """Give the text of a meeting in the order printed."""
    yield from meeting.front
    for item in meeting.items:
        yield from _item(item)
    yield from _attachments(meeting.attachments)


def _item(item: AgendaItem) -> Iterator[Content]:
    title = " ".join(filter(None, (item.number, item.title)))
    if title:
        yield Heading(text=title, level=ITEM)
    for label, value in item.fields:
        yield Paragraph(text=f"{label}: {value}" if label and value else label or value)
    for section in item.sections:
        if section.label:
            yield Heading(text=section.label, level=SECTION)
        yield from section.content
    yield from _attachments(item.attachments)


def _attachments(attachments: Sequence[Attachment]) -> Iterator[Content]:
    for one in attachments:
        if one.content:
            yield Heading(text=one.title, level=SECTION)
            yield from one.content
