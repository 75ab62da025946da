"""Numbered lines inside a closed item that were taken for the next one: in doubt they are its own.

A list in the closed text has numbers as the agenda has.  What opens an item there has a number that
nothing before it has, is set as the meeting's other items are, and goes on with no list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converters.fold.groups import item_rank
from converters.lexicon import danish, fold
from converters.segment.closed import is_closed_title
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, LABELS, Role
from converters.segment.numbering import Candidate, candidate_of
from converters.segment.outline import Outline
from converters.segment.parts import Part
from converters.segment.titles import TITLE_SAMPLE, sample

MOST = 0.75  # of the items that show how all of them are set
# Entries of lists, and where titles have no sign behind their number, whatever else begins with one
SIGNED = re.compile(r"^(?P<number>\d{1,4})[a-z]?[.):](?:\s|$)")
BARE = re.compile(r"^(?P<number>\d{1,4})[a-z]?[.):]?(?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A part that may be a closed item's text, and the number of that item."""

    part: Part
    closed: str | None


def doubts(
    seen: Outline, parts: Iterable[Part], closed_from: Mapping[int, int], known: Collection[int]
) -> Iterator[Doubt]:
    """Give the parts below closed text that cannot be told from it, in the order of the source.

    ``closed_from`` says of parts, by their first line, from which of their lines on they are closed;
    ``known`` are first lines of parts that are doubtful already.
    """
    real = sorted((part for part in parts if not part.listed_only), key=lambda part: part.start)
    looks = _looks(seen, real, closed_from)
    earlier: dict[str, list[str]] = {}
    above: Part | None = None
    for part in real:
        if above is not None and (
            part.start in known
            or not _opens(_Below(seen, above, closed_from[above.start]), part, earlier, looks)
        ):
            yield Doubt(part=part, closed=above.number)
            continue
        above = part if part.start in closed_from else None
        if part.number is not None:
            earlier.setdefault(part.number, []).append(part.title)


@dataclass(frozen=True, slots=True)
class _Below:
    """What stands above a part: an item that is closed from a line on."""

    seen: Outline
    closed: Part
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """How the items are set that stand below no closed one: with space above, labels, case numbers."""

    spaced: bool
    labelled: bool
    numbered: bool


def comes_after(seen: Outline, closed: int, section: range) -> bool:
    """Tell whether what begins with another agenda's number is beyond doubt the item after a closed one.

    ``closed`` is the line of that agenda's closed item.  Its number is the next, it stands apart and has a
    label, and no list in the closed text has come to either number.
    """
    before, after = (candidate_of(i, unbullet(seen.lines[i].text)) for i in (closed, section.start))
    line = seen.lines[section.start]
    if before is None or after is None or after.value != before.value + 1:
        return False
    entries = (
        found
        for i in range(closed + 1, section.start)
        if (found := _entry(seen, i, BARE if after.grammar.startswith("N ") else SIGNED))
    )
    labelled = any((mark := seen.marks.get(i)) is not None and mark.role in LABELS for i in section)
    apart = line.gap > 0 or line.starts_page
    return (
        apart and labelled and {int(one["number"]) for one in entries}.isdisjoint({before.value, after.value})
    )


def _looks(seen: Outline, parts: Sequence[Part], shut: Mapping[int, int]) -> _Looks:
    firm = [p for n, p in enumerate(parts) if n == 0 or parts[n - 1].start not in shut]
    spaced = sum(_is_spaced(seen, p) for p in firm)
    tight = [seen.lines[i].gap == 0 for p in firm for i in p.body()]
    labelled = [_holds_label(seen, p) for p in firm if p.start not in shut]
    return _Looks(
        # Where every line has space above it, space tells nothing.
        spaced=spaced >= MOST * len(firm) and sum(tight) * 2 >= len(tight),
        labelled=bool(labelled) and sum(labelled) >= MOST * len(labelled),
        numbered=any(_has_case_number(seen, p) for p in firm if p.start not in shut),
    )


def _is_spaced(seen: Outline, part: Part) -> bool:
    line = seen.lines[part.start if part.lead is None else part.lead]
    return line.gap > 0 or line.starts_page or part.start == 0


def _holds_label(seen: Outline, part: Part) -> bool:
    return any((mark := seen.marks.get(i)) is not None and mark.role in LABELS for i in part.body())


def _opens(below: _Below, part: Part, earlier: Mapping[str, Sequence[str]], looks: _Looks) -> bool:
    """Tell whether a part is an item of its own beyond doubt."""
    opening = _numbered(below.seen, part)
    if opening is None or is_closed_title(part.title):
        return True
    if opening.number in earlier:
        return any(_is_title(part.title, title) for title in earlier[opening.number])
    if _is_ranked(below.seen, part) and not _is_listed(below, part):
        return True
    before = _numbered(below.seen, below.closed)
    if before is not None and before.value >= opening.value:
        return False
    if opening.prefix or (
        before is not None and opening.value == before.value + 1 and _is_usual(below, part)
    ):
        return True
    return not _goes_on(below, part, opening, looks) and _is_set_alike(below.seen, part, looks)


def _is_usual(below: _Below, part: Part) -> bool:
    """Tell whether a title of most agendas, "Eventuelt", follows a closed one with nothing under it."""
    between = (below.seen.marks.get(i) for i in range(below.since, part.start))
    nothing = all(mark is not None and mark.role in FURNITURE for mark in between)
    return nothing and fold(part.title) in danish().usual_titles


def _is_ranked(seen: Outline, part: Part) -> bool:
    """Tell whether a part's first line is a heading of the items' rank, which no list has."""
    rank = item_rank(seen)
    return rank is not None and seen.lines[part.start].level == rank


def _is_listed(below: _Below, part: Part) -> bool:
    """Tell whether the closed text above has a numbered heading of this rank: a list set as the items."""
    rank = below.seen.lines[part.start].level
    return any(
        below.seen.lines[i].level == rank and _entry(below.seen, i, SIGNED)
        for i in range(below.since, part.start)
    )


def _is_set_alike(seen: Outline, part: Part, looks: _Looks) -> bool:
    if looks.spaced:
        return _is_spaced(seen, part)
    return not looks.labelled or _holds_label(seen, part)


def _numbered(seen: Outline, part: Part) -> Candidate | None:
    at = part.start if part.number_at is None else part.number_at
    return candidate_of(at, unbullet(seen.lines[at].text))


def _is_title(one: str, other: str) -> bool:
    """Tell whether two titles are one; a word more makes them two, unless both are long."""
    first, second = sample(one), sample(other)
    return bool(first) and first == second and (len(first) == TITLE_SAMPLE or one.split() == other.split())


def _goes_on(below: _Below, part: Part, opening: Candidate, looks: _Looks) -> bool:
    """Tell whether a list in the closed text has come to this number, or to the one before it.

    A decision ends such a list.  The only sign that is beyond doubt is a case number right under the title,
    where other items have one too.
    """
    seen = below.seen
    if looks.numbered and _has_case_number(seen, part):
        return False
    inside = range(below.since, part.start)
    decided = max((i for i in inside if _role(seen, i) is Role.DECISION), default=below.since - 1)
    form = BARE if opening.grammar.startswith("N ") else SIGNED
    listed = {int(found["number"]) for i in inside if i > decided and (found := _entry(seen, i, form))}
    return not listed.isdisjoint({opening.value - 1, opening.value}) or _comes_again(seen, part, opening)


def _comes_again(seen: Outline, part: Part, opening: Candidate) -> bool:
    """Tell whether the same number stands under space again below, and in no list of the part's own."""
    before = False
    for i in part.body():
        candidate = candidate_of(i, unbullet(seen.lines[i].text)) if i not in seen.marks else None
        if candidate is None or candidate.grammar != opening.grammar:
            continue
        if candidate.value == opening.value and seen.lines[i].gap > 0 and not before:
            return True
        before = candidate.value == opening.value - 1
    return False


def _entry(seen: Outline, index: int, form: re.Pattern[str]) -> re.Match[str] | None:
    line = seen.lines[index]
    printed = f"{line.marker.printed} " if line.marker is not None and line.marker.printed else ""
    return form.match(unbullet(f"{printed}{line.text}"))


def _has_case_number(seen: Outline, part: Part) -> bool:
    under = (part.lead, part.title_end)
    return any(
        i is not None and (mark := seen.marks.get(i)) is not None and mark.name == "case_number"
        for i in under
    )


def _role(seen: Outline, index: int) -> Role | None:
    mark = seen.marks.get(index)
    return None if mark is None else mark.role
