"""Annexes inside the same file: pages that bear a stamp, or that follow the last item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.lexicon import fold
from converters.segment.marks import FURNITURE, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converters.blocks import Line
    from converters.segment.marks import Marks
    from converters.segment.parts import Part
    from converters.segment.stamps import Stamp

WORD = re.compile(r"[^\W\d_]{4,}")
HEAD_LINES = 8  # lines of a page in which an annex's title is sought


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """A stretch of lines that is an annex; number, annex number and title where a stamp gives them."""

    start: int
    end: int
    number: str | None = None
    annex: str | None = None
    title: str | None = None


def stamped_annexes(lines: Sequence[Line], stamps: Sequence[Stamp], own: frozenset[int]) -> tuple[Annex, ...]:
    """Give the annexes the stamps tell of.

    An annex runs over its stamped pages and over further pages without a stamp until the next
    annex or the next page on which an item of this meeting opens.
    """
    by_page = {stamp.page_start: stamp for stamp in stamps}
    annexes: list[Annex] = []
    current: Stamp | None = None
    starts = [index for index, line in enumerate(lines) if line.starts_page or index == 0]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        stamp = by_page.get(start)
        opened = [index for index in range(start, end) if index in own]
        if opened and (stamp is None or opened[0] < stamp.index):
            current = None  # the page is the meeting's own, whatever is stamped on it
            continue
        current = stamp or current
        if current is None:
            continue
        stop = min([index for index in opened if index > current.index] or [end])
        annexes = _extend(annexes, current, start, stop)
        if stop < end:
            current = None
    return tuple(annexes)


def _extend(annexes: list[Annex], stamp: Stamp, start: int, end: int) -> list[Annex]:
    last = annexes[-1] if annexes else None
    title = stamp.file
    if last is not None and last.end == start and (last.number, last.annex) == (stamp.number, stamp.annex):
        longest = max((last.title or "", title), key=len)
        return [
            *annexes[:-1],
            Annex(start=last.start, end=end, number=stamp.number, annex=stamp.annex, title=longest),
        ]
    return [*annexes, Annex(start=start, end=end, number=stamp.number, annex=stamp.annex, title=title)]


def trailing_annexes(lines: Sequence[Line], marks: Marks, parts: Sequence[Part]) -> tuple[Annex, ...]:
    """Give annexes glued on after the last item without a stamp or a divider.

    They begin at the first page start after the list of annexes that ends the last item.  Where
    one annex ends and the next begins is settled when the lists' titles are known.
    """
    last = max((part for part in parts if not part.listed_only), key=lambda part: part.start, default=None)
    if last is None:
        return ()
    labels = [
        i
        for i in range(last.title_end, last.end)
        if i in marks and marks[i].role in {Role.SECTION, Role.DECISION}
    ]
    lists = [i for i in labels if marks[i].name == "attachments"]
    if not lists and not any(m.name == "attachments" for i, m in marks.items() if i < last.start):
        return ()
    ends = lists or [i for i in labels if marks[i].role is Role.DECISION]
    after = next((i for i in range(ends[0] + 1, last.end) if _turns(lines, marks, i)), None) if ends else None
    if after is None:
        return ()
    if not lists and last.end - after < SHORTEST_ANNEXES and not _is_listed(lines, marks, after):
        return ()
    return (Annex(start=after, end=last.end),)


def _is_listed(lines: Sequence[Line], marks: Marks, start: int) -> bool:
    """Tell whether a line from here on heads an annex that some item lists."""
    titles = {_words(title) for title in _listed_titles(lines, marks, start)}
    heads = [_words(line.text) for line in lines[start : start + SHORTEST_ANNEXES]]
    return any(title and _likeness(title, head) >= SURE_LIKENESS for title in titles for head in heads)


def _listed_titles(lines: Sequence[Line], marks: Marks, before: int) -> Iterator[str]:
    for index, mark in marks.items():
        if mark.name != "attachments" or index >= before:
            continue
        for place in range(index + 1, min(before, index + LONGEST_LIST)):
            if place in marks:
                break
            yield lines[place].text


LONGEST_LIST = 12  # lines under an item's list of annexes
SURE_LIKENESS = 0.8  # of a title's words on one line
SHORTEST_ANNEXES = 40  # lines after the last decision that are more than a page of signatures


def _turns(lines: Sequence[Line], marks: Marks, index: int) -> bool:
    """Tell whether a new page starts here with something that is no furniture.

    A wide empty stretch counts as well: the first page of an annex is often a cover.
    """
    mark = marks.get(index)
    if mark is not None and mark.role in FURNITURE:
        return False
    return lines[index].starts_page or lines[index].gap > WIDE_GAP


WIDE_GAP = 8  # empty lines


def split_annexes(
    lines: Sequence[Line], annex: Annex, titles: Sequence[str], *, sure: bool = False
) -> tuple[tuple[int, Annex], ...]:
    """Split one stretch into as many annexes as there are listed titles, each with its place in the list.

    Each title looks for the page whose first lines share most of its words; the pages have to come
    in the titles' order.  A title that finds none gets no text of its own.  The first title takes the
    first page without likeness, unless the place has to be ``sure``.
    """
    if not titles:
        return ()
    pages = [annex.start] + [
        i for i in range(annex.start + 1, annex.end) if lines[i].starts_page or lines[i].gap > 1
    ]
    # A title that has to be sure is not looked for on the page below.
    stops = [*pages[1:], annex.end] if sure else [annex.end] * len(pages)
    heads = [
        _words(" ".join(line.text for line in lines[page : min(page + HEAD_LINES, stop)]))
        for page, stop in zip(pages, stops, strict=True)
    ]
    scores = [[_likeness(_words(title), head) for head in heads] for title in titles]
    bonus = [PAGE_BONUS if lines[page].starts_page else 0.0 for page in pages]
    if sure:
        # A page before all others, for a title before all others: whatever is not found falls to it.
        scores = [[0.0] * (len(pages) + 1), *([0.0, *row] for row in scores)]
        found = [(title - 1, place - 1) for title, place in _align(scores, [0.0, *bonus])]
        chosen = found[1:]
    else:
        chosen = _align(scores, bonus)
    if not chosen:
        return ()
    bounds = [*(pages[place] for _, place in chosen[1:]), annex.end]
    return tuple(
        (title, Annex(start=pages[place], end=end, title=titles[title]))
        for (title, place), end in zip(chosen, bounds, strict=True)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word[:7] for word in WORD.findall(fold(text).replace("ø", "oe").replace("æ", "ae").replace("å", "aa"))
    )


def _likeness(title: frozenset[str], head: frozenset[str]) -> float:
    return len(title & head) / len(title) if title else 0.0


LEAST_LIKENESS = 0.34  # of a title's words that a page's head has to share
PAGE_BONUS = 0.15  # for a head that opens a page, before one that only stands below a wide gap


def _align(scores: list[list[float]], bonus: list[float]) -> list[tuple[int, int]]:
    """Choose rising places for rising titles with the greatest sum; the first title has the first place.

    A title whose likeness is too small everywhere is passed over.
    """
    if not scores:
        return []
    width = len(bonus)
    # row[p]: the best sum of the titles so far with the last chosen place p, and the chain to it
    row: list[tuple[float, tuple[tuple[int, int], ...]]] = [(-1.0, ())] * width
    row[0] = (0.0, ((0, 0),))
    for title in range(1, len(scores)):
        following = list(row)
        best = row[0]
        for place in range(1, width):
            likeness = scores[title][place]
            if likeness >= LEAST_LIKENESS and best[1]:
                value = best[0] + likeness + bonus[place]
                if value > following[place][0]:
                    following[place] = (value, (*best[1], (title, place)))
            best = max(best, row[place], key=lambda one: one[0])
        row = following
    return list(max(row, key=lambda one: one[0])[1])
