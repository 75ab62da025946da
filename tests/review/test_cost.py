"""A converter's cost is linear in the length of its source, whatever the source repeats."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from converters.blocks import Reading
from converters.fold import understand
from converters.model import Source
from converters.readers.text import read_text
from converters.segment.closed import is_closed_title
from converters.segment.repeats import group_named

HEAD = "Birkevig Kommune\nReferat\nTeknikudvalget\nMødedato: 5. marts 2024\n\n"
SHORT, FACTOR = 15_000, 4  # characters; linear cost grows by the factor, quadratic by its square
SLACK = 2.5  # times linear, since a clock is no measuring rod
LEAST = 0.2  # seconds below which nothing is told

REPEATED = {
    "heads of tables": "Navn Sag Beslutning\n",
    "bullets alone on their lines": "•\n",
    "lists in lists": "• abe:\n- bed\no Abe\na) abe\n1. bed\n",
    "labels of absence": "Afbud fra ",
    "words divided at lines' ends": "abe-\nbed-\n",
    "items": "\n1. Sag om vej\nBeslutning\nGodkendt.\n",
    "items without numbers": "Åben sag\nKøb af vej\nBeslutning\nGodkendt\n",
    "words of decisions": "godkendt ",
    "sentences of decisions": "Godkendt. ",
    "figures": "Abe 12,3 45,6 78 9\n",
    "dates": "den 12. marts 2024 kl. 12.30 ",
    "addresses": "https://birkevig.example/bilag/kort.pdf\n",
    "pages": "\fa\n",
}


def seconds(text: str) -> float:
    """How long it takes to understand a source."""
    started = time.process_time()
    understand(Reading(lines=read_text(text)), Source(file="referat.txt", sha256="0" * 64))
    return time.process_time() - started


@pytest.mark.parametrize("what", REPEATED)
def test_cost_is_linear(what: str) -> None:
    """Four times the text takes about four times as long."""
    piece = REPEATED[what]
    head = f"{HEAD}1. Sag om veje\nBeslutning\n"
    short, long = (head + piece * (size // len(piece)) for size in (SHORT, SHORT * FACTOR))
    assert seconds(long) < max(LEAST, seconds(short)) * FACTOR * SLACK


@pytest.mark.parametrize("reads", [is_closed_title, group_named])
def test_blanks_in_a_line_cost_no_more_than_their_length(reads: Callable[[str], object]) -> None:
    """A column far to the right stands behind many of them."""
    started = time.process_time()
    for word in ("Lukket", "1.", "Åbent punkt"):
        reads(f"{word}{' ' * 20_000}x")
    assert time.process_time() - started < LEAST
