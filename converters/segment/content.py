"""Running text: lines put together again into paragraphs, lists, headings and tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.blocks import Content, Entry, Heading, ListKind, Paragraph
from converters.segment.headings import find_headings
from converters.segment.hyphens import Vocabulary, join
from converters.segment.markers import Marked, markers_follow, read_marker
from converters.segment.pieces import Block
from converters.segment.shape import Shape, ends_sentence
from converters.segment.tables import find_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.tables import Found

LONGEST_PARAGRAPH = 20_000  # characters; a source without one paragraph end is cut somewhere
LIST_REACH = 200  # entries above that tell how deep one lies
LINES_TO_MEASURE = 2  # of an entry, before they tell its width


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The pieces of a word that was divided at the end of a line and stands in one piece now."""

    index: int
    pieces: str


class Composer:
    """Puts lines of one document together; measures the document once, then serves every section."""

    def __init__(self, lines: Sequence[Line], vocabulary: Vocabulary | None = None) -> None:
        self._lines = lines
        self._shape = Shape(lines)
        self._after = markers_follow(lines)
        self._vocabulary = vocabulary or Vocabulary(line.text for line in lines)
        self.joined: list[Joined] = []
        self.circles: list[int] = []
        self.glued: list[tuple[int, str]] = []
        self.spans: list[tuple[int, ...]] = []

    def width(self, index: int) -> int:
        """Characters of a full line around this one."""
        return self._shape.width(index)

    def goes_on(self, index: int, after: int) -> bool:
        """Tell whether two lines are one paragraph."""
        return self._shape.goes_on(index, after)

    def join(self, left: str, right: str, index: int) -> str:
        """Join two lines of a paragraph and note a hyphen that went."""
        text, pieces = join(left, right, self._vocabulary)
        if pieces:
            self.joined.append(Joined(index=index, pieces=pieces))
        return text

    def compose(
        self, indexes: Sequence[int], *, headings: bool = True, fixed: frozenset[int] = frozenset()
    ) -> tuple[Content, ...]:
        """Put the lines together into content, in order.

        ``fixed`` are lines already known to be headings; ``headings`` is false where there are
        none to be found, as in a decision or on the front page.  ``spans`` then holds, for each
        block given back, the lines it was made of.
        """
        tables = {found.start: found for found in find_tables(self._lines, indexes)}
        blocks: list[Block] = []
        place = 0
        while place < len(indexes):
            found = tables.get(place)
            if found is not None:
                blocks.append(self._table(found, indexes))
                place = found.end
                continue
            self._add(blocks, indexes, place, fixed)
            place += 1
        if headings:
            find_headings(blocks, self._lines)
        blocks = [block for block in blocks if block.text or block.table]
        self.spans = [tuple(block.lines) for block in blocks]
        return tuple(_content(block) for block in blocks)

    def _table(self, found: Found, indexes: Sequence[int]) -> Block:
        return Block(
            text="",
            lines=list(indexes[found.start : found.end]),
            marked=Marked(text=""),
            table=found.table,
            fixed=True,
        )

    def _add(self, blocks: list[Block], indexes: Sequence[int], place: int, fixed: frozenset[int]) -> None:
        """Add one line: to the last block if it goes on, else as a block of its own."""
        index = indexes[place]
        if index in fixed:
            text = self._lines[index].text
            blocks.append(Block(text=text, lines=[index], marked=Marked(text=text), heading=True, fixed=True))
            return
        marked = read_marker(self._lines[index].text, after=self._after)
        if marked.glyph == "o":
            self.circles.append(index)
        if marked.after and marked.marker and marked.text[-1:].isalnum():
            self.glued.append((index, marked.text.rsplit(" ", 1)[-1] + marked.marker))
        last = blocks[-1] if blocks else None
        if marked.alone and marked.after:
            self._close(blocks, marked, index)
            return
        if marked.kind is not None and not marked.after and self._is_text(marked, last, blocks, index):
            marked = Marked(text=self._lines[index].text)
        plain = marked.kind is None or (marked.after and last is not None and last.marked.kind is None)
        if last is not None and plain and self._continues(last, index):
            last.text = self.join(last.text, marked.text, index) if last.text else marked.text
            last.lines.append(index)
        else:
            starts = marked if not marked.after else Marked(text=marked.text)
            blocks.append(Block(text=marked.text, lines=[index], marked=starts, depth=_depth(blocks, starts)))
        if marked.after:
            self._close(blocks, marked, None)

    def _is_text(self, marked: Marked, last: Block | None, blocks: list[Block], index: int) -> bool:
        """Tell whether what looks like a marker is the start of a wrapped line: "den", "1. del"."""
        if last is None or marked.kind is ListKind.BULLET or last.table or last.heading or last.fixed:
            return False
        if not self._shape.goes_on(last.lines[-1], index) or ends_sentence(last.text):
            return False
        near = reversed(blocks[-LIST_REACH:])
        earlier = next((b.marked.marker for b in near if b.marked.kind is marked.kind), None)
        return not _follows(earlier, marked.marker)

    def _continues(self, last: Block, index: int) -> bool:
        if last.table is not None or last.heading or len(last.text) > LONGEST_PARAGRAPH:
            return False
        if not last.text:
            return True  # a bullet alone on its line, and now its text
        text = self._lines[index].text
        if last.fixed:
            # The marker closed the entry, but in the middle of a sentence: a page ended there.
            return text[0].islower() and not ends_sentence(last.text) and not last.sealed
        if self._shape.goes_on(last.lines[-1], index):
            return True
        if self._fills_entry(last, index):
            return True
        divided = last.text[-1] in "-\u2010" and last.text[-2:-1].isalpha()
        entry = last.marked.kind is not None and text[0].islower() and not ends_sentence(last.text)
        return (divided or entry) and self._lines[index].gap <= 1 and text[0].islower()

    def _fills_entry(self, last: Block, index: int) -> bool:
        """Tell whether an entry goes on, by its own lines: an indented list is narrower than the page."""
        if (
            last.marked.kind is None
            or len(last.lines) < LINES_TO_MEASURE
            or ends_sentence(last.text)
            or self._lines[index].gap
        ):
            return False
        width = max(len(self._lines[line].text) for line in last.lines)
        return self._shape.fills(last.lines[-1], index, width)

    def _close(self, blocks: list[Block], marked: Marked, index: int | None) -> None:
        """Make the last block an entry, since its marker came after it."""
        if (
            not blocks
            or blocks[-1].table is not None
            or blocks[-1].heading
            or (blocks[-1].fixed and index is not None)
        ):
            if index is not None:
                blocks.append(
                    Block(
                        text="", lines=[index], marked=Marked(text="", kind=marked.kind, glyph=marked.glyph)
                    )
                )
            return
        block = blocks[-1]
        if block.marked.kind is None:
            block.marked = Marked(
                text=block.text, kind=marked.kind, marker=marked.marker, glyph=marked.glyph, after=True
            )
        if index is not None:
            block.lines.append(index)
        block.fixed, block.sealed = True, index is not None
        block.depth = _depth(blocks[-LIST_REACH - 1 : -1], block.marked)


def _follows(earlier: str | None, marker: str | None) -> bool:
    if marker is None:
        return True
    if marker.isdigit():
        return (
            marker == "1"
            if earlier is None or not earlier.isdigit()
            else int(marker) in {1, int(earlier) + 1}
        )
    return (
        marker.casefold() == "a" if earlier is None or earlier.isdigit() else ord(marker) == ord(earlier) + 1
    )


def _depth(blocks: list[Block], marked: Marked) -> int:
    """Tell how deep an entry lies by the markers above it; only entries without text between count."""
    if marked.kind is None:
        return 0
    stack: list[tuple[str, int]] = []
    for block in reversed(blocks[-LIST_REACH:]):
        if block.marked.kind is None or block.heading or block.table:
            break
        stack.append((block.marked.glyph, block.depth))
    if not stack:
        return 0
    for glyph, depth in stack:
        if glyph == marked.glyph:
            return depth
    last = next(block for block in reversed(blocks))
    nests = marked.glyph in {"o", "a"} or last.text.endswith(":")
    return min(2, stack[0][1] + 1) if nests else stack[0][1]


def _content(block: Block) -> Content:
    if block.table is not None:
        return block.table
    if block.heading:
        return Heading(text=block.text)
    if block.marked.kind is not None:
        return Entry(text=block.text, kind=block.marked.kind, marker=block.marked.marker, depth=block.depth)
    return Paragraph(text=block.text)
