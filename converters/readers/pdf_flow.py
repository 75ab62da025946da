"""The running text of a PDF: lines, tables and pictures of all pages in the order they are read."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import count, islice

from converters.blocks import Furniture, Line, Origin, Picture, Table
from converters.columns import made
from converters.readers.pdf_furniture import find_running, usual_size
from converters.readers.pdf_levels import body_look, levels
from converters.readers.pdf_paragraphs import Paragraphs
from converters.readers.pdf_printed import Look, Printed

INDENT = 0.5  # of the size: the width of a blank
Fact = tuple[int | None, bool, int]  # a line's rank, whether it goes on, and the empty lines above it
NO_TEXT: Fact = None, False, 1  # of a line that is furniture: it has no rank, and goes on from nothing
NOT_LETTERS = re.compile(r"\W+")
LETTER = re.compile(r"\w")


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
    plain = frozenset(leaf.number for leaf in leaves if leaf.recognised)
    told = _Told(text, headings, plain).facts()
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
    """What the running text tells of each of its lines: the paragraph it belongs to, and its rank.

    Lines are known by their places in the whole text, and paragraphs are ranges of such places.
    """

    def __init__(
        self, pages: Sequence[Sequence[Printed]], headings: frozenset[str], plain: frozenset[int]
    ) -> None:
        self._plain = plain
        self._measure = Paragraphs(pages)
        self._headings = headings
        self._initials = frozenset(heading[0] for heading in headings)
        self._lines = [line for page in pages for line in page]
        self._body = body_look(self._lines)
        self._opening = self._measure.opening(self._lines)
        self._joins: dict[tuple[int, bool], bool] = {}
        self._ranks: Mapping[Look, int] = {}
        if self._body is not None:
            # Which looks are headings is told by whole paragraphs; how lines join, by which are headings.
            whole = [
                (self._lines[part.start].look, self._joined(part))
                for part in self._paragraphs(self._stands_out)
            ]
            self._ranks = levels(whole, self._body)

    def facts(self) -> Iterator[Fact]:
        """Tell of each line of the text, in order, its rank, whether it goes on, and the gap above it."""
        for part in self._paragraphs(lambda look: look in self._ranks):
            level = self._level(part)
            for place in part:
                yield level, place > part.start, self._gap(place)

    def _gap(self, place: int) -> int:
        if place == 0:
            return 1
        above, line = self._lines[place - 1], self._lines[place]
        same = above.page == line.page and above.column == line.column and line.base > above.base
        return self._measure.gap(above, line) if same else 1

    def _stands_out(self, look: Look) -> bool:
        body = self._body
        return body is not None and (look.size > body.size or (look.bold and not body.bold))

    def _paragraphs(self, heads: Callable[[Look], bool]) -> Iterator[range]:
        start = 0
        was_head = False
        heads = cache(heads)
        for place, line in enumerate(self._lines):
            is_head = heads(line.look)
            same = place > start and is_head == was_head
            was_head = is_head
            if same and self._goes_on(place, is_head):
                continue
            if place > start:
                yield range(start, place)
            start = place
        if self._lines:
            yield range(start, len(self._lines))

    def _goes_on(self, place: int, is_head: bool) -> bool:  # noqa: FBT001 - a fact of both
        """Tell whether a line goes on the one before it; asked twice of most lines, and found out once."""
        key = (place, is_head)
        joins = self._joins.get(key)
        if joins is None:
            above, line = self._lines[place - 1], self._lines[place]
            opens = place in self._opening
            joins = self._joins[key] = self._measure.goes_on(above, line, heading=is_head, opens=opens)
        return joins

    def _level(self, part: range) -> int | None:
        first = self._lines[part.start]
        if first.page in self._plain:
            return None
        level = self._ranks.get(first.look)
        if level is None and self._may_be_titled(first.text) and key(self._joined(part)) in self._headings:
            return len(self._ranks) + 1
        return level

    def _may_be_titled(self, text: str) -> bool:
        """Tell by its first letter whether a paragraph may be a title of the outline: few begin like one."""
        letter = LETTER.search(text)
        return letter is None or key(letter[0])[:1] in self._initials

    def _joined(self, part: range) -> str:
        return " ".join([line.text for line in self._lines[part.start : part.stop]])


def _page(
    leaf: Leaf, furniture: Mapping[int, Furniture], told: Iterator[Fact], numbers: Iterator[int]
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
    leaf: Leaf, furniture: Mapping[int, Furniture], told: Iterator[Fact], numbers: Iterator[int]
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
    leaf: Leaf,
    places: range,
    furniture: Mapping[int, Furniture],
    told: Iterator[Fact],
    numbers: Iterator[int],
) -> Iterator[tuple[float, Line]]:
    """Give the printed lines at these places of a page, each with its height.

    ``told`` has a fact for each line that is no furniture, in order: those of the lines before are taken.
    """
    lines = leaf.lines[places.start : places.stop]
    kinds = [furniture.get(place) for place in places]
    facts = [next(told) if kind is None else NO_TEXT for kind in kinds]
    left = min((line.left for line in leaf.lines), default=0.0)
    origins = made(Origin, {"page": [leaf.number] * len(lines), "line": list(islice(numbers, len(lines)))})
    columns = {
        "text": [line.text for line in lines],
        "origin": origins,
        "gap": [gap for _, _, gap in facts],
        "indent": [max(0, round((line.left - left) / (INDENT * line.look.size))) for line in lines],
        "continues": [continues for _, continues, _ in facts],
        "level": [level for level, _, _ in facts],
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
