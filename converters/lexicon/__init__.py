"""The lexicon: words of published Danish minutes, as data; the code around it knows no Danish."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REMEMBERED = 2**14  # lines; each is looked up by several questions, one after the other for a whole paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words by what they mean; keys of the mappings are folded by :func:`fold`."""

    sections: Mapping[str, str]
    fields: Mapping[str, str]
    front: Mapping[str, str]
    open_marks: frozenset[str]
    closed_marks: frozenset[str]
    open_groups: frozenset[str]
    closed_groups: frozenset[str]
    closed_alone: frozenset[str]
    minutes: frozenset[str]
    agenda: frozenset[str]
    draft: frozenset[str]
    contents: frozenset[str]
    contents_words: frozenset[str]
    cancelled: frozenset[str]
    signatures: frozenset[str]
    item_prefixes: tuple[str, ...]
    weak_prefixes: tuple[str, ...]
    open_ends: frozenset[str]
    item_types: tuple[str, ...]
    recommends: tuple[str, ...]
    former_minutes: frozenset[str]
    first_titles: frozenset[str]
    usual_titles: frozenset[str]
    decision_words: tuple[str, ...]
    body_endings: tuple[str, ...]
    body_names: tuple[str, ...]
    chrome: frozenset[str]
    chrome_prefixes: tuple[str, ...]
    attachment_icons: tuple[str, ...]
    not_bodies: frozenset[str]
    not_in_names: frozenset[str]
    verbs: frozenset[str]
    questions: frozenset[str]
    names: Mapping[str, str]
    flat_labels: tuple[str, ...]
    flat_sections: tuple[str, ...]
    flat_openers: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Fold a label to the form it is looked up by: no case, colon, accents on e, or spare blanks."""
    return " ".join(text.replace("é", "e").replace("É", "E").strip().rstrip(":").casefold().split())


@cache
def danish() -> Lexicon:
    """Load the Danish lexicon."""
    raw = tomllib.loads(resources.files(__name__).joinpath("danish.toml").read_text(encoding="utf-8"))
    return Lexicon(
        sections=_by_word(raw["sections"]),
        fields=_by_word(raw["fields"]),
        front=_by_word(raw["front"]),
        open_marks=_words(raw["openness"]["open"]),
        closed_marks=_words(raw["openness"]["closed"]),
        open_groups=_words(raw["openness"]["open_groups"]),
        closed_groups=_words(raw["openness"]["closed_groups"]),
        closed_alone=_words(raw["openness"]["closed_alone"]),
        minutes=_words(raw["documents"]["minutes"]),
        agenda=_words(raw["documents"]["agenda"]),
        draft=_words(raw["documents"]["draft"]),
        contents=_words(raw["documents"]["contents"]),
        contents_words=_words(raw["documents"]["contents_words"]),
        cancelled=_words(raw["documents"]["cancelled"]),
        signatures=_words(raw["documents"]["signatures"]),
        first_titles=_words(raw["items"]["first_titles"]),
        usual_titles=_words(raw["items"]["usual_titles"]),
        item_prefixes=tuple(raw["items"]["prefixes"]),
        weak_prefixes=tuple(raw["items"]["weak_prefixes"]),
        open_ends=_words(raw["items"]["open_ends"]),
        item_types=tuple(raw["items"]["types"]),
        recommends=tuple(raw["recommends"]["verbs"]),
        former_minutes=_words(raw["items"]["former_minutes"]),
        decision_words=tuple(raw["decision_heads"]["words"]),
        body_endings=tuple(raw["bodies"]["endings"]),
        body_names=tuple(raw["bodies"]["names"]),
        chrome=_words(raw["chrome"]["lines"]),
        chrome_prefixes=tuple(raw["chrome"]["prefixes"]),
        attachment_icons=tuple(raw["chrome"]["attachment_icons"]),
        not_bodies=_words(raw["bodies"]["not_bodies"]),
        not_in_names=_words(raw["bodies"]["not_in_names"]),
        verbs=_words(raw["headings"]["verbs"]),
        questions=_words(raw["headings"]["questions"]),
        names=raw["names"],
        flat_labels=tuple(raw["flat"]["labels"]),
        flat_sections=tuple(raw["flat"]["sections"]),
        flat_openers=tuple(raw["flat"]["openers"]),
    )


def alternatives(words: Mapping[str, str] | frozenset[str] | tuple[str, ...]) -> str:
    """Give a regular expression that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _words(listed: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in listed)


def _by_word(groups: dict[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, listed in groups.items():
        for word in listed:
            found.setdefault(fold(word), role)
    return found
