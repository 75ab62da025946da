"""Who came and who did not, as front pages of plain text list them."""

import pytest

from converters.model import Presence
from tests.fold.test_facts import meeting


def came(*front: str) -> list[tuple[str, str]]:
    """Name and presence of each person on a front page of these lines."""
    return [(one.name, one.presence.value) for one in meeting("Havneudvalget", *front).attendance]


def test_who_came_beside_who_did_not() -> None:
    """Two lists stand in columns that a text layer parts by blanks alone."""
    found = came(
        "TIL STEDE                              AFBUD",
        "Bodil Rishøj (formand)                 Esben Fuglede",
        "Frede Hjelmager, Stensby               Ida Vium, Stensby",
        "Charlotte Bruus",
    )

    assert found == [
        ("Bodil Rishøj", "present"),
        ("Frede Hjelmager", "present"),
        ("Charlotte Bruus", "present"),
        ("Esben Fuglede", "absent"),
        ("Ida Vium", "absent"),
    ]


def test_a_name_that_goes_on_in_the_next_line() -> None:
    """A list with commas breaks where its line is full."""
    found = came("Deltagere: Aase Krog, Knud Bjørnholt, Erling Haahr, Ruth", "Ankersen og Villy Kudsk")

    assert [name for name, _ in found][-2:] == ["Ruth Ankersen", "Villy Kudsk"]


def test_all_but_one() -> None:
    """A sentence that names who was away."""
    assert came("Medlemmerne var til stede, undtagen:", "Elly Thanning") == [("Elly Thanning", "absent")]


def test_attendance() -> None:
    """Those who came and those who did not, with party and role as printed."""
    found = meeting(
        *["Referat", "Havneudvalget", "Til stede:", "Anna Holm (A), formand", "Bo Lind (V)"],
        *["Fraværende:", "Per Dam (O)"],
    )

    told = [(one.name, one.party, one.role, one.presence) for one in found.attendance]
    assert told == [
        ("Anna Holm", "A", "formand", Presence.PRESENT),
        ("Bo Lind", "V", None, Presence.PRESENT),
        ("Per Dam", "O", None, Presence.ABSENT),
    ]


@pytest.mark.parametrize(
    "list_of_people",
    [
        "Deltagere: Signe Holt (A), Bo Rask (V) fraværende: Bo Rask (V)",
        "Deltagere: Signe Holt (A), formand Bo Rask (V) Fraværende: Bo Rask (V)",
        "Deltagere: Signe Holt (A), Bo Rask (V)\nAfbud: Bo Rask (V). Suppleant: Liv Mose (V) for Bo Rask.",
        "Deltagere: Signe Holt (A), Bo Rask (V)\nIkke til stede: Bo Rask (V)",
        "Deltagere: Signe Holt (A)\nBo Rask (V) fraværende: Bo Rask (V)",
        "Deltagere: Signe Holt (A), Bo Rask (V)\nAfbud:\nBo Rask (V) – ingen stedfortræder",
        "Deltagere: Signe Holt (A), Bo Rask (V)\nAfbud: Bo Rask (V)\nReferent: Liv Mose",
        "Til stede: Signe Holt (A)\nFølgende medlemmer var fraværende:\n• Bo Rask (V) – suppleant Liv Mose",
    ],
)
def test_where_the_list_of_the_absent_begins_and_ends(list_of_people: str) -> None:
    """A label in the middle of a line begins it, and a label that is not of people ends it."""
    found = meeting("Havneudvalget den 5. marts 2026", *list_of_people.split("\n")).attendance

    assert [(one.name, one.presence) for one in found] == [
        ("Signe Holt", Presence.PRESENT),
        ("Bo Rask", Presence.ABSENT),
    ]
