"""HTML read into lines: the paragraphs, headings, lists and tables that its tags tell apart.

Web pages and Word files both come through here.  The walk keeps its own stack, since nothing bounds how
deep a page is nested.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag, XMLParsedAsHTMLWarning
from bs4.element import PageElement
from bs4.exceptions import ParserRejectedMarkup

from converters.blocks import Furniture, Line
from converters.errors import UnreadableSource
from converters.readers.markup_grid import Grid
from converters.readers.markup_levels import ranked
from converters.readers.markup_links import address
from converters.readers.markup_lists import OpenList, open_list
from converters.readers.markup_sheet import Draft, Sheet
from converters.readers.markup_tables import Layout, TableSurvey, whole_bold
from converters.readers.markup_tags import (
    CELLS,
    KEEPS_LINES,
    LISTS,
    NO_BOLD,
    PREFORMATTED,
    WORDLESS,
    attribute,
    heading_rank,
    inline_style,
    is_block,
    is_text,
    look,
)
from converters.readers.markup_text import Scope

DEEPEST = 500  # tags inside each other; beyond, their text is kept and their structure is not


def lines_of(html: str, *, where: str, chrome: bool = False) -> tuple[Line, ...]:  # noqa: ARG001 the furniture of web pages comes with their reader
    """Read markup into lines.

    ``chrome`` is true for web pages, whose menus, buttons and hidden text become lines with
    ``furniture``.  Raises UnreadableSource for what no parser takes.
    """
    soup = _parse(html, where)
    survey = _survey(soup)
    walk = _Walk(survey)
    return ranked(walk.read(soup))


def _parse(html: str, where: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # XHTML is read as the HTML it is.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        try:
            # The line feed keeps a short text from being taken for the name of a file.
            return BeautifulSoup(html.replace("\x00", "") + "\n", "lxml")
        except ParserRejectedMarkup as error:
            raise UnreadableSource(
                "Siden kan ikke læses som HTML.",
                where=where,
                hint="Åbn den i en browser, og gem den igen som komplet webside.",
            ) from error


def _survey(soup: BeautifulSoup) -> TableSurvey:
    survey = TableSurvey()
    stack: list[tuple[bool, PageElement]] = [(False, soup)]
    while stack:
        leaving, node = stack.pop()
        if isinstance(node, Tag):
            if leaving:
                survey.leave(node)
            elif node.name not in WORDLESS:
                survey.enter(node)
                stack.append((True, node))
                stack.extend((False, child) for child in reversed(node.contents))
        elif is_text(node):
            survey.text(str(node), node.parent.name if node.parent else "")
    return survey


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A node to go to, or to leave again."""

    node: PageElement
    scope: Scope
    leaving: bool = False


class _Walk:
    """Goes through a page once and writes it down."""

    def __init__(self, survey: TableSurvey) -> None:
        self._layouts = survey.layouts
        self._sheet = Sheet()
        self._grid: Grid | None = None
        self._lists: list[OpenList] = []
        self._depth = 0
        self._in_head = False

    def read(self, root: Tag) -> list[Draft]:
        """Read everything below a tag."""
        stack = [_Step(node=root, scope=Scope())]
        while stack:
            step = stack.pop()
            node = step.node
            if isinstance(node, Tag):
                if step.leaving:
                    self._leave(node)
                elif node.name not in WORDLESS:
                    scope = self._enter(node, step.scope)
                    stack.append(_Step(node=node, scope=scope, leaving=True))
                    stack.extend(_Step(node=child, scope=scope) for child in reversed(node.contents))
            elif is_text(node):
                self._write(str(node), step.scope)
        return self._sheet.finish()

    def _write(self, text: str, scope: Scope) -> None:
        if self._grid is not None:
            self._grid.write(text, scope)
        else:
            self._sheet.write(text, scope)

    def _enter(self, tag: Tag, scope: Scope) -> Scope:
        self._depth += 1
        block = is_block(tag)
        if self._depth > DEEPEST:
            if block or tag.name == "br":
                self._write(" ", scope)
            return scope
        if block:
            self._end_block()
        self._open(tag)
        if tag.name == "br":
            self._break_line()
        elif tag.name == "hr":
            self._sheet.rule()
        return _scope(tag, scope, block=block)

    def _leave(self, tag: Tag) -> None:
        block = is_block(tag)
        if self._depth > DEEPEST:
            if block:
                self._write(" ", Scope())
        else:
            if block:
                self._end_block()
            self._close(tag)
        self._depth -= 1

    def _end_block(self) -> None:
        if self._grid is not None:
            self._grid.part()
        else:
            self._sheet.end_block()

    def _break_line(self) -> None:
        if self._grid is not None:
            self._grid.part()
        else:
            self._sheet.break_line()

    def _open(self, tag: Tag) -> None:
        """Open a list, an entry or a part of a table."""
        if tag.name in LISTS:
            self._lists.append(open_list(tag, len(self._lists)))
        elif tag.name == "li":
            within = self._lists[-1] if self._lists else OpenList(type="", depth=0, next=1)
            self._sheet.marker = within.marker(tag)
        elif tag.name == "table" and self._layouts.get(id(tag)) is Layout.FACTS:
            self._grid = Grid()
        elif self._grid is not None:
            if tag.name == "thead":
                self._in_head = True
            elif tag.name == "tr":
                self._grid.row(head=self._in_head)
            elif tag.name in CELLS:
                self._grid.cell(tag)

    def _close(self, tag: Tag) -> None:
        """Close what was opened."""
        if tag.name in LISTS:
            self._lists.pop()
        elif tag.name == "li":
            self._sheet.marker = None
        elif tag.name == "thead":
            self._in_head = False
        elif tag.name == "table" and self._grid is not None:
            grid, self._grid = self._grid, None
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
            bold=False if name in CELLS else scope.bold,
        )
    elif "class" in tag.attrs:
        scope = replace(scope, tone=look(tag))
    if name == "a" and "href" in tag.attrs:
        scope = replace(scope, href=address(attribute(tag, "href")))
    if whole_bold(tag):
        scope = replace(scope, bold=True)
    elif "style" in tag.attrs and NO_BOLD.search(inline_style(tag)):
        scope = replace(scope, bold=False)
    if name in PREFORMATTED or ("style" in tag.attrs and KEEPS_LINES.search(inline_style(tag))):
        scope = replace(scope, keeps_lines=True)
    if name == "title":
        scope = replace(scope, furniture=Furniture.CHROME)
    return scope
