"""The ranks of set headings: which of them are items, which are sections, which stand inside a section."""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from converters.attendance import attendance_label
from converters.lexicon import danish, fold
from converters.segment.closed import is_closed_title
from converters.segment.front import front_label
from converters.segment.furniture import CALLS_PAPER
from converters.segment.headings import is_heading_text
from converters.segment.labels import recommends
from converters.segment.marks import LABELS, Mark, Marks, Role
from converters.segment.opening import Opening
from converters.segment.repeats import names_absent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.parts import Part

HOLDING = 0.7  # of the items that have a label under them; a closed one has none
SURE = 0.6  # of the known labels that have one rank, for the rank to be that of sections
SINGLE, STRAY = 0.5, 0.03  # of the lines of a rank that may stand once, for all of the rank to be sections
FEW = 3  # items, from which on a label that is one comes back
ONCE_ITEMS = 2  # items in which a label comes back


def find_headed(lines: Sequence[Line], labels: Marks) -> tuple[Opening, ...]:
    """Find unnumbered items by their rank: headings of one rank, nearly each with labels under it."""
    ranks = sorted({line.level for line in lines if line.level is not None})
    for rank in ranks:
        heads = [
            index
            for index, line in enumerate(lines)
            if line.level == rank and index not in labels and is_title(line)
        ]
        stops = [index for index, line in enumerate(lines) if line.level is not None and line.level <= rank]
        holding = [index for index in heads if _holds(labels, index, stops, len(lines))]
        if len(holding) < ONCE_ITEMS:
            continue
        # A closed item may come first, and has no labels.
        early = [
            i for i in heads if i < holding[0] and is_closed_title(lines[i].text) and not _is_paper(lines[i])
        ]
        inside = [index for index in heads if index >= holding[0]]
        if len(holding) >= HOLDING * len(inside):
            inside = early + inside
            why = "overskrift af samme slags som de andre punkters"
            return tuple(
                Opening(index=index, number=None, title=lines[index].text, why=why) for index in inside
            )
    return ()


def _is_paper(line: Line) -> bool:
    return CALLS_PAPER.search(line.text) is not None


def is_title(line: Line) -> bool:
    """Tell whether a set heading could be an item's title, and neither the paper's name nor a label."""
    text = line.text
    words = danish().minutes | danish().agenda | danish().contents | danish().chrome
    return (
        is_heading_text(text)
        and fold(text) not in words
        and front_label(text) is None
        and attendance_label(text) is None
    )


def _holds(labels: Marks, index: int, stops: Sequence[int], end: int) -> bool:
    after = bisect(stops, index)
    stop = stops[after] if after < len(stops) else end
    roles = {Role.SECTION, Role.DECISION, Role.BODY_DECISION}
    return any(labels[place].role in roles for place in range(index + 1, stop) if place in labels)


def section_rank(lines: Sequence[Line], marks: Marks, parts: Sequence[Part]) -> int | None:
    """Give the rank that most of the items' labels have, None where they are not set as headings."""
    known = Counter(
        lines[index].level
        for part in parts
        for index in part.body()
        if index in marks and marks[index].role in {Role.SECTION, Role.DECISION} and not marks[index].text
    )
    if not known:
        return None
    rank, times = known.most_common(1)[0]
    return rank if times >= SURE * known.total() else None


def ranks_inside(lines: Sequence[Line], parts: Sequence[Part], section: int | None) -> list[int]:
    """Give the ranks of headings inside the items' sections, the highest first."""
    ranks = {lines[index].level for part in parts for index in part.body()}
    return sorted(rank for rank in ranks if rank is not None and rank > (section or 0))


def has_others(lines: Sequence[Line], parts: Sequence[Part], rank: int) -> bool:
    """Tell whether some heading inside an item has another rank than the sections'."""
    return any(lines[index].level not in {None, rank} for part in parts for index in part.body())


def _is_stray(line: Line, mark: Mark, rank: int) -> bool:
    """Tell whether a known label is none here: set otherwise than the sections' headings.

    A list of attachments is one however it is headed; and so is what ends it, "Forvaltningen indstiller,".
    """
    ends_list = line.level is None and recommends(line.text)
    return line.level != rank and mark.name != "attachments" and not ends_list


def _inline_labels(lines: Sequence[Line], marks: Marks, parts: Sequence[Part], rank: int) -> frozenset[int]:
    """Give known labels with their text on the same line that come back in other items.

    Right under a section's heading such a line is that section's text.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, part in enumerate(parts):
        for index in part.body():
            mark, above = marks.get(index), marks.get(index - 1)
            headed = above is not None and above.role in LABELS and lines[index - 1].level == rank
            if mark is not None and mark.role is Role.SECTION and mark.name and mark.text and not headed:
                places[fold(mark.label or "")].append((number, index))
    return frozenset(
        index
        for found in places.values()
        if len({number for number, _ in found}) >= ONCE_ITEMS
        for _, index in found
    )


def _decided(lines: Sequence[Line], marks: Marks, parts: Sequence[Part], rank: int) -> Marks:
    """Let a committee and a date, set as the sections are, end a recommendation and head the decision."""
    found: Marks = {}
    for part in parts:
        name = None
        for index in part.body():
            mark = marks.get(index)
            if mark is None or lines[index].level != rank:
                continue
            if mark.role is Role.BODY_DECISION and name == "recommendation":
                found[index] = replace(mark, role=Role.DECISION)
            elif mark.role in LABELS:
                name = mark.name
    return found


def find_set(lines: Sequence[Line], marks: Marks, parts: Sequence[Part], rank: int) -> Marks:
    """Mark sections by their rank, and take the mark off labels of another: those stand inside a section.

    Lines that come back are sections, the others headings inside them that look the same.  Where headings
    of another rank stand inside sections, or items are too few for anything to come back, a rank with more
    labels than other lines is that of sections alone.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    strays: Marks = {}
    inline = _inline_labels(lines, marks, parts, rank)
    for number, part in enumerate(parts):
        for index in part.body():
            mark, line = marks.get(index), lines[index]
            above = marks.get(index - 1)
            if above is not None and above.name == "recommendation" and recommends(line.text):
                continue  # the recommendation's own first words
            if line.level == rank and (mark is None or mark.role is Role.TEXT):
                if names_absent(line.text):
                    continue  # who was away is part of the decision it stands under
                places[fold(line.text.rstrip(": "))].append((number, index))
            elif (
                mark is not None
                and mark.role is Role.SECTION
                and index not in inline
                and _is_stray(line, mark, rank)
            ):
                why = "sat med en anden skrift end afsnittenes overskrifter"
                text = None if line.level else line.text  # without a rank it is no heading either
                strays[index] = replace(mark, role=Role.TEXT, why=why, text=text)
    strays |= _decided(lines, marks, parts, rank)
    labelled = sum(
        marks[index].role in LABELS and lines[index].level == rank
        for part in parts
        for index in part.body()
        if index in marks
    )
    back = {key for key, found in places.items() if len({number for number, _ in found}) >= ONCE_ITEMS}
    loose = sum(len(found) for key, found in places.items() if key not in back)
    total = labelled + sum(len(places[key]) for key in back) + loose
    every = loose <= (SINGLE if has_others(lines, parts, rank) or len(parts) < FEW else STRAY) * total
    sections = {
        index: Mark(
            role=Role.SECTION,
            why="overskrift af samme slags som de andre afsnits",
            label=lines[index].text.rstrip().rstrip(":").rstrip(),
        )
        for key, found in places.items()
        if key in back or every
        for _, index in found
        if is_heading_text(lines[index].text)
    }
    return {**marks, **strays, **sections}
