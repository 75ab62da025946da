"""What is shown of a closed item: two settings in ``mkdocs.yml``, and which of its sections are its decision.

    extra:
      closed_items: {title: true, decision: true}

The converter goes by them, so that nothing else enters ``content/``; the site goes by them too, for pages
that were written under others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from converters.errors import FrontMatterError
from converters.lexicon import danish, fold

SETTING = "closed_items"
DECISION_ROLE = "decision"
SECTION = re.compile(r"^## (?P<label>.*)$", re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
# What every other title or name says; one of these alone hides nothing.
SAYS_NOTHING = frozenset(
    "lukket lukkede åben åbent punkt punkter sag sager sagen bilag dagsorden referat notat nr pdf docx doc"
    " html htm txt odt rtf png jpg og i til af om på for en et den det der".split()
)
_AROUND = frozenset("lukket lukkede punkt sag".split())  # words around a title that say that it is closed
_TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Whether a closed item's public title is shown, and its published decision; its number always is."""

    title: bool = True
    decision: bool = True


def shown_in(rows: object, where: str) -> Shown:
    """Read the settings out of the value of `closed_items`, None where there is none.

    Raises FrontMatterError for anything that is not plainly one of them: a word misspelt shows too much.
    """
    if rows is None:
        return Shown()
    names = {one.name for one in fields(Shown)}
    if not isinstance(rows, Mapping) or set(rows) - names:
        raise _refusal(SETTING, where)
    return Shown(**{name: _truth(name, value, where) for name, value in rows.items()})


def _truth(name: str, value: object, where: str) -> bool:
    if str(value).casefold() not in _TRUTHS:
        raise _refusal(f"{SETTING}: {name}", where)
    return _TRUTHS[str(value).casefold()]


def _refusal(name: str, where: str) -> FrontMatterError:
    return FrontMatterError(
        f"Indstillingen {name} kan ikke læses, så det er ikke klart, hvad der må vises af lukkede punkter.",
        where=where,
        hint="Skriv closed_items: {title: true, decision: true}, hver med true eller false.",
    )


def is_telling(words: Sequence[str]) -> bool:
    """Whether words say what an item is about: not only what anything is called."""
    return any(word.casefold() not in SAYS_NOTHING and not word.isdecimal() for word in words)


def bare(title: Sequence[str]) -> Sequence[str]:
    """The words of a title without those around it that say that it is closed."""
    start, end = 0, len(title)
    while start < end and title[start].casefold() in _AROUND:
        start += 1
    while end > start and title[end - 1].casefold() in _AROUND:
        end -= 1
    return title[start:end]


def is_decision(label: str) -> bool:
    """Whether a section's label, as it stands on a page, says that a decision stands under it."""
    folded = fold(_ESCAPED.sub(r"\1", label))
    heads = tuple(f"{fold(word)} " for word in danish().decision_words)
    return danish().sections.get(folded) == DECISION_ROLE or folded.startswith(heads)


def decision_of(body: str) -> str:
    """The sections of a page's body that are decisions, as they stand there."""
    starts = [found.start() for found in SECTION.finditer(body)] + [len(body)]
    parts = [body[start:end] for start, end in pairwise(starts)]
    return "".join(part for part in parts if is_decision(part.partition("\n")[0].removeprefix("## ")))
