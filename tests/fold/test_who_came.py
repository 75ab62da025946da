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


@pytest.mark.parametrize(
    "away", ["Bo Dal (V)- afbud", "Bo Dal (V), Næstformand- afbud", "Bo Dal Afbud", "Bo Dal - afbud"]
)
def test_who_was_away_among_those_who_came(away: str) -> None:
    """The word stands behind the name, each name in a paragraph of its own."""
    found = came("Deltagere:", "", "Ida Holm (A), Formand", "", away, "", "Per Lind (O)", "")

    assert found == [("Ida Holm", "present"), ("Bo Dal", "absent"), ("Per Lind", "present")]


def test_role_and_party_below_each_name() -> None:
    """They belong to the person above."""
    people = ["Ida Holm", "Formand", "(A)", "Bo Dal", "2. næstformand", "(V)", "Per Lind", "(O)"]
    found = meeting("Havneudvalget", "Medlemmer:", *people, "Fraværende:", "Per Lind", "(O)").attendance

    assert [(one.name, one.party, one.role, one.presence) for one in found] == [
        ("Ida Holm", "A", "Formand", Presence.PRESENT),
        ("Bo Dal", "V", "2. næstformand", Presence.PRESENT),
        ("Per Lind", "O", None, Presence.ABSENT),
    ]


def test_whom_the_people_stand_for() -> None:
    """A word such as parents before them is no person; a referee is one."""
    found = came(
        *["Deltagere", "Forældre: Ida Holm, Bo Dal", "Medarbejdere og ledelse: Per Lind, Liv Mose"],
        *["Afbud: Siv Krog", "Referent: Liv Mose"],
    )

    assert found == [
        *[(name, "present") for name in ("Ida Holm", "Bo Dal", "Per Lind", "Liv Mose")],
        ("Siv Krog", "absent"),
    ]


def test_who_came_instead_is_not_absent() -> None:
    """Behind a dash, with the word last."""
    found = came("Deltagere", "Ida Holm, V", "Bo Dal, F", "Afbud", "Bo Dal, F - Liv Mose stedfortræder")

    assert found == [("Ida Holm", "present"), ("Bo Dal", "absent")]


def test_who_was_away_for_some_items() -> None:
    """It is told behind the name, with the items' numbers."""
    people = ["Ida Holm ved sag nr. 6", "Per Lind (O), sag 12-14", "Bo Dal"]
    found = came("Medlemmer:", "Ida Holm", "Per Lind (O)", "Bo Dal", "Fraværende:", *people)

    assert found == [("Ida Holm", "partly"), ("Per Lind", "partly"), ("Bo Dal", "absent")]


def test_a_sentence_on_the_front_page_about_who_was_away() -> None:
    """All came but those, and one left early."""
    found = came(
        "Medlemmerne var mødt, bortset fra Ida Holm, Bo Dal og Per Lind, der havde meldt afbud.",
        "Siv Krog forlod mødet kl. 17.10 efter behandlingen af punkt 4.",
    )

    assert found == [
        *[(name, "absent") for name in ("Ida Holm", "Bo Dal", "Per Lind")],
        ("Siv Krog", "partly"),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Ida Holm, Bo Dal, Liv", "Mose, Per Lind, H.C.", "Krog"), ("Liv Mose", "Per Lind", "H.C. Krog")),
        (("Ida Holm (A), Bo Dal (V), Liv Mose", "(B), Per Lind (O)"), ("Liv Mose", "Per Lind")),
        (
            ("direktør Ida Holm, Bo Dal, chef Liv", "Mose, byplanarkitekt", "Per Lind, Siv Krog"),
            ("Liv Mose", "Per Lind", "Siv Krog"),
        ),
        (("Ida Holm, Bo Dal, Liv Mose", "Pakhuset"), ("Liv Mose",)),
    ],
)
def test_a_line_that_ends_within_a_name(lines: tuple[str, ...], names: tuple[str, ...]) -> None:
    """As columns break it: the next line goes on with the name, or with its party."""
    assert came("Deltagere:", *lines) == [(name, "present") for name in ("Ida Holm", "Bo Dal", *names)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Medlemmer", "Ida Holm deltog", "Bo Dal var fraværende", "Per Lind deltog"),
        ("Medlemmer: Ida Holm, Bo Dal, Per Lind", "Der var afbud fra Bo Dal (V)."),
        ("Medlemmer: Ida Holm, Bo Dal, Per Lind", "", "Bo Dal var fraværende. I stedet deltog Liv Mose."),
        ("Medlemmer: Ida Holm, Bo Dal, Per Lind", "Afbud under hele mødet:", "Bo Dal"),
    ],
)
def test_sentences_that_say_who_came(lines: tuple[str, ...]) -> None:
    """One for each member, or one for those who were away."""
    found = [one for one in came(*lines) if one[0] != "Bo Dal"]

    assert found == [("Ida Holm", "present"), ("Per Lind", "present")]
    assert ("Bo Dal", "absent") in came(*lines)
