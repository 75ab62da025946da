"""A paper as a Word file by python-docx: with heading styles, with bold alone, numbered by Word."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from converters.blocks import Entry, Heading, Link, ListKind, Paragraph, Picture, Table
from tests.formats.markup import chart
from tests.formats.papers import Attached, Paper, Point, Shown

HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
LIST_LEVELS = 3
NARROWEST, WIDEST = 15, 40  # letters of a column
TABLE_WIDTH = 15.0  # centimetres


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a clerk writes in Word: by styles or by bold, numbers typed or counted by Word."""

    styles: bool = True
    numbered: bool = False
    heading: str = "{number}. {title}"
    colon: bool = False


def write(paper: Paper, habit: Habit, path: Path) -> None:
    """Write the paper as a Word file."""
    typist = _Typist(paper, habit)
    typist.front()
    for point in paper.points:
        typist.point(point)
    typist.document.save(str(path))


class _Typist:
    """Types one paper; keeps the document and its numbering."""

    def __init__(self, paper: Paper, habit: Habit) -> None:
        self._paper, self._habit = paper, habit
        self.document: Document = docx.Document()
        self._numbering = self.document.part.numbering_part.element
        self._abstracts: dict[str, int] = {}
        self._headings = self._new_list("heading", int(paper.points[0].number)) if habit.numbered else None
        self._link_style = self.document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        self._head_and_foot()

    def front(self) -> None:
        """The cover: whose meeting, when, where, who."""
        paper = self._paper
        self._line(paper.municipality, bold=True)
        self._line("Referat", bold=True, size=20)
        self._line(paper.committee, bold=True, size=15)
        self._line(f"Mødedato: {paper.printed_date}")
        self._line(f"Mødetidspunkt: Kl. {paper.start}")
        self._line(f"Mødested: {paper.place}")
        self._line("Medlemmer:", bold=True)
        half = (len(paper.present) + 1) // 2
        for place in range(half):
            right = paper.present[half + place] if half + place < len(paper.present) else ""
            one = self._line(f"{paper.present[place]}\t{right}")
            one.paragraph_format.tab_stops.add_tab_stop(Cm(8))
        self._line(f"Afbud: {', '.join(paper.absent)}")

    def point(self, point: Point) -> None:
        """One agenda item."""
        if self._habit.numbered:
            one = self._heading(point.title, 1)
            self._number(one, self._headings or 0, 0)
        else:
            self._heading(self._habit.heading.format(number=point.number, title=point.title), 1)
        if point.case:
            self._line(f"Sagsnr.: {point.case}")
        for part in point.parts:
            self._heading(part.label + ":" * self._habit.colon, 2)
            self._blocks(part.content)

    def _blocks(self, blocks: Iterable[Shown]) -> None:
        lists: dict[int, tuple[str, int]] = {}
        for block in blocks:
            if isinstance(block, Entry):
                self._entry(block, lists)
                continue
            lists = {}
            match block:
                case Paragraph():
                    self._linked(self._line(""), block.text, block.links)
                case Heading():
                    self._heading(block.text, 3)
                case Table():
                    self._table(block)
                case Picture():
                    self.document.add_picture(io.BytesIO(chart(block.alt or "")), width=Cm(8))
                case Attached():
                    one = self._line("", style="List Bullet")
                    links = (Link(start=0, end=len(block.title), href=block.href),) if block.href else ()
                    self._linked(one, block.title, links)

    def _entry(self, entry: Entry, lists: dict[int, tuple[str, int]]) -> None:
        kind = "dash" if entry.text in self._paper.dashes else entry.kind.value
        for deeper in [depth for depth in lists if depth > entry.depth]:
            del lists[deeper]
        if lists.get(entry.depth, ("", 0))[0] != kind or entry.marker in {"1", "a"}:
            lists[entry.depth] = (kind, self._new_list(kind, 1))
        one = self._line("", style="List Paragraph")
        self._number(one, lists[entry.depth][1], entry.depth)
        self._linked(one, entry.text, entry.links)

    def _heading(self, text: str, level: int) -> WordParagraph:
        if self._habit.styles:
            titled: WordParagraph = self.document.add_heading(text, level)
            return titled
        one = self._line(text, bold=True, size={1: 14, 2: 11, 3: 10}[level])
        if level == len("abc"):
            one.runs[0].italic = True
        return one

    def _line(
        self, text: str, *, bold: bool = False, size: int | None = None, style: str | None = None
    ) -> WordParagraph:
        one = self.document.add_paragraph(style=style)
        if text:
            run = one.add_run(text)
            run.bold = bold or None
            run.font.size = Pt(size) if size else None
        return one

    def _linked(self, one: WordParagraph, text: str, links: Iterable[Link]) -> None:
        last = 0
        for link in links:
            one.add_run(text[last : link.start])
            target = self.document.part.relate_to(link.href, HYPERLINK, is_external=True)
            tag = OxmlElement("w:hyperlink")
            tag.set(qn("r:id"), target)
            run = one.add_run(text[link.start : link.end], style=self._link_style)
            tag.append(run._r)  # noqa: SLF001 - python-docx has no links of its own
            one._p.append(tag)  # noqa: SLF001 - as above
            last = link.end
        one.add_run(text[last:])

    def _table(self, table: Table) -> None:
        grid = self.document.add_table(rows=0, cols=len(table.header), style="Table Grid")
        for row in (table.header, *table.rows):
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
        longest = [
            min(WIDEST, max(NARROWEST, *(len(row[place]) for row in (table.header, *table.rows))))
            for place in range(len(grid.columns))
        ]
        grid.autofit = False
        widths = [Cm(TABLE_WIDTH * share / sum(longest)) for share in longest]
        for column, wide in zip(grid.columns, widths, strict=True):
            column.width = wide
        for row in grid.rows:
            for cell, wide in zip(row.cells, widths, strict=True):
                cell.width = wide
        for cell in grid.rows[0].cells:
            cell.paragraphs[0].runs[0].bold = True

    def _number(self, one: WordParagraph, number: int, depth: int) -> None:
        properties = one._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no lists of its own
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = number

    def _new_list(self, kind: str, start: int) -> int:
        if kind not in self._abstracts:
            self._abstracts[kind] = self._add_abstract(kind, start)
        number = 100 + len(self._numbering.findall(qn("w:num")))
        again = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level in range(LIST_LEVELS)
        )
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{self._abstracts[kind]}"/>{again}</w:num>'
            )
        )
        return number

    def _add_abstract(self, kind: str, start: int) -> int:
        number = 500 + len(self._abstracts)
        levels = "".join(_level(kind, level, start) for level in range(LIST_LEVELS))
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        )
        self._numbering.insert(0, abstract)  # all of them stand before the first w:num
        return number

    def _head_and_foot(self) -> None:
        section = self.document.sections[0]
        section.header.paragraphs[0].text = f"{self._paper.municipality} – {self._paper.committee}"
        foot = section.footer.paragraphs[0]
        foot.add_run(f"Referat {self._paper.printed_date}, side ")
        for kind in ("begin", None, "end"):
            run = foot.add_run()._r  # noqa: SLF001 - python-docx has no fields of its own
            if kind:
                run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
            else:
                run.append(parse_xml(f"<w:instrText {nsdecls('w')}> PAGE </w:instrText>"))


def _level(kind: str, level: int, start: int) -> str:
    bullets = {"bullet": ["\uf0b7", "o", "\uf0a7"], "dash": ["–", "–", "–"]}
    formats = {ListKind.NUMBER.value: "decimal", ListKind.LETTER.value: "lowerLetter", "heading": "decimal"}
    if kind in bullets:
        text, form = bullets[kind][level], "bullet"
        font = "Symbol" if text == "\uf0b7" else "Courier New"
        look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>'
    else:
        text, form, look = f"%{level + 1}.", formats[kind], ""
    left = 0 if kind == "heading" else 720 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{min(left, 360)}"/></w:pPr>{look}</w:lvl>'
    )
