"""Content blocks as Markdown that Python-Markdown shows as the very same text (see ``inline``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from converters.blocks import Content, Entry, Heading, Link, ListKind, Paragraph, Picture, Table
from converters.writers.inline import Address, at_start, encoded, label, linked, shows, web_address

SECTION_LEVEL = 2
DEEPEST_HEADING = 6
INDENT = "    "  # what Python-Markdown calls one level

# A row of number signs at the end of a heading is taken for its closing.
_SIGNS_AT_END = re.compile(r"#(?=#*$)")

_LARGEST_MARKER = 9  # digits; browsers count no further


def _nowhere(_: Picture) -> str | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What lies around a page: where links of the source lead from it, and where its pictures lie.

    Both give None for nowhere; such a link is dissolved into its text, such a picture into its words.
    """

    address: Address = web_address
    picture: Callable[[Picture], str | None] = _nowhere


ALONE = Surroundings()


def markdown(content: Iterable[Content], around: Surroundings = ALONE) -> str:
    """Write blocks, with an empty line between them and a line end after the last; "" for none."""
    parts: list[str] = []
    for is_list, group in groupby(
        filter(_says_something, content), key=lambda block: isinstance(block, Entry)
    ):
        if is_list:
            parts += _lists([entry for entry in group if isinstance(entry, Entry)], around)
        else:
            parts += [written for block in group if (written := _block(block, around))]
    return "\n\n".join(parts) + "\n" if parts else ""


def heading(
    text: str, level: int = SECTION_LEVEL, links: Iterable[Link] = (), around: Surroundings = ALONE
) -> str:
    """Write a heading on a line of its own, without a line end; "" for no text.

    An address in it stays text, unless the source has a link there: a heading is itself a target of links.
    """
    written = _SIGNS_AT_END.sub(r"\\#", linked(text, links, around.address, addresses=False))
    return f"{'#' * min(level, DEEPEST_HEADING)} {written}" if written else ""


def line(text: str, links: Iterable[Link] = (), around: Surroundings = ALONE) -> str:
    """Write text for a line of its own, so that its start makes neither list, heading nor rule."""
    return at_start(linked(text, links, around.address))


def _says_something(block: Content) -> bool:
    if isinstance(block, Picture):
        return True
    if isinstance(block, Table):
        return any(shows(cell) for row in (block.header, *block.rows) for cell in row)
    return shows(block.text) or (isinstance(block, Entry) and bool(block.marker))


def _block(block: Content, around: Surroundings) -> str:
    if isinstance(block, Heading):
        return heading(block.text, max(block.level, SECTION_LEVEL + 1), block.links, around)
    if isinstance(block, Table):
        return _table(block, around)
    if isinstance(block, Picture):
        return _picture(block, around)
    return line(block.text, block.links if isinstance(block, Paragraph) else (), around)


def _picture(picture: Picture, around: Surroundings) -> str:
    """Write a picture with the source's own words for it, or with the page it stood on."""
    path = around.picture(picture)
    if path is None:
        return line(picture.text)
    return f"![{label(picture.text) or f'Billede fra side {picture.page} i kilden'}]({encoded(path)})"


def _table(table: Table, around: Surroundings) -> str:
    rows = [table.header, *table.rows]
    width = max(map(len, rows))
    # A table may have no header, whose row is number 0 all the same.
    links: dict[tuple[int, int], list[Link]] = {}
    for one in table.links:
        links.setdefault((one.row, one.column), []).append(one.link)
    written = [
        [_cell(cell, links.get((r, c), ()), around) for c, cell in enumerate(row)]
        for r, row in enumerate(rows)
    ]
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in written]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(text: str, links: Iterable[Link], around: Surroundings) -> str:
    return linked(text, links, around.address).replace("|", "\\|")


class _Node:
    """A list entry with the entries that stand under it."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.under: list[_Node] = []

    @property
    def number(self) -> int | None:
        """The printed number, if a list can count it; "04" and "2.1" can only be shown as text."""
        marker = self.entry.marker or ""
        if self.entry.kind is not ListKind.NUMBER or not (marker.isascii() and marker.isdigit()):
            return None
        if not shows(self.entry.text):
            return None
        return int(marker) if marker == marker[:_LARGEST_MARKER].lstrip("0") or marker == "0" else None

    @property
    def marked(self) -> Entry:
        """The entry with its printed number or letter in front of its text."""
        marker = self.entry.marker
        if marker is None:
            return self.entry
        before = f"{marker}{'.' if marker[-1:].isalnum() else ''} "
        shift = len(before)
        moved = tuple(
            replace(link, start=link.start + shift, end=link.end + shift)
            for link in self.entry.links
            if link.start >= 0
        )
        return replace(self.entry, text=before + self.entry.text, links=moved)


def _lists(entries: Sequence[Entry], around: Surroundings) -> list[str]:
    """Lists of the top level, each a part of its own, so that bullets do not run into numbers."""
    parts: list[list[str]] = []
    counted_before: bool | None = None
    for _, group in groupby(_tree(entries), key=lambda node: node.number is not None):
        nodes = list(group)
        counted = _counts_up(nodes)
        if counted or counted is not counted_before:
            parts.append([])
        parts[-1] += _lines(nodes, "", around, counted=counted)
        counted_before = counted
    return ["\n".join(lines) for lines in parts]


def _tree(entries: Sequence[Entry]) -> list[_Node]:
    """Hang each entry under the nearest one before it that is less deep."""
    roots: list[_Node] = []
    above: list[_Node] = []
    for entry in entries:
        node = _Node(entry)
        while above and above[-1].entry.depth >= entry.depth:
            above.pop()
        (above[-1].under if above else roots).append(node)
        above.append(node)
    return roots


def _counts_up(nodes: Sequence[_Node]) -> bool:
    """Whether a list that starts at the first number shows every entry's printed number."""
    numbers = [node.number for node in nodes]
    return None not in numbers and all(
        one is not None and other == one + 1 for one, other in pairwise(numbers)
    )


def _lines(nodes: Sequence[_Node], indent: str, around: Surroundings, *, counted: bool) -> list[str]:
    written: list[str] = []
    for node in nodes:
        entry = node.entry if counted else node.marked
        text = line(entry.text, entry.links, around)
        written.append(indent + (f"{node.number}. {text}" if counted else f"- {text}").rstrip())
        written += _lines(node.under, indent + INDENT, around, counted=_counts_up(node.under))
    return written
