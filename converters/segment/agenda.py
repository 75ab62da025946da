"""The agenda: which numbered lines are its items, which belong to a contents list or to an annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converters.blocks import Line
from converters.lexicon import danish, fold
from converters.segment.above import titles_above
from converters.segment.contents import announced, restarted, worded
from converters.segment.marks import Marks
from converters.segment.numbering import Candidate, candidates
from converters.segment.opening import Agenda, opening_of
from converters.segment.runs import Run, best_run, echoes, is_confirmed
from converters.segment.stamps import Stamp
from converters.segment.titles import same_title

MOST_RUNS = 12  # in one pack; each further one would be a list
SAME_SHARE = 0.5  # of the numbers two runs share that must have the same title
FEW = 3  # numbered lines with nothing to confirm them that make an agenda


def find_agenda(lines: Sequence[Line], labels: Marks, stamps: Sequence[Stamp]) -> Agenda:
    """Find the agenda's items among the numbered lines; empty when no run looks like one."""
    stamped = [(stamp.page_start, stamp.index) for stamp in stamps]
    found = tuple(c for c in candidates(lines, labels) if not any(a <= c.index < b for a, b in stamped))
    listed = restarted(lines, found) | worded(lines, found, labels)
    named = announced(found, listed)
    found = tuple(c for c in found if c.index not in listed)
    first = best_run(found, lines, labels, named)
    if first is None:
        return Agenda()
    borne_out = echoes(found, lines) | named
    confirmed = [c for c in first.candidates if is_confirmed(c, lines, labels) or c.index in borne_out]
    if not _believable(first, confirmed) or _ends_a_list(first, found):
        return Agenda()
    runs = _runs(first, found, lines, labels)
    main, others = _main(_clusters(runs, lines, labels), stamps)
    openings = sorted((c for run in main for c in run.candidates), key=lambda c: c.index)
    foreign = sorted((c for run in others for c in run.candidates), key=lambda c: c.index)
    why = _reason(openings, confirmed)
    above = titles_above(openings, lines, labels)
    return Agenda(
        openings=tuple(above.get(c.index) or opening_of(c, why) for c in openings),
        foreign=tuple(opening_of(c, "et nummer i en anden dagsorden") for c in foreign),
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


def _believable(run: Run, confirmed: list[Candidate]) -> bool:
    if confirmed:
        return True
    chain = run.candidates
    if all(candidate.prefix for candidate in chain):
        return len(chain) > 1
    return len(chain) >= FEW and (run.score >= len(chain) or _is_usual(chain))


def _is_usual(chain: Sequence[Candidate]) -> bool:
    """Tell whether a run counts from 1 without a gap and has a title of those that many agendas have."""
    usual = danish().first_titles | danish().usual_titles
    counted = all(candidate.value == place for place, candidate in enumerate(chain, 1))
    return len(chain) > FEW and counted and any(fold(c.title).strip(" .:") in usual for c in chain)


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
        if run is None or not (
            len(run.candidates) > 2
            or _same(run, first, _titles(run, first, lines=lines, labels=labels))
            or run.candidates[0].prefix
        ):
            break
        runs.append(run)
        used |= {c.index for c in run.candidates}
    return runs


def _clusters(runs: list[Run], lines: Sequence[Line], labels: Marks) -> list[list[Run]]:
    """Put runs together that are the same meeting: the same numbers with the same titles."""
    clusters: list[list[Run]] = []
    titles = _titles(*runs, lines=lines, labels=labels)
    for run in runs:
        home = next(
            (cluster for cluster in clusters if any(_same(run, other, titles) for other in cluster)), None
        )
        if home is None:
            clusters.append([run])
        else:
            home.append(run)
    return clusters


def _titles(*runs: Run, lines: Sequence[Line], labels: Marks) -> dict[int, str]:
    return {c.index: _title(c, lines, labels) for run in runs for c in run.candidates}


def _title(candidate: Candidate, lines: Sequence[Line], labels: Marks) -> str:
    """Give a candidate's title, that of a bare number from the line under it."""
    under = candidate.index + 1
    if candidate.title or under >= len(lines) or under in labels:
        return candidate.title
    return lines[under].text


def _same(one: Run, other: Run, titles: Mapping[int, str]) -> bool:
    named = {c.number: titles[c.index] for c in one.candidates}
    shared = [(named[c.number], titles[c.index]) for c in other.candidates if c.number in named]
    return bool(shared) and sum(same_title(a, b) for a, b in shared) > SAME_SHARE * len(shared)


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


def _reason(openings: list[Candidate], confirmed: list[Candidate]) -> str:
    numbers = [c.number for c in openings]
    span = (
        numbers[0]
        if len(set(numbers)) == 1
        else f"{min(openings, key=lambda c: c.value).number}–{max(openings, key=lambda c: c.value).number}"
    )
    borne_out = f", under {len(confirmed)} af dem står et felt eller en overskrift" if confirmed else ""
    return f"numre i rækkefølge {span}{borne_out}"
