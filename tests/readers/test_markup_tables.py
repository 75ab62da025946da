"""Tables of facts, tables of fields, and tables that only lay a page out."""

from __future__ import annotations

from converters.blocks import Line, Table
from converters.readers.markup import lines_of

LONG = "Forvaltningen har set på taget og er enig i, at det skal skiftes, før der sker skade på loftet. "


def lines(html: str) -> tuple[Line, ...]:
    """The lines of a piece of markup."""
    return lines_of(html, where="prøve.html")


def texts(html: str) -> list[str]:
    """The texts of the lines."""
    return [line.text for line in lines(html)]


def table(html: str) -> Table:
    """The one table of a piece of markup."""
    (found,) = [line.table for line in lines(html) if line.table]
    return found


def test_a_table_is_one_line() -> None:
    """Its text is that of its cells, its header that of its head, its caption the line above."""
    found = lines(
        "<table><caption>Udgifter</caption><thead><tr><th>År</th><th>Kr.</th></tr></thead>"
        "<tr><td>2025</td><td>1.200</td></tr><tr><td>2026</td><td></td></tr></table>"
    )

    assert [line.text for line in found] == ["Udgifter", "År Kr. 2025 1.200 2026"]
    assert found[1].table == Table(header=("År", "Kr."), rows=(("2025", "1.200"), ("2026", "")))


def test_spans_leave_their_places_empty() -> None:
    """The value stands in the first cell that it spans."""
    found = table(
        "<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan=2>1</td><td colspan=2>2</td></tr>"
        "<tr><td>3</td><td>4</td></tr></table>"
    )

    assert found.rows == (("1", "2", ""), ("", "3", "4"))


def test_a_title_over_all_columns_is_a_line_above() -> None:
    """So is not the header."""
    rows = "<tr><th colspan=2>Budget</th></tr><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>"
    html = f"<table>{rows}</table>"

    assert texts(html) == ["Budget", "a b 1 2"]
    assert table(html).header == ("a", "b")


def test_a_bold_first_row_is_a_header() -> None:
    """Where no tag says so, the one bold row does."""
    assert table(
        "<table><tr><td><b>Navn</b></td><td><b>Parti</b></td></tr><tr><td>Ida</td><td>A</td></tr></table>"
    ).header == ("Navn", "Parti")


def test_attendance_is_facts() -> None:
    """Names and parties in columns are a table, without a header too."""
    html = "<table><tr><td>Ida Kjærbøl</td><td>A</td></tr><tr><td>Per Nordvang</td><td>V</td></tr></table>"

    assert table(html) == Table(header=(), rows=(("Ida Kjærbøl", "A"), ("Per Nordvang", "V")))


def test_links_in_cells_keep_their_place() -> None:
    """Row 0 is the header, also where there is none."""
    html = "<table><tr><td>a</td><td>b <a href='/x'>c</a></td></tr><tr><td>d</td><td>e</td></tr></table>"
    (link,) = table(html).links

    assert (link.row, link.column, link.link.start, link.link.href) == (1, 1, 2, "/x")


def test_cells_keep_their_lines_apart() -> None:
    """Breaks and paragraphs in a cell are a blank between words."""
    html = "<table><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr><tr><td>e</td><td>f</td></tr></table>"

    assert table(html).rows[0] == ("a b", "c d")


def test_empty_columns_are_no_columns() -> None:
    """What only keeps others apart is not there."""
    html = "<table><tr><td>a</td><td></td><td>b</td></tr><tr><td>c</td><td></td><td>d</td></tr></table>"

    assert table(html).rows == (("a", "b"), ("c", "d"))


def test_a_table_of_one_row_or_column_is_text() -> None:
    """It lays a page out."""
    assert texts("<table><tr><td>Et</td><td>To</td></tr></table>") == ["Et", "To"]
    assert texts("<table><tr><td>Et</td></tr><tr><td>To</td></tr></table>") == ["Et", "To"]


def test_cells_with_structure_are_text() -> None:
    """Headings, lists, tables and paragraphs of running text stand in no table of facts."""
    for inner in ("<h3>B</h3>", "<ul><li>B</ul>", f"<p>{LONG}</p><p>{LONG}</p>", "<table><tr><td>B</table>"):
        html = f"<table><tr><td>A</td><td>{inner}</td></tr><tr><td>C</td><td>D</td></tr></table>"
        assert not any(line.table for line in lines(html))


def test_a_header_makes_lists_in_cells_facts() -> None:
    """Answers to a hearing stand beside the question, with lists in them."""
    html = (
        "<table><thead><tr><th>Svar</th><th>Bemærkning</th></tr></thead>"
        "<tr><td>Larm</td><td><ul><li>Der plantes hegn<li>Vejen lægges om</ul></td></tr></table>"
    )

    assert table(html).rows == (("Larm", "Der plantes hegn Vejen lægges om"),)


def test_labels_with_a_colon_stand_before_their_values() -> None:
    """A row of a label and one value is a line; several values stay lines."""
    assert texts(
        "<table><tr><td><b>Dato:</b></td><td>3. marts</td></tr><tr><td><b>Til stede:</b></td>"
        "<td>Ida<br>Per</td></tr><tr><td>Afbud:</td><td></td></tr></table>"
    ) == ["Dato: 3. marts", "Til stede:", "Ida", "Per", "Afbud:"]


def test_labels_beside_long_texts_are_sections() -> None:
    """Whole texts in the second column are no facts of a table."""
    rows = f"<tr><td>Resume</td><td>{LONG * 4}</td></tr><tr><td>Beslutning</td><td>Godkendt.</td></tr>"

    assert texts(f"<table>{rows}</table>") == ["Resume", (LONG * 4).strip(), "Beslutning", "Godkendt."]


def test_a_number_stands_before_its_title() -> None:
    """Items laid out with the number in a column of its own are one line, links and rank included."""
    found = lines(
        "<table><tr><td>3.</td><td><h2>En <a href='/x'>sti</a></h2></td></tr>"
        "<tr><td></td><td>Godkendt.</td></tr></table>"
    )

    assert [(line.text, line.level) for line in found] == [("3. En sti", 2), ("Godkendt.", None)]
    assert found[0].text[found[0].links[0].start : found[0].links[0].end] == "sti"


def test_a_row_that_begins_with_a_number_is_set_apart() -> None:
    """Items laid out in rows are as short as a line, and no list."""
    rows = "".join(
        f"<tr><td>{number}.</td><td><p><b>{title}</b></p><p>Intet.</p></td></tr>"
        for number, title in enumerate(("Spørgetid", "Eventuelt"), start=1)
    )

    assert [(line.text, line.gap) for line in lines(f"<table>{rows}</table>")] == [
        ("1. Spørgetid", 1),
        ("Intet.", 0),
        ("2. Eventuelt", 1),
        ("Intet.", 0),
    ]


def test_text_between_cells_is_kept_in_order() -> None:
    """A table with text where none belongs is read as text."""
    html = "<table>før<tr>mellem<td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"

    assert " ".join(texts(html)) == "før mellem a b c"


def test_spans_beyond_bounds_are_not_followed() -> None:
    """A table of a hundred thousand columns keeps its words."""
    html = (
        f"<table>{'<tr>' + '<td colspan=1000 rowspan=9999>x</td>' * 100 + '</tr>'}<tr><td>y</td></tr></table>"
    )

    assert " ".join(texts(html)).split() == ["x"] * 100 + ["y"]
