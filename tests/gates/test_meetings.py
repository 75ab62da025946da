"""What a meeting lacks, told for each meeting by itself."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from converters.cli import CLEAN, main
from converters.gates.check import check
from converters.gates.problems import Problem
from converters.gates.reports import lines, report_of
from converters.model import Access, AgendaItem, Attachment, Outcome, PublicMeeting, Stage
from converters.redact import redact
from converters.writers.meeting import meeting_leaves
from tests.chamber import item, meeting

PLACE = "teknik-og-miljoeudvalget/2026-03-05"
APPROVED = Stage.APPROVED


def without_decision(one: AgendaItem, outcome: Outcome = Outcome.UNKNOWN) -> AgendaItem:
    """An item of which only the case is told."""
    return replace(one, sections=one.sections[:1], decisions=(), outcome=outcome)


def written(folder: Path, *items: AgendaItem, stage: Stage | None = APPROVED) -> Path:
    """The pages of a meeting."""
    public: PublicMeeting = redact(meeting(*items, stage=stage))[0]
    for name, leaf in meeting_leaves(public).items():
        page = folder / PLACE / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(str(leaf), encoding="utf-8", newline="\n")
    return folder


def found_in(content: Path) -> list[Problem]:
    """What the check says."""
    return list(check(content, dt.date(2026, 3, 5)))


def codes(content: Path) -> list[tuple[str, bool, str]]:
    """Code, whether it blocks, and page of what the check says."""
    return [(one.code, one.blocks, Path(one.file).name) for one in found_in(content)]


def test_an_item_without_decision_is_a_warning(tmp_path: Path) -> None:
    """In approved minutes, of an open item that was not withdrawn."""
    bare = [
        item(1, "1"),
        without_decision(item(2, "2")),
        without_decision(item(3, "3"), Outcome.WITHDRAWN),
        without_decision(item(4, "4", access=Access.CLOSED)),
    ]

    assert codes(written(tmp_path, *bare)) == [("no-decision", False, "punkt-2.md")]


@pytest.mark.parametrize(
    ("stage", "decided", "count"),
    [(Stage.AGENDA, True, 0), (APPROVED, False, 2), (None, True, 1), (None, False, 0)],
)
def test_an_agenda_has_no_decisions_yet(tmp_path: Path, stage: Stage, count: int, *, decided: bool) -> None:
    """Where the source does not say what it is, one decision makes it minutes."""
    first = item(1, "1") if decided else without_decision(item(1, "1"))

    found = codes(written(tmp_path, first, without_decision(item(2, "2")), stage=stage))

    assert [code for code, *_ in found] == ["no-decision"] * count


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (["9", "10", "12", "14"], "Der er intet punkt 11, 13."),
        (["9", "10", "10a", "11"], None),
        (["1", "250"], None),
        (["26-1", "26-9"], None),
        ([None, None], None),
    ],
)
def test_numbers_that_are_missing_in_a_run_are_named(
    tmp_path: Path, numbers: list[str | None], told: str | None
) -> None:
    """But not where they count something else."""
    items = [item(place, number) for place, number in enumerate(numbers, 1)]

    assert [one.text for one in found_in(written(tmp_path, *items))] == ([told] if told else [])


def test_an_attachment_that_is_announced_and_not_there_is_named(tmp_path: Path) -> None:
    """With the line of the item's page that announces it."""
    listed = (
        Attachment(title="Kort", url="https://birkevig.dk/kort.pdf"),
        Attachment(title="Notat om stien"),
    )
    content = written(tmp_path, item(1, "1", attachments=listed))

    [found] = found_in(content)

    line = (content / PLACE / "punkt-1.md").read_text(encoding="utf-8").splitlines()[(found.line or 0) - 1]
    assert (found.code, found.blocks) == ("attachment-absent", False)
    assert "»Notat om stien«" in found.text
    assert "Notat om stien" in line


def test_a_clerk_reads_what_each_meeting_lacks(tmp_path: Path) -> None:
    """In a section of its own, with each piece of advice once."""
    items = [item(1, "1"), without_decision(item(2, "2")), without_decision(item(3, "4"))]
    report = report_of("check", found_in(written(tmp_path, *items)))

    told = [line for _, line in lines(report)]

    assert told == [
        "",
        f"Teknik- og Miljøudvalget 05-03-2026 er ikke komplet ({tmp_path.as_posix()}/{PLACE}):",
        "  - index.md: Der er intet punkt 3.",
        "  - punkt-2.md: Punkt 2: Der står ingen beslutning.",
        "  - punkt-4.md: Punkt 4: Der står ingen beslutning.",
        "  Gør sådan: Se efter i kilden, om et punkt mangler; nogle springer numre over med vilje.",
        "  Gør sådan: Find den i kilden, og skriv den på siden under »## Beslutning« og i decisions.",
    ]


def test_programs_read_it_by_meeting_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Incompleteness stops nothing."""
    content = written(tmp_path, item(1, "1"), without_decision(item(2, "2")))

    assert main(["check", str(content), "--json"]) == CLEAN

    [row] = json.loads(capsys.readouterr().out)["meetings"]
    assert row["meeting"] == "Teknik- og Miljøudvalget 05-03-2026"
    assert [one["code"] for one in row["missing"]] == ["no-decision"]
