"""The running text of a PDF: tables and pictures stand among the lines where they stand on the page."""

from __future__ import annotations

import base64
import io

import pytest
import weasyprint
from PIL import Image, ImageDraw

from converters.blocks import Furniture, Line, Table
from converters.readers.pdf import read
from tests.readers.pdf_papers import (
    BOLD,
    LEFT,
    RIGHT,
    at,
    body,
    broken,
    lines_of,
    paragraphs,
    prose,
    rule,
    under_each_other,
)

ROWS = [("Sted", "Kroner"), ("Kaj nord", "1.200"), ("Kaj syd", "300")]
RUNNING = """
@page { @top-left { content: 'Rørdal Kommune' } @bottom-right { content: 'Side ' counter(page) } }
"""
LOOK = """
@page { size: A4; margin: 2.5cm }
body { font: 11pt 'DejaVu Sans' } h2 { font-size: 14pt }
table { border-collapse: collapse } td, th { border: .7pt solid #333; padding: 3pt; text-align: left }
"""


def row(top: float, words: tuple[str, ...], left: float = LEFT, right: float = 300.0) -> str:
    """Draw a ruled row of two cells."""
    middle, foot = (left + right) / 2, top + 20
    painted = "".join(rule(left, y, right, y) for y in (top, foot))
    painted += "".join(rule(x, top, x, foot) for x in (left, middle, right))
    return painted + "".join(at(x + 4, top + 14, cell) for x, cell in zip((left, middle), words, strict=True))


def table(top: float, right: float = 300.0) -> str:
    """Draw a ruled table of three rows."""
    return "".join(row(top + 20 * place, words, right=right) for place, words in enumerate(ROWS))


def cells(found: Table | None) -> list[tuple[str, ...]]:
    """The rows of a table that have words, its head among them."""
    assert found is not None
    return [row for row in (found.header, *found.rows) if any(row)]


def only(lines: tuple[Line, ...]) -> tuple[int, Line]:
    """The one table among lines, and its place."""
    ((place, line),) = [(place, line) for place, line in enumerate(lines) if line.table]
    return place, line


def picture(colour: str = "blue") -> str:
    """A picture of a web page."""
    image = Image.new("RGB", (300, 200), colour)
    ImageDraw.Draw(image).ellipse((40, 40, 200, 160), fill="white")
    file = io.BytesIO()
    image.save(file, "PNG")
    return f"<img src='data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}' style='width:8cm'>"


def printed(inside: str) -> tuple[Line, ...]:
    """The lines of a PDF that WeasyPrint makes of a web page."""
    made: bytes = weasyprint.HTML(string=f"<html lang=da><style>{LOOK}</style><body>{inside}").write_pdf()
    return read(made, "referat.pdf").lines


def test_a_table_stands_between_its_paragraphs() -> None:
    """What stands above a table comes before it, and what stands below comes after."""
    lines = lines_of(body(1, 100) + table(200) + body(2, 320))

    place, found = only(lines)
    assert cells(found.table) == ROWS
    assert paragraphs(lines[:place]) == [prose(1, 40)]
    assert paragraphs(lines[place + 1 :]) == [prose(2, 40)]


def test_the_words_of_a_table_are_those_of_its_cells() -> None:
    """A table's line has the words of its cells as text, and no other line has them."""
    lines = lines_of(body(1, 100) + table(200))

    _, found = only(lines)
    assert found.text.split() == [word for row in ROWS for cell in row for word in cell.split()]
    assert sum("Kroner" in line.text for line in lines) == 1


def test_a_table_that_begins_a_page() -> None:
    """A table at the top of a page is the first of its page."""
    lines = lines_of(body(1), table(60) + body(2, 200))

    assert [line.table is not None for line in lines if line.starts_page] == [False, True]


def test_a_table_under_a_header() -> None:
    """What runs at the top of a page stands before the table below it."""
    lines = lines_of(*(at(LEFT, 30, "Rørdal Kommune") + table(60) + body(seed, 300, 60) for seed in range(3)))

    kinds = ["header" if line.furniture else "table" if line.table else "text" for line in lines]
    assert kinds[:3] == ["header", "table", "text"]


def test_text_beside_a_table() -> None:
    """Text that stands right of a table keeps its words and paragraphs."""
    beside = broken(prose(7, 40), 200)

    lines = lines_of(body(1, 100) + table(200) + under_each_other(330, 205, beside) + body(2, 330))

    assert cells(only(lines)[1].table) == ROWS
    assert " ".join(beside) in " ".join(paragraphs(lines))


def test_two_tables_of_a_page() -> None:
    """Two tables with text between them are two, in order."""
    lines = lines_of(table(100) + body(1, 200) + table(300))

    assert [line.table is not None for line in lines if not line.continues] == [True, False, True]


def test_a_table_goes_on_no_paragraph() -> None:
    """Neither a table nor the line under it goes on what stands above."""
    lines = lines_of(body(1, 100) + table(200) + body(2, 290))

    place, found = only(lines)
    assert found.continues is False
    assert lines[place + 1].continues is False


def test_a_table_is_no_furniture_and_has_no_rank() -> None:
    """A table that comes back at the same height of each page is a table."""
    lines = lines_of(*(table(60) + body(seed, 300, 60 + 20 * seed) for seed in range(4)))

    tables = [line for line in lines if line.table]
    assert len(tables) == 4
    assert {(line.furniture, line.level) for line in tables} == {(None, None)}


def test_a_picture_stands_under_the_text_above_it() -> None:
    """A picture belongs to the line right above it."""
    lines = printed(f"<p>Kajen er gammel.</p>{picture()}<p>Molen er ny.</p>")

    assert [(line.text, len(line.pictures)) for line in lines] == [
        ("Kajen er gammel.", 1),
        ("Molen er ny.", 0),
    ]


def test_a_picture_between_lines_of_one_column() -> None:
    """A picture with text above and below it parts the two."""
    lines = printed(f"<p>{prose(1, 30)}</p>{picture()}<p>{prose(2, 30)}</p>")

    (holder,) = [place for place, line in enumerate(lines) if line.pictures]
    assert paragraphs(lines[: holder + 1]) == [prose(1, 30)]


def test_a_page_that_is_all_picture() -> None:
    """A picture alone on a page among others is kept, with that page's number."""
    lines = printed(
        f"<p>Kajen er gammel.</p><div style='page-break-before: always'>{picture()}</div>"
        "<p style='page-break-before: always'>Molen er ny.</p>"
    )

    assert [(one.page, one.media_type) for line in lines for one in line.pictures] == [(2, "image/png")]


def test_a_page_that_is_a_picture_and_what_runs() -> None:
    """A picture stands under text of its own or of the page before, and never under a header."""
    page = "<div style='page-break-after: always'>{}</div>"
    bodies = [f"<p>{prose(1, 90)}</p>", picture(), f"<p>{prose(2, 60)}</p>", f"<p>{prose(3, 40)}</p>"]

    lines = printed(f"<style>{RUNNING}</style>{''.join(page.format(body) for body in bodies)}")

    assert [line.furniture for line in lines if line.pictures] == [None]


def test_two_pictures_keep_their_order() -> None:
    """Of two pictures under each other the upper one is first."""
    upper, lower = (
        tuple(one.content for line in printed(f"<p>Kajen.</p>{picture(colour)}") for one in line.pictures)
        for colour in ("blue", "red")
    )

    both = printed(f"<p>Kajen.</p>{picture('blue')}<br>{picture('red')}")

    assert tuple(one.content for line in both for one in line.pictures) == (*upper, *lower)


def test_a_coat_of_arms_on_every_page() -> None:
    """A picture that is on page after page is part of the paper and not of the text."""
    page = f"<div style='page-break-after: always'>{picture()}<p>{{}}</p></div>"

    lines = printed("".join(page.format(prose(seed, 30)) for seed in range(4)))

    assert not any(line.pictures for line in lines)


def test_minutes_as_a_web_page_is_printed() -> None:
    """Heading, text, list, table and what runs each come out as what they are."""
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    points = "".join(
        f"<h2>{number}. Sag om kajen</h2><p>{prose(number, 60)}</p>"
        f"<ol><li>{prose(9, 8)}</li><li>{prose(8, 30)}</li></ol>"
        f"<table>{rows}</table><p>{prose(number + 20, 250)}</p>"
        for number in (1, 2)
    )

    lines = printed(f"<style>{RUNNING}</style>{points}")

    assert [line.text for line in lines if line.level == 1] == ["1. Sag om kajen", "2. Sag om kajen"]
    assert [cells(line.table) for line in lines if line.table] == [ROWS, ROWS]
    assert {line.text for line in lines if line.furniture is Furniture.HEADER} == {"Rørdal Kommune"}
    assert all(line.text.startswith("Side ") for line in lines if line.furniture is Furniture.FOOTER)
    assert [text for text in paragraphs(lines) if text.startswith(("1. ", "2. ")) and text.endswith(".")] == [
        f"{number}. {prose(seed, words)}" for _ in (1, 2) for number, seed, words in ((1, 9, 8), (2, 8, 30))
    ]


@pytest.mark.xfail(strict=True, reason="a row alone at the foot of a page is taken for a frame")
def test_a_table_whose_first_row_is_alone_on_its_page() -> None:
    """A row that a page break parts from its table belongs to it."""
    lines = lines_of(body(1) + row(740, ROWS[0]), row(60, ROWS[1]) + row(80, ROWS[2]) + body(2, 200))

    assert [cells(line.table) for line in lines if line.table] == [ROWS]


def test_a_bold_heading_over_a_table() -> None:
    """The heading of a table is text and none of the table's cells."""
    lines = lines_of(body(1, 60) + at(LEFT, 190, "Udgifter", BOLD) + table(200, right=RIGHT) + body(2, 320))

    place, found = only(lines)
    assert cells(found.table) == ROWS
    assert lines[place - 1].text == "Udgifter"
