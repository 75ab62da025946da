"""Agendas that are more than one run of numbers: contents lists, packs, items without numbers."""

import re

import pytest

from converters.ledger import Reason
from converters.model import Access
from converters.redact import redact
from tests.reading import agenda, item_of, labels, left_out, meeting_of, shown, understood, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
BODY = "Sagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt.\n"
ITEMS = f"\n1. Bolværk ved molen\n{BODY}\n2. Ny kran på kajen\n{BODY}\n3. Takster for både\n{BODY}"
NUMBERS = [("1", "Bolværk ved molen"), ("2", "Ny kran på kajen"), ("3", "Takster for både")]


CONTENTS = {
    "dots": ("Indholdsfortegnelse", "{0}. {1} ........ {0}"),
    "plain": ("Dagsorden", "{0}. {1}"),
    "dots with blanks": ("Indhold", "{0} {1} . . . . . {0}"),
}


def listed(head: str, form: str) -> str:
    """A contents list of the three items."""
    return "".join(f"{line}\n" for line in (head, *(form.format(*row) for row in NUMBERS)))


@pytest.mark.parametrize(("head", "form"), CONTENTS.values(), ids=CONTENTS)
def test_a_contents_list_is_no_agenda(head: str, form: str) -> None:
    """Its titles come back as items; it stands in the ledger."""
    text = HEAD + listed(head, form) + ITEMS

    assert agenda(text) == NUMBERS
    assert len(left_out(text, Reason.CONTENTS)) == 4
    assert labels(item_of(text, "1")) == ["Sagsfremstilling", "Beslutning"]


@pytest.mark.parametrize("head", ["Punkt {}", "Sag {} (Åben)", "Punkt {}\nÅben sag"])
def test_a_contents_list_without_a_head_where_titles_stand_under_their_numbers(head: str) -> None:
    """It is left out all the same, and so is what it says of a closed item."""
    text = HEAD + "".join(f"{n} {title}    {n}\n" for n, title in [*NUMBERS, ("4", "Køb af Fyrvej 2")])
    text += "".join(f"\n{head.format(n)}\n{title}\n{BODY}" for n, title in NUMBERS)
    text += f"\n{head.format(4).replace('Åben', 'Lukket')}\nLukket punkt\nKøb af Fyrvej 2\n"

    found = meeting_of(text)
    assert agenda(text)[:3] == NUMBERS
    assert found.items[3].access is Access.CLOSED
    assert "Bolværk" not in repr(found.front)
    assert "Fyrvej" not in repr(found.front)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_announced_title_may_end_with_a_full_stop(number: int) -> None:
    """Its number and its words stand in the contents list, so it is no sentence of a list."""
    title = NUMBERS[number - 1][1]
    text = HEAD + listed("Indholdsfortegnelse", "{0}. {1}          {0}") + ITEMS.replace(title, f"{title}.")

    assert [found for found, _ in agenda(text)] == ["1", "2", "3"]
    assert "Bolværk" not in repr(meeting_of(text).front)


PAGED = """Indholdsfortegnelse

1. Bolværk ved molen                                              3
2. Ny kran på kajen                                               4
3. Takster for både, der er længere end tolv meter og
ligger i den ydre havn                                            5
Bilagsliste                                                       9

Lukket møde
8. Køb af Fyrvej 2                                                8
"""


@pytest.mark.parametrize("printed", ["{}. ", "{}... ", "{}.. "])
def test_a_contents_list_with_pages_ends_where_its_pages_end(printed: str) -> None:
    """Entries may wrap, stand under headings of their own, and tell of items that are not in the source."""
    listed = "".join(
        re.sub(r"^(\d)\. ", lambda match: printed.format(match[1]), line)
        for line in PAGED.splitlines(keepends=True)
    )
    text = f"{HEAD}{listed}\f" + ITEMS.partition("\n3.")[0]

    found = meeting_of(text)
    assert agenda(text) == NUMBERS[:2]
    assert {item.access for item in found.items} == {Access.OPEN}
    assert all(word not in repr(found.front) for word in ("Takster", "ydre havn", "Bilagsliste", "Fyrvej"))
    contents = left_out(text, Reason.CONTENTS)
    assert "ligger i den ydre havn                                            5" in contents
    assert "Fyrvej" not in repr(contents)


def test_a_contents_list_tells_of_closed_items_that_have_no_page() -> None:
    """What stands on the list alone, up to the last closed item, is an item without a text."""
    text = (
        HEAD
        + "Dagsorden\n1. Bolværk ved molen\n2. Ny kran på kajen\n3. Takster for både\n4. Lukket - Køb\n"
        + ITEMS
    )

    (*_, last) = meeting_of(text).items
    assert (last.number, last.access.value, last.sections) == ("4", "closed", ())


def test_a_pack_is_one_meeting() -> None:
    """Its agenda pages and its minutes have the same numbers and titles."""
    pages = "".join(f"\f{n}. {title}\nBilag\nNotat om {title.lower()}\n" for n, title in NUMBERS)
    text = HEAD + pages + "\f" + ITEMS.replace("Sagsfremstilling\nDet er slidt.\n", "")

    assert agenda(text) == NUMBERS
    assert labels(item_of(text, "2")) == ["Bilag", "Beslutning"]


def test_annexed_minutes_are_no_items() -> None:
    """Another meeting's minutes, stamped as an annex, stay in the annex."""
    former = "Punkt 1: Gammel sag\nGodkendt.\nPunkt 2: Endnu en\nUdsat.\nPunkt 2, Bilag 1: Februar.pdf\n"
    own = "\fPunkt 1: Dagsorden\nGodkendt.\n\nPunkt 2: Referat\nGodkendt.\n\nPunkt 3: Eventuelt\nIntet.\n"

    found = meeting_of("Møde i februar\n" + former + own)
    assert [item.title for item in found.items] == ["Dagsorden", "Referat", "Eventuelt"]
    assert "Gammel sag" in " ".join(shown(found.items[1].attachments[0].content))


@pytest.mark.xfail(strict=True, reason="its heading is taken for a contents list's entry")
def test_annexed_minutes_keep_their_heading() -> None:
    """Though it has the words of an item's title."""
    former = "Referat\nPunkt 1: Gammel sag\nGodkendt.\nPunkt 2, Bilag 1: Referat fra februar.pdf\n"
    own = "\fPunkt 1: Dagsorden\nGodkendt.\n\nPunkt 2: Referat\nGodkendt.\n\nPunkt 3: Eventuelt\nIntet.\n"

    (_, item, _) = meeting_of(former + own).items
    assert "Gammel sag" in " ".join(shown(item.attachments[0].content))


BRACKETS = pytest.param(
    "(Åben)", marks=pytest.mark.xfail(strict=True, reason="a word in brackets alone on its line is no mark")
)


@pytest.mark.parametrize("word", ["Åbent punkt", "Åben", "ÅBENT", BRACKETS])
def test_items_without_numbers(word: str) -> None:
    """The word of openness that comes back opens each of them; the title stands under it."""
    text = HEAD + "".join(f"\n{word}\n{title}\n{BODY}" for _, title in NUMBERS)

    assert agenda(text) == [(None, title) for _, title in NUMBERS]
    assert [item.position for item in meeting_of(text).items] == [1, 2, 3]


@pytest.mark.parametrize(
    "head", ["Punkt {} (Åben)", "Sag {} (Åben)", "Punkt {}\nÅben sag", "Punkt {}\nÅbent punkt"]
)
def test_openness_between_the_number_and_the_title(head: str) -> None:
    """The word is no title, and the title stands under it."""
    text = HEAD + "".join(f"\n{head.format(n)}\n{title}\nSagsnr.: 26/10{n}\n{BODY}" for n, title in NUMBERS)

    assert agenda(text) == NUMBERS
    assert "Åben" in " ".join(left_out(text, Reason.BOILERPLATE))


@pytest.mark.parametrize("head", ["Punkt {} (Lukket)", "Punkt {}\nLukket sag"])
def test_closedness_between_the_number_and_a_line(head: str) -> None:
    """What stands under the word may be the first words of what is closed."""
    text = HEAD + "".join(f"\nPunkt {n}\nÅben sag\n{title}\n{BODY}" for n, title in NUMBERS)
    text += f"\n{head.format(4)}\nKøb af grund\n{BODY}"

    (*_, last) = redact(meeting_of(text))[0].items
    assert (last.number, last.access.value) == ("4", "closed")
    assert "Køb af grund" not in repr(last)


def test_items_without_numbers_by_their_case() -> None:
    """A case number that comes back opens them as well; the title stands above it."""
    text = HEAD + "".join(f"\n{title}\nSagsnr.: 26/10{n}\n{BODY}" for n, title in NUMBERS)

    assert agenda(text) == [(None, title) for _, title in NUMBERS]
    assert [item.case_number for item in meeting_of(text).items] == ["26/101", "26/102", "26/103"]


def test_items_without_number_or_title() -> None:
    """An item that the source gives neither has neither."""
    text = HEAD + "\nÅben\nIndstilling\nAt det godkendes.\nBeslutning\nGodkendt.\n" * 2

    assert agenda(text) == [(None, None), (None, None)]


def test_a_page_of_one_item() -> None:
    """A portal that gives every item its own page leaves one title and its sections."""
    head = "Havneudvalget\nMødedato: 5. marts 2026\n\nNy kran på kajen ved fiskerihavnen\n\n"

    assert agenda(f"{head}Indstilling\nAt den købes.\n\nBeslutning\nGodkendt.\n") == [
        (None, "Ny kran på kajen ved fiskerihavnen")
    ]


def test_a_flattened_page() -> None:
    """A web service that lost every line end leaves labels in one long line; they are cut apart again."""
    item = (
        "{0}. {1} Sagsfremstilling: Havnen har i mange år været for lille til de både, som gerne vil ligge "
        "der om sommeren. Indstilling: Forvaltningen indstiller, at planen godkendes. Beslutning: Godkendt. "
    )
    head = "Referat Havneudvalget Mødedato: 5. marts 2026 Mødested: Lokale 2 "
    text = head + "".join(item.format(*row) for row in NUMBERS)

    assert agenda(text) == NUMBERS
    assert words_under(item_of(text, "2"), "Beslutning") == "Godkendt."


def test_a_contents_list_alone() -> None:
    """Where nothing else of the items is in the source, the list gives their numbers and titles."""
    text = (
        HEAD + "Indholdsfortegnelse\n" + "".join(f"{n}. {title} ............ {n}\n" for n, title in NUMBERS)
    )

    assert agenda(text) == NUMBERS
    assert all(item.sections == () for item in understood(text).meetings[0].items)


STAMPED = HEAD + "".join(
    f"\fPunkt {number}: {title}\n{BODY}\nBilag\nPunkt {number}, Bilag 1: Notat om {title.lower()}\n"
    f"\nPunkt {number}, Bilag 2: Kort over {title.lower()}\n"
    for number, title in NUMBERS
)


def test_attachments_listed_in_the_words_of_a_stamp() -> None:
    """What an item lists under its label of attachments makes no annex of its page."""
    assert agenda(STAMPED) == NUMBERS
    assert labels(item_of(STAMPED, "2")) == ["Sagsfremstilling", "Beslutning", "Bilag"]
    assert [one.title for one in item_of(STAMPED, "2").attachments] == [
        "Punkt 2, Bilag 1: Notat om ny kran på kajen",
        "Punkt 2, Bilag 2: Kort over ny kran på kajen",
    ]


def test_a_stamp_under_a_label_of_another_items_annex_is_one() -> None:
    """An annex that ends with a label is told by its stamp all the same."""
    text = f"{STAMPED}\fNotat om bolværk\n\nTekst om bolværk.\n\nBilag\nPunkt 1, Bilag 1: Notat.pdf\n"

    assert agenda(text) == NUMBERS
    assert "Tekst om bolværk" not in words_under(item_of(text, "3"), "Bilag")


COUNCIL = "Referat af Havnerådsmøde torsdag den 5. marts 2026\nFremmødt: Ida Holm, Bo Dal og Per Lind.\n\n"


@pytest.mark.parametrize("end", [".", "?", ":", ""])
def test_a_council_without_labels_ends_its_titles_as_sentences(end: str) -> None:
    """Short ones, counted from 1, one of which many agendas have."""
    titles = ["Godkendelse af dagsorden", "Kranen på kajen", "Klage til nævnet", "Tur til søen", "Eventuelt"]
    printed = [title + (end if 0 < n < 4 else "") for n, title in enumerate(titles)]
    text = COUNCIL + "".join(
        f"{n}. {title}\nDet blev drøftet på mødet.\n\n" for n, title in enumerate(printed, 1)
    )

    assert agenda(text) == [(str(n), title) for n, title in enumerate(printed, 1)]


def test_a_numbered_list_of_sentences_in_a_letter_is_no_agenda() -> None:
    """Nothing in it is a title that agendas have."""
    rules = ["Kajen er spærret.", "Båden flyttes.", "Kranen låses.", "Porten lukkes.", "Nøglen afleveres."]
    text = "Brev til bådejere\n\n" + "".join(
        f"{n}. {rule}\nSådan er det.\n\n" for n, rule in enumerate(rules, 1)
    )

    assert not understood(text).meetings
