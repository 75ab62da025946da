"""The Markdown of blocks, as a clerk reads it."""

import pytest

from converters.blocks import Content, Entry, Heading, ListKind, Paragraph, Table
from converters.writers.inline import escape
from converters.writers.markdown import heading, line, markdown


def number(marker: str, text: str, depth: int = 0) -> Entry:
    """An entry of a numbered list."""
    return Entry(text=text, kind=ListKind.NUMBER, marker=marker, depth=depth)


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.",
        "Udvalget indstiller, at 3.000.000 kr. (14 %) gives i tilskud - se bilag 2.",
        "Møde den 3. marts 2026 kl. 16.30-17.00 på Birkevej 4, 1. th.",
        "Mail: byraad@birkevig.dk, www.birkevig.dk",
        "Filen lokalplan_4_2_bilag.pdf",
        "Forside | Kontakt",
        "R&D A & B > C = D ~ E ^ F: G; H",
    ],
)
def test_ordinary_text_is_written_as_it_is(text: str) -> None:
    """Signs that mean nothing where they stand are not escaped."""
    assert line(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("14. marts", "14\\. marts"),
        ("- Ja", "\\- Ja"),
        ("-", "\\-"),
        ("# 4", "\\# 4"),
        ("> 4", "\\> 4"),
        ("---", "\\---"),
        ("~~~", "&#126;~~"),
        ("*vigtigt*", "\\*vigtigt\\*"),
        ("[bilag](x)", "\\[bilag](x)"),
        ("_x_", "\\_x\\_"),
        ("<b>", "&lt;b>"),
        ("&amp;", "&amp;amp;"),
        ("|-|", "\\|-\\|"),
        ("C:\\mappe", "C:\\mappe"),
        ("\\*", "\\\\\\*"),
    ],
)
def test_signs_that_would_mean_something_are_escaped(text: str, written: str) -> None:
    """A backslash where Python-Markdown honours it, a character reference elsewhere."""
    assert line(text) == written


def test_an_address_of_the_web_is_a_link_without_the_full_stop() -> None:
    """An address ends before the punctuation of its sentence."""
    assert escape("Se (https://birkevig.dk/sag?id=3&x=4).") == "Se (<https://birkevig.dk/sag?id=3&x=4>)."


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "www.birkevig.dk", "ftp://a.dk/b", "file:///etc/passwd"]
)
def test_nothing_but_web_addresses_becomes_a_link(text: str) -> None:
    """Other schemes, and addresses without one, stay text."""
    assert escape(text) == text


def test_a_heading_holds_no_link() -> None:
    """A heading is a target of links, so an address in it stays text."""
    assert heading("Se https://birkevig.dk ##") == "## Se https://birkevig.dk \\#\\#"


def test_blocks_are_parted_by_an_empty_line() -> None:
    """A paragraph is a line, a heading one of level three or deeper, a table has its separator."""
    content: tuple[Content, ...] = (
        Paragraph(text="Først\ndette."),
        Paragraph(text="  "),
        Heading(text="Økonomi", level=1),
        Table(header=("År", "Kr."), rows=(("2026", "1|2"), ("2027", "linje\nskift"))),
    )

    assert markdown(content) == (
        "Først dette.\n\n"
        "### Økonomi\n\n"
        "| År | Kr. |\n| --- | --- |\n| 2026 | 1\\|2 |\n| 2027 | linje skift |\n"
    )


def test_a_table_without_a_header_has_an_empty_one() -> None:
    """Markdown has no table without a header, so its cells are empty."""
    assert (
        markdown([Table(header=(), rows=(("a", "b"), ("c",)))])
        == "|  |  |\n| --- | --- |\n| a | b |\n| c |  |\n"
    )


def test_a_list_starts_at_its_printed_number() -> None:
    """A list that goes on after a paragraph goes on counting."""
    assert markdown([number("4", "fire"), number("5", "fem")]) == "4. fire\n5. fem\n"


@pytest.mark.parametrize(
    ("markers", "written"),
    [
        (("1", "3"), "- 1\\. x\n- 3\\. x\n"),
        (("1", "1"), "- 1\\. x\n- 1\\. x\n"),
        (("01", "02"), "- 01\\. x\n- 02\\. x\n"),
        (("1.1", "1.2"), "- 1.1. x\n- 1.2. x\n"),
    ],
)
def test_numbers_that_no_list_counts_are_shown_as_text(markers: tuple[str, ...], written: str) -> None:
    """The printed number always shows, as text of a bullet where the list would count otherwise."""
    assert markdown([number(marker, "x") for marker in markers]) == written


def test_letters_stay_visible() -> None:
    """Markdown has no lettered list, so the letter is text of a bullet."""
    assert markdown([Entry(text="at", kind=ListKind.LETTER, marker="a")]) == "- a. at\n"


def test_lists_nest_by_four_blanks() -> None:
    """A deeper entry stands under the one before it, however deep the source says it is."""
    content = [number("1", "en"), Entry(text="to", depth=2), Entry(text="tre", depth=3), number("2", "fire")]

    assert markdown(content) == "1. en\n    - to\n        - tre\n2. fire\n"


def test_bullets_and_numbers_side_by_side_are_two_lists() -> None:
    """An empty line parts a list of bullets from a list of numbers."""
    assert markdown([Entry(text="a"), number("1", "b"), Entry(text="c")]) == "- a\n\n1. b\n\n- c\n"


def test_nothing_to_say_is_nothing_written() -> None:
    """Blocks without a visible sign leave no trace."""
    assert markdown([Paragraph(text=" \x00"), Table(header=(), rows=(("", " "),))]) == ""
