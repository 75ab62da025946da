"""What has to stay shut besides the closed items themselves: text that may be part of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from converters.fold.access import is_closed, is_mark
from converters.fold.cells import holds_closed
from converters.fold.groups import (
    announced_closed,
    group_states,
    in_section,
    is_inner,
    item_rank,
    listed,
)
from converters.fold.links import URL
from converters.fold.margins import beside_closed, named_above, under_closed
from converters.lexicon import fold
from converters.segment.closed import (
    begins_closed,
    goes_on,
    is_closed_heading,
    is_closed_title,
)
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, Role
from converters.segment.numbering import Candidate, candidate_of
from converters.segment.outline import Outline
from converters.segment.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """Which groups of parts are closed, every line of theirs, and lines withheld outside any item.

    ``withheld`` are lines that stand in no item any more: behind a closed mark in the middle of an
    open one, or annexes of a closed or unknown item.
    """

    groups: tuple[tuple[Part, ...], ...]
    closed: tuple[bool, ...]
    lines: frozenset[int]
    withheld: frozenset[int]


def shut(seen: Outline, groups: Iterable[Sequence[Part]]) -> Shut:
    """Tell what is closed, doubt included: what cannot be told from a closed item's text is not shown."""
    states, announced = group_states(seen), announced_closed(seen)
    front = _front(seen)
    whole = [tuple(parts) for parts in groups]
    # A list inside the closed text before the first item may have been taken for that item.
    taken = [parts for parts in whole if any(part.start - 1 in front for part in parts)]
    whole = [parts for parts in whole if parts not in taken]
    front |= {index for parts in taken for part in parts for index in part.lines()}
    under = under_closed(seen)
    closed = tuple(
        any(part in announced or part.start in under for part in parts)
        or is_closed(seen, parts, _group_of(parts, states))
        or any(_marked_above(seen, part) for part in parts)
        for parts in whole
    )
    withheld = {i for part in _unset(seen, whole, closed) for i in part.lines()}
    whole = [tuple(p for p in parts if p.start not in withheld) for parts in whole]
    kept: list[tuple[Part, ...]] = []
    in_closed = (part for parts, is_shut in zip(whole, closed, strict=True) if is_shut for part in parts)
    stops = under | named_above(seen, in_closed)
    for parts, is_shut in zip(whole, closed, strict=True):
        cut = parts if is_shut else tuple(_cut(seen, part, stops) for part in parts)
        withheld |= {i for part, short in zip(parts, cut, strict=True) for i in range(short.end, part.end)}
        kept.append(cut)
    withheld |= _elsewhere(seen) | front
    withheld |= _annexes(seen, kept, closed, withheld)
    own = {
        i for parts, is_shut in zip(kept, closed, strict=True) if is_shut for p in parts for i in p.lines()
    }
    numbers = frozenset(parts[0].number or "" for parts, is_shut in zip(kept, closed, strict=True) if is_shut)
    withheld |= under - own
    hidden = own | withheld | listed(seen, numbers)
    hidden |= beside_closed(seen, own | withheld)
    return Shut(
        groups=tuple(kept),
        closed=closed,
        lines=frozenset(hidden | _links(seen, hidden)),
        withheld=frozenset(withheld),
    )


def _unset(seen: Outline, groups: Sequence[Sequence[Part]], closed: Sequence[bool]) -> Iterator[Part]:
    """Give parts that a numbered line inside a closed item was taken for, where titles are set headings.

    The item has its own title elsewhere; what stands under the line is the closed item's.
    """
    if item_rank(seen) is None:
        return
    shut_ends = {p.end for parts, is_shut in zip(groups, closed, strict=True) if is_shut for p in parts}
    for parts, is_shut in zip(groups, closed, strict=True):
        if not is_shut and any(seen.lines[p.start].level is not None for p in parts if not p.listed_only):
            yield from (
                p
                for p in parts
                if not p.listed_only and p.start in shut_ends and seen.lines[p.start].level is None
            )


def _group_of(parts: Sequence[Part], states: dict[int, str]) -> str:
    """Give the group of an item; a pack may have one heading for its pages and none for another's."""
    return max((states.get(part.start, "") for part in parts if not part.listed_only), default="", key=_DOUBT)


_DOUBT = ("open", "", "closed").index


def _marked_above(seen: Outline, part: Part) -> bool:
    """Tell whether a word of closedness stands right above a title, and not at the foot of a text."""
    if part.listed_only:
        return False
    # An item without a title may be opened by less than all that stands above it.
    if not part.title and any(_says_closed(seen, i) for i in range(max(0, part.start - HEAD), part.start)):
        return True
    above = part.start - 1
    while above >= 0 and (mark := seen.marks.get(above)) is not None and mark.role in FURNITURE:
        above -= 1
    mark = seen.marks.get(above)
    if mark is None or mark.role is not Role.CLOSED:
        return False
    own = next((other for other in seen.parts if other.start <= above < other.end), None)
    heads = own is not None and all(i in seen.marks for i in range(own.title_end, above))
    return not heads and not _is_foot(seen, above, part.start)


SENTENCE = re.compile(r"^(?:punktet|sagen) (?:er|blev|var) lukket\.$", re.IGNORECASE)


def _is_foot(seen: Outline, mark: int, title: int) -> bool:
    """Tell whether a word of closedness ends the text above it, and says nothing of the title below.

    Where the format knows its paragraphs their gaps tell nothing, and a sentence alone ends a text.
    """
    line = seen.lines[mark]
    if line.whole:
        return line.level is None and SENTENCE.match(line.text) is not None
    return line.gap == 0 and not line.starts_page and seen.lines[title].gap > 0


HEAD = 3  # lines above its first field that may be the head of an item without a title


def _says_closed(seen: Outline, index: int) -> bool:
    return closes(seen, index) or is_closed_title(unbullet(seen.lines[index].text))


def _cut(seen: Outline, part: Part, stops: frozenset[int]) -> Part:
    """End an open item where a closed one seems to begin that the agenda does not know."""
    if part.listed_only:
        return part
    body = (i for i in part.body() if i >= part.title_end)
    stop = next((i for i in body if i in stops or closes(seen, i)), part.end)
    return replace(part, end=stop)


def closes(seen: Outline, index: int) -> bool:
    """Tell whether a closed item, or the group of them, begins at a line.

    One word alone is not enough: "Lukket" stands in tables of opening hours.
    """
    line, mark = seen.lines[index], seen.marks.get(index)
    text = unbullet(line.text)
    if mark is not None and mark.role is Role.GROUP:
        return mark.name == "closed" and not _is_last(seen, index) and not is_inner(seen, index)
    if mark is not None and mark.role is Role.CLOSED:
        return " " in fold(text) and is_mark(seen, index) and not _is_said_inside(seen, index)
    if mark is not None and mark.role is Role.TABLE and not seen.parts:
        return line.table is not None and holds_closed(line.table)
    if line.level is not None and (begins_closed(text) or is_closed_title(text)):
        return begins_closed(text) or not is_inner(seen, index)
    if is_closed_heading(text):
        return True
    candidate = candidate_of(index, text) if mark is None and text[:1].isalnum() else None
    return candidate is not None and (is_closed_title(candidate.title) or _is_marked_below(seen, index))


def _is_marked_below(seen: Outline, index: int) -> bool:
    """Tell whether a mark is the paragraph right under a numbered one that stands in no section or list."""
    line, below = seen.lines[index], seen.marks.get(index + 1)
    marked = below is not None and is_mark(seen, index + 1) and seen.lines[index + 1].marker is None
    return line.whole and line.marker is None and marked and not in_section(seen, index)


def _is_said_inside(seen: Outline, index: int) -> bool:
    """Tell whether a mark is part of a section's text, where the format knows paragraphs and lists."""
    line = seen.lines[index]
    return line.whole and (line.marker is not None or goes_on(line.text)) and in_section(seen, index)


def _is_last(seen: Outline, index: int) -> bool:
    """Tell whether nothing but furniture stands between a group's heading and the next item."""
    end = next((part.end for part in seen.parts if part.start <= index < part.end), len(seen.lines))
    return all(i in seen.marks and seen.marks[i].role in FURNITURE for i in range(index + 1, end))


def _annexes(
    seen: Outline, groups: Sequence[Sequence[Part]], closed: Sequence[bool], withheld: set[int]
) -> set[int]:
    """Give the lines of annexes that belong to a closed item, or to one that is not in the source."""
    open_numbers = {parts[0].number for parts, is_shut in zip(groups, closed, strict=True) if not is_shut}
    last = max(
        ((part.end, is_shut) for parts, is_shut in zip(groups, closed, strict=True) for part in parts),
        default=(0, False),
    )
    return {
        index
        for annex in seen.annexes
        if (annex.number is not None and annex.number not in open_numbers)
        or (annex.number is None and (last[1] or annex.start - 1 in withheld))
        for index in range(annex.start, annex.end)
    }


def _front(seen: Outline) -> set[int]:
    """Give what stands before the first item from a closed one on that the agenda does not know.

    A front page names closed items and groups too; only one with sections under it is an item's text.
    """
    end = min(seen.front_end, len(seen.lines))
    sections = [i for i in range(end) if i in seen.marks and seen.marks[i].role in TEXT_BELOW]
    start = next((i for i in range(sections[-1]) if closes(seen, i)), end) if sections else end
    return set(range(start, end))


TEXT_BELOW = frozenset({Role.SECTION, Role.DECISION})


def _elsewhere(seen: Outline) -> set[int]:
    """Give the lines of closed items in other minutes: those laid before the meeting, or put in one file.

    Such an item ends at the next number of its own kind, and at the end of its annex.
    """
    own = {index for part in seen.parts for index in part.lines()}
    first_lines = {annex.start for annex in seen.annexes}
    found: set[int] = set()
    inside, closed = False, None
    for index in range(seen.front_end, len(seen.lines)):
        if index in own or index in first_lines:
            inside = False
        if index in own:
            continue
        if inside and closed is not None and _follows(seen, index, closed):
            inside = False
        if not inside and closes(seen, index):
            inside = True
            # An annex that begins closed is closed to its end.
            closed = None if index in first_lines else candidate_of(index, unbullet(seen.lines[index].text))
        if inside:
            found.add(index)
    return found


def _follows(seen: Outline, index: int, closed: Candidate) -> bool:
    """Tell whether the item after the closed one begins at a line."""
    candidate = candidate_of(index, unbullet(seen.lines[index].text))
    return (
        candidate is not None
        and candidate.grammar == closed.grammar
        and candidate.value == closed.value + 1
        and not is_closed_title(candidate.title)
    )


def _links(seen: Outline, hidden: set[int] | frozenset[int]) -> set[int]:
    """Give the dumped addresses that stand nowhere but in closed text."""
    dumps = [index for index, mark in seen.marks.items() if mark.role is Role.LINK_DUMP]
    if not dumps or not hidden:
        return set()
    at_foot = frozenset(dumps)
    public = {
        url
        for index, line in enumerate(seen.lines)
        if index not in hidden and index not in at_foot
        for url in URL.findall(line.text)
    }
    return {index for index in dumps if seen.lines[index].text not in public}
