"""A piece of text being put together, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from converters.blocks import Link, Picture, Table
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
