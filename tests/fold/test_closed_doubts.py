"""Shapes around the marks of closedness in which a closed item's text could come out."""

import pytest

from converters.redact import redact
from converters.writers.meeting import meeting_pages
from tests.reading import meeting_of

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n\n"
BODY = "Sagsfremstilling\nDer er søgt om støtte.\n\nBeslutning\nGodkendt.\n\n"
HIDDEN = "Sagsfremstilling\nKøberen er skjult.\n\nBeslutning\nGodkendt.\n\n"


def comes_out(text: str) -> bool:
    """Whether the secret word of a text stands on one of its pages."""
    pages = meeting_pages(redact(meeting_of(text))[0])
    return any("skjult" in page.casefold() for page in pages.values())


def states(text: str) -> list[tuple[str | None, str]]:
    """Number and access of each item."""
    return [(item.number, item.access.value) for item in meeting_of(text).items]


@pytest.mark.parametrize("below", ["ja", "[x]", "Køb af grund"])
def test_two_words_over_anything_but_a_row_are_no_heads_of_columns(below: str) -> None:
    """A tick behind the word for closed, or a title under it, closes what stands below."""
    text = f"{HEAD}Åbent punkt\n\n1. Ny kran\n\nÅbent punkt\nLukket punkt\n{below}\n\nEn skjult pris.\n\n"
    last = "Åbent punkt\n\n2. Takster for både\n\nBeslutning\nGodkendt.\n"

    assert not comes_out(text + last)


def test_a_closed_items_number_alone_closes_it_whatever_its_title_in_the_list() -> None:
    """Under the heading of closed items a number may have another title than the item has."""
    listed = "Indhold\n\nÅbne punkter\n1\nNye kajer\n2\nTakster\nLukkede punkter\n3\nEjendomshandel\n\n"
    items = f"1. Nye kajer\n\n{BODY}2. Takster\n\n{BODY}3. Salg af grund\n\n{HIDDEN}"

    assert states(HEAD + listed + items) == [("1", "open"), ("2", "open"), ("3", "closed")]


def test_a_mark_on_the_line_under_an_entry_of_the_list() -> None:
    """What the list says of an item in brackets under its title closes it."""
    listed = "Indhold\n1. Nye kajer   1\n2. Salg af grund\n(lukket)   2\n3. Takster   4\n\n"
    items = f"1. Nye kajer\n\n{BODY}2. Salg af grund\n\n{HIDDEN}3. Takster\n\n{BODY}"

    assert states(HEAD + listed + items) == [("1", "open"), ("2", "closed"), ("3", "open")]


OTHERS = [
    "Ejerens afgørelse",
    "Kommunens afgørelse den 3. januar 2026",
    "Forvaltningens beslutning i mødet den 5. februar 2026",
    "Afgørelse fra Planklagenævnet den 3. januar 2026",
    "Byrådets møde den 6. januar 2026\nPunkt 3:",
    "Behandling i Skoleudvalget den 5. februar 2026, pkt. 2",
    "Skoleudvalget, den 6. januar 2026",
]


@pytest.mark.parametrize("head", OTHERS)
@pytest.mark.parametrize("decided", ["", "Beslutning\nGodkendt.\n\n"])
def test_what_others_decided_in_a_closed_case_stays_withheld(head: str, decided: str) -> None:
    """A closed item's decision is the meeting's own; others' and earlier ones are part of the case."""
    case = f"2. Lukket - Salg af grund\n\nSagsfremstilling\nDet er sent.\n\n{head}\nPrisen er skjult.\n\n"
    text = f"{HEAD}1. Nye kajer\n\n{BODY}{case}{decided}3. Takster\n\n{BODY}"

    assert not comes_out(text)


def test_what_others_decided_under_a_closed_items_decision_stays_withheld() -> None:
    """It ends the decision above it."""
    case = "2. Lukket - Salg af grund\n\nBeslutning\nGodkendt.\n\nEjerens afgørelse\nPrisen er skjult.\n\n"

    assert not comes_out(f"{HEAD}1. Nye kajer\n\n{BODY}{case}3. Takster\n\n{BODY}")


@pytest.mark.parametrize(
    "head", ["Havneudvalget, den 5. marts 2026", "Havneudvalgets beslutning", "Beslutning"]
)
def test_a_closed_items_own_decision_is_shown(head: str) -> None:
    """Committee and day of the meeting head its decision, as the usual labels do."""
    case = f"2. Lukket - Salg af grund\n\nSagsfremstilling\nDet er sent.\n\n{head}\nSagen blev godkendt.\n\n"
    item = meeting_of(f"{HEAD}1. Nye kajer\n\n{BODY}{case}3. Takster\n\n{BODY}").items[1]

    assert (item.access.value, item.outcome.value) == ("closed", "approved")


def test_a_committee_of_oversight_decides_itself() -> None:
    """Its name begins as that of an authority does."""
    text = (
        f"{HEAD}1. Nye kajer\n\nSagsfremstilling\nDet er sent.\n\nTilsynsudvalgets beslutning\nGodkendt.\n\n"
    )

    assert meeting_of(f"{text}2. Takster\n\n{BODY}").items[0].outcome.value == "approved"
