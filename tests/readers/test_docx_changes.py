"""What a Word file keeps but does not print: changes, hidden words, comments, prompts, codes of fields."""

import pytest

from converters.blocks import Furniture, Link
from tests.readers.word_files import lines, look_style, p, run, texts, word_file

HIDDEN = "<w:vanish/>"


def aside(raw: bytes) -> list[tuple[str, Furniture]]:
    """The lines that are no running text."""
    return [(line.text, line.furniture) for line in lines(raw) if line.furniture is not None]


def field(code: str, result: str) -> str:
    """A field with its code and its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize("tag", ["ins", "moveTo"])
def test_insertions_are_text(tag: str) -> None:
    """A tracked insertion is text, as after accepting it."""
    body = p(
        runs=run("Udvalget ") + f'<w:{tag} w:id="1" w:author="a">{run("godkendte ")}</w:{tag}>' + run("det.")
    )

    assert texts(word_file(body)) == ["Udvalget godkendte det."]


@pytest.mark.parametrize(("tag", "inner"), [("del", "delText"), ("moveFrom", "t")])
def test_deletions_are_kept_aside(tag: str, inner: str) -> None:
    """A tracked deletion is no text; its words are in a line of their own that says so."""
    gone = f'<w:{tag} w:id="1" w:author="a"><w:r><w:{inner}>forkastede </w:{inner}></w:r></w:{tag}>'
    raw = word_file(p(runs=run("Udvalget ") + gone + run("godkendte det.")))

    assert texts(raw) == ["Udvalget godkendte det."]
    assert aside(raw) == [("forkastede", Furniture.DELETED)]


def test_a_deleted_end_joins_two_paragraphs() -> None:
    """A paragraph whose end was deleted runs on into the next."""
    first = p(runs=run("Udvalget "), properties='<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>')

    assert texts(word_file(first + p("godkendte det."))) == ["Udvalget godkendte det."]


def test_a_deleted_row_is_kept_aside() -> None:
    """A row that was deleted is no row of the table; its words are in lines of their own."""
    gone = '<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>'
    kept = "".join(
        f"<w:tr><w:tc>{p(name)}</w:tc><w:tc>{p(sum_)}</w:tc></w:tr>"
        for name, sum_ in (("Vej", "4"), ("Sti", "5"))
    )
    raw = word_file(p("Tabel") + f"<w:tbl>{kept}{gone.format(p('Bro'), p('9'))}</w:tbl>" + p("Slut"))

    found = lines(raw)

    assert [line.table.rows for line in found if line.table] == [(("Vej", "4"), ("Sti", "5"))]
    assert aside(raw) == [("Bro", Furniture.DELETED), ("9", Furniture.DELETED)]


def test_deleted_words_stand_after_their_block() -> None:
    """The line of deleted words comes right after the paragraph they were in."""
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>slettet</w:delText></w:r></w:del>'
    raw = word_file(p(runs=run("Et ") + gone) + p("To"))

    assert [line.text for line in lines(raw)] == ["Et", "slettet", "To"]


@pytest.mark.parametrize("by", ["run", "paragraph", "letters"])
def test_hidden_words_are_not_text(by: str) -> None:
    """Hidden words are kept aside, whether the run, its style or the paragraph's style hides them."""
    styles = look_style("Skjult", HIDDEN) + look_style("Tegn", HIDDEN, kind="character")
    body = {
        "run": p("hemmeligt", looks=HIDDEN),
        "paragraph": p("hemmeligt", style="Skjult"),
        "letters": p("hemmeligt", looks='<w:rStyle w:val="Tegn"/>'),
    }[by]
    raw = word_file(p("Åbent") + body, styles=styles)

    assert texts(raw) == ["Åbent"]
    assert aside(raw) == [("hemmeligt", Furniture.DELETED)]


def test_words_that_are_shown_again_are_text() -> None:
    """A run may show what its style hides."""
    styles = look_style("Skjult", HIDDEN)
    raw = word_file(p("fremme", style="Skjult", looks='<w:vanish w:val="0"/>'), styles=styles)

    assert texts(raw) == ["fremme"]


def test_comments_are_never_text() -> None:
    """A comment is kept aside, after the paragraph it was made on, or at the end."""
    comments = (
        f'<w:comment w:id="7" w:author="a">{p("Er det lukket?")}</w:comment>'
        f'<w:comment w:id="8" w:author="a">{p("Uden sted")}</w:comment>'
    )
    body = p(runs=run("Køb af grund") + '<w:r><w:commentReference w:id="7"/></w:r>') + p("Godkendt.")
    raw = word_file(body, parts={"comments": comments})

    assert [(line.text, line.furniture) for line in lines(raw)] == [
        ("Køb af grund", None),
        ("Er det lukket?", Furniture.DELETED),
        ("Godkendt.", None),
        ("Uden sted", Furniture.DELETED),
    ]


def test_footnotes_follow_their_paragraph() -> None:
    """A footnote is text: its number stands where it is referred to, and it comes after that paragraph."""
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("streg")}</w:footnote>'
        f'<w:footnote w:id="2">{p(runs="<w:r><w:footnoteRef/></w:r>" + run("Ekskl. moms."))}</w:footnote>'
    )
    body = p(runs=run("Prisen er 4 mio. kr.") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("Godkendt.")
    raw = word_file(body, parts={"footnotes": notes})

    assert texts(raw) == ["Prisen er 4 mio. kr.[1]", "[1] Ekskl. moms.", "Godkendt."]


def test_endnotes_follow_their_paragraph_too() -> None:
    """An endnote is read where it belongs, not at the end of another item."""
    notes = f'<w:endnote w:id="1">{p("Se bilag 2.")}</w:endnote>'
    raw = word_file(
        p(runs=run("Plan") + '<w:r><w:endnoteReference w:id="1"/></w:r>') + p("Næste"),
        parts={"endnotes": notes},
    )

    assert texts(raw) == ["Plan[1]", "Se bilag 2.", "Næste"]


def test_the_footnote_of_a_deleted_reference_is_deleted() -> None:
    """A footnote whose reference was deleted is kept aside with it."""
    notes = f'<w:footnote w:id="2">{p("Fortroligt beløb")}</w:footnote>'
    gone = '<w:del w:id="1" w:author="a"><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    raw = word_file(p(runs=run("Prisen") + gone), parts={"footnotes": notes})

    assert texts(raw) == ["Prisen"]
    assert ("Fortroligt beløb", Furniture.DELETED) in aside(raw)


@pytest.mark.parametrize("kind", ["block", "inline", "row", "cell"])
def test_content_controls_are_opened(kind: str) -> None:
    """The words in a content control are text wherever the control stands."""
    control = "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = f"<w:tc>{p('fra feltet')}</w:tc>"
    body = {
        "block": control.format(p("fra feltet")),
        "inline": p(runs=control.format(run("fra feltet"))),
        "row": f"<w:tbl>{control.format(f'<w:tr>{cell}</w:tr>')}</w:tbl>",
        "cell": f"<w:tbl><w:tr>{control.format(cell)}</w:tr></w:tbl>",
    }[kind]

    assert texts(word_file(p("Før") + body + p("Efter"))) == ["Før", "fra feltet", "Efter"]


def test_prompts_nobody_answered_are_kept_aside() -> None:
    """The words with which an empty control asks to be filled in are no text."""
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run('Klik her for at skrive')}</w:sdtContent></w:sdt>"
    )
    raw = word_file(p(runs=run("Sted: ") + control))

    assert texts(raw) == ["Sted:"]
    assert aside(raw) == [("Klik her for at skrive", Furniture.CHROME)]


def test_of_a_field_the_result_is_text() -> None:
    """The code of a field is no text, its result is."""
    body = p(runs=run("Den ") + field(' DATE \\@ "dd-MM-yyyy" ', run("04-03-2031")))

    assert texts(word_file(body)) == ["Den 04-03-2031"]


def test_a_simple_field_is_its_words() -> None:
    """A field written as one element is read too."""
    body = p(runs=f'<w:fldSimple w:instr=" TITLE ">{run("Referat")}</w:fldSimple>')

    assert texts(word_file(body)) == ["Referat"]


def test_words_inside_a_code_are_kept_aside() -> None:
    """What stands in the code of a field, as the words an IF chooses from, is not printed."""
    inner = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        + run("hemmelig")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("vist")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    raw = word_file(p(runs=inner))

    assert texts(raw) == ["vist"]
    assert aside(raw) == [("hemmelig", Furniture.DELETED)]


def test_a_field_that_never_ends_hides_nothing() -> None:
    """Where the file is broken and a field does not end, all words are text."""
    raw = word_file(p(runs='<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("Referat")) + p("Godkendt."))

    assert texts(raw) == ["Referat", "Godkendt."]


def test_links_lie_on_their_words() -> None:
    """A link by relation and one by field both lie on the words that show them."""
    by_relation = p(runs=run("Se ") + f'<w:hyperlink r:id="plan">{run("planen")}</w:hyperlink>' + run(" her"))
    by_field = p(runs=run("og ") + field(' HYPERLINK "https://havneby.example/kort" ', run("kortet")))
    raw = word_file(by_relation + by_field, links={"plan": "https://havneby.example/plan.pdf"})

    found = lines(raw)

    assert [line.text for line in found] == ["Se planen her", "og kortet"]
    assert found[0].links == (Link(start=3, end=9, href="https://havneby.example/plan.pdf"),)
    assert found[1].links == (Link(start=3, end=9, href="https://havneby.example/kort"),)


def test_a_link_at_the_start_lies_on_its_words() -> None:
    """A link on the first word of a paragraph begins at its first letter."""
    raw = word_file(
        p(runs=f'<w:hyperlink r:id="plan">{run("Planen")}</w:hyperlink>' + run(" er vedtaget")),
        links={"plan": "https://havneby.example/plan.pdf"},
    )

    assert lines(raw)[0].links == (Link(start=0, end=6, href="https://havneby.example/plan.pdf"),)


@pytest.mark.parametrize("link", ['<w:hyperlink w:anchor="_Toc1">', '<w:hyperlink r:id="findes-ikke">'])
def test_a_link_to_nowhere_is_its_words(link: str) -> None:
    """A link within the file, or one whose address is missing, leaves its words."""
    (line,) = lines(word_file(p(runs=f"{link}{run('Punkt 1')}</w:hyperlink>")))

    assert line.text == "Punkt 1"
    assert line.links == ()


def test_headers_and_footers_are_furniture() -> None:
    """Headers come before the text and footers after it, each once; numbers of pages are gone."""
    number = p(runs=run("Havneby Kommune ") + field(" PAGE ", run("3")))
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )
    body = p("Først", properties=section) + p("Sidst") + section
    raw = word_file(body, parts={"header1": p("Teknisk udvalg"), "header2": p("Forside"), "footer1": number})

    assert [(line.text, line.furniture) for line in lines(raw)] == [
        ("Teknisk udvalg", Furniture.HEADER),
        ("Forside", Furniture.HEADER),
        ("Først", None),
        ("Sidst", None),
        ("Havneby Kommune", Furniture.FOOTER),
    ]


def test_a_header_may_be_a_table() -> None:
    """A header that is laid out as a table is furniture as a whole."""
    header = f"<w:tbl><w:tr><w:tc>{p('Havneby')}</w:tc><w:tc>{p('Referat')}</w:tc></w:tr></w:tbl>"
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    raw = word_file(p("Tekst") + section, parts={"header1": header})

    assert texts(raw) == ["Tekst"]
    assert {furniture for _, furniture in aside(raw)} == {Furniture.HEADER}
