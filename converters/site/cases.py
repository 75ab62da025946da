"""Cases: the items of any committee and any meeting that carry the same case number, as one trail."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from converters.model import Outcome, Stage
from converters.site.addresses import CASES, Addresses
from converters.site.archive import Decision, Item, Meeting
from converters.slugs import slug

# One case, two spellings: 26/0312 in one committee's minutes, 2026-312 in another's.
YEAR_AND_COUNT = re.compile(r"(?P<year>(?:19|20)?\d\d)[/-]0*(?P<count>\d+)")
CENTURY_TURNS = 70  # two-digit years from here on are of the last century
BETWEEN = re.compile(r"[\s./_-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One treatment of a case: by whom, when, with what outcome, and the item that tells of it.

    ``own`` says whether the item is of that committee's own meeting, or other minutes that print its
    decision; ``decision`` is None where the minutes record none.
    """

    committee: str | None
    date: str | None
    outcome: Outcome | None
    item: Item
    meeting: Meeting
    decision: Decision | None
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case: its number and title as last printed, and its steps, oldest first.

    ``items`` are the items that carry the number; ``path`` is where its page lies, which it has once it
    was treated more than once (``url`` is None before), and ``feed`` the address its feed always has.
    """

    key: str
    number: str
    title: str
    path: str
    url: str | None
    feed: str
    steps: tuple[Step, ...]
    items: tuple[Item, ...]

    @property
    def treated(self) -> tuple[Step, ...]:
        """The steps at meetings that were held, as far as their minutes tell; an agenda only announces."""
        return tuple(
            step
            for step in self.steps
            if not step.own or not (step.meeting.cancelled or step.meeting.stage is Stage.AGENDA)
        )

    @property
    def newest(self) -> Step:
        """The last treatment."""
        return self.steps[-1]

    @property
    def address(self) -> str:
        """Where a reader finds the case: its page, or the one item that it is so far."""
        return self.url or self.items[-1].url


def key_of(number: str) -> str:
    """What all spellings of a case number have in common: ``26/0312`` and ``2026-312`` give ``2026-312``."""
    short = YEAR_AND_COUNT.fullmatch(number.strip())
    if short:
        year = int(short["year"])
        if len(short["year"]) == len("26"):
            year += 1900 if year >= CENTURY_TURNS else 2000
        return f"{year}-{short['count']}"
    return BETWEEN.sub("-", number.strip().casefold()).strip("-")


def of(meetings: Iterable[Meeting], addresses: Addresses) -> Mapping[str, Case]:
    """Every case by its page's path, in the order of the keys.

    Cases of two municipalities on one site are told apart by the folder of the municipality.
    """
    held: dict[tuple[str, str], list[tuple[Item, Meeting]]] = defaultdict(list)
    for meeting in meetings:
        municipality = posixpath.dirname(posixpath.dirname(meeting.folder))
        for item in meeting.items:
            if item.case_number:
                held[municipality, key_of(item.case_number)].append((item, meeting))
    made = (_case(place, key, found, addresses) for (place, key), found in sorted(held.items()))
    return {case.path: case for case in made}


def _case(place: str, key: str, held: list[tuple[Item, Meeting]], addresses: Addresses) -> Case:
    in_time = sorted(held, key=lambda pair: (pair[1].date or "", pair[1].folder, pair[0].position))
    newest = in_time[-1][0]
    folder = posixpath.join(posixpath.dirname(CASES), place, slug(key))
    steps = tuple(steps_of(in_time))
    return Case(
        key=key,
        number=newest.case_number or key,
        title=newest.title,
        path=f"{folder}/index.md",
        url=addresses.of(f"{folder}/index.md") if len(in_time) > 1 else None,
        feed=f"{folder}.xml",  # beside its folder, which a case treated once does not have
        steps=steps,
        items=tuple(item for item, _ in in_time),
    )


def steps_of(held: Iterable[tuple[Item, Meeting]]) -> Iterator[Step]:
    """The treatments that some items tell of, oldest first, each once.

    Minutes often print what another committee decided before; where that committee's own minutes are
    on the site as well, theirs count.
    """
    own: list[Step] = []
    told: list[Step] = []
    for item, meeting in held:
        for step in _told_by(item, meeting):
            (own if step.own else told).append(step)
    known = {(step.committee, step.date) for step in own}
    for step in told:
        if (step.committee, step.date) not in known:
            known.add((step.committee, step.date))
            own.append(step)
    yield from sorted(own, key=lambda step: (step.date or "", step.own))


def _told_by(item: Item, meeting: Meeting) -> Iterator[Step]:
    """What one item tells: its own meeting's treatment, and others' decisions it prints."""
    mine: Decision | None = None
    for decision in item.decisions:
        committee, date = decision.committee or meeting.committee, decision.date or meeting.date
        if committee == meeting.committee and date == meeting.date:
            mine = decision
        else:
            yield _step(item, meeting, decision, (committee, date), own=False)
    yield _step(item, meeting, mine, (meeting.committee, meeting.date), own=True)


def _step(
    item: Item, meeting: Meeting, decision: Decision | None, told: tuple[str | None, str | None], *, own: bool
) -> Step:
    outcome = decision.outcome if decision else item.badge if own and not item.decisions else None
    return Step(
        committee=told[0],
        date=told[1],
        outcome=outcome,
        item=item,
        meeting=meeting,
        decision=decision,
        own=own,
    )
