"""Lines of a PDF that go on the line above though they are set in, or stand in a narrow cell."""

from __future__ import annotations

from tests.readers.pdf_papers import BOLD, LEFT, RIGHT, at, body, lines_of, paragraphs, under_each_other, wide

NAMES = [
    f"{first} {last}"
    for first in ("Anna", "Bent", "Carl", "Dorte", "Erik")
    for last in ("Holm", "Krog", "Lund", "Vang")
]


def test_a_heading_that_hangs_behind_its_number() -> None:
    """A heading that wraps under its text and not under its number is one heading."""
    title = ["Forslag til en ny plan for havnens kaj og broen", "ved det gamle fyr"]
    found = lines_of(
        at(LEFT, 80, "12.", BOLD, 14) + under_each_other(LEFT + 36, 80, title, BOLD, 14, 17) + body(1, 130)
    )

    assert paragraphs(found)[0] == f"12. {' '.join(title)}"


def test_a_centred_heading_over_two_lines() -> None:
    """A heading set in the middle of the page is one heading, though its lines begin at two places."""
    title = ["Forslag til en ny plan for havnens kaj", "og for broen ved fyret"]
    painted = "".join(
        at((LEFT + RIGHT - wide(text, 14)) / 2, 80 + 17 * place, text, BOLD, 14)
        for place, text in enumerate(title)
    )

    assert paragraphs(lines_of(painted + body(1, 130)))[0] == " ".join(title)


def test_a_heading_that_hangs_behind_a_number_painted_with_its_words() -> None:
    """Its second line is set in, and begins with a small letter."""
    heading = at(LEFT, 80, "103    Cykelsti langs Rosenvej mellem Tranby og Ejlby -", BOLD, 13)
    heading += at(LEFT + 35, 95, "anlægsbevilling og linjeføring", BOLD, 13)

    assert paragraphs(lines_of(heading + body(1, 120, 90)))[0].endswith(
        "Ejlby - anlægsbevilling og linjeføring"
    )


def test_names_that_wrap_in_a_cell() -> None:
    """Between the halves of a name, or before its party, a line goes on whatever room there seems to be."""
    cell = ["Anna Holm (A), Bent Krog (V), Jens-", "Ole Lund (F), Dorte Vang", "(B), Erik Bæk (C)"]
    found = paragraphs(lines_of(under_each_other(LEFT, 60, cell) + body(1, 140, 90)))

    assert (
        found[0].replace("Jens- ", "Jens-")
        == "Anna Holm (A), Bent Krog (V), Jens-Ole Lund (F), Dorte Vang (B), Erik Bæk (C)"
    )


def test_names_with_parties_one_a_line_are_not_run_together() -> None:
    """Each begins with a name."""
    names = [f"{name} (A)" for name in NAMES[:5]]

    assert paragraphs(lines_of(under_each_other(LEFT, 60, names) + body(1, 200, 90)))[:5] == names
