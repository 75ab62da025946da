"""A proposal holds new pages and nothing else, says what was found, and obeys nothing in a title."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from converters.cli import main
from converters.delivery import meetings
from converters.delivery.git import git as door
from converters.delivery.proposal import opened, proposed
from converters.errors import GitFailed, NoProposal
from tests.site.municipality import item, meeting

PLACE = "byraadet/2026-04-28"
TRICK = "[klik](https://ond.example) <img src=x> ::error::x ##[error]y | @alle `kode`"


def git(folder: Path, *words: str) -> str:
    """What git answers."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@birkevig.example")
    return subprocess.run(
        ["git", *identity, *words], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of a repository with one page, on its main branch."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "arkiv")
    git(tmp_path, "clone", "--quiet", "arkiv", "bord")
    desk = tmp_path / "bord"
    (desk / "content" / "om").mkdir(parents=True)
    (desk / "content" / "om" / "index.md").write_text("# Om\n", "utf-8")
    (desk / "inbox").mkdir()
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "-m", "Begyndelse")
    git(desk, "push", "--quiet", "origin", "main")
    for name in ("GITHUB_REF_NAME", "GITHUB_EVENT_PATH", "GH_TOKEN", "REFERAT_PUBLISHED"):
        monkeypatch.delenv(name, raising=False)
    return desk


def write_meeting(desk: Path, title: str = "Cykelsti") -> None:
    """A meeting of two items, one of them closed."""
    folder = desk / "content" / PLACE
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(meeting(title, "2026-04-28"), "utf-8")
    (folder / "punkt-1.md").write_text(item("1", "Åbent", title), "utf-8")
    (folder / "punkt-2.md").write_text(item("2", "Lukket", title, access="closed"), "utf-8")


def test_a_proposal_from_main_is_a_branch_with_the_pages_alone(desk: Path) -> None:
    """A source and a setting that lie there too stay where they are, and so does what a person has staged."""
    write_meeting(desk)
    (desk / "inbox" / "referat.txt").write_text("Lukket", "utf-8")
    (desk / "mkdocs.yml").write_text("extra: {}", "utf-8")
    git(desk, "add", "mkdocs.yml")

    proposal = proposed(desk / "content")

    assert proposal
    names = git(desk.parent / "arkiv", "diff", "--name-only", "main", proposal.branch).splitlines()
    assert names == [f"content/{PLACE}/{name}.md" for name in ("index", "punkt-1", "punkt-2")]
    assert git(desk, "status", "--short", "mkdocs.yml") == "A  mkdocs.yml"
    assert "| Cykelsti | 2026-04-28 | 2 | 1 | nyt |" in proposal.text
    assert proposal.branch in opened(proposal, desk / "content")


def test_the_same_pages_are_the_same_proposal(desk: Path) -> None:
    """A run that is done again opens no second one."""
    write_meeting(desk)

    first, second = proposed(desk / "content"), proposed(desk / "content")

    assert first == second
    assert git(desk.parent / "arkiv", "for-each-ref", "--format=%(refname)").count("omsat/") == 1


def test_on_a_branch_the_pages_go_along(desk: Path) -> None:
    """Who uploads to a branch has a proposal already, and finds the pages in it."""
    git(desk, "switch", "--quiet", "--create", "nyt-referat")
    git(desk, "push", "--quiet", "origin", "nyt-referat")
    write_meeting(desk)

    proposal = proposed(desk / "content")

    assert proposal
    assert proposal.branch == "nyt-referat"
    assert git(desk.parent / "arkiv", "rev-list", "--count", "main..nyt-referat") == "1"


def test_a_branch_that_has_moved_is_not_written_over(desk: Path) -> None:
    """Somebody else's page that came meanwhile stays, and the clerk is told to fetch it."""
    git(desk, "switch", "--quiet", "--create", "nyt-referat")
    git(desk, "commit", "--quiet", "--allow-empty", "-m", "En andens")
    git(desk, "push", "--quiet", "origin", "nyt-referat")
    git(desk, "reset", "--quiet", "--hard", "main")
    write_meeting(desk)

    with pytest.raises(GitFailed, match="git pull"):
        proposed(desk / "content")


def test_a_code_host_that_refuses_leaves_the_branch_and_says_what_to_allow(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages are there; the operator learns which switch it is."""
    (tmp_path / "gh").write_text(
        '#!/bin/sh\n[ "$2" = list ] && exit\necho "not permitted" >&2\nexit 1\n', "utf-8"
    )
    (tmp_path / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("GH_TOKEN", "hemmelig")
    write_meeting(desk)
    proposal = proposed(desk / "content")
    assert proposal

    with pytest.raises(NoProposal, match=r"not permitted.*Allow GitHub Actions to create"):
        opened(proposal, desk / "content")


def test_nothing_new_is_no_proposal(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And outside git there can be none."""
    assert main(["propose", str(desk / "content")]) == 0
    assert "ingen nye sider" in capsys.readouterr().out
    (desk.parent / "løst").mkdir()
    assert main(["propose", str(desk.parent / "løst")]) == 1


def test_a_title_is_no_more_than_text(desk: Path) -> None:
    """Neither a link, nor a picture, nor a cell, nor a person that is called."""
    write_meeting(desk, TRICK)

    told = meetings.told(meetings.meetings(desk / "content"))

    assert [sign for sign in ("[klik]", "<img", "@alle", "`", "##[") if sign in told] == []
    assert told.splitlines()[-1].count("|") == 6


def test_a_meeting_that_is_gone_is_told(desk: Path) -> None:
    """What readers had and will not have any more stands in the list too."""
    write_meeting(desk)
    git(desk, "add", "--all")
    git(desk, "commit", "--quiet", "-m", "Mødet")
    git(desk, "push", "--quiet", "origin", "main")
    for page in (desk / "content" / PLACE).iterdir():
        page.unlink()

    (row,) = meetings.meetings(desk / "content")

    assert (row.folder, row.news) == (PLACE, "taget væk")


def test_without_anything_to_compare_with_all_meetings_are_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first push has nothing before it."""
    write_meeting(desk)
    monkeypatch.setenv("REFERAT_PUBLISHED", "0" * 40)

    (row,) = meetings.meetings(desk / "content")

    assert (row.folder, row.items, row.closed, row.news) == (PLACE, 2, 1, None)


def test_no_name_of_a_file_commands_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name with a line of its own, or with the sign of a command, is text, here and on the page."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in ("a\n::error::b.txt", "##[error]c.txt"):
        (inbox / name).write_text("", "utf-8")
    page = tmp_path / "side.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert main(["convert", str(inbox), "--out", str(tmp_path / "content")]) == 1

    said = "".join(capsys.readouterr())
    assert "##[" not in said + page.read_text("utf-8")
    commands = [line for line in said.splitlines() if line.startswith("::")]
    assert len(commands) == 2
    assert all(line.startswith("::error file=") for line in commands)


@pytest.mark.parametrize(
    ("server", "token", "has_right"),
    [
        ("https://github.example", "hemmelig", True),
        ("https://github.example", "", False),
        ("file:///x", "a", False),
    ],
)
def test_the_right_to_write_goes_to_its_own_server(
    desk: Path, monkeypatch: pytest.MonkeyPatch, server: str, token: str, *, has_right: bool
) -> None:
    """Git knows it while it runs, and for that server alone; no file of settings holds it."""
    monkeypatch.setenv("GITHUB_SERVER_URL", server)
    monkeypatch.setenv("GH_TOKEN", token)
    asked = ("config", "--get-urlmatch", "http.extraheader")

    try:
        header = door(desk, *asked, f"{server}/birkevig/referater")
    except GitFailed:
        header = ""

    assert header == ("AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46aGVtbWVsaWc=" if has_right else "")
    with pytest.raises(GitFailed):
        door(desk, *asked, "https://ond.example/")
    assert "hemmelig" not in (desk / ".git" / "config").read_text("utf-8")
