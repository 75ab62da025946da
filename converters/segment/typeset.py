"""What a format tells of its lines beyond their words, brought into the form the inference reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converters.blocks import Furniture, Line, Link, Picture
from converters.segment.fields import field_of
from converters.segment.hyphens import Joined, Vocabulary, join
from converters.segment.marks import Mark, Marks, Role
from converters.segment.untabled import untabled

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_CASE = 40  # characters of a case number with its label
LONGEST = 20_000  # characters of a paragraph; a source without one paragraph end is cut somewhere
FURNITURE = {
    Furniture.HEADER: Mark(role=Role.HEADER, why="står øverst på side efter side"),
    Furniture.FOOTER: Mark(role=Role.FOOTER, why="står nederst på side efter side"),
    Furniture.PAGE_NUMBER: Mark(role=Role.PAGE_NUMBER, why="tæller siderne"),
    Furniture.CHROME: Mark(role=Role.CHROME, why="hører til websiden, ikke til referatet"),
    Furniture.DELETED: Mark(role=Role.CHROME, why="slettet, skjult eller en kommentar i kilden"),
}
TABLE = Mark(role=Role.TABLE, why="tegnet som en tabel i kilden")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Lines that are a paragraph each, marks the format itself gives, and words put together again."""

    lines: tuple[Line, ...]
    marks: Marks = field(default_factory=dict)
    joined: tuple[Joined, ...] = ()


def is_typeset(lines: Sequence[Line]) -> bool:
    """Tell whether the format knows its paragraphs, as all but plain text do."""
    return any(line.continues is not None for line in lines)


class _Paragraph:
    """A paragraph while its lines are put together."""

    def __init__(self, first: Line, above: tuple[Picture, ...]) -> None:
        self.first = first
        self.text = first.text
        self.links = first.links
        self.pictures = (*above, *first.pictures)
        self.last_page = first.last_page

    def add(self, more: Line, vocabulary: Vocabulary) -> str | None:
        """Put a line at the end; give the pieces of a word that was divided."""
        self.text, pieces = join(self.text, more.text, vocabulary)
        if self.links or more.links:
            self.links = _run_on((*self.links, *moved(more.links, len(self.text) - len(more.text))))
        self.pictures += more.pictures
        if more.origin.page != self.first.origin.page:
            self.last_page = more.origin.page
        return pieces

    def line(self) -> Line:
        """The paragraph as one line."""
        first = self.first
        return Line(  # every field by name, since `replace` takes three times as long
            text=self.text,
            origin=first.origin,
            gap=first.gap,
            indent=first.indent,
            starts_page=first.starts_page,
            whole=True,
            continues=first.continues,
            level=first.level,
            style=first.style,
            marker=first.marker,
            table=first.table,
            links=self.links,
            pictures=self.pictures,
            furniture=first.furniture,
            last_page=self.last_page,
        )


def settle(source: Sequence[Line]) -> Settled:
    """Join the lines of each paragraph, and mark what the reader knows to be furniture or a table."""
    paragraphs: list[_Paragraph] = []
    joined: list[Joined] = []
    vocabulary = Vocabulary(line.text for line in source)
    last: int | None = None  # the paragraph that a line may go on
    loose: tuple[Picture, ...] = ()  # pictures above the first words
    for line in untabled(source):
        if not line.text.strip():
            if paragraphs:
                paragraphs[-1].pictures += line.pictures
            else:
                loose += line.pictures
            continue
        if (
            line.continues
            and last is not None
            and not _is_case(line)
            and len(paragraphs[last].text) < LONGEST
        ):
            pieces = paragraphs[last].add(line, vocabulary)
            if pieces:
                joined.append(Joined(index=last, pieces=pieces))
            continue
        paragraphs.append(_Paragraph(line, loose))
        loose = ()
        if line.furniture is None:
            last = None if line.table else len(paragraphs) - 1
    lines = tuple(paragraph.line() for paragraph in paragraphs)
    marks = {
        index: FURNITURE[line.furniture] if line.furniture else TABLE
        for index, line in enumerate(lines)
        if line.furniture or line.table
    }
    return Settled(lines=lines, marks=marks, joined=tuple(joined))


def _is_case(line: Line) -> bool:
    """Tell whether a line is the label of a case number and its value, and so goes on from nothing."""
    mark = field_of(line.text) if len(line.text) <= LONGEST_CASE else None
    return mark is not None and mark.name == "case_number" and ":" in line.text


def _run_on(links: Sequence[Link]) -> tuple[Link, ...]:
    """Make one link of two with the same address that only the end of a line keeps apart."""
    whole: list[Link] = []
    for link in links:
        if whole and whole[-1].href == link.href and link.start - whole[-1].end <= 1:
            whole[-1] = Link(start=whole[-1].start, end=link.end, href=link.href)
        else:
            whole.append(link)
    return tuple(whole)


def moved(links: Sequence[Link], by: int) -> tuple[Link, ...]:
    """Move links along with the text they lie on; what falls off its start goes."""
    return tuple(
        Link(start=max(0, link.start + by), end=link.end + by, href=link.href)
        for link in links
        if link.end + by > 0
    )
