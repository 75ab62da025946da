"""Headings that stand over several items at once."""

from __future__ import annotations

import pytest

from tests.reading import words_under
from tests.segment.set_lines import heading
from tests.segment.test_ranks import TITLES, item, paper, usual


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
