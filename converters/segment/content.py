"""Running text: lines put together again into paragraphs, lists, headings and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.blocks import Content, ListKind
from converters.segment.depths import LIST_REACH, depth_by_marker, follows
from converters.segment.headings import find_headings, is_heading_text
from converters.segment.hyphens import Joined, Vocabulary, join
from converters.segment.markers import Marked, markers_follow, read_marker
from converters.segment.names import ends_names
from converters.segment.pieces import Block, block_of, content_of
from converters.segment.shape import Shape, ends_sentence
from converters.segment.tables import find_tables
from converters.segment.typeset import moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.tables import Found

HIGHEST, DEEPEST = 3, 6  # levels of headings inside a section
LONGEST_PARAGRAPH = 20_000  # characters; a source without one paragraph end is cut somewhere
LINES_TO_MEASURE = 2  # of an entry, before they tell its width


class Composer:
    """Puts lines of one document together; measures the document once, then serves every section."""

    def __init__(self, lines: Sequence[Line], joined: Sequence[Joined] = ()) -> None:
        self._lines = lines
        self._shape = Shape(lines)
        self._after = markers_follow(lines)
        self._vocabulary = Vocabulary(line.text for line in lines)
        self._levels = sorted({line.level for line in lines if line.level is not None})
        self._set_in = any(line.indent and line.whole for line in lines)  # the format tells how far
        self.ranks = self._levels  # those of headings inside sections
        self.joined: list[Joined] = list(joined)
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
        if self._levels and headings:
            fixed |= self._set_headings(indexes)
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
        if headings and not self._levels:
            find_headings(blocks, self._lines)
        blocks = [block for block in blocks if block.text or block.table or block.picture]
        self.spans = [tuple(block.lines) for block in blocks]
        return tuple(content_of(block) for block in blocks)

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
        line = self._lines[index]
        if index in fixed:
            blocks.append(self._heading(line, index))
        elif line.table is not None or line.marker is not None:
            blocks.append(block_of(line, index))
        else:
            self._add_text(blocks, index)
        blocks.extend(
            Block(text="", lines=[index], marked=Marked(text=""), picture=picture, fixed=True, sealed=True)
            for picture in line.pictures
        )

    def _set_headings(self, indexes: Sequence[int]) -> frozenset[int]:
        """Give the lines set as headings that stand over something."""
        return frozenset(
            index
            for index in indexes[:-1]
            if self._lines[index].level is not None and is_heading_text(self._lines[index].text)
        )

    def _heading(self, line: Line, index: int) -> Block:
        level = HIGHEST
        if line.level is not None:
            deeper = self.ranks.index(line.level) if line.level in self.ranks else 0
            level = min(DEEPEST, HIGHEST + deeper)
        return Block(
            text=line.text,
            lines=[index],
            marked=Marked(text=line.text),
            heading=True,
            fixed=True,
            level=level,
            links=line.links,
        )

    def _add_text(self, blocks: list[Block], index: int) -> None:
        """Add a line of text: to the last block if it goes on, else as a block of its own."""
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
            text = self._lines[index].text
            links = (
                moved(self._lines[index].links, len(marked.text) - len(text))
                if text.endswith(marked.text)
                else ()
            )
            blocks.append(
                Block(
                    text=marked.text,
                    lines=[index],
                    marked=starts,
                    depth=self._depth(blocks, starts, index),
                    links=links,
                )
            )
        if marked.after:
            self._close(blocks, marked, None)

    def _depth(self, blocks: list[Block], marked: Marked, index: int) -> int:
        """Tell how deep an entry lies: by how far it is set in, if the format tells, else by its marker."""
        if marked.kind is None or not self._set_in:
            return depth_by_marker(blocks, marked)
        indent = self._lines[index].indent
        for block in reversed(blocks[-LIST_REACH:]):
            if block.marked.kind is None or block.heading or block.table:
                break
            other = self._lines[block.lines[0]].indent
            if indent > other + 1:
                return min(2, block.depth + 1)
            if indent >= other - 1:
                return block.depth
        return 0

    def _is_text(self, marked: Marked, last: Block | None, blocks: list[Block], index: int) -> bool:
        """Tell whether what looks like a marker is the start of a wrapped line: "den", "1. del"."""
        if last is None or marked.kind is ListKind.BULLET or last.table or last.heading or last.fixed:
            return False
        if not self._shape.goes_on(last.lines[-1], index) or ends_sentence(last.text):
            return False
        near = reversed(blocks[-LIST_REACH:])
        earlier = next((b.marked.marker for b in near if b.marked.kind is marked.kind), None)
        return not follows(earlier, marked.marker)

    def _continues(self, last: Block, index: int) -> bool:
        if last.table or last.picture or last.heading or len(last.text) > LONGEST_PARAGRAPH:
            return False
        if self._lines[index].whole or not last.text:
            return not last.text  # a bullet alone on its line, and now its text
        text = self._lines[index].text
        if last.fixed:
            # The marker closed the entry, but in the middle of a sentence: a page ended there.
            return text[0].islower() and not ends_sentence(last.text) and not last.sealed
        above = last.lines[-1]
        if self._shape.goes_on(above, index) and not ends_names(self._lines[above].text, text):
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
        block.depth = depth_by_marker(blocks[-LIST_REACH - 1 : -1], block.marked)
