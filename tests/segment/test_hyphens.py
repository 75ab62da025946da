"""Words that were divided at a line's end, joined again or left alone."""

import pytest

from converters.segment.hyphens import Vocabulary, join

NONE = Vocabulary(())


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("mellem Nørrekær-", "Kornhøj og havnen", "mellem Nørrekær-Kornhøj og havnen"),
        ("til 20-", "30 procent", "til 20-30 procent"),
        ("sundheds-", "og ældreområdet", "sundheds- og ældreområdet"),
        ("drift-", "eller anlægsbudgettet", "drift- eller anlægsbudgettet"),
        ("børne-", "samt ungeområdet", "børne- samt ungeområdet"),
        ("fra by-", "til landområder", "fra by- til landområder"),
        ("en U-", "vending", "en U-vending"),
        ("Niveau-3-", "kurser", "Niveau-3-kurser"),
        ("CO2-", "aftryk", "CO2-aftryk"),
        ("se https://birkevig.example/sag-", "om-vej", "se https://birkevig.example/sag-om-vej"),
        ("en ”kan”-", "bestemmelse", "en ”kan”-bestemmelse"),
    ],
    ids=[
        *["a capital", "a number", "og", "eller", "samt", "til", "one letter", "a number before the hyphen"],
        *["a number inside", "an address", "a quotation"],
    ],
)
def test_the_hyphen_is_the_words_own(left: str, right: str, whole: str) -> None:
    """It stays, and nothing is recorded, since nothing is lost."""
    assert join(left, right, NONE) == (whole, None)


def test_a_divided_word_is_joined() -> None:
    """The hyphen goes, and the two pieces are recorded."""
    assert join("om bibliote-", "kernes åbningstid", NONE) == (
        "om bibliotekernes åbningstid",
        "bibliote- kernes",
    )


def test_a_word_that_stands_elsewhere_in_one_piece_is_joined() -> None:
    """The document itself tells how it spells the word."""
    known = Vocabulary(["Brandvej og byvej er e-boksede"])

    assert join("langs brand-", "vej", known)[0] == "langs brandvej"


def test_a_word_that_stands_elsewhere_with_its_hyphen_keeps_it() -> None:
    """As long as the document does not also spell it in one word."""
    assert join("to test-", "personer", Vocabulary(["en test-personer"]))[0] == "to test-personer"
    assert join("to test-", "personer", Vocabulary(["test-personer testpersoner"]))[0] == "to testpersoner"


def test_a_soft_hyphen_always_goes() -> None:
    """It never was more than leave to divide, not even before a capital."""
    assert join("Nørre\u00ad", "Kornhøj", NONE) == ("NørreKornhøj", "Nørre\u00ad Kornhøj")


def test_the_hyphen_of_unicode_is_a_hyphen() -> None:
    """U+2010 looks the same and does the same."""
    assert join("bibliote\u2010", "ket", NONE)[0] == "biblioteket"
    assert join("sundheds\u2010", "og ældreområdet", NONE)[0] == "sundheds\u2010 og ældreområdet"


def test_lines_without_a_hyphen_get_a_blank_between_them() -> None:
    """A dash with a blank before it divides no word."""
    assert join("forslaget", "blev godkendt", NONE) == ("forslaget blev godkendt", None)
    assert join("forslaget -", "også kaldet planen", NONE)[0] == "forslaget - også kaldet planen"
