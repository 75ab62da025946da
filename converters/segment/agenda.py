"""The agenda: which numbered lines are its items, which belong to a contents list or to an annex."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from converters.lexicon import danish, fold
from converters.segment.closed import is_closed_title
from converters.segment.marks import Mark, Marks, Role
from converters.segment.numbering import (
    Candidate,
    Run,
    best_run,
    candidates,
    clean_title,
    echoes,
    is_confirmed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from converters.blocks import Line
    from converters.segment.stamps import Stamp

MINUTES_IN_TITLE = re.compile(r"\s*\((?P<minutes>\d{1,3})\s*min\.?\)\s*$")
MOST_RUNS = 12  # in one pack; each further one would be a list
SAME_SHARE = 0.5  # of the numbers two runs share that must have the same title
TITLE_SAMPLE = 24  # folded characters of a title that tell it from others
FEW = 3  # numbered lines with nothing to confirm them that make an agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A line that opens an item, or a part of one in a pack.

    ``number`` is None if none is printed; ``titled`` is false where the line itself is no part of
    the title, as a field or the word of openness; ``title_at`` is then the line that is.
    ``wraps`` tells that the title is known to go on in the next line, ``ends_at`` that it is whole
    and the item's text begins at that line; ``mark`` is a word of openness beside the number.
    """

    index: int
    number: str | None
    title: str
    why: str
    titled: bool = True
    title_at: int | None = None
    wraps: bool = False
    ends_at: int | None = None
    mark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The items' openings in the order of the source, and openings that belong to other papers.

    ``confirmed`` tells whether labels under the titles bear the agenda out.
    """

    openings: tuple[Opening, ...] = ()
    foreign: tuple[Opening, ...] = ()
    confirmed: bool = False


def find_agenda(lines: Sequence[Line], labels: Marks, stamps: Sequence[Stamp]) -> Agenda:
    """Find the agenda's items among the numbered lines; empty when no run looks like one."""
    stamped = [(stamp.page_start, stamp.index) for stamp in stamps]
    found = tuple(c for c in candidates(lines, labels) if not any(a <= c.index < b for a, b in stamped))
    listed = _restarted(lines, found)
    found = tuple(c for c in found if c.index not in listed)
    first = best_run(found, lines, labels)
    if first is None:
        return Agenda()
    borne_out = echoes(found, lines)
    confirmed = [c for c in first.candidates if is_confirmed(c, lines, labels) or c.index in borne_out]
    if not _believable(first, confirmed) or _ends_a_list(first, found):
        return Agenda()
    runs = _runs(first, found, lines, labels)
    main, others = _main(_clusters(runs), stamps)
    openings = sorted((c for run in main for c in run.candidates), key=lambda c: c.index)
    foreign = sorted((c for run in others for c in run.candidates), key=lambda c: c.index)
    why = _reason(openings, confirmed)
    above = _titles_above(openings, lines, labels)
    return Agenda(
        openings=tuple(above.get(c.index) or _opening(c, why) for c in openings),
        foreign=tuple(_opening(c, "et nummer i en anden dagsorden") for c in foreign),
        confirmed=bool(confirmed),
    )


def _ends_a_list(run: Run, found: Sequence[Candidate]) -> bool:
    """Tell whether the run is a single number that only goes on from the number right above it."""
    only = run.candidates[0]
    if len(run.candidates) > 1 or only.prefix:
        return False
    return any(
        c.grammar == only.grammar and c.value == only.value - 1 and 0 < only.index - c.index <= 2
        for c in found
    )


def _restarted(lines: Sequence[Line], found: Sequence[Candidate]) -> frozenset[int]:
    """Give the entries of a contents list by its head and by the numbers that start over behind it."""
    listed: set[int] = set()
    heads = [index for index, line in enumerate(lines) if is_contents_head(line.text)]
    places = [candidate.index for candidate in found]
    for head in heads[:MOST_RUNS]:
        following = found[bisect(places, head) :]
        behind = [c for c in following if c.grammar == following[0].grammar]
        stop = next((n for n, (a, b) in enumerate(pairwise(behind), 1) if a.value >= b.value), len(behind))
        block, after = behind[:stop], behind[stop : stop + 1]
        close = all(b.index - a.index <= CLOSE for a, b in pairwise(block))
        if len(block) > 1 and close and after and any(_answers(after[0], entry) for entry in block):
            listed |= {entry.index for entry in block}
    return frozenset(listed)


def is_contents_head(text: str) -> bool:
    """Tell whether a line heads a contents list: "Indholdsfortegnelse", "Indhold   Side"."""
    return len(text) <= LONGEST_HEAD and (
        fold(text) in danish().contents or fold(text.split(" ", 1)[0]) in danish().contents_words
    )


LONGEST_HEAD = 90  # characters; the word for the page may stand at the far right


def _answers(candidate: Candidate, entry: Candidate) -> bool:
    """Tell whether a numbered line is the item that an entry of the contents list announced."""
    return candidate.number == entry.number and same_title(candidate.title or entry.title, entry.title)


CLOSE = 4  # lines from one entry of a contents list to the next


def _titles_above(openings: Sequence[Candidate], lines: Sequence[Line], labels: Marks) -> dict[int, Opening]:
    """Give the openings whose title stands above the line of the number: "Salg af grund", "Sag nr. 87".

    That is so where no number's line has a title and most have one right above, under some space.
    """
    bare = [c for c in openings if not c.title or OPENNESS_ONLY.match(c.title)]
    found = {c.index: top for c in bare if (top := _top_of_title(lines, labels, c.index)) is not None}
    under = [
        c
        for c in bare
        if c.index + 1 < len(lines) and c.index + 1 not in labels and not lines[c.index + 1].gap
    ]
    if len(bare) < len(openings) or len(found) * 2 <= len(openings) or len(under) * 2 > len(openings):
        return {}
    why = "titlen over nummeret"
    return {
        c.index: Opening(
            index=found[c.index],
            number=c.number,
            title=" ".join(line.text for line in lines[found[c.index] : c.index]),
            why=why,
            ends_at=c.index + 1,
            mark=c.title.strip(" -–()[]") or None,
        )
        for c in bare
        if c.index in found
    }


OPENNESS_ONLY = re.compile(r"^\W*(?:lukket|åben|åbent)\w*(?: punkt| sag)?\W*$", re.IGNORECASE)


def _top_of_title(lines: Sequence[Line], labels: Marks, index: int) -> int | None:
    """Give the first line of the title above: at most three lines, with space above and none below."""
    if lines[index].gap:
        return None
    for top in range(index - 1, max(-1, index - 4), -1):
        if top in labels or lines[top].text.endswith((".", ":", ";")):
            return None
        if lines[top].gap or lines[top].starts_page:
            return top
    return None


def _believable(run: Run, confirmed: list[Candidate]) -> bool:
    if confirmed:
        return True
    chain = run.candidates
    if all(candidate.prefix for candidate in chain):
        return len(chain) > 1
    return len(chain) >= FEW and run.score >= len(chain)


def _runs(first: Run, found: Sequence[Candidate], lines: Sequence[Line], labels: Marks) -> list[Run]:
    """Find the further runs of the same grammar, as an agenda pack has them."""
    runs, used = [first], {c.index for c in first.candidates}
    grammar = first.candidates[0].grammar
    while len(runs) < MOST_RUNS:
        rest = [
            c
            for c in found
            if c.grammar == grammar and c.index not in used and (c.prefix or is_confirmed(c, lines, labels))
        ]
        run = best_run(rest, lines, labels)
        if run is None or not (len(run.candidates) > 2 or _same(run, first) or run.candidates[0].prefix):
            break
        runs.append(run)
        used |= {c.index for c in run.candidates}
    return runs


def _clusters(runs: list[Run]) -> list[list[Run]]:
    """Put runs together that are the same meeting: the same numbers with the same titles."""
    clusters: list[list[Run]] = []
    for run in runs:
        home = next((cluster for cluster in clusters if any(_same(run, other) for other in cluster)), None)
        if home is None:
            clusters.append([run])
        else:
            home.append(run)
    return clusters


def _same(one: Run, other: Run) -> bool:
    titles = {c.number: c.title for c in one.candidates}
    shared = [(titles[c.number], c.title) for c in other.candidates if c.number in titles]
    return bool(shared) and sum(same_title(a, b) for a, b in shared) > SAME_SHARE * len(shared)


def same_title(one: str, other: str) -> bool:
    """Tell whether two printed titles are one, though one may be cut or lack its suffix."""
    first, second = _sample(one), _sample(other)
    return bool(first and second) and (first.startswith(second) or second.startswith(first))


def _sample(title: str) -> str:
    bare = MINUTES_IN_TITLE.sub("", clean_title(title)[0])
    return re.sub(r"\W+", "", fold(bare))[:TITLE_SAMPLE]


def _main(clusters: list[list[Run]], stamps: Sequence[Stamp]) -> tuple[list[Run], list[Run]]:
    """Choose the meeting's own cluster: the one whose items the stamped annexes follow.

    Without stamps it is the cluster of the best-scored run, which comes first.
    """
    if len(clusters) == 1 or not stamps:
        return clusters[0], [run for cluster in clusters[1:] for run in cluster]
    heads = sorted(
        (c.index, c.number, place)
        for place, cluster in enumerate(clusters)
        for run in cluster
        for c in run.candidates
    )
    votes = [0] * len(clusters)
    for stamp in stamps:
        before = [(number, place) for index, number, place in heads if index < stamp.page_start]
        if before and before[-1][0] == stamp.number:
            votes[before[-1][1]] += 1
    chosen = max(range(len(clusters)), key=lambda place: (votes[place], -place))
    return clusters[chosen], [
        run for place, cluster in enumerate(clusters) if place != chosen for run in cluster
    ]


def _opening(candidate: Candidate, why: str) -> Opening:
    return Opening(
        index=candidate.index, number=candidate.number, title=candidate.title, why=why, wraps=candidate.wraps
    )


def _reason(openings: list[Candidate], confirmed: list[Candidate]) -> str:
    numbers = [c.number for c in openings]
    span = (
        numbers[0]
        if len(set(numbers)) == 1
        else f"{min(openings, key=lambda c: c.value).number}–{max(openings, key=lambda c: c.value).number}"
    )
    borne_out = f", under {len(confirmed)} af dem står et felt eller en overskrift" if confirmed else ""
    return f"numre i rækkefølge {span}{borne_out}"


def find_contents(lines: Sequence[Line], labels: Marks, agenda: Agenda) -> tuple[Marks, tuple[Opening, ...]]:
    """Mark the contents list before the first item; also give its entries that no item answers to.

    Only entries of a list without page numbers are given: a list with page numbers promises a page
    for each, and if the page is not in the source, nothing is known of the item.
    """
    if not agenda.openings:
        return {}, ()
    end = min(opening.index for opening in agenda.openings)
    entries = {c.index: c for c in candidates(lines[:end], labels)}
    titles = _by_sample(agenda.openings)
    hits = [index for index in range(end) if _is_entry(lines[index], entries.get(index), titles)]
    heads = [index for index in range(end) if is_contents_head(lines[index].text)]
    if not hits:
        return {}, ()
    first, last = hits[0], hits[-1]
    head = next((index for index in reversed(heads) if index < first and first - index <= 3), None)
    while (
        last + 1 < end
        and (last + 1 in entries or clean_title(lines[last + 1].text)[1])
        and last + 1 not in labels
    ):
        last += 1
    if first == last and head is None:
        return {}, ()
    if head is not None:
        first = head
    marks = {
        index: Mark(role=Role.CONTENTS, why="indholdsfortegnelse: titlerne kommer igen som punkter")
        for index in range(first, last + 1)
    }
    paged = any(clean_title(lines[index].text)[1] for index in range(first, last + 1))
    listed = [entries[index] for index in range(first, last + 1) if index in entries]
    return marks, () if paged else _unanswered(listed, agenda)


def _is_entry(line: Line, entry: Candidate | None, titles: Mapping[str, Sequence[Opening]]) -> bool:
    title = entry.title if entry is not None else re.sub(r"^[-•*]\s*", "", line.text)
    cleaned, dotted = clean_title(title)
    if dotted and entry is not None:
        return True
    sample = _sample(cleaned)
    return any(
        same_title(cleaned, opening.title)
        and len(sample) >= min(len(_sample(opening.title)), SHORT_TITLE)
        and (entry is None or entry.number == opening.number or opening.number is None)
        for opening in titles.get(sample[:SHORT_TITLE], ())
    )


def _by_sample(openings: Sequence[Opening]) -> dict[str, list[Opening]]:
    """Group openings by how their titles begin, so that a long agenda is not searched line by line."""
    groups: dict[str, list[Opening]] = defaultdict(list)
    for opening in openings:
        if opening.title:
            groups[_sample(opening.title)[:SHORT_TITLE]].append(opening)
    return groups


SHORT_TITLE = 6  # folded characters below which a title has to be the whole of another


def _unanswered(listed: list[Candidate], agenda: Agenda) -> tuple[Opening, ...]:
    """Entries of the list that have no page: closed ones, and those numbered before the last closed one."""
    answered = {opening.number for opening in agenda.openings}
    missing = [entry for entry in listed if entry.number not in answered]
    closed = [entry.value for entry in missing if is_closed_title(entry.title)]
    if not closed:
        return ()
    return tuple(
        _opening(entry, "står kun på dagsordenen") for entry in missing if entry.value <= max(closed)
    )


def contents_only(lines: Sequence[Line], labels: Marks) -> Agenda:
    """Read an agenda from a contents list alone, where nothing else of the items is in the source."""
    found = [c for c in candidates(lines, labels) if c.title]
    listed = [whole for c in found if (whole := _dotted(lines, c)) is not None]
    if len(listed) < 2:
        head = next((i for i, line in enumerate(lines) if is_contents_head(line.text)), None)
        listed = [c for c in found if head is not None and c.index > head]
    rising: list[Candidate] = []
    for candidate in listed:
        if not rising or candidate.value > rising[-1].value:
            rising.append(candidate)
    return Agenda(
        openings=tuple(_opening(c, "står i indholdsfortegnelsen; mere er ikke i kilden") for c in rising)
    )


def _dotted(lines: Sequence[Line], candidate: Candidate) -> Candidate | None:
    """Give an entry whose leader dots stand on its line, or on the next, to which its title wraps."""
    if clean_title(candidate.title)[1]:
        return candidate
    after = candidate.index + 1
    if after < len(lines) and clean_title(lines[after].text)[1] and not lines[after].text[:1].isdigit():
        return replace(candidate, wraps=True)
    return None
