"""Tables that only lay labels and values side by side become lines; tables of figures stay tables."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.blocks import CellLink, Line, Link, Table
from converters.segment.untabled import untabled
from tests.segment.set_lines import line, linked, picture, tabled

KAJ = "https://eksempel.dk/kaj"


def texts(*lines: Line) -> list[str]:
    """The texts of lines, tables of labels opened."""
    return [one.text for one in untabled(lines)]


def test_the_front_of_minutes_as_a_table() -> None:
    """Each row of labels and values is one line, a colon between the two."""
    found = texts(
        tabled(("Mødedato", "3. marts 2026"), ("Mødested", "Havnekontoret"), ("Starttidspunkt", "16.30"))
    )

    assert found == ["Mødedato: 3. marts 2026", "Mødested: Havnekontoret", "Starttidspunkt: 16.30"]


def test_an_agenda_that_counts_attachments() -> None:
    """A column of numbers alone holds nothing that was recorded."""
    source = tabled(("1", "Kajen", "0"), ("2", "Molen", "4"), header=("Pkt.", "Titel", "Bilag"))

    found = list(untabled([source]))

    assert [one.text.split() for one in found] == [
        ["Pkt.", "Titel", "Bilag"],
        ["1", "Kajen", "0"],
        ["2", "Molen", "4"],
    ]
    assert {one.level for one in found} == {None}


def test_labels_with_their_own_colons() -> None:
    """A label that has a colon gets no other."""
    assert texts(tabled(("Mødedato:", "3. marts 2026"), ("Mødested:", "Havnekontoret"))) == [
        "Mødedato: 3. marts 2026",
        "Mødested: Havnekontoret",
    ]


def test_the_head_is_a_row_like_any_other() -> None:
    """A first row that the format took for a head is a line too, and the first."""
    assert texts(tabled(("Mødested:", "Havnen"), header=("Mødedato:", "3. marts 2026"))) == [
        "Mødedato: 3. marts 2026",
        "Mødested: Havnen",
    ]


def test_a_label_over_its_section() -> None:
    """The label of a section stands on a line of its own, and its text on the next."""
    assert texts(tabled(("Beslutning", "Godkendt."), ("Bilag", "Plan for kajen.pdf"))) == [
        "Beslutning",
        "Godkendt.",
        "Bilag",
        "Plan for kajen.pdf",
    ]


STACKED = (
    ("1.", "Ny kran på kajen"),
    ("Sagsfremstilling", "1. Den gamle er slidt. Den er fra 1968."),
    ("Referat", "Drøftet."),
    ("2.", "Salg af grund"),
    ("Åben/lukket", "Lukket"),
    ("Sagsfremstilling", "Køberen byder."),
    ("Referat", "Drøftet."),
)


def test_minutes_stacked_in_one_table() -> None:
    """A row of number and title, and under it rows of labels and their texts, are the lines of an item."""
    found = [(one.text, one.level) for one in untabled([tabled(*STACKED)])]

    assert found == [
        ("1.   Ny kran på kajen", 90),
        ("Sagsfremstilling", 91),
        ("1. Den gamle er slidt. Den er fra 1968.", None),
        ("Referat", 91),
        ("Drøftet.", None),
        ("2.   Salg af grund", 90),
        ("Åben/lukket: Lukket", None),
        ("Sagsfremstilling", 91),
        ("Køberen byder.", None),
        ("Referat", 91),
        ("Drøftet.", None),
    ]


def test_the_box_round_an_items_heading() -> None:
    """Its cells are lines, so that the item is found and its fields are read."""
    box = tabled(
        ("Ny kran på kajen", ""), ("Sagsnr.: 26/12", "Offentlighed: Lukket"), header=("Punkt 14", "")
    )

    assert texts(box) == ["Punkt 14", "Ny kran på kajen", "Sagsnr.: 26/12", "Offentlighed: Lukket"]


def test_numbered_rows_that_are_no_minutes() -> None:
    """A table of numbered posts stays one."""
    rows = ("1.", "Drift"), ("Løn", "4.500"), ("Varer", "12"), ("2.", "Anlæg"), ("Løn", "900"), ("Varer", "3")

    assert len(texts(tabled(*rows))) == 1


def test_a_label_beside_a_label_is_its_value() -> None:
    """The type of an item may be called what a section is called."""
    assert texts(tabled(("Sagsnummer", "26/12"), ("Punkttype", "Beslutning"))) == [
        "Sagsnummer: 26/12",
        "Punkttype: Beslutning",
    ]


def test_attendance_as_a_table() -> None:
    """Who was there and who was not is a line each."""
    assert texts(tabled(("Til stede:", "Anna Holm, Bent Krog"), ("Afbud:", "Carl Lund"))) == [
        "Til stede: Anna Holm, Bent Krog",
        "Afbud: Carl Lund",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Kaj nord", "1.200"), ("Kaj syd", "300")),
        (("2026", "1.200", "80"), ("2027", "300", "90")),
        (("", "Kroner"), ("Kajen", "300")),
    ],
)
def test_a_table_of_figures(rows: tuple[tuple[str, ...], ...]) -> None:
    """A table whose rows begin with no label stays as it is."""
    source = line("Se her:"), tabled(*rows)

    assert tuple(untabled(source)) == source


def test_a_table_with_one_label_among_many_rows() -> None:
    """A word that could be a label makes no labels of the rows around it."""
    source = (tabled(("Kajen", "1"), ("Molen", "2"), ("Økonomi", "3"), ("Fyret", "4"), ("Broen", "5")),)

    assert tuple(untabled(source)) == source


def test_a_wide_table() -> None:
    """A table of many columns is one, though its rows begin with labels."""
    source = (tabled(("Beslutning", *"abcdef"), ("Bilag", *"ghijkl")),)

    assert tuple(untabled(source)) == source


def test_links_of_cells() -> None:
    """A link in a cell lies on the same words in its line."""
    links = (CellLink(row=2, column=1, link=Link(start=3, end=9, href=KAJ)),)

    found = untabled([tabled(("Mødedato", "3. marts 2026"), ("Mødested", "Se planen her"), cell_links=links)])

    assert linked(found) == [("planen", KAJ)]


def test_pictures_and_page_breaks_stay_with_the_first_row() -> None:
    """What belongs to the table as a whole is there once."""
    found = list(
        untabled(
            [tabled(("Mødedato", "3. marts"), ("Mødested", "Kajen"), starts_page=True, pictures=(picture(),))]
        )
    )

    assert [one.starts_page for one in found] == [True, False]
    assert [len(one.pictures) for one in found] == [1, 0]
    assert all(one.table is None for one in found)


def test_the_heading_of_an_item_as_a_box() -> None:
    """A box with number, title and openness is the line it looks like."""
    (found,) = texts(tabled(("21", "Ny legeplads ved kajen", "Åben")))

    assert found.split("   ") == ["21", "Ny legeplads ved kajen", "Åben"]


def test_an_agenda_as_a_table() -> None:
    """Rows of number, title and page are lines of a contents list."""
    found = texts(tabled(("1", "Kajen", "2"), ("2", "Molen", "4"), header=("Punkt", "Emne", "Side")))

    assert [text.split("   ") for text in found] == [
        ["Punkt", "Emne", "Side"],
        ["1", "Kajen", "2"],
        ["2", "Molen", "4"],
    ]


def test_minutes_as_a_table() -> None:
    """Each row is an item: its number and title on one line, and what was recorded below."""
    source = tabled(
        ("1", "Godkendelse af dagsorden", "Godkendt."),
        ("2", "Ny kran", "Udsat."),
        header=("Punkt", "Emne", "Beslutning"),
    )

    found = list(untabled([source]))

    assert [one.text for one in found[1:]] == [
        "1   Godkendelse af dagsorden",
        "Beslutning",
        "Godkendt.",
        "2   Ny kran",
        "Beslutning",
        "Udsat.",
    ]
    ranks = [one.level for one in found[1:]]
    assert ranks[0] == ranks[3] is not None
    assert {ranks[place] for place in (1, 2, 4, 5)} == {None}


CELL = st.sampled_from(
    [
        "Mødedato",
        "Mødested:",
        "Beslutning",
        "Bilag",
        "Afbud:",
        "Økonomi:",
        "Kajen",
        "Godkendt.",
        "3. marts 2026",
        "Punkt",
        "Emne",
        "Lukket",
        "1",
        "2",
        "17",
        "1.200",
        "",
    ]
)


@st.composite
def label_tables(draw: st.DrawFn) -> Line:
    """A table of one to five columns, with labels here and there and a link on some cell."""
    width = draw(st.integers(1, 5))
    row = st.lists(CELL, min_size=width, max_size=width).map(tuple)
    rows = draw(st.lists(row, min_size=1, max_size=5))
    header = draw(row | st.just(("Punkt", "Emne", "Beslutning", "", "")[:width]) | st.just(("",) * width))
    places = [
        (number, column, cell)
        for number, row in enumerate((header, *rows))
        for column, cell in enumerate(row)
        if cell
    ]
    links = tuple(
        CellLink(row=number, column=column, link=Link(start=0, end=len(cell), href=KAJ))
        for number, column, cell in (places and [draw(st.sampled_from(places))])
    )
    return tabled(*rows, header=header, cell_links=links)


def words(lines: list[Line]) -> Counter[str]:
    """Every word, be it in a cell or a line; a colon behind it does not count."""
    return Counter(word.rstrip(":") for one in lines for word in one.text.split())


@given(label_tables())
def test_no_cell_loses_its_words(source: Line) -> None:
    """Whether a table is opened or not, each word of each cell is there; a column's head may come back."""
    found = words(list(untabled([source])))

    assert words([source]) - found == Counter()
    assert set(found) == set(words([source]))


@given(label_tables())
def test_no_cell_loses_its_link(source: Line) -> None:
    """A link lies on the words of its cell, in the table or in a line."""
    found = list(untabled([source]))
    assert isinstance(source.table, Table)
    wanted = [
        (source.table.header, *source.table.rows)[one.row][one.column][one.link.start : one.link.end]
        for one in source.table.links
    ]

    assert found == [source] or [words for words, _ in linked(found)] == wanted
