"""Contents lists: told by their head, by dots, and by titles that come again as items."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from converters.blocks import Line
from converters.lexicon import danish, fold
from converters.segment.above import OPENNESS_ONLY
from converters.segment.closed import is_closed_title
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, Mark, Marks, Role
from converters.segment.numbering import OPENNESS, OPENNESS_FIRST, Candidate, candidates, clean_title
from converters.segment.opening import Agenda, Opening, opening_of
from converters.segment.repeats import group_named
from converters.segment.runs import is_confirmed
from converters.segment.titles import same_title, sample

MOST_HEADS = 12  # lines that can head a contents list
CLOSE = 4  # lines from one entry of a contents list to the next
LONGEST_HEAD = 90  # characters; the word for the page may stand at the far right
# A page in a column of its own behind the title
PAGE_COLUMN = re.compile(r"\S\s{3,}[\divxl]{1,4}$", re.IGNORECASE)
PAGE_LAST = re.compile(r"\s+(\d{1,4})$")  # of every entry, where nothing but a blank is left before it
FEWEST_WORDED, AGAIN = 3, 2  # entries with a word of openness, and open items that come again
WRAPPED = 2  # lines from one such entry to the next
SHORT_TITLE = 6  # folded characters below which a title has to be the whole of another


def is_contents_head(text: str) -> bool:
    """Tell whether a line heads a contents list: "Indholdsfortegnelse", "Indhold   Side"."""
    return len(text) <= LONGEST_HEAD and (
        fold(text) in danish().contents or fold(text.split(" ", 1)[0]) in danish().contents_words
    )


def restarted(lines: Sequence[Line], found: Sequence[Candidate]) -> frozenset[int]:
    """Give the entries of a contents list by its head and by the numbers that start over behind it."""
    listed: set[int] = set()
    heads = [index for index, line in enumerate(lines) if is_contents_head(line.text)]
    places = [candidate.index for candidate in found]
    for head in heads[:MOST_HEADS]:
        following = found[bisect(places, head) :]
        behind = [c for c in following if c.grammar == following[0].grammar]
        stop = next((n for n, (a, b) in enumerate(pairwise(behind), 1) if a.value >= b.value), len(behind))
        block, after = behind[:stop], behind[stop : stop + 1]
        close = all(b.index - a.index <= CLOSE for a, b in pairwise(block))
        if len(block) > 1 and close and after and any(_answers(after[0], entry) for entry in block):
            listed |= {entry.index for entry in block}
    return frozenset(listed)


def worded(lines: Sequence[Line], found: Sequence[Candidate], labels: Marks) -> frozenset[int]:
    """Give the entries of a contents list that has a word of openness before each number: "lukket 4 Salg".

    They stand right under each other, and open ones come again below without the word, over labels of theirs:
    what stands under a closed item that is so called is never taken for that.
    """
    entries = [c for c in found if OPENNESS_FIRST.match(unbullet(lines[c.index].text))]
    if len(entries) < FEWEST_WORDED or any(b.index - a.index > WRAPPED for a, b in pairwise(entries)):
        return frozenset()
    opened = {c.number: OPENNESS.sub("", c.title) for c in entries if not is_closed_title(c.title)}
    below = [c for c in found if c.index > entries[-1].index and c.title and is_confirmed(c, lines, labels)]
    again = {c.number for c in below if same_title(c.title, opened.get(c.number, ""))}
    return frozenset(c.index for c in entries) if len(again) >= AGAIN else frozenset()


def announced(found: Sequence[Candidate], listed: frozenset[int]) -> frozenset[int]:
    """Give the numbered lines whose number and title stand among the ``listed`` entries of contents."""
    entries = {c.number: c for c in found if c.index in listed and c.title}
    return frozenset(
        c.index
        for c in found
        if c.index not in listed
        and c.title
        and (entry := entries.get(c.number)) is not None
        and _answers(c, entry)
    )


def _answers(candidate: Candidate, entry: Candidate) -> bool:
    """Tell whether a numbered line is the item that an entry of the contents list announced."""
    return candidate.number == entry.number and same_title(candidate.title or entry.title, entry.title)


def find_contents(lines: Sequence[Line], labels: Marks, agenda: Agenda) -> tuple[Marks, tuple[Opening, ...]]:
    """Mark the contents list before the first item; also give its entries that no item answers to.

    Only entries of a list without page numbers are given: a list with page numbers promises a page
    for each, and if the page is not in the source, nothing is known of the item.
    """
    if not agenda.openings:
        return {}, ()
    end = min(opening.index for opening in agenda.openings)
    entries = {c.index: c for c in candidates(lines[:end], labels)}
    titles = _by_sample([_titled(opening, lines, labels) for opening in agenda.openings])
    hits = [index for index in range(end) if _is_entry(lines[index], entries.get(index), titles)]
    heads = [index for index in range(end) if is_contents_head(lines[index].text)]
    if not hits:
        return {}, ()
    first, last = hits[0], hits[-1]
    head = next((index for index in reversed(heads) if index < first and first - index <= 3), None)
    last = _last_of_list(lines, labels, entries, last, end)
    if first == last and head is None:
        return {}, ()
    # Where something is decided, minutes stand, though a line of theirs sounds like an item's title.
    if any(i in labels and labels[i].role is Role.DECISION for i in range(first, last)):
        return {}, ()
    if head is not None:
        first = head
    marks = {
        index: Mark(role=Role.CONTENTS, why="indholdsfortegnelse: titlerne kommer igen som punkter")
        for index in range(first, last + 1)
        if index not in labels or labels[index].role not in FURNITURE
    }
    paged = any(_has_page(lines[index].text) for index in range(first, last + 1))
    listed = [entries[index] for index in range(first, last + 1) if index in entries]
    return marks, () if paged else _unanswered(listed, agenda)


def _last_of_list(
    lines: Sequence[Line], labels: Marks, entries: Mapping[int, Candidate], last: int, end: int
) -> int:
    """Give the last line of a contents list of which a line is known: up to where its numbers or pages end.

    Entries may stand under a heading such as "Lukkede punkter", and go on behind the edge of a page.
    """
    index = last + 1
    paged = any(_has_page(lines[i].text) for i in entries if i <= last)
    while index < end:
        mark = labels.get(index)
        runs = mark is not None and mark.role in FURNITURE
        if not paged and PAGE_COLUMN.search(lines[index].text) and index not in entries:
            break
        if not runs and _goes_on(lines, labels, entries, index):
            last = index
        elif not runs and not (index + 1 < end and _leads_on(lines, labels, entries, index)):
            break
        index += 1
    return last


def _goes_on(lines: Sequence[Line], labels: Marks, entries: Mapping[int, Candidate], index: int) -> bool:
    """Tell whether a line is one of the list: an entry, or one whose page stands behind dots or far right."""
    mark = labels.get(index)
    if mark is not None:
        return mark.role is Role.FIELD and index in entries
    return index in entries or _has_page(lines[index].text)


def _has_page(text: str) -> bool:
    return clean_title(text)[1] or PAGE_COLUMN.search(text) is not None


def _leads_on(lines: Sequence[Line], labels: Marks, entries: Mapping[int, Candidate], index: int) -> bool:
    """Tell whether a line is the first of an entry that wraps, or a heading of the list's own."""
    below = lines[index + 1]
    if group_named(lines[index].text) is not None:
        return _goes_on(lines, labels, entries, index + 1) and not below.starts_page
    wraps = index not in labels and lines[index].gap == below.gap == 0 and not below.starts_page
    return wraps and index + 1 not in entries and PAGE_COLUMN.search(below.text) is not None


def _titled(opening: Opening, lines: Sequence[Line], labels: Marks) -> Opening:
    """Give an opening its title where that stands under the number: "Punkt 4", or "Sag 4 (Åben)"."""
    under = opening.index + 1
    if under < len(lines) and under in labels and labels[under].role in {Role.OPEN, Role.CLOSED}:
        under += 1
    bare = not opening.title or OPENNESS_ONLY.match(opening.title)
    if not bare or under >= len(lines) or under in labels:
        return opening
    return replace(opening, title=lines[under].text)


def _is_entry(line: Line, entry: Candidate | None, titles: Mapping[str, Sequence[Opening]]) -> bool:
    title = entry.title if entry is not None else re.sub(r"^[-•*]\s*", "", line.text)
    cleaned, dotted = clean_title(OPENNESS.sub("", title))
    if dotted and entry is not None:
        return True
    start = sample(cleaned)
    return any(
        same_title(cleaned, opening.title)
        and len(start) >= min(len(sample(opening.title)), SHORT_TITLE)
        and (entry is None or entry.number == opening.number or opening.number is None)
        for opening in titles.get(start[:SHORT_TITLE], ())
    )


def _by_sample(openings: Sequence[Opening]) -> dict[str, list[Opening]]:
    """Group openings by how their titles begin, so that a long agenda is not searched line by line."""
    groups: dict[str, list[Opening]] = defaultdict(list)
    for opening in openings:
        if opening.title:
            groups[sample(opening.title)[:SHORT_TITLE]].append(opening)
    return groups


def _unanswered(listed: list[Candidate], agenda: Agenda) -> tuple[Opening, ...]:
    """Entries of the list that have no page: closed ones, and those numbered before the last closed one."""
    answered = {opening.number for opening in agenda.openings}
    pages = [PAGE_LAST.search(entry.title) for entry in listed]
    if len(pages) >= FEWEST_WORDED and all(pages) and _rise([int(page[1]) for page in pages if page]):
        listed = [replace(entry, title=PAGE_LAST.sub("", entry.title)) for entry in listed]
    missing = [entry for entry in listed if entry.number not in answered]
    closed = [entry.value for entry in missing if is_closed_title(entry.title)]
    if not closed:
        return ()
    return tuple(
        opening_of(_without_open(entry), "står kun på dagsordenen")
        for entry in missing
        if entry.value <= max(closed)
    )


def _rise(pages: Sequence[int]) -> bool:
    return all(a <= b for a, b in pairwise(pages)) and pages[0] < pages[-1]


def _without_open(entry: Candidate) -> Candidate:
    """Take off the word that says an item is open; the one of a closed item goes with its title."""
    closed = is_closed_title(entry.title)
    return entry if closed else replace(entry, title=OPENNESS.sub("", entry.title))


def contents_only(lines: Sequence[Line], labels: Marks) -> Agenda:
    """Read an agenda from a contents list alone, where nothing else of the items is in the source."""
    found = [c for c in candidates(lines, labels) if c.title]
    listed = [whole for c in found if (whole := _dotted(lines, c)) is not None]
    if len(listed) < 2:
        head = next((i for i, line in enumerate(lines) if is_contents_head(line.text)), None)
        listed = [c for c in found if head is not None and c.index > head]
    rising: list[Candidate] = []
    for candidate in listed:
        if not rising or candidate.value > rising[-1].value:
            rising.append(candidate)
    return Agenda(
        openings=tuple(opening_of(c, "står i indholdsfortegnelsen; mere er ikke i kilden") for c in rising)
    )


def _dotted(lines: Sequence[Line], candidate: Candidate) -> Candidate | None:
    """Give an entry whose leader dots stand on its line, or on the next, to which its title wraps."""
    if clean_title(candidate.title)[1]:
        return candidate
    after = candidate.index + 1
    if after < len(lines) and clean_title(lines[after].text)[1] and not lines[after].text[:1].isdigit():
        return replace(candidate, wraps=True)
    return None
