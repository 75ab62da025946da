"""The law of closed items: no word that has to be withheld reaches a page, a claim or the ledger."""

from hypothesis import given, settings

from tests.papers import half_closed_papers
from tests.property.test_nothing_lost import published

WITHHELD = "hemli"


@given(half_closed_papers())
@settings(max_examples=300)
def test_no_word_of_a_closed_item_is_published(text: str) -> None:
    """Whatever minutes look like, what a closed item withholds stands in no file."""
    files = published(text)

    assert [name for name, page in files.files.items() if WITHHELD in page] == []
    assert WITHHELD not in str(files.ledger)
