"""The parts of a document that belong to an item each, with the item's title."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converters.lexicon import danish
from converters.segment.closed import is_closed_value
from converters.segment.file_rows import files_in
from converters.segment.marks import FURNITURE, LABELS, Role
from converters.segment.numbering import OPENNESS, OPENNESS_LAST, TITLE_LINES, clean_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.lexicon import danish
    from converters.segment.annexes import Annex
    from converters.segment.content import Composer
    from converters.segment.opening import Agenda, Opening
from converters.segment.marks import Marks

NARROW = 45  # characters; in so narrow a text a full line says nothing
LONGEST_TITLE = 300  # characters
# "Punkt 3 (Åben)" or "Åben sag" between the number and the title
OPEN_ALONE = re.compile(r"\W*(?P<word>åbent?(?: punkt| sag)?)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of lines that belongs to one item: from ``start`` up to ``end``.

    ``title_end`` is the index after the title's last line; ``titled`` tells whether the first line
    is the title.  A pack has several parts an item.  ``listed_only`` is an item of which nothing
    but its line in the contents list is known.
    """

    number: str | None
    title: str
    start: int
    title_end: int
    end: int
    why: str
    titled: bool = True
    mark: str | None = None  # "(Lukket)" before the title
    listed_only: bool = False
    number_at: int | None = None  # the number's line, where it stands under the title
    title_at: int | None = None  # the title's line, where it is not the first
    lead: int | None = None  # a case number's line above the title

    def lines(self) -> tuple[int, ...]:
        """Give every line of the part, its lead and its title included."""
        if self.listed_only:
            return ()
        return (*(() if self.lead is None else (self.lead,)), *range(self.start, self.end))

    def body(self) -> tuple[int, ...]:
        """Give the lines under the title, and the lead."""
        return tuple(index for index in self.lines() if index < self.start or index >= self.title_end)


def find_parts(
    lines: Sequence[Line], marks: Marks, agenda: Agenda, annexes: Sequence[Annex], composer: Composer
) -> tuple[Part, ...]:
    """Give each opening its title and its end: the next opening, an annex, or the end."""
    leads = _leads(lines, marks, agenda.openings)
    borders = sorted(
        {o.index for o in (*agenda.openings, *agenda.foreign)}
        | {annex.start for annex in annexes}
        | {len(lines)}
    )
    parts = []
    for opening in agenda.openings:
        end = borders[bisect(borders, opening.index)]
        part = _part(lines, marks, opening, leads.get(end, end), composer)
        parts.append(replace(part, lead=leads.get(opening.index)))
    return tuple(parts)


def _leads(lines: Sequence[Line], marks: Marks, openings: Sequence[Opening]) -> dict[int, int]:
    """Give lines right above a title that belong to it: a case number, or a word of openness.

    The word may end the item above just as well; it is the title's where most titles have one.
    """
    own = {opening.index for opening in openings}
    found = {
        o.index: o.index - 1
        for o in openings
        if o.titled and _is_free(marks, o.index - 1) and not _under_title(lines, marks, own, o.index - 1)
    }
    open_words = [above for above in found.values() if marks[above].role is not Role.FIELD]
    kept = len(open_words) * 2 > len(openings)
    return {index: above for index, above in found.items() if kept or marks[above].role is Role.FIELD}


def _under_title(lines: Sequence[Line], marks: Marks, openings: set[int], index: int) -> bool:
    """Tell whether a line stands right under a title, and so is a field of the item above.

    Paragraphs may follow each other without a gap; there running text parts the two.
    """
    top = index
    while top > 0 and lines[top].gap == 0 and index - top < TITLE_LINES:
        top -= 1
        if top in openings:
            return True
        if (mark := marks.get(top)) is not None and mark.role in {Role.SECTION, Role.DECISION}:
            return False  # no field of an item stands under its labels
        if lines[top].whole and top not in marks:
            return False
    return top - 1 in openings


def _is_free(marks: Marks, index: int) -> bool:
    """Tell whether a line is a case number or a word of openness that belongs to nothing above it."""
    mark, above = marks.get(index), marks.get(index - 1)
    if mark is None or (mark.role is Role.FIELD and mark.name != "case_number"):
        return False
    free = above is None or above.role in FURNITURE | {Role.OPEN, Role.CLOSED, Role.GROUP}
    return free and mark.role in {Role.FIELD, Role.OPEN, Role.CLOSED}


def _part(lines: Sequence[Line], marks: Marks, opening: Opening, end: int, composer: Composer) -> Part:
    title, last = opening.title, opening.index
    index = opening.index + 1
    beside = OPEN_ALONE.fullmatch(title) if opening.titled and opening.ends_at is None else None
    title = "" if beside else title
    if opening.ends_at is not None:
        last, index = opening.ends_at - 1, end
    while (
        opening.titled and index < end and index - opening.index <= TITLE_LINES and len(title) < LONGEST_TITLE
    ):
        mark = marks.get(index)
        if mark is not None and mark.role is Role.OPEN and not title and beside is None:
            beside = OPEN_ALONE.fullmatch(lines[index].text)
            if beside is not None:
                index += 1
                continue
        if (mark is not None and mark.role in LABELS | {Role.VALUE, Role.BODY_DECISION}) or (
            mark is None
            and title
            and (
                files_in(lines[index].text)
                or is_closed_value(title)  # the mark is all of the title; what follows is closed
                or not ((opening.wraps and last == opening.index) or _wraps(lines, last, index, composer))
            )
        ):
            break
        if mark is None:
            title = composer.join(title, lines[index].text, index) if title else lines[index].text
            last = index
        index += 1
    match, behind = OPENNESS.match(title), OPENNESS_LAST.match(title)
    bare = behind["title"] if behind else title[match.end() :] if match else title
    word = behind["word"] if behind else match["word"] or match["column"] if match else None
    if beside is not None and word is None:
        word = beside["word"]
    return Part(
        number=opening.number,
        title=clean_title(bare)[0],
        start=opening.index,
        title_end=last + 1 if opening.titled else opening.index,
        end=end,
        why=opening.why,
        titled=opening.titled,
        mark=opening.mark or word,
        title_at=opening.title_at,
        number_at=None if opening.ends_at is None else opening.ends_at - 1,
    )


def _wraps(lines: Sequence[Line], last: int, index: int, composer: Composer) -> bool:
    """Tell whether the title goes on in this line."""
    text = lines[index].text
    if lines[index].gap > 0:
        return False
    if text.startswith("(") and text.endswith(")") and lines[last].text[-1] not in ".:":
        return True
    if lines[last].text.rsplit(" ", 1)[-1].casefold() in danish().open_ends:
        return True
    if text.isupper() and lines[last].text.isupper():
        return True  # capitals fill a line sooner than the width of the text tells
    if composer.width(last) < NARROW and not text[0].islower():
        return False
    return composer.goes_on(last, index)


def listed_parts(parts: tuple[Part, ...], listed: Sequence[Opening]) -> tuple[Part, ...]:
    """Put items known from the contents list alone in their place among the others."""
    only = tuple(
        Part(
            number=o.number,
            title=clean_title(o.title)[0],
            start=-1,
            title_end=-1,
            end=-1,
            why=o.why,
            listed_only=True,
        )
        for o in listed
    )
    return (
        tuple(
            sorted(
                (*parts, *only), key=lambda part: int("".join(filter(str.isdigit, part.number or "")) or 0)
            )
        )
        if only
        else parts
    )
