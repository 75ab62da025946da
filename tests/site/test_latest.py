"""What is new on the front page."""

from __future__ import annotations

import pytest

from converters.site.latest import FORMALIA


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af dagsorden",
        "Godkendelse af dagsordenen",
        "Godkendelse af referat fra sidste møde",
        "Eventuelt",
        "Orientering fra formanden",
        "Meddelelser",
        "Underskriftsside",
        "Siden sidst",
        "Dagsorden",
        "Referat",
        "Bordet rundt",
    ],
)
def test_formalities_are_known(title: str) -> None:
    """Items that every meeting has are no news."""
    assert FORMALIA.fullmatch(title)


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af lokalplan 214",
        "Godkendelse af budget",
        "Dagsordenens punkt 3 om cykelsti",
        "Referat af borgermøde om havnen",
        "Næste skridt for havnen",
    ],
)
def test_cases_are_no_formalities(title: str) -> None:
    """A case whose title begins like a formality is still news."""
    assert not FORMALIA.fullmatch(title)
