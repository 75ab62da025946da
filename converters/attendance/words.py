"""The words of ``lexicon/attendance.toml``, in the shapes they are looked up by."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words about people and absence; sets and mappings are keyed by :func:`fold`."""

    nobody: frozenset[str]
    ticks: frozenset[str]
    no_ticks: frozenset[str]
    joiners: frozenset[str]
    particles: frozenset[str]
    abbreviations: frozenset[str]
    parties: frozenset[str]
    party_heads: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    not_names: frozenset[str]
    not_first_names: frozenset[str]
    not_name_endings: tuple[str, ...]
    labels: Mapping[str, str]
    substitutes: tuple[str, ...]
    replacing: tuple[str, ...]
    verbs: tuple[str, ...]
    states: tuple[str, ...]
    predicates: tuple[str, ...]
    left: tuple[str, ...]
    away_from: tuple[str, ...]
    partly: tuple[str, ...]
    absent: tuple[str, ...]
    groups: frozenset[str]


def fold(text: str) -> str:
    """Text as it is looked up: no case, no colon or full stop at its end, single blanks."""
    return " ".join(text.casefold().strip(" \t\r\n\u00a0.:-–").split())


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, blanks as wide as they come."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in longest_first)


@cache
def words() -> Words:
    """The Danish words, read once."""
    path = resources.files("converters.lexicon").joinpath("attendance.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Words(
        nobody=_folded(raw["words"]["nobody"]),
        ticks=_folded(raw["words"]["ticks"]),
        no_ticks=_folded(raw["words"]["no_ticks"]),
        joiners=_folded(raw["words"]["joiners"]),
        particles=_folded(raw["words"]["particles"]),
        abbreviations=_folded(raw["words"]["abbreviations"]),
        parties=_folded(raw["parties"]["words"]),
        party_heads=_folded(raw["parties"]["heads"]),
        roles=_folded(raw["roles"]["words"]),
        role_endings=tuple(raw["roles"]["endings"]),
        not_names=_folded(raw["not_names"]["words"]),
        not_first_names=_folded(raw["not_names"]["first"]),
        not_name_endings=tuple(raw["not_names"]["endings"]),
        labels={fold(label): group for group, listed in raw["labels"].items() for label in listed},
        substitutes=tuple(raw["substitutes"]["phrases"]),
        replacing=tuple(raw["substitutes"]["replacing"]),
        verbs=tuple(raw["sentences"]["verbs"]),
        states=tuple(raw["sentences"]["states"]),
        predicates=tuple(raw["sentences"]["predicates"]),
        left=tuple(raw["sentences"]["left"]),
        away_from=tuple(raw["sentences"]["from"]),
        partly=tuple(raw["sentences"]["partly"]),
        absent=tuple(raw["sentences"]["absent"]),
        groups=_folded(raw["groups"]["words"]),
    )


def _folded(listed: list[str]) -> frozenset[str]:
    return frozenset(map(fold, listed))
