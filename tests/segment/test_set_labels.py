"""Labels of a set text: known words in another form, and words with their text on the same line."""

from __future__ import annotations

import pytest

from converters.blocks import Line, ListKind, Marker
from converters.model import Access
from tests.reading import shown
from tests.segment.set_lines import heading, line, meeting

TITLES = ("Ny mole", "Leje af bolværk", "Eventuelt")
HEAD = line("Havneudvalget den 5. marts 2026")


@pytest.mark.parametrize(
    "label", ["Forvaltningen indstiller,", "Administrationen indstiller:", "Direktionen indstiller, at"]
)
def test_who_recommends_heads_the_recommendation(label: str) -> None:
    """When the words are set as a heading and stand alone."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            heading(label, 3),
            line("at sagen drøftes"),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert [section.role for item in found.items for section in item.sections] == [
        "recommendation",
        "decision",
    ] * len(TITLES)


def test_who_recommends_under_the_label_is_its_text() -> None:
    """The label that is a word of its own goes before."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            heading("Indstilling", 3),
            heading("Forvaltningen indstiller,", 3),
            line("at sagen drøftes"),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert found.items[0].sections[0].label == "Indstilling"
    assert found.items[0].sections[0].content


def test_labels_with_their_text_beside_labels_that_are_set_apart() -> None:
    """A word that comes back before its text is a section too, but not right under another's heading."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            line("Sagsfremstilling: Den gamle er slidt."),
            heading("Vurdering", 3),
            line("Kompetence: Byrådet"),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert [section.label for section in found.items[0].sections] == [
        "Sagsfremstilling",
        "Vurdering",
        "Beslutning",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        ("Sagsnr.: 26/333", "Åben sag: Nej"),
        ("Sagsnr. 26/333 Åben sag Nej",),
        ("Åbent punkt", "Nej"),
        ("Nej", "Åben sag"),
        ("Åben: nej",),
        ("Lukket: Ja",),
        ("Offentlig: Nej",),
    ],
)
def test_an_item_that_is_said_not_to_be_open_is_closed(fields: tuple[str, ...]) -> None:
    """A field may ask whether the item is open, and answer no."""
    found = meeting(HEAD, *_items(fields))

    assert [item.access for item in found.items] == [Access.OPEN, Access.OPEN, Access.CLOSED]


@pytest.mark.parametrize("fields", [("Åben sag: Ja",), ("Lukket: Nej",), ("Lukket punkt: nej",)])
def test_an_item_that_is_said_not_to_be_closed_is_open(fields: tuple[str, ...]) -> None:
    """Nor does the question alone close it."""
    found = meeting(HEAD, *_items(fields))

    assert [item.access for item in found.items] == [Access.OPEN] * 3


@pytest.mark.parametrize("letters", [("", "", "L "), ("Å ", "Å ", "L ")])
def test_a_letter_before_the_number_says_whether_the_item_is_open(letters: tuple[str, ...]) -> None:
    """L is closed, Å is open, and the letter is no part of the number."""
    found = meeting(HEAD, *_items((), letters))

    assert [(item.number, item.title, item.access) for item in found.items] == [
        ("1", "Ny mole", Access.OPEN),
        ("2", "Leje af bolværk", Access.OPEN),
        ("3", "Eventuelt", Access.CLOSED),
    ]


def _items(fields: tuple[str, ...], letters: tuple[str, ...] = ("", "", "")) -> list[Line]:
    """Three items, the last with these fields under its title."""
    return [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{letters[number - 1]}{number}. {title}", 2),
            *(line(text) for text in (fields if number == len(TITLES) else ())),
            heading("Sagsfremstilling", 3),
            line("Sagen er ikke ny."),
            heading("Beslutning", 3),
            line("Godkendt."),
        )
    ]


def test_short_items_that_are_headings_are_no_list() -> None:
    """Though only a line of text stands between them, and the agenda was a list with numbers of its own."""
    titles = ("Velkomst", "Nyt fra havnen", "Budget", "Eventuelt")
    found = meeting(
        HEAD,
        heading("Dagsorden", 1),
        *(
            line(title, marker=Marker(kind=ListKind.NUMBER, printed=str(number)))
            for number, title in enumerate(titles, 1)
        ),
        *(
            one
            for number, title in enumerate(titles, 1)
            for one in (
                line(f"Ad {number}. {title}", level=1),
                line("Der blev talt om pælene."),
                *((line("Beslutning: Rådet tager det til efterretning."),) if number == 2 else ()),
            )
        ),
    )

    assert [(item.number, item.title) for item in found.items] == [
        (str(number), title) for number, title in enumerate(titles, 1)
    ]


def test_a_committee_and_a_date_end_the_recommendation() -> None:
    """Where one label is for both, the decision begins at the committee's own heading."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            heading("Indstilling og beslutning", 3),
            line("Havnechefen indstiller, at sagen drøftes."),
            heading("Havneudvalget, den 5. marts 2026", 3),
            line("Godkendt."),
            heading(f"Bilag til punkt {number}", 3),
            line(f"Kort over kaj {number}"),
        )
    ]
    found = meeting(HEAD, *lines)

    assert [(section.role, section.label) for section in found.items[1].sections] == [
        ("recommendation", "Indstilling og beslutning"),
        ("decision", "Havneudvalget, den 5. marts 2026"),
        ("attachments", "Bilag til punkt 2"),
    ]
    assert [attachment.title for attachment in found.items[1].attachments] == ["Kort over kaj 2"]


def test_a_case_number_ends_a_title() -> None:
    """Though the reader takes its line for the next of the title's."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            line(f"{number}. {title}", gap=2),
            line(f"J.nr.: 26/10{number}", continues=True),
            line("Beslutning:", gap=1),
            line("Godkendt."),
        )
    ]
    found = meeting(HEAD, *lines)

    assert [(item.title, item.case_number) for item in found.items] == [
        (title, f"26/10{number}") for number, title in enumerate(TITLES, 1)
    ]


@pytest.mark.parametrize("decided", ["Beslutning: Rådet bakker op.", "Rådet bakker op."])
def test_unnumbered_items_that_have_the_usual_titles(decided: str) -> None:
    """Headings of one rank are items, without a label under them, when agendas begin and end so."""
    titles = ["GODKENDELSE AF DAGSORDEN", "NYT FRA HAVNEN", "BADEBRO VED MOLEN", "EVENTUELT"]
    found = meeting(
        line("Ungerådet, Birkevig Kommune"),
        line("Referat fra møde den 5. marts 2026 kl. 17"),
        line("Til stede: Signe Holt, Bo Rask"),
        *(one for title in titles for one in (heading(title, 1), line(decided))),
    )

    assert [item.title for item in found.items] == titles
    assert found.committee == "Ungerådet"


def test_who_signs_at_the_end_is_no_part_of_the_last_item() -> None:
    """The names under a heading that says so, with lines to write on."""
    found = meeting(
        HEAD,
        *_items(()),
        heading("Underskriftsside", 3),
        *(line(text) for text in ("__________", "Signe Holt", "__________", "Bo Rask")),
    )

    assert [section.label for section in found.items[-1].sections] == ["Sagsfremstilling", "Beslutning"]
    assert shown(found.items[-1].sections[-1].content) == ["Godkendt."]


@pytest.mark.parametrize("joint", [" ", "   "])
@pytest.mark.parametrize("word", ["Åbent", "Åben sag", "ÅBENT"])
def test_a_word_of_openness_behind_a_title(word: str, joint: str) -> None:
    """Set at the far side of the line it is no part of the title, however wide the gap is read."""
    found = meeting(
        HEAD,
        *(
            one
            for number, title in enumerate(TITLES, 1)
            for one in (
                heading(f"{number}. {title}{joint}{word}", 2),
                heading("Beslutning", 3),
                line("Godkendt."),
            )
        ),
    )

    assert [item.title for item in found.items] == list(TITLES)


@pytest.mark.parametrize(
    ("word", "access"),
    [("ÅBENT PUNKT", Access.OPEN), ("LUKKET PUNKT", Access.CLOSED), ("Lukket", Access.CLOSED)],
)
def test_openness_before_a_case_number(word: str, access: Access) -> None:
    """A line under the title may give both."""
    found = meeting(HEAD, *_items((f"{word} – 05.01.10G01-0003",)))

    assert [item.access for item in found.items] == [Access.OPEN, Access.OPEN, access]


def test_a_committee_in_capitals_is_the_same() -> None:
    """A heading over a decision may be set in capitals, with wider blanks."""
    lines = [
        one
        for number, title in enumerate(TITLES, 1)
        for one in (
            heading(f"{number}. {title}", 2),
            heading("Beslutning", 3),
            line("HAVNE-  OG KAJUDVALGET, DEN 5. MARTS 2026", level=4),
            line("Godkendt."),
        )
    ]
    found = meeting(line("Havne- og Kajudvalget"), line("Referat fra mødet den 5. marts 2026"), *lines)

    assert {decision.committee for item in found.items for decision in item.decisions} == {
        "Havne- og Kajudvalget"
    }
