"""Names of folders and files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.slugs import LONGEST_SLUG, slug


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Teknik- og Miljøudvalget", "teknik-og-miljoeudvalget"),
        ("Ældre- og Åplejeudvalget", "aeldre-og-aaplejeudvalget"),
        ("A\u030arådet", "aaraadet"),
        ("Café Érik", "cafe-erik"),
        ("12a", "12a"),
        ("19-001", "19-001"),
        ("  § 17, stk. 4 – udvalget ", "17-stk-4-udvalget"),
    ],
)
def test_danish_letters_are_written_out(text: str, name: str) -> None:
    """Æ, ø and å become ae, oe and aa however they are encoded; other accents fall."""
    assert slug(text) == name


@pytest.mark.parametrize("text", ["CON", "aux", "LPT1", "com9"])
def test_device_names_of_windows_are_avoided(text: str) -> None:
    """A name that Windows keeps for a device gets a tail."""
    assert slug(text) == f"{text.casefold()}-x"


@pytest.mark.parametrize("text", ["", "–", "???", "\u0301"])
def test_text_without_a_letter_still_has_a_name(text: str) -> None:
    """A slug is never empty."""
    assert slug(text) == "uden-navn"


@given(st.text(), st.integers(min_value=5, max_value=LONGEST_SLUG))
def test_a_slug_is_always_a_safe_name(text: str, limit: int) -> None:
    """Whatever the text, the name is short, lower-case ASCII with single hyphens inside."""
    name = slug(text, limit)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= limit


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    """A name that has been made once stays as it is."""
    assert slug(slug(text)) == slug(text)
