"""Items as portals print them: titles above their numbers, said twice, or with files under them."""

import pytest

from converters.ledger import Reason
from tests.reading import agenda, labels, left_out, meeting_of, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
BODY = "Sagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt.\n"
NUMBERS = [("1", "Bolværk ved molen"), ("2", "Ny kran på kajen"), ("3", "Takster for både")]


def test_a_button_with_the_title_over_each_item() -> None:
    """What unfolds an item has number and title; under it they stand again, the number alone on its line."""
    text = HEAD + "".join(f"\n• Pkt. {n} {title}\n\nPkt. {n}\n\n{title}\n\n{BODY}" for n, title in NUMBERS)

    assert agenda(text) == NUMBERS
    assert [words_under(item, "Beslutning") for item in meeting_of(text).items] == ["Godkendt."] * 3


TWICE = {
    "under itself": ("{0}. {1}\n\n{1}\n", Reason.CONTENTS, "{1}"),
    "for a screen reader": (
        "{0}. {1}Klik her for at folde ud og læse mere om {1}\n",
        Reason.BOILERPLATE,
        "læse mere om {1}",
    ),
    "number": (" {0}.  {0}. {1}\n", Reason.BOILERPLATE, "{0}"),
}


@pytest.mark.parametrize(("form", "reason", "again"), TWICE.values(), ids=TWICE)
def test_a_title_that_a_portal_prints_twice(form: str, reason: Reason, again: str) -> None:
    """It is the title once; what was said again is in the account."""
    text = HEAD + "".join(f"\n{form.format(n, title)}{BODY}" for n, title in NUMBERS)

    assert agenda(text) == NUMBERS
    assert [labels(item) for item in meeting_of(text).items] == [["Sagsfremstilling", "Beslutning"]] * 3
    told = " ".join(left_out(text, reason))
    assert all(again.format(*row) in told for row in NUMBERS)


def test_the_word_that_a_button_ran_into() -> None:
    """Only the source has it; the account tells of it."""
    text = f"{HEAD}\n1. Ny kranKlik her for at folde ud og læse mere om Ny kran\n{BODY}\n2. Takster\n{BODY}"

    assert "kranKlik" in left_out(text, Reason.BOILERPLATE)


def test_a_button_with_nothing_behind_it_that_ran_into_a_title() -> None:
    """The title ends where the button begins, and the mark of a closed item stays."""
    titles = ("Ny kranÅbn/luk punkt", "Lukket punkt: Salg af jordÅbn/luk punkt")
    text = HEAD + f"\n1. {titles[0]}\n{BODY}\n2. {titles[1]}\n\n3. Takster\n{BODY}"

    assert agenda(text) == [("1", "Ny kran"), ("2", "Lukket punkt: Salg af jord"), ("3", "Takster")]
    assert "kranÅbn/luk" in left_out(text, Reason.BOILERPLATE)


def test_a_title_that_begins_with_a_number_of_its_own() -> None:
    """The second treatment of a budget is no number said twice."""
    text = HEAD + f"\n1. Nye kajer\n{BODY}\n2. 2. behandling af budgettet\n{BODY}"

    assert agenda(text) == [("1", "Nye kajer"), ("2", "2. behandling af budgettet")]


@pytest.mark.parametrize(
    "row", ["Kort.pdf Notat_om_kajen.docx", "application/pdf icon Kort.pdf PDF icon Notat_om_kajen.docx"]
)
def test_files_under_a_title(row: str) -> None:
    """Their names are no part of it; they are the item's attachments."""
    text = HEAD + "".join(f"\n• {n}. {title}\n{row}\n{BODY}" for n, title in NUMBERS)

    assert agenda(text) == NUMBERS
    assert [[one.title for one in item.attachments] for item in meeting_of(text).items] == [
        ["Kort.pdf", "Notat_om_kajen.docx"]
    ] * 3


TIGHT = "{1}\nSag nr. {0}\nIndstilling\nAt sagen drøftes.\nBeslutning\n{2}\n"


def test_titles_above_their_numbers_where_nothing_is_set_apart() -> None:
    """No empty line stands anywhere; below each number is a label."""
    text = HEAD + "".join(TIGHT.format(n, title, "Godkendt.") for n, title in NUMBERS)

    assert agenda(text) == NUMBERS
    assert [words_under(item, "Beslutning") for item in meeting_of(text).items] == ["Godkendt."] * 3


def test_a_decision_above_a_number_is_no_title() -> None:
    """Where numbers have no titles, the line above is what the item before it came to."""
    text = HEAD + "".join(f"Sag nr. {n}\nBeslutning\nGodkendt\n" for n, _ in NUMBERS)

    assert agenda(text) == [(n, None) for n, _ in NUMBERS]
    assert [words_under(item, "Beslutning") for item in meeting_of(text).items] == ["Godkendt"] * 3


@pytest.mark.parametrize(
    "head",
    [
        "Referat Havneudvalget 05-03-2026",
        "Havneudvalget torsdag den 5. marts 2026 kl. 16:30",
        "Havneudvalget\nReferat • 5. marts 2026 kl. 16.30",
    ],
)
def test_the_head_of_a_page_of_one_item(head: str) -> None:
    """Whose meeting it was and when is no title, though it stands first."""
    text = f"{head}\n\nNy kran på kajen\n\nIndstilling\nAt den købes.\n\nBeslutning\nGodkendt.\n"

    assert agenda(text) == [(None, "Ny kran på kajen")]
    assert (meeting_of(text).committee, meeting_of(text).date) == ("Havneudvalget", "2026-03-05")


def test_titles_that_end_in_a_full_stop_over_openness_and_case() -> None:
    """What says that an item is open, and its case number, stand under no entry of a list."""
    text = HEAD + "".join(
        f"{n}. {title}.\nÅbent - 05.02.01A0{n} - 2026/1234{n}\n\nSagsresumé\n\nDet er slidt.\n\n"
        "Beslutning\n\nGodkendt.\n\n\n"
        for n, title in NUMBERS[:2]
    )

    assert agenda(text) == [(n, f"{title}.") for n, title in NUMBERS[:2]]


def test_the_case_number_behind_openness() -> None:
    """It is the item's."""
    body = f"Åbent - 05.02.01-G01-4{{}}-16\n{BODY}"
    text = HEAD + "".join(f"\n{n}. {title}\n{body.format(n)}" for n, title in NUMBERS)

    assert [item.case_number for item in meeting_of(text).items] == [
        f"05.02.01-G01-4{n}-16" for n, _ in NUMBERS
    ]


def test_an_item_that_a_list_of_columns_announces() -> None:
    """A closed item may be its title alone; the list bears it out, though its columns came apart."""
    listed = "".join(f"{n}\n{title}\n{n}0\n" for n, title in (*NUMBERS, ("4", "Salg af grund")))
    foot = "5. marts 2026\n2\nBirkevig Kommune\n"
    items = "".join(f"{n}. {title}\n{BODY}" for n, title in NUMBERS)
    text = f"{HEAD}Indholdsfortegnelse\n{listed}{foot}{items}4. Salg af grund\n"

    assert agenda(text) == [*NUMBERS, ("4", "Salg af grund")]


@pytest.mark.parametrize("break_", ["", "\n"])
def test_a_table_of_labels_with_bars(break_: str) -> None:
    """The text of a web page keeps a table's bars; they belong to no value."""
    rows = (
        ("Dato", "05-03-2026 16:30:00"),
        ("Udvalg", "Havneudvalget"),
        ("Sted", "Bådhuset, Kajvej 2"),
        ("PDF", ""),
    )
    head = "".join(f"{label}: |{break_ or ' '}{value} |\n" for label, value in rows)
    text = f"Referat\n{head}---|---|\n\n1. Ny kran på kajen\n{BODY}\n2. Takster for både\n{BODY}"
    found = meeting_of(text)

    assert (found.committee, found.date, found.start) == ("Havneudvalget", "2026-03-05", "16:30")
    assert found.place == "Bådhuset, Kajvej 2"
