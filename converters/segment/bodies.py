"""Names of committees and councils, told by how they end and by what stands around them."""

from __future__ import annotations

import re
from functools import cache

from converters.lexicon import alternatives, danish, fold

LONGEST_NAME = 90  # characters; "Udvalget for plan, udvikling og kultur (PUK)" has 44
TERM = re.compile(r"\s*\((?:\d{2,4}\s?[-–]\s?\d{2,4}|[A-ZÆØÅ]{2,5})\)$")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)?")
# "§ 17, stk. 4-udvalget om Landsbyer": named by the paragraph that lets it be
PARAGRAPH = re.compile(r"^§ ?17,? stk\. ?4[ -]?udvalg(?:et)?(?: [^.:;|]{3,60})?$", re.IGNORECASE)
MUNICIPALITY = re.compile(r"\b([A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)?) (?:[Kk]ommune|KOMMUNE)(?:s|ns)?\b")

# A letterhead in capitals: "BIRKEVIG KOMMUNE"
IN_CAPITALS = re.compile(r"^\W*([A-ZÆØÅ]{3,}(?:-[A-ZÆØÅ]{3,})?) KOMMUNES?\b")


# A region or a former county publishes as a municipality does: its name is a line or a column of one.
REGION = re.compile(r"(?:Region [A-ZÆØÅ][a-zæøåé]+(?: [A-ZÆØÅ][a-zæøåé]+)?|[A-ZÆØÅ][\wæøå]+ (?:Amt|AMT))")
COLUMNS = re.compile(r"\s{3,}|\s+[-–|·]\s+|,\s+")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(danish().body_endings)})s?\b", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    """A committee's name inside running text: capitalised words up to a known ending."""
    endings, names = alternatives(danish().body_endings), alternatives(danish().body_names)
    # "Teknik- og Miljøudvalget", "Plan & Kulturudvalget", "Teknik, Erhverv og Miljøudvalget"; a word
    # with the definite ending is a body of its own: "Byrådet og Økonomiudvalget" are two
    word = r"[A-ZÆØÅ][a-zæøåé]+(?<!en)(?<!et)"
    joined = rf"(?:(?:[A-ZÆØÅ][\wæøåé]*-(?:,| og) |{word} & ){{1,3}}|{word}(?:, {word}){{0,3}},? og )?"
    long_form = r"Udvalget for [A-ZÆØÅa-zæøå][^.:;\n]{2,60}?(?=,? den |,? d\. |$|, \d)"
    council = r"[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)? Byråd\b"
    # "Kgs. Birkevang Lokaludvalg": its part of town is its name
    part = r"[A-ZÆØÅ][a-zæøåé]+(?:[-/][A-ZÆØÅ][a-zæøåé]+)*"
    local = rf"(?:(?:Kgs|Gl|Sdr|Ndr)\. |(?:Indre|Ydre) )?{part} Lokal(?:udvalg|råd)\b"
    plain = rf"[A-ZÆØÅ][a-zæøåé]*(?:-[A-ZÆØÅ]?[a-zæøåé]+)?(?:{endings})\b"
    return re.compile(rf"\b(?:{long_form}|{council}|{local}|(?:{names})\b|{joined}{plain})")


@cache
def _names() -> frozenset[str]:
    return frozenset(fold(name) for name in danish().body_names)


def is_body(text: str) -> bool:
    """Tell whether the whole text is a committee's name: "Teknik- og Miljøudvalget", "Byrådet (18-21)"."""
    name = TERM.sub("", text.strip().rstrip(":,"))
    if PARAGRAPH.match(name):
        return True
    if not name or len(name) > LONGEST_NAME or not name[0].isupper() or re.search(r"[.;:!?/|]|\d{3}", name):
        return False
    words = IN_BRACKETS.sub("", name).split()  # "Ida Holm (Havnerådet)" is somebody
    if not words:
        return False
    paper = len(words) > 1 and fold(words[0]) in danish().minutes | danish().agenda
    if len(words) > 9 or paper or fold(name) in danish().not_bodies:
        return False
    if fold(name) in _names() or (
        len(words) > 2 and fold(words[0]) in {"udvalget", "udvalg"} and words[1] == "for"
    ):
        return True
    return bool(_ending().fullmatch(words[-1][-14:]) or _ending().search(words[-1])) and _all_name_like(words)


def _all_name_like(words: list[str]) -> bool:
    """Tell whether every word but the small joining ones has a capital, as names of committees do."""
    return all(
        word[:1].isupper() or word in {"og", "for", "i", "på", "af", "samt", "&"} or word[-1] == ","
        for word in words[:-1]
    )


def bodies_in(text: str) -> tuple[str, ...]:
    """Find committees' names in running text, in order."""
    return tuple(match.group().rstrip(",") for match in _inside().finditer(text))


def regions_in(text: str) -> tuple[str, ...]:
    """Find the region or the county whose paper it is: "Region Sund", "HEDEBY AMT        Amtsrådet"."""
    pieces = (piece.strip() for piece in COLUMNS.split(text))
    return tuple(
        " ".join(word.capitalize() if word.isupper() else word for word in piece.split())
        for piece in pieces
        if REGION.fullmatch(piece)
    )


def municipalities_in(text: str) -> tuple[str, ...]:
    """Find names of municipalities ("Eksempel Kommune") in running text, as "Eksempel Kommune"."""
    letterhead = IN_CAPITALS.match(text)
    if letterhead is not None:
        return (f"{letterhead.group(1).title()} Kommune",)
    return tuple(f"{match.group(1)} Kommune" for match in MUNICIPALITY.finditer(text))
