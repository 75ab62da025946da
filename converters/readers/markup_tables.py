"""Which tables of a page hold columns of facts, and which only lay text out."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from bs4 import Tag

from converters.readers.markup_tags import (
    BOLD,
    CELLS,
    LISTS,
    NUMBER,
    TABLE_PARTS,
    attribute,
    heading_rank,
    is_block,
)
from converters.readers.markup_text import TIE

MOST_CELLS = 200_000  # of a table with its spans; beyond, it is read as text
MOST_COLUMNS = 1_000
RUNNING_TEXT = 12  # words in one paragraph that are more than an entry of a table
LONG_TEXT = 40  # words in a cell that are a text beside its label
LONGEST_NUMBER = 8  # characters
LABEL = 8  # words of a label at most


class Layout(Enum):
    """What a table is for."""

    FACTS = "facts"  # rows and columns
    FIELDS = "fields"  # a label with a colon, and its value beside it
    PAGE = "page"  # text laid out in columns; its cells are read one after the other


@dataclass(slots=True, kw_only=True)
class _Cell:
    """What was counted in a cell."""

    columns: int
    header: bool
    words: int = 0
    paragraph: int = 0  # words of the paragraph that is open
    paragraphs: int = 0  # with any words
    running: int = 0  # paragraphs of running text
    bold: int = 0  # words of the paragraph that are bold
    titles: int = 0  # paragraphs that are bold from end to end
    starts: str = ""  # the first letters
    ends: str = ""  # the last letter

    def end_paragraph(self) -> None:
        self.paragraphs += self.paragraph > 0
        self.running += self.paragraph >= RUNNING_TEXT
        self.titles += 0 < self.paragraph == self.bold
        self.paragraph = self.bold = 0


@dataclass(slots=True, kw_only=True)
class _Open:
    """A table that is being counted."""

    tag: Tag
    rows: list[list[_Cell]] = field(default_factory=list)
    cell: _Cell | None = None
    head: bool = False
    nested: bool = False
    headings: bool = False
    lists: bool = False
    stray: bool = False  # text between the cells


class TableSurvey:
    """Judges every table of a page in one walk; tables are told apart by the identity of their tag."""

    def __init__(self) -> None:
        self.layouts: dict[int, Layout] = {}
        self._open: list[_Open] = []
        self._bold = 0

    def enter(self, tag: Tag) -> None:
        """Count a tag that begins."""
        if tag.name == "table":
            if self._open:
                self._open[-1].nested = True
            self._open.append(_Open(tag=tag))
        elif self._open:
            self._enter_part(tag, self._open[-1])

    def _enter_part(self, tag: Tag, table: _Open) -> None:
        self._bold += tag.name in BOLD
        if tag.name == "tr":
            table.rows.append([])
        elif tag.name == "thead":
            table.head = True
        elif tag.name in CELLS:
            table.cell = _Cell(columns=span(tag, "colspan", MOST_COLUMNS), header=tag.name == "th")
            if not table.rows:
                table.rows.append([])
            table.rows[-1].append(table.cell)
        elif table.cell is not None:
            table.headings = table.headings or heading_rank(tag) is not None
            table.lists = table.lists or tag.name in LISTS
            if tag.name == "br" or is_block(tag):
                table.cell.end_paragraph()

    def text(self, text: str, parent: str) -> None:
        """Count words."""
        if not self._open:
            return
        text = TIE.sub("", text)
        words = len(text.split())
        table = self._open[-1]
        if not words:
            return
        if table.cell is None:
            table.stray = table.stray or parent in TABLE_PARTS
            return
        table.cell.words += words
        table.cell.paragraph += words
        table.cell.bold += words if self._bold else 0
        if len(table.cell.starts) < LONGEST_NUMBER:
            table.cell.starts += text.strip()[:LONGEST_NUMBER]
        table.cell.ends = text.rstrip()[-1]

    def leave(self, tag: Tag) -> None:
        """Count a tag that ends; a table is judged then."""
        if not self._open:
            return
        self._bold -= tag.name in BOLD
        table = self._open[-1]
        if tag is table.tag:
            self._open.pop()
            self.layouts[id(tag)] = _judge(table)
        elif table.cell is not None:
            if tag.name in CELLS:
                table.cell.end_paragraph()
                table.cell = None
            elif is_block(tag):
                table.cell.end_paragraph()


def span(tag: Tag, name: str, most: int) -> int:
    """Read colspan or rowspan; what is no number from 1 is 1."""
    text = attribute(tag, name).strip()
    if not (text.isascii() and text.isdecimal()) or len(text) > 9:
        return 1
    return min(max(int(text), 1), most)


def _judge(table: _Open) -> Layout:
    rows = [row for row in table.rows if any(cell.words for cell in row)]
    width = max((sum(cell.columns for cell in row) for row in rows), default=0)
    lays_out = attribute(table.tag, "role") in {"presentation", "none"} or table.nested or table.headings
    if lays_out or table.stray or not rows or width * len(table.rows) > MOST_CELLS:
        return Layout.PAGE
    header = len(rows) > 1 and (table.head or all(cell.header for cell in rows[0])) and len(rows[0]) > 1
    if not header and _are_fields(rows):
        return Layout.FIELDS
    if _columns_with_words(rows) < 2 or len(rows) < 2:
        return Layout.PAGE
    texts = table.lists or any(cell.running > 1 for row in rows for cell in row)
    texts = texts or _are_labelled(rows) or _are_numbered(rows)
    return Layout.PAGE if texts and not header else Layout.FACTS


def _columns_with_words(rows: list[list[_Cell]]) -> int:
    """Count the columns that hold a word; columns of blanks only keep others apart."""
    found: set[int] = set()
    for row in rows:
        place = 0
        for cell in row:
            if cell.words:
                found.add(place)
            place += cell.columns
    return len(found)


def _are_fields(rows: list[list[_Cell]]) -> bool:
    """Tell whether every row is a label with a colon and what stands beside it."""
    for row in rows:
        filled = [cell for cell in row if cell.words]
        if not row[0].words or row[0].ends != ":" or row[0].words > LABEL or len(filled) > 2:
            return False
    return True


def _are_numbered(rows: list[list[_Cell]]) -> bool:
    """Tell whether all rows are texts, and a number stands beside the first of each: items laid out."""
    if any(sum(cell.words > 0 for cell in row) > 2 for row in rows):
        return False
    first = [row[0].starts for row in rows]
    if all(first) or not any(first):
        return any(0 < cell.titles < cell.paragraphs for row in rows for cell in row)
    return all(NUMBER.match(text) for text in first if text)


def _are_labelled(rows: list[list[_Cell]]) -> bool:
    """Tell whether short labels stand beside whole texts: sections laid out in two columns."""
    filled = [[cell for cell in row if cell.words] for row in rows]
    if any(len(row) > 2 for row in filled) or all(len(row) < 2 for row in filled):
        return False
    pairs = [row for row in filled if len(row) == 2]
    return all(label.words <= LABEL for label, _ in pairs) and any(
        text.words > LONG_TEXT for _, text in pairs
    )
