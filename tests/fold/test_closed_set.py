"""What closes an item, and what only sounds like it, where the format tells ranks, paragraphs and pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converters.blocks import Line, ListKind, Marker
from converters.redact import redact
from tests.fold.closed_lines import HEAD, item, shut, told, words_left_out
from tests.segment.set_lines import heading, line, meeting, tabled


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


DECIDED = (heading("3. Lukket - Salg", 1), heading("Beslutning", 2), line("Godkendt."))


@pytest.mark.parametrize(
    "behind",
    [
        (heading("Notat", 3), line("Om Mikkelborg.")),
        (line("Notat"), line("Om Mikkelborg.")),
        (line("Notater: Om Mikkelborg."),),
        (tabled(("Post", "Mikkelborg"), ("Pris", "8"), ("Areal", "2")),),
        (heading("Notat", 1), heading("Beslutning", 2), line("Om Mikkelborg.")),
    ],
)
def test_a_closed_decision_ends_where_something_else_begins(behind: tuple[Line, ...]) -> None:
    """What stands behind it is closed, gap or none."""
    (found,) = told(
        *HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), *DECIDED, *behind, *item(4, "Sti")
    ).meetings
    public, _ = redact(found)

    assert "Godkendt." in str(public.items[2])
    assert "Mikkelborg" not in str(public.items[2])


def test_a_sentence_at_the_end_of_a_decision_closes_no_item_below() -> None:
    """Paragraphs without gaps leave open whose it is; a sentence is the text's above."""
    closing = (line("Sagen er lukket."),)

    found = meeting(*HEAD, *item(1, "Dagsorden"), *item(2, "Budget", behind=closing), *item(3, "Sti"))

    assert shut(found) == "ooo"


@pytest.mark.parametrize("mark", [heading("Lukket punkt", 2), line("Lukket punkt")])
def test_a_mark_above_a_title_closes_without_gaps(mark: Line) -> None:
    """It says of the item below it that it is closed."""
    first, *rest = item(3, "Salg")

    found = meeting(
        *HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), replace(mark, gap=0), first, *rest, *item(4, "Sti")
    )

    assert shut(found) == "ooxo"


def test_a_word_of_openness_above_every_title_is_the_titles() -> None:
    """It does so though the paragraphs are evenly spaced."""
    lines = [*HEAD]
    for number, word in enumerate(("Åbent punkt", "Åbent punkt", "Lukket punkt", "Åbent punkt"), start=1):
        lines += [line(word), *(replace(one, gap=0) for one in item(number, f"Sagen om vej {number}"))]

    assert shut(meeting(*lines)) == "ooxo"


INSIDE = {
    "a heading with a place": (heading("Biblioteket (lukket)", 3), line("Det åbner i juli.")),
    "closed cases": (heading("Lukkede sager", 3), line("Antallet falder.")),
    "a sentence that goes on": (line("Sagen er lukket for yderligere bidrag."),),
    "an entry": (line("Lukket punkt", marker=Marker(kind=ListKind.BULLET)),),
    "opening hours": (tabled(("Dag", "Tid"), ("Søndag", "Lukket")),),
    "places": (tabled(("Bad", "Status"), ("Nord", "Lukket"), ("Syd", "Åben")),),
}


@pytest.mark.parametrize("name", INSIDE)
def test_what_is_said_inside_a_section_closes_nothing(name: str) -> None:
    """The item is open to its end."""
    found = meeting(*HEAD, *item(1, "Dagsorden"), *item(2, "Skolen", *INSIDE[name]), *item(3, "Sti"))

    assert shut(found) == "ooo"
    assert found.items[1].decisions


@pytest.mark.parametrize(
    "rows",
    [
        (("Dag", "Tid"), ("Søndag", "Lukket")),
        (("Lukket punkt", "Nej"),),
        (("Lukket", "Nej"), ("Åbent", "Ja")),
        (("Bilag", "Adgang"), ("Kontrakt", "Lukket")),
    ],
)
def test_a_table_under_a_title_that_does_not_say_closed(rows: tuple[tuple[str, ...], ...]) -> None:
    """Hours, files, and a field that says no."""
    first, *rest = item(2, "Skolen")

    assert shut(meeting(*HEAD, *item(1, "Dagsorden"), first, tabled(*rows), *rest, *item(3, "Sti"))) == "ooo"


@pytest.mark.parametrize(
    "under",
    [
        tabled(("Lukket", "Ja")),
        tabled(("Åbent", "Nej"), ("Sagsnr.", "24/1234")),
        line("Åben/lukket: Lukket", marker=Marker(kind=ListKind.BULLET)),
        line("24/1234 - Lukket"),
        line("Sagsnr.: 24/1234 Sagsbehandler: Ib Bo. Lukket punkt."),
    ],
)
def test_a_field_under_a_title_that_says_closed(under: Line) -> None:
    """However the field is set."""
    first, *rest = item(2, "Skolen")

    assert shut(meeting(*HEAD, *item(1, "Dagsorden"), first, under, *rest, *item(3, "Sti"))) == "oxo"


def test_a_closed_title_of_a_lower_rank_cuts_the_item() -> None:
    """A number with a dot is no item of its own, and its text is closed."""
    inside = (heading("3.1 Lukket - Salg", 2), line("Om Mikkelborg."))

    found = meeting(
        *HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), *item(3, "Skolen", *inside), *item(4, "Sti")
    )

    assert "Mikkelborg" not in str(redact(found)[0])


def test_the_first_of_items_by_rank_may_be_closed() -> None:
    """It has no label, and its text is on no page."""
    titled = [(heading(title, 1), *item(0, "")[1:]) for title in ("Dagsorden for aftenen", "Budget", "Sti")]
    closed = (heading("Lukket - Salg", 1), line("Om Mikkelborg."))

    found = meeting(*HEAD, *closed, *(one for lines in titled for one in lines))

    assert shut(found) == "xooo"
    assert "Mikkelborg" not in str(redact(found)[0])


def test_a_numbered_paragraph_over_a_mark_cuts_the_item() -> None:
    """Whether or not it is an item of its own, what stands under it is closed."""
    cells = (line("3. Salg"), line("Lukket"), line("Om Mikkelborg."))

    found = meeting(*HEAD, *item(1, "Dagsorden"), *item(2, "Budget", behind=cells), *item(4, "Sti"))

    assert "Mikkelborg" not in str(redact(found)[0])


def test_a_field_that_says_no_below_its_label_is_open() -> None:
    """The label alone is a mark, and its value takes it back."""
    first, *rest = item(2, "Skolen")

    assert (
        shut(meeting(*HEAD, *item(1, "Dagsorden"), first, line("Lukket punkt"), line("Nej"), *rest)) == "oo"
    )


def test_a_numbered_line_inside_a_closed_item_opens_nothing() -> None:
    """Where titles are set headings, the item has its own further down."""
    inside = (line("4. Sti"), line("Om Mikkelborg."))

    found = meeting(
        *HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), *item(3, "Lukket - Salg", *inside), *item(4, "Sti")
    )

    assert "Mikkelborg" not in str(redact(found)[0])
    assert shut(found) == "ooxo"


@pytest.mark.parametrize(
    "row", [("3", "Salg af grund", "Lukket", "Om Mikkelborg"), ("3", "Lukket - Salg", "", "Om Mikkelborg")]
)
def test_a_closed_row_withholds_the_rest_of_a_document(row: tuple[str, ...]) -> None:
    """Minutes that are one table may not be understood as minutes."""
    rows = (("1", "Dag", "Åben", "Om dagen"), ("2", "Budget", "Åben", "Om veje"), row)

    found = told(line("Udvalget har set på sagerne."), tabled(*rows))

    assert "Mikkelborg" not in str((found.documents, [redact(one)[0] for one in found.meetings]))


def test_the_cells_beside_a_closed_title_are_none_of_its_words() -> None:
    """A row of number, title, openness and text is an item, and its title alone is public."""
    rows = (("1", "Dag", "Åben", "Om dagen"), ("2", "Salg", "Lukket", "Om Mikkelborg"), ("Slut", "", "", ""))

    found = told(line("Udvalget har set på sagerne."), tabled(*rows))

    assert "Mikkelborg" not in str((found.documents, [redact(one)[0] for one in found.meetings]))


@pytest.mark.parametrize(
    "label", ["Status", "Status:", "Åben/lukket", "Punkttype", "Sagstype:", "Offentlighed"]
)
@pytest.mark.parametrize("rank", [2, None])
def test_a_field_on_openness_set_as_a_section(label: str, rank: int | None) -> None:
    """Its value closes the item, though the label looks as those of sections and comes back."""

    def with_field(number: int, title: str, word: str) -> tuple[Line, ...]:
        field = line(label, level=rank, gap=1), line(word)
        return item(number, title)[0], *field, *item(number, title)[1:]

    found = meeting(
        *HEAD,
        *with_field(1, "Dagsorden", "Åben"),
        *with_field(2, "Salg af grund", "Lukket"),
        *with_field(3, "Sti", "Åben"),
    )

    assert shut(found) == "oxo"


def test_the_item_behind_a_closed_title_alone_is_open() -> None:
    """A closed title has nothing under it; the next number set as the titles are is the next item."""
    last = (line("4. Lukket punkt", level=1), line("5. Eventuelt", level=1), line("Intet til referat."))

    found = meeting(*HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), *item(3, "Sti"), *last)

    assert [one.number for one in found.items] == ["1", "2", "3", "4", "5"]
    assert shut(found) == "oooxo"


def test_a_number_set_as_text_behind_a_closed_title_is_closed() -> None:
    """It may be an entry of a list that the closed item has."""
    last = (line("4. Lukket punkt", level=1), line("5. Mikkelborg sælges"))

    found = meeting(*HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), *item(3, "Sti"), *last)

    assert shut(found) == "ooox"


def lower(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The same lines with each heading a rank lower."""
    return tuple(replace(one, level=one.level + 1) if one.level else one for one in lines)


def test_a_heading_over_several_items_is_no_part_of_a_closed_one() -> None:
    """Words that may be the closed item's stand in no ledger."""
    found = told(
        *HEAD,
        *lower(item(1, "Dagsorden")),
        *lower(item(2, "Lukket - Salg")),
        heading("Om Mikkelborg", 1),
        *lower(item(3, "Sti")),
    )

    assert shut(found.meetings[0]) == "oxo"
    assert "Mikkelborg" not in words_left_out(found)
    assert "Mikkelborg" not in str(redact(found.meetings[0]))
