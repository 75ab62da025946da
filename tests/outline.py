"""A meeting or a document as an indented outline that a clerk can hold against the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from converters.blocks import Content, Entry, Heading, ListKind, Paragraph, Table
from converters.fold import Understood
from converters.ledger import LeftOut
from converters.model import (
    Access,
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Document,
    Meeting,
    Section,
    Source,
    Vote,
)
from converters.redact import redact

LONGEST = 90  # characters of a block that are shown; a decision is shown in full
STEP = "  "


def outline(understood: Understood) -> str:
    """The outline of a source: meetings as all may read them, documents, and what was left out."""
    lines: list[str] = []
    withheld: list[LeftOut] = []
    for meeting in understood.meetings:
        public, closed = redact(meeting)
        lines += _meeting(public)
        withheld += closed
    for document in understood.documents:
        lines += _document(document)
    lines += [f"left out: {_counted(entry.reason.value for entry in (*understood.left_out, *withheld))}"]
    lines += [f"finding: {finding.message}" for finding in understood.findings]
    return "\n".join(lines) + "\n"


def _meeting(meeting: Meeting) -> Iterator[str]:
    yield f"{meeting.date or 'no date'} {meeting.committee or 'no committee'} @ {meeting.place or 'no place'}"
    hours = f"{meeting.start or '?'}–{meeting.end or '?'}"
    stage = meeting.stage.value if meeting.stage else "stage unknown"
    yield f"{STEP}{meeting.municipality or 'no municipality'}, {hours}, {stage}"
    for one in meeting.attendance:
        yield f"{STEP}{one.presence.value}  {_person(one)}"
    yield from _indented(("front  " + line for line in _blocks(meeting.front)), 1)
    for item in meeting.items:
        yield from _indented(_item(item), 1)
    for attachment in meeting.attachments:
        yield from _indented(_attachment(attachment), 1)


def _person(one: Attendance) -> str:
    party = f" ({one.party})" if one.party else ""
    return ", ".join([f"{one.name}{party}", *filter(None, (one.role, one.note))])


def _item(item: AgendaItem) -> Iterator[str]:
    closed = " [closed]" if item.access is Access.CLOSED else ""
    yield f"item {item.number or f'at place {item.position}'}: {item.title or 'no title'}{closed}"
    told = {"case": item.case_number, "kind": item.item_type, "decided by": item.decided_by}
    planned = f"{item.planned_minutes} min" if item.planned_minutes is not None else None
    told |= {"planned": planned, "pages": _pages(item.source)}
    yield from _indented((f"{name}  {value}" for name, value in told.items() if value), 1)
    printed = ", ".join(f"{label}: {value}" if label else value for label, value in item.fields)
    if printed:
        yield f"{STEP}fields  {printed}"
    for section in item.sections:
        yield from _indented(_section(section), 1)
    for decision in item.decisions:
        yield f"{STEP}decision  {_decision(decision)}"
    for attachment in item.attachments:
        yield from _indented(_attachment(attachment), 1)


def _section(section: Section) -> Iterator[str]:
    yield f"section {section.label or '(no label)'}{f' = {section.role}' if section.role else ''}"
    longest = None if section.role == "decision" else LONGEST
    yield from _indented(_blocks(section.content, longest), 1)


def _decision(decision: Decision) -> str:
    facts = [decision.committee or "no committee", decision.date or "no date", decision.outcome.value]
    absent = [f"absent {', '.join(decision.absent)}"] if decision.absent else []
    return ", ".join([" ".join(facts), *absent, *map(_vote, decision.votes)])


def _vote(vote: Vote) -> str:
    counts = {"for": vote.in_favour, "against": vote.against, "abstained": vote.abstained}
    told = " ".join(f"{count} {side}" for side, count in counts.items() if count is not None)
    return f"vote {vote.subject + ': ' if vote.subject else ''}{told}"


def _attachment(attachment: Attachment) -> Iterator[str]:
    yield f"attachment  {attachment.title}"
    if attachment.url:
        yield f"{STEP}at {attachment.url}"
    if attachment.content:
        yield f"{STEP}text on pages {_pages(attachment.source) or '?'}: {_kinds(attachment.content)}"
        first, last = attachment.content[0], attachment.content[-1]
        yield from _indented(_blocks((first, last) if first is not last else (first,)), 2)


def _document(document: Document) -> Iterator[str]:
    yield f"document  {document.title}"
    yield f"{STEP}{document.municipality or 'no municipality'}, {document.date or 'no date'}"
    yield from _indented(_blocks(document.content), 1)


def _blocks(content: Iterable[Content], longest: int | None = LONGEST) -> Iterator[str]:
    """Each block on a line: headings with #, entries with their marker, rows of tables between bars."""
    for block in content:
        if isinstance(block, Table):
            yield from (f"| {' | '.join(row)} |" for row in (block.header, *block.rows) if row)
        elif isinstance(block, Heading):
            yield f"# {block.text}"
        elif isinstance(block, Entry):
            yield STEP * block.depth + f"{_marker(block)} {_short(block.text, longest)}"
        else:
            yield f"{_short(block.text, longest)}"


def _marker(entry: Entry) -> str:
    return {ListKind.BULLET: "•", ListKind.NUMBER: f"{entry.marker}.", ListKind.LETTER: f"{entry.marker})"}[
        entry.kind
    ]


def _short(text: str, longest: int | None) -> str:
    return text if longest is None or len(text) <= longest else f"{text[:longest].rstrip()} …"


def _kinds(content: Iterable[Content]) -> str:
    names = {Paragraph: "paragraph", Heading: "heading", Entry: "entry", Table: "table"}
    return _counted(names[type(block)] for block in content)


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(Counter(names).items())) or "nothing"


def _pages(source: Source | None) -> str | None:
    if source is None or source.pages is None:
        return None
    first, last = source.pages
    return str(first) if first == last else f"{first}–{last}"


def _indented(lines: Iterable[str], steps: int) -> Iterator[str]:
    return (STEP * steps + line for line in lines)
