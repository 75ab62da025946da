"""Word files as they are made: headings by their styles or their looks, lists and tables."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx as python_docx
import pytest

from converters.readers import read
from tests.readers.word_files import heading_style, lines, look_style, p, run, word_file

BOLD, UNDERLINED = "<w:b/>", '<w:u w:val="single"/>'


def ranked(raw: bytes) -> list[tuple[str, int | None]]:
    """The running text with its ranks."""
    return [(line.text, line.level) for line in lines(raw) if line.furniture is None]


def test_a_file_made_by_python_docx() -> None:
    """Title, headings, lists and a table of a usual file are what they are."""
    made = python_docx.Document()
    made.add_heading("Teknisk udvalg", 0)
    made.add_heading("Godkendelse af dagsorden", 1)
    made.add_paragraph("Udvalget indstiller,")
    made.add_paragraph("at planen vedtages", style="List Number")
    made.add_paragraph("at den sendes i høring", style="List Number")
    made.add_paragraph("med kort", style="List Bullet 2")
    grid = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in grid.rows for c in row.cells), ("Vej", "Mio.", "Havnegade", "4"), strict=True
    ):
        cell.text = text
    raw = io.BytesIO()
    made.save(raw)

    found = [line for line in lines(raw.getvalue()) if line.furniture is None]

    assert [(line.text, line.level) for line in found[:2]] == [
        ("Teknisk udvalg", 1),
        ("Godkendelse af dagsorden", 2),
    ]
    assert [(line.marker.printed, line.marker.depth) for line in found if line.marker] == [
        ("1", 0),
        ("2", 0),
        (None, 1),
    ]
    assert [line.table.rows for line in found if line.table] == [(("Vej", "Mio."), ("Havnegade", "4"))]


def test_outline_levels_make_headings_whatever_the_style_is_called() -> None:
    """A style with an outline level is a heading; a style built on it too; its name says nothing."""
    styles = heading_style("Overskrift7", 0) + heading_style("Mellemrubrik", 1)
    styles += (
        '<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen"/>'
        '<w:basedOn w:val="Mellemrubrik"/></w:style>'
    )
    body = p("A", style="Overskrift7") + p("B", style="Mellemrubrik") + p("C", style="Egen") + p("tekst")

    assert ranked(word_file(body, styles=styles)) == [("A", 1), ("B", 2), ("C", 2), ("tekst", None)]


def test_the_outline_level_may_stand_in_the_paragraph() -> None:
    """A paragraph may have an outline level of its own, and may be taken out of the outline."""
    own, none = '<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="9"/>'
    body = p("A", style="O") + p("B", properties=own) + p("C", style="O", properties=none)

    assert ranked(word_file(body, styles=heading_style("O", 0))) == [("A", 1), ("B", 2), ("C", None)]


def test_bold_paragraphs_are_ranked_by_size_below_headings() -> None:
    """Bold paragraphs are headings below every styled one, the larger ones above the smaller."""
    large, small = BOLD + '<w:sz w:val="28"/>', BOLD + '<w:sz w:val="22"/>'
    body = p("Møde", style="O") + p("24 Plan", looks=large) + p("Resume", looks=small)
    body += (
        p("Planen er klar til at blive vedtaget.")
        + p("25 Vej", looks=large)
        + p("Resume", looks=small)
        + p("Vejen er lagt om.")
    )

    assert ranked(word_file(body, styles=heading_style("O", 0))) == [
        ("Møde", 1), ("24 Plan", 2), ("Resume", 3), ("Planen er klar til at blive vedtaget.", None),
        ("25 Vej", 2), ("Resume", 3), ("Vejen er lagt om.", None),
    ]  # fmt: skip


@pytest.mark.parametrize("where", ["letters", "paragraph", "base"])
def test_bold_may_come_from_a_style(where: str) -> None:
    """A paragraph is bold by its letters' style, its own style, or one that is built on."""
    styles = look_style("Fed", BOLD, kind="character") + look_style("Grund", BOLD)
    styles += look_style("Bygget", "", base="Grund")
    heading = {
        "letters": p("Økonomi", looks='<w:rStyle w:val="Fed"/>'),
        "paragraph": p("Økonomi", style="Grund"),
        "base": p("Økonomi", style="Bygget"),
    }[where]

    assert ranked(word_file(heading + p("Ingen bemærkninger til sagen."), styles=styles))[0] == ("Økonomi", 1)


def test_bold_twice_is_not_bold() -> None:
    """Letters whose style is bold, in a paragraph whose style is bold, are printed plain."""
    styles = look_style("Fed", BOLD, kind="character") + look_style("Grund", BOLD)
    raw = word_file(
        p("Økonomi", style="Grund", looks='<w:rStyle w:val="Fed"/>') + p("Tekst nok"), styles=styles
    )

    assert [level for _, level in ranked(raw)] == [None, None]


@pytest.mark.parametrize(
    "body",
    [
        p(runs=run("Sagsnr.: ", BOLD) + run("31/204")),
        p("Udvalget godkendte indstillingen.", looks=BOLD),
        p("ord " * 90, looks=BOLD),
        f"<w:tbl><w:tr><w:tc>{p('Navn', looks=BOLD)}</w:tc><w:tc>{p('Beløb')}</w:tc></w:tr></w:tbl>",
    ],
    ids=["in part", "a sentence", "long", "a cell"],
)
def test_bold_that_makes_no_heading(body: str) -> None:
    """Bold in part, a bold sentence, a long paragraph and a cell beside others are no headings."""
    raw = word_file(body + p("Tekst nok til, at fed skrift ikke er den almindelige. " * 20))

    assert [line.level for line in lines(raw)] == [None] * len(lines(raw))


def test_a_text_that_is_all_bold_has_no_headings_by_it() -> None:
    """Where bold is how the text is set, it tells nothing."""
    raw = word_file(p("Dagsorden", looks=BOLD) + p("Godkendt", looks=BOLD) + p("Slut"))

    assert [level for _, level in ranked(raw)] == [None, None, None]


def test_underlined_paragraphs_are_headings_below_bold_ones() -> None:
    """A look of its own is a rank of its own."""
    body = p("Punkt", looks=BOLD) + p("Resume", looks=UNDERLINED) + p("Der er lavet en plan for havnen.")

    assert [level for _, level in ranked(word_file(body))] == [1, 2, None]


def test_entries_of_a_contents_list_are_no_headings() -> None:
    """A table of contents is text, even where its style is bold."""

    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = char("begin") + "<w:r><w:instrText>TOC \\o</w:instrText></w:r>" + char("separate")
    body = p(runs=code + run("1. Plan", BOLD) + "<w:r><w:tab/></w:r>" + run("3", BOLD)) + p(
        runs=run("2. Vej", BOLD) + char("end")
    )
    raw = word_file(body + p("Plan", looks=BOLD) + p("Tekst om planen og om havnen"))

    assert ranked(raw) == [
        ("1. Plan   3", None),
        ("2. Vej", None),
        ("Plan", 1),
        ("Tekst om planen og om havnen", None),
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_made_by_libreoffice(tmp_path: Path) -> None:
    """A Word file that LibreOffice wrote from a web page has its headings, entries and table."""
    page = tmp_path / "møde.html"
    page.write_text(
        "<html><body><h1>Møde i Teknisk udvalg</h1><h2>1. Plan</h2><p>Udvalget indstiller,</p>"
        "<ol><li>at den vedtages</li><li>at den offentliggøres</li></ol><ul><li>kort</li></ul>"
        "<table><tr><th>Vej</th><th>Mio.</th></tr><tr><td>Havnegade</td><td>4</td></tr></table>"
        '<p>Se <a href="https://havneby.example/plan">planen</a></p></body></html>',
        encoding="utf-8",
    )
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path, page],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    found = [line for line in read(tmp_path / "møde.docx").lines if line.furniture is None]

    assert [(line.text, line.level) for line in found if line.level] == [
        ("Møde i Teknisk udvalg", 1),
        ("1. Plan", 2),
    ]
    assert [line.marker.printed for line in found if line.marker] == ["1", "2", None]
    assert [line.table.rows[-1] for line in found if line.table] == [("Havnegade", "4")]
    assert [link.href for line in found for link in line.links] == ["https://havneby.example/plan"]


def test_what_stands_below_a_title_in_its_paragraph_is_text() -> None:
    """A break where the letters begin to look otherwise ends the title; any other only wraps it."""
    case = run("Sagsnr. 25/1", "<w:sz w:val='18'/>")
    title = run("Sti langs", BOLD) + "<w:r><w:br/></w:r>" + run("fjorden", BOLD) + "<w:r><w:br/></w:r>" + case
    raw = word_file(p(runs=title, style="O") + p("Tekst om stien."), styles=heading_style("O", 0))

    assert ranked(raw) == [("Sti langs fjorden", 1), ("Sagsnr. 25/1", None), ("Tekst om stien.", None)]


def test_short_lines_in_italics_are_headings_where_they_stand_alone() -> None:
    """They rank below the bold ones; a sentence, a remark in brackets and a passage of several are text."""
    slanted = "<w:i/>"
    text = p("Udvalget drøftede sagen, og der var enighed om at bygge en sti og en bro.")
    body = p("Beslutning", looks=BOLD) + text + p("Stien", looks=slanted) + text
    rest = "".join(
        p(one, looks=slanted) + text for one in ("Godkendt.", "(Lukket)", "Til stede: Asta Lindkvist")
    )
    passage = p("Hun sagde det", looks=slanted) + p("Han svarede", looks=slanted) + text

    assert [one for one in ranked(word_file(body + rest + passage)) if one[1]] == [
        ("Beslutning", 1),
        ("Stien", 2),
    ]


def test_a_row_that_begins_with_a_number_is_set_apart() -> None:
    """Items laid out in the rows of a table begin each on a line of its own, with space above."""
    rows = "".join(
        f"<w:tr><w:tc>{p(number)}</w:tc><w:tc>{p(title, looks='<w:b/>')}{p(text)}</w:tc></w:tr>"
        for number, title, text in (
            ("1.", "Spørgetid", "Der var ingen spørgsmål."),
            ("2.", "Eventuelt", "Intet."),
        )
    )
    raw = word_file(f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")

    assert [(one.text, one.gap) for one in lines(raw)] == [
        ("1. Spørgetid", 1),
        ("Der var ingen spørgsmål.", 0),
        ("2. Eventuelt", 1),
        ("Intet.", 0),
    ]
