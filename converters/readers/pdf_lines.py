"""The lines of a PDF page: runs on one baseline put side by side, columns told from gaps in a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from converters.blocks import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from converters.readers.pdf_runs import Run

SAME_BASE = 0.28  # of the size: how far apart two baselines of one line may lie
RAISED = 0.62  # of the size: how far a smaller sign (a note's number, m²) may be raised or lowered
SMALLER = 0.85  # of the size: what counts as a smaller sign
BLANK = 0.16  # of the size: a gap between two runs that is a blank
APART = 1.4  # of the size: a gap that may be one between columns
GUTTER = 2.0  # of the size: the narrowest gap between two columns that are read one after the other
FEWEST = 3  # lines on each side of a gutter
SAME_EDGE = 2.0  # points
MIDDLE = 0.18  # of the text's width: a column starts no nearer to the left edge
WORDS = 1.6  # words a line of a column has on the average, names among them
STRAY = 0.05  # share of the letters that may be plain in a bold line
FIGURES = 0.35  # share of the characters that are figures, above which a column is one of a table
COLUMN = "   "  # what a text layer prints where a line jumps to another column
BULLETS = "•◦▪●■○∙·➢►❖✓–-"
MARKER = re.compile(rf"^(?:[{BULLETS}\uf0a0-\uf0ff]|\(?\d{{1,4}}[a-z]?[.):]?|\(?[A-Za-zÆØÅæøå][.)])$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line as printed, its box in points from the page's upper left corner; ``look`` is its typography.

    ``lead`` is where the text begins behind a marker or a number, ``runs`` what it was put together
    from, with the place of each in ``text``.
    """

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    lead: float
    look: Look
    runs: tuple[tuple[int, Run], ...]
    column: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """Size in points, and what the font's name says of most of a line's letters."""

    size: float
    bold: bool
    italic: bool
    family: str

    def __str__(self) -> str:
        """Name the look: "14b Arial"."""
        return f"{self.size:g}{'b' * self.bold}{'i' * self.italic} {self.family}".strip()


def printed_lines(page: int, runs: Iterable[Run]) -> tuple[Printed, ...]:
    """Put the runs of a page together into lines, in reading order."""
    pieces = [piece for row in _rows(runs) for piece in _pieces(page, row)]
    return _in_order(pieces)


def _rows(runs: Iterable[Run]) -> list[list[Run]]:
    """Gather runs by baseline; a raised or lowered smaller sign belongs to the line it stands beside."""
    rows: list[list[Run]] = []
    bases: list[float] = []  # rising, one a row
    small: list[Run] = []
    ordered = sorted(runs, key=lambda run: (run.base, run.left))
    usual = _usual_size(ordered)
    for run in ordered:
        if run.size < SMALLER * usual and len(run.text.strip()) <= 3:
            small.append(run)
            continue
        if rows and run.base - bases[-1] <= SAME_BASE * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
            bases.append(run.base)
    for run in small:
        place = _beside(run, rows, bases)
        if place is None:
            at = bisect_left(bases, run.base)
            rows.insert(at, [run])
            bases.insert(at, run.base)
        else:
            rows[place].append(run)
    return rows


def _usual_size(runs: Sequence[Run]) -> float:
    letters: Counter[float] = Counter()
    for run in runs:
        letters[run.size] += len(run.text)
    return max(letters, key=lambda size: (letters[size], size)) if letters else 0.0


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


def _pieces(page: int, row: list[Run]) -> list[Printed]:
    """Cut a row of runs where a gap may be one between columns."""
    row.sort(key=lambda run: (run.left, run.right))
    groups: list[list[Run]] = [[row[0]]]
    right = row[0].right
    for run in row[1:]:
        if run.left - right > APART * max(run.size, groups[-1][-1].size):
            groups.append([run])
        else:
            groups[-1].append(run)
        right = max(right, run.right)
    return [_printed(page, group) for group in groups]


def _printed(page: int, runs: Sequence[Run]) -> Printed:
    """Put the runs of one line together, with a blank where the gap between two is one."""
    text = ""
    placed: list[tuple[int, Run]] = []
    right = runs[0].left
    for run in runs:
        words = "•" if run.font.symbols and len(run.text.strip()) == 1 and not placed else run.text
        gap = run.left - right > BLANK * run.size
        if text and gap and not text[-1].isspace() and not words[0].isspace():
            text += " "
        if not text:
            words = words.lstrip()
        placed.append((len(text), run))
        text += words
        right = max(right, run.right)
    text = text.rstrip()
    return Printed(
        page=page,
        text=text,
        left=runs[0].left,
        top=min(run.top for run in runs),
        right=right,
        bottom=max(run.bottom for run in runs),
        base=max((run for run in runs), key=lambda run: len(run.text)).base,
        lead=_lead(runs),
        look=_look(runs),
        runs=tuple(placed),
    )


def _lead(runs: Sequence[Run]) -> float:
    """Tell where the text behind a marker begins: that of the second run, if the first is a marker."""
    if len(runs) > 1 and (MARKER.match(runs[0].text.strip()) or runs[0].font.symbols):
        return next((run.left for run in runs[1:] if run.text.strip()), runs[0].left)
    return runs[0].left


def _look(runs: Sequence[Run]) -> Look:
    """Give the look of most letters; bold are only lines that are bold from end to end.

    A marker in another font does not count.
    """
    letters: Counter[Look] = Counter()
    for run in runs:
        look = Look(run.size, run.font.bold, run.font.italic, run.font.family)
        letters[look] += sum(map(str.isalnum, run.text)) or (len(runs) == 1)
    best = max(letters, key=lambda look: letters[look])
    plain = sum(count for look, count in letters.items() if not look.bold)
    return replace(best, bold=plain <= STRAY * letters.total())


def side_by_side(left: Printed, right: Printed) -> Printed:
    """Put two pieces of one line together again."""
    marker = MARKER.match(left.text) is not None
    between = " " if marker else COLUMN
    text = f"{left.text}{between}{right.text}"
    start = len(left.text) + len(between)
    return Printed(
        page=left.page,
        text=text,
        left=left.left,
        top=min(left.top, right.top),
        right=right.right,
        bottom=max(left.bottom, right.bottom),
        base=left.base,
        lead=right.lead if marker else left.lead,
        look=right.look if marker or len(right.text) > len(left.text) else left.look,
        runs=(*left.runs, *((start + place, run) for place, run in right.runs)),
        column=left.column,
    )


def _in_order(pieces: Sequence[Printed]) -> tuple[Printed, ...]:
    """Order the pieces as they are read: lines from the top, but each column of a block to its end."""
    order = sorted(pieces, key=lambda piece: (piece.base, piece.left))
    done: list[Printed] = []
    start = 0
    for first, end, edge in _blocks(order):
        done += _across(order[start:first])
        block = order[first:end]
        done += _across([piece for piece in block if piece.left < edge - SAME_EDGE])
        right = [piece for piece in block if piece.left >= edge - SAME_EDGE]
        done += [replace(line, column=line.column + 1) for line in _in_order(right)]
        start = end
    return (*done, *_across(order[start:]))


def _across(pieces: Sequence[Printed]) -> list[Printed]:
    """Put pieces on one baseline together, from the left."""
    lines: list[Printed] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last is not None and abs(piece.base - last.base) <= SAME_BASE * min(
            piece.look.size, last.look.size
        ):
            lines[-1] = side_by_side(*sorted((last, piece), key=lambda one: one.left))
        else:
            lines.append(piece)
    return lines


def _blocks(order: Sequence[Printed]) -> list[tuple[int, int, float]]:
    """Find blocks of two columns: first and last place in ``order``, and the right column's edge."""
    if not order:
        return []
    low, high = min(piece.left for piece in order), max(piece.right for piece in order)
    edges = Counter(
        round(piece.left / SAME_EDGE) for piece in order if piece.left > low + MIDDLE * (high - low)
    )
    found: list[tuple[int, int, float]] = []
    for step, count in sorted(edges.items()):
        edge = step * SAME_EDGE
        if count < FEWEST:
            continue
        for first, end in _stretches(order, edge):
            clear = all(end <= a or b <= first for a, b, _ in found)
            if clear and _is_read_down(order[first:end], edge):
                found.append((first, end, edge))
    return sorted(found)


def _stretches(order: Sequence[Printed], edge: float) -> list[tuple[int, int]]:
    """Find the stretches of lines in which nothing crosses the gutter left of an edge."""
    stretches: list[tuple[int, int]] = []
    first = 0
    for place, piece in enumerate((*order, None)):
        crosses = piece is None or (
            piece.left < edge - SAME_EDGE and piece.right > edge - GUTTER * piece.look.size
        )
        if crosses:
            stretches.append((first, place))
            first = place + 1
    return [(a, b) for a, b in (_tight(order, a, b, edge) for a, b in stretches) if b - a >= 2 * FEWEST]


def _tight(order: Sequence[Printed], first: int, end: int, edge: float) -> tuple[int, int]:
    """Cut a stretch down to the lines that stand beside the right column."""
    right = [place for place in range(first, end) if abs(order[place].left - edge) <= SAME_EDGE]
    if not right:
        return first, first
    top, bottom = order[right[0]].top, order[right[-1]].bottom
    while first < end and order[first].bottom < top:
        first += 1
    while end > first and order[end - 1].top > bottom:
        end -= 1
    return first, end


def _is_read_down(block: Sequence[Printed], edge: float) -> bool:
    """Tell columns that are read one after the other from labels with values, lists and tables."""
    left = [piece for piece in block if piece.left < edge - SAME_EDGE]
    right = [piece for piece in block if piece.left >= edge - SAME_EDGE]
    if len(left) < FEWEST or len(right) < FEWEST:
        return False
    if sum(abs(piece.left - edge) <= SAME_EDGE for piece in right) < len(right) * 0.6:
        return False
    if len({round(piece.left) for piece in left}) > len(left) * 0.6:
        return False
    if sum(piece.text.endswith(":") for piece in left) > len(left) * 0.4:
        return False
    return all(
        piece_count_words(side) >= WORDS and figures(side) <= FIGURES for side in (left, right)
    ) and _same_look(left, right)


def piece_count_words(side: Sequence[Printed]) -> float:
    """Words a line has on the average."""
    return sum(len(piece.text.split()) for piece in side) / len(side)


def figures(side: Sequence[Printed]) -> float:
    """Share of the characters that are figures."""
    text = "".join(piece.text for piece in side)
    return sum(map(str.isdigit, text)) / max(1, len(text))


def _same_look(left: Sequence[Printed], right: Sequence[Printed]) -> bool:
    usual = [Counter(piece.look for piece in side).most_common(1)[0][0] for side in (left, right)]
    return usual[0] == usual[1]
