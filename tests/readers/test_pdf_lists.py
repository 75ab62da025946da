"""Lists of a PDF: an entry is one paragraph that begins with its marker, hanging or not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.readers.pdf_papers import (
    LEADING,
    LEFT,
    RIGHT,
    SIZE,
    at,
    body,
    broken,
    lines_of,
    paragraphs,
    prose,
    under_each_other,
)

ROOM = RIGHT - LEFT
HANG = 18.0
THREE = tuple(prose(seed, 45) for seed in (1, 2, 3))


def entries(marked: Iterable[tuple[str, str]], *, hang: float = HANG, left: float = LEFT) -> str:
    """Paint list entries, each marker by itself and the text hanging behind it."""
    y, painted = 100.0, ""
    for marker, text in marked:
        lines = broken(text, RIGHT - left - hang)
        painted += at(left, y, marker) + under_each_other(left + hang, y, lines)
        y += LEADING * len(lines)
    return painted


@pytest.mark.parametrize(
    "markers",
    [
        ("1.", "2.", "3."),
        ("1)", "2)", "3)"),
        ("a.", "b.", "c."),
        ("a)", "b)", "c)"),
        ("•",) * 3,
        ("–",) * 3,
        ("-",) * 3,
    ],
    ids=" ".join,
)
def test_entries_that_hang(markers: tuple[str, ...]) -> None:
    """Each entry is one paragraph that begins with its marker."""
    found = paragraphs(lines_of(entries(zip(markers, THREE, strict=True))))

    assert found == [f"{marker} {text}" for marker, text in zip(markers, THREE, strict=True)]


def test_an_entry_whose_number_and_full_stop_are_painted_apart() -> None:
    """As browsers do: the text hangs behind both."""
    painted = "".join(
        at(LEFT, y, number)
        + at(LEFT + 0.45 * SIZE, y, ".")
        + under_each_other(LEFT + HANG, y, [line, "2026."])
        for y, number, line in zip(
            (100, 100 + 2 * LEADING),
            ("1", "2"),
            (broken(text, ROOM - HANG)[0] for text in THREE),
            strict=False,
        )
    )

    assert paragraphs(lines_of(painted + body(5, 300, 90)))[:2] == [
        f"{number} {broken(text, ROOM - HANG)[0]} 2026."
        for number, text in zip(("1.", "2."), THREE, strict=False)
    ]


@pytest.mark.parametrize(
    "markers", [("1.", "2.", "3."), ("a)", "b)", "c)"), ("•",) * 3, ("-",) * 3], ids=" ".join
)
def test_entries_that_do_not_hang(markers: tuple[str, ...]) -> None:
    """A list whose lines all begin at the margin is one entry a marker all the same."""
    wanted = [f"{marker} {text}" for marker, text in zip(markers, THREE, strict=True)]

    lines = [line for text in wanted for line in broken(text, ROOM)]

    assert paragraphs(lines_of(under_each_other(LEFT, 100, lines))) == wanted


def test_circles_that_are_typed() -> None:
    """The letter o, alone before text that hangs, is the bullet of a list within a list."""
    found = paragraphs(lines_of(entries([("o", text) for text in THREE], left=LEFT + 36) + body(5, 300, 90)))

    assert found[:3] == [f"o {text}" for text in THREE]


def test_entries_within_entries() -> None:
    """An entry set farther in is its own paragraph, and its indent tells so."""
    found = lines_of(
        entries([("1.", THREE[0])])
        + at(LEFT + 36, 170, "a.")
        + under_each_other(LEFT + 54, 170, broken(THREE[1], ROOM - 54))
    )

    starts = [line for line in found if not line.continues]
    assert [line.text[:2] for line in starts] == ["1.", "a."]
    assert starts[0].indent < starts[1].indent


def test_text_under_a_list() -> None:
    """The paragraph under the last entry is none of it."""
    painted = entries([("1.", THREE[0]), ("2.", THREE[1])])

    assert paragraphs(lines_of(painted + body(7, 100 + 6 * LEADING + 10)))[-1] == prose(7, 40)


def test_a_number_at_the_start_of_a_wrapped_line() -> None:
    """A number that only happens to begin a line is part of its sentence."""
    lines = [
        "Havnen er målt igen i maj og i juni, og den er nu fire meter dyb ved kajen, efter at planens store",
        "2. etape er begyndt ved den gamle mole, hvor der før lå et hus af sten og en kran.",
    ]

    assert paragraphs(lines_of(under_each_other(LEFT, 100, lines) + body(5, 200, 90)))[0] == " ".join(lines)


def test_an_entry_over_the_foot_of_a_page() -> None:
    """An entry goes on at the top of the next page, and the next one begins under its end."""
    lines = broken(prose(4, 60), ROOM - HANG)
    foot = LEADING * len(lines[3:])
    pages = [
        at(LEFT, 740, "1.") + under_each_other(LEFT + HANG, 740, lines[:3]) + at(300, 800, "1"),
        under_each_other(LEFT + HANG, 60, lines[3:])
        + at(LEFT, 60 + foot, "2.")
        + at(LEFT + HANG, 60 + foot, "Molen skal males.")
        + at(300, 800, "2"),
    ]

    assert paragraphs(lines_of(*pages)) == [f"1. {prose(4, 60)}", "2. Molen skal males."]
