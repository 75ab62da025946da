"""Asks at the terminal for what was not said as an option. The operator's guide answers each question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from converters.town.settings import Town

QUESTIONS = {
    "municipality": "Kommunens navn",
    "colour": "Kommunens farve, f.eks. #7a1f3d (tom: Referats egen)",
    "contact": "Hvor kan borgerne skrive til? Mail, telefon eller adresse på en side",
    "accessibility_statement": "Tilgængelighedserklæringens adresse (tom: kommer senere)",
    "site_url": "Hjemmesidens egen adresse, f.eks. https://referater.birkevig.dk/ (tom: kommer senere)",
}
COMMITTEE = "Et udvalg, som navnet skrives i referaterne (tom: ikke flere)"


def asked(town: Town, ask: Callable[[str], str]) -> Town:
    """The town with what the answers add; what was said is not asked again."""
    for name, question in QUESTIONS.items():
        if not getattr(town, name):
            answer: Any = _answer(ask, question)  # each of these settings is a text
            town = replace(town, **{name: answer})
    committees = list(town.committees)
    while not town.committees and (name := _answer(ask, COMMITTEE)):
        committees.append(name)
    return replace(town, committees=tuple(committees))


def _answer(ask: Callable[[str], str], question: str) -> str:
    return " ".join(ask(f"{question}: ").split())
