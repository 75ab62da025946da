"""What stands in a Word text beside paragraphs: boxes, pages, merged cells, images, signs, properties."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import docx as python_docx
import pytest

from converters.blocks import Furniture
from converters.readers import docx
from tests.readers.word_files import (
    cell,
    heading_style,
    lines,
    p,
    row,
    run,
    table,
    texts,
    word_file,
    zipped,
)


def png(side: int) -> bytes:
    """A black square."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    size = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side + 1) * side))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["new", "old", "both"])
def test_text_boxes_are_read_once_at_their_place(kind: str) -> None:
    """The words in a text box follow its paragraph, and its two drawings are one."""
    inner = f"<w:txbxContent>{p('I boksen')}{table(('a', 'b'), ('c', 'd'))}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp>"
    graphic = f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>"
    new = f"<w:drawing><wp:inline>{graphic}</wp:inline></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    drawn = {
        "new": new,
        "old": old,
        "both": f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>",
    }[kind]
    raw = word_file(p(runs=run("Før") + f"<w:r>{drawn}</w:r>") + p("Efter"))

    assert texts(raw) == ["Før", "I boksen", "a b c d", "Efter"]


TAB = "<w:r><w:tab/></w:r>"
STOPS = '<w:tabs><w:tab w:val="left" w:pos="4536"/></w:tabs>'


def test_names_in_columns_by_tabs_do_not_run_together() -> None:
    """Short entries that the tab key puts side by side, line below line, are the cells of a table."""
    names = (("Kirsten Bo", "Jamal Sand"), ("Aksel Torp", "Ditte Rav"), ("Line Vang", ""))
    body = "".join(p(runs=run(one) + TAB + run(two), properties=STOPS) for one, two in names)

    first, line, last = lines(word_file(p("Medlemmer") + body + p("Godkendt.")))

    assert (first.text, last.text) == ("Medlemmer", "Godkendt.")
    assert line.table is not None
    assert line.table.rows == names


@pytest.mark.parametrize(
    "pairs",
    [
        (("Sted:", "Rådhuset"), ("Formand:", "Aksel Torp")),
        (("Sagsnr.", "31/204"), ("Afdeling", "Teknik")),
        (("Aksel Torp", "mente, at planen for havnen skulle sendes tilbage"), ("Line Vang", "var enig")),
    ],
    ids=["labels", "figures", "sentences"],
)
def test_labels_and_sentences_after_a_tab_stay_lines(pairs: tuple[tuple[str, str], ...]) -> None:
    """A label with its value, a figure or a sentence after a tab is one line of text."""
    body = "".join(p(runs=run(one) + TAB + run(two), properties=STOPS) for one, two in pairs)

    assert texts(word_file(body)) == [f"{one}{' ' if one[-1] == ':' else '   '}{two}" for one, two in pairs]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.\tCykelsti\tÅbent", "1. Cykelsti   Åbent"),
        ("Cykelsti \t\t Lukket\t", "Cykelsti   Lukket"),
        ("\t2.1\tCykelsti", "2.1 Cykelsti"),
        ("-\tat stien bygges", "- at stien bygges"),
        ("a)\tat stien bygges", "a) at stien bygges"),
        ("Punkt 3:\tCykelsti", "Punkt 3: Cykelsti"),
        ("Sagsnr.: 31/204\tAfdeling:\tTeknik", "Sagsnr.: 31/204   Afdeling: Teknik"),
    ],
)
def test_a_tab_parts_columns(typed: str, read: str) -> None:
    """It is as wide as a gap in a printed line, but a number and a label belong to what stands behind."""
    runs = TAB.join(run(words) for words in typed.split("\t"))

    assert texts(word_file(p(runs=runs))) == [read]


def test_a_tab_in_a_cell_is_a_blank() -> None:
    """A cell has no columns of its own."""
    rows = table(("Vej", "Mio."), ("TEKST", "4")).replace("TEKST", "Nyvej</w:t><w:tab/><w:t>nord")

    assert [line.table.rows for line in lines(word_file(rows)) if line.table] == [
        (("Vej", "Mio."), ("Nyvej nord", "4"))
    ]


def test_items_laid_out_in_a_table_are_lines() -> None:
    """A number beside its title is one line with it, where other cells of the table hold whole texts."""
    text = p(
        "Udvalget indstiller, at der bygges en sti langs fjorden til næste sommer, og at broen males hvid."
    )
    rows = [(p("2."), p("Cykelsti")), (p("Indstilling"), text * 3)]
    cells = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    raw = word_file("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>")

    assert texts(raw)[:2] == ["2. Cykelsti", "Indstilling"]


def test_links_around_a_tab_lie_on_their_words() -> None:
    """They move with the words that the room between columns moves."""
    link = '<w:hyperlink r:id="plan">{}</w:hyperlink>'
    runs = link.format(run("Plan")) + TAB + run("se ") + link.format(TAB + run("Kort"))
    raw = word_file(p(runs=runs), links={"plan": "https://by.example/p"})
    (line,) = lines(raw)

    assert line.text == "Plan   se   Kort"
    assert [line.text[link.start : link.end] for link in line.links] == ["Plan", "Kort"]


def test_words_along_a_curve_are_read() -> None:
    """Words drawn as a picture, such as a stamp across the page, are words."""
    drawn = '<w:r><w:pict><v:shape><v:textpath string="UDKAST"/></v:shape></w:pict></w:r>'

    assert texts(word_file(p(runs=drawn) + p("Referat"))) == ["UDKAST", "Referat"]


def test_a_strict_file_is_read() -> None:
    """A file saved as strict Open XML says the same in other namespaces."""
    with zipfile.ZipFile(io.BytesIO(word_file(p("Referat")))) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    plain = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    contents["word/document.xml"] = contents["word/document.xml"].replace(plain, strict)

    assert texts(zipped(contents)) == ["Referat"]


def test_pages_are_those_word_last_showed() -> None:
    """Where the file tells how its pages broke, each line knows its page."""
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("Et") + p(runs=run("To ") + turn + run("går over")) + p("Tre") + p(runs=turn + run("Fire"))
    reading = docx.read(word_file(body), "møde.docx")

    assert [(line.text, line.origin.page, line.starts_page) for line in reading.lines] == [
        ("Et", 1, False),
        ("To går over", 1, False),
        ("Tre", 2, True),
        ("Fire", 3, True),
    ]
    assert reading.pages == 3


def test_pages_are_those_the_writer_broke() -> None:
    """Elsewhere the writer's own page breaks count: in the text, before a paragraph, after a section."""
    body = p(runs='<w:r><w:br w:type="page"/></w:r>' + run("To")) + p(
        "Tre", properties="<w:pageBreakBefore/>"
    )
    body = p("Et") + body + p("stadig tre", properties="<w:sectPr/>") + p("Fire")

    assert [line.origin.page for line in lines(word_file(body))] == [1, 2, 3, 3, 4]


def test_merged_cells_are_merged() -> None:
    """A cell over two columns and one over two rows keep the others in their columns."""
    wide = row(cell("Anlæg", '<w:gridSpan w:val="2"/>'), cell("Mio."))
    tall = row(cell("Veje", '<w:vMerge w:val="restart"/>'), cell("Øst"), cell("4"))
    rest = row(cell("", "<w:vMerge/>"), cell("Vest"), cell("5"))
    (line,) = lines(word_file(f"<w:tbl>{wide}{tall}{rest}</w:tbl>"))

    assert line.table is not None
    assert line.table.rows[-2:] == (("Veje", "Øst", "4"), ("", "Vest", "5"))


def test_a_row_that_begins_further_in_stays_there() -> None:
    """A row that leaves out its first column has its words in the columns they stand in."""
    rows = row(cell("Vej"), cell("Mio.")) + row(cell("Havnegade"), cell("4"))
    rows += row(cell("9"), properties='<w:gridBefore w:val="1"/>')
    (line,) = lines(word_file(f"<w:tbl>{rows}</w:tbl>"))

    assert line.table is not None
    assert line.table.rows[-1] == ("", "9")


def test_words_in_a_cell_that_is_merged_away_are_kept() -> None:
    """A cell that belongs to the one above, and yet holds words, keeps them."""
    top = row(cell("Veje", '<w:vMerge w:val="restart"/>'), cell("4"))
    below = row(cell("Stier", "<w:vMerge/>"), cell("5"))

    assert "Stier" in " ".join(texts(word_file(f"<w:tbl>{top}{below}</w:tbl>")))


def test_images_stand_under_the_line_above() -> None:
    """An image is kept with its alternative text; one that no browser shows is not."""

    def shown(name: str) -> str:
        return (
            '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="Kort over havnen"/>'
            "<a:graphic><a:graphicData>"
            f'<pic:pic><pic:blipFill><a:blip r:embed="{name}"/></pic:blipFill></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    body = (
        p("Havnen") + p(runs=shown("image1")) + p(runs=shown("image2")) + p(runs=shown("ingen")) + p("Efter")
    )
    raw = word_file(body, parts={"image1": png(30), "image2": b"\xd7\xcd\xc6\x9a" + bytes(40)})

    found = lines(raw)[0].pictures

    assert [(one.content, one.media_type, one.alt) for one in found] == [
        (png(30), "image/png", "Kort over havnen")
    ]


def test_signs_blanks_and_hyphens() -> None:
    """Signs of picture fonts, tabs, hyphens that do not break and those that are not seen are read right."""
    inner = (
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
        + run(" Sagsnr.:")
        + "<w:r><w:tab/></w:r>"
        + run("20")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + run("30 kom")
        + "<w:r><w:softHyphen/></w:r>"
        + run("mu\u00adne, ")
        + '<w:r><w:sym w:font="Calibri" w:char="00E6"/></w:r>'
        + "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    )

    assert texts(word_file(p(runs=inner))) == ["\U0001f86a Sagsnr.: 20-30 kommune, æx+1"]


def test_a_line_break_is_a_new_line_but_in_a_heading() -> None:
    """A break ends the line in running text; a title on two lines is one heading."""
    broken = run("Havnegade 1") + "<w:r><w:br/></w:r>" + run("9999 Havneby")
    raw = word_file(p(runs=broken, style="O") + p(runs=broken), styles=heading_style("O", 0))

    assert texts(raw) == ["Havnegade 1 9999 Havneby", "Havnegade 1", "9999 Havneby"]


def test_empty_paragraphs_are_room_above() -> None:
    """Empty paragraphs count as room above the next, beyond what is usual in the file."""
    assert [line.gap for line in lines(word_file(p("A") + p() + p() + p("B") + p("C")))] == [0, 2, 0]


def test_the_title_of_the_file_is_furniture_where_it_says_more() -> None:
    """The title among the file's properties is a line only if it has a word that the text has not."""
    for title, expected in (("Referat af møde", ["Referat af møde"]), ("Havnens plan", [])):
        made = python_docx.Document()
        made.core_properties.title = title
        made.add_paragraph("Havnens plan er vedtaget")
        raw = io.BytesIO()
        made.save(raw)

        found = [line.text for line in lines(raw.getvalue()) if line.furniture is Furniture.HEADER]

        assert found == expected


def test_letters_of_our_own_thread_are_not_believed() -> None:
    """A text that imitates the numbers by which lines find their paragraphs gets nothing by it."""
    raw = word_file(p("\U0010ff000\U0010ff01Snyd", style="O") + p("tekst"), styles=heading_style("O", 0))

    assert [line.text.strip("\ufffd") for line in lines(raw)] == ["0\ufffdSnyd", "tekst"]
