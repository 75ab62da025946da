"""Numbered lines: which of them could open an item of some agenda."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from converters.lexicon import alternatives, danish, fold
from converters.segment.labels import unbullet
from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.marks import Marks

POSTAL_CODE = 4  # digits
TITLE_LINES = 4  # a title wraps over this many lines at most

# "SUU-17/07-B  Salg af grund": the committee's letters, number and year, and the kind of case
CODE = re.compile(
    r"^(?P<number>[A-ZÆØÅ]{2,5}-\d{1,4}/\d{2,4}(?:-[A-ZÆØÅ])?)(?:-(?P<word>LUKKET))?\.?:?\s+(?P<title>\S.*)$"
)

# One grammar a row; the first that fits a line names its class.  Each quotes a line it reads.
GRAMMARS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("N:", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\s?:\s+(?P<title>\S.*)$")),  # 2 : Virksomhedsbesøg
    ("N-", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\s+[-–]\s+(?P<title>\S.*)$")),  # 12 - Salg af grund
    ("code", CODE),
    ("yy-N", re.compile(r"^(?P<number>\d{2}-\d{2,4})\.?:?\s+(?P<title>\S.*)$")),  # 19-001 Salg af grund
    # 212. Dagsorden, and in a contents list 2... Dagsorden
    ("N.", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\.(?:\.{1,3}(?=\s))?(?!\d)\s*(?P<title>\S.*)$")),
    ("N)", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\)\s+(?P<title>\S.*)$")),  # 3) Salg af grund
    ("N  ", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\s{2,}(?P<title>\S.*)$")),  # 24  Salg af grund
    ("N ", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\s(?P<title>\S.*)$")),  # 66 Salg af grund
    ("Nx", re.compile(r"^(?P<number>\d{1,4})(?P<title>[A-ZÆØÅ].*)$")),  # 38Salg af grund
    ("N", re.compile(r"^(?P<number>\d{1,3}[a-z]?)\.?$")),  # 1, and the title on the next line
)
# "(Åben) Salg af grund", or the word in a column of its own before the title
_OPENNESS = r"(?:åben|åbent|lukket)(?: punkt| sag)?"
OPENNESS = re.compile(
    rf"^(?:\((?P<word>{_OPENNESS})\)\s*|(?P<column>{_OPENNESS})\s{{2,}})(?=\S)", re.IGNORECASE
)
# "Salg af grund          Lukket punkt": the word in a column of its own behind the title
OPENNESS_LAST = re.compile(
    rf"^(?P<title>.*\S)(?:\s{{3,}}\(?|\s+(?=(?-i:Åbent?|ÅBENT?)(?: punkt| sag)?$))(?P<word>{_OPENNESS})\)?$",
    re.IGNORECASE,
)
# "lukket 4 Salg af grund": the word before the number
OPENNESS_FIRST = re.compile(rf"^(?P<word>{_OPENNESS})\s+(?P<rest>\d.*)$", re.IGNORECASE)
# "L 3. Støtte til borger": a letter before the number says whether the item is closed or open
LETTER_FIRST = re.compile(r"^(?P<word>[LÅ])\s{0,2}(?P<rest>\d{1,3}[.:)]\s+.*)$")
# "4. (L) Salg af grund", "4. (L)" with the title below: the letter between number and title
LETTER_AFTER = re.compile(r"^(?P<number>\d{1,3}[.:)]?)\s*[(\[](?P<word>[LÅ])[)\]](?:\s+(?P<rest>\S.*)|$)")
LETTERS = {"L": "Lukket", "Å": "Åben"}
# "3,6 mio. kr. til ...", "5 mio. kr.", "3 børn": an amount, a share or a date; "4. Børn og unge" is an item.
AMOUNT = re.compile(
    r"^\d[\d.,]*(?:(?<![.,])\s*(?:%|(?:[Mm]io|[Mm]ia|[Kk]r|[Pp]ct|procent"
    r"|timer|dage|uger|mdr|år|km|m2|m²|elever|børn|borgere|sager|stk|x)\b)"
    r"|\s*(?i:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b)"
)
TITLE_START = re.compile(r"^[\"*'“”»«‘’(§\[]*[A-ZÆØÅ0-9ÀÁÈÉ]")
# A row of dots is read from its first one: what is behind it would be asked again from every dot.
DOTS = re.compile(
    r"(?<!\s)\s*(?:(?:(?<!\.)\.{4,}|(?<!\. )(?:\. ){4,}\.?|(?<!…)…{2,}|(?<!_)_{4,})"
    r"\s*(?P<page>[\divxl]{1,5})?"
    r"|(?:\.{3}|…)\s*[\divxl]{1,5})\s*$",
    re.IGNORECASE,
)
LEADERS = ("...", ". . . .", "…", "____")  # one of them is in whatever the pattern above reads
# "Forvaltningen indstiller, at" goes on with what is numbered below it.
LEADS_IN = re.compile(r"\b(?:indstill\w*|anbefal\w*|foreslår|beslutter)\b[^.]{0,120}\bat:?$")
ENTRY_LINES = 3  # from one entry of such a list to the next
ORDERED = r"(?i:behandling|kvartal|halvår|runde|etape|fase)"  # "3. Kvartal 2026" is a title as it stands
DIGIT = re.compile(r"\d")
# Texts whose reading is kept: each line is asked about three times, at a hundredth of the whole conversion.
ASKED_AGAIN = 20_000
NOWHERE = -1  # the index of what was read of a text alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that could open an item: its index, grammar, number as printed and as a value."""

    index: int
    grammar: str
    number: str
    value: int
    title: str
    prefix: bool = False
    wraps: bool = False  # the next line is known to be the title's end


@cache
def _prefixed() -> re.Pattern[str]:
    """Read "Punkt 3: Title", "Nr.143 - Title", "Sag nr. 74 Title" and "Punkt 4" alone."""
    words = alternatives((*danish().item_prefixes, *danish().weak_prefixes))
    # "Sag 306-2025-41 Dok. 306-2025-7" is a case's number, whatever is printed behind it.
    return re.compile(
        rf"^(?P<word>{words})\s*(?P<number>\d{{1,4}}[a-z]?)(?!-\d\d)(?:\s*[:.]?\s*[-–]\s*|\s*[:.]\s*|\s+|$)(?P<title>.*)$",
        re.IGNORECASE,
    )


def candidates(lines: Sequence[Line], taken: Marks) -> tuple[Candidate, ...]:
    """Find every line that could open an item of some agenda, in order."""
    found = []
    entry: Candidate | None = None  # the last one of a list that a sentence leads into
    for index, line in enumerate(lines):
        mark = taken.get(index)
        if mark is not None and mark.role is not Role.FIELD:
            continue
        candidate = candidate_of(index, unbullet(line.text))
        if candidate is None:
            continue
        led = index > 0 and LEADS_IN.search(lines[index - 1].text) is not None
        if not candidate.prefix and (led or _goes_on(entry, candidate)):
            entry = candidate
        else:
            found.append(candidate)
    return tuple(found)


def _goes_on(entry: Candidate | None, candidate: Candidate) -> bool:
    """Tell whether a numbered line is the next entry of the list that a sentence leads into."""
    return (
        entry is not None
        and (entry.grammar, entry.value + 1) == (candidate.grammar, candidate.value)
        and candidate.index - entry.index <= ENTRY_LINES
    )


def candidate_of(index: int, text: str) -> Candidate | None:
    """Read a line as the opening of an item, None if it cannot be one."""
    opening = _opening(text)
    return None if opening is None else replace(opening, index=index)


@lru_cache(maxsize=ASKED_AGAIN)
def _opening(text: str) -> Candidate | None:
    """Read a text as the opening of an item, wherever it stands."""
    if not DIGIT.search(text):
        return None
    if text[:1].isdigit() or CODE.match(text):
        lettered = LETTER_AFTER.match(text)
        return _numbered(text) if lettered is None else _lettered(lettered)
    match = OPENNESS_FIRST.match(text) or LETTER_FIRST.match(text)
    if match is not None:
        inner, word = _numbered(match["rest"]), LETTERS.get(match["word"], match["word"])
        return None if inner is None else replace(inner, title=f"({word}) {inner.title}")
    match = _prefixed().match(text) if text[:1].isalpha() or text[:1] == "#" else None
    if match is None:
        return None
    title = match["title"]
    # "Punkt 7 udgår ..." is a sentence, "Punkt 4" alone or "Punkt 571 Spørgetid" a heading.
    starts = TITLE_START.match(title) or title.startswith("(")
    if title and not (starts and any(map(str.isalpha, title))):
        return None  # "Sag 306-2025-41" is a case's number
    number = match["number"]
    strong = fold(match["word"]) not in {fold(word) for word in danish().weak_prefixes}
    return Candidate(
        index=NOWHERE,
        grammar=re.sub(r"\W", "", match["word"]).casefold() or match["word"],
        number=number,
        value=_value(number),
        title=title.strip(),
        prefix=strong,
    )


def _lettered(match: re.Match[str]) -> Candidate | None:
    """Read a number with a letter of openness behind it; without a title that is in the next line."""
    rest = match["rest"] or ""
    inner = _numbered(f"{match['number']} {rest}".strip())
    word = f"({LETTERS[match['word']]})"
    return None if inner is None else replace(inner, title=f"{word} {inner.title}".strip(), wraps=not rest)


def _numbered(text: str) -> Candidate | None:
    if AMOUNT.match(text):
        return None
    for grammar, pattern in GRAMMARS:
        match = pattern.match(text)
        if match is None:
            continue
        title = match["title"].strip() if "title" in pattern.groupindex else ""
        if "word" in pattern.groupindex and match["word"]:
            title = f"({match['word']}) {title}"
        twice = number_again(match["number"], title)
        title = title[twice.end() :] if twice else title
        bare = OPENNESS.sub("", title)
        if grammar != "N" and not TITLE_START.match(bare):
            return None
        if grammar != "N" and not any(map(str.isalpha, bare)):
            return None
        if len(match["number"]) == POSTAL_CODE and len(bare.split()) < 3:
            return None  # "9998 Nordmarken"
        return Candidate(
            index=NOWHERE, grammar=grammar, number=match["number"], value=_value(match["number"]), title=title
        )
    return None


def number_again(number: str, title: str) -> re.Match[str] | None:
    """Find an item's number at the head of its title, where a page's list counted "1. 1. Salg af grund"."""
    return re.match(rf"\W{{0,3}}{re.escape(number)}[.)]\s+(?=[A-ZÆØÅ])(?!{ORDERED})", title)


def _value(number: str) -> int:
    """Give what a number counts by: the last part of "19-001", the first of "SUU-17/07-B"."""
    if "/" in number:
        return int(re.sub(r"\D", "", number.split("/", 1)[0]))
    return int(re.sub(r"\D", "", number.rsplit("-", 1)[-1]))


def leader_dots(text: str) -> re.Match[str] | None:
    """Find the leader dots at a line's end, with the page number behind them if there is one."""
    return DOTS.search(text) if any(dots in text for dots in LEADERS) else None


def clean_title(title: str) -> tuple[str, bool]:
    """Take a contents list's leader dots and page number off; tell whether there were any."""
    match = leader_dots(title)
    return (title[: match.start()].rstrip(), True) if match else (title.strip(), False)
