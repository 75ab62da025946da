"""PDF files: text objects by place and font, read into lines that know their paragraphs and headings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from converters.blocks import Reading, Table
from converters.errors import (
    EmptySource,
    EncryptedSource,
    TooLarge,
    TruncatedSource,
    UnreadableSource,
)
from converters.readers.ocr import is_scan, recognise
from converters.readers.pdf_flow import Leaf, Ruled, flow, key
from converters.readers.pdf_fonts import Fonts
from converters.readers.pdf_lines import printed_lines
from converters.readers.pdf_links import areas_of, lay
from converters.readers.pdf_recognised import evened, with_bullets
from converters.readers.pdf_rules import has_rules
from converters.readers.pdf_runs import sheet_of
from converters.readers.pdf_table_parts import merged
from converters.readers.pdf_tables import Box, ruled_tables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from converters.blocks import Picture
    from converters.readers.pdf_links import Area
    from converters.readers.pdf_runs import Run, Sheet
    from converters.readers.pdf_table_parts import WholeTable

# Pillow is slow to load, and most papers have no picture.
# ruff: noqa: PLC0415

LARGEST = 100 * 2**20  # bytes
MOST_PAGES = 2_000
HEADER, HEADER_WITHIN = b"%PDF-", 1024  # bytes within which a file that once was a PDF says so
LOGO = 3  # pages that hold the same picture, from which on it is part of the paper and not of the text
MOST_BOOKMARKS = 5_000
LOCKED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})


def read(raw: bytes, where: str) -> Reading:
    """Read a PDF.

    Raises UnreadableSource for one that is locked, cut or no PDF, UnsafeSource for one beyond the
    limits, EmptySource for one without a word.
    """
    document = _open(raw, where)
    try:
        pages = _Pages(raw, document, where)
        lines = flow(pages.leaves(), _outline(document))
    finally:
        document.close()
    if not any(character.isalnum() for line in lines for character in line.text):
        raise EmptySource(
            "Filen har ikke et eneste ord.",
            where=where,
            hint="Åbn den. Er siderne billeder, så find originalen, eller skan dem igen.",
        )
    return Reading(lines=lines, pages=pages.count, recognised=pages.scanned)


def _open(raw: bytes, where: str) -> pypdfium2.PdfDocument:
    if not raw:
        raise EmptySource(
            "Filen er tom.", where=where, hint="Læg den rigtige fil i mappen, eller slet den tomme."
        )
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code in LOCKED:
            raise EncryptedSource(
                "Filen er låst med en adgangskode.",
                where=where,
                hint="Gem den uden adgangskode, og læg den nye fil i mappen.",
            ) from error
        kind = TruncatedSource if HEADER in raw[:HEADER_WITHIN] else UnreadableSource
        raise kind(
            "Filen er ikke en hel PDF.", where=where, hint="Hent den igen dér, hvor den kom fra."
        ) from error
    if len(document) > MOST_PAGES:
        pages = len(document)
        document.close()
        raise TooLarge(
            f"Filen har {pages} sider; grænsen er {MOST_PAGES}.",
            where=where,
            hint="Del filen i et referat ad gangen.",
        )
    return document


class _Pages:
    """The pages of a document, each read once and let go of as soon as its lines are known."""

    def __init__(self, raw: bytes, document: pypdfium2.PdfDocument, where: str) -> None:
        self._raw, self._document, self._where = raw, document, where
        self._fonts = Fonts()
        self._pictures: dict[int, tuple[tuple[float, Picture], ...]] = {}
        self.count = len(document)
        self.scanned: tuple[int, ...] = ()

    def leaves(self) -> tuple[Leaf, ...]:
        """Give every page with its lines, tables and pictures."""
        leaves: dict[int, Leaf] = {}
        ruled: dict[int, tuple[Sheet, tuple[Area, ...]]] = {}
        for number in range(1, self.count + 1):
            page = self._page(self._document, number)
            sheet = self._sheet(page, number)
            if sheet.image_share and is_scan(_letters(sheet), sheet.image_share):
                self.scanned = (*self.scanned, number)
                continue
            areas = areas_of(self._document, page)
            if sheet.drawn and has_rules(page):
                ruled[number] = sheet, areas
            else:
                leaves[number] = self._leaf(sheet, areas)
            if sheet.image_share:
                from converters.readers.pdf_pictures import pictures_of

                self._pictures[number] = pictures_of(page, number)
            page.close()
        leaves |= self._with_tables(ruled)
        leaves |= self._read_off()
        pictures = _without_logos(self._pictures)
        return tuple(replace(leaves[number], pictures=pictures.get(number, ())) for number in sorted(leaves))

    def _page(self, document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
        try:
            return document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise UnreadableSource(
                "Siden kan ikke læses.",
                where=f"{self._where}: side {number}",
                hint="Gem filen som PDF igen fra det program, den er skrevet i.",
            ) from error

    def _sheet(self, page: pypdfium2.PdfPage, number: int) -> Sheet:
        sheet = sheet_of(page, number, self._fonts)
        if sheet.crowded:
            raise TooLarge(
                "Siden har flere tegn, end nogen side kan vise.",
                where=f"{self._where}: side {number}",
                hint="Gem filen som PDF igen fra det program, den er skrevet i.",
            )
        return sheet

    def _with_tables(self, ruled: Mapping[int, tuple[Sheet, tuple[Area, ...]]]) -> dict[int, Leaf]:
        """Take the tables out of the pages that have ruling lines; a table stands where it begins."""
        if not ruled:
            return {}
        tables = merged(ruled_tables(self._raw, tuple(ruled)))
        boxes: dict[int, list[Box]] = defaultdict(list)
        begins: dict[int, list[Ruled]] = defaultdict(list)
        for table in tables:
            for place in table.places:
                boxes[place.page].append(place.box)
            first = table.places[0]
            begins[first.page].append(
                Ruled(top=first.box[1], table=_table(table), again=" ".join(table.dropped))
            )
        return {
            number: replace(self._leaf(sheet, areas, boxes[number]), tables=tuple(begins[number]))
            for number, (sheet, areas) in ruled.items()
        }

    @staticmethod
    def _leaf(sheet: Sheet, areas: Sequence[Area] = (), boxes: Sequence[Box] = ()) -> Leaf:
        runs = (
            [run for run in sheet.runs if not any(_inside(run, box) for box in boxes)]
            if boxes
            else sheet.runs
        )
        lines = printed_lines(sheet.number, runs)
        return Leaf(number=sheet.number, height=sheet.height, lines=lay(lines, areas), slanted=sheet.slanted)

    def _read_off(self) -> dict[int, Leaf]:
        """Read the text of scanned pages off their images."""
        if not self.scanned:
            return {}
        document = _open(recognise(self._raw, self.scanned, self._where), self._where)
        self._fonts = Fonts()
        from converters.readers.pdf_pictures import picture_of_page

        try:
            pages = {number: self._page(document, number) for number in self.scanned}
            sheets = evened([self._sheet(page, number) for number, page in pages.items()])
            # A map or a photo has no words: the page is shown as it is, since an empty one would be a loss.
            self._pictures |= {
                sheet.number: ((0.0, picture_of_page(pages[sheet.number], sheet.number)),)
                for sheet in sheets
                if not sheet.runs
            }
            return {
                sheet.number: Leaf(
                    number=sheet.number,
                    height=sheet.height,
                    lines=lay(with_bullets(printed_lines(sheet.number, sheet.runs)), ()),
                    recognised=True,
                )
                for sheet in sheets
            }
        finally:
            document.close()


def _letters(sheet: Sheet) -> int:
    return sum(len(run.text.strip()) for run in sheet.runs)


def _table(whole: WholeTable) -> Table:
    header = whole.rows[0] if whole.header else ("",) * len(whole.rows[0])
    return Table(header=header, rows=whole.rows[1:] if whole.header else whole.rows)


def _inside(run: Run, box: Box) -> bool:
    """Tell whether the middle of a run stands in a box."""
    left, top, right, bottom = box
    return left <= (run.left + run.right) / 2 <= right and top <= (run.top + run.bottom) / 2 <= bottom


def _without_logos(
    pictures: Mapping[int, tuple[tuple[float, Picture], ...]],
) -> dict[int, tuple[tuple[float, Picture], ...]]:
    """Leave out pictures that come back on page after page."""
    times = Counter(content for found in pictures.values() for content in {one.content for _, one in found})
    return {
        number: tuple(pair for pair in found if times[pair[1].content] < LOGO)
        for number, found in pictures.items()
    }


def _outline(document: pypdfium2.PdfDocument) -> frozenset[str]:
    """Give the titles of the paper's own outline, as they are compared."""
    titles = (key(entry.get_title() or "") for entry in islice(document.get_toc(), MOST_BOOKMARKS))
    return frozenset(title for title in titles if title)
