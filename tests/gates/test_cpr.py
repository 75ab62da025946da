"""Personal numbers are found, and other numbers are left alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.gates.cpr import WEIGHTS, Hit, find_cpr

TODAY = dt.date(2026, 3, 5)
FITS = "2003585126"  # somebody born in 1858, so nobody; made up so that its control sum fits
MISSES = "2003585127"


def found(text: str) -> list[bool]:
    """For each number found, whether it is sure."""
    return [hit.sure for hit in find_cpr(text, TODAY)]


def test_the_control_sum_of_the_example_fits() -> None:
    """The weighted digits add up to a multiple of eleven."""
    assert sum(weight * int(digit) for weight, digit in zip(WEIGHTS, FITS, strict=True)) % 11 == 0


@pytest.mark.parametrize("between", ["", "-", " ", "\u2011", "–", " - ", "/", ".", "\u00a0", "\n", "\t"])
def test_a_number_is_found_however_it_is_divided(between: str) -> None:
    """Text layers and people divide it in many ways."""
    assert found(f"Borger {FITS[:6]}{between}{FITS[6:]}, Møllevej") == [True]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (f"Borger {MISSES}", []),
        (f"Borger {MISSES[:6]}-{MISSES[6:]}", [False]),
        (f"CPR-nummer: {MISSES[:6]}-{MISSES[6:]}", [True]),
        (f"cpr nr. er {MISSES}", [True]),
        ("Borger 010160-5123", [True]),
        (f"Fakturanummer {FITS}", [False]),
        (f"Fakturanummer {MISSES[:6]}-{MISSES[6:]}", []),
        (f"Faktura om CPR-nr. {FITS}", [True]),
        (f"Sum {FITS} + 4", [False]),
        (f"8003585126 {FITS[:6]}-{FITS[6:]}", [False]),
        ("Sagsnr. 310226-1234", []),
        ("3013585126", []),
        (f"1{FITS}", []),
        (f"{FITS}1", []),
        (f"a{FITS}", []),
        ("230336-4003", []),
    ],
)
def test_the_verdict_follows_sum_words_and_signs(text: str, verdicts: list[bool]) -> None:
    """Sure with a fitting sum or the word CPR; likely with a sign between; lowered by other numbers."""
    assert found(text) == verdicts


def test_a_hit_tells_line_and_birthday_and_nothing_more() -> None:
    """The message may be read by many, so it holds four of the ten digits."""
    assert list(find_cpr(f"a\nb {FITS}", TODAY)) == [Hit(line=2, day_and_month="2003", sure=True)]


@given(st.text(alphabet="0123456789 -./\n()cpr", max_size=60))
def test_no_text_stops_the_search(text: str) -> None:
    """Whatever stands there, the search ends with hits on lines that exist."""
    assert all(1 <= hit.line <= text.count("\n") + 1 for hit in find_cpr(text, TODAY))
