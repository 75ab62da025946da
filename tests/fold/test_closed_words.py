"""Words, fields and brackets that say of an item that it is closed, and lines that only look like them."""

import pytest

from tests.fold.test_closed_doubts import BODY, HEAD, HIDDEN, states

CLOSES = [
    "2. ØU – lukket – Salg af grund\n",
    "2. Salg af grund (closed item)\n",
    "2. Salg af grund\nTilgængelighed: Lukket\n",
    "2. Salg af grund\nMødeform: lukket\n",
    "2. Salg af grund\nPunktets behandling: Lukket, jf. § 10\n",
    "2. Salg af grund\nBehandling: For lukkede døre\n",
    "2. Salg af grund\nHavneudvalget - lukket\n",
    "2. Salg af grund\n| Status: | Lukket |\n",
]


@pytest.mark.parametrize("head", CLOSES)
def test_an_item_is_closed_and_its_neighbours_are_not(head: str) -> None:
    """The mark is the item's own, and holds for no other."""
    text = f"{HEAD}1. Nye kajer\n\n{BODY}{head}\n{HIDDEN}3. Takster\n\n{BODY}"

    assert states(text) == [("1", "open"), ("2", "closed"), ("3", "open")]


def test_a_closed_entry_that_ran_into_the_line_above() -> None:
    """Its mark tells where it begins, though it stands nowhere else."""
    text = f"{HEAD}1. Nye kajer\n\n{BODY}Eventuelt2. Lukket - Salg af grund\n\n{HIDDEN}3. Takster\n\n{BODY}"

    assert ("2", "closed") in states(text)


def test_the_hour_at_which_the_doors_are_closed() -> None:
    """It takes nothing from the words."""
    text = f"{HEAD}1. Nye kajer\n\n{BODY}Herefter lukkedes dørene kl. 18.30.\n\n2. Salg af grund\n\n{HIDDEN}"

    assert states(text) == [("1", "open"), ("2", "closed")]


@pytest.mark.parametrize(
    "line",
    [
        "Åbningstider: Lukket",
        "Mandag: Lukket",
        "Dørene lukkes kl. 22.",
        "Havnen er åben, kiosken - lukket i marts",
    ],
)
def test_a_line_in_a_text_that_closes_nothing(line: str) -> None:
    """Hours in which a place is open say nothing of the item."""
    case = f"2. Kiosk på molen\n\nSagsfremstilling\nDer er få gæster.\n{line}\n\nBeslutning\nGodkendt.\n\n"

    assert states(f"{HEAD}1. Nye kajer\n\n{BODY}{case}3. Takster\n\n{BODY}") == [
        ("1", "open"),
        ("2", "open"),
        ("3", "open"),
    ]
