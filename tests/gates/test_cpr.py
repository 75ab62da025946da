"""Personal numbers are found, and other numbers are left alone."""

import datetime as dt
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.gates.contacts import Own, find_contacts
from converters.gates.cpr import WEIGHTS, Hit, find_cpr, find_in_name, masked
from tests.gates import number_lines

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
        (f"8003585126 {FITS[:6]}-{FITS[6:]}", [True]),
        (f"Konto 1234 {FITS}", [False]),
        (f"{FITS} kr.", [False]),
        (f"Sagsnr. 26/1234 om borger {FITS}", [True]),
        (f"Vi drøftede en faktura. {FITS}", [True]),
        (f"Faktura nr. {FITS}", [False]),
        (f"Sagsnr. {FITS[:6]}-{FITS[6:]}", [False]),
        (f"{FITS};{FITS}", [True, True]),
        (f"{FITS[:6]}-{FITS[6:]}/{FITS[:6]}-{FITS[6:]}", [True, True]),
        (f"https://birkevig.dk/?id={FITS}", [False]),
        (f"CPR-nr.\n{MISSES}", [True]),
        (f"P-nr. 26\n{FITS}", [True]),
        ("8003585125-1", []),
        (f"{MISSES} (cpr)", [True]),
        ("20.03.58-5126", [True]),
        ("20.03.58-5127", []),
        ("800358-5124, 800358-5125", [True, False]),
        (f"**{FITS[:6]}**-{FITS[6:]}", [True]),
        (f"{FITS[:6]}&#8209;{FITS[6:]}", [True]),
        (f"{FITS[:6]}-\n> {FITS[6:]}", [True]),
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


def test_every_number_is_found_that_fits_or_is_called_one() -> None:
    """On 2,000 made-up lines; with no more than a hyphen it is at least likely."""
    lines = tuple(number_lines.true_lines())
    verdicts = [found(line.text) for line in lines]

    missed = [
        line for line, hits in zip(lines, verdicts, strict=True) if line.must_be_sure and True not in hits
    ]
    hyphened = [hits for line, hits in zip(lines, verdicts, strict=True) if not line.must_be_sure]

    assert len(lines) == number_lines.TRUE_LINES
    assert missed == []
    assert sum(bool(hits) for hits in hyphened) >= 0.99 * len(hyphened)


def test_other_numbers_are_seldom_taken_for_personal_ones() -> None:
    """On 20,000 made-up lines of many kinds, some with a real date and a fitting sum by chance."""
    lines = tuple(number_lines.lookalikes())
    taken = Counter(line.kind for line in lines if True in found(line.text))

    assert len(lines) == number_lines.LOOKALIKES
    assert len({line.kind for line in lines}) == len(number_lines.KINDS)
    assert taken.total() <= 0.003 * len(lines), taken


def test_a_number_with_a_control_sum_that_is_called_something_else_is_likely() -> None:
    """It stops nothing, since most such numbers are what they are called; it is pointed out."""
    assert {tuple(found(line.text)) for line in number_lines.misnamed_lines()} == {(False,)}


@pytest.mark.parametrize(
    ("name", "verdicts"),
    [
        (f"ansoegning_{FITS}.pdf", [True]),
        (f"scan{FITS}kopi-2.png", [True]),
        (f"bilag-1-{FITS[:6]}-{FITS[6:]}-2.docx", [True]),
        (f"{MISSES[:6]}_{MISSES[6:]}.pdf", [False]),
        (f"cpr{MISSES}.pdf", [True]),
        ("20260305-1630.jpg", []),
        ("punkt-14-bilag-2.pdf", []),
    ],
)
def test_a_number_is_found_in_the_name_of_a_file(name: str, verdicts: list[bool]) -> None:
    """Letters and underscores may stand right beside it."""
    assert [hit.sure for hit in find_in_name(name, TODAY)] == verdicts


@given(st.sampled_from(number_lines.SIGNS), st.sampled_from([FITS, MISSES, "8003585124"]))
def test_no_number_is_shown_in_full(sign: str, digits: str) -> None:
    """Day and month are left to find it by."""
    shown = masked(f"bilag/brev{digits[:6]}{sign}{digits[6:]}.pdf og {digits}")

    assert digits[6:] not in shown
    assert shown.startswith(f"bilag/brev{digits[:4]}")


def test_other_text_is_shown_as_it_is() -> None:
    """Dates, addresses and long numbers keep their digits."""
    text = "content/teknik/2026-03-05/punkt-14.md:12 sha256 4711 5790001234567 den 05-03-2026"

    assert masked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"{FITS}," * 60_000,
        "200358" + "*" * 500_000,
        "200358 " * 100_000,
        "https://" * 80_000 + FITS,
        f"{MISSES[:6]}-{MISSES[6:]} https://" * 30_000,
        "tlf. " * 100_000 + "@" * 100_000,
        "a" * 500_000 + "@b",
        "<" * 500_000,
        "12 34 56 " * 60_000,
    ],
    ids=lambda text: text[:12],
)
def test_no_text_takes_long(text: str) -> None:
    """Half a megabyte on one line is read in the time of half a megabyte."""
    start = time.process_time()

    for _ in find_cpr(text, TODAY):
        pass
    for _ in find_contacts(text, Own()):
        pass
    masked(text)

    assert time.process_time() - start < 5
