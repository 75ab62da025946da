"""Tables of a PDF: ruling lines make cells, a page break parts nothing, and a frame is no table."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
import weasyprint
from bs4 import BeautifulSoup
from docx import Document

from converters.readers.pdf_tables import WholeTable, merged, ruled_tables
from tests.formats import office

LOOK = """
@page { size: A4; margin: 2.2cm }
@page { @top-center { content: 'Rørdal Kommune' } @bottom-center { content: counter(page) } }
body { font: 11pt 'DejaVu Sans' }
table { border-collapse: collapse; width: 100% }
td, th { border: .7pt solid #333; padding: 3pt; text-align: left; vertical-align: top }
.figure { text-align: right }
.levels td, .levels th { border: 0; border-bottom: .7pt solid #333; border-top: .7pt solid #333 }
.frame { border: 1pt solid black; padding: 8pt }
"""
PROSE = "Byrådet drøftede havnens fremtid og bad om et nyt oplæg med tal for fire år og en plan for kajen."
LONG = "Kajen kan holde i ti år, hvis pælene efterses hvert forår, og hvis der ikke lægges flere skibe til. "
HEADER = ("Sted", "Vurdering", "Kroner")
QUAYS = tuple((f"Kaj {number}", (LONG * 2).strip(), f"{number}.100,50") for number in range(1, 12))
CUT = (("Kaj 1", "Kort.", "12"), ("Kaj 2", (LONG * 9).strip(), "13"), ("Kaj 3", "Kort.", "14"))
FEW = (("Kaj 1", "Skal efterses til foråret", "1.200"), ("Kaj 2", "God", "300"), ("Kaj 3", "Ringe", "40"))


def printed(body: str) -> bytes:
    """A PDF of a body by WeasyPrint."""
    made: bytes = weasyprint.HTML(string=f"<html lang=da><style>{LOOK}</style><body>{body}").write_pdf()
    return made


def table_of(rows: tuple[tuple[str, ...], ...], *, kind: str = "", head: bool = True) -> str:
    """A table of a web page; the first row is its head, printed again on each page."""
    lines = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    if head:
        lines[0] = f"<thead>{lines[0].replace('td>', 'th>')}</thead>"
    return f"<table class='{kind}'>{''.join(lines)}</table>"


def paragraphs(count: int) -> str:
    """So many paragraphs."""
    return f"<p>{PROSE}</p>" * count


def tables(raw: bytes, pages: int = 4) -> tuple[WholeTable, ...]:
    """The whole tables of a PDF's first pages."""
    return merged(ruled_tables(raw, range(1, pages + 1)))


def test_a_ruled_table_has_the_cells_that_were_set() -> None:
    """Cells have their words in order, one blank between them, and the first row is known as the head."""
    (found,) = tables(printed(paragraphs(1) + table_of((HEADER, *FEW)) + paragraphs(1)))

    assert found.rows == (HEADER, *FEW)
    assert found.header
    assert [place.page for place in found.places] == [1]


def test_a_table_over_a_page_break_is_one() -> None:
    """A head that is printed again stands once among the rows, and its words are told of."""
    (found,) = tables(printed(paragraphs(14) + table_of((HEADER, *QUAYS)) + paragraphs(1)))

    assert found.rows == (HEADER, *QUAYS)
    assert [place.page for place in found.places] == [1, 2]
    assert found.dropped == HEADER


def test_two_tables_with_text_between_are_two() -> None:
    """Tables of the same columns stay apart when the page goes on between them."""
    body = paragraphs(14) + table_of((HEADER, *FEW)) + paragraphs(6) + table_of((HEADER, *FEW))

    assert [found.rows for found in tables(printed(body))] == [(HEADER, *FEW)] * 2


def test_a_page_with_another_head_begins_another_table() -> None:
    """The end of a page parts two tables of the same columns that have different heads."""
    other = ("By", "Indtryk", "Point")
    body = (
        "<div style='height:20cm'></div>"
        + table_of((HEADER, *FEW))
        + "<div style='page-break-before:always'></div>"
        + table_of((other, *FEW))
    )

    assert [found.rows[0] for found in tables(printed(body))] == [HEADER, other]


def test_merged_cells_keep_their_words_once() -> None:
    """The words of a cell that spans others stand in the first of them."""
    body = (
        "<table><tr><th rowspan=2>Sted</th><th colspan=2>Kroner</th></tr><tr><th>2025</th><th>2026</th></tr>"
        "<tr><td>Kaj 1<ul><li>nord<li>syd</ul></td><td class=figure>1.200</td>"
        "<td class=figure>1.300</td></tr>"
        "<tr><td>Kaj 2</td><td colspan=2>efterses</td></tr></table>"
    )

    (found,) = tables(printed(paragraphs(1) + body))

    assert found.rows == (
        ("Sted", "Kroner", ""),
        ("", "2025", "2026"),
        ("Kaj 1 • nord • syd", "1.200", "1.300"),
        ("Kaj 2", "efterses", ""),
    )


def test_lines_between_rows_alone_make_a_table() -> None:
    """Columns without lines are seen by the gaps between them."""
    (found,) = tables(printed(paragraphs(2) + table_of((HEADER, *FEW), kind="levels") + paragraphs(2)))

    assert found.rows == (HEADER, *FEW)


def test_lines_within_alone_make_a_table() -> None:
    """A table without a line around it goes as far as its lines."""
    body = table_of((HEADER, *FEW)).replace("<table", "<table style='border-style: hidden'")

    (found,) = tables(printed(paragraphs(2) + body + paragraphs(2)))

    assert found.rows == (HEADER, *FEW)


def changed(raw: bytes, change: Callable[[pypdfium2.PdfPage], None]) -> bytes:
    """A PDF with its first page changed."""
    document = pypdfium2.PdfDocument(raw)
    page = document[0]
    change(page)
    page.close()
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_table_on_its_side(degrees: int) -> None:
    """A table that lies on its side on the page is read as it lies before one who turns the page."""
    raw = changed(printed(table_of((HEADER, *FEW))), lambda page: page.set_rotation(degrees))

    (found,) = tables(raw)

    assert found.rows == (HEADER, *FEW)


def test_a_page_cut_from_a_larger_sheet() -> None:
    """Places count from the corner of what is shown."""
    raw = printed(paragraphs(1) + table_of((HEADER, *FEW)))
    left, top, right, bottom = tables(raw)[0].places[0].box

    (found,) = tables(changed(raw, lambda page: page.set_cropbox(40, 300, 560, 820)))

    height = 297 / 25.4 * 72
    moved = (left - 40, top - (height - 820), right - 40, bottom - (height - 820))
    assert found.places[0].box == pytest.approx(moved, abs=0.1)


NO_TABLES = {
    "a frame around text": f"<div class=frame>{paragraphs(3)}</div>",
    "one column": "<table>" + f"<tr><td>{PROSE}</td></tr>" * 4 + "</table>",
    "rules between paragraphs": f"{paragraphs(1)}<hr>" * 6,
    "signatures": "<div style='display:flex'><p style='border-top: 1pt solid; flex: 1'>Bodil Krag</p>"
    "<p style='flex: 1'></p><p style='border-top: 1pt solid; flex: 1'>Aage Lund</p></div>",
    "an empty form": "<table>" + "<tr><td>&nbsp;</td><td></td><td></td><td></td></tr>" * 8 + "</table>",
    "a heading underlined": f"<h2 style='border-bottom: 1pt solid'>Havnen</h2>{paragraphs(2)}" * 3,
    "a page laid out in boxes": "<table><tr><td style='width: 3cm'>Sagsfremstilling</td>"
    f"<td>{paragraphs(8)}</td></tr><tr><td>Indstilling</td><td>At planen godkendes.</td></tr></table>",
    "white lines on white paper": table_of((HEADER, *FEW))
    .replace("<td", "<td style='border-color: #fff'")
    .replace("<th>", "<th style='border-color: #fff'>"),
}


@pytest.mark.parametrize("kind", NO_TABLES)
def test_what_is_no_table(kind: str) -> None:
    """Lines alone make no table; such words stay running text."""
    assert tables(printed(paragraphs(1) + NO_TABLES[kind])) == ()


def words(text: str) -> Counter[str]:
    """How often each word occurs."""
    return Counter(text.split())


@pytest.mark.parametrize("body", [table_of((HEADER, *QUAYS)), table_of((HEADER, *FEW), kind="levels")])
def test_every_word_in_the_box_is_in_a_cell_once(body: str) -> None:
    """What stands in the box of a table and what stands in its cells are the same words."""
    raw = printed(paragraphs(2) + body + paragraphs(2))

    for table in ruled_tables(raw, (1, 2)):
        with pdfplumber.open(io.BytesIO(raw)) as document:
            left, top, right, bottom = table.box
            inside = [
                word["text"]
                for word in document.pages[table.page - 1].extract_words()
                if left <= (word["x0"] + word["x1"]) / 2 <= right
                and top <= (word["top"] + word["bottom"]) / 2 <= bottom
            ]
        assert Counter(inside) == words(" ".join(cell for row in table.rows for cell in row))


@pytest.mark.parametrize(
    "raw", [b"", b"%PDF-1.7\nno more than that", b"x" * 1000], ids=["none", "a head", "noise"]
)
def test_bytes_that_are_no_pdf_hold_no_table(raw: bytes) -> None:
    """What pdfminer cannot read gives no table, and no error."""
    assert ruled_tables(raw, (1, 2)) == ()


def test_a_page_that_is_not_there_holds_no_table() -> None:
    """Pages beyond the last are none."""
    assert ruled_tables(printed(table_of((HEADER, *FEW))), (7,)) == ()


WORD_STYLES = (
    "Table Grid",
    "Light Grid Accent 1",
    "Light List Accent 1",
    "Light Shading Accent 1",
    "Medium Shading 1",
)


@pytest.fixture(scope="module")
def by_office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """PDFs by LibreOffice of Word files with tables: one a look, one with a row cut by two page breaks."""
    if not office.installed():
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("tables")
    for style in WORD_STYLES:
        written(folder / f"{style}.docx", (HEADER, *FEW), style=style, above=2)
    written(folder / "cut.docx", (HEADER, *CUT), style="Table Grid", above=15)
    written(folder / "one cell.docx", ((PROSE,),), style="Table Grid", above=2)
    office.convert(sorted(folder.glob("*.docx")), office.TO_PDF, folder, profile=folder / "profile")
    return {path.stem: path.read_bytes() for path in folder.glob("*.pdf")}


def written(path: Path, rows: tuple[tuple[str, ...], ...], *, style: str, above: int) -> None:
    """Write a Word file with paragraphs, a table, and a paragraph."""
    document = Document()
    for _ in range(above):
        document.add_paragraph(PROSE)
    table = document.add_table(len(rows), len(rows[0]), style=style)
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    document.add_paragraph(PROSE)
    document.save(str(path))


@pytest.mark.parametrize("style", WORD_STYLES)
def test_looks_of_word_tables(by_office: dict[str, bytes], style: str) -> None:
    """Lines, half the lines, or coloured rows: the cells are those of the Word file."""
    assert [found.rows for found in tables(by_office[style])] == [(HEADER, *FEW)]


def test_a_row_cut_by_a_page_break_is_one_row(by_office: dict[str, bytes]) -> None:
    """A row that began at the foot of a page has its words together, in its own cells."""
    (found,) = tables(by_office["cut"])

    assert found.rows == (HEADER, *CUT)
    assert len(found.places) > 1


def test_one_cell_is_a_frame(by_office: dict[str, bytes]) -> None:
    """A table of one cell is running text with a line around it."""
    assert tables(by_office["one cell"]) == ()


def test_the_shared_fixture(shared: Path) -> None:
    """Tables of the minutes beside the repository are those of their web page, cell by cell."""
    raw = (shared / "fixtures" / "fredericia_weasy.pdf").read_bytes()
    page = BeautifulSoup((shared / "fixtures" / "fredericia.html").read_text("utf-8"), "lxml")
    wanted = [
        tuple(
            tuple(re.sub(r"\s+", " ", cell.get_text(" ")).strip() for cell in row.find_all(["td", "th"]))
            for row in one.find_all("tr")
        )
        for one in page.find_all("table")
    ]

    assert [found.rows for found in merged(ruled_tables(raw, (11, 25, 26)))] == wanted
