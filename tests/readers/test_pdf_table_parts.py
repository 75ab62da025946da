"""Parts of a table on two pages: which go together, and which rows the page break cut."""

from __future__ import annotations

from converters.readers.pdf_tables import RuledTable, merged


def part(page: int, *rows: tuple[str, ...], header: bool = False) -> RuledTable:
    """A part of a table that fills its page."""
    return RuledTable(
        page=page,
        box=(70, 70, 500, 780),
        rows=rows,
        header=header,
        edges=(70.0, 150.0, 500.0),
        opens=True,
        closes=True,
    )


def test_a_row_goes_on_in_an_empty_first_cell() -> None:
    """The first row of the next page is the end of the last one if its first cell is empty."""
    (found,) = merged([part(1, ("a", "b"), ("c", "D.")), part(2, ("", "E."), ("f", "g"))])

    assert found.rows == (("a", "b"), ("c", "D. E."), ("f", "g"))


def test_a_row_goes_on_in_small_letters() -> None:
    """So it is if a cell goes on in a small letter where the one above it has not ended."""
    (found,) = merged([part(1, ("A", "B"), ("Kajen mod", "skal")), part(2, ("vest", "efterses"), ("F", "G"))])

    assert found.rows == (("A", "B"), ("Kajen mod vest", "skal efterses"), ("F", "G"))


def test_a_new_row_is_a_new_row() -> None:
    """A first cell with a capital and nothing unfinished above begins a row."""
    (found,) = merged([part(1, ("A", "B"), ("C", "Slut.")), part(2, ("D", "Ny."))])

    assert found.rows == (("A", "B"), ("C", "Slut."), ("D", "Ny."))


def test_a_part_with_fewer_columns_is_fitted_in() -> None:
    """A page on which a column is not parted has its cells in the columns they begin in."""
    whole = part(1, ("A", "B"), ("C", "D."))
    narrow = RuledTable(
        page=2,
        box=(70, 70, 500, 780),
        rows=(("E", "F", "G"),),
        header=False,
        edges=(70.0, 150.0, 300.0, 500.0),
        opens=True,
        closes=True,
    )

    (found,) = merged([whole, narrow])

    assert found.rows == (("A", "B", ""), ("C", "D.", ""), ("E", "F", "G"))


def test_pages_apart_are_tables_apart() -> None:
    """A table does not go on beyond a page without it."""
    assert len(merged([part(1, ("A", "B")), part(3, ("C", "D"))])) == 2
