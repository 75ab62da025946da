"""Private addresses and telephone numbers are pointed out; the municipality's own are not."""

from pathlib import Path

import pytest

from converters.gates.contacts import Contact, Own, find_contacts, own_of

OWN = Own(domains=("birkevig.dk",), phones=("9999",))


def shown(text: str) -> list[str]:
    """What is shown of what is found."""
    return [one.shown for one in find_contacts(text, OWN)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Skriv til anna.proeve@gmail.com.", ["a…@gmail.com"]),
        ("<anna@skole.birkevig.dk>, anna@birkevig.dk", []),
        ("anna@ikkebirkevig.dk", ["a…@ikkebirkevig.dk"]),
        ("Tlf. 20123456", ["20 xx xx xx"]),
        ("telefon: 2012 3456", ["20 xx xx xx"]),
        ("+45 20 12 34 56", ["20 xx xx xx"]),
        ("004520123456", ["20 xx xx xx"]),
        ("Anna 20 12 34 56", ["20 xx xx xx"]),
        ("Rådhuset 99 99 10 00, tlf. 99991000", []),
        ("CVR-nr. 20 12 34 56", []),
        ("20123456", []),
        ("EAN 57 90 00 12 34 56 7", []),
        ("2019 2020 og 20.12.34.56.78", []),
    ],
)
def test_what_is_private_is_found(text: str, found: list[str]) -> None:
    """And shown in part only."""
    assert shown(text) == found


def test_a_contact_knows_its_line() -> None:
    """So that the clerk finds it."""
    assert list(find_contacts("\n\nbo@mail.example.dk", OWN)) == [
        Contact(line=3, shown="b…@mail.example.dk", is_mail=True)
    ]


@pytest.mark.parametrize(
    ("extra", "own"),
    [
        ("  municipality: Birkevig Kommune", Own(domains=("birkevig.dk",))),
        ("  municipality: Lille Ørby Kommune", Own(domains=("lille-oerby.dk",))),
        (
            "  own_domains: birkevig.dk, fjordraadet.dk\n  own_phones: 99 99, 98 98 10 00",
            Own(domains=("birkevig.dk", "fjordraadet.dk"), phones=("9999", "98981000")),
        ),
        ("  generator: false", Own()),
    ],
)
def test_the_settings_say_what_is_the_municipalitys_own(tmp_path: Path, extra: str, own: Own) -> None:
    """Without a setting it is guessed from the name."""
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n{extra}\n", encoding="utf-8")

    assert own_of(tmp_path / "content") == own
