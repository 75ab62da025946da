"""Running headers and footers: the same words, figures aside, at the same height on page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from converters.blocks import Furniture
from converters.readers.pdf_printed import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from converters.readers.pdf_printed import Printed

FIGURES = re.compile(r"\d+")
# "Side iv": a page's number at the end of a line, up to xxxix
ROMAN = re.compile(r"(?:(?<=\s)|^)(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$")
LETTERS = {"i": 1, "v": 5, "x": 10}
SAME_HEIGHT = 4.0  # points
TIMES, SHARE = 3, 0.3  # pages, and share of the pages, that a running line is on
SHORT_PAPER = 4  # pages, up to which a line that is on two is running
HIGH, LOW = 0.25, 0.82  # of the page's height: what runs stands above, or below
MARGIN = 0.14  # of the page's height, within which a line of a short paper has to stand
MOST_LINES = 8  # of a header or a footer
STEADY = 0.8  # share of the steps from page to page
CLOSE = 1.9  # times the size, from a label to its text
LARGER = 1.15  # times the usual size, above which a line is a heading and nothing that runs


def find_running(
    pages: Sequence[Sequence[Printed]], heights: Sequence[float], usual: float
) -> dict[tuple[int, int], Furniture]:
    """Find the lines that run, by place of the page and of the line in it.

    ``heights`` are the pages' in points, ``usual`` is the size of running text.  Only lines at the
    page's edge can run: all that stand between them and the edge run too.
    """
    found: dict[tuple[int, int], Furniture] = {}
    for kind, edge in ((Furniture.HEADER, _from_top), (Furniture.FOOTER, _from_bottom)):
        layer = [list(edge(lines)) for lines in pages]
        running = _repeated(pages, layer, heights, usual, kind)
        for page, places in enumerate(layer):
            for place in places:
                if (page, place) not in running or (page, place) in found:
                    break
                if kind is Furniture.HEADER and _heads_text(pages[page], place):
                    break
                text = ROMAN.sub(_in_figures, pages[page][place].text)
                bare = FIGURES.sub("", text).strip(" -–|/.")
                found[page, place] = kind if bare else Furniture.PAGE_NUMBER
    return found


def _in_figures(match: re.Match[str]) -> str:
    """Give a number in Roman letters in figures."""
    values = [LETTERS[letter] for letter in match[0]]
    return str(sum(-a if a < b else a for a, b in pairwise([*values, 0])))


def _heads_text(lines: Sequence[Printed], place: int) -> bool:
    """Tell whether a bold line stands right over text that is not: a label does, a header has air below."""
    line = lines[place]
    below = min(
        (other for other in lines if other.base > line.base and other.column == line.column),
        key=lambda other: other.base,
        default=None,
    )
    if below is None or not line.look.bold or below.look.bold:
        return False
    return below.base - line.base <= CLOSE * max(line.look.size, below.look.size)


def _from_top(lines: Sequence[Printed]) -> Iterator[int]:
    order = sorted(range(len(lines)), key=lambda place: (lines[place].base, lines[place].left))
    yield from order[:MOST_LINES]


def _from_bottom(lines: Sequence[Printed]) -> Iterator[int]:
    order = sorted(range(len(lines)), key=lambda place: (-lines[place].base, lines[place].left))
    yield from order[:MOST_LINES]


def _repeated(
    pages: Sequence[Sequence[Printed]],
    layer: Sequence[Sequence[int]],
    heights: Sequence[float],
    usual: float,
    kind: Furniture,
) -> set[tuple[int, int]]:
    """Give the lines near one edge that come back at the same height often enough."""
    seen: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    for page, places in enumerate(layer):
        for place in places:
            line = pages[page][place]
            if line.look.size > LARGER * usual:
                continue
            height = line.base if kind is Furniture.HEADER else heights[page] - line.base
            # On one side of a line may stand what runs, on the other the title of the item.
            for printed in line.text.split(COLUMN):
                part = ROMAN.sub(_in_figures, printed)
                mask = FIGURES.sub("#", part)
                for step in (0, 1):  # two grids, so that no height lies on the edge of both
                    level = 2 * int(height / SAME_HEIGHT + step / 2) + step
                    seen[mask, level].append((page, place, part))
    text = _edges_of_text(layer, seen)
    running: set[tuple[int, int]] = set()
    for (mask, level), found in seen.items():
        where = [(page, place) for page, place, _ in found]
        if not _often(where, pages, heights, kind):
            continue
        on = {page for page, _ in where}
        beside_text = len(on) * 2 <= len(pages) and not text[level] <= on
        counts = "#" not in mask or _counts_pages([(page, part) for page, _, part in found])
        if counts and not beside_text:
            running |= set(where)
    return running


def _edges_of_text(
    layer: Sequence[Sequence[int]], seen: Mapping[tuple[str, int], Sequence[tuple[int, int, str]]]
) -> Mapping[int, AbstractSet[int]]:
    """Give by height the pages where the text itself begins or ends.

    There a line stands at the very edge of the page whose words stand at that height once.
    """
    text: dict[int, set[int]] = defaultdict(set)
    for (_, level), found in seen.items():
        page = found[0][0]
        if found[-1][0] == page and any(place == layer[page][0] for _, place, _ in found):
            text[level].add(page)
    return text


def _often(
    where: Sequence[tuple[int, int]],
    pages: Sequence[Sequence[Printed]],
    heights: Sequence[float],
    kind: Furniture,
) -> bool:
    times = len({page for page, _ in where})
    enough = times >= max(TIMES, SHARE * len(pages))
    if not enough and (len(pages) > SHORT_PAPER or times < 2):
        return False
    if not all(_near_edge(pages[page][place], heights[page], kind) for page, place in where):
        return False
    return enough or all(_in_margin(pages[page][place], heights[page], kind) for page, place in where)


def _near_edge(line: Printed, height: float, kind: Furniture) -> bool:
    """Tell whether a line stands so near the page's edge that it can run; a header may hold a logo."""
    return line.base < HIGH * height if kind is Furniture.HEADER else line.top > LOW * height


def _in_margin(line: Printed, height: float, kind: Furniture) -> bool:
    return line.base < MARGIN * height if kind is Furniture.HEADER else line.top > (1 - MARGIN) * height


def _counts_pages(where: Sequence[tuple[int, str]]) -> bool:
    """Tell whether every figure in the texts of the pages stays the same or grows as the pages do.

    "Sagsnr. 20/7077" at the top of page after page has other figures each time.
    """
    pages = [page for page, _ in where]
    rows = [[int(figure[-9:]) for figure in FIGURES.findall(text)] for _, text in where]
    return all(_turns(pages, column) for column in zip(*rows, strict=True))


def _turns(pages: Sequence[int], column: Sequence[int]) -> bool:
    """Tell whether a figure stays, grows with the pages or starts over at 1, page after page."""
    steps = [
        later in {earlier, 1} or later - earlier == after - before
        for (before, earlier), (after, later) in pairwise(zip(pages, column, strict=True))
    ]
    return sum(steps) >= STEADY * len(steps)


def usual_size(pages: Sequence[Sequence[Printed]]) -> float:
    """The size that most letters have."""
    counted: dict[float, int] = defaultdict(int)
    for lines in pages:
        for line in lines:
            counted[line.look.size] += len(line.text)
    return max(counted, key=lambda size: (counted[size], size), default=0.0)
