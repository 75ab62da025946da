"""What stands over several items at once: headings of the open and the closed ones, and contents lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import takewhile

from converters.lexicon import fold
from converters.segment.closed import is_closed_title, is_closed_value
from converters.segment.contents import is_contents_head
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, Role
from converters.segment.numbering import candidate_of, clean_title
from converters.segment.outline import Outline
from converters.segment.parts import Part
from converters.segment.repeats import group_named
from converters.segment.titles import same_title

PAGE = re.compile(r"\s*\d{1,4}$")  # behind an entry, or behind the mark under it
MOST_GROUPS = 20  # of a list of what the groups are called
REACH = 3  # lines from a group's heading to the first of its items


def group_states(seen: Outline) -> dict[int, str]:
    """Give for each opening the group it stands in: "open", "closed", or "" where nothing tells.

    A heading of closed items holds until one of open items stands right above an item: the same
    words inside a closed text open nothing.
    """
    states: dict[int, str] = {}
    starts = {part.start for part in seen.parts}
    entries = _entries(seen)
    opened = {part.start for part in _announced(seen, "open")}
    # The list of a public paper may end with the word that some items were closed.
    first_open = min(starts, default=-1) in opened and len(opened) * 2 > len(starts)
    state, told, since = "" if first_open else _of_paper(seen), "", -REACH - 1
    for index in range(len(seen.lines)):
        mark = seen.marks.get(index)
        if mark is not None and mark.role is Role.GROUP and mark.name and not is_inner(seen, index):
            told, since = "" if _ends_groups(seen, index) else mark.name, index
        elif index in entries and index not in starts:
            told = ""  # the heading stands over entries of the list, and holds for those it announces
        if index not in starts:
            continue
        told = "" if first_open and not states else told
        reach = _lines_between(seen, since, index) if told else 0
        if told == "closed":
            state = "closed" if states or reach <= REACH else state
        elif told and reach <= (1 if state == "closed" and states else REACH):
            state = told
        states[index], told = state, ""
    return states


def _lines_between(seen: Outline, heading: int, opening: int) -> int:
    """Count from a heading to an opening, furniture of the page left out."""
    marks = (seen.marks.get(index) for index in range(heading, opening))
    return sum(mark is None or mark.role not in FURNITURE for mark in marks)


def _of_paper(seen: Outline) -> str:
    """Tell whether the whole paper is of closed items: its head says so, and no list stands under it."""
    front = range(seen.front_end)
    told = [i for i in front if seen.marks.get(i) is not None and seen.marks[i].role is Role.GROUP]
    if not told or any(seen.marks[i].name != "closed" for i in told) or _ends_groups(seen, told[-1]):
        return ""
    lists = any(
        ((mark := seen.marks.get(i)) is not None and mark.role is Role.CONTENTS)
        or candidate_of(i, unbullet(seen.lines[i].text)) is not None
        for i in range(told[-1] + 1, seen.front_end)
    )
    return "" if lists else "closed"


def _ends_groups(seen: Outline, closed: int) -> bool:
    """Tell whether a heading of closed items is the last of a list of groups, and no heading yet.

    "DIVERSE SAGER" above it stands again right over the first item, and the closed heading over later ones.
    """
    if closed >= seen.front_end:
        return False
    lines = [fold(line.text).strip(" .:") for line in seen.lines]
    kind = lines[closed].rsplit(" ", 1)[-1]
    above = {text for text in lines[max(0, closed - MOST_GROUPS) : closed] if text.endswith(f" {kind}")}
    over = lines[max(closed + 1, seen.front_end - REACH) : seen.front_end]
    again = any(text in above for text in over) and lines[closed] not in over
    return again and lines[closed] in lines[seen.front_end :]


def announced_closed(seen: Outline) -> frozenset[Part]:
    """Give the parts of the items that a list before the first item calls closed."""
    return _announced(seen, "closed")


def _announced(seen: Outline, wanted: str) -> frozenset[Part]:
    """Give the parts of the items that a list before the first item calls closed, or open."""
    found: set[Part] = set()
    state = ""
    entries = _entries(seen)
    for index in range(_list_end(seen)):
        group = group_named(seen.lines[index].text)
        if group is not None:
            state = group
        elif index in entries:
            number, title = entries[index]
            called = "closed" if _is_marked(seen, index, title) else state
            if called == wanted:
                both = wanted == "open"  # what is shown has to answer by its title too
                below = "" if title else _title_below(seen, index)
                found |= {
                    part
                    for part in seen.parts
                    if _answers(part, number, title, both=both)
                    and (_fits(part, below) or not _is_named(seen, entries, part))
                }
    return frozenset(found)


def _is_marked(seen: Outline, index: int, title: str) -> bool:
    """Tell whether an entry carries a mark of closedness in its title, or alone on the line under it."""
    below = seen.lines[index + 1].text if title and index + 1 < len(seen.lines) else ""
    under = PAGE.sub("", below).strip("()[] ")
    alone = bool(under) and group_named(under) is None and is_closed_value(under)
    return alone or is_closed_title(clean_title(title)[0])


def _is_named(seen: Outline, entries: Mapping[int, tuple[str, str]], part: Part) -> bool:
    """Tell whether an entry has a part's number and title, so that the number elsewhere may be a page's."""
    return any(
        number == part.number and same_title(part.title, clean_title(title or _title_below(seen, index))[0])
        for index, (number, title) in entries.items()
    )


def closed_entries(seen: Outline) -> frozenset[int]:
    """Give the lines of the contents list under a heading of closed items, in the source or not."""
    found: set[int] = set()
    state = ""
    for index, (_, title) in sorted({**_entries(seen), **_headings(seen)}.items()):
        if not title:
            state = group_named(seen.lines[index].text) or state
        elif _is_contents(seen, index) and state == "closed":
            found |= set(_entry_lines(seen, index))
    return frozenset(found)


def _headings(seen: Outline) -> dict[int, tuple[str, str]]:
    return {i: ("", "") for i in range(seen.front_end) if group_named(seen.lines[i].text) is not None}


def _title_below(seen: Outline, index: int) -> str:
    """Give the words under a number that stands alone: an entry's title, or what follows a page's number."""
    below = (seen.lines[i].text for i in range(index + 1, min(index + 1 + REACH, len(seen.lines))))
    return next((text for text in below if any(map(str.isalpha, text))), "")


def _fits(part: Part, below: str) -> bool:
    """Tell whether words under a number alone are the part's title; a mark, or none, goes with any."""
    if not below or is_closed_title(below) or group_named(below) is not None:
        return True
    return same_title(part.title, clean_title(below)[0])


def _answers(part: Part, number: str, title: str, *, both: bool = False) -> bool:
    """Tell whether a part is of the item that an entry announces: by number, else by title; or by both."""
    if both:
        return part.number == number and same_title(part.title, title)
    return part.number == number if number else same_title(part.title, title)


def _entries(seen: Outline) -> dict[int, tuple[str, str]]:
    """Give number and title of the list's entries before the first item, by index.

    The number is empty where only the list itself tells that the line is an entry.
    """
    found = {}
    for index in range(seen.front_end):
        line = seen.lines[index]
        printed = f"{line.marker.printed} {line.text}" if line.marker and line.marker.printed else line.text
        candidate = candidate_of(index, unbullet(printed))
        if candidate is not None:
            found[index] = (candidate.number, candidate.title)
        elif _is_contents(seen, index) and group_named(line.text) is None and not is_contents_head(line.text):
            found[index] = ("", line.text)
    return found | _entries_of_parts(seen)


def _entries_of_parts(seen: Outline) -> dict[int, tuple[str, str]]:
    """Give the numbered lines among first items without any text, that name items which come with theirs."""
    found = {}
    end = _list_end(seen)
    later = [part for part in seen.parts if part.start >= end]
    for index in range(seen.front_end, end):
        candidate = candidate_of(index, unbullet(seen.lines[index].text))
        if candidate is not None and any(
            part.number == candidate.number and same_title(part.title, candidate.title) for part in later
        ):
            found[index] = (candidate.number, candidate.title)
    return found


def _list_end(seen: Outline) -> int:
    """Give where the first item with sections begins: titles before it may be those of a list."""
    sections = {Role.SECTION, Role.DECISION}
    starts = (
        part.start
        for part in seen.parts
        if not part.listed_only
        and any(seen.marks[i].role in sections for i in part.body() if i in seen.marks)
    )
    return max(seen.front_end, min(starts, default=0))


def item_rank(seen: Outline) -> int | None:
    """Give the rank of heading that the items' titles have, None where most are not set as headings."""
    ranks = Counter(seen.lines[part.start].level for part in seen.parts if not part.listed_only)
    rank, times = ranks.most_common(1)[0] if ranks else (None, 0)
    return rank if times * 2 > ranks.total() else None


def is_inner(seen: Outline, index: int) -> bool:
    """Tell whether a set heading stands inside a section of an item: under a label, above the decision."""
    level = seen.lines[index].level
    rank = item_rank(seen) if level is not None else None
    return level is not None and rank is not None and level > rank and in_section(seen, index)


def in_section(seen: Outline, index: int) -> bool:
    """Tell whether a section of an item has begun above a line, and its decision has not."""
    own = next((part for part in seen.parts if part.title_end <= index < part.end), None)
    above = [seen.marks[i].role for i in own.body() if i < index and i in seen.marks] if own else []
    return Role.SECTION in above and Role.DECISION not in above


def listed(seen: Outline, numbers: frozenset[str]) -> frozenset[int]:
    """Give the lines of the contents list that announce items of these numbers."""
    return frozenset(
        line
        for index, (number, _) in _entries(seen).items()
        if number and number in numbers and _is_contents(seen, index)
        for line in _entry_lines(seen, index)
    )


def _entry_lines(seen: Outline, index: int) -> tuple[int, ...]:
    """Give the lines of one entry: its own, and those of the list that its title wraps over."""
    after = range(index + 1, seen.front_end)
    wrapped = takewhile(
        lambda i: _is_contents(seen, i) and candidate_of(i, unbullet(seen.lines[i].text)) is None, after
    )
    return (index, *wrapped)


def _is_contents(seen: Outline, index: int) -> bool:
    mark = seen.marks.get(index)
    return mark is not None and mark.role is Role.CONTENTS
