"""The outline of a document: its agenda, and which of its lines belong to which item."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converters.lexicon import danish, fold
from converters.segment.agenda import find_agenda
from converters.segment.annexes import Annex, stamped_annexes, trailing_annexes
from converters.segment.content import Composer
from converters.segment.contents import contents_only, find_contents
from converters.segment.counted import find_counted
from converters.segment.either import without_heads
from converters.segment.furniture import (
    find_furniture,
    ran_together,
    split_counter,
    strip_chrome,
    strip_hidden,
)
from converters.segment.labels import find_labels
from converters.segment.marks import Mark, Marks, Role
from converters.segment.markup import without_markup
from converters.segment.numbering import candidates
from converters.segment.opening import Agenda, Opening
from converters.segment.parts import Part, find_parts, listed_parts
from converters.segment.ranks import find_headed, find_set, has_others, ranks_inside, section_rank
from converters.segment.repeats import demote_strays, find_dividers, find_groups, find_inline, find_repeated
from converters.segment.stamps import find_stamps
from converters.segment.starters import find_known, find_starters, single_item
from converters.segment.typeset import Settled, is_typeset, moved, settle
from converters.segment.unflatten import run_together, unflatten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line, Origin
    from converters.segment.stamps import Stamp

OWN_WORDS = re.compile(
    r"\b(?:referat|dagsorden|beslutningsprotokol|protokol|mødedato|udvalgsmøde|rådsmøde|møde)", re.IGNORECASE
)
FRONT_SAMPLE = 40  # lines in which a paper says what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Everything known of a document's lines before they are folded into a meeting.

    ``stripped`` holds text taken off the start of a line, by index of line, and ``glued`` words that lines
    parted here were printed with; ``front_end`` is the index of the first line that is no longer the
    front page.
    """

    lines: tuple[Line, ...]
    marks: Marks
    parts: tuple[Part, ...]
    annexes: tuple[Annex, ...]
    foreign: frozenset[int]
    front_end: int
    stripped: tuple[tuple[int, str], ...]
    glued: tuple[tuple[int, str], ...]
    composer: Composer


def outline(source: Sequence[Line]) -> Outline:
    """Find the outline of a document; without parts it is no minutes."""
    targets: dict[int, str] = {}
    glued: dict[Origin, str] = {}
    if is_typeset(source):
        settled = settle(source)
    else:
        glued = run_together(source)
        plain, targets = without_markup(unflatten(source))
        settled = Settled(lines=plain)
    lines, stripped = _without_buttons(settled.lines)
    ran_on = tuple((i, word) for i, taken in stripped if (word := ran_together(lines[i].text, taken)))
    stripped = (*targets.items(), *stripped)
    stamps, marks = find_stamps(lines)
    marks = {**settled.marks, **marks}
    labels = {**find_labels(lines, marks), **find_counted(lines)}
    # "Punkt 4" at the top of page after page is an item, though only its number changes.
    numbered = frozenset(candidate.index for candidate in candidates(lines, labels) if candidate.prefix)
    furniture = find_furniture(lines, frozenset(marks) | _kept(lines, labels) | numbered)
    marks |= {index: mark for index, mark in furniture.items() if index not in marks}
    labels = {index: mark for index, mark in labels.items() if index not in marks}
    composer = Composer(lines, settled.joined)
    agenda, contents, listed = _agenda(lines, {**labels, **marks}, stamps)
    marks = {**labels, **marks, **contents}
    own = frozenset(opening.index for opening in agenda.openings)
    foreign = frozenset(opening.index for opening in agenda.foreign)
    annexes = stamped_annexes(lines, stamps, own)
    parts = find_parts(lines, marks, agenda, annexes, composer)
    if parts and not annexes:
        annexes = trailing_annexes(lines, marks, parts)
        parts = (
            tuple(replace(part, end=min(part.end, annexes[0].start)) for part in parts) if annexes else parts
        )
    parts = listed_parts(parts, listed)
    marks = _mark_openings(lines, without_heads(lines, marks, parts), parts)
    rank = section_rank(lines, marks, parts)
    if parts:
        composer.ranks = ranks_inside(lines, parts, rank)
    if rank is not None:
        marks = find_set(lines, find_inline(lines, marks, parts), parts, rank)
        if not has_others(lines, parts, rank):
            marks = demote_strays(marks, parts)  # headings inside sections look as the sections' own
    else:
        marks = find_repeated(lines, find_inline(lines, marks, parts), parts, composer)
        marks = demote_strays(marks, parts)
    marks |= find_groups(lines, marks)
    marks |= find_dividers(lines, marks, parts[1:])
    starts = [part.start for part in parts if not part.listed_only] + [annex.start for annex in annexes]
    return Outline(
        lines=lines,
        marks=marks,
        parts=parts,
        annexes=annexes,
        foreign=foreign,
        front_end=min(starts, default=len(lines)),
        stripped=stripped,
        glued=(
            *((i, glued.pop(line.origin)) for i, line in enumerate(lines) if line.origin in glued),
            *ran_on,
        ),
        composer=composer,
    )


def _without_buttons(source: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[tuple[int, str], ...]]:
    """Take web-page buttons and page counters off the start of lines; give what was taken by line."""
    lines: list[Line] = []
    stripped: list[tuple[int, str]] = []
    totals = {
        match[0].rsplit(" ", 1)[1]
        for line in source
        if (match := split_counter(line.text)) and match[1][0].isalpha()
    }
    for index, line in enumerate(source):
        text, hidden = strip_hidden(line.text)
        if hidden:
            stripped.append((index, hidden))
            kept = tuple(link for link in line.links if link.end <= len(text))
            lines.append(replace(line, text=text, links=kept))
            continue
        text, taken = strip_chrome(line.text)
        counter = split_counter(text, totals)
        if counter is not None:
            taken, text = counter
        if not taken:
            lines.append(line)
            continue
        stripped.append((index, taken))
        lines.append(replace(line, text=text, links=moved(line.links, len(text) - len(line.text))))
    return tuple(lines), tuple(stripped)


def _kept(lines: Sequence[Line], labels: Marks) -> frozenset[int]:
    """Lines that are labels and so no furniture, though they come back on page after page.

    A committee and a date can be either; only right under a decision's label it is the decision's.
    """
    heads = {
        lines[i].text
        for i, m in labels.items()
        if m.role is Role.BODY_DECISION and _under_decision(labels, i)
    }
    return frozenset(
        i for i, m in labels.items() if m.role is not Role.BODY_DECISION or lines[i].text in heads
    )


def _under_decision(labels: Marks, index: int) -> bool:
    above = labels.get(index - 1)
    return above is not None and above.role is Role.DECISION


def _agenda(
    lines: Sequence[Line], labels: Marks, stamps: Sequence[Stamp]
) -> tuple[Agenda, Marks, tuple[Opening, ...]]:
    """Find the agenda by the surest sign there is; also its contents list, and entries that have no page."""
    agenda = find_agenda(lines, labels, stamps)
    sure = agenda.confirmed and len(agenda.openings) > 1 and _of_a_chamber(labels)
    if agenda.openings and (sure or _says_minutes(lines) or _decides(labels)):
        contents, listed = find_contents(lines, labels, agenda)
        return agenda, contents, listed
    roles = {mark.name for mark in labels.values()}
    if _decides(labels) or "recommendation" in roles:
        openings = (
            find_headed(lines, labels)
            or find_known(lines)
            or find_starters(lines, labels)
            or single_item(lines, labels)
        )
        # A letter has an "Indstilling" too; the page of one item has a title at least.
        if any(opening.title for opening in openings) or (openings and _says_minutes(lines)):
            return Agenda(openings=openings), {}, ()
    if _says_minutes(lines):
        known = find_known(lines)
        if known:
            return Agenda(openings=known), {}, ()
        return contents_only(lines, labels), {}, ()
    return Agenda(), {}, ()


def _of_a_chamber(labels: Marks) -> bool:
    """Tell whether some label is of a meeting: reports have chapters on background and economy too."""
    roles = {Role.DECISION, Role.BODY_DECISION, Role.OPEN, Role.CLOSED, Role.FIELD}
    names = {"recommendation", "competence", "attachments"}
    return any(mark.role in roles or mark.name in names for mark in labels.values())


def _decides(labels: Marks) -> bool:
    """Tell whether some label calls what stands under it a decision; a letter has its "Afgørelse" too."""
    return any(
        mark.role is Role.BODY_DECISION or (mark.role is Role.DECISION and "beslut" in fold(mark.label or ""))
        for mark in labels.values()
    )


def _says_minutes(lines: Sequence[Line]) -> bool:
    """Tell whether the first lines call the paper minutes or an agenda."""
    words = danish().minutes | danish().agenda | danish().draft
    first = [line.text for line in lines[:FRONT_SAMPLE]]
    return any(fold(text) in words for text in first) or any(OWN_WORDS.search(text) for text in first[:6])


def _mark_openings(lines: Sequence[Line], marks: Marks, parts: tuple[Part, ...]) -> Marks:
    """Mark the items' titles, and a heading such as "Referat" alone on the page before the first."""
    marked = dict(marks)
    words = danish().minutes | danish().agenda
    for part in parts:
        if part.listed_only:
            continue
        if part.titled:
            marked[part.start] = Mark(role=Role.ITEM, why=part.why, label=part.number, text=part.title)
        for index in range(part.start + 1 if part.titled else part.start, part.title_end):
            marked.setdefault(index, Mark(role=Role.TITLE, why="titlen fortsætter"))
        if part.title_at is not None:
            marked[part.title_at] = Mark(role=Role.TITLE, why="titlen under feltet")
        above = part.start - 1
        if (
            above >= 0
            and above not in marked
            and lines[above].starts_page
            and fold(lines[above].text) in words
        ):
            marked[above] = Mark(role=Role.HEADER, why="overskrift over siden")
    return marked
