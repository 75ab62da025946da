"""The cells of a table while it is being read, and the table they make."""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4 import Tag

from converters.blocks import CellLink, Link, Table
from converters.readers.markup_tables import MOST_CELLS, MOST_COLUMNS, span
from converters.readers.markup_text import Piece, Scope, put_together


@dataclass(slots=True, kw_only=True)
class _Cell:
    """A cell with its pieces, or the empty place that another cell reaches into."""

    header: bool = False
    columns: int = 1
    rows: int = 1
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    links: tuple[Link, ...] = ()
    bold: bool = False

    def close(self) -> None:
        self.text, self.links = put_together(self.pieces)
        self.bold = bool(self.text) and all(
            piece.scope.bold for piece in self.pieces if not piece.text.isspace()
        )


class Grid:
    """Takes the rows and cells of a table as they come."""

    def __init__(self) -> None:
        self.caption: list[Piece] = []
        self._rows: list[list[_Cell]] = []
        self._heads = 0  # rows that stand in a thead
        self._cell: _Cell | None = None

    def row(self, *, head: bool) -> None:
        """Begin a row."""
        self._rows.append([])
        self._cell = None
        if head and self._heads == len(self._rows) - 1:
            self._heads += 1

    def cell(self, tag: Tag) -> None:
        """Begin a cell."""
        if not self._rows:
            self._rows.append([])
        self._cell = _Cell(
            header=tag.name == "th",
            columns=span(tag, "colspan", MOST_COLUMNS),
            rows=span(tag, "rowspan", MOST_CELLS),
        )
        self._rows[-1].append(self._cell)

    def write(self, text: str, scope: Scope) -> None:
        """Add text to the cell that is open; what stands in none is the caption."""
        pieces = self.caption if self._cell is None else self._cell.pieces
        pieces.append(Piece(text=text, scope=scope))

    def part(self) -> None:
        """Keep the words before apart from those after."""
        pieces = self.caption if self._cell is None else self._cell.pieces
        if pieces:
            pieces.append(Piece(text=" ", scope=Scope(bold=pieces[-1].scope.bold)))

    def finish(self) -> tuple[Table | None, str]:
        """Give the table and its text; a title over all columns goes to the caption."""
        for row in self._rows:
            for cell in row:
                cell.close()
        rows = _without_empty(_spread(self._rows))
        heads = self._heads
        while rows and heads <= 1 and len(rows) > 1 and _is_title(rows[0]):
            self.caption.extend(piece for cell in rows.pop(0) for piece in cell.pieces)
            heads = 0
        rows = _without_empty(rows)
        if not rows:
            return None, ""
        header = heads > 0 or _is_header(rows)
        texts = tuple(tuple(cell.text for cell in row) for row in rows)
        first = 0 if header else 1
        table = Table(
            header=texts[0] if header else (),
            rows=texts[1:] if header else texts,
            links=tuple(
                CellLink(row=row, column=column, link=link)
                for row, cells in enumerate(rows, start=first)
                for column, cell in enumerate(cells)
                for link in cell.links
            ),
        )
        return table, " ".join(text for row in texts for text in row if text)


def _spread(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """Lay the cells out in columns; spans that make a table too large are not followed."""
    laid: list[list[_Cell]] = []
    reaching: dict[int, int] = {}  # column → rows that a cell above still reaches down
    total = 0
    for row in rows:
        places: list[_Cell] = []
        waiting = list(reversed(row))
        last = max(reaching, default=-1)
        while waiting or len(places) <= last:
            if reaching.get(len(places), 0) > 0 or not waiting:
                places.append(_Cell())
                continue
            cell = waiting.pop()
            start = len(places)
            places.append(cell)
            places.extend(_Cell() for _ in range(cell.columns - 1))
            if cell.rows > 1:
                reaching |= dict.fromkeys(range(start, len(places)), cell.rows)
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        laid.append(places)
        total += len(places)
        if total > MOST_CELLS:
            return [list(cells) for cells in rows]
    return laid


def _without_empty(rows: list[list[_Cell]]) -> list[list[_Cell]]:
    """Drop rows and columns without a word, and make all rows as wide as the widest."""
    rows = [row for row in rows if any(cell.text for cell in row)]
    width = max((len(row) for row in rows), default=0)
    filled = [
        column for column in range(width) if any(len(row) > column and row[column].text for row in rows)
    ]
    return [[row[column] if len(row) > column else _Cell() for column in filled] for row in rows]


def _is_title(row: list[_Cell]) -> bool:
    """Tell whether the first row is one cell over all columns."""
    return (
        len(row) > 1 and bool(row[0].text) and row[0].columns > 1 and not any(cell.text for cell in row[1:])
    )


def _is_header(rows: list[list[_Cell]]) -> bool:
    """Tell whether the first row is told apart from the others: by its tags, or as the one bold row."""
    if len(rows) < 2:
        return False
    filled = [cell for cell in rows[0] if cell.text]
    if all(cell.header for cell in filled):
        return not all(cell.header for row in rows for cell in row if cell.text)
    return (
        len(filled) > 1
        and all(cell.bold for cell in filled)
        and not any(cell.bold for row in rows[1:] for cell in row)
    )
