"""The trail of a case: one number in two spellings, in the minutes of several committees."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from converters.frontmatter import load
from converters.site import catalog
from converters.site.addresses import Addresses
from converters.site.cases import Case, key_of
from converters.site.reading import SitePage
from converters.slugs import slug
from tests.site.municipality import FINANCE, TECHNICAL, item, meeting

COUNCIL = "Byrådet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One treatment: the committee, the day, the number as printed, and decisions printed of others."""

    committee: str
    date: str
    number: str
    others: tuple[tuple[str, str], ...] = ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("26/0312", "26/312"),
        ("26/312", "2026/312"),
        ("2026-000312", "26/312"),
        ("00.22.02-A26-1-13", "00.22.02 A26-1-13"),
        ("EMN-2024-024365", "emn-2024/024365"),
    ],
)
def test_two_spellings_of_a_number_are_one_case(one: str, other: str) -> None:
    """Zeros, centuries, signs between the parts and the case of letters make no difference."""
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("26/312", "25/312"), ("26/312", "26/3120"), ("99/1", "2099/1"), ("EMN-2024-24", "EMN-2024-25")],
)
def test_other_numbers_are_other_cases(one: str, other: str) -> None:
    """A year of the last century is not of this one."""
    assert key_of(one) != key_of(other)


def test_a_case_goes_from_committee_to_committee() -> None:
    """Its steps stand in the order of time, whoever's minutes they were read from."""
    case = _case(
        Held(committee=COUNCIL, date="2026-03-24", number="2026-1187"),
        Held(committee=TECHNICAL, date="2026-03-10", number="26/1187"),
        Held(committee=FINANCE, date="2026-03-17", number="26/01187"),
    )

    assert [(step.committee, step.date) for step in case.steps] == [
        (TECHNICAL, "2026-03-10"),
        (FINANCE, "2026-03-17"),
        (COUNCIL, "2026-03-24"),
    ]
    assert (case.number, case.url) == ("2026-1187", "sager/2026-1187/")


def test_a_decision_printed_again_is_one_step() -> None:
    """The council's minutes print what the committee decided; the committee's own minutes count."""
    case = _case(
        Held(committee=TECHNICAL, date="2026-03-10", number="26/1187"),
        Held(committee=COUNCIL, date="2026-03-24", number="26/1187", others=((TECHNICAL, "2026-03-10"),)),
    )

    assert [(step.committee, step.own) for step in case.steps] == [(TECHNICAL, True), (COUNCIL, True)]


def test_a_decision_known_only_from_other_minutes_is_a_step() -> None:
    """A committee that publishes nothing itself is in the trail by what others print of it."""
    case = _case(
        Held(committee=COUNCIL, date="2026-03-24", number="26/1187", others=((TECHNICAL, "2026-03-10"),)),
    )

    assert [(step.committee, step.own) for step in case.steps] == [(TECHNICAL, False), (COUNCIL, True)]
    assert case.url is None  # one item: its page is the case so far
    assert case.address == "byraadet/2026-03-24/punkt-1/"


def test_a_closed_item_is_in_no_case() -> None:
    """Its number must not tell what it is about, even if a page should hold it."""
    pages = {
        "byraadet/2026-03-24/index.md": meeting(COUNCIL, "2026-03-24"),
        "byraadet/2026-03-24/punkt-1.md": item(
            "1", "Lukket", COUNCIL, "2026-03-24", access="closed", case_number="26/1187"
        ),
    }

    assert _catalog(pages).cases == {}


def _case(*treatments: Held) -> Case:
    pages: dict[str, str] = {}
    for held in treatments:
        folder = f"{slug(held.committee)}/{held.date}"
        pages[f"{folder}/index.md"] = meeting(held.committee, held.date)
        rows = [*held.others, (held.committee, held.date)]
        pages[f"{folder}/punkt-1.md"] = item(
            "1",
            "Cykelsti",
            held.committee,
            held.date,
            outcome="approved",
            case_number=held.number,
            decisions=[{"committee": who, "date": when, "outcome": "approved"} for who, when in rows],
        )
    [case] = _catalog(pages).cases.values()
    return case


def _catalog(pages: dict[str, str]) -> catalog.Catalog:
    read = [SitePage(path=path, page=load(text, where=path)) for path, text in pages.items()]
    return catalog.of(read, Addresses(directory_urls=True, files=set(pages)))
