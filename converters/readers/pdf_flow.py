"""The running text of a PDF: lines, tables and pictures of all pages in the order they are read."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import count, islice, pairwise

from converters.blocks import Furniture, Line, Origin, Picture, Table
from converters.columns import made
from converters.readers.pdf_furniture import find_running, usual_size
from converters.readers.pdf_levels import body_look, levels
from converters.readers.pdf_paragraphs import Paragraphs
from converters.readers.pdf_printed import Look, Printed

INDENT = 0.5  # of the size: the width of a blank
NO_TEXT = None, False  # of a line that is furniture: it has no rank, and goes on from nothing
NOT_LETTERS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A table on a page: where its top is, and the words of a header that a later page prints again."""

    top: float
    table: Table
    again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page: its height in points, its lines in reading order, and what else stands on it by its top.

    ``recognised`` tells that its text was read off an image, whose typography says nothing; ``slanted``
    are words across the page, such as a watermark.
    """

    number: int
    height: float
    lines: tuple[Printed, ...]
    tables: tuple[Ruled, ...] = ()
    pictures: tuple[tuple[float, Picture], ...] = ()
    recognised: bool = False
    slanted: tuple[str, ...] = ()


def flow(leaves: Sequence[Leaf], headings: frozenset[str] = frozenset()) -> tuple[Line, ...]:
    """Put the pages' lines together; ``headings`` are the titles of its outline, as ``key`` gives them."""
    pages = [leaf.lines for leaf in leaves]
    running = find_running(pages, [leaf.height for leaf in leaves], usual_size(pages))
    text = [
        tuple(line for place, line in enumerate(lines) if (page, place) not in running)
        for page, lines in enumerate(pages)
    ]
    told = _Told(text, headings, frozenset(leaf.number for leaf in leaves if leaf.recognised))
    furniture: dict[int, dict[int, Furniture]] = defaultdict(dict)
    for (page, place), kind in running.items():
        furniture[page][place] = kind
    numbers = count(1)
    return tuple(
        line for page, leaf in enumerate(leaves) for line in _page(leaf, furniture[page], told, numbers)
    )


def key(text: str) -> str:
    """What is compared of a heading: its letters and figures."""
    return NOT_LETTERS.sub("", unicodedata.normalize("NFC", text)).casefold()


class _Told:
    """What the running text tells of each of its lines: the paragraph it belongs to, and its rank."""

    def __init__(
        self, pages: Sequence[Sequence[Printed]], headings: frozenset[str], plain: frozenset[int]
    ) -> None:
        self._plain = plain
        self._measure = Paragraphs(pages)
        self._headings = headings
        self._body = body_look(line for lines in pages for line in lines)
        lines = [line for page in pages for line in page]
        self._opening = self._measure.opening(lines)
        self._joins: dict[tuple[int, bool], bool] = {}
        self._ranks: Mapping[Look, int] = {}
        if self._body is not None:
            # Which looks are headings is told by whole paragraphs; how lines join, by which are headings.
            self._ranks = levels(
                [(part[0].look, _joined(part)) for part in self._paragraphs(lines, self._stands_out)],
                self._body,
            )
        self.of: dict[int, tuple[int | None, bool]] = {}  # the rank of a line, and whether it goes on
        self.gap: dict[int, int] = {}
        for part in self._paragraphs(lines, lambda look: look in self._ranks):
            level = self._level(part)
            for place, line in enumerate(part):
                self.of[id(line)] = level, place > 0
        for above, line in pairwise(lines):
            same = above.page == line.page and above.column == line.column and line.base > above.base
            self.gap[id(line)] = self._measure.gap(above, line) if same else 1

    def _stands_out(self, look: Look) -> bool:
        body = self._body
        return body is not None and (look.size > body.size or (look.bold and not body.bold))

    def _paragraphs(self, lines: Sequence[Printed], heads: Callable[[Look], bool]) -> Iterator[list[Printed]]:
        part: list[Printed] = []
        was_head = False
        heads = cache(heads)
        for line in lines:
            is_head = heads(line.look)
            same = bool(part) and is_head == was_head
            was_head = is_head
            if same and self._goes_on(part[-1], line, is_head):
                part.append(line)
                continue
            if part:
                yield part
            part = [line]
        if part:
            yield part

    def _goes_on(self, above: Printed, line: Printed, is_head: bool) -> bool:  # noqa: FBT001 - a fact of both
        """Tell whether a line goes on the one before it; asked twice of most lines, and found out once."""
        key = (id(line), is_head)
        joins = self._joins.get(key)
        if joins is None:
            opens = id(line) in self._opening
            joins = self._joins[key] = self._measure.goes_on(above, line, heading=is_head, opens=opens)
        return joins

    def _level(self, part: Sequence[Printed]) -> int | None:
        if part[0].page in self._plain:
            return None
        level = self._ranks.get(part[0].look)
        if level is None and self._headings and key(_joined(part)) in self._headings:
            return len(self._ranks) + 1
        return level


def _joined(part: Sequence[Printed]) -> str:
    return " ".join(line.text for line in part)


def _page(
    leaf: Leaf, furniture: Mapping[int, Furniture], told: _Told, numbers: Iterator[int]
) -> Iterator[Line]:
    """Give the lines of one page, with its tables and pictures where they stand."""
    lines = list(_with_tables(leaf, furniture, told, numbers))
    pictures = sorted(leaf.pictures, key=lambda pair: pair[0])
    text = [place for place, (_, line) in enumerate(lines) if line.furniture is None]
    if pictures and not text:
        origin = Origin(page=leaf.number, line=next(numbers))
        text = [len(lines)]
        lines.append((0.0, Line(text="", origin=origin, continues=False)))
    for top, picture in pictures:
        above = max((place for place in text if lines[place][0] <= top), default=text[0])
        where, line = lines[above]
        lines[above] = where, replace(line, pictures=(*line.pictures, picture))
    first = text[0] if text else None
    for place, (_, line) in enumerate(lines):
        yield replace(line, starts_page=True) if place == first else line


def _with_tables(
    leaf: Leaf, furniture: Mapping[int, Furniture], told: _Told, numbers: Iterator[int]
) -> Iterator[tuple[float, Line]]:
    """Give the lines of a page with its tables among them, each with its height."""
    waiting = sorted(leaf.tables, key=lambda one: one.top)
    for text in leaf.slanted:
        origin = Origin(page=leaf.number, line=next(numbers))
        yield 0.0, Line(text=text, origin=origin, continues=False, furniture=Furniture.CHROME)
    start = 0
    for place, printed in enumerate(leaf.lines) if waiting else ():
        kind = furniture.get(place)
        while (
            waiting and kind is not Furniture.HEADER and waiting[0].top < printed.base and not printed.column
        ):
            yield from _lines(leaf, range(start, place), furniture, told, numbers)
            start = place
            yield from _table_lines(waiting.pop(0), leaf.number, numbers)
    yield from _lines(leaf, range(start, len(leaf.lines)), furniture, told, numbers)
    for one in waiting:
        yield from _table_lines(one, leaf.number, numbers)


def _lines(
    leaf: Leaf, places: range, furniture: Mapping[int, Furniture], told: _Told, numbers: Iterator[int]
) -> Iterator[tuple[float, Line]]:
    """Give the printed lines at these places of a page, each with its height."""
    lines = leaf.lines[places.start : places.stop]
    kinds = [furniture.get(place) for place in places]
    ranks = [
        told.of.get(id(line), NO_TEXT) if kind is None else NO_TEXT
        for line, kind in zip(lines, kinds, strict=True)
    ]
    left = min((line.left for line in leaf.lines), default=0.0)
    origins = made(Origin, {"page": [leaf.number] * len(lines), "line": list(islice(numbers, len(lines)))})
    columns = {
        "text": [line.text for line in lines],
        "origin": origins,
        "gap": [told.gap.get(id(line), 1) for line in lines],
        "indent": [max(0, round((line.left - left) / (INDENT * line.look.size))) for line in lines],
        "continues": [continues for _, continues in ranks],
        "level": [level for level, _ in ranks],
        "style": [_named(line.look) for line in lines],
        "links": [line.links for line in lines],
        "furniture": kinds,
    }
    return zip([line.base for line in lines], made(Line, columns), strict=True)


@lru_cache(maxsize=64)
def _named(look: Look) -> str:
    return str(look)


def _table_lines(ruled: Ruled, page: int, numbers: Iterator[int]) -> Iterator[tuple[float, Line]]:
    cells = [cell for row in (ruled.table.header, *ruled.table.rows) for cell in row if cell]
    line = Line(
        text=" ".join(cells),
        origin=Origin(page=page, line=next(numbers)),
        gap=1,
        continues=False,
        style="table",
        table=ruled.table,
    )
    yield ruled.top, line
    if ruled.again:
        again = Origin(page=page, line=next(numbers))
        yield ruled.top, replace(line, text=ruled.again, origin=again, table=None, furniture=Furniture.HEADER)
