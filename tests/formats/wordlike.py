"""A paper as Word's own export: words placed one by one, no blanks, markers and the footer painted last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from converters.blocks import Entry, Heading, Link, ListKind, Paragraph, Picture, Table
from tests.formats.canvas import HEIGHT, SIGNS, WIDTH, Sheet, Writer, bar, width, word
from tests.formats.markup import chart
from tests.formats.papers import Attached, Paper, Point, Shown

Paint = Callable[[str, float, float, str, float], str]
LEFT, RIGHT, TOP, BOTTOM = 72.0, WIDTH - 72.0, HEIGHT - 90.0, 80.0
BODY = 11.0
LEADING = 1.22
INDENT, HANG = 36.0, 18.0
PAD = 5.4
REGULAR, BOLD = "F1", "F2"


@dataclass(slots=True, kw_only=True)
class _Press:
    """Sets lines from the top of a page to its foot, and starts another when it is full."""

    paper: Paper
    backwards: bool
    paint: Paint
    sheets: list[Sheet] = field(default_factory=list)
    y: float = BOTTOM

    @property
    def sheet(self) -> Sheet:
        """The page that is being filled."""
        return self.sheets[-1]

    def room(self, high: float) -> None:
        """Start a new page unless so much of this one is left."""
        if not self.sheets or self.y - high < BOTTOM:
            self.sheets.append(Sheet())
            self.y = TOP

    def text(  # noqa: PLR0913 - what a paragraph looks like, each with a default
        self,
        text: str,
        *,
        face: str = REGULAR,
        size: float = BODY,
        left: float = LEFT,
        right: float = RIGHT,
        links: Iterable[Link] = (),
        after: float = 8.0,
    ) -> None:
        """Set a paragraph, word by word, broken where the next one does not fit."""
        place = 0
        for line in _broken(text, face, size, right - left):
            self.room(size * LEADING)
            self.y -= size * LEADING
            x = left
            for one in line:
                start = text.index(one, place)
                place = start + len(one)
                self.sheet.ops.append(self.paint(one, x, self.y, face, size))
                end = x + width(one, face, size)
                for link in links:
                    if link.start <= start < link.end:
                        edge = x + width(one[: link.end - start], face, size)
                        self.sheet.links.append((x, self.y - 2, edge, self.y + size, link.href))
                x = end + width(" ", face, size)
        self.y -= after

    def marker(self, printed: str, left: float, *, sign: bool) -> None:
        """Paint a marker beside the line that comes next, after everything else of the page."""
        self.room(BODY * LEADING)
        face = SIGNS if sign else REGULAR
        self.sheet.late.append(word(printed, left, self.y - BODY * LEADING, face, BODY))

    def table(self, table: Table) -> None:
        """Set a ruled table; a row that does not fit goes on over the page break."""
        columns = len(table.header)
        wide = (RIGHT - LEFT) / columns
        for number, row in enumerate((table.header, *table.rows)):
            face = REGULAR if number else BOLD
            lines = [_broken(cell, face, 10, wide - 2 * PAD) for cell in row]
            self._row(lines, wide, face)
        self.y -= 12

    def _row(self, cells: list[list[list[str]]], wide: float, face: str) -> None:
        depth, done = max(len(cell) for cell in cells), 0
        while done < depth:
            self.room(12.2 + 4)
            fits = min(depth - done, int((self.y - BOTTOM - 4) / 12.2))
            for column, cell in enumerate(cells):
                for place, line in enumerate(cell[done : done + fits]):
                    x = LEFT + column * wide + PAD
                    for one in line:
                        y = self.y - 11 - place * 12.2
                        self.sheet.ops.append(self.paint(one, x, y, face, 10))
                        x += width(one, face, 10) + width(" ", face, 10)
            high = fits * 12.2 + 4
            self._rules(len(cells), wide, high)
            self.y -= high
            done += fits
            if done < depth:
                self.y = BOTTOM

    def _rules(self, columns: int, wide: float, high: float) -> None:
        for column in range(columns + 1):
            self.sheet.ops.append(bar(LEFT + column * wide - 0.25, self.y - high, 0.5, high))
        for y in (self.y, self.y - high):
            self.sheet.ops.append(bar(LEFT - 0.25, y - 0.25, columns * wide + 0.5, 0.5))

    def finish(self) -> None:
        """Give each page its header and footer, and the order in which a case system paints."""
        for number, sheet in enumerate(self.sheets, 1):
            if self.backwards:
                sheet.ops.reverse()
            foot = f"{self.paper.committee} {self.paper.printed_date}"
            sheet.ops[:0] = list(_spread(foot, LEFT, HEIGHT - 45))
            sheet.late += _spread(f"Side {number} af {len(self.sheets)}", RIGHT - 70, 40)


def _spread(text: str, x: float, y: float) -> Iterator[str]:
    for one in text.split():
        yield word(one, x, y, REGULAR, 9)
        x += width(f"{one} ", REGULAR, 9)


def _broken(text: str, face: str, size: float, room: float) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    used = 0.0
    for one in text.split():
        wide = width(one, face, size)
        if lines[-1] and used + wide > room:
            lines.append([])
            used = 0.0
        lines[-1].append(one)
        used += wide + width(" ", face, size)
    return lines


def write(
    paper: Paper,
    path: Path,
    *,
    heading: str = "{number}. {title}",
    backwards: bool = False,
    paint: Paint = word,
) -> None:
    """Print the paper; ``backwards`` paints each page from its foot to its head, ``paint`` a word."""
    press = _Press(paper=paper, backwards=backwards, paint=paint)
    pictures: dict[str, Path] = {}
    _front(press)
    for point in paper.points:
        press.y -= 14
        press.room(80)
        press.text(heading.format(number=point.number, title=point.title), face=BOLD, size=14, after=4)
        if point.case:
            press.text(f"Sagsnr.: {point.case}")
        _parts(press, point, pictures, path.parent)
    press.finish()
    Writer().save(press.sheets, pictures, path)


def _front(press: _Press) -> None:
    paper = press.paper
    press.text(paper.municipality, size=13)
    press.text("Referat", face=BOLD, size=20)
    press.text(paper.committee, face=BOLD, size=15)
    for fact in (f"Mødedato: {paper.printed_date}", f"Mødetidspunkt: Kl. {paper.start}"):
        press.text(fact, after=2)
    press.text(f"Mødested: {paper.place}", after=14)
    press.text("Medlemmer:", face=BOLD, after=2)
    half = (len(paper.present) + 1) // 2
    for place, name in enumerate(paper.present[:half]):
        y = press.y
        press.text(name, after=0)
        if half + place < len(paper.present):
            press.y = y
            press.text(paper.present[half + place], left=LEFT + 230, after=0)
    press.y -= 8
    press.text(f"Afbud: {', '.join(paper.absent)}", after=14)
    _contents(press)


def _contents(press: _Press) -> None:
    press.text("Indholdsfortegnelse", face=BOLD)
    for number, point in enumerate(press.paper.points):
        *lines, last = _broken(f"{point.number}. {point.title}", REGULAR, BODY, RIGHT - LEFT - 40)
        for line in lines:
            press.text(" ".join(line), after=0)
        title, page = " ".join(last), str(2 + number // 2)
        left = RIGHT - LEFT - width(f"{title}  {page}", REGULAR, BODY)
        dots = "." * int(left / width(".", REGULAR, BODY))
        press.text(f"{title} {dots} {page}", right=RIGHT + 20, after=2)


def _parts(press: _Press, point: Point, pictures: dict[str, Path], folder: Path) -> None:
    for part in point.parts:
        press.y -= 4
        press.room(40)
        press.text(part.label, face=BOLD, size=BODY, after=2)
        for block in part.content:
            if isinstance(block, Picture):
                name = f"Im{len(pictures) + 1}"
                pictures[name] = folder / f".{press.paper.name}-{name}.png"
                pictures[name].write_bytes(chart(block.alt or ""))
                press.room(120)
                press.y -= 110
                press.sheet.ops.append(f"q 220 0 0 110 {LEFT} {press.y:.1f} cm /{name} Do Q")
                press.y -= 8
            else:
                _block(press, block)


def _block(press: _Press, block: Shown) -> None:
    match block:
        case Paragraph():
            press.text(block.text, links=block.links)
        case Heading():
            press.room(40)
            press.text(block.text, face=BOLD, size=10, after=2)
        case Table():
            press.table(block)
        case Attached():
            links = (Link(start=0, end=len(block.title), href=block.href),) if block.href else ()
            _entry(press, Entry(text=block.title, links=links))
        case Entry():
            _entry(press, block)


def _entry(press: _Press, entry: Entry) -> None:
    left = LEFT + INDENT * (entry.depth + 1)
    is_sign = entry.kind is ListKind.BULLET and entry.text not in press.paper.dashes
    printed = f"{entry.marker}." if entry.marker else ("\u00b7" if entry.depth == 0 else "\u00a7")
    if entry.text in press.paper.dashes:
        printed = "–"
    press.marker(printed, left - HANG, sign=is_sign)
    press.text(entry.text, left=left, links=entry.links, after=2)
