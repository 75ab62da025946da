"""What stands over several items at once: headings of the open and the closed ones, and contents lists."""

from __future__ import annotations

from itertools import takewhile

from converters.segment.closed import is_closed_title
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, Role
from converters.segment.numbering import candidate_of, clean_title
from converters.segment.outline import Outline
from converters.segment.repeats import group_named

REACH = 3  # lines from a group's heading to the first of its items


def group_states(seen: Outline) -> dict[int, str]:
    """Give for each opening the group it stands in: "open", "closed", or "" where nothing tells.

    A heading of closed items holds until one of open items stands right above an item: the same
    words inside a closed text open nothing.
    """
    states: dict[int, str] = {}
    state, told, since = _of_paper(seen), "", -REACH - 1
    starts = {part.start for part in seen.parts}
    for index in range(len(seen.lines)):
        mark = seen.marks.get(index)
        if mark is not None and mark.role is Role.GROUP and mark.name:
            told, since = mark.name, index
        if index not in starts:
            continue
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
    if not told or any(seen.marks[i].name != "closed" for i in told):
        return ""
    lists = any(
        ((mark := seen.marks.get(i)) is not None and mark.role is Role.CONTENTS)
        or candidate_of(i, unbullet(seen.lines[i].text)) is not None
        for i in range(told[-1] + 1, seen.front_end)
    )
    return "" if lists else "closed"


def announced_closed(seen: Outline) -> frozenset[str]:
    """Give the numbers of the items that a list before the first item calls closed."""
    found: set[str] = set()
    state = ""
    entries = _entries(seen)
    for index in range(seen.front_end):
        group = group_named(seen.lines[index].text)
        if group is not None:
            state = group
        elif index in entries:
            number, title = entries[index]
            if state == "closed" or is_closed_title(clean_title(title)[0]):
                found.add(number)
    return frozenset(found)


def _entries(seen: Outline) -> dict[int, tuple[str, str]]:
    """Give number and title of the numbered lines before the first item, by index."""
    found = {}
    for index in range(seen.front_end):
        candidate = candidate_of(index, unbullet(seen.lines[index].text))
        if candidate is not None:
            found[index] = (candidate.number, candidate.title)
    return found


def listed(seen: Outline, numbers: frozenset[str]) -> frozenset[int]:
    """Give the lines of the contents list that announce items of these numbers."""
    return frozenset(
        line
        for index, (number, _) in _entries(seen).items()
        if number in numbers and _is_contents(seen, index)
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
