"""Numbered lists inside closed items: none of their lines opens an item, unless it is one beyond doubt."""

import pytest

from converters.findings import Code
from converters.ledger import as_json_lines
from converters.redact import redact
from tests.reading import meeting_of, understood

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
BODY = "Sagsfremstilling\nDer er søgt om støtte.\nBeslutning\nGodkendt.\n"
WITHHELD = "hemmelig"

LEAKS = {
    "a list that starts over": (
        "\n1. Nye kajer\n\n2. (Lukket) Salg af grund\nResume\n1. Nye kajerhemmelig køber\n"
        "Beslutning\nGodkendt.\n"
    ),
    "a list that starts over with another title": (
        f"\n1. Nye kajer\n{BODY}\n2. (Lukket) Salg af grund\nResume\n1. En hemmelig køber\n"
        "Økonomi\nHemmelig pris hemmelig.\nBeslutning\nGodkendt.\n"
    ),
    "a list that goes on where the closed item's number ends": (
        "\n1. Nye kajer\nLukket punkt\nSagsnr.: 98/7654\n\n2. Lukket - Salg af grund\nSagsfremstilling\n"
        "1. Hemmelig køber:\n2. Hemmelig pris:\n3. Hemmelig\nfrist er hemmelig.\n\nhemmelig grund\n\n"
        "Beslutning\nGodkendt.\n"
    ),
    "a list with a label under it": (
        f"\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\nSagsfremstilling\n1. Hemmelig køber\n"
        "2. Hemmelig pris\n3. Hemmelig frist\nØkonomi\nPrisen er hemmelig.\n"
    ),
    "an entry alone with the number that follows": (
        f"\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\nSagsfremstilling\nDet er sent.\n"
        "3. Hemmelig køber\nHan er hemmelig.\n\n3. Takster for både\n" + BODY
    ),
    "lists in two sections": (
        f"\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\nSagsfremstilling\n1. Hemmelig køber\n"
        "2. Hemmelig pris\nØkonomi\n3. Hemmelig frist\nBilag\nHemmelig skrivelse\n"
    ),
    "a number that stands in the list already": (
        "\n1. Lukket - Salg af grund\nResume\n2. Hemmelig køber\n3. Hemmelig pris\n2. Hemmelig frist\n"
        "Økonomi\n"
        "Hemmelig pris.\n\n2. Hemmelig\n3. Hemmelig\nBeslutning\nGodkendt.\n\n2. (Lukket) Leje\nResume\n\n"
        f"3. Takster for både\n{BODY}"
    ),
    "a list with an entry in small letters": (
        f"\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\nSagsfremstilling\n1. Hemmelig køber\n"
        "2. hemmelig pris\n\n3. Hemmelig frist\nØkonomi\nPrisen er hemmelig.\n"
    ),
    "a list that starts at the number that follows": (
        "\n1 (Lukket) Leje\nØkonomi\n3 Hemmelig køber\n\n2 (Lukket) Salg af grund\nØkonomi\n"
        "3 Hemmelig pris er hemmelig:\n4 hemmelig frist\n\n\n3 Hemmelig afgift er hemmelig.\n"
        "Sagsfremstilling\nDen er hemmelig.\n"
    ),
    "a number that a line of an open item has already": (
        "\nPunkt 1\n(Lukket) Leje\nØkonomi\n1. En hemmelig køber.\n\nPunkt 2\nNye kajer\nLovgrundlag:\n"
        "1. byen har brug for kajer,\nsom er bedre end dem i\nPunkt 3.\n2. og de skal stå længe,\n"
        "så længe som muligt\nResume:\nDe er slidt.\nBeslutning\n\nPunkt 3\n(Lukket) Salg af grund\n"
        "Sagsnr.: 98/7654\nØkonomi\n1. En hemmelig pris.\n2. En hemmelig frist\ner hemmelig.\n"
    ),
    "a list of two entries before the first number": (
        "Lukket punkt\nSalg af grund (lukket punkt)\nSagsfremstilling\n\n1. Hemmelig køber der\n"
        "hemmelig grund skal\nhemmelig pris betale\n2. Hemmelig frist\n"
        "Beslutning\nGodkendt.\nÅbent punkt\nKajer\nSagsnr.: 26/1234\n"
    ),
    "text that ends right before the next mark": (
        "\n\nLukket punkt\n\nLeje - Lukket\n\nBeslutning\n\nGodkendt.\n\n\n\n"
        "Lukket punkt\n\nSalg af grund\n\nÅben/lukket: Lukket\n\nSagsfremstilling\n\nHemmelig køber\n\n"
        "Hemmelig pris 1.100\n\n\n\n"
        "Lukket punkt\n\n(Lukket) Støtte\n\nSagsnr.: 98/7654\n\nBeslutning\n\nGodkendt.\n"
    ),
    "a field of a closed item that has the next title under it": (
        "\nÅbent punkt\nNye kajer\nSagsnr.:\nIndstilling:\nDe bygges.\n\nLukket punkt\nLeje\n"
        "Åben/lukket: Lukket\nSagsnr.: 98/7654\nBeslutning\nGodkendt\n\nLukket punkt\nSalg - Lukket\n"
        "Sagsnr.: 98/7654\nSagsbehandler: hemmelig\n\nÅbent punkt\nTakster for både\nJournalnr.\nBilag\n\n"
        "Beslutning\nGodkendt.\n"
    ),
    "a head of unnumbered items": (
        "\nÅbent punkt\nNye kajer\n\nLukket punkt\nSalg af grund\nLukket punkt\nSagsbehandler: hemmelig\n"
        "Sagsnr.: 98/7654\nØkonomi\nResume\nHemmelig køber\nBeslutning\nGodkendt.\n\n"
        "Lukket punkt\nLeje af lokale\nLukket punkt\nSagsbehandler: hemmelig\nSagsnr.: 98/7654\n"
        "Beslutning\nGodkendt.\n"
    ),
}


def public_words(text: str) -> str:
    """What is published of a source, without the ledger."""
    found = understood(text)
    return f"{[redact(one)[0] for one in found.meetings]} {found.documents} {found.findings}".casefold()


@pytest.mark.parametrize("items", LEAKS.values(), ids=LEAKS)
def test_a_list_inside_a_closed_item_opens_nothing(items: str) -> None:
    """Whatever its numbers say: it is withheld with the item it stands in."""
    assert WITHHELD not in public_words(HEAD + items)


AFTER = {
    "the next": ("", f"3. Takster for både\n{BODY}", "3"),
    "one that is not the next": ("", f"6. Takster for både\n{BODY}", "6"),
    "the next without a label": ("", "3. Eventuelt\nIntet.\n", "3"),
    "the next behind a list": (
        "Sagsfremstilling\n1. En køber\n2. En pris\nBeslutning\nGodkendt.\n",
        f"3. Takster for både\nSagsnr.: 26/77\n{BODY}",
        "3",
    ),
    "the next right under a list": (
        "Sagsfremstilling\n1. En køber\n2. En pris\n",
        f"3. Takster for både\nSagsnr.: 26/77\n{BODY}",
        "3",
    ),
}


@pytest.mark.parametrize(("inside", "after", "number"), AFTER.values(), ids=AFTER)
def test_the_item_after_a_closed_one_still_opens(inside: str, after: str, number: str) -> None:
    """Where its number follows and it is set as the others are."""
    text = f"{HEAD}\n1. Nye kajer\nSagsnr.: 26/77\n{BODY}\n2. Lukket - Salg af grund\n{inside}\n{after}"

    assert [(item.number, item.access.value) for item in meeting_of(text).items] == [
        ("1", "open"),
        ("2", "closed"),
        (number, "open"),
    ]


def test_a_pack_may_start_over_behind_a_closed_item() -> None:
    """The agenda's pages come first, then the minutes: the same numbers have the same titles."""
    items = [("1", "Nye kajer"), ("2", "Takster for både"), ("3", "Lukket - Salg af grund")]
    pages = "".join(f"\n{number}. {title}\n{BODY}" for number, title in items)

    public = redact(meeting_of(f"{HEAD}{pages}\f{pages}"))[0]
    assert [(item.number, len(item.sections)) for item in public.items] == [("1", 4), ("2", 4), ("3", 2)]


def test_items_without_a_line_of_their_own_are_read() -> None:
    """An annex may begin on the very line of a title."""
    assert understood("\nSag nr. 1 Nye kajer\n\nSag nr. 2 Takster\n").findings


def test_a_clerk_is_told_of_what_was_withheld_in_doubt() -> None:
    """With the numbers, which are no secret, and no word."""
    found = understood(HEAD + LEAKS["a list with a label under it"])

    (told,) = (finding for finding in found.findings if finding.code is Code.CLOSED_IN_DOUBT)
    assert "»3«" in told.message
    assert "punkt 2" in told.message


def test_minutes_are_no_contents_list() -> None:
    """A line over a page that sounds like the paper's first does not make a list of all between the two."""
    foot = "4 Birkevig Kommune | Referat fra mødet 05-03-2026"
    item = "Lukket punkt\nLukket - Salg\nSagsbehandler: hemmelig\nBeslutning\nGodkendt.\n"
    text = f"{HEAD}{item}Havneudvalget\n{foot}\n\n{foot}"

    found = understood(text)

    assert WITHHELD not in as_json_lines(found.left_out, "x")


def test_the_number_of_a_page_closes_nothing() -> None:
    """Where a list's columns came apart, numbers of pages stand alone among those of closed items."""
    listed = "Åbne punkter\n1\nNye kajer\n3\n2\nTakster for både\n4\nLukkede punkter\n3\nSalg af grund\n5\n"
    foot = "5. marts 2026\n2\nBirkevig Kommune – Havneudvalget\n"
    items = f"1. Nye kajer\n{BODY}2. Takster for både\n{BODY}3. Salg af grund\n{BODY}"
    found = meeting_of(f"{HEAD}Indholdsfortegnelse\n{listed}{foot}{items}").items

    assert [(item.number, item.access.value) for item in found] == [
        ("1", "open"),
        ("2", "open"),
        ("3", "closed"),
    ]


@pytest.mark.parametrize(
    "mark", ["Lukket", "(Lukket)", "Sagsnr.: 26/77   Lukket", "Sagsnr. 410026 Havneudvalget Lukket punkt"]
)
@pytest.mark.parametrize("form", ["{}. {}", "Punkt {}: {}"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_closed_item_of_other_minutes_in_the_file(mark: str, form: str, *, is_first: bool) -> None:
    """A mark or a field under its title closes it there too."""

    def minutes(day: str, titles: tuple[str, ...], last: tuple[str, str]) -> str:
        items = [(title, "", "Forvaltningen fremlægger sagen.") for title in titles[:-1]]
        items.append((titles[-1], *last))
        return f"Birkevig Kommune\nReferat\nHavneudvalget\nMødedato: {day}\n\n" + "".join(
            f"{form.format(n, title)}\n{under}\nSagsfremstilling\n\n{text}\n\nBeslutning\n\nGodkendt.\n\n"
            for n, (title, under, text) in enumerate(items, 1)
        )

    own = minutes("5. marts 2026", ("Ny dagsorden", "Veje", "Mole", "Kran", "Eventuelt"), ("", "Intet."))
    other = minutes("5. februar 2026", ("Referat", "Takster", "Salg"), (f"{mark}\n", "Ida Holm byder 4711."))
    text = f"{other}\f{own}" if is_first else f"{own}\f{other}"

    assert "Ida Holm" not in repr(redact(meeting_of(text))[0])
