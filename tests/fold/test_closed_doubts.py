"""Shapes around the marks of closedness in which a closed item's text could come out."""

import pytest

from converters.redact import redact
from converters.writers.meeting import meeting_pages
from tests.reading import meeting_of

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n\n"
BODY = "Sagsfremstilling\nDer er søgt om støtte.\n\nBeslutning\nGodkendt.\n\n"
SECRET = "Sagsfremstilling\nKøberen er skjult.\n\nBeslutning\nGodkendt.\n\n"


def comes_out(text: str) -> bool:
    """Whether the secret word of a text stands on one of its pages."""
    pages = meeting_pages(redact(meeting_of(text))[0])
    return any("skjult" in page.casefold() for page in pages.values())


def states(text: str) -> list[tuple[str | None, str]]:
    """Number and access of each item."""
    return [(item.number, item.access.value) for item in meeting_of(text).items]


@pytest.mark.parametrize("below", ["ja", "[x]", "Køb af grund"])
def test_two_words_over_anything_but_a_row_are_no_heads_of_columns(below: str) -> None:
    """A tick behind the word for closed, or a title under it, closes what stands below."""
    text = f"{HEAD}Åbent punkt\n\n1. Ny kran\n\nÅbent punkt\nLukket punkt\n{below}\n\nEn skjult pris.\n\n"
    last = "Åbent punkt\n\n2. Takster for både\n\nBeslutning\nGodkendt.\n"

    assert not comes_out(text + last)
