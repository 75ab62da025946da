"""Headings by rank: which are items, which are sections, and which stand inside a section."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from converters.blocks import Heading, Line
from converters.model import Meeting
from converters.segment.ranks import is_title
from tests.reading import headings, labels, words_under
from tests.segment.set_lines import heading, line, meeting

LONG = "Havnen har i mange år været for lille til de både, som gerne vil ligge der om sommeren."
FRONT = (
    heading("Rørdal Kommune", 1),
    heading("Referat", 1),
    line("Havneudvalget", gap=1),
    line("Mødedato: 3. marts 2026"),
)
TITLES = ["Ny kran", "Rensning af havnen", "Lys på molen", "Leje af pladser"]


def item(title: str, *body: Line, rank: int = 2) -> tuple[Line, ...]:
    """An item: its heading, and what stands under it."""
    return heading(title, rank), *body


def section(label: str, *body: Line, rank: int | None = 3) -> tuple[Line, ...]:
    """A section: its label and its text."""
    return line(label, level=rank, gap=1), *(body or (line(LONG),))


def usual(number: int, *, rank: int = 3) -> tuple[Line, ...]:
    """An item's sections, as most have them."""
    return (
        *section("Sagsfremstilling", line(f"Sagen er nr. {'abcd'[number]}. {LONG}"), rank=rank),
        *section("Beslutning", line("Godkendt."), rank=rank),
    )


def paper(items: Iterable[Iterable[Line]]) -> Meeting:
    """The meeting that a front page and such items are."""
    return meeting(*FRONT, *(one for lines in items for one in lines))


def test_items_without_numbers() -> None:
    """Headings of one rank, each with labels under it, are the items; the paper's own names are none."""
    found = paper(item(title, *usual(number)) for number, title in enumerate(TITLES))

    assert [one.title for one in found.items] == TITLES
    assert [one.number for one in found.items] == [None] * 4


def test_an_item_without_labels_among_others() -> None:
    """A closed item has no label under it, and is an item by its rank."""
    closed = item("Lukket punkt: Salg af grund", line("Punktet behandles for lukkede døre."))
    found = paper(
        [
            *(item(title, *usual(number)) for number, title in enumerate(TITLES)),
            closed,
        ]
    )

    assert len(found.items) == 5


def test_items_and_sections_of_any_rank() -> None:
    """Which ranks they are does not matter, as long as sections rank below items."""
    found = paper(item(title, *usual(number, rank=6), rank=4) for number, title in enumerate(TITLES))

    assert [one.title for one in found.items] == TITLES
    assert labels(found.items[0]) == ["Sagsfremstilling", "Beslutning"]


def test_numbered_items() -> None:
    """Items that have numbers keep them."""
    found = paper(
        item(f"{number}. {title}", *usual(number - 1)) for number, title in enumerate(TITLES, start=1)
    )

    assert [(one.number, one.title) for one in found.items] == [
        (str(number), title) for number, title in enumerate(TITLES, start=1)
    ]


def test_an_unknown_label_that_comes_back() -> None:
    """A heading of the sections' rank that comes back is a section under its own name."""
    found = paper(
        item(title, *section("Vindens retning"), *usual(number)) for number, title in enumerate(TITLES)
    )

    assert labels(found.items[1]) == ["Vindens retning", "Sagsfremstilling", "Beslutning"]


def test_a_section_that_stands_once_where_other_ranks_stand_inside() -> None:
    """Where headings inside sections rank lower, one of the sections' rank is a section, if only once."""
    first = (
        *section("Sagsfremstilling", line(LONG), heading("Om pælene", 4), line(LONG)),
        *section("Tegningernes ophav"),
        *section("Beslutning", line("Godkendt.")),
    )
    found = paper(
        [
            item(TITLES[0], *first),
            *(item(title, *usual(number)) for number, title in enumerate(TITLES[1:], start=1)),
        ]
    )

    assert labels(found.items[0]) == ["Sagsfremstilling", "Tegningernes ophav", "Beslutning"]
    assert headings(found.items[0].sections[0].content) == ["Om pælene"]


def test_headings_inside_sections() -> None:
    """A heading of a lower rank stands inside its section, though it comes back."""
    found = paper(
        item(
            title,
            *section("Sagsfremstilling", line(LONG), heading("Om pælene", 4), line(LONG)),
            *section("Beslutning", line("Godkendt.")),
        )
        for title in TITLES
    )

    for one in found.items:
        assert labels(one) == ["Sagsfremstilling", "Beslutning"]
        assert headings(one.sections[0].content) == ["Om pælene"]


def test_a_known_word_of_a_lower_rank() -> None:
    """A word that is a label elsewhere is a heading inside the section, if it is set as one."""
    found = paper(
        item(
            title,
            *section("Sagsfremstilling", line(LONG), heading("Økonomi", 4), line("Det koster 3 mio. kr.")),
            *section("Beslutning", line("Godkendt.")),
        )
        for title in TITLES
    )

    assert labels(found.items[0]) == ["Sagsfremstilling", "Beslutning"]
    assert headings(found.items[0].sections[0].content) == ["Økonomi"]


def test_a_known_word_without_a_rank() -> None:
    """A short line of running text is no label where labels are set as headings."""
    found = paper(
        item(
            title,
            *section("Sagsfremstilling", line(LONG), line("Økonomi"), line("Det koster 3 mio. kr.")),
            *section("Beslutning", line("Godkendt.")),
        )
        for title in TITLES
    )

    assert labels(found.items[0]) == ["Sagsfremstilling", "Beslutning"]
    assert "Økonomi" in words_under(found.items[0], "Sagsfremstilling")


def test_labels_that_are_not_set_as_headings() -> None:
    """Where only titles are set as headings, labels are told by their words."""
    found = paper(
        item(
            title,
            *section("Sagsfremstilling", line(f"{LONG} {number}"), rank=None),
            *section("Beslutning", line("Godkendt."), rank=None),
        )
        for number, title in enumerate(TITLES)
    )

    assert [one.title for one in found.items] == TITLES
    assert labels(found.items[2]) == ["Sagsfremstilling", "Beslutning"]


def test_a_label_with_a_colon() -> None:
    """A label that is set with a colon is named without it."""
    found = paper(
        item(title, *section("Vindens retning:"), *usual(number)) for number, title in enumerate(TITLES)
    )

    assert labels(found.items[0])[0] == "Vindens retning"


def test_a_sentence_in_the_type_of_labels() -> None:
    """Emphasised sentences are text of their section."""
    said = "Udvalget beder om, at der tales med alle, som har en båd i havnen."
    found = paper(
        item(
            title,
            *section("Sagsfremstilling", line(LONG), line(said, level=3), line(LONG)),
            *section("Beslutning", line("Godkendt.")),
        )
        for title in TITLES
    )

    assert labels(found.items[0]) == ["Sagsfremstilling", "Beslutning"]
    assert said in words_under(found.items[0], "Sagsfremstilling")


def test_a_paper_of_two_items() -> None:
    """Two items are enough to know them by their rank."""
    found = paper(item(title, *usual(number)) for number, title in enumerate(TITLES[:2]))

    assert [one.title for one in found.items] == TITLES[:2]


@pytest.mark.parametrize(
    "text",
    ["Referat", "Dagsorden", "Indholdsfortegnelse", "Mødested: Havnen", "Afbud: Anna Holm", "Til stede:"],
)
def test_what_is_no_title(text: str) -> None:
    """The name of the paper, a field of its front and attendance are no item's title."""
    assert not is_title(heading(text, 1))


@pytest.mark.parametrize("text", ["Ny kran", "Orientering fra formanden", "Eventuelt", "Budget 2027"])
def test_what_could_be_a_title(text: str) -> None:
    """Any other short heading could be one."""
    assert is_title(heading(text, 1))


def test_headings_inside_sections_count_from_the_highest_of_their_own() -> None:
    """Ranks that only titles or the front page have leave no step out below a section's label."""
    found = paper(
        item(
            title,
            *section(
                "Sagsfremstilling", line(LONG), heading(f"Om {title.lower()}", 4), line(LONG), rank=None
            ),
            *section("Beslutning", line("Godkendt."), rank=None),
        )
        for title in TITLES
    )

    (first, *_) = found.items
    assert [one.level for one in first.sections[0].content if isinstance(one, Heading)] == [3]


def test_the_number_of_a_case_under_titles_that_are_set_as_the_labels_are() -> None:
    """It opens no item, though what is printed behind it tells that one is closed."""
    items = []
    for number, title in enumerate([*TITLES[:3], "Prisen - lukket punkt", "Eventuelt"], start=1):
        shut = "Lukket" if "lukket" in title else "Åbent"
        case = line(f"Sag 910-2026-10{number} Dok. 910-2026-90{number} Initialer: IH {shut}", gap=1)
        items.append(item(f"{number}. {title}", case, *usual(number % 4, rank=2)))

    assert [one.number for one in paper(items).items] == ["1", "2", "3", "4", "5"]
