"""Headings of a PDF: told by how they are set, and ranked by it."""

from __future__ import annotations

import pytest

from tests.readers.pdf_papers import BOLD, ITALIC, LEFT, PLAIN, at, body, lines_of, under_each_other

TITLES = ["Kajen", "Molen", "Kranen"]


def ranks(*looks: tuple[str, float]) -> list[tuple[str, int | None]]:
    """The ranks of one title in each look, each over a text of its own."""
    painted = "".join(
        at(LEFT, 80 + 120 * place, title, face, size) + body(place, 105 + 120 * place)
        for place, (title, (face, size)) in enumerate(zip(TITLES, looks, strict=False))
    )
    found = lines_of(painted)
    return [(line.text, line.level) for line in found if line.text in TITLES]


def test_larger_is_higher() -> None:
    """The largest type is the highest rank."""
    assert ranks((BOLD, 20), (BOLD, 16), (BOLD, 13)) == [("Kajen", 1), ("Molen", 2), ("Kranen", 3)]


def test_bold_is_higher_than_plain_of_its_size() -> None:
    """Of two headings of one size the bold one ranks higher."""
    assert ranks((PLAIN, 14), (BOLD, 14)) == [("Kajen", 2), ("Molen", 1)]


def test_one_look_is_one_rank() -> None:
    """Headings that look alike have the same rank."""
    assert ranks((BOLD, 14), (BOLD, 14), (BOLD, 14)) == [("Kajen", 1), ("Molen", 1), ("Kranen", 1)]


def test_bold_in_the_size_of_the_text() -> None:
    """A short line in bold over a text is a heading, though no larger."""
    assert ranks((BOLD, 11)) == [("Kajen", 1)]


@pytest.mark.parametrize("look", [(PLAIN, 11), (ITALIC, 11), (PLAIN, 9)])
def test_what_does_not_stand_out(look: tuple[str, float]) -> None:
    """A line in the type of the text, in italics or in smaller type is no heading by its look."""
    assert ranks(look) == [("Kajen", None)]


def test_small_print_in_bold() -> None:
    """Bold in the type of notes is no heading."""
    assert ranks((BOLD, 8)) == [("Kajen", None)]


def test_a_whole_paragraph_in_bold() -> None:
    """Sentences that are only emphasised are text."""
    emphasised = ["Udvalget vedtog i marts at lade kajen efterse.", "Det er nu sket.", "Kajen holder."]
    found = lines_of(
        under_each_other(LEFT, 80, emphasised, BOLD)
        + "".join(body(seed, 140 + 80 * seed) for seed in range(4))
    )

    assert [line.level for line in found if line.text in emphasised] == [None] * 3


def test_a_paper_all_in_bold() -> None:
    """Where all of the text is bold, bold tells no heading."""
    found = lines_of(under_each_other(LEFT, 80, ["Kajen", "Molen er gammel.", "Kranen er ny."], BOLD))

    assert [line.level for line in found] == [None] * 3


def test_a_line_says_how_it_is_set() -> None:
    """Two lines that look alike have the same style, and two that do not have different ones."""
    found = lines_of(at(LEFT, 80, "Kajen", BOLD, 14) + at(LEFT, 120, "Molen", BOLD, 14) + body(1, 150))
    styles = [line.style for line in found]

    assert styles[0] == styles[1] != styles[2]


def test_ranks_are_those_of_the_whole_paper() -> None:
    """A look has one rank on every page, also where a higher one is missing."""
    found = lines_of(
        at(LEFT, 60, "Kajen", BOLD, 16) + at(LEFT, 90, "Molen", BOLD, 13) + body(1, 110),
        at(LEFT, 60, "Kranen", BOLD, 13) + body(2, 110),
    )

    assert [(line.text, line.level) for line in found if line.level] == [
        ("Kajen", 1),
        ("Molen", 2),
        ("Kranen", 2),
    ]
