"""The sign of a committee."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.site import signs
from tests.site.municipality import ROOT


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Teknik- og Miljøudvalget", "TM"),
        ("Økonomiudvalget", "ØK"),
        ("Udvalget for Klima og By", "UK"),
        ("Byrådet", "BY"),
        ("Rådet", "RÅ"),
        ("Direktionsmøde", "DI"),
        (None, "?"),
        ("§ 17,4", "?"),
    ],
)
def test_a_sign_has_the_first_letters_of_the_name(name: str | None, letters: str) -> None:
    """Two words give their initials, one word its first two letters, none a question mark."""
    assert signs.of(name).letters == letters


@given(st.text(max_size=40))
def test_every_sign_has_letters_and_a_colour_of_the_style_sheet(name: str) -> None:
    """Whatever a committee is called, its sign can be shown."""
    sign = signs.of(name)
    css = (ROOT / "overrides/assets/referat.css").read_text(encoding="utf-8")

    assert 1 <= len(sign.letters) <= 6  # a capital may take more signs than its small letter
    assert f".sign--{sign.colour} " in css
