"""The walk through a page of markup: every tag opens and closes something on the sheet, once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bs4 import Tag
from bs4.element import PageElement

from converters.blocks import Furniture
from converters.readers.markup_faces import Face, face_of
from converters.readers.markup_grid import Grid
from converters.readers.markup_images import ICONS, SOURCES, Images
from converters.readers.markup_links import address
from converters.readers.markup_lists import OpenList, open_list
from converters.readers.markup_sheet import Draft, Sheet
from converters.readers.markup_tables import Layout
from converters.readers.markup_tags import (
    APART,
    CELLS,
    KEEPS_LINES,
    LISTS,
    PREFORMATTED,
    WORDLESS,
    attribute,
    heading_rank,
    inline_style,
    is_block,
    is_boxed,
    is_in_drawing,
    is_text,
    look,
    numbers,
    stands_apart,
)
from converters.readers.markup_text import STOP, Scope

OF_LIST = re.compile(r"mso-list\s*:[^;]*?\blevel(?P<level>[1-9])\b")
STEP = 4  # blanks from one level of a list to the next
DEEPEST = 500  # tags inside each other; beyond, their text is kept and their structure is not


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was found out about a page's tags before the walk, by the identity of each."""

    layouts: Mapping[int, Layout]
    furniture: Mapping[int, Furniture | None]  # where furniture begins, or with None ends
    toggles: frozenset[int] = frozenset()  # what opens and closes the part under it
    faces: Mapping[str, Face] = field(default_factory=dict)  # of classes
    base: str | None = None  # the address that all links are relative to
    site: str | None = None  # the page's own, to which those from the root are


@dataclass(slots=True, kw_only=True)
class _Row:
    """A row of a table that lays text out, and the line it begins with."""

    start: int
    fields: bool


@dataclass(slots=True, kw_only=True)
class Walk:
    """Goes through a page once and writes it down."""

    known: Known
    _sheet: Sheet = field(default_factory=Sheet)
    _grid: Grid | None = None
    _lists: list[OpenList] = field(default_factory=list)
    _links: list[Tag] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)
    _tables: list[Layout] = field(default_factory=list)
    _in_head: bool = False
    _depth: int = 0

    def read(self, root: Tag) -> list[Draft]:
        """Read everything in a tag.

        The stack is our own, since nothing bounds how deep a page is nested.
        """
        images = Images(sheet=self._sheet)
        stack: list[tuple[PageElement, Scope, bool]] = [(root, Scope(), False)]
        while stack:
            node, scope, leaving = stack.pop()
            if isinstance(node, Tag):
                if leaving:
                    self._leave(node, scope)
                elif node.name not in WORDLESS:
                    inner = self._enter(node, scope)
                    if node.name == "img" or node.name in SOURCES:
                        self._write(images.see(node, inner, self._links[-1] if self._links else None), inner)
                    elif not node.contents and node.name in ICONS:
                        images.say(node, scope)
                    stack.append((node, scope, True))
                    stack.extend((child, inner, False) for child in reversed(node.contents))
            elif is_text(node):
                self._write(str(node), scope)
        return self._sheet.finish()

    def _write(self, text: str, scope: Scope) -> None:
        if not text:
            return
        if self._grid is not None and scope.furniture is None:
            self._grid.write(text.replace(STOP, " "), scope)
        else:
            self._sheet.write(text, scope)

    def _enter(self, tag: Tag, scope: Scope) -> Scope:
        self._depth += 1
        block = is_block(tag)
        if self._depth > DEEPEST:
            if block or tag.name in APART:
                self._write(" ", scope)
            return self._furnished(tag, scope)
        if block:
            self._end_block()
        elif stands_apart(tag):
            self._write(" ", scope)
        self._open(tag)
        if tag.name == "br":
            self._break_line()
        elif tag.name == "hr":
            self._sheet.rule()
        return self._furnished(tag, self._linked(tag, self._looking(tag, _scope(tag, scope, block=block))))

    def _leave(self, tag: Tag, scope: Scope) -> None:
        block = is_block(tag)
        if self._depth > DEEPEST:
            if block:
                self._write(" ", scope)
        else:
            if block:
                self._end_block()
            elif tag.name in APART or numbers(tag) or is_boxed(tag):
                self._write(" ", scope)
            self._close(tag)
        self._depth -= 1

    def _furnished(self, tag: Tag, scope: Scope) -> Scope:
        if id(tag) in self.known.furniture:
            scope = replace(scope, furniture=self.known.furniture[id(tag)])
        if id(tag) in self.known.toggles:
            scope = replace(scope, toggle=True)
        return scope

    def _looking(self, tag: Tag, scope: Scope) -> Scope:
        face = face_of(tag, self.known.faces)
        if face.bold is not None and face.bold != scope.bold:
            scope = replace(scope, bold=face.bold)
        if face.size is not None and face.size != scope.size:
            scope = replace(scope, size=face.size)
        if face.slanted is not None and face.slanted != scope.slanted:
            scope = replace(scope, slanted=face.slanted)
        if face.underlined:  # a line under a text goes through all that stands in it
            scope = replace(scope, underlined=True)
        return scope

    def _linked(self, tag: Tag, scope: Scope) -> Scope:
        if tag.name != "a" or "href" not in tag.attrs:
            return scope
        href = attribute(tag, "href")
        # A path from the root leads nowhere without its site; any other may be a file beside the page.
        rooted = href.lstrip().startswith("/")
        return replace(scope, href=address(href, self.known.base or (self.known.site if rooted else None)))

    def _end_block(self) -> None:
        self._break_line() if self._grid is not None else self._sheet.end_block()

    def _break_line(self) -> None:
        self._sheet.break_line()
        if self._grid is not None:
            self._grid.part()

    def _open(self, tag: Tag) -> None:
        """Open a list, an entry, a link or a part of a table."""
        name = tag.name
        if name in LISTS:
            self._lists.append(open_list(tag, len(self._lists)))
        elif name == "li":
            within = self._lists[-1] if self._lists else OpenList(type="", depth=0, next=1)
            self._sheet.marker = within.marker(tag)
        elif name == "a":
            self._links.append(tag)
        elif self._grid is not None:
            self._open_part(tag, self._grid)
        elif name == "table":
            self._tables.append(self.known.layouts.get(id(tag), Layout.PAGE))
            if self._tables[-1] is Layout.FACTS:
                self._grid = Grid()
        elif name == "tr" and self._tables:
            fields = self._tables[-1] is Layout.FIELDS
            self._rows.append(_Row(start=len(self._sheet.drafts), fields=fields))

    def _open_part(self, tag: Tag, grid: Grid) -> None:
        if tag.name == "thead":
            self._in_head = True
        elif tag.name == "tr":
            grid.row(head=self._in_head)
        elif tag.name in CELLS:
            grid.cell(tag)

    def _close(self, tag: Tag) -> None:
        """Close what was opened."""
        name = tag.name
        if name in LISTS:
            self._lists.pop()
        elif name == "li":
            self._sheet.marker = None
        elif name == "a":
            self._links.pop()
        elif name == "thead":
            self._in_head = False
        elif name == "table" and self._tables:
            self._tables.pop()
            if self._grid is not None:
                self._close_table(self._grid)
        elif name == "tr" and self._rows and self._grid is None:
            row = self._rows.pop()
            self._sheet.join_row(row.start, fields=row.fields)

    def _close_table(self, grid: Grid) -> None:
        self._grid = None
        self._sheet.end_block()
        table, text = grid.finish()
        for piece in grid.caption:
            self._sheet.write(piece.text, piece.scope)
        self._sheet.end_block()
        if table is not None:
            self._sheet.put(Draft(text=text, style="table", table=table))


def _scope(tag: Tag, scope: Scope, *, block: bool) -> Scope:
    """Tell what a tag adds to what is known of the text inside it."""
    name = tag.name
    if block:
        rank = heading_rank(tag)
        scope = replace(
            scope,
            style=look(tag),
            tone="",
            level=rank if rank is not None else scope.level,
            bold=rank is not None or (scope.bold and name not in CELLS),
            indent=_indent(tag) or scope.indent,
            toggle=name == "summary" or scope.toggle,
        )
    elif "class" in tag.attrs:
        scope = replace(scope, tone=look(tag))
    if name in PREFORMATTED or ("style" in tag.attrs and KEEPS_LINES.search(inline_style(tag))):
        scope = replace(scope, keeps_lines=True)
    return _kept_apart(tag, scope)


def _indent(tag: Tag) -> int:
    """Give the blanks by which a page that Word saved sets an entry of a list in."""
    level = OF_LIST.search(inline_style(tag)) if "style" in tag.attrs else None
    return STEP * (int(level["level"]) - 1) if level else 0


def _kept_apart(tag: Tag, scope: Scope) -> Scope:
    """Set apart what is not shown in the page's text: its title, and what was deleted from it."""
    if tag.name in {"title", "desc"}:
        drawn = scope.furniture is None and is_in_drawing(tag)
        return replace(scope, furniture=Furniture.CHROME, icon=drawn)
    if tag.name == "del":
        return replace(scope, furniture=scope.furniture or Furniture.DELETED)
    return scope
