"""The page of an item: what was decided, what was recommended, the way of the case, and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converters.model import Outcome
from converters.site import cases, next_stops, sidebar
from converters.site.archive import Item, Meeting
from converters.site.arrangement import Arranged
from converters.site.cases import Case, Step
from converters.site.catalog import Catalog
from converters.site.danish import count
from converters.site.decision_words import Words
from converters.site.outcomes import LABELS
from converters.site.sidebar import committee_name, meeting_date
from converters.site.view import View, way

MOST_STEPS = 12  # a case that is treated every month has its own page
SENDS_ON = frozenset({Outcome.RECOMMENDED, Outcome.REFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of an item with its name, and where it leads, if anywhere."""

    name: str
    value: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Whom a decision sends the case to, with the address of a committee that is on the site."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The way of an item's case: its newest steps, the number of older ones, and the next stops."""

    case: Case | None
    steps: tuple[Step, ...]
    left_out: int
    stops: tuple[Stop, ...]

    @property
    def tells_something(self) -> bool:
        """Whether it says more than that this item was treated at this meeting."""
        return (
            len(self.steps) > 1
            or bool(self.stops)
            or any(step.decision and (step.decision.absent or step.decision.votes) for step in self.steps)
        )


def view(catalog: Catalog, found: Item, parts: Arranged, words: Words | None) -> View:
    """What the page of an item shows; ``parts`` is its rendered body, ``words`` its own decision's."""
    meeting = catalog.meeting_in[found.folder]
    committee = catalog.committee(meeting)
    place = meeting.items.index(found)
    name, when = committee_name(meeting.committee), meeting_date(meeting)
    outcome = f" {LABELS[found.badge]}." if found.badge else ""
    return View(
        title=f"{found.heading} – {name}, {when}",
        description=f"Punkt på mødet i {name}, {when}.{outcome}",
        crumbs=way(
            catalog,
            (name, committee.url),
            (when, meeting.url),
            (f"Punkt {found.number}" if found.number else found.title, None),
        ),
        blocks=(sidebar.agenda(meeting, found), sidebar.around(committee, meeting)),
        shown={
            "item": found,
            "meeting": meeting,
            "committee": committee,
            "parts": parts,
            "previous": meeting.items[place - 1] if place else None,
            "following": meeting.items[place + 1] if place + 1 < len(meeting.items) else None,
            "facts": tuple(facts(found, catalog.case_of.get(found.path))),
            "trail": trail(catalog, found, meeting, words),
            "citation": citation(found, meeting),
        },
    )


def facts(found: Item, case: Case | None) -> Iterator[Fact]:
    """The facts of an item with their names, then whatever else is printed under its title."""
    minutes = found.planned_minutes
    named = (
        ("Sagsnummer", found.case_number, case.url if case else None),
        ("Punktets art", found.item_type, None),
        ("Sagen afgøres i", found.decided_by, None),
        ("Afsat tid", count(minutes, "minut", "minutter") if minutes else None, None),
    )
    told = {value for _, value, _ in named}
    yield from (Fact(name=name, value=value, url=url) for name, value, url in named if value)
    yield from (Fact(name=label, value=value) for label, value in found.fields if value not in told)


def trail(catalog: Catalog, found: Item, meeting: Meeting, words: Words | None) -> Trail:
    """The way of the item's case as far as the site knows it, or of the item alone if it has no case."""
    case = catalog.case_of.get(found.path)
    steps = case.steps if case else tuple(cases.steps_of([(found, meeting)]))
    newest = steps[-1].item is found
    sent_on = words is not None and newest and found.outcome in SENDS_ON
    return Trail(
        case=case if case and case.url else None,
        steps=steps[-MOST_STEPS:],
        left_out=max(0, len(steps) - MOST_STEPS),
        stops=tuple(stops(catalog, meeting, words.text)) if words and sent_on else (),
    )


def stops(catalog: Catalog, meeting: Meeting, words: str) -> Iterator[Stop]:
    """Those to whom the words of a decision send the case."""
    known = {
        one.name: one.url
        for one in catalog.committees
        if one.name and one.municipality == meeting.municipality
    }
    for name in next_stops.named_in(words, known, meeting.committee):
        yield Stop(
            name=name,
            url=next((url for one, url in known.items() if one.casefold() == name.casefold()), None),
        )


def citation(found: Item, meeting: Meeting) -> str:
    """How the item is referred to in a letter: who, when, which item, and the case's number."""
    source = "Dagsorden" if meeting.stage and meeting.stage.value == "agenda" else "Referat"
    parts = (
        meeting.municipality,
        f"{source} fra {committee_name(meeting.committee)} {meeting_date(meeting)}",
        f"punkt {found.number}" if found.number else None,
        f"»{found.title}«",
        f"sag {found.case_number}" if found.case_number else None,
    )
    return f"{', '.join(filter(None, parts))}."
