"""A disk that is full or shut: one Danish sentence, exit code 1, no traceback, and everything as it was.

The disks are real ones, mounted in a view of the file system that only the command under test has.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chamber import tree
from tests.faults.works import (
    NEW_ITEMS,
    OLD_ITEMS,
    build_words,
    convert_words,
    done,
    environment,
    inbox,
    project,
)
from tests.site.municipality import ROOT

VIEW = ("unshare", "--map-root-user", "--mount", "sh", "-euc")
SHUT = 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; shift; exec "$@"'
# What is left on the disk is copied away, since it is gone with the view.
FULL = """
mount -t tmpfs -o size=4m tmpfs "$1"; cp -a "$2/." "$1"; disk="$1"; after="$3"; shift 3
dd if=/dev/zero of="$disk/fyld" bs=1k 2>/dev/null || true
truncate -s -{spare}k "$disk/fyld"
code=0; "$@" || code=$?
rm "$disk/fyld"; cp -a "$disk/." "$after"; exit $code
"""


def can_mount() -> bool:
    """Whether this system gives a process a view of its own."""
    words = [*VIEW, 'mount -t tmpfs tmpfs "$1"', "sh", "/mnt"]
    try:
        return subprocess.run(words, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


pytestmark = pytest.mark.skipif(not can_mount(), reason="this system lets no test mount a disk of its own")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town with pages and a site, and newer minutes in its inbox."""
    folder = tmp_path / "by"
    project(folder)
    inbox(folder, OLD_ITEMS)
    done(convert_words(folder))
    inbox(folder, NEW_ITEMS)
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("gammel", encoding="utf-8")
    return folder


def ran(script: str, *words: str) -> tuple[int, str]:
    """Run words in a view of the file system that a script makes."""
    run = subprocess.run(
        [*VIEW, script, "sh", *words],
        cwd=ROOT,
        env=environment(),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    return run.returncode, run.stdout + run.stderr


def assert_told(code: int, said: str, *words: str) -> None:
    """One message in Danish, and no traceback."""
    assert code == 1, said
    assert "Traceback" not in said
    assert all(word in said for word in words), said


@pytest.mark.parametrize("command", ["convert", "correct", "withdraw", "build"])
def test_a_disk_that_can_only_be_read(town: Path, command: str) -> None:
    """Each command says so."""
    before = tree(town)
    page = "teknik-og-miljoeudvalget/2026-03-05/punkt-2.md"
    python, content = convert_words(town)[0], str(town / "content")
    words = {
        "convert": convert_words(town),
        "correct": (python, "-m", "converters", "correct", page, "--content", content, "--note", "Rettet"),
        "withdraw": (python, "-m", "converters", "withdraw", page, "--content", content, "--reason", "Navn"),
        "build": build_words(town),
    }[command]

    code, said = ran(SHUT, str(town), *words)

    assert_told(code, said, "Disken kan kun læses.")
    assert tree(town) == before


@pytest.mark.parametrize("spare", [0, 16, 28])
def test_a_disk_that_fills_up_under_convert(town: Path, tmp_path: Path, spare: int) -> None:
    """Meetings that found room are new, the others are old, and none is half."""
    code, said = filled(town, tmp_path, spare, *convert_words(town))

    assert_told(code, said, "Disken er fuld.")
    new = tmp_path / "ny"
    shutil.copytree(town, new)
    done(convert_words(new))
    committee = "content/teknik-og-miljoeudvalget"
    for day in sorted(path.name for path in (town / committee).iterdir()):
        left = tree(tmp_path / "efter" / committee / day)
        assert left in (tree(town / committee / day), tree(new / committee / day))
    assert not list((tmp_path / "efter" / committee).glob(".*"))


@pytest.mark.parametrize("spare", [0, 200])
def test_a_disk_that_fills_up_under_a_build(town: Path, tmp_path: Path, spare: int) -> None:
    """The old site stands, and nothing lies beside it."""
    code, said = filled(town, tmp_path, spare, *build_words(town))

    assert_told(code, said, "Disken er fuld.")
    after = tmp_path / "efter"
    assert tree(after / "site") == {"index.html": b"gammel"}
    assert not list(after.glob(".site*"))


def filled(town: Path, tmp_path: Path, spare: int, *words: str) -> tuple[int, str]:
    """Run words where the town's disk has so many kilobytes left; what is on it then is in ``efter``."""
    (tmp_path / "efter").mkdir()
    shutil.copytree(town, tmp_path / "kopi")
    script = FULL.replace("{spare}", str(spare))
    return ran(script, str(town), str(tmp_path / "kopi"), str(tmp_path / "efter"), *words)
