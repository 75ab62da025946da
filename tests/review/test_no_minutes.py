"""Papers that are no minutes, though some of their words are."""

from __future__ import annotations

import pytest

from converters.blocks import Reading
from converters.fold import understand
from converters.model import Source
from converters.readers.text import read_text

TEXT = "Kommunen har arbejdet med sagen i nogle år, og der er nu brug for en plan.\n"

PAPERS = {
    "a report whose chapters have a background": "Klimaplan\n\n"
    f"1. Skybrud\nBaggrund\n{TEXT}\n2. Havstigning\nBaggrund\n{TEXT}\n3. Tørke\nBaggrund\n{TEXT}",
    "a note on economy": f"Notat om driften\n\n1. Drift\nØkonomi\n{TEXT}\n2. Anlæg\nØkonomi\n{TEXT}",
    "an answer to a hearing": f"Høringssvar\n\nTil Teknikudvalget\n{TEXT}\nIndstilling\n{TEXT}",
    "a letter with a list": f"Birkevig Kommune\n\nKære beboer\n{TEXT}\n1. Vejen lukkes.\n2. Bussen kører.\n",
}


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_kept_as_a_document(paper: str) -> None:
    """Labels that reports have too make no meeting of a paper that does not call itself minutes."""
    understood = understand(
        Reading(lines=read_text(PAPERS[paper])), Source(file="papir.txt", sha256="0" * 64)
    )
    assert understood.documents
    assert not understood.meetings
