"""List markers before their text, after it, or alone on a line."""

import pytest

from converters.blocks import Entry, ListKind, Paragraph
from tests.reading import composed, entries, shown


@pytest.mark.parametrize("glyph", ["•", "◦", "-", "–", "*", "\uf0b7", "\uf0a7", "\uf0d8", "▪"])
def test_a_bullet_before_its_text(glyph: str) -> None:
    """Whatever the sign, also one of a private font, it becomes a bullet and no part of the text."""
    found = composed(f"{glyph} Nye riste på Torvet.\n{glyph} Højere kantsten.\n")

    assert found == (Entry(text="Nye riste på Torvet."), Entry(text="Højere kantsten."))


@pytest.mark.parametrize(
    ("text", "kind", "marker"),
    [
        ("1. Planen godkendes.", ListKind.NUMBER, "1"),
        ("12. Planen godkendes.", ListKind.NUMBER, "12"),
        ("1) Planen godkendes.", ListKind.NUMBER, "1"),
        ("1.Planen godkendes.", ListKind.NUMBER, "1"),
        ("a. Planen godkendes.", ListKind.LETTER, "a"),
        ("b) planen godkendes.", ListKind.LETTER, "b"),
    ],
)
def test_a_number_or_a_letter_before_its_text(text: str, kind: ListKind, marker: str) -> None:
    """The marker is kept as printed, without its sign."""
    (entry,) = composed(text)

    assert isinstance(entry, Entry)
    assert (entry.kind, entry.marker) == (kind, marker)


@pytest.mark.parametrize(
    "text",
    [
        "5 mio. kr. til nye riste.",
        "3,6 mio. kr. til drift.",
        "12. marts holdes et borgermøde.",
        "7 dage før mødet sendes planen ud.",
        "2026: 1,0 mio. kr.",
        "1.840 borgere har svaret.",
    ],
)
def test_an_amount_or_a_date_is_no_marker(text: str) -> None:
    """A figure that something is said of belongs to the text."""
    assert composed(text) == (Paragraph(text=text),)


def test_bullets_after_their_text() -> None:
    """Some content streams paint the marker when its text is done."""
    found = composed("Nye riste på Torvet.•\nHøjere kantsten ved stationen.•\n")

    assert entries(found) == [(None, 0, "Nye riste på Torvet."), (None, 0, "Højere kantsten ved stationen.")]


def test_numbers_after_their_text() -> None:
    """The number runs into the full stop before it."""
    found = composed("Planen godkendes.1. \nPengene findes i puljen.2. \n")

    assert entries(found) == [("1", 0, "Planen godkendes."), ("2", 0, "Pengene findes i puljen.")]


def test_a_bullet_alone_under_its_text() -> None:
    """After a text of several lines the marker stands on a line of its own."""
    found = composed(
        "Der sættes nye riste op på Torvet og ved stationen, som renses hver\nmåned.\n•\n"
        "Kantstenen bliver højere, så vandet ikke løber ned i tunnelen ved\nbanen.\n•\n"
    )

    assert [text.split()[-1] for _, _, text in entries(found)] == ["måned.", "banen."]
    assert len(found) == 2


@pytest.mark.xfail(strict=True, reason="a number alone on the line behind its text")
def test_a_number_alone_under_its_text() -> None:
    """The same of numbers."""
    found = composed(
        "Anbefale Byrådet at sætte nye riste op på Torvet og ved stationen, som\nrenses hver måned.\n1. \n"
        "Finde pengene i puljen.2. \n"
    )

    assert [marker for marker, _, _ in entries(found)] == ["1", "2"]
    assert len(found) == 2


def test_a_bullet_alone_above_its_text() -> None:
    """Where a lead ends in a colon, the marker on the next line belongs to what follows."""
    found = composed("Der er behov for:\n•\nNye riste på Torvet.\n•\nHøjere kantsten.\n")

    assert shown(found) == ["Der er behov for:", "Nye riste på Torvet.", "Højere kantsten."]
    assert len(entries(found)) == 2


def test_an_entry_goes_on_over_a_page_break() -> None:
    """Its marker may have been painted at the foot of the page, with the last words on the next."""
    found = composed(
        "Nye riste på Torvet og ved stationen, som renses hver måned.•\n"
        "Højere kantsten, så vandet løber uden om•\n\ftunnelen.\nDet er billigt.\nDet er let.\nDet haster.\n"
    )

    assert entries(found)[1] == (None, 0, "Højere kantsten, så vandet løber uden om tunnelen.")


def test_nested_entries() -> None:
    """A circle, or a letter under a number, lies one step deeper."""
    circles = composed(
        "• Vandet kunne ikke komme ned\no Riste var stoppet af blade.\no Brønde var fulde.\n• Tilsyn\n"
    )
    letters = composed(
        "1. følgende principper:\na) boligerne samles\nb) maden laves her\n2. centret bygges\n"
    )

    assert [depth for _, depth, _ in entries(circles)] == [0, 1, 1, 0]
    assert [(marker, depth) for marker, depth, _ in entries(letters)] == [
        ("1", 0),
        ("a", 1),
        ("b", 1),
        ("2", 0),
    ]


def test_a_circle_before_a_small_letter() -> None:
    """In a list it is a marker there too."""
    found = composed(
        "• 19,6 mio. kr. på driften\no heraf 7,1 mio. kr. fra skolerne\no heraf 5,8 mio. kr. andre steder\n"
    )

    assert [depth for _, depth, _ in entries(found)] == [0, 1, 1]


def test_wrapped_entries_are_one_each() -> None:
    """The lines of an entry are put together, and the next marker begins the next."""
    found = composed(
        "1. at der gives en bevilling på 14,8 mio. kr. til en cykelsti langs fjorden,\n"
        "som bygges i to etaper\n"
        "2. at træerne først fældes, når de nye er plantet\n"
    )

    assert [marker for marker, _, _ in entries(found)] == ["1", "2"]
    assert entries(found)[0][2].endswith("fjorden, som bygges i to etaper")


def test_what_looks_like_a_marker_in_a_wrapped_line_is_text() -> None:
    """A wrapped line may begin with a number and a full stop that go on with no list."""
    text = (
        "Arbejdet med den nye bro over åen begynder til foråret, når vi er færdige med\n"
        "2. etape af planen og har set på de svar, som er kommet fra borgere og foreninger."
    )

    assert composed(text) == (Paragraph(text=text.replace("\n", " ")),)


@pytest.mark.parametrize("hour", ["kl. 17.10.", "kl. 17:10.", "kl. 12.00.", "efter afsnit 3.4."])
def test_an_hour_at_the_end_of_a_sentence_is_no_marker(hour: str) -> None:
    """Its minutes and full stop look like a number that was painted after its text."""
    assert composed(f"Mødet sluttede {hour}\n") == (Paragraph(text=f"Mødet sluttede {hour}"),)
