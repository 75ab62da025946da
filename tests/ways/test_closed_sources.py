"""A source that holds closed material is stopped where all can read it, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from converters.cli import main
from converters.gates.problems import Problem
from converters.gates.sources import source_problems

HEAD = "Birkevig Kommune\nReferat\nByrådet\n5. marts 2026\n\n1 Dagsorden\nBeslutning:\nGodkendt.\n\n"
AS_PUBLISHED = f"{HEAD}2 Lukket - Salg af grund\nSagsnr.: 26/1111\nBeslutning:\nGodkendt.\n"
IN_FULL = f"""{HEAD}2 Lukket - Salg af grund
Sagsnr.: 26/1111
Sagsfremstilling:
Køberen Åge Bæk byder to en halv million kroner for grunden ved åen.
Beslutning:
Godkendt.
"""


def converted(desk: Path, text: str, settings: str = "") -> list[Problem]:
    """What the gate says of a source in the inbox, when it is converted."""
    (desk / "inbox").mkdir()
    (desk / "inbox" / "referat.txt").write_text(text, "utf-8")
    (desk / "mkdocs.yml").write_text(f"extra:\n  municipality: Birkevig Kommune\n{settings}", "utf-8")
    assert main(["convert", str(desk / "inbox"), "--out", str(desk / "content")]) == 0
    return list(source_problems(desk / "content"))


def test_a_paper_in_full_is_stopped_by_name(tmp_path: Path) -> None:
    """What a closed item is about may not lie there; none of its words are told."""
    (problem,) = converted(tmp_path, IN_FULL)

    assert (problem.code, problem.blocks) == ("closed-source", True)
    assert problem.file == str(tmp_path / "inbox" / "referat.txt")
    assert "offentligt arkiv" in problem.text
    assert "Åge" not in str(problem)


def test_a_paper_as_published_is_none(tmp_path: Path) -> None:
    """The number, case, title and decision of a closed item are what a published paper prints."""
    assert converted(tmp_path, AS_PUBLISHED) == []


@pytest.mark.parametrize("setting", ["{decision: false}", "{title: false}"])
def test_what_settings_do_not_show_may_not_lie_there_either(tmp_path: Path, setting: str) -> None:
    """A municipality that publishes no closed titles or decisions has them in no repository either."""
    assert len(converted(tmp_path, AS_PUBLISHED, f"  closed_items: {setting}\n")) == 1


def test_a_repository_of_ones_own_may_hold_it(tmp_path: Path) -> None:
    """A setting says that nobody else can read the repository."""
    assert converted(tmp_path, IN_FULL, "  private_inbox: true\n") == []


def test_the_verdict_follows_the_file_not_its_name(tmp_path: Path) -> None:
    """The same bytes under another name, in a folder, are stopped too."""
    converted(tmp_path, IN_FULL)
    moved = tmp_path / "inbox" / "byraadet" / "noget.txt"
    moved.parent.mkdir()
    (tmp_path / "inbox" / "referat.txt").rename(moved)

    assert [one.file for one in source_problems(tmp_path / "content")] == [str(moved)]


def test_what_explains_the_inbox_is_no_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page that a code host shows over the folder is not converted, and is nobody's attachment."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "README.md").write_text("# Læg referater her\n", "utf-8")

    assert main(["convert", str(tmp_path / "inbox"), "--out", str(tmp_path / "content")]) == 1
    assert "ingen kilder" in capsys.readouterr().err
