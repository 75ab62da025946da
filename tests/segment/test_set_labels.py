"""Labels of a set text: known words in another form, and words with their text on the same line."""

from __future__ import annotations

import pytest

from tests.segment.set_lines import heading, line, meeting

TITLES = ("Ny mole", "Leje af bolværk", "Eventuelt")
HEAD = line("Havneudvalget den 5. marts 2026")


@pytest.mark.parametrize(
    "label", ["Forvaltningen indstiller,", "Administrationen indstiller:", "Direktionen indstiller, at"]
)
def test_who_recommends_heads_the_recommendation(label: str) -> None:
    """When the words are set as a heading and stand alone."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            heading(label, 3),
            line("at sagen drøftes"),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert [section.role for item in found.items for section in item.sections] == [
        "recommendation",
        "decision",
    ] * len(TITLES)


def test_who_recommends_under_the_label_is_its_text() -> None:
    """The label that is a word of its own goes before."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            heading("Indstilling", 3),
            heading("Forvaltningen indstiller,", 3),
            line("at sagen drøftes"),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert found.items[0].sections[0].label == "Indstilling"
    assert found.items[0].sections[0].content


def test_labels_with_their_text_beside_labels_that_are_set_apart() -> None:
    """A word that comes back before its text is a section too, but not right under another's heading."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            line("Sagsfremstilling: Den gamle er slidt."),
            heading("Vurdering", 3),
            line("Kompetence: Byrådet"),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert [section.label for section in found.items[0].sections] == [
        "Sagsfremstilling",
        "Vurdering",
        "Beslutning",
    ]
