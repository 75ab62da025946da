"""Whom a decision sends its case to."""

from __future__ import annotations

import pytest

from converters.site.next_stops import named_in

COMMITTEES = ["Teknik- og Miljøudvalget", "Økonomiudvalget", "Børne- og Skoleudvalget", "Miljøudvalget"]


@pytest.mark.parametrize(
    ("words", "stops"),
    [
        ("Anbefales over for Økonomiudvalget og Byrådet.", ("Økonomiudvalget", "Byrådet")),
        ("Udvalget indstiller til byrådet, at planen vedtages.", ("Byrådet",)),
        ("Sagen oversendes til Økonomiudvalget, Børne- og Skoleudvalget samt byrådet.",
         ("Økonomiudvalget", "Børne- og Skoleudvalget", "Byrådet")),
        ("Sendt tilbage til forvaltningen.", ("Forvaltningen",)),
        ("Forelægges for Kommunalbestyrelsen til endelig godkendelse.", ("Kommunalbestyrelsen",)),
        ("Sagen går videre til Teknik- og Miljøudvalget.", ()),
        ("Forvaltningen indstiller, at planen godkendes.", ()),
        ("Økonomiudvalget anbefalede planen.", ()),
        ("Godkendt. Byrådet takkes.", ()),
        ("Byrådets plan anbefales.", ()),
        ("Oversendes ikke til Byrådet.", ()),
        ("Indstilles på baggrund af drøftelsen i Økonomiudvalget.", ()),
        ("Udvalget anbefaler, at Byrådet godkender planen.", ("Byrådet",)),
        ("", ()),
    ],
)  # fmt: skip
def test_the_names_after_the_sending_word_are_the_stops(words: str, stops: tuple[str, ...]) -> None:
    """Names in the direction of the case count, in order; speakers, genitives, the own committee do not."""
    assert named_in(words, COMMITTEES, "Teknik- og Miljøudvalget") == stops
