"""Runs of rising numbers among the numbered lines, and which of them can be an agenda."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from converters.blocks import Line
from converters.lexicon import fold
from converters.segment.closed import is_closed_title
from converters.segment.labels import OPENNESS_AND_CASE, label_of, unbullet
from converters.segment.marks import FURNITURE, LABELS, Marks, Role
from converters.segment.numbering import NOWHERE, OPENNESS, TITLE_LINES, Candidate, candidate_of, clean_title

LONGEST_STEP = 25  # numbers an agenda may skip at once; items that are closed are often left out
LOOK_BACK = 60  # earlier candidates a link is sought among
ECHO, SHORTEST_ECHO = 24, 4  # folded characters of a title that are compared
# Weights of a candidate and of a link, found by trial on the layouts; only their order matters.
SET_AS_HEADING, SET_AS_TEXT = 2.0, -1.5
CONFIRMED, PREFIXED, CLOSED, SPACED, UNCONFIRMED, SENTENCE, LISTED = 4.0, 2.0, 2.5, 0.5, -1.3, -2.0, -2.5
BY_ONE, BY_MORE = 1.0, 0.5
# Words: "4. Klagesag til nævnet." is a title more often than a sentence, "Sag 12 blev udsat." is not.
SHORT_TITLE = 5
FEWEST_SET = 2  # headings of one rank that make an agenda
# Labels that reports have over their chapters too.
WEAK_NAMES = frozenset(
    {"background", "process", "task", "discussion", "theme", "history", "economy", "legal"}
)
ABBREVIATIONS = ("mv.", "m.v.", "m.m.", "mm.", "kr.", "evt.", "Evt.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Candidates of one grammar with rising numbers, and how well they look like an agenda."""

    candidates: tuple[Candidate, ...]
    score: float


def best_run(
    found: Sequence[Candidate], lines: Sequence[Line], labels: Marks, announced: frozenset[int] = frozenset()
) -> Run | None:
    """Choose the run of one grammar that looks most like an agenda; None when nothing does.

    Labels under the titles decide, and the contents list that ``announced`` some; where no numbered
    line has any, rising numbers alone do.
    """
    confirmed = {c.index for c in found if is_confirmed(c, lines, labels)} | echoes(found, lines) | announced
    styled = sum(lines[c.index].level is not None for c in found) > 1
    by_rank = _of_one_rank(found, lines, labels, confirmed) if styled else None
    if by_rank is not None:
        if not _closed_outside(found, by_rank, confirmed):
            return by_rank
        found = [c for c in found if c.prefix]
    best: Run | None = None
    for grammar in dict.fromkeys(candidate.grammar for candidate in found):
        mine = [c for c in found if c.grammar == grammar]
        if confirmed and not any(c.prefix or c.index in confirmed for c in mine):
            continue
        run = _run(mine, lines, labels, confirmed, styled=styled)
        if run is not None and (best is None or run.score > best.score):
            best = run
    return best


def _of_one_rank(
    found: Sequence[Candidate], lines: Sequence[Line], labels: Marks, confirmed: set[int]
) -> Run | None:
    """Find the run of set headings of one rank that holds most items; None if no rank holds any.

    Lists and headings inside an item may count too, but hardly one entry of theirs has labels under it.
    """
    best: tuple[int, int, Run] | None = None
    ends = [index for index, line in enumerate(lines) if line.level is not None]
    for rank in sorted({level for c in found if (level := lines[c.index].level) is not None}):
        mine = [c for c in found if lines[c.index].level == rank and not _is_label(c.title)]
        stops = [index for index in ends if (lines[index].level or 0) <= rank]
        for grammar in dict.fromkeys(candidate.grammar for candidate in mine):
            group = [c for c in mine if c.grammar == grammar]
            run = _run(group, lines, labels, confirmed, styled=True)
            if run is None or len(run.candidates) < FEWEST_SET:
                continue
            held = sum(_holds(c.index, stops, labels, len(lines)) for c in run.candidates)
            if held * 2 >= len(run.candidates) and (best is None or held > best[0]):
                best = held, rank, run
    return best[2] if best else None


def _closed_outside(found: Sequence[Candidate], run: Run, confirmed: set[int]) -> bool:
    """Tell whether an item that is called one, and closed, is none of a run: headings under it are its list.

    An entry of a contents list has no labels under it.
    """
    own = {c.index for c in run.candidates}
    return any(
        c.prefix and c.index in confirmed and c.index not in own and is_closed_title(c.title) for c in found
    )


def _is_label(title: str) -> bool:
    """Tell whether a numbered heading is a label, "4. Beslutning": the item's, and no item."""
    mark = label_of(title) if title else None
    return mark is not None and mark.role in {Role.SECTION, Role.DECISION} and not mark.text


def _holds(start: int, stops: Sequence[int], labels: Marks, end: int) -> bool:
    """Tell whether a label or a field of the chamber stands under a heading, before the next as high."""
    place = bisect_right(stops, start)
    stop = stops[place] if place < len(stops) else end
    return any(
        mark.role in LABELS | {Role.BODY_DECISION} and mark.name not in WEAK_NAMES
        for index in range(start + 1, stop)
        if (mark := labels.get(index)) is not None
    )


def echoes(found: Sequence[Candidate], lines: Sequence[Line]) -> set[int]:
    """Give the candidates that a contents list bears out: number and title stand in two places."""
    places: dict[tuple[int, str], list[int]] = defaultdict(list)
    apart: set[int] = set()  # numbers alone on their line, as where a list's columns came apart
    for candidate in found:
        under = candidate.index + 1
        alone = candidate.grammar == "N" and not candidate.title and under < len(lines)
        title = lines[under].text if alone else OPENNESS.sub("", candidate.title)
        key = re.sub(r"\W+", "", fold(clean_title(title)[0]))[:ECHO]
        if len(key) >= SHORTEST_ECHO:
            places[candidate.value, key].append(candidate.index)
            apart |= {candidate.index} if alone else set()
    return {
        place
        for indexes in places.values()
        if len(indexes) > 1
        for place in indexes
        if place not in apart and not clean_title(lines[place].text)[1]
    }


def _run(
    found: list[Candidate], lines: Sequence[Line], labels: Marks, confirmed: set[int], *, styled: bool
) -> Run | None:
    """Find the best-scored rising chain; the links are sought a bounded way back."""
    weights = [
        _weight(found, place, lines, labels, confirmed) + (_set_weight(lines[c.index]) if styled else 0.0)
        for place, c in enumerate(found)
    ]
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


def _set_weight(line: Line) -> float:
    """How much a line's typography makes it an item's title, where some numbered lines are headings."""
    return SET_AS_TEXT if line.level is None else SET_AS_HEADING


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
        short = not candidate.prefix and len(candidate.title.split()) <= SHORT_TITLE
        mild = candidate.title.endswith(":") or short
        value += SENTENCE / 2 if mild else SENTENCE
    if listed:
        value += LISTED
    if is_closed_title(candidate.title):
        value += CLOSED  # nothing stands under a closed item that could confirm it
    return value + (SPACED if lines[candidate.index].gap or lines[candidate.index].starts_page else 0.0)


def is_confirmed(candidate: Candidate, lines: Sequence[Line], labels: Marks) -> bool:
    """Tell whether a label or a field stands right under the candidate's title."""
    if clean_title(candidate.title)[1] or (
        candidate.title.endswith((".", ";", ",", ":"))
        and not candidate.prefix
        and not _has_case_under(candidate, lines, labels)
    ):
        return False
    last = min(len(lines), candidate.index + TITLE_LINES + 2)
    for index in range(candidate.index + 1, last):
        mark = labels.get(index)
        if mark is not None and mark.role in LABELS:
            # A case number right above another number's title is that title's.
            leads = mark.role is Role.FIELD and index + 1 < len(lines) and index + 1 not in labels
            opens = leads and candidate_of(index + 1, unbullet(lines[index + 1].text)) is not None
            return not opens and not (mark.role is Role.FIELD and _opens_as(candidate, lines[index]))
        if mark is not None and mark.role is not Role.VALUE and mark.role not in FURNITURE:
            return False
        if candidate_of(index, lines[index].text) is not None or _ends_entry(candidate, lines[index], index):
            return False
    return False


def _has_case_under(candidate: Candidate, lines: Sequence[Line], labels: Marks) -> bool:
    """Tell whether openness and a case number stand right under, as under no entry of a list."""
    under = labels.get(candidate.index + 1)
    said = under is not None and under.role in {Role.OPEN, Role.CLOSED}
    return said and OPENNESS_AND_CASE.match(unbullet(lines[candidate.index + 1].text)) is not None


def _ends_entry(candidate: Candidate, line: Line, index: int) -> bool:
    """Tell whether a line under a number that stands alone ends a sentence: the number is a list's."""
    prose = line.text.endswith(".") and not line.text.endswith(ABBREVIATIONS)
    return candidate.grammar == "N" and index > candidate.index + 1 and prose


def _opens_as(candidate: Candidate, line: Line) -> bool:
    """Tell whether a line, "Sag nr. 2", that reads as a field is an item just as the candidate is."""
    other = candidate_of(NOWHERE, line.text)
    return other is not None and other.prefix and other.grammar == candidate.grammar


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
            # Headings with text between them are items as short as a line; under a closed one stands none.
            alike = lines[low].level is not None and lines[low].level == lines[high].level
            first = here if here.index == low else other
            headed = alike and (high - low > 1 or is_closed_title(first.title))
            if other.value - here.value == step and close and not button and not headed:
                return True
    return False
