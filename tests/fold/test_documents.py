"""Sources that are no minutes."""

import pytest

from converters.findings import Code
from tests.reading import document_of, headings, shown, understood

DECK = "Plan for havnen\nBirkevig Kommune\n5. marts 2026\n\n\fTre trin\n1. Kajen males\n2. Kranen flyttes\n"
LETTER = (
    "Til havnens brugere\n\nVi har set på takster for både i den gamle havn.\n\nVenlig hilsen\nHavnefogeden\n"
)
REPORT = "Rapport om støj\n\n1. Indledning\nDer er målt støj i havnen.\n\n2. Resultater\nDen er for høj.\n"


@pytest.mark.parametrize("text", [DECK, LETTER, REPORT], ids=["slides", "a letter", "a report"])
def test_it_is_a_document_with_all_its_text(text: str) -> None:
    """Its numbered lists and headings make no meeting of it, and the clerk is told."""
    found = understood(text)

    assert found.meetings == ()
    assert Code.NOT_MINUTES in {finding.code for finding in found.findings}
    written = " ".join(shown(found.documents[0].content)).split()
    assert {word for word in text.split() if word[-1].isalpha()} <= set(written)


def test_its_title_is_its_first_line() -> None:
    """The first line of more than a word that is no date."""
    assert document_of(LETTER).title == "Til havnens brugere"


def test_without_a_line_that_could_be_one_its_title_is_the_files_name() -> None:
    """A page needs a name."""
    assert document_of("Kort\n\nHavn\n", file="kort-over-havnen.txt").title == "kort-over-havnen"


def test_a_date_is_taken_where_there_is_but_one() -> None:
    """With two, nobody can tell."""
    assert document_of(DECK).date == "2026-03-05"
    assert document_of(DECK + "Høring til 8. april 2026\n").date is None


def test_the_municipality_is_one_that_is_named() -> None:
    """A word before "kommunen" in a sentence is no name."""
    assert document_of(DECK).municipality == "Birkevig Kommune"
    assert document_of(LETTER).municipality is None


@pytest.mark.xfail(strict=True, reason="a sentence that begins with a word before kommunens")
def test_a_sentences_first_word_is_no_municipality() -> None:
    """It has a capital, as names have."""
    assert document_of(LETTER + "Fra kommunens side er der ingen planer.\n").municipality is None


def test_its_headings_stay() -> None:
    """A document has no sections, but it may have headings."""
    assert "Støj om natten" in headings(
        document_of(f"Rapport\n\nStøj om natten\n{'Den er for høj. ' * 4}\n").content
    )
