"""Columns of a PDF: prose is read down, names and fields are read across."""

from __future__ import annotations

import pytest

from tests.readers.pdf_papers import (
    BOLD,
    HEIGHT,
    LEADING,
    LEFT,
    at,
    body,
    broken,
    lines_of,
    paragraphs,
    prose,
    texts,
    under_each_other,
)

NAMES = ["Anna Holm", "Bent Krog", "Carl Lund", "Dorte Vang", "Erik Bæk", "Freja Dal"]
ROOM = 220.0
MIDDLE = 310.0


def column(seed: int, x: float, y: float = 100.0, room: float = ROOM) -> str:
    """Paint a paragraph in a column."""
    return under_each_other(x, y, broken(prose(seed, 60), room))


@pytest.mark.parametrize("right", [2, 1], ids=["even", "longer on the right"])
def test_two_columns_of_prose(right: int) -> None:
    """The left column is read to its end before the right one."""
    found = lines_of(at(LEFT, 80, "Nyt fra havnen", BOLD, 16) + column(3, LEFT) + column(right, MIDDLE))

    assert paragraphs(found) == ["Nyt fra havnen", prose(3, 60), prose(right, 60)]


def test_a_left_column_that_ends_farther_down() -> None:
    """The left column is read to its end, be it longer than the right one."""
    found = lines_of(column(1, LEFT) + column(2, MIDDLE))

    assert paragraphs(found) == [prose(1, 60), prose(2, 60)]


@pytest.mark.parametrize("lower", [1, 3, 5])
def test_columns_that_begin_at_different_heights(lower: int) -> None:
    """A column that begins farther down is still read after the other."""
    found = lines_of(
        at(LEFT, 80, "Nyt fra havnen", BOLD, 16) + column(1, LEFT) + column(2, MIDDLE, 100 + lower * LEADING)
    )

    assert paragraphs(found) == ["Nyt fra havnen", prose(1, 60), prose(2, 60)]


def test_columns_whose_lines_do_not_stand_beside_each_other() -> None:
    """Two columns need not share their baselines."""
    found = lines_of(column(2, LEFT) + column(3, MIDDLE, 106))

    assert paragraphs(found) == [prose(2, 60), prose(3, 60)]


def test_text_over_the_whole_page_between_columns() -> None:
    """What stands across the page parts the columns above it from those below."""
    found = lines_of(
        column(2, LEFT) + column(3, MIDDLE) + body(1, 300) + column(4, LEFT, 400) + column(5, MIDDLE, 400)
    )

    assert " ".join(texts(found)) == " ".join(
        [prose(2, 60), prose(3, 60), prose(1, 40), prose(4, 60), prose(5, 60)]
    )


def test_a_column_is_as_wide_as_its_own_lines() -> None:
    """A full line of a column goes on, though the page has wider lines elsewhere."""
    found = lines_of(body(1, 100) + column(4, LEFT, 200) + column(5, MIDDLE, 200))

    assert paragraphs(found) == [prose(1, 40), prose(4, 60), prose(5, 60)]


@pytest.mark.xfail(strict=True, reason="of three columns the first two are read across")
def test_three_columns_of_prose() -> None:
    """Three columns are read one after the other."""
    found = lines_of("".join(column(seed, x, room=140.0) for seed, x in ((2, 60), (3, 220), (4, 380))))

    assert paragraphs(found) == [prose(2, 60), prose(3, 60), prose(4, 60)]


def test_a_paragraph_over_the_foot_of_a_column() -> None:
    """A sentence that stops at the foot of the left column goes on at the top of the right one."""
    lines = broken(prose(2, 90), ROOM)

    found = lines_of(under_each_other(LEFT, 100, lines[:6]) + under_each_other(MIDDLE, 100, lines[6:]))

    assert paragraphs(found) == [prose(2, 90)]


def test_a_paragraph_from_the_last_column_to_the_next_page() -> None:
    """A sentence that stops at the foot of the right column goes on in the left one of the next page."""
    lines = broken(prose(1, 110), ROOM)

    found = lines_of(
        column(3, LEFT) + under_each_other(MIDDLE, 100, lines[:8]),
        under_each_other(LEFT, 100, lines[8:]) + column(5, MIDDLE),
    )

    assert paragraphs(found) == [prose(3, 60), prose(1, 110), prose(5, 60)]


def test_names_in_two_columns() -> None:
    """Names beside each other are kept apart, by a line or by more than a blank, and none is lost."""
    found = lines_of(
        at(LEFT, 80, "Medlemmer", BOLD)
        + under_each_other(LEFT, 100, NAMES[:3])
        + under_each_other(300, 100, NAMES[3:])
        + body(1, 200)
    )

    names = [name for text in paragraphs(found) for name in text.split("   ")]
    assert sorted(names) == sorted(["Medlemmer", *NAMES, prose(1, 40)])


def test_labels_with_their_values_beside_them() -> None:
    """A label and the value that a tab sets beside it are one line."""
    fields = [
        ("Mødedato:", "3. marts 2026"),
        ("Mødested:", "Havnekontoret"),
        ("Start:", "16.30"),
        ("Slut:", "18.00"),
    ]
    painted = "".join(
        at(LEFT, 100 + place * LEADING, label) + at(180, 100 + place * LEADING, value)
        for place, (label, value) in enumerate(fields)
    )

    assert paragraphs(lines_of(painted + body(1, 200))) == [
        *(f"{label}   {value}" for label, value in fields),
        prose(1, 40),
    ]


def test_fields_above_two_columns_at_the_same_edge() -> None:
    """A table of fields is read across, though two columns of names follow at the very same places."""
    fields = [
        ("Dato", "Mandag den 2. marts 2026"),
        ("Tid", "16:30 til 18:00"),
        ("Sted", "Lokale 7, Rådhuset"),
    ]
    painted = "".join(
        at(LEFT, 100 + place * 24, label) + at(300, 100 + place * 24, value)
        for place, (label, value) in enumerate(fields)
    )
    present, absent = ["Til stede på mødet", *NAMES[:4]], ["Ikke til stede", *NAMES[4:]]
    names = under_each_other(LEFT, 220, present) + under_each_other(300, 220, absent)

    assert paragraphs(lines_of(painted + names)) == [
        *(f"{label}   {value}" for label, value in fields),
        *present,
        *absent,
    ]


def test_a_tab_within_what_is_painted_in_one_go() -> None:
    """A jump inside one piece of text is a jump all the same."""
    painted = f"BT /F1 11 Tf 1 0 0 1 60 {HEIGHT - 100} Tm [(Sted: ) -8000 (Havnekontoret)] TJ ET\n"

    assert texts(lines_of(painted)) == ["Sted:   Havnekontoret"]


def test_a_contents_list_with_dots() -> None:
    """Number, title, dots and page number of an item are one line each."""
    painted = "".join(
        at(LEFT, 100 + 14 * place, f"{place + 1}. {title} {'.' * 60}")
        + at(520, 100 + 14 * place, f"{place + 2}")
        for place, title in enumerate(("Kajen", "Molen", "Kranen"))
    )

    found = paragraphs(lines_of(at(LEFT, 80, "Indhold", BOLD, 14) + painted + body(4, 200)))

    assert [line.replace(".", "").split() for line in found[1:4]] == [
        ["1", "Kajen", "2"],
        ["2", "Molen", "3"],
        ["3", "Kranen", "4"],
    ]


def test_figures_in_columns_without_rules() -> None:
    """Rows of figures are read row by row."""
    rows = [
        ("Kaj nord", "1.200", "1.300"),
        ("Kaj syd", "400", "500"),
        ("Molen", "70", "80"),
        ("Fyret", "9", "10"),
    ]
    painted = "".join(
        at(x, 100 + LEADING * place, cell)
        for place, row in enumerate(rows)
        for x, cell in zip((LEFT, 260, 400), row, strict=True)
    )

    assert [tuple(text.split("   ")) for text in texts(lines_of(painted + body(1, 200)))[:4]] == rows


@pytest.mark.parametrize(
    "rows",
    [
        [("Nord", "God"), ("Syd", "Ringe"), ("Øst", "God"), ("Vest", "Ny")],
        [
            ("Kaj nord ved fyret", "1.200 300 kr."),
            ("Kaj syd og den gamle mole", "400 100 kr."),
            ("Broen over åen", "70 20 kr."),
            ("Fyret", "9 1 kr."),
        ],
    ],
    ids=["single words", "figures"],
)
def test_rows_without_rules(rows: list[tuple[str, str]]) -> None:
    """What stands beside each other in a table without rules stays beside each other."""
    painted = "".join(
        at(x, 100 + LEADING * place, cell)
        for place, row in enumerate(rows)
        for x, cell in zip((LEFT, 300), row, strict=True)
    )

    assert texts(lines_of(painted + body(1, 200)))[: len(rows)] == ["   ".join(row) for row in rows]


def test_a_number_box_beside_a_heading_of_two_lines() -> None:
    """A number that stands beside the middle of a heading comes before it."""
    painted = (
        at(LEFT, 107, "7.", BOLD, 14)
        + under_each_other(
            LEFT + 40, 100, ["Forslag til en ny plan for havnens kaj", "og for broen ved fyret"], BOLD, 14
        )
        + body(1, 140)
    )

    assert texts(lines_of(painted))[0].startswith("7. Forslag")


def test_the_order_of_painting_does_not_matter() -> None:
    """A page painted from its foot to its head reads as one painted downwards."""
    painted = (at(LEFT, 80, "Havnen", BOLD, 16) + body(1) + body(2, 180)).splitlines(keepends=True)

    assert lines_of("".join(reversed(painted))) == lines_of("".join(painted))
