"""Municipal words explained where they stand: each links to the glossary the first time a page uses it.

The glossary is a page of ``content/`` that anybody can write in: a heading a word, and under it what
the word means. A heading such as ``Indstilling, indstillingen`` names every form that is explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from converters.site.decision_words import Heading, excerpt, part, plain

TAG = re.compile(r"(<[^>]*>)")
# Where a link would be wrong: in another link, and in headings, which links lead to.
SHUT = re.compile(r"<(?P<end>/)?(?:a|h[1-6]|th|caption|code|pre)\b")
LONGEST = 220  # characters of an explanation that fit a tooltip
WORD_LEVEL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the glossary: where it stands there, and what it means."""

    anchor: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The words by every form they are explained in, small letters, and the pattern that finds them."""

    terms: Mapping[str, Term]
    pattern: re.Pattern[str] | None


def of(html: str, headings: tuple[Heading, ...]) -> Glossary:
    """Read the rendered page of the glossary."""
    terms: dict[str, Term] = {}
    for heading in headings:
        if heading.level == WORD_LEVEL:
            meaning = excerpt(plain(part(html, heading)), LONGEST)
            for form in heading.text.split(","):
                terms[form.strip().casefold()] = Term(anchor=heading.anchor, meaning=meaning)
    forms = "|".join(re.escape(form) for form in sorted(terms, key=len, reverse=True) if form)
    pattern = re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE) if forms else None
    return Glossary(terms=terms, pattern=pattern)


def marked(html: str, glossary: Glossary, address: str) -> str:
    """The HTML with the first use of each word linked to the glossary at ``address``."""
    if glossary.pattern is None:
        return html
    used: set[str] = set()
    return "".join(_pieces(html, glossary.pattern, glossary.terms, address, used))


def _pieces(
    html: str, pattern: re.Pattern[str], terms: Mapping[str, Term], address: str, used: set[str]
) -> Iterator[str]:
    shut = 0
    for place, piece in enumerate(TAG.split(html)):
        if place % 2:
            gate = SHUT.match(piece)
            shut += (-1 if gate["end"] else 1) if gate else 0
            yield piece
        elif shut or not piece:
            yield piece
        else:
            yield pattern.sub(lambda found: _link(found[0], terms[found[0].casefold()], address, used), piece)


def _link(word: str, term: Term, address: str, used: set[str]) -> str:
    if term.anchor in used:
        return word
    used.add(term.anchor)
    return f'<a class="term" href="{escape(address)}#{term.anchor}" title="{escape(term.meaning)}">{word}</a>'
