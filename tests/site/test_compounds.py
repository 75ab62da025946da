"""Compounds come apart by the words of the archive, and only where each part is one of them."""

from __future__ import annotations

import pytest

from converters.site.compounds import Compounds, vocabulary

TEXT = """
Byrådet har ansat en koordinator for borgere med hjernerystelse. Skolerne ligger langs en sti, og en cykel
holder ved skolen. En cykel kan parkeres ved banken, og en plan for stier er på vej. En bank låner ud, en
plan følges. Bus til skole, bus til byen, bus til havnen, bus hjem. Centret plejer de ældre, og pleje koster.
Løn, løn, løn, løn og budget. Sagen blev oversendt til udvalget. Ret og ske er ord. Børn får
vand, børn vil have vand og vandet løber i en ledning. Centre for unge, børnene i et hus. Chefen og
forvaltningen talte om en gård.
Et møde, et møde, et møde. Referater læses. Lokale, lokale, lokale. Plads, pladser, parkering. Skov, skov,
skov. Råd, råd, råd, råd til alle. Støj fra vejen, vej, vej, vej, vej og vejen.
"""


@pytest.fixture(scope="module")
def compounds() -> Compounds:
    """Compounds split by the words of a small text, often enough to be believed."""
    return Compounds(vocabulary([TEXT] * 4))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("cykelsti", "cykel sti"),
        ("cykelstierne", "cykel stierne"),
        ("hjernerystelseskoordinator", "hjernerystelses koordinator"),
        ("hjernerystelseskoordinatorerne", "hjernerystelses koordinatorerne"),
        ("skolebus", "skole bus"),
        ("plejecentrene", "pleje centrene"),
        ("forvaltningschef", "forvaltnings chef"),
        ("børnehus", "børne hus"),
        ("skolegårdsplads", "skole gårds plads"),
        ("parkeringspladser", "parkerings pladser"),
        ("vandledning", "vand ledning"),
        ("mødelokalerne", "møde lokalerne"),
        ("lønbudget", "løn budget"),
    ],
)
def test_compounds_come_apart(compounds: Compounds, word: str, parts: str) -> None:
    """Two parts or three, joined by s or e or by nothing, in any form."""
    assert compounds.parts(word) == tuple(parts.split())


@pytest.mark.parametrize(
    "word",
    [
        "koordinator",  # no compound
        "oversendt",  # "over" changes a word
        "motiveret",  # "ret" is an ending here
        "økonomiske",  # so is "ske"
        "hjernerystelse",  # "rystelse" stands nowhere alone
        "banken",  # "ken" is no word
        "træbro",  # too short to be sure of
        "sti",
        "",
        "x" * 200,
    ],
)
def test_other_words_stay_whole(compounds: Compounds, word: str) -> None:
    """A word stays whole where a part is none, or an ending."""
    assert compounds.parts(word) == ()


def test_a_short_word_is_a_part_only_where_it_is_common() -> None:
    """One "bus" in the whole archive may be a slip; four are a word."""
    assert Compounds({"skole": 9, "bus": 1}).parts("skolebus") == ()
    assert Compounds({"skole": 9, "bus": 4}).parts("skolebus") == ("skole", "bus")


@pytest.mark.parametrize(
    ("whole", "pieces"), [("relevante", ("rele", "vante")), ("praktiserende", ("prakti", "serende"))]
)
def test_the_pieces_of_a_divided_word_are_no_words(whole: str, pieces: tuple[str, str]) -> None:
    """A word that a line's end divided a few times is no compound of its two pieces."""
    divided = dict.fromkeys(pieces, 4)

    assert Compounds({**divided, whole: 4}).parts(whole) == pieces
    assert Compounds({**divided, whole: 400}).parts(whole) == ()


@pytest.mark.parametrize(("word", "rest"), [("konkrete", "rete"), ("aktører", "rer"), ("programmer", "mer")])
def test_a_words_own_forms_are_no_part_of_it(word: str, rest: str) -> None:
    """The forms "aktør" and "aktører" make no word of "aktø", which is left without their endings."""
    assert Compounds({word: 90, word.removesuffix("e").removesuffix("r"): 90, rest: 20}).parts(word) == ()


def test_a_compound_of_three_parts_keeps_the_border_that_is_one() -> None:
    """A piece of a divided word is no part inside a longer compound either; the rest of it comes apart."""
    words = {"beskæfti": 4, "gelse": 4, "beskæftigelse": 600, "beskæftigelses": 1, "udvalget": 260}

    assert Compounds(words).parts("beskæftigelsesudvalget") == ("beskæftigelses", "udvalget")


def test_parts_are_the_letters_of_the_word(compounds: Compounds) -> None:
    """Nothing is lost, added or moved."""
    for word in vocabulary([TEXT]):
        assert "".join(compounds.parts(word)) in {"", word}
