"""Labelled values under an item's title."""

import pytest

from converters.model import AgendaItem
from tests.reading import labels, meeting_of, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
BODY = "Sagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt.\n"


def item(fields: str) -> AgendaItem:
    """The first of two items, with these lines right under its title."""
    return meeting_of(f"{HEAD}\n1. Ny kran\n{fields}\n{BODY}\n2. Takster\nSagsnr.: 26/99\n{BODY}").items[0]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Sagsnr.: 26/1234", "26/1234"),
        ("Sagsnr. 26/1234", "26/1234"),
        ("Sagsnr.:26/1234", "26/1234"),
        ("Sagsnr.:\n26/1234", "26/1234"),
        ("Sagsid.: 26/1234, Initialer: abc", "26/1234"),
        ("J.nr.: 01.02.03-P16-1-26", "01.02.03-P16-1-26"),
        ("Journalnr.: 450-2026-4075", "450-2026-4075"),
        ("26/1234", "26/1234"),
        ("EMN-nr.: EMN-2026-01234", "EMN-2026-01234"),
        ("Sagsnr.: 26-007711", "26-007711"),
        ("Sagsnr.: 26-007711   Åben/lukket:   Åben", "26-007711"),
        ("Sagsnr.: 11/1   Sagsansvarlig: Ib Holm", "11/1"),
        ("Sag 306-2026-1020", "306-2026-1020"),
        ("00.30.00Ø00", "00.30.00Ø00"),
        ("18.00Ø00 - 2026/06569", "18.00Ø00 - 2026/06569"),
        ("(HAU 10/2026)", "HAU 10/2026"),
        ("Sag 306-2026-1020          Dok. 306-2026-90011       Initialer: IH        Åbent", "306-2026-1020"),
        ("Sagsnr. 2026-1201 J.nr. 13.11.04", "2026-1201"),
        ("Sagsnr. 779-2026-11200        Dok.nr. 779-2026-88123        Sagsbeh. Ib Holm", "779-2026-11200"),
    ],
)
def test_the_case_number(line: str, number: str) -> None:
    """In every form, behind its label, under it, or bare."""
    assert item(line).case_number == number


@pytest.mark.parametrize("line", ["Sagsnr.:", "Sagsnr.", "Sagsnr.: -"])
def test_an_empty_case_number_is_none(line: str) -> None:
    """A label without a value says nothing, and takes none from the next line."""
    found = item(line)

    assert found.case_number is None
    assert labels(found) == ["Sagsfremstilling", "Beslutning"]


@pytest.mark.parametrize(
    "line", ["Sagen afgøres i: Byrådet", "Sagen afgøres i Byrådet", "Sagen afgøres i:\nByrådet"]
)
def test_who_decides(line: str) -> None:
    """The committee or council that has the last word."""
    assert item(line).decided_by == "Byrådet"


def test_fields_are_kept_as_printed() -> None:
    """Labels and values in their order, those with a name of their own among them."""
    found = item("Sagsnr.: 26/1234\nSagsbehandler: Maren Toftegaard\nDok.nr.: 8812")

    assert found.fields == (
        ("Sagsnr.", "26/1234"),
        ("Sagsbehandler", "Maren Toftegaard"),
        ("Dok.nr.", "8812"),
    )


@pytest.mark.parametrize("end", ["        Åbent", ""])
def test_fields_in_columns_without_colons(end: str) -> None:
    """Space parts them, and a word of openness in a column of its own is no part of a value."""
    found = item(f"Sagsnr. 779-2026-1        Dok.nr. 779-2026-88123        Sagsbeh. Ib Holm{end}")

    assert found.fields[:3] == (
        ("Sagsnr.", "779-2026-1"),
        ("Dok.nr.", "779-2026-88123"),
        ("Sagsbeh.", "Ib Holm"),
    )


@pytest.mark.parametrize("line", ["Sag 306-2026-1020 blev udsat.", "Sag 12 på dagsordenen blev udsat."])
def test_a_sentence_about_another_case_is_text(line: str) -> None:
    """Behind the number of a field stands nothing, or the next field."""
    found = item(line)

    assert (found.case_number, found.fields) == (None, ())


def test_a_field_word_in_the_text_is_text() -> None:
    """Below the first section it is only what the writer says."""
    text = (
        f"{HEAD}\n1. Ny kran\nSagsfremstilling\nAfdeling: havnen passer kranen.\n{BODY}\n2. Takster\n{BODY}"
    )

    found = meeting_of(text).items[0]
    assert found.fields == ()


def test_a_countys_number_above_each_title() -> None:
    """It stands alone on its line, and belongs to the item below."""
    items = "".join(
        f"\n1-01-72-{n}-07\n\n{n}. Sag om {title}\nResume\nSlidt.\nBeslutning\nGodkendt.\n"
        for n, title in ((21, "kajen"), (22, "molen"), (23, "bolværket"))
    )

    found = meeting_of(f"Region Sundvig\nReferat\nRegionsrådet\n5. marts 2026\n{items}").items
    assert [one.case_number for one in found] == [f"1-01-72-{n}-07" for n in (21, 22, 23)]


def test_a_case_number_above_the_title_where_nothing_stands_apart() -> None:
    """Under a label it is the next item's, though no line is empty between the items."""
    item = "Sagsnr. 26/{0}\n{0}. Sag om {1}\nBeslutning\nGodkendt.\n"
    text = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n\n" + "".join(
        item.format(n, what) for n, what in ((101, "kajen"), (102, "molen"), (103, "broen"))
    )

    assert [one.case_number for one in meeting_of(text).items] == ["26/101", "26/102", "26/103"]


def test_who_decides_between_two_sections() -> None:
    """A label with its value on the line below is a field, and no text of the section above."""
    body = "Lovgrundlag\nHavneloven\nSagen afgøres i\nHavneudvalget\nBeslutning\nGodkendt.\n"
    found = meeting_of(f"{HEAD}\n1. Ny kran\n{body}\n2. Takster\n{body}").items[0]

    assert found.decided_by == "Havneudvalget"
    assert ("Sagen afgøres i", "Havneudvalget") in found.fields
    assert words_under(found, "Lovgrundlag") == "Havneloven"
