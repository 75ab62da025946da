"""Tables of figures whose first column sounds like labels."""

from __future__ import annotations

import pytest

from converters.segment.untabled import untabled
from tests.segment.set_lines import tabled


@pytest.mark.parametrize("figures", [("100", "1.120"), ("80,5", "-90"), ("4 %", "12 %")])
def test_rows_that_are_named_as_labels_are(figures: tuple[str, str]) -> None:
    """Figures in several columns are no label's value."""
    source = tabled(("Økonomi", *figures), ("Klima", *figures), header=("Udvalg", "2026", "2027"))

    assert list(untabled([source])) == [source]
