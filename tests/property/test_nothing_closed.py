"""The law of closed items: no word that has to be withheld reaches a page, a claim or the ledger."""

from hypothesis import given, settings

from tests.papers import ALIKE, half_closed_papers
from tests.property.test_nothing_lost import published

WITHHELD = "hemli"


@given(half_closed_papers())
@settings(max_examples=300)
def test_no_word_of_a_closed_item_is_published(text: str) -> None:
    """Whatever minutes look like, what a closed item withholds stands in no file."""
    assert_nothing_withheld_is_shown(text)


@given(half_closed_papers(ALIKE))
@settings(max_examples=300)
def test_no_list_of_a_closed_item_is_published(text: str) -> None:
    """Nor where its lists have numbers as the items have."""
    assert_nothing_withheld_is_shown(text)


def assert_nothing_withheld_is_shown(text: str) -> None:
    """No file of a source holds a secret word, nor does the ledger."""
    files = published(text)

    assert [name for name, page in files.files.items() if WITHHELD in page] == []
    assert WITHHELD not in str(files.ledger)
