"""The lines of a PDF page: runs on one baseline put side by side, columns told from gaps in a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from converters.readers.letter_widths import breadth
from converters.readers.pdf_columns import SAME_BASE, in_order
from converters.readers.pdf_printed import APART, MARKER, Look, Printed
from converters.readers.pdf_runs import Run, usual_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RAISED = 0.62  # of the size: how far a smaller sign (a note's number, m²) may be raised or lowered
SMALLER = 0.85  # of the size: what counts as a smaller sign
BLANK = 0.16  # of the size: a gap between two runs that is a blank
AIR = 0.12  # of the size: what stays white on both sides of a gap between two letters
APART_IF_OTHER = 0.45  # of the size: such a gap between bold and plain type
NUMBERED = re.compile(r"^\s*(?:[^\W\d_]{2,8}\.?\s+)?\d{1,4}\s*[.:)]?\s*$")  # "Punkt 141: ", before a title
SAME_START, FEWEST = 2.0, 3  # points within which lines begin alike; lines that do
_FONT_AND_SIZE = attrgetter("font", "size")
STRAY = 0.05  # share of the letters that may be plain in a bold line


def printed_lines(page: int, runs: Iterable[Run]) -> tuple[Printed, ...]:
    """Put the runs of a page together into lines, in reading order."""
    rows = [_groups(row) for row in _rows(runs)]
    starts = Counter(round(_begins(group[0]) / SAME_START) for row in rows for group in row)
    edges = frozenset(step for step, count in starts.items() if count >= FEWEST)
    groups = [piece for row in rows for group in row for piece in _at_edges(group, edges)]
    return in_order([_printed(page, group) for group in groups])


def _rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Gather runs by baseline; a raised or lowered smaller sign belongs to the line it stands beside."""
    rows: list[list[Run]] = []
    bases: list[float] = []  # rising, one a row
    small: list[Run] = []
    ordered = sorted(runs, key=attrgetter("base", "left"))
    size = 0.0  # of the first run of the last row
    smaller = SMALLER * usual_size(ordered)
    for run in ordered:
        if run.size < smaller and len(run.text.strip()) <= 3:
            small.append(run)
            continue
        if rows and run.base - bases[-1] <= SAME_BASE * min(size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
            bases.append(run.base)
            size = run.size
    for run in small:
        place = _beside(run, rows, bases)
        if place is None:
            at = bisect_left(bases, run.base)
            rows.insert(at, [run])
            bases.insert(at, run.base)
        else:
            rows[place].append(run)
    return rows


def _beside(run: Run, rows: Sequence[Sequence[Run]], bases: Sequence[float]) -> int | None:
    """Find the row that a small sign stands in: the nearest whose text it touches."""
    at = bisect_left(bases, run.base)
    near: list[tuple[float, int]] = []
    for place in range(max(0, at - 2), min(len(rows), at + 2)):
        for other in rows[place]:
            touches = (
                -other.size <= run.left - other.right <= other.size
                or abs(other.left - run.right) <= other.size
            )
            if touches and abs(bases[place] - run.base) <= RAISED * other.size:
                near.append((abs(bases[place] - run.base), place))
    return min(near)[1] if near else None


def _at_edges(group: list[Run], edges: frozenset[int]) -> list[list[Run]]:
    """Cut a line where bold turns to plain type just where other lines begin: a label, close to its text."""
    for place in range(1, len(group)):
        run = group[place]
        turns = group[place - 1].font.bold and not run.font.bold
        if turns and round(_begins(run) / SAME_START) in edges:
            return [group[:place], group[place:]]
    return [group]


def _groups(row: list[Run]) -> list[list[Run]]:
    """Cut a row of runs where a gap may be one between columns."""
    if len(row) == 1:  # as nearly all are
        return [row]
    row.sort(key=attrgetter("left", "right"))
    before = row[0]
    group, right = [before], before.right
    groups = [group]
    for run in row[1:]:
        gap = run.left - right
        if gap > 0 and gap > _apart(before, run):
            group = [run]
            groups.append(group)
        else:
            group.append(run)
        right = max(right, run.right)
        before = run
    return groups


def _apart(before: Run, run: Run) -> float:
    """Give the points from which on a gap may be one between columns.

    A label in the margin may end close to its text, but it is set otherwise.
    """
    return (APART if run.font.bold == before.font.bold else APART_IF_OTHER) * max(run.size, before.size)


def _printed(page: int, runs: Sequence[Run]) -> Printed:
    """Put the runs of one line together, with a blank where the gap between two is one."""
    if len(runs) == 1:
        return _painted_at_once(page, runs[0])
    text = ""
    placed: list[tuple[int, Run]] = []
    before: Run | None = None
    for run in runs:
        words = run.text
        if not placed and run.font.symbols and len(words.strip()) == 1:
            words = "•"
        if before and not text[-1].isspace() and not words[0].isspace() and _parts(before, run):
            text += " "
        if not text:
            words = words.lstrip()
        placed.append((len(text), run))
        text += words
        before = run
    lengths = [len(run.text) for run in runs]
    return Printed(
        page=page,
        text=text.rstrip(),
        left=_begins(runs[0]),
        top=min([run.top for run in runs]),
        right=max([run.right for run in runs]),
        bottom=max([run.bottom for run in runs]),
        base=runs[lengths.index(max(lengths))].base,
        lead=_lead(runs),
        look=_look(runs),
        runs=tuple(placed),
    )


def _painted_at_once(page: int, run: Run) -> Printed:
    """Give a line that is one run, as most are."""
    text = run.text.strip()
    left = _begins(run)
    return Printed(
        page=page,
        text="•" if run.font.symbols and len(text) == 1 else text,
        left=left,
        top=run.top,
        right=run.right,
        bottom=run.bottom,
        base=run.base,
        lead=left,
        look=_look_of(run),
        runs=((0, run),),
    )


def _parts(before: Run, run: Run) -> bool:
    """Tell whether the gap between two runs is a blank.

    Between words it is measured from ink to ink.  Letters painted one by one have air of their own
    around their ink, so there it is measured from where the one ought to end to where the other begins.
    """
    if len(before.text) > 1 and len(run.text) > 1:
        return run.left - before.right > BLANK * run.size
    if run.left - before.right - AIR * run.size > BLANK * run.size:
        return True
    if run.origin - before.right <= BLANK * run.size:
        return False
    return run.origin - (before.origin + breadth(before.text) * before.size) > BLANK * run.size


def _begins(run: Run) -> float:
    """Where a run begins: its first letter's place, since ink begins elsewhere in each letter."""
    return run.left if run.text[0].isspace() else run.origin


def _lead(runs: Sequence[Run]) -> float:
    """Tell where the text behind a marker begins: that of the second run, if the first is a marker.

    A browser paints a number and its full stop apart.
    """
    if len(runs) > 1 and (MARKER.match(runs[0].text.strip()) or runs[0].font.symbols):
        words = (run for run in runs[1:] if run.text.strip() not in {"", ".", ")", ":"})
        return next(map(_begins, words), _begins(runs[0]))
    return _begins(runs[0])


def _look(runs: Sequence[Run]) -> Look:
    """Give the look of most letters; bold are only lines that are bold from end to end.

    A marker in another font does not count.
    """
    if NUMBERED.match(runs[0].text):
        runs = runs[1:]
    first = runs[0]
    if all(run.font is first.font and run.size == first.size for run in runs):  # as in nearly every line
        look = _look_of(first)
        return look if look.bold or _has_letters(runs) else look._replace(bold=True)
    letters: Counter[Look] = Counter()
    for _, alike in groupby(runs, key=_FONT_AND_SIZE):
        same = list(alike)
        letters[_look_of(same[0])] += sum(map(str.isalnum, "".join([run.text for run in same])))
    best = max(letters, key=lambda look: letters[look])
    plain = sum(count for look, count in letters.items() if not look.bold)
    return best._replace(bold=plain <= STRAY * letters.total())


def _has_letters(runs: Sequence[Run]) -> bool:
    return any(any(map(str.isalnum, run.text)) for run in runs)


def _look_of(run: Run) -> Look:
    font = run.font
    return Look(run.size, font.bold, font.italic, font.family)
