"""Text of a format that knows its blocks: headings by rank, lists as told, tables and pictures in place."""

from __future__ import annotations

import pytest

from converters.blocks import Entry, Furniture, Heading, Line, ListKind, Marker, Paragraph, Picture, Table
from converters.model import AgendaItem
from tests.reading import entries, shown
from tests.segment.set_lines import composed, heading, line, linked, meeting, on, picture, tabled

LONG = "Havnen har i mange år været for lille til de både, som gerne vil ligge der om sommeren."
KAJ = "https://eksempel.dk/kaj"


def levels(*lines: tuple[str, int]) -> list[tuple[str, int]]:
    """The levels of headings of such ranks, each over a text."""
    source = [one for text, rank in lines for one in (heading(text, rank), line(LONG))]
    return [(block.text, block.level) for block in composed(*source) if isinstance(block, Heading)]


def test_headings_are_those_set_as_headings() -> None:
    """A line set as a heading is one, and a short line that is not set so is none."""
    found = composed(heading("Kajen", 2), line(LONG), line("Molen"), line(LONG))

    assert shown(found) == ["# Kajen", LONG, "Molen", LONG]


def test_levels_follow_the_ranks() -> None:
    """The highest rank there is becomes the highest level of a section, the others stand below."""
    assert levels(("Kajen", 2), ("Pælene", 4), ("Molen", 2)) == [("Kajen", 3), ("Pælene", 4), ("Molen", 3)]


def test_no_level_is_deeper_than_a_page_can_show() -> None:
    """Ranks beyond the deepest level share it."""
    assert levels(*((f"Kaj {'abcdef'[rank]}", rank + 1) for rank in range(6)))[-1][1] == 6


def test_the_last_line_is_no_heading() -> None:
    """A heading stands over something."""
    assert [type(block) for block in composed(line(LONG), heading("Kajen", 2))] == [Paragraph, Paragraph]


def test_a_sentence_set_as_a_heading_is_text() -> None:
    """What is only emphasised is a paragraph."""
    found = composed(heading("Udvalget godkendte det hele uden bemærkninger.", 2), line(LONG))

    assert [type(block) for block in found] == [Paragraph, Paragraph]


def test_no_headings_where_none_are_sought() -> None:
    """In a decision nothing is a heading, however it is set."""
    found = composed(heading("Godkendt", 2), line(LONG), headings=False)

    assert [type(block) for block in found] == [Paragraph, Paragraph]


def test_a_link_in_a_heading() -> None:
    """A heading keeps its link."""
    found = composed(heading("Plan for kajen", 2, links=(on("Plan for kajen", "kajen"),)), line(LONG))

    assert linked(found) == [("kajen", KAJ)]


def test_every_line_is_a_paragraph() -> None:
    """Lines that begin a paragraph are not run together, however they look."""
    found = composed(line("havnen er"), line("og kajen er"), line("lukket"))

    assert shown(found) == ["havnen er", "og kajen er", "lukket"]


@pytest.mark.parametrize(
    ("marker", "kind", "printed", "depth"),
    [
        (Marker(kind=ListKind.BULLET), ListKind.BULLET, None, 0),
        (Marker(kind=ListKind.NUMBER, printed="7"), ListKind.NUMBER, "7", 0),
        (Marker(kind=ListKind.LETTER, printed="b", depth=2), ListKind.LETTER, "b", 2),
    ],
)
def test_an_entry_whose_marker_the_reader_tells(
    marker: Marker, kind: ListKind, printed: str | None, depth: int
) -> None:
    """Kind, marker and depth are those the format gives."""
    (found,) = composed(line("Kajen efterses", marker=marker))

    assert found == Entry(text="Kajen efterses", kind=kind, marker=printed, depth=depth)


def test_an_entry_told_keeps_its_first_word() -> None:
    """Text that looks like another marker is text, where the format has told the marker."""
    (found,) = composed(line("1. maj er en fridag", marker=Marker(kind=ListKind.BULLET)))

    assert shown([found]) == ["1. maj er en fridag"]


def test_an_entry_told_keeps_its_link() -> None:
    """A link of an entry lies on the same words."""
    text = "Plan for kajen.pdf"
    found = composed(line(text, marker=Marker(kind=ListKind.BULLET), links=(on(text, text),)))

    assert linked(found) == [(text, KAJ)]


@pytest.mark.parametrize("marker", ["•", "–", "1.", "a)", "12."])
def test_a_link_behind_a_printed_marker(marker: str) -> None:
    """When a marker is taken off its text, a link behind it stays on its words."""
    text = f"{marker} Se planen for kajen"

    (found,) = composed(line(text, links=(on(text, "planen"),)))

    assert isinstance(found, Entry)
    assert found.text == "Se planen for kajen"
    assert linked([found]) == [("planen", KAJ)]


def test_a_link_on_the_marker_too() -> None:
    """A link that began at the marker begins at the text."""
    text = "• Plan for kajen.pdf"

    assert linked(composed(line(text, links=(on(text, text),)))) == [("Plan for kajen.pdf", KAJ)]


def test_depth_by_how_far_entries_are_set_in() -> None:
    """An entry set in farther than the one above lies deeper, whatever its marker."""
    found = composed(
        line("1. Kajen", indent=2),
        line("a. Nord", indent=6),
        line("b. Syd", indent=6),
        line("2. Molen", indent=2),
        line("• Øst", indent=6),
        line("– Inderst", indent=10),
    )

    assert entries(found) == [
        ("1", 0, "Kajen"),
        ("a", 1, "Nord"),
        ("b", 1, "Syd"),
        ("2", 0, "Molen"),
        (None, 1, "Øst"),
        (None, 2, "Inderst"),
    ]


def test_the_same_marker_set_in_farther() -> None:
    """Entries with one marker are of two depths if they are set at two."""
    found = composed(line("• Kajen", indent=2), line("• Nord", indent=6), line("• Molen", indent=2))

    assert entries(found) == [(None, 0, "Kajen"), (None, 1, "Nord"), (None, 0, "Molen")]


def test_a_list_that_is_set_in_from_its_first_entry() -> None:
    """How far a whole list is set in says nothing of its depth."""
    found = composed(line(LONG), line("• Kajen", indent=8), line("• Molen", indent=8))

    assert entries(found) == [(None, 0, "Kajen"), (None, 0, "Molen")]


def test_a_list_after_a_paragraph_begins_anew() -> None:
    """Text between two lists parts them: the second begins at its own depth."""
    found = composed(
        line("• Kajen", indent=2), line("• Nord", indent=6), line(LONG), line("• Molen", indent=6)
    )

    assert entries(found) == [(None, 0, "Kajen"), (None, 1, "Nord"), (None, 0, "Molen")]


def test_a_table_between_paragraphs() -> None:
    """A table stands where it stood, with its cells."""
    found = composed(line(LONG), tabled(("Kaj nord", "1.200"), ("Kaj syd", "300")), line("Slut."))

    assert [type(block) for block in found] == [Paragraph, Table, Paragraph]
    assert isinstance(found[1], Table)
    assert found[1].rows == (("Kaj nord", "1.200"), ("Kaj syd", "300"))


@pytest.mark.parametrize(
    "above",
    [line("Se her."), heading("Kajen", 2), line("Nord", marker=Marker(kind=ListKind.BULLET)), line("• Syd")],
    ids=["a paragraph", "a heading", "an entry told", "an entry"],
)
def test_a_picture_under_its_line(above: object) -> None:
    """A picture follows the block it stood under, whatever that is."""
    held = line("", pictures=(picture("kort"),))

    found = composed(above, held, line(LONG))  # type: ignore[arg-type]  # lines of many kinds

    assert [isinstance(block, Picture) for block in found] == [False, True, False]


def test_a_picture_under_a_table() -> None:
    """A picture under a table follows it."""
    found = composed(
        tabled(("Kaj nord", "1.200"), ("Kaj syd", "300"), pictures=(picture("kort"),)), line(LONG)
    )

    assert [type(block) for block in found] == [Table, Picture, Paragraph]


def test_two_pictures_under_one_line() -> None:
    """Both follow it, in order."""
    found = composed(line(LONG, pictures=(picture("et"), picture("to"))))

    assert shown(found) == [LONG, "[et]", "[to]"]


def test_a_list_over_a_page_break() -> None:
    """A list whose second entry begins a page is one list."""
    found = composed(line("1. Kajen"), line("2. Molen", starts_page=True), line("3. Fyret"))

    assert entries(found) == [("1", 0, "Kajen"), ("2", 0, "Molen"), ("3", 0, "Fyret")]


def test_a_paragraph_that_begins_with_a_number() -> None:
    """A paragraph that begins with an amount is a paragraph."""
    found = composed(line("3,6 mio. kr. går til kajen."), line(LONG))

    assert [type(block) for block in found] == [Paragraph, Paragraph]


def item_of(*lines: Line) -> AgendaItem:
    """The first item of minutes in which such lines stand under its title, sections set as headings."""
    second = (heading("2. Lys på molen", 2), heading("Sagsfremstilling", 3), line(LONG))
    front = (heading("Referat", 1), line("Havneudvalget"), line("Mødedato: 3. marts 2026"))
    decided = (heading("Beslutning", 3), line("Godkendt."))
    return meeting(*front, heading("1. Ny kran", 2), *lines, *second, *decided).items[0]


def pictures_of(item: AgendaItem) -> list[str]:
    """The pictures of an item, wherever they stand in it."""
    return [
        block.text for section in item.sections for block in section.content if isinstance(block, Picture)
    ]


def test_a_picture_under_a_text_of_a_section() -> None:
    """It is in that section."""
    found = item_of(heading("Sagsfremstilling", 3), line(LONG, pictures=(picture("kort"),)))

    assert shown(found.sections[0].content) == [LONG, "[kort]"]


@pytest.mark.parametrize(
    "lines",
    [
        (heading("Sagsfremstilling", 3, pictures=(picture("kort"),)), line(LONG)),
        (line("Sagsnr.: 20/7077", pictures=(picture("kort"),)), heading("Sagsfremstilling", 3), line(LONG)),
        (
            heading("Sagsfremstilling", 3),
            line(LONG),
            line("Beslutning: Godkendt.", pictures=(picture("kort"),)),
        ),
        (
            heading("Sagsfremstilling", 3),
            line(LONG),
            line("Side 3", furniture=Furniture.FOOTER, pictures=(picture("kort"),)),
            line("Slut.", starts_page=True),
        ),
    ],
    ids=["a label", "a field", "a label with its text", "a page with nothing else"],
)
def test_a_picture_right_under_a_line_that_is_no_text(lines: tuple[Line, ...]) -> None:
    """A picture is the item's, be the line above it a label, a field or the foot of a page."""
    assert pictures_of(item_of(*lines)) == ["kort"]


def test_a_picture_right_under_a_title() -> None:
    """A picture under an item's title is that item's."""
    front = (heading("Referat", 1), line("Havneudvalget"), line("Mødedato: 3. marts 2026"))
    body = (heading("Sagsfremstilling", 3), line(LONG), heading("Beslutning", 3), line("Godkendt."))

    found = meeting(
        *front, heading("1. Ny kran", 2, pictures=(picture("kort"),)), *body, heading("2. Lys", 2), *body
    )

    assert pictures_of(found.items[0]) == ["kort"]


@pytest.mark.parametrize("label", ["Beslutning", "Bilag"])
def test_a_link_behind_a_label_on_its_line(label: str) -> None:
    """When a label is cut off its text, a link in the text stays on its words."""
    text = f"{label}: Plan for kajen.pdf"

    found = item_of(
        heading("Sagsfremstilling", 3), line(LONG), line(text, gap=1, links=(on(text, "Plan for kajen.pdf"),))
    )

    assert linked(found.sections[-1].content) == [("Plan for kajen.pdf", KAJ)]
