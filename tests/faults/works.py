"""A small town's folder with everything that a real run needs, and its commands as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.chamber import minutes
from tests.site.municipality import ROOT, write

OLD_ITEMS = (("1", "Godkendelse af dagsorden", "Godkendt."), ("2", "Cykelsti langs Møllevej", "Udsat."))
NEW_ITEMS = (*OLD_ITEMS[:1], ("2", "Cykelsti langs Møllevej", "Vedtaget."), ("3", "Eventuelt", "Intet."))
DAYS = ("5. marts 2026", "2. april 2026", "7. maj 2026")


def inbox(folder: Path, items: tuple[tuple[str, str, str], ...]) -> None:
    """Put the minutes of some meetings in the inbox."""
    (folder / "inbox").mkdir(parents=True, exist_ok=True)
    for number, day in enumerate(DAYS, 1):
        text = minutes(*items, day=day)
        (folder / f"inbox/referat-{number}.txt").write_text(text, encoding="utf-8")


def project(folder: Path) -> None:
    """Give a folder the project's own settings and the pages written by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("custom_dir: overrides", f"custom_dir: {ROOT / 'overrides'}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    write(folder / "content", {})


def environment(**more: str) -> dict[str, str]:
    """The variables of a command."""
    return os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"} | more


def convert_words(folder: Path) -> tuple[str, ...]:
    """The command that converts the inbox."""
    return (
        sys.executable, "-m", "converters",
        "convert", str(folder / "inbox"), "--out", str(folder / "content"),
    )  # fmt: skip


def build_words(folder: Path) -> tuple[str, ...]:
    """The command that builds the site."""
    return (
        sys.executable, "-m", "mkdocs",
        "build", "--strict", "--quiet", "--config-file", str(folder / "mkdocs.yml"),
    )  # fmt: skip


def begun(words: tuple[str, ...], **more: str) -> subprocess.Popen[str]:
    """A command under way."""
    return subprocess.Popen(
        words,
        cwd=ROOT,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def done(words: tuple[str, ...], **more: str) -> tuple[int, str]:
    """Run a command; its exit code, and all that it said."""
    run = begun(words, **more)
    said, complained = run.communicate(timeout=120)
    return run.returncode, said + complained
