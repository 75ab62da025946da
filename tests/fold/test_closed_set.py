"""What closes an item, and what only sounds like it, where the format tells ranks, paragraphs and pages."""

from __future__ import annotations

from converters.blocks import Line
from converters.model import Access, Meeting
from tests.segment.set_lines import heading, line, meeting

HEAD = (
    heading("Referat", 1),
    line("Birkevig Kommune"),
    line("Teknikudvalget"),
    line("Mødedato: 5. marts 2026"),
)


def item(number: int, title: str, *inside: Line, behind: tuple[Line, ...] = ()) -> tuple[Line, ...]:
    """An item with its sections, and lines inside the first or behind the decision."""
    return (
        heading(f"{number}. {title}", 1),
        heading("Sagsfremstilling", 2),
        line("Forvaltningen fremlægger sagen om vejen."),
        *inside,
        heading("Beslutning", 2),
        line("Godkendt."),
        *behind,
    )


def shut(found: Meeting) -> str:
    """One sign an item: closed or open."""
    return "".join("x" if one.access is Access.CLOSED else "o" for one in found.items)


def test_a_closed_group_in_the_contents_list_holds_for_its_entries_alone() -> None:
    """The items that follow the list are open, all but those under its closed heading."""
    listed = (
        heading("Åbne punkter", 2),
        line("1. Dagsorden"),
        line("2. Budget"),
        heading("Lukkede punkter", 2),
        line("3. Salg"),
    )

    found = meeting(
        *HEAD, *listed, *item(1, "Dagsorden"), *item(2, "Budget"), *item(3, "Salg"), *item(4, "Sti")
    )

    assert shut(found) == "ooxo"


def test_closed_cases_counted_in_a_section_close_nothing() -> None:
    """A heading inside a section is no heading over items."""
    counted = (heading("Lukkede sager", 3), line("Antallet af lukkede sager falder."))

    found = meeting(*HEAD, *item(1, "Dagsorden"), *item(2, "Jobcentret", *counted), *item(3, "Sti"))

    assert shut(found) == "ooo"
