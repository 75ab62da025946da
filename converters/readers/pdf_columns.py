"""Columns of a PDF page: which lines are read across, and which column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from converters.readers.pdf_margins import NEAR_GUTTER, beside, is_margin
from converters.readers.pdf_printed import MARKER, Printed, side_by_side

SAME_BASE = 0.28  # of the size: how far apart two baselines of one line may lie
GUTTER = 2.0  # of the size: the narrowest gap between two columns that are read one after the other
FEWEST = 3  # lines on each side of a gutter
FIELDS = 2  # rows of one word and what stands beside it, that are fields and no columns
SAME_EDGE = 2.0  # points
MIDDLE = 0.18  # of the text's width: a column starts no nearer to the left edge
WORDS = 1.6  # words a line of a column has on the average, names among them
TWO_LINES = 1.6  # times the size: from one line of a heading to the next
SET_IN = 4.0  # times the size: how far a list in the right column may be set in
LEFT = 10  # what sets a left column apart from text over the whole page
LABELLED = 0.4  # of a column's lines that end with a colon, or of those beside it that begin with one
FIGURES = 0.35  # share of the characters that are figures, above which a column is one of a table


def in_order(pieces: Sequence[Printed]) -> tuple[Printed, ...]:
    """Order the pieces as they are read: lines from the top, but each column of a block to its end."""
    order = sorted(pieces, key=attrgetter("base", "left"))
    done: list[Printed] = []
    start = 0
    blocks = _blocks(order)
    margins = tuple(edge for first, end, edge in blocks if is_margin(order[first:end], edge))
    for first, end, edge in blocks:
        done += _across(order[start:first], margins)
        block = order[first:end]
        left = [piece for piece in block if piece.left < edge - SAME_EDGE]
        right = [
            line._replace(column=line.column + 1)
            for line in in_order([piece for piece in block if piece.left >= edge - SAME_EDGE])
        ]
        if is_margin(block, edge):
            done += beside((*left, *right), edge)
        else:
            done += [line._replace(column=line.column + LEFT) for line in _across(left)] + right
        start = end
    return (*done, *_across(order[start:], margins))


def _across(pieces: Sequence[Printed], margins: Sequence[float] = ()) -> list[Printed]:
    """Put pieces on one baseline together, from the left; but not a label and the text beside its margin."""
    lines: list[Printed] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        level = last is not None and abs(piece.base - last.base) <= SAME_BASE * min(
            piece.look.size, last.look.size
        )
        beside_margin = any(abs(piece.left - edge) <= SAME_EDGE for edge in margins)
        if last is not None and level and not (beside_margin and piece.look != last.look):
            lines[-1] = side_by_side(*sorted((last, piece), key=lambda one: one.left))
        else:
            lines.append(piece)
    return _with_number(lines)


def _with_number(lines: Sequence[Printed]) -> list[Printed]:
    """Put a number that stands beside the middle of two lines, as in a boxed heading, before the first."""
    done: list[Printed] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        upper = done[-1] if done else None
        lower = lines[place + 1] if place + 1 < len(lines) else None
        if (
            upper is not None
            and lower is not None
            and MARKER.match(line.text)
            and line.right < upper.left
            and abs(upper.left - lower.left) <= SAME_EDGE
            and upper.look == lower.look
            and 0 < lower.base - upper.base <= TWO_LINES * upper.look.size
        ):
            done[-1] = side_by_side(line, upper)
        else:
            done.append(line)
        place += 1
    return done


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
        for gutter, fits in ((GUTTER, _is_read_down), (NEAR_GUTTER, is_margin)):
            for top, end in _stretches(order, edge, gutter):
                clear = all(end <= a or b <= top for a, b, _ in found)
                first = top if fits is is_margin else _below_fields(order, top, end, edge)
                if clear and fits(order[first:end], edge) and (first == top or fits(order[top:end], edge)):
                    wide = (first, end) if fits is is_margin else _grown(order, first, end, edge)
                    clear = all(wide[1] <= a or b <= wide[0] for a, b, _ in found)
                    found.append((*(wide if clear else (first, end)), edge))
    return sorted(found)


def _stretches(order: Sequence[Printed], edge: float, gutter: float) -> list[tuple[int, int]]:
    """Find the stretches of lines in which nothing crosses the gutter left of an edge."""
    stretches: list[tuple[int, int]] = []
    first = 0
    for place, piece in enumerate((*order, None)):
        crosses = piece is None or (
            piece.left < edge - SAME_EDGE and piece.right > edge - gutter * piece.look.size
        )
        if crosses:
            stretches.append((first, place))
            first = place + 1
    return [(a, b) for a, b in (_tight(order, a, b, edge) for a, b in stretches) if b - a > FEWEST]


def _below_fields(order: Sequence[Printed], first: int, end: int, edge: float) -> int:
    """Give where a stretch begins below fields at its top: "Dato" and "Sted" above two columns of names."""
    place, rows = first, 0
    while place + 1 < end:
        label, value = sorted(order[place : place + 2], key=attrgetter("left"))
        level = abs(value.base - label.base) <= SAME_BASE * label.look.size
        if not level or label.left >= edge - SAME_EDGE or value.left < edge - SAME_EDGE:
            break
        if " " in label.text:
            break
        place, rows = place + 2, rows + 1
    return place if rows >= FIELDS and end - place >= 2 * FEWEST else first


def _grown(order: Sequence[Printed], first: int, end: int, edge: float) -> tuple[int, int]:
    """Add the lines of the left column that stand above or below the right one, close to the others."""
    left = [piece for piece in order[first:end] if piece.left < edge - SAME_EDGE]
    top, bottom = left[0], left[-1]
    while first and _is_beside(order[first - 1], top, edge):
        first, top = first - 1, order[first - 1]
    while end < len(order) and _is_beside(order[end], bottom, edge):
        end, bottom = end + 1, order[end]
    return first, end


def _is_beside(piece: Printed, line: Printed, edge: float) -> bool:
    """Tell whether a piece is the line above or below another of the same narrow column."""
    near = abs(piece.base - line.base) <= TWO_LINES * line.look.size and piece.look == line.look
    return near and abs(piece.left - line.left) <= SAME_EDGE and piece.right < edge - SAME_EDGE


def _tight(order: Sequence[Printed], first: int, end: int, edge: float) -> tuple[int, int]:
    """Cut a stretch down to the lines that stand beside the right column."""
    right = [
        place
        for place in range(first, end)
        if -SAME_EDGE <= order[place].left - edge <= SET_IN * order[place].look.size
    ]
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
    if sum(piece.text.endswith(":") for piece in left) > len(left) * LABELLED:
        return False
    if sum(piece.text.startswith(":") for piece in right) > len(right) * LABELLED:
        return False
    return all(_words(side) >= WORDS and _figures(side) <= FIGURES for side in (left, right)) and _same_look(
        left, right
    )


def _words(side: Sequence[Printed]) -> float:
    """Words a line has on the average."""
    return sum(len(piece.text.split()) for piece in side) / len(side)


def _figures(side: Sequence[Printed]) -> float:
    """Share of the characters that are figures."""
    text = "".join(piece.text for piece in side)
    return sum(map(str.isdigit, text)) / max(1, len(text))


def _same_look(left: Sequence[Printed], right: Sequence[Printed]) -> bool:
    usual = [Counter(piece.look for piece in side).most_common(1)[0][0] for side in (left, right)]
    return usual[0] == usual[1]
