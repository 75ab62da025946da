"""Lists inside a closed item that are set as titles are, larger than the item itself even."""

from __future__ import annotations

from converters.redact import redact
from tests.fold.closed_lines import HEAD, told
from tests.segment.set_lines import heading, line, meeting


def test_a_list_set_as_the_titles_are_stays_in_the_closed_item() -> None:
    """Its first entry counts anew, and its second would be the next item but for that."""
    found = meeting(
        *HEAD,
        heading("1. (Lukket) Salg", 1),
        heading("Resume", 2),
        heading("1. Om Mikkelborg.", 1),
        heading("2. Køber og Mikkelborg", 1),
        line("Om Mikkelborg."),
    )

    assert "Mikkelborg" not in repr(redact(found)[0])


def test_headings_under_a_closed_item_that_is_set_as_text_are_its_list() -> None:
    """An item that is called one, and closed, is no line of text because its list is set larger."""
    listed = (heading("1. Salg til Mikkelborg", 1), line("Prisen."), heading("2. Leje", 1), line("Øvrigt."))
    found = told(
        *HEAD, line("Sag nr. 1 (Lukket) Jord"), heading("Resumé", 2), *listed, line("Sag nr. 2 Budget")
    )

    assert not any("Mikkelborg" in repr(redact(one)[0]) for one in found.meetings)
    assert "Mikkelborg" not in repr(found.documents)
