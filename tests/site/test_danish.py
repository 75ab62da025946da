"""Danish as a person reads it."""

from __future__ import annotations

from converters.site import danish


def test_a_date_is_written_as_it_is_said() -> None:
    """Weekday, day, month and year, in small letters."""
    assert danish.long_date("2026-03-05") == "torsdag den 5. marts 2026"
    assert danish.short_date("2026-12-31") == "31. december 2026"


def test_the_danish_letters_come_last() -> None:
    """Æ, ø and å follow z, capitals stand among small letters, and aa is an å."""
    names = [
        "Økonomiudvalget",
        "Ældrerådet",
        "Åudvalget",
        "Aabenraaudvalget",
        "byrådet",
        "Zoneudvalget",
        "Anlæg",
    ]

    assert sorted(names, key=danish.alphabetical) == [
        "Anlæg",
        "byrådet",
        "Zoneudvalget",
        "Ældrerådet",
        "Økonomiudvalget",
        "Aabenraaudvalget",
        "Åudvalget",
    ]


def test_the_time_of_a_meeting_may_lack_its_end() -> None:
    """What is not printed is not shown."""
    assert danish.clock("15:30", "18:10") == "kl. 15.30–18.10"
    assert danish.clock("15.30", None) == "kl. 15.30"
    assert danish.clock(None, None) is None


def test_names_are_listed_with_og() -> None:
    """The last name is joined by a word."""
    assert danish.listing(("Asta", "Bertil", "Signe")) == "Asta, Bertil og Signe"
    assert danish.listing(("Asta",)) == "Asta"
    assert danish.listing(()) == ""


def test_one_is_not_many() -> None:
    """A noun follows its number."""
    assert danish.count(1, "punkt", "punkter") == "1 punkt"
    assert danish.count(0, "punkt", "punkter") == "0 punkter"
