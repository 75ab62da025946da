"""Numbered lines, and the runs of rising numbers among them that can be an agenda."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from converters.lexicon import alternatives, danish, fold
from converters.segment.closed import is_closed_title
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, LABELS, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.marks import Marks

LONGEST_STEP = 25  # numbers an agenda may skip at once; items that are closed are often left out
POSTAL_CODE = 4  # digits
TITLE_LINES = 4  # a title wraps over this many lines at most
LOOK_BACK = 60  # earlier candidates a link is sought among

# One grammar a row; the first that fits a line names its class.  Each quotes a line it reads.
GRAMMARS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("N:", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\s?:\s+(?P<title>\S.*)$")),  # 2 : Virksomhedsbesøg
    ("N-", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\s+[-–]\s+(?P<title>\S.*)$")),  # 12 - Salg af grund
    ("yy-N", re.compile(r"^(?P<number>\d{2}-\d{2,4})\.?:?\s+(?P<title>\S.*)$")),  # 19-001 Salg af grund
    ("N.", re.compile(r"^(?P<number>\d{1,4}[a-z]?)\.(?!\d)\s*(?P<title>\S.*)$")),  # 212. Dagsorden
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
OPENNESS_LAST = re.compile(rf"^(?P<title>.*\S)\s{{3,}}\(?(?P<word>{_OPENNESS})\)?$", re.IGNORECASE)
# "lukket 4 Salg af grund": the word before the number
OPENNESS_FIRST = re.compile(rf"^(?P<word>{_OPENNESS})\s+(?P<rest>\d.*)$", re.IGNORECASE)
# "3,6 mio. kr. til ..." and "5 mio. kr.": an amount, a share or a date, never an item.
AMOUNT = re.compile(
    r"^\d[\d.,]*\s*(?:mio|mia|kr|pct|procent|%|timer|dage|uger|mdr|år\b|km|m2|m²|elever|børn|borgere|sager|stk|x\b"
    r"|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)",
    re.IGNORECASE,
)
TITLE_START = re.compile(r"^[\"'“”»«‘’(§\[]*[A-ZÆØÅ0-9ÀÁÈÉ]")
DOTS = re.compile(
    r"\s*(?:(?:\.{4,}|(?:\. ){4,}\.?|…{2,}|_{4,})\s*(?P<page>[\divxl]{1,5})?"
    r"|(?:\.{3}|…)\s*[\divxl]{1,5})\s*$",
    re.IGNORECASE,
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Candidates of one grammar with rising numbers, and how well they look like an agenda."""

    candidates: tuple[Candidate, ...]
    score: float


@cache
def _prefixed() -> re.Pattern[str]:
    """Read "Punkt 3: Title", "Nr.143 - Title", "Sag nr. 74 Title" and "Punkt 4" alone."""
    words = alternatives((*danish().item_prefixes, *danish().weak_prefixes))
    return re.compile(
        rf"^(?P<word>{words})\s*(?P<number>\d{{1,4}}[a-z]?)(?:\s*[:.]?\s*[-–]\s*|\s*[:.]\s*|\s+|$)(?P<title>.*)$",
        re.IGNORECASE,
    )


def candidates(lines: Sequence[Line], taken: Marks) -> tuple[Candidate, ...]:
    """Find every line that could open an item of some agenda, in order."""
    found = []
    for index, line in enumerate(lines):
        mark = taken.get(index)
        if mark is not None and mark.role is not Role.FIELD:
            continue
        candidate = candidate_of(index, unbullet(line.text))
        if candidate is not None:
            found.append(candidate)
    return tuple(found)


def candidate_of(index: int, text: str) -> Candidate | None:
    """Read a line as the opening of an item, None if it cannot be one."""
    if text[:1].isdigit():
        return _numbered(index, text)
    match = OPENNESS_FIRST.match(text)
    if match is not None:
        inner = _numbered(index, match["rest"])
        return None if inner is None else replace(inner, title=f"({match['word']}) {inner.title}")
    match = _prefixed().match(text) if text[:1].isalpha() else None
    if match is None:
        return None
    title = match["title"]
    if title and not (TITLE_START.match(title) or title.startswith("(")):
        return None
    # "Punkt 7 udgår ..." is a sentence, "Punkt 4" alone or "Punkt 571 Spørgetid" a heading.
    number = match["number"]
    strong = fold(match["word"]) not in {fold(word) for word in danish().weak_prefixes}
    return Candidate(
        index=index,
        grammar=re.sub(r"\W", "", match["word"]).casefold(),
        number=number,
        value=_value(number),
        title=title.strip(),
        prefix=strong,
    )


def _numbered(index: int, text: str) -> Candidate | None:
    if AMOUNT.match(text):
        return None
    for grammar, pattern in GRAMMARS:
        match = pattern.match(text)
        if match is None:
            continue
        title = match["title"].strip() if "title" in pattern.groupindex else ""
        bare = OPENNESS.sub("", title)
        if grammar != "N" and not TITLE_START.match(bare):
            return None
        if grammar != "N" and not any(map(str.isalpha, bare)):
            return None
        if len(match["number"]) == POSTAL_CODE and len(bare.split()) < 3:
            return None  # "9998 Nordmarken"
        return Candidate(
            index=index, grammar=grammar, number=match["number"], value=_value(match["number"]), title=title
        )
    return None


def _value(number: str) -> int:
    digits = re.sub(r"\D", "", number.rsplit("-", 1)[-1])
    return int(digits)


def best_run(found: Sequence[Candidate], lines: Sequence[Line], labels: Marks) -> Run | None:
    """Choose the run of one grammar that looks most like an agenda; None when nothing does.

    Labels under the titles decide; where no numbered line has any, rising numbers alone do.
    """
    confirmed = {c.index for c in found if is_confirmed(c, lines, labels)} | echoes(found, lines)
    best: Run | None = None
    for grammar in dict.fromkeys(candidate.grammar for candidate in found):
        mine = [c for c in found if c.grammar == grammar]
        if confirmed and not any(c.prefix or c.index in confirmed for c in mine):
            continue
        run = _run(mine, lines, labels, confirmed)
        if run is not None and (best is None or run.score > best.score):
            best = run
    return best


def echoes(found: Sequence[Candidate], lines: Sequence[Line]) -> set[int]:
    """Give the candidates that a contents list bears out: number and title stand in two places."""
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    for candidate in found:
        key = re.sub(r"\W+", "", fold(clean_title(OPENNESS.sub("", candidate.title))[0]))[:ECHO]
        if len(key) >= SHORTEST_ECHO:
            places[candidate.value, key].append(candidate.index)
    return {
        place
        for indexes in places.values()
        if len(indexes) > 1
        for place in indexes
        if not clean_title(lines[place].text)[1]
    }


ECHO, SHORTEST_ECHO = 24, 4  # folded characters of a title that are compared


def _run(found: list[Candidate], lines: Sequence[Line], labels: Marks, confirmed: set[int]) -> Run | None:
    """Find the best-scored rising chain; the links are sought a bounded way back."""
    weights = [_weight(found, place, lines, labels, confirmed) for place in range(len(found))]
    scores: list[float] = []
    before: list[int | None] = []
    for place, candidate in enumerate(found):
        best, link = 0.0, None
        for earlier in range(place - 1, max(0, place - LOOK_BACK) - 1, -1):
            step = candidate.value - found[earlier].value
            # Past an earlier item of the same number lies another meeting's agenda.
            if step == 0 and (found[earlier].prefix or found[earlier].index in confirmed):
                break
            if 0 < step <= LONGEST_STEP:
                value = scores[earlier] + (BY_ONE if step == 1 else BY_MORE - step / 100)
                # Of two equally good links the nearer is the likelier.
                if value > best:
                    best, link = value, earlier
        scores.append(best + weights[place])
        before.append(link)
    if not scores:
        return None
    last: int | None = max(range(len(scores)), key=lambda place: (scores[place], -place))
    score = scores[last] if last is not None else 0.0
    chain: list[Candidate] = []
    while last is not None:
        chain.append(found[last])
        last = before[last]
    return Run(candidates=tuple(reversed(chain)), score=score)


# Weights of a candidate and of a link, found by trial on the layouts; only their order matters.
CONFIRMED, PREFIXED, CLOSED, SPACED, UNCONFIRMED, SENTENCE, LISTED = 4.0, 2.0, 2.5, 0.5, -1.3, -2.0, -2.5
BY_ONE, BY_MORE = 1.0, 0.5


def _weight(
    found: Sequence[Candidate], place: int, lines: Sequence[Line], labels: Marks, confirmed: set[int]
) -> float:
    """How much a candidate looks like an item by itself, from what stands around it."""
    candidate = found[place]
    listed = not candidate.prefix and _in_a_list(found, place, lines, labels)
    value = PREFIXED if candidate.prefix else 0.0
    if candidate.index in confirmed:
        value += CONFIRMED
    elif confirmed and not candidate.prefix and not is_closed_title(candidate.title):
        value += UNCONFIRMED
    if candidate.title.endswith((".", ";", ",", ":")) and not candidate.title.endswith(ABBREVIATIONS):
        value += SENTENCE
    if listed:
        value += LISTED
    if is_closed_title(candidate.title):
        value += CLOSED  # nothing stands under a closed item that could confirm it
    return value + (SPACED if lines[candidate.index].gap or lines[candidate.index].starts_page else 0.0)


ABBREVIATIONS = ("mv.", "m.v.", "m.m.", "mm.", "kr.", "evt.", "Evt.")


def is_confirmed(candidate: Candidate, lines: Sequence[Line], labels: Marks) -> bool:
    """Tell whether a label or a field stands right under the candidate's title."""
    if clean_title(candidate.title)[1] or (
        candidate.title.endswith((".", ";", ",", ":")) and not candidate.prefix
    ):
        return False
    last = min(len(lines), candidate.index + TITLE_LINES + 2)
    for index in range(candidate.index + 1, last):
        mark = labels.get(index)
        if mark is not None and mark.role in LABELS:
            # A case number right above another number's title is that title's.
            leads = mark.role is Role.FIELD and index + 1 < len(lines) and index + 1 not in labels
            return not (leads and candidate_of(index + 1, unbullet(lines[index + 1].text)) is not None)
        if mark is not None and mark.role is not Role.VALUE and mark.role not in FURNITURE:
            return False
        if candidate_of(index, lines[index].text) is not None:
            return False
    return False


def _in_a_list(found: Sequence[Candidate], place: int, lines: Sequence[Line], labels: Marks) -> bool:
    """Tell whether the neighbours in number are neighbours in place too, as in a list or contents."""
    here = found[place]
    for step in (-1, 1):
        if 0 <= place + step < len(found):
            other = found[place + step]
            low, high = sorted((here.index, other.index))
            # With space above each they are short items, not entries of a list; with a web page's
            # button between them as well.
            close = high - low <= 2 and lines[high].gap == 0
            button = any(labels[i].role in FURNITURE for i in range(low + 1, high) if i in labels)
            if other.value - here.value == step and close and not button:
                return True
    return False


def clean_title(title: str) -> tuple[str, bool]:
    """Take a contents list's leader dots and page number off; tell whether there were any."""
    match = DOTS.search(title)
    return (title[: match.start()].rstrip(), True) if match else (title.strip(), False)
