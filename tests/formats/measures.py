"""What became of a paper: every part of it looked for in what the converter understood and wrote."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from converters.blocks import Content, Entry, Heading, Link, Paragraph, Picture, Table
from converters.model import Access, AgendaItem, Meeting
from tests.formats.accounts import texts
from tests.formats.papers import Attached, Paper, Point
from tests.formats.shares import Share, nearest
from tests.reading import shown
from tests.truth_files import bare, bare_label

CLOSED = re.compile(r"^\(?Lukket(?: (?:punkt|sag))?(?:\)|\s*[-–:])\s*|\s*\(Lukket\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One figure of the table, its target and how it is found."""

    name: str
    target: float
    measure: Callable[[Paper, Meeting], Share]


def items(paper: Paper, meeting: Meeting) -> Share:
    """Numbers and titles, in order, and no item more."""
    share = Share()
    wanted: list[tuple[str | None, str]] = [
        (one.number, bare(_open_title(one.title))) for one in paper.points
    ]
    there = [(one.number, bare(_open_title(one.title or ""))) for one in meeting.items]
    for one, told in zip(wanted, paper.points, strict=True):
        share.add(one in there, f"item {told.number} {told.title!r}")
    for one, made in zip(there, meeting.items, strict=True):
        if one not in wanted:
            share.add(False, f"no such item: {made.number} {made.title!r}")  # noqa: FBT003 - see Share.add
    if share.found == share.wanted:
        share.add([one for one in there if one in wanted] == wanted, "items out of order")
    return share


def closed(paper: Paper, meeting: Meeting) -> Share:
    """Closed are the items that say so."""
    share = Share()
    for told, there in _paired(paper, meeting):
        share.add((there.access is Access.CLOSED) == told.closed, f"item {told.number} is {there.access}")
    return share


def facts(paper: Paper, meeting: Meeting) -> Share:
    """Whose meeting it is, when, where, and who was there."""
    share = Share()
    share.add(bare(meeting.committee) == bare(paper.committee), f"committee {meeting.committee!r}")
    share.add(meeting.date == paper.date, f"date {meeting.date!r}")
    for name, told, found in (
        ("start", paper.start, meeting.start),
        ("place", paper.place, meeting.place),
    ):
        share.add(told is None or bare(found) == bare(told), f"{name} {found!r}")
    there = [one.name for one in meeting.attendance]
    for name in (*paper.present, *paper.absent):
        person = re.sub(r" \(\w+\)$", "", name)
        share.add(person in there, f"attendance: {person}, got {nearest(person, there)!r}")
    return share


def sections(paper: Paper, meeting: Meeting) -> Share:
    """The labels of each open item, in order, and none more."""
    share = Share()
    for told, there in _open(paper, meeting):
        wanted = list(dict.fromkeys(bare_label(part.label) for part in told.parts))
        found = list(dict.fromkeys(bare_label(one.label) for one in there.sections if one.label))
        share.add(found == wanted, f"item {told.number}: {wanted} got {found}")
    return share


def decisions(paper: Paper, meeting: Meeting) -> Share:
    """The words of each decision stand under it, and nothing else does."""
    share = Share()
    for told, there in _paired(paper, meeting):
        own = [one for one in there.sections if one.role == "decision"]
        found = [bare(" ".join(shown(section.content))) for section in own]
        for part in told.parts:
            if bare_label(part.label).startswith("beslutning"):
                wanted = bare(" ".join(texts(part)))
                share.add(wanted in found, f"item {told.number}: {part.label!r} got {found}")
    return share


def attachments(paper: Paper, meeting: Meeting) -> Share:
    """Titles and addresses of the attachments, in order."""
    share = Share()
    for told, there in _open(paper, meeting):
        wanted = [(one.title, one.href) for one in told.content if isinstance(one, Attached)]
        found = [(one.title, one.url) for one in there.attachments]
        for one in wanted:
            share.add(one in found, f"item {told.number}: {one}, got {found}")
        for one in found:
            if one not in wanted:
                share.add(False, f"item {told.number}: no such attachment {one}")  # noqa: FBT003 - see Share.add
    return share


def entries(paper: Paper, meeting: Meeting) -> Share:
    """List entries with their marker, their depth and their words."""
    return _multiset(paper, meeting, _entry)


def paragraphs(paper: Paper, meeting: Meeting) -> Share:
    """Paragraphs word for word."""
    return _multiset(paper, meeting, lambda one: _flat(one.text) if isinstance(one, Paragraph) else None)


def subheadings(paper: Paper, meeting: Meeting) -> Share:
    """Headings inside sections."""
    return _multiset(paper, meeting, lambda one: _flat(one.text) if isinstance(one, Heading) else None)


def recall(paper: Paper, meeting: Meeting) -> Share:
    """Headings of every rank that were found: titles, labels and sub-headings."""
    share = Share()
    share.compare(_told_headings(paper), _found_headings(meeting), "heading")
    return share


def precision(paper: Paper, meeting: Meeting) -> Share:
    """Headings that were found and are none."""
    share = Share()
    share.compare(_found_headings(meeting), _told_headings(paper), "no heading")
    return share


def cells(paper: Paper, meeting: Meeting) -> Share:
    """Cells of ruled tables, each in its row and column."""
    share = Share()
    for told, there in _open(paper, meeting):
        grids = [
            _grid(one) for section in there.sections for one in section.content if isinstance(one, Table)
        ]
        for wanted in (_grid(one) for one in told.content if isinstance(one, Table)):
            best = max(grids, key=lambda grid: len(grid.items() & wanted.items()), default={})
            for place, cell in wanted.items():
                got = best.get(place)
                share.add(got == cell, f"item {told.number}: cell {place} {cell!r}, got {got!r}")
    return share


def links(paper: Paper, meeting: Meeting) -> Share:
    """Links in running text, each on its words."""
    return _multiset(paper, meeting, _links)


def pictures(paper: Paper, meeting: Meeting) -> Share:
    """How many pictures there are."""
    return _multiset(paper, meeting, lambda one: "picture" if isinstance(one, Picture) else None)


CHECKS = (
    Check(name="items", target=1, measure=items),
    Check(name="closed", target=1, measure=closed),
    Check(name="facts", target=1, measure=facts),
    Check(name="sections", target=1, measure=sections),
    Check(name="decisions", target=1, measure=decisions),
    Check(name="attach", target=1, measure=attachments),
    Check(name="entries", target=0.99, measure=entries),
    Check(name="recall", target=0.99, measure=recall),
    Check(name="precis", target=0.97, measure=precision),
    Check(name="subheads", target=0.97, measure=subheadings),
    Check(name="paras", target=0.97, measure=paragraphs),
    Check(name="cells", target=0.95, measure=cells),
    Check(name="links", target=1, measure=links),
    Check(name="pictures", target=1, measure=pictures),
)


def _paired(paper: Paper, meeting: Meeting) -> Iterator[tuple[Point, AgendaItem]]:
    by_number = {one.number: one for one in reversed(meeting.items)}
    missing = AgendaItem(number=None, position=0, title=None, access=Access.OPEN)
    for told in paper.points:
        yield told, by_number.get(told.number, missing)


def _open(paper: Paper, meeting: Meeting) -> Iterator[tuple[Point, AgendaItem]]:
    return ((told, there) for told, there in _paired(paper, meeting) if not told.closed)


def _multiset(paper: Paper, meeting: Meeting, said: Callable[[Content], str | None]) -> Share:
    share = Share()
    for told, there in _open(paper, meeting):
        wanted = (said(one) for one in told.content if not isinstance(one, Attached))
        found = (said(one) for section in there.sections for one in section.content)
        share.compare(_counted(wanted), _counted(found), f"item {told.number}")
    return share


def _counted(texts: Iterable[str | None]) -> Counter[str]:
    return Counter(text for text in texts if text is not None)


def _entry(block: Content) -> str | None:
    if not isinstance(block, Entry):
        return None
    return f"{'  ' * block.depth}{block.marker or '*'} {_flat(block.text)}"


def _links(block: Content) -> str | None:
    if not isinstance(block, Paragraph | Entry | Heading) or not block.links:
        return None
    return "; ".join(_link(block.text, link) for link in block.links)


def _link(text: str, link: Link) -> str:
    return f"{text[link.start : link.end]} -> {link.href}"


def _grid(table: Table) -> dict[tuple[int, int], str]:
    rows = [row for row in (table.header, *table.rows) if any(row)]
    return {(y, x): _flat(cell) for y, row in enumerate(rows) for x, cell in enumerate(row)}


def _told_headings(paper: Paper) -> Counter[str]:
    titles = [bare(_open_title(one.title)) for one in paper.points]
    inside = [one for one in paper.points if not one.closed]
    labels = [bare_label(part.label) for one in inside for part in one.parts]
    return Counter(
        [*titles, *labels, *(bare(b.text) for one in inside for b in one.content if isinstance(b, Heading))]
    )


def _found_headings(meeting: Meeting) -> Counter[str]:
    inside = [one for one in meeting.items if one.access is Access.OPEN]
    parts = [section for one in inside for section in one.sections]
    return Counter(
        [
            *(bare(_open_title(one.title or "")) for one in meeting.items),
            *(bare_label(section.label) for section in parts if section.label),
            *(
                bare(block.text)
                for section in parts
                for block in section.content
                if isinstance(block, Heading)
            ),
        ]
    )


def _open_title(title: str) -> str:
    return CLOSED.sub("", title)


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
