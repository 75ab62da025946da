"""Who owns which page."""

from pathlib import Path

import pytest

from converters.errors import Collision
from converters.model import Document, Source, Stage
from converters.writers.claims import Claims, Outdone, is_provisional
from converters.writers.record import Record
from tests.chamber import meeting, source

BASE = "teknik-og-miljoeudvalget/2026-03-05"
HERE, THERE = Path("inbox/referat.txt"), Path("inbox/andet.txt")


def record(
    file: str = "gammel.txt", *, start: str | None = None, stage: Stage | None = None, content: str = "x"
) -> Record:
    """The record of pages that an earlier run wrote."""
    return Record(file=file, sha256=source(content=content).sha256, pages={}, start=start, stage=stage)


def claims(*, overwrite: bool = False, **standing: Record) -> Claims:
    """Claims over a content folder; keyword ``first`` is the day's first meeting, ``second`` the next."""
    tails = {"first": "", "second": "-2"}
    records = {f"{BASE}{tails[name]}/.referat.json": one for name, one in standing.items()}
    return Claims(records=records, one_municipality=True, overwrite=overwrite)


def test_the_first_meeting_of_a_day_takes_the_plain_address() -> None:
    """Nothing lies there yet."""
    assert claims().folder_for(meeting(), HERE) == BASE


def test_the_same_file_comes_back_to_its_place() -> None:
    """A corrected file of the same name replaces its pages, even with another start."""
    register = claims(first=record("referat.txt", start="10:00"))

    assert register.folder_for(meeting(start="16:00"), HERE) == BASE


def test_another_start_is_another_meeting() -> None:
    """The second meeting of a day gets a tail, now and in later runs."""
    register = claims(first=record(start="10:00"))
    later = claims(first=record(start="10:00"), second=record("referat.txt", start="16:00"))

    assert register.folder_for(meeting(start="16:00"), HERE) == f"{BASE}-2"
    assert later.folder_for(meeting(start="16:00"), HERE) == f"{BASE}-2"


@pytest.mark.parametrize(
    ("there", "new"),
    [(Stage.AGENDA, Stage.DRAFT), (Stage.DRAFT, Stage.APPROVED), (Stage.AGENDA, Stage.APPROVED)],
)
def test_minutes_replace_what_came_before_them(there: Stage, new: Stage) -> None:
    """Agenda, draft and approved minutes of one meeting lie at one address."""
    assert claims(first=record(stage=there)).folder_for(meeting(stage=new), HERE) == BASE


@pytest.mark.parametrize("run", ["same", "another"])
def test_an_older_paper_does_not_replace_a_newer(run: str) -> None:
    """The agenda is skipped when the minutes are there, in whichever order they come."""
    register = claims() if run == "same" else claims(first=record("andet.txt", stage=Stage.APPROVED))
    if run == "same":
        register.folder_for(meeting(stage=Stage.APPROVED, of=source("andet.txt", "x")), THERE)

    skipped = register.folder_for(meeting(stage=Stage.AGENDA), HERE)

    assert skipped == Outdone(folder=BASE, by=str(THERE) if run == "same" else "andet.txt")


def test_two_sources_of_one_meeting_are_both_named() -> None:
    """Where neither is known to be newer, a person has to decide."""
    register = claims()
    register.folder_for(meeting(of=source("andet.txt", "x")), THERE)

    with pytest.raises(Collision) as caught:
        register.folder_for(meeting(), HERE)

    assert str(HERE) in str(caught.value)
    assert str(THERE) in str(caught.value)
    assert BASE in str(caught.value)


def test_a_collision_with_an_earlier_run_is_settled_by_option() -> None:
    """A person may say that the new source replaces the old one."""
    with pytest.raises(Collision, match=r"gammel\.txt"):
        claims(first=record()).folder_for(meeting(), HERE)

    assert claims(first=record(), overwrite=True).folder_for(meeting(), HERE) == BASE


def test_a_renamed_source_is_the_same_source() -> None:
    """The same bytes under another name keep their address."""
    assert claims(first=record(content="")).folder_for(meeting(start="16:00"), HERE) == BASE


def test_a_copy_in_the_same_run_is_skipped() -> None:
    """The same bytes twice in one folder are one meeting."""
    register = claims()
    register.folder_for(meeting(of=source("andet.txt")), THERE)

    assert register.folder_for(meeting(), HERE) == Outdone(folder=BASE, by=str(THERE))


def test_one_source_may_hold_two_meetings_of_a_day() -> None:
    """Each gets a place, and the same place again in the next run."""
    register = claims()
    again = claims(first=record("referat.txt"), second=record("referat.txt"))

    assert [register.folder_for(meeting(), HERE) for _ in range(2)] == [BASE, f"{BASE}-2"]
    assert [again.folder_for(meeting(), HERE) for _ in range(2)] == [BASE, f"{BASE}-2"]


def test_papers_without_a_committee_are_not_one_meeting() -> None:
    """Two of one day wait side by side until a person says whose they are."""
    register = claims()

    folders = [
        register.folder_for(meeting(committee=None, of=source(path.name, path.name)), path)
        for path in (HERE, THERE)
    ]

    assert folders == ["ukendt-udvalg/2026-03-05", "ukendt-udvalg/2026-03-05-2"]


def test_two_documents_of_one_name_are_both_named() -> None:
    """Their pages would lie at the same address."""
    register = claims()
    paper = Document(
        title="Plan", municipality=None, date=None, source=Source(file="plan.txt", sha256="0" * 64)
    )

    assert register.page_for(paper, Path("a/plan.txt")) == "dokumenter/plan.md"
    with pytest.raises(Collision, match=r"a/plan\.txt"):
        register.page_for(paper, Path("b/plan.txt"))


@pytest.mark.parametrize(
    ("folder", "waits"),
    [
        ("ukendt-udvalg/2026-03-05", True),
        ("by/udvalget/uden-dato-12345678", True),
        ("udvalget/2026-03-05", False),
        ("by/udvalget/2026-03-05-2", False),
    ],
)
def test_a_folder_waits_for_committee_or_date(folder: str, *, waits: bool) -> None:
    """Such a folder may be removed once a person has said what was missing."""
    assert is_provisional(folder) is waits
