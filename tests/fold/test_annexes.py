"""Attachments: listed, linked, stamped, and glued on behind the last item."""

import pytest

from converters.ledger import Reason
from converters.model import Access
from tests.reading import item_of, left_out, meeting_of, shown, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
LONG = "Havnen har i mange år været for lille til de både, som gerne vil ligge der om sommeren."
CASE = f"Sagsfremstilling\n{LONG}\n\n{LONG}\n\n{LONG}\nDet er slidt.\nBeslutning\nGodkendt.\n"
FILES = "https://www.birkevig.example/bilag"


def minutes(first: str, second: str = "", tail: str = "") -> str:
    """Minutes of two items with these lists of attachments, and what follows them."""
    items = f"\n1. Ny kran på kajen\n{CASE}Bilag\n{first}\n\n2. Takster for både\n{CASE}Bilag\n"
    return f"{HEAD}{items}{second or 'Ingen'}\n{tail}"


def titles(text: str, number: str = "1") -> list[str]:
    """The titles of an item's attachments."""
    return [attachment.title for attachment in item_of(text, number).attachments]


@pytest.mark.parametrize("form", ["• {0}", "- {0}", "{0}", "\uf0b7 {0}"])
def test_listed_attachments(form: str) -> None:
    """One a line, with or without a bullet."""
    text = minutes("\n".join(form.format(title) for title in ("Tilbud på kran", "Kort over kajen")))

    assert titles(text) == ["Tilbud på kran", "Kort over kajen"]


@pytest.mark.parametrize("words", ["Ingen", "Ingen bilag.", "-", "Nej"])
def test_a_remark_that_there_are_none(words: str) -> None:
    """Nothing is attached then."""
    assert titles(minutes(words)) == []


def test_an_address_dumped_at_the_pages_end_finds_its_attachment() -> None:
    """It goes to the attachment whose title its words are, though it stands in the next item."""
    text = minutes("• Kort over kajen", tail=f"{FILES}/Kort_over_kajen_2026.pdf\n")

    assert item_of(text, "1").attachments[0].url == f"{FILES}/Kort_over_kajen_2026.pdf"
    assert left_out(text, Reason.DUPLICATE_LINK) == [f"{FILES}/Kort_over_kajen_2026.pdf"]


def test_an_address_that_names_item_and_number() -> None:
    """What it says of itself goes before what its words are like."""
    text = minutes("• Tilbud på kran\n• Tegning", tail=f"{FILES}/Punkt_1_Bilag_2_Plan.pdf\n")

    assert item_of(text, "1").attachments[1].url == f"{FILES}/Punkt_1_Bilag_2_Plan.pdf"


def test_an_address_that_is_no_attachments_stays_in_the_text() -> None:
    """A link that nothing claims is part of the text it was printed in."""
    text = minutes("• Kort over kajen").replace(
        "Det er slidt.", f"Se mere her:\n{FILES}/om-havnen\nDet er slidt.", 1
    )

    assert f"{FILES}/om-havnen" in words_under(item_of(text, "1"), "Sagsfremstilling")


def test_an_address_that_repeats_one_in_the_text_goes() -> None:
    """Its dump at the page's end says nothing new."""
    text = minutes("• Kort", tail=f"{FILES}/om-havnen\n").replace(
        "Det er", f"Se {FILES}/om-havnen. Det er", 1
    )

    assert left_out(text, Reason.DUPLICATE_LINK) == [f"{FILES}/om-havnen"]


def test_an_address_that_wraps_is_one() -> None:
    """Its second half on the next line belongs to it, and its dump repeats it."""
    whole = f"{FILES}/en-meget-lang-sti-til-siden-om-havnen-og-dens-mange-baade"
    wrapped = f"Læs mere om havnen: {whole[:66]}\n{whole[66:]}\nDet er slidt."
    text = minutes("• Kort", tail=f"{whole}\n").replace("Det er slidt.", wrapped, 1)

    assert whole in words_under(item_of(text, "1"), "Sagsfremstilling")
    assert left_out(text, Reason.DUPLICATE_LINK) == [whole]


def test_stamped_pages_are_the_annexes_text() -> None:
    """The stamp gives item and title, and stands in the ledger."""
    text = minutes(
        "Ingen", tail="\fKranen er fra 1961.\nDen er for lille.\nPunkt 1, Bilag 1: Notat om kranen.pdf\n"
    )

    (annex,) = item_of(text, "1").attachments
    assert annex.title == "Notat om kranen.pdf"
    assert " ".join(shown(annex.content)) == "Kranen er fra 1961. Den er for lille."
    assert left_out(text, Reason.STAMP) == ["Punkt 1, Bilag 1: Notat om kranen.pdf"]


def test_a_stamp_that_wraps() -> None:
    """It goes on to the suffix of its file's name, and an annex over all pages that bear it."""
    stamp = "Punkt 2, Bilag 1: Takster for\nalle slags både.docx"
    text = minutes(
        "Ingen", tail=f"\fSmå både betaler mest.\n{stamp}\n\fStore både betaler mindst.\n{stamp}\n"
    )

    (annex,) = item_of(text, "2").attachments
    assert annex.title == "Takster for alle slags både.docx"
    assert " ".join(shown(annex.content)) == "Små både betaler mest. Store både betaler mindst."


def test_annexes_behind_the_last_item_are_split_by_their_titles() -> None:
    """In the order of the items' lists, each from the page that bears its title."""
    notes = "\fNotat om kranen\nKranen er fra 1961.\n\fTakstblad for både\nSmå både betaler mest.\n"
    text = minutes("• Notat om kranen", "• Takstblad for både", notes)

    assert "1961" in " ".join(shown(item_of(text, "1").attachments[0].content))
    assert "Små både" in " ".join(shown(item_of(text, "2").attachments[0].content))
    assert meeting_of(text).attachments == ()


def test_an_annex_keeps_the_pages_it_stood_on() -> None:
    """A reader can find it in the source."""
    text = minutes("• Notat om kranen", tail="\fNotat om kranen\nKranen er fra 1961.\n\fDen er for lille.\n")

    source = item_of(text, "1").attachments[0].source
    assert source is not None
    assert source.pages == (2, 3)


def test_the_last_items_text_is_not_an_annex() -> None:
    """A page that turns inside the last item is its own, as long as its list has not come."""
    last = "2. Takster\nSagsfremstilling\nDet er dyrt.\n\fDet er for dyrt.\nBeslutning\nUdsat.\n"
    text = f"{HEAD}\n1. Ny kran\n{CASE}Bilag\nKort\n\n{last}"

    assert "for dyrt" in words_under(item_of(text, "2"), "Sagsfremstilling")
    assert meeting_of(text).attachments == ()


ANNEXES = "\f{0}\nDen åbne tekst handler om kajen.\n\f{0}\nDen anden tekst er hemmelig.\n"


def test_two_attachments_of_one_title_have_a_text_each() -> None:
    """Found by fuzzing: both texts went to the first of them, and the earlier was on no page."""
    text = minutes("Notat om havnen\nNotat om havnen", tail=ANNEXES.format("Notat om havnen"))

    first, second = item_of(text, "1").attachments

    assert "Den åbne tekst handler om kajen." in " ".join(shown(first.content))
    assert "Den anden tekst er hemmelig." in " ".join(shown(second.content))


def test_the_annex_of_a_closed_item_is_no_open_items_of_the_same_title() -> None:
    """Found by fuzzing: what belonged to the second of the title was published with the first."""
    text = minutes("Notat om havnen", "Notat om havnen").replace("2. Takster", "2. Lukket - Takster")
    text += f"\n3. Orientering\n{CASE}{ANNEXES.format('Notat om havnen')}"

    first, second = item_of(text, "1").attachments[0], item_of(text, "2").attachments[0]

    assert item_of(text, "2").access is Access.CLOSED
    assert "hemmelig" not in " ".join(shown(first.content))
    assert "hemmelig" in " ".join(shown(second.content))
