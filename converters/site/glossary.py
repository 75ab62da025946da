"""Municipal words explained where they stand: each links to the glossary the first time a page uses it.

The glossary is a page of ``content/`` that anybody can write in: a heading a word, and under it what
the word means. A heading such as ``Indstilling, indstillingen`` names every form that is explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
    return Glossary(terms=terms, pattern=_pattern([form for form in terms if form]))


def _pattern(forms: list[str]) -> re.Pattern[str] | None:
    """What finds the forms in text of small letters, the longest first; None for no forms."""
    words = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if forms else None


def marked(html: str, glossary: Glossary, address: str) -> str:
    """The HTML with the first use of each word linked to the glossary at ``address``."""
    if glossary.pattern is None:
        return html
    # Few of the words are on a page, and in few of its pieces: whether a form is in a text is told at once.
    small = html.lower()
    present = [form for form in glossary.terms if form and form in small]
    if not present:
        return html
    return "".join(_pieces(html, glossary, address, present))


def _pieces(html: str, glossary: Glossary, address: str, present: Sequence[str]) -> Iterator[str]:
    shut = 0
    used: set[str] = set()
    for place, piece in enumerate(TAG.split(html)):
        if place % 2:
            gate = SHUT.match(piece)
            shut += (-1 if gate["end"] else 1) if gate else 0
            yield piece
        elif shut or not piece or not _holds(piece.lower(), present):
            yield piece
        else:
            yield from _linked(piece, glossary, address, used)
            present = [form for form in present if glossary.terms[form].anchor not in used]


def _holds(text: str, forms: Sequence[str]) -> bool:
    return any(form in text for form in forms)


def _linked(text: str, glossary: Glossary, address: str, used: set[str]) -> Iterator[str]:
    if glossary.pattern is None:
        return
    small, end = text.lower(), 0
    for found in glossary.pattern.finditer(small) if len(small) == len(text) else ():
        yield text[end : found.start()]
        end = found.end()
        yield _link(text[found.start() : end], glossary.terms[found[0]], address, used)
    yield text[end:]


def _link(word: str, term: Term, address: str, used: set[str]) -> str:
    if term.anchor in used:
        return word
    used.add(term.anchor)
    return f'<a class="term" href="{escape(address)}#{term.anchor}" title="{escape(term.meaning)}">{word}</a>'
