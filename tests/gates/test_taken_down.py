"""What a hand has left of a page that was taken down is found, and never quoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from converters.gates.check import check
from converters.gates.problems import Problem
from tests.site.municipality import MEETING, TECHNICAL, attachment, item, meeting
from tests.site.test_corrected import stone

BIRD = "Kanariefuglen"
STONE = stone("item", number="1", position=1, access="open")
WHOLE = {f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10", items=1), f"{MEETING}/punkt-1.md": STONE}


def found(folder: Path, pages: dict[str, str]) -> list[Problem]:
    """What the check says of remains."""
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [one for one in check(folder) if one.code == "taken-down"]


def test_a_tombstone_alone_is_right(tmp_path: Path) -> None:
    """Nor is a page said to be left that stands beside it."""
    other = {f"{MEETING}/bilag/punkt-10-bilag-1.md": attachment("Kort", "10", BIRD)}
    assert found(tmp_path, WHOLE | other) == []


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (f"{MEETING}/punkt-1.md", STONE + f"\n{BIRD}\n"),
        (f"{MEETING}/bilag/punkt-1-bilag-1.md", attachment(BIRD, "1", BIRD)),
    ],
)
def test_text_and_attachments_of_an_item_are_found(tmp_path: Path, left: str, text: str) -> None:
    """Where somebody wrote the tombstone by hand."""
    problems = found(tmp_path, WHOLE | {left: text})

    assert [problem.file for problem in problems] == [str(tmp_path / left)]
    assert problems[0].blocks
    assert BIRD not in str(problems[0])


def test_items_of_a_meeting_are_found(tmp_path: Path) -> None:
    """A meeting goes with all that belongs to it."""
    pages = {
        f"{MEETING}/index.md": stone("meeting", items=1),
        f"{MEETING}/punkt-1.md": item("1", BIRD),
    }
    assert [problem.file for problem in found(tmp_path, pages)] == [str(tmp_path / MEETING / "punkt-1.md")]
