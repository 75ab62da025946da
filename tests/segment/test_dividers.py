"""Headings that stand over several items at once."""

from __future__ import annotations

import pytest

from converters.model import Access
from tests.reading import labels, meeting_of, words_under
from tests.segment.set_lines import heading, line
from tests.segment.test_ranks import TITLES, item, paper, section, usual


@pytest.mark.parametrize(("title", "rank"), [("Sager til orientering", 1), ("Tillægsdagsorden", 2)])
def test_a_heading_over_several_items_is_no_part_of_the_one_before(title: str, rank: int) -> None:
    """It ranks over them, or calls what follows an agenda."""
    items = [item(f"{number}. {one}", *usual(number - 1)) for number, one in enumerate(TITLES, start=1)]

    found = paper([*items[:2], (heading(title, rank),), *items[2:]])

    assert len(found.items) == 4
    assert words_under(found.items[1], "Beslutning") == "Godkendt."


def test_a_title_alone_among_others_is_no_heading_over_them() -> None:
    """An item that has nothing under it and no number ranks as they do, and its words are kept."""
    items = [item(f"{number}. {one}", *usual(number - 1)) for number, one in enumerate(TITLES, start=1)]

    found = paper([*items[:2], (heading("Besøg i havnen", 2),), *items[2:]])

    assert "Besøg i havnen" in words_under(found.items[1], "Beslutning")


@pytest.mark.parametrize(
    "title", ["SAGER TIL EFTERRETNING", "Sager til Byrådets afgørelse", "TIL UDVALGETS AFGØRELSE"]
)
def test_a_heading_that_says_what_the_items_under_it_are_for(title: str) -> None:
    """It is no part of the decision above it, though nothing but its words set it apart."""
    items = [item(f"{number}. {one}", *usual(number - 1)) for number, one in enumerate(TITLES, start=1)]

    found = paper([*items[:2], (line(title, gap=1),), *items[2:]])

    assert len(found.items) == 4
    assert words_under(found.items[1], "Beslutning") == "Godkendt."


@pytest.mark.parametrize("decided", ["Til efterretning", "Til Byrådets afgørelse"])
def test_a_decision_that_sounds_like_such_a_heading(decided: str) -> None:
    """What was decided stands under its label, right above the next item."""
    body = (*section("Sagsfremstilling"), line("Beslutning", level=3, gap=1), line(decided))
    items = [item(f"{number}. {one}", *usual(number - 1)) for number, one in enumerate(TITLES, start=1)]

    found = paper([item("0. Ny havn", *body), *items])

    assert len(found.items) == 5
    assert words_under(found.items[0], "Beslutning") == decided


def test_a_contents_list_in_sorts_with_closed_items() -> None:
    """The first item is no text of the closed ones that the list ends with."""
    front = (
        "Referat\nHavneudvalget\n5. marts 2026\n\nTil behandling forelå:\n\nTIL HAVNEUDVALGETS AFGØRELSE\n"
    )
    listed = "12. Ny kran   3\n13. Lys på molen   4\n\nSAGER TIL EFTERRETNING\n14. Takster   5\n\n"
    closed = "LUKKEDE SAGER\n15. LUKKET PUNKT: Salg   6\n\nTIL HAVNEUDVALGETS AFGØRELSE\n\n"
    told = "Sagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt.\n\n"
    items = "".join(
        f"{number}. {title}\n{told}"
        for number, title in ((12, "Ny kran"), (13, "Lys på molen"), (14, "Takster"))
    )
    text = front + listed + closed + items + f"LUKKEDE SAGER\n\n15. LUKKET PUNKT: Salg\n{told}"

    found = meeting_of(text).items

    assert [(one.number, one.access) for one in found] == [
        ("12", Access.OPEN),
        ("13", Access.OPEN),
        ("14", Access.OPEN),
        ("15", Access.CLOSED),
    ]


def test_who_was_away_set_as_the_sections_are() -> None:
    """It is part of the decision it stands under."""
    away = (heading("Fraværende", 3), line("Ida Holm, Per Dam"))
    body = (*section("Forslag"), *section("Beslutning", line("Godkendt.")), *away, *section("Sagens gang"))
    found = paper(item(f"{number}. {one}", *body) for number, one in enumerate(TITLES, start=1))

    assert labels(found.items[0]) == ["Forslag", "Beslutning", "Sagens gang"]
    assert found.items[0].decisions[0].absent == ("Ida Holm", "Per Dam")


def test_who_recommends_under_a_list_of_attachments() -> None:
    """It begins the recommendation, however it is set."""
    said = (line("Direktionen indstiller,"), line("at kranen købes."))
    body = (*section("Sagsfremstilling"), *section("Bilag", line("Tilbud på kran")), *said)
    found = paper(
        item(f"{number}. {one}", *body, *section("Beslutning")) for number, one in enumerate(TITLES, start=1)
    )

    assert [one.title for one in found.items[0].attachments] == ["Tilbud på kran"]
    assert words_under(found.items[0], "Direktionen indstiller") == "at kranen købes."
