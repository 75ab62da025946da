"""The law of the account: every word of a source is on a page or in the ledger."""

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings

from converters.errors import ConversionError
from converters.readers.encoding import decode
from tests.accounting import Published, publish, unaccounted
from tests.papers import papers

FOUND = [
    "Punkt1 Godkendelse af dagsorden\nPunkt2\n",
    "Punkt 21 G dagsorden\nPunkt 22 Lokalplan\nPunkt 23 N\nPunkt 21\nPunkt 22 Lokalplan\nPunkt 23 N\n",
]


def published(text: str) -> Published:
    """The pages and the ledger of a text, converted in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return publish(text, Path(folder))


def is_text(text: str) -> bool:
    """Whether a reader takes it for a text at all."""
    try:
        decode(text.encode(), where="referat.txt")
    except ConversionError:
        return False
    return True


@given(papers().filter(is_text))
@settings(max_examples=300)
def test_no_word_of_minutes_is_lost(text: str) -> None:
    """Whatever minutes look like, each of their words is on a page or in the ledger."""
    assert unaccounted(text, published(text)) == Counter()


@pytest.mark.parametrize("text", FOUND)
def test_no_word_is_lost_that_once_was(text: str) -> None:
    """Found by fuzzing: what runs together with a number, and a number without a title that comes back."""
    assert unaccounted(text, published(text)) == Counter()
