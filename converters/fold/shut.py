"""What has to stay shut besides the closed items themselves: text that may be part of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converters.fold.access import is_closed
from converters.fold.closings import closes, front_closed, heads_closed
from converters.fold.groups import (
    announced_closed,
    closed_entries,
    group_states,
    item_rank,
    listed,
)
from converters.fold.inside import Doubt, comes_after, doubts
from converters.fold.links import URL
from converters.fold.margins import beside_closed, named_above, under_closed
from converters.segment.closed import (
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
    open one, or annexes of a closed or unknown item.  ``doubts`` are parts that a line of a closed item's
    text may have been taken for.
    """

    groups: tuple[tuple[Part, ...], ...]
    closed: tuple[bool, ...]
    lines: frozenset[int]
    withheld: frozenset[int]
    doubts: tuple[Doubt, ...] = ()


def shut(seen: Outline, groups: Iterable[Sequence[Part]]) -> Shut:
    """Tell what is closed, doubt included: what cannot be told from a closed item's text is not shown."""
    states, announced = group_states(seen), announced_closed(seen)
    front = front_closed(seen)
    whole = [tuple(parts) for parts in groups]
    # A list inside the closed text before the first item may have been taken for that item.
    taken = [parts for parts in whole if any(part.start - 1 in front for part in parts)]
    whole = [parts for parts in whole if parts not in taken]
    front |= {index for parts in taken for part in parts for index in part.lines()} | heads_closed(seen)
    under = under_closed(seen)
    closed = tuple(
        any(part in announced or part.start in under for part in parts)
        or is_closed(seen, parts, _group_of(parts, states))
        or any(_marked_above(seen, part) for part in parts)
        for parts in whole
    )
    # What stands under the list may be its next entry.
    doubtful = _doubtful(seen, [*whole, *taken], [*closed, *(True for _ in taken)], under)
    inside = {i for doubt in doubtful for i in doubt.part.lines()}
    left = [tuple(part for part in parts if part.start not in inside) for parts in whole]
    closed = tuple(is_shut for parts, is_shut in zip(left, closed, strict=True) if parts)
    whole = [parts for parts in left if parts]
    in_closed = (part for parts, is_shut in zip(whole, closed, strict=True) if is_shut for part in parts)
    stops = under | named_above(seen, in_closed)
    kept = [
        parts if is_shut else tuple(_cut(seen, part, stops) for part in parts)
        for parts, is_shut in zip(whole, closed, strict=True)
    ]
    withheld = inside | {
        i
        for parts, cut in zip(whole, kept, strict=True)
        for part, short in zip(parts, cut, strict=True)
        for i in range(short.end, part.end)
    }
    own = {
        i for parts, is_shut in zip(kept, closed, strict=True) if is_shut for p in parts for i in p.lines()
    }
    withheld |= _elsewhere(seen) | front
    withheld |= _foreign(seen, own | withheld)
    withheld |= _annexes(seen, kept, closed, withheld)
    numbers = frozenset(parts[0].number or "" for parts, is_shut in zip(kept, closed, strict=True) if is_shut)
    withheld |= under - own
    hidden = own | withheld | listed(seen, numbers) | closed_entries(seen)
    hidden |= beside_closed(seen, own | withheld)
    return Shut(
        groups=tuple(kept),
        closed=closed,
        lines=frozenset(hidden | _links(seen, hidden)),
        withheld=frozenset(withheld),
        doubts=doubtful,
    )


def _doubtful(
    seen: Outline, groups: Sequence[Sequence[Part]], closed: Sequence[bool], stops: frozenset[int]
) -> tuple[Doubt, ...]:
    """Give the parts that may be a list in the text of a closed item above them."""
    closed_from: dict[int, int] = {}
    for parts, is_shut in zip(groups, closed, strict=True):
        for part in parts:
            end = part.title_end if is_shut else _cut(seen, part, stops).end
            if is_shut or end < part.end:
                closed_from[part.start] = end
    unset = {part.start for part in _unset(seen, groups, closed)}
    return tuple(doubts(seen, (part for parts in groups for part in parts), closed_from, unset))


def _foreign(seen: Outline, closed: set[int]) -> set[int]:
    """Give the lines from another agenda's number on, where it stands right under closed text.

    The item after a closed one of that very agenda is shown, if it is one beyond doubt.
    """
    borders = sorted(
        {part.start if part.lead is None else part.lead for part in seen.parts if not part.listed_only}
        | {annex.start for annex in seen.annexes}
        | seen.foreign
        | {len(seen.lines)}
    )
    found: set[int] = set()
    above = -1  # where the section above begins
    for start, end in pairwise(borders):
        is_own = above in seen.foreign and above in closed and above not in found
        is_below = start in seen.foreign and (start - 1 in closed or start - 1 in found)
        if is_below and not (is_own and comes_after(seen, above, range(start, end))):
            found |= set(range(start, end))
        above = start
    return found


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
    first = seen.marks.get(part.start)
    # An item that a field opens, or one without a title, may be opened by less than all that stands above it.
    is_late = not part.title or (first is not None and first.role is Role.FIELD)
    if is_late and any(_says_closed(seen, i) for i in range(max(0, part.start - HEAD), part.start)):
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


def _elsewhere(seen: Outline) -> set[int]:
    """Give the lines of closed items in other minutes: those laid before the meeting, or put in one file.

    Such an item ends at the next number of its own kind, and at the end of its annex.
    """
    own = {index for part in seen.parts for index in part.lines()}
    first_lines = {annex.start for annex in seen.annexes}
    found = _marked_elsewhere(seen, own | first_lines)
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


def _marked_elsewhere(seen: Outline, borders: set[int]) -> set[int]:
    """Give the lines of other minutes' items that a mark or a field under the title closes."""
    found: set[int] = set()
    for start, end in pairwise([*sorted(seen.foreign), len(seen.lines)]):
        stop = next((index for index in range(start + 1, end) if index in borders), end)
        candidate = candidate_of(start, unbullet(seen.lines[start].text))
        title = "" if candidate is None else _title_of(seen, candidate)
        part = Part(number=None, title=title, start=start, title_end=start + 1, end=stop, why="")
        if start not in borders and is_closed(seen, (part,), None):
            found |= set(range(start, stop))
    return found


def _title_of(seen: Outline, candidate: Candidate) -> str:
    below = candidate.index + 1
    return candidate.title or (seen.lines[below].text if below < len(seen.lines) else "")


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
