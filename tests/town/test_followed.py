"""The guides followed to the letter: each command is run as it stands there, and does what is said of it.

The operator's first guide is followed in test_town.py, in a town of its own.
"""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from converters.cli import main
from tests.chamber import minutes
from tests.history.town import ITEMS, Town
from tests.site.municipality import ROOT
from tests.town.guides import commands, shown_lines

MEETING = "content/teknik-og-miljoeudvalget/2026-03-10"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Town:
    """The sample pages, published, and the clerk who stands in their folder."""
    for name in ("content", "inbox"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(".referat"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    town = Town(tmp_path, capsys)
    town.publish()
    return town


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def undated(desk: Town) -> None:
    """Minutes that say neither who met nor when."""
    write(desk.inbox / "moede.txt", "Referat\n\n1. Godkendelse af dagsorden\n\nBeslutning:\nGodkendt.\n")


def numbered(desk: Town) -> None:
    """A page with a number that looks like a person's."""
    undated(desk)
    head = "---\ntype: document\ntitle: Varer\nsource: {file: varer.txt, sha256: " + "5e" * 32 + "}\n---\n"
    lines = head.count("\n")
    write(desk.content / "dokumenter/varer.md", head + "\n" * (7 - lines) + "Varen har 010190-1111.\n")


def mended(desk: Town) -> None:
    """A page that a clerk has changed."""
    page = desk.folder / MEETING / "punkt-21.md"
    text = page.read_text("utf-8")
    words = next(one for one in ("23", "24", "25") if f"har i dag {one} møller" in text)
    text = text.replace(f"har i dag {words} møller", f"har i dag {int(words) + 1} møller")
    page.write_text(text, "utf-8", newline="\n")


def closed(desk: Town) -> None:
    """A source outside the repository."""
    write(desk.folder.parent / "lukket/referat.txt", minutes(*ITEMS))


PREPARED = {
    "sekretaer/laeg-et-moede-paa.md": undated,
    "sekretaer/se-efter.md": numbered,
    "sekretaer/ret-en-side.md": mended,
    "sekretaer/tag-noget-ned.md": None,
    "drift/lukkede-punkter.md": closed,
    "drift/ret-og-fjern.md": None,
    "drift/flyt.md": None,
    "drift/ny-version.md": mended,
}


@pytest.mark.parametrize("guide", PREPARED)
def test_every_command_of_a_guide_does_its_work(guide: str, desk: Town) -> None:
    """One after the other, as a clerk would run them; what run.py does is tried in a whole town."""
    prepare = PREPARED[guide]
    ran = 0
    for line in commands(guide):
        if prepare:
            prepare(desk)
        program, *words = shlex.split(line)
        if program == "git":
            desk.git(*words)
        elif program == "referat":
            assert main(words) == 0, line
        ran += program in {"git", "referat"}

    assert ran


def test_no_guide_with_commands_is_left_out() -> None:
    """A new guide with commands has to be followed as well."""
    folder = ROOT / "content/om"
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))

    assert {one for one in names if any(line.startswith("referat ") for line in commands(one))} == set(
        PREPARED
    )


def test_an_impossible_date_is_told_as_the_guide_says(desk: Town) -> None:
    """The words in the guide are the program's own."""
    (said,) = [line for line in shown_lines("sekretaer/se-efter.md") if line.startswith("Afvist")]
    write(desk.inbox / "moede.txt", minutes(*ITEMS, day="31-02-2026"))

    desk.run("convert", "inbox/moede.txt")

    assert said in desk.complained
