"""Case numbers behind a label, at the head of a text, and alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.case_numbers import find_case_number, is_case_number

FORMS = [
    "20/7077",
    "26/1234",
    "14/40",
    "20/119",
    "13/18514",
    "00.22.02-A26-1-13",
    "05.00.00-A00-2-17",
    "27.00.00-G01-170-23",
    "00.30.00-S00-3607-18",
    "00.01.00-Ø34-2-19",
    "450-2018-4075",
    "EMN-2024-024365",
    "2010/0123",
    "2015-0023456",
    "S2024-123",
]
LABELS = [
    "Sagsnr.:",
    "Sagsnr.: ",
    "Sagsnr. ",
    "Sagsnr:\n\n",
    "Sagsnr\n",
    "SAGSNR. ",
    "Sagsnummer: ",
    "Sagsid.: ",
    "Sags-id: ",
    "Sag: ",
    "Sag nr. ",
    "ESDH-sag: ",
    "Journalnr.: ",
    "J.nr. ",
]


@pytest.mark.parametrize("number", FORMS)
def test_every_form_is_a_case_number_alone(number: str) -> None:
    """A text that is a case number is known as one, also with a dash behind it."""
    assert is_case_number(number)
    assert is_case_number(f"  {number} -")
    assert find_case_number(f"{number} - ") == number


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("number", FORMS)
def test_every_form_is_found_behind_every_label(label: str, number: str) -> None:
    """The number is read off its label, whatever follows."""
    assert find_case_number(f"{label}{number}, Sagsbehandler: lkh") == number
    assert find_case_number(f"Åbent punkt {label}{number} Initialer: lkh") == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sagsnr.:",
        "Sagsnr.: Sagsbehandler: Lone Vig",
        "J.nr.:. Sagsid.: Initialer: Åben sag",
        "Sag nr. 74 Årsregnskab 2019",
        "Dok.nr.: 1965",
        "Telefon 5588 5588",
        "55 88 55 88",
        "55885588",
        "27-02-2018",
        "2018-02-27",
        "05/03/2024",
        "1/3-2024",
        "12/3-2024",
        "12/10",
        "24/7",
        "2020/21",
        "20/21",
        "2022-2025",
        "2.591.000 kr.",
        "1.400",
        "Budget 2020/21 og 2021/22",
        "Punktet hører sammen med 20/7077 fra i fjor",
        "Vedtaget i sag 00.22.02-A26-1-13 sidste år",
        "1/2",
        "19-001",
    ],
)
def test_other_numbers_are_no_case_numbers(text: str) -> None:
    """Dates, years, telephone numbers, amounts and references give no case number."""
    assert find_case_number(text) is None
    assert not is_case_number(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sagsnr.: 188374", "188374"),
        ("Sagsnr. 18-012345", "18-012345"),
        ("J.nr. 00.22.04", "00.22.04"),
        ("J.nr.: 00.22.04S00/88", "00.22.04S00/88"),
        ("05.01.10G01-0001", "05.01.10G01-0001"),
        ("J.nr. 00.01.A00-88", "00.01.A00-88"),
        ("Journal nr.: 074.74-2025", "074.74-2025"),
        ("Sag: SAG-20/1234", "SAG-20/1234"),
        ("Sagsnr. 12/10", "12/10"),
        ("00.22.02-A26-1-13 Godkendelse af dagsorden. Byrådet", "00.22.02-A26-1-13"),
        ("Sag nr. 74 Regnskab Journalnr.: 2010/0123 Sag fra: Økonomi", "2010/0123"),
        ("(20/1234)", "20/1234"),
        ("Sagsnummer: 2022-117-0004", "2022-117-0004"),
        ("J.nr. 8-72-12-05", "8-72-12-05"),
        ("J.nr. 6-01-2-2005", "6-01-2-2005"),
    ],
)
def test_the_label_or_the_place_decides_the_doubtful_ones(text: str, number: str) -> None:
    """Forms that could be something else count behind a label, long forms at the head."""
    assert find_case_number(text) == number


@given(st.integers(0, 99), st.integers(100, 99999))
def test_every_case_of_every_year_is_found_behind_its_label(year: int, number: int) -> None:
    """The commonest form comes back whole for each year and number."""
    assert find_case_number(f"Sagsnr.: {year:02}/{number}") == f"{year:02}/{number}"


@given(st.text(alphabet="0123456789./-A ", max_size=30))
def test_what_is_found_in_a_bare_text_stands_in_it(text: str) -> None:
    """No case number is put together from pieces."""
    number = find_case_number(text)
    assert number is None or number in text
