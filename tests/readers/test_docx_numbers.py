"""Automatic numbers of Word files: what Word prints is what is read."""

import pytest

from converters.blocks import ListKind, Marker
from tests.readers.word_files import heading_style, level, lines, listed, lists, p, run, texts, word_file

ONE_LEVEL = level(0, "decimal", "%1.")
TWO_LEVELS = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")


def markers(raw: bytes) -> list[str | None]:
    """The printed markers of the entries."""
    return [line.marker.printed for line in lines(raw) if line.marker is not None]


def test_a_numbered_heading_has_its_number_in_its_text() -> None:
    """A heading that Word numbers itself reads as Word shows it."""
    body = (
        p("Dagsorden", style="O1", properties=listed(1))
        + p("Godkendt.")
        + p("Budget", style="O1", properties=listed(1))
    )
    raw = word_file(body, styles=heading_style("O1", 0), numbering=lists(ONE_LEVEL))

    read = lines(raw)

    assert [(line.text, line.level) for line in read] == [
        ("1. Dagsorden", 1),
        ("Godkendt.", None),
        ("2. Budget", 1),
    ]


def test_words_of_a_number_are_printed() -> None:
    """The words around a number, as in "Punkt 3:", are part of the heading."""
    numbering = lists(level(0, "decimal", "Punkt %1:"))
    body = p("Dagsorden", style="O1", properties=listed(1)) + p("Budget", style="O1", properties=listed(1))
    raw = word_file(body, styles=heading_style("O1", 0), numbering=numbering)

    assert texts(raw) == ["Punkt 1: Dagsorden", "Punkt 2: Budget"]


def test_words_of_a_number_stay_where_it_is_no_heading() -> None:
    """A number with words is text in running text too, never the marker of an entry."""
    raw = word_file(
        p("Kort over havnen", properties=listed(1)), numbering=lists(level(0, "decimal", "Bilag %1:"))
    )

    (line,) = lines(raw)

    assert line.text == "Bilag 1: Kort over havnen"
    assert line.marker is None


def test_the_number_may_come_from_the_style() -> None:
    """A style carries its list, and a style built on it carries it too."""
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = heading_style("O1", 0, more=number) + heading_style("Egen", 0, base="O1")
    raw = word_file(p("Først", style="O1") + p("Så", style="Egen"), styles=styles, numbering=lists(ONE_LEVEL))

    assert texts(raw) == ["1. Først", "2. Så"]


def test_a_level_names_its_style() -> None:
    """A style without a level of its own gets the level that names it."""
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = heading_style("O1", 0, more=number) + heading_style("O2", 1, more=number)
    shape = level(0, "decimal", "%1", '<w:pStyle w:val="O1"/>') + level(
        1, "decimal", "%1.%2", '<w:pStyle w:val="O2"/>'
    )
    body = (
        p("A", style="O1") + p("B", style="O2") + p("C", style="O2") + p("D", style="O1") + p("E", style="O2")
    )
    raw = word_file(body, styles=styles, numbering=lists(shape))

    assert texts(raw) == ["1 A", "1.1 B", "1.2 C", "2 D", "2.1 E"]


def test_a_style_built_on_a_numbered_one_has_its_level() -> None:
    """A style of one's own, built on the second heading, is numbered as the second heading."""
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = heading_style("O2", 1, more=number) + heading_style("Egen", 1, base="O2")
    shape = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2", '<w:pStyle w:val="O2"/>')
    raw = word_file(p("A", style="O2") + p("B", style="Egen"), styles=styles, numbering=lists(shape))

    assert texts(raw) == ["1.1 A", "1.2 B"]


def test_a_style_is_taken_out_of_its_list() -> None:
    """List number 0 says that a paragraph is not numbered, whatever its style says."""
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    out = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = p("A", style="O1") + p("Uden tal", style="O1", properties=out) + p("B", style="O1")
    raw = word_file(body, styles=heading_style("O1", 0, more=number), numbering=lists(ONE_LEVEL))

    assert texts(raw) == ["1. A", "Uden tal", "2. B"]


def test_a_list_goes_on_after_text() -> None:
    """Entries after a paragraph of text count on from the entries before it."""
    body = p("at et", properties=listed(1)) + p("Tekst.") + p("at to", properties=listed(1))

    assert markers(word_file(body, numbering=lists(ONE_LEVEL))) == ["1", "2"]


def test_lists_of_one_shape_count_on_together() -> None:
    """Another list of the same shape goes on, unless it says where it starts."""
    more = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(p(f"at {n}", properties=listed(n)) for n in (1, 8, 9, 9))

    assert markers(word_file(body, numbering=lists(ONE_LEVEL, nums=more))) == ["1", "2", "5", "6"]


def test_a_list_may_have_a_level_of_its_own() -> None:
    """A list may print a level in another way than its shape does."""
    own = level(0, "upperLetter", "%1)")
    more = (
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/>'
        f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    )
    body = p("at et", properties=listed(9)) + p("at to", properties=listed(9))

    assert markers(word_file(body, numbering=lists(ONE_LEVEL, nums=more))) == ["A", "B"]


@pytest.mark.parametrize(
    ("form", "printed", "kind"),
    [
        ("decimal", ["1", "2", "3", "4"], ListKind.NUMBER),
        ("decimalZero", ["01", "02", "03", "04"], ListKind.NUMBER),
        ("lowerLetter", ["a", "b", "c", "d"], ListKind.LETTER),
        ("upperLetter", ["A", "B", "C", "D"], ListKind.LETTER),
        ("lowerRoman", ["i", "ii", "iii", "iv"], ListKind.LETTER),
        ("upperRoman", ["I", "II", "III", "IV"], ListKind.LETTER),
        ("bullet", [None] * 4, ListKind.BULLET),
    ],
)
def test_forms_of_numbers(form: str, printed: list[str | None], kind: ListKind) -> None:
    """Each form of number is printed as Word prints it."""
    text = "\uf0b7" if form == "bullet" else "%1)"
    body = "".join(p(f"at {n}", properties=listed(1)) for n in range(4))
    raw = word_file(body, numbering=lists(level(0, form, text)))

    assert [line.marker for line in lines(raw)] == [Marker(kind=kind, printed=one) for one in printed]


def test_a_list_without_number_or_sign_is_text() -> None:
    """A level that prints nothing makes no entry."""
    (line,) = lines(word_file(p("Tekst", properties=listed(1)), numbering=lists(level(0, "none", ""))))

    assert line.marker is None


def test_deeper_levels_start_over() -> None:
    """The second level begins anew under each entry of the first."""
    places = (0, 1, 1, 0, 1)
    body = "".join(p(f"at {n}", properties=listed(1, depth)) for n, depth in enumerate(places))

    read = lines(word_file(body, numbering=lists(TWO_LEVELS)))

    found = [(line.marker.printed, line.marker.depth) for line in read if line.marker]
    assert found == [("1", 0), ("1.1", 1), ("1.2", 1), ("2", 0), ("2.1", 1)]


def test_a_level_may_never_start_over() -> None:
    """A level that says so counts through."""
    shape = ONE_LEVEL + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    body = "".join(p(f"at {n}", properties=listed(1, depth)) for n, depth in enumerate((0, 1, 0, 1)))

    assert markers(word_file(body, numbering=lists(shape))) == ["1", "1", "2", "2"]


def test_legal_numbers_are_figures() -> None:
    """A level for legal numbers prints the Roman number above it as a figure."""
    shape = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = p("at et", properties=listed(1)) + p("at to", properties=listed(1, 1))

    assert markers(word_file(body, numbering=lists(shape))) == ["I", "1.1"]


def test_bold_numbered_paragraphs_are_headings() -> None:
    """A paragraph that is bold as a whole is a heading, and its number is part of it."""
    body = p("Budget", properties=listed(1), looks="<w:b/>") + p("Godkendt uden bemærkninger.")

    read = lines(word_file(body, numbering=lists(ONE_LEVEL)))

    assert (read[0].text, read[0].level, read[0].marker) == ("1. Budget", 1, None)


def test_an_entry_in_a_table_of_facts_keeps_its_number() -> None:
    """A cell has no room for a marker, so the number is read as part of its text."""
    listed_cell = f"<w:tc>{p('Skole', properties=listed(1))}</w:tc>"
    rows = "".join(f"<w:tr>{listed_cell}<w:tc>{p(f'{n} kr.')}</w:tc></w:tr>" for n in (10, 20))
    raw = word_file(f"<w:tbl>{rows}</w:tbl>", numbering=lists(ONE_LEVEL))

    (line,) = lines(raw)

    assert line.table is not None
    assert [row[0] for row in line.table.rows] == ["1. Skole", "2. Skole"]


def test_a_link_in_a_numbered_cell_lies_on_its_words() -> None:
    """The number that is put before a cell's text is no part of the link that begins there."""
    link = f'<w:hyperlink r:id="skole">{run("Skole")}</w:hyperlink>'
    first = f"<w:tc>{p(runs=link, properties=listed(1))}</w:tc>"
    rows = "".join(f"<w:tr>{first}<w:tc>{p(f'{n} kr.')}</w:tc></w:tr>" for n in (10, 20))
    raw = word_file(
        f"<w:tbl>{rows}</w:tbl>", numbering=lists(ONE_LEVEL), links={"skole": "https://havneby.example"}
    )

    (line,) = lines(raw)

    assert line.table is not None
    shown = [
        line.table.rows[one.row - 1][one.column][one.link.start : one.link.end] for one in line.table.links
    ]
    assert shown == ["Skole", "Skole"]


def test_a_list_that_turns_in_a_circle_ends() -> None:
    """Styles and lists that refer to each other are followed no further than once around."""
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="numbering" w:styleId="N"><w:name w:val="N"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    raw = word_file(p("Tekst", style="A", properties=listed(1)), styles=circle, numbering=numbering)

    assert texts(raw) == ["Tekst"]
