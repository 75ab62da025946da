"""A town's content folder in a real repository of git, and the clerk who runs commands in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from converters.cli import main
from tests.chamber import minutes

PLACE = "teknik-og-miljoeudvalget/2026-03-05"
ITEMS = (
    ("1", "Godkendelse af dagsorden", "Godkendt."),
    ("2", "Cykelsti langs Møllevej", "Udvalget godkendte forslaget om en sti til 900.000 kr."),
    ("3", "Orientering fra formanden", "Taget til efterretning."),
)
CLEAN_GIT = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Town:
    """A folder with ``inbox``, ``content`` and a repository; what the last command said is kept."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str] | None = None) -> None:
        self.folder = folder
        self.inbox, self.content = folder / "inbox", folder / "content"
        self.said = self.complained = ""
        self._capsys = capsys
        if not self.inbox.exists():
            self.inbox.mkdir()
            (folder / "mkdocs.yml").write_text("extra:\n  municipality: Birkevig Kommune\n", encoding="utf-8")
            self.source(minutes(*ITEMS))

    def source(self, text: str) -> None:
        """Put the minutes in the inbox."""
        (self.inbox / "referat.txt").write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> int:
        """Run a command and keep what it said."""
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(str(stopped.code))
        self.said, self.complained = self._capsys.readouterr() if self._capsys else ("", "")
        return code

    def convert(self, *more: str) -> int:
        """Convert the inbox."""
        return self.run("convert", str(self.inbox), "--out", str(self.content), *more)

    def check(self, *more: str) -> int:
        """Look the pages over."""
        return self.run("check", str(self.content), "--published", *more)

    def correct(self, page: str, *more: str) -> int:
        """Tell readers of a correction."""
        note = ("--note", "Beløbet var forkert", "--date", "2026-05-12")
        return self.run("correct", str(self.content / page), "--content", str(self.content), *note, *more)

    def withdraw(self, page: str, *more: str) -> int:
        """Take a page down."""
        said = ("--reason", "Siden viste oplysninger om en person", "--date", "2026-05-12")
        return self.run("withdraw", str(self.content / page), "--content", str(self.content), *said, *more)

    def git(self, *words: str) -> str:
        """Run git in the folder."""
        named = ("-c", "user.name=Arkivar", "-c", "user.email=arkiv@birkevig.example")
        run = subprocess.run(
            ["git", *named, *words],
            cwd=self.folder,
            env=CLEAN_GIT,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return run.stdout

    def publish(self) -> None:
        """Commit everything as it stands, as what is on the site now."""
        if not (self.folder / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=Udgivet")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")

    def page(self, name: str) -> Path:
        """A page of the meeting."""
        return self.content / PLACE / name

    def text(self, name: str) -> str:
        """What a page of the meeting says."""
        return self.page(name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Change words of a page, as a clerk does."""
        assert old in self.text(name)
        self.page(name).write_text(self.text(name).replace(old, new), encoding="utf-8", newline="\n")
