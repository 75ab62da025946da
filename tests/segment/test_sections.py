"""Labels, sub-headings, and the text that stands under them."""

import pytest

from converters.blocks import Heading
from converters.ledger import Reason
from tests.reading import composed, headings, item_of, labels, left_out, meeting_of, shown, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
LONG = "Havnen har i mange år været for lille til de både, som gerne vil ligge der om sommeren."


def minutes(*bodies: str) -> str:
    """Minutes of an item for each body; each body ends with a decision."""
    items = (
        f"\n{n}. Sag om {'abcdefg'[n]}-kajen\n{body}\nBeslutning\nGodkendt.\n"
        for n, body in enumerate(bodies, 1)
    )
    return HEAD + "".join(items)


@pytest.mark.parametrize(
    "label", ["Sagsfremstilling", "Sagsfremstilling:", "SAGSFREMSTILLING", "• Sagsfremstilling"]
)
def test_a_known_label(label: str) -> None:
    """It opens a section under its own name, without its colon or bullet."""
    text = minutes(f"{label}\nDet er slidt.", f"{label}\nDet er rustent.")

    assert labels(item_of(text, "1")) == [label.strip("•: "), "Beslutning"]
    assert item_of(text, "1").sections[0].role == "case"


def test_a_label_with_text_behind_its_colon() -> None:
    """The text is the section's first."""
    assert (
        words_under(item_of(minutes("Økonomi: Det koster 3 mio. kr.")), "Økonomi") == "Det koster 3 mio. kr."
    )


def test_a_label_that_counts_what_stands_below() -> None:
    """Portals print how many attachments there are behind the label."""
    bodies = [f"Sagsfremstilling\nDet er slidt.\nBilag ({n})\n• Kort over kajen\n" for n in (1, 1, 2)]
    text = minutes(*bodies)

    for number in ("1", "2", "3"):
        assert [one.title for one in item_of(text, number).attachments] == ["Kort over kajen"]


def test_a_label_that_ran_into_its_text() -> None:
    """Where the layout does so more than once, the two are told apart."""
    text = (
        HEAD + "\n1. Ny kran\nIndstillingAt den købes.\nBeslutningGodkendt.\n\n2. Ny mole\nBeslutningUdsat.\n"
    )

    assert labels(item_of(text, "1")) == ["Indstilling", "Beslutning"]
    assert words_under(item_of(text, "2"), "Beslutning") == "Udsat."


@pytest.mark.parametrize("name", ["Klima- og Havneudvalget", "Økonomi- samt Havneudvalget"])
def test_a_name_that_begins_as_a_label_does(name: str) -> None:
    """A hyphen before a small word goes on with the name, however often the name comes back."""
    body = f"Indstilling\n{name} indstiller, at kranen købes."
    text = minutes(body, body, body)

    assert labels(item_of(text, "1")) == ["Indstilling", "Beslutning"]
    assert words_under(item_of(text, "1"), "Indstilling") == f"{name} indstiller, at kranen købes."


def test_a_word_of_the_list_in_a_sentence_is_no_label() -> None:
    """A label stands alone, and is not the beginning of a sentence."""
    text = minutes("Sagsfremstilling\nBeslutning om bolværket træffes i april.\nBilag er ikke vedlagt.")

    assert labels(item_of(text)) == ["Sagsfremstilling", "Beslutning"]


def test_an_unknown_label_that_comes_back_is_a_section() -> None:
    """What repeats from item to item is a section, known or not; it has no role."""
    body = "Sagsfremstilling\nDet er slidt.\nVindens retning\nDen kommer mest fra vest."
    found = item_of(minutes(body, body, body))

    assert labels(found) == ["Sagsfremstilling", "Vindens retning", "Beslutning"]
    assert found.sections[1].role is None


def test_a_heading_that_comes_once_is_a_sub_heading() -> None:
    """What stands in one item only is a heading inside its section."""
    body = f"Sagsfremstilling\n{LONG}\nVindens retning\n{LONG}"
    found = item_of(minutes(body, f"Sagsfremstilling\n{LONG}", f"Sagsfremstilling\n{LONG}"), "1")

    assert labels(found) == ["Sagsfremstilling", "Beslutning"]
    assert headings(found.sections[0].content) == ["Vindens retning"]


def test_a_known_label_may_be_a_sub_heading_here() -> None:
    """Where another word for the same thing is the section, this one is a heading inside one."""
    plain = f"Sagsfremstilling\n{LONG}\nØkonomi\nIngen."
    odd = f"Sagsfremstilling\n{LONG}\nØkonomiske konsekvenser\n{LONG}\nØkonomi\nDet koster lidt."
    found = item_of(minutes(plain, odd, plain), "2")

    assert labels(found) == ["Sagsfremstilling", "Økonomi", "Beslutning"]
    assert headings(found.sections[0].content) == ["Økonomiske konsekvenser"]


def test_a_label_with_nothing_under_it_is_recorded() -> None:
    """It is no section, and stands in the ledger."""
    text = minutes("Resume\nSagsfremstilling\nDet er slidt.\nØkonomi")

    assert labels(item_of(text)) == ["Sagsfremstilling", "Beslutning"]
    assert left_out(text, Reason.EMPTY_SECTION) == ["Resume", "Økonomi"]


def test_text_under_the_title_needs_no_label() -> None:
    """What stands before the first label stands straight under the title."""
    found = item_of(minutes("Sagen har været her før.\nSagsfremstilling\nDet er slidt."))

    assert labels(found) == [None, "Sagsfremstilling", "Beslutning"]


def test_the_decision_may_come_first() -> None:
    """The order is the source's."""
    text = HEAD + "".join(
        f"\n{n}. Sag {n}\nBeslutning\nGodkendt.\nSagsfremstilling\nDet er slidt.\n" for n in (1, 2)
    )

    assert labels(item_of(text, "1")) == ["Beslutning", "Sagsfremstilling"]


@pytest.mark.parametrize(
    "line",
    [
        "Det er slidt.",
        "Vi har set på,",
        "kajen er ny",
        "Udvalget har set på kajen",
        "Kontakt havn@birkevig.example",
    ],
)
def test_a_short_line_that_is_no_heading(line: str) -> None:
    """A sentence, a part of one, or an address is text, though a long text stands below it."""
    assert not any(isinstance(block, Heading) for block in composed(f"{LONG}\n\n{line}\n\n{LONG}\n"))


def test_numbered_headings() -> None:
    """Numbered lines that each stand over a text of their own are headings, with their numbers."""
    found = composed(f"1. Kajen er slidt\n{LONG}\n\n2. Molen er for kort\n{LONG}\n")

    assert headings(found) == ["1. Kajen er slidt", "2. Molen er for kort"]


def test_a_heading_that_begins_with_an_amount() -> None:
    """An amount of money can be what a part of the text is about."""
    assert headings(composed(f"{LONG}\n\n3,6 mio. kr. til en ny kran\n{LONG}\n")) == [
        "3,6 mio. kr. til en ny kran"
    ]


def test_paragraphs_are_put_together() -> None:
    """Lines that fill the page go on in the next; an empty line, or a short last line, ends a paragraph."""
    text = f"{LONG}\nDer er desuden kommet en bro, som er for lav til de største både i\nhavnen.\n\n{LONG}\n"

    assert [line.split()[-1] for line in shown(composed(text))] == ["havnen.", "sommeren."]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    """When its sentence has not ended, and the next page begins in small letters."""
    page = "Havnen har i mange år været for lille til de både, som gerne\n\fvil ligge der om sommeren.\n"

    assert shown(composed(page)) == [page.replace("\n\f", " ").strip()]


DAY = pytest.param("den 4.", marks=pytest.mark.xfail(strict=True, reason="a day of a month ends no sentence"))


@pytest.mark.parametrize("ending", [DAY, "jf. nr.", "for ca.", "2,4 mio."])
def test_a_shortened_word_ends_no_sentence(ending: str) -> None:
    """A full stop behind a number or a shortened word may stand in the middle of a sentence."""
    first = f"Havneudvalget mødes næste gang i den store sal på rådhuset {ending}"
    found = composed(f"{first}\nmaj og skal så tage stilling til kranen, som er for gammel nu.\n{LONG}\n")

    assert len(found) <= 2
    assert shown(found)[0].startswith(f"{first} maj")


def test_meetings_of_one_item_may_have_sections_too() -> None:
    """With few items a known label counts as one that comes back."""
    assert labels(meeting_of(minutes("Indstilling\nAt den købes.")).items[0]) == ["Indstilling", "Beslutning"]


@pytest.mark.parametrize(
    "text",
    [
        "Udkast til aftale indeholder\n1. en fast betaling, og\n2. en frist på et år.\n",
        "De vigtigste ændringer er\n1. at bestyrelsen høres, og\n2. at møder kan holdes digitalt.\n",
        "Regnskabet viser et underskud. Det skyldes\n1. ubesatte stillinger og\n2. færre vikarer.\n",
        "Beløb i 1.000 kr.                 2026          2027\n- Anlæg\n- Drift\n",
        "Udbud: november\nByggestart: marts\nIbrugtagning: efterår\nDet er planen, som udvalget fik at se.\n",
    ],
)
def test_a_line_that_goes_on_below_is_no_heading(text: str) -> None:
    """It breaks off before a list, is a row of a table, or is one of several pairs of word and value."""
    assert headings(composed(text)) == []


def test_a_label_set_as_the_others_are_with_its_text_on_the_line() -> None:
    """It may stand in one item of many and be a label all the same."""
    usual = "Indstilling: Det foreslås.\nBeslutning: Godkendt.\n"
    items = (f"\n{n}. Sag {n}\n{'Baggrund: Den er slidt.' if n == 2 else ''}\n{usual}" for n in range(1, 7))
    found = meeting_of(HEAD + "".join(items)).items[1]

    assert labels(found) == ["Baggrund", "Indstilling", "Beslutning"]


def test_recommendations_without_markers() -> None:
    """Each has a line of its own, which its next word would have fitted on."""
    wide = "Udvalget indstiller over for byrådet, at havnen får ny kran, og at den gamle sælges til\nandre.\n"
    text = f"{wide}Udvalget indstiller,\nat regnskabet godkendes, og\nat resten overføres.\n"

    assert shown(composed(text))[1:] == [
        "Udvalget indstiller,",
        "at regnskabet godkendes, og",
        "at resten overføres.",
    ]
