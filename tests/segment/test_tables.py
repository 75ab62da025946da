"""Tables that a text layer flattened to lines."""

import pytest

from tests.reading import composed, headings, tables

LEAD = "Havnens regnskab ser sådan ud, når alle både er talt med i det samlede beløb for året:"


def cells(text: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Header and rows of the one table in a text."""
    (table,) = tables(composed(f"{LEAD}\n{text}\nTallene er foreløbige.\n"))
    return table.header, list(table.rows)


def test_a_header_over_rows_of_figures() -> None:
    """When the header has as many cells as each row has figures."""
    assert cells("2024 2025 2026\n172 178 159\n142 116 200\n") == (
        ("2024", "2025", "2026"),
        [("172", "178", "159"), ("142", "116", "200")],
    )


@pytest.mark.xfail(strict=True, reason="the header runs into the first row")
def test_rows_with_a_label_and_figures() -> None:
    """The first cell is words, the others are figures; the header stands above."""
    header, rows = cells("Område Budget Forbrug\nKajer 41.200 41.600\nKraner 6.100 6.500\nMoler 750 -300\n")

    assert header == ("Område", "Budget", "Forbrug")
    assert rows == [("Kajer", "41.200", "41.600"), ("Kraner", "6.100", "6.500"), ("Moler", "750", "-300")]


def test_a_row_whose_label_wraps() -> None:
    """Its figures stand on the line below."""
    text = "Kajer 41.200 41.600\nKraner til de både, som\nikke kan sejle selv 6.100 6.500\n"

    _, rows = cells(f"{text}Moler 750 300\nI alt 48.050 48.400\n")
    assert ("Kraner til de både, som ikke kan sejle selv", "6.100", "6.500") in rows


def test_two_columns_with_a_joint() -> None:
    """Figures with a stroke between them are one cell; the header stands on lines of its own."""
    many = "A: en mole 92,0 / 5,2\nB: en lang mole 118,5 / 6,3\nC: to moler 161,0 / 8,4\n"

    header, rows = cells(f"Model\nAnlæg / drift, mio. kr.\n{many}")
    assert header == ("Model", "Anlæg / drift, mio. kr.")
    assert rows[1] == ("B: en lang mole", "118,5 / 6,3")
    assert len(rows) == 3


def test_three_columns_of_text() -> None:
    """A key and its second cell run together on a line, the third is a group of lines of its own."""
    header, rows = cells(
        "Sted Hvad Virkning\n\nMolen En ny trappe til badende\n\nFlere kan bade\npå en gang.\n\n"
        "Kajen Nye riste ved kanten\n\nVandet løber uden om\nkældrene.\n\n"
        "Havnen En pumpe ved broen\n\nVandet kan komme ud.\n\n"
    )

    assert header == ("Sted", "Hvad", "Virkning")
    assert rows[0] == ("Molen", "En ny trappe til badende", "Flere kan bade på en gang.")
    assert len(rows) == 3


def test_prose_with_figures_is_no_table() -> None:
    """Sentences that end in figures, and years with amounts, are text."""
    text = "Der var 120 både i 2024.\nDer var 130 både i 2025.\n2026: 1,0 mio. kr.\n2027: 3,0 mio. kr.\n"

    assert tables(composed(f"{LEAD}\n{text}")) == []


def test_a_row_of_figures_opens_no_heading() -> None:
    """Figures are no sub-heading, though a text stands below them."""
    text = f"{LEAD}\nI alt 3,4 11,2\n{LEAD}\n"

    assert headings(composed(text)) == []
