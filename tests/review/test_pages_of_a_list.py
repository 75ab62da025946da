"""A paper of which only the contents list is left."""

from __future__ import annotations

from converters.blocks import Reading
from converters.fold import understand
from converters.ledger import Reason
from converters.model import Source
from converters.readers.text import read_text


def test_page_numbers_of_the_list_are_recorded() -> None:
    """A page number behind the dots of a title stands on no page, so it is in the ledger."""
    text = "Referat\n\nIndhold\n\n1. Velkomst og dagsorden ........ 17\n2. Musik i skolen ........ 19\n"
    understood = understand(Reading(lines=read_text(text)), Source(file="referat.txt", sha256="0" * 64))
    recorded = {entry.text for entry in understood.left_out if entry.reason is Reason.CONTENTS}
    assert {"17", "19"} <= recorded
