"""A piece of text being put together, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from converters.blocks import Content, Entry, Heading, Line, Link, Paragraph, Picture, Table
from converters.segment.markers import Marked


@dataclass(slots=True)
class Block:
    """A block being put together, line by line."""

    text: str
    lines: list[int]
    marked: Marked
    depth: int = 0
    table: Table | None = None
    picture: Picture | None = None
    level: int = 3  # of a heading
    links: tuple[Link, ...] = ()
    fixed: bool = False  # its end is known: a marker after the text closed it
    heading: bool = False
    sealed: bool = False  # the marker stood on a line of its own, so nothing more belongs to it


def content_of(block: Block) -> Content:
    """Give what a block became."""
    if block.picture is not None:
        return block.picture
    if block.table is not None:
        return block.table
    if block.heading:
        return Heading(text=block.text, level=block.level, links=block.links)
    if block.marked.kind is not None:
        return Entry(
            text=block.text,
            kind=block.marked.kind,
            marker=block.marked.marker,
            depth=block.depth,
            links=block.links,
        )
    return Paragraph(text=block.text, links=block.links)


def block_of(line: Line, index: int) -> Block:
    """Make a block of a line whose format says that it is a table or an entry of a list."""
    marker = line.marker
    if line.table is not None or marker is None:
        return Block(text="", lines=[index], marked=Marked(text=""), table=line.table, fixed=True)
    marked = Marked(text=line.text, kind=marker.kind, marker=marker.printed, glyph=marker.kind.value)
    return Block(
        text=line.text, lines=[index], marked=marked, depth=marker.depth, fixed=True, links=line.links
    )
