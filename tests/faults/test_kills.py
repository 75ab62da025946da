"""Killed at fifty random moments, convert and mkdocs build leave what was or what was to be, never half."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from converters.site import fresh
from converters.writers.disk import OLD
from converters.writers.store import leftovers, survey
from tests.chamber import tree
from tests.faults.works import (
    NEW_ITEMS,
    OLD_ITEMS,
    begun,
    build_words,
    convert_words,
    done,
    environment,
    inbox,
    project,
)
from tests.site.municipality import ROOT

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")

KILLS = 25  # of each command
Trees = Mapping[str, Mapping[str, bytes]]


def killed(words: tuple[str, ...], after: float) -> float | None:
    """Run a command and kill it after some seconds; how long it took where it was done before."""
    start, run = time.monotonic(), begun(words)
    try:
        run.wait(timeout=after)
        return time.monotonic() - start
    except subprocess.TimeoutExpired:
        return None
    finally:
        run.kill()
        run.communicate()


def seconds_of(words: tuple[str, ...]) -> float:
    """How long a command takes that nobody kills."""
    start = time.monotonic()
    code, said = done(words)
    assert code == 0, said
    return time.monotonic() - start


def meetings(content: Path) -> Trees:
    """The folder of each meeting, with every file in it."""
    committee = content / "teknik-og-miljoeudvalget"
    return {one.name: tree(one) for one in sorted(committee.iterdir()) if not one.name.startswith(".")}


def test_convert_leaves_each_meeting_old_or_new(tmp_path: Path) -> None:
    """Before anything is put right a meeting may lie under its other name, whole; afterwards never."""
    project(tmp_path / "gammel")
    inbox(tmp_path / "gammel", OLD_ITEMS)
    done(convert_words(tmp_path / "gammel"))
    shutil.copytree(tmp_path / "gammel", tmp_path / "ny")
    inbox(tmp_path / "ny", NEW_ITEMS)
    took = seconds_of(convert_words(tmp_path / "ny"))
    old, new = meetings(tmp_path / "gammel/content"), meetings(tmp_path / "ny/content")
    assert old.keys() == new.keys()
    assert all(old[day] != new[day] for day in old)
    chance = random.Random(20260305)  # noqa: S311 - the same moments in every run
    hits = 0
    for number in range(KILLS):
        town = tmp_path / str(number)
        shutil.copytree(tmp_path / "gammel", town)
        inbox(town, NEW_ITEMS)

        was_done = killed(convert_words(town), took * chance.uniform(0.3, 1.0))
        hits += was_done is None
        took = min(took, was_done or took)  # the first run may have been a slow one

        found = meetings(town / "content")
        for day in old:
            aside = town / f"content/teknik-og-miljoeudvalget/.{day}{OLD}"
            assert found.get(day, tree(aside)) in (old[day], new[day])
        survey(town / "content")  # what the next run does first
        assert all(pages in (old[day], new[day]) for day, pages in meetings(town / "content").items())
        assert meetings(town / "content").keys() == old.keys()
        assert list(leftovers(town / "content")) == []
    last = tmp_path / str(KILLS - 1)
    code, said = done(convert_words(last))

    assert code == 0, said
    assert meetings(last / "content") == new
    assert hits > KILLS // 3


def test_a_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    """Between two renames the old one lies under its other name, whole, and the next build puts it back."""
    project(tmp_path)
    (tmp_path / "content/om/nyt.md").write_text("---\ntitle: Nyt\n---\n\nGammelt.\n", encoding="utf-8")
    seconds_of(build_words(tmp_path))
    old = tree(tmp_path / "site")
    (tmp_path / "content/om/nyt.md").write_text("---\ntitle: Nyt\n---\n\nHelt nyt.\n", encoding="utf-8")
    shutil.copytree(tmp_path / "site", tmp_path / "gammel")
    took = seconds_of(build_words(tmp_path))
    new = tree(tmp_path / "site")
    assert old != new
    chance = random.Random(20260307)  # noqa: S311 - the same moments in every run
    hits = 0
    for _ in range(KILLS):
        shutil.rmtree(tmp_path / "site")
        shutil.copytree(tmp_path / "gammel", tmp_path / "site")

        was_done = killed(build_words(tmp_path), took * chance.uniform(0.3, 1.0))
        hits += was_done is None
        took = min(took, was_done or took)  # the first run may have been a slow one

        site = tmp_path / "site"
        assert tree(site if site.exists() else fresh.beside(site, fresh.OLD)) in (old, new)
        if not site.exists():
            fresh.end(fresh.begin(site) or pytest.fail("nothing began"))
        assert tree(site) in (old, new)
    seconds_of(build_words(tmp_path))

    assert tree(tmp_path / "site") == new
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert hits > KILLS // 3


SWAP = """
import os, sys
from pathlib import Path
from tests.killing import killed_after
from converters.site import fresh
counted = killed_after(int(sys.argv[2]))
for name in ("rename", "mkdir", "write_text", "unlink"):
    setattr(Path, name, counted(getattr(Path, name)))
os.unlink, os.rmdir = counted(os.unlink), counted(os.rmdir)
made = fresh.begin(Path(sys.argv[1]))
made.made_in.mkdir()
for name in ("index.html", "ny.html"):
    (made.made_in / name).write_text("ny")
made.finished = True
fresh.end(made)
"""


def test_a_build_killed_before_any_change_of_the_disk(tmp_path: Path) -> None:
    """At every step there is one whole site, which the next build finds."""
    seen = set()
    for step in range(40):
        site = tmp_path / str(step) / "site"
        site.mkdir(parents=True)
        for name in ("index.html", "gammel.html"):
            (site / name).write_text("gammel", encoding="utf-8")
        words = (sys.executable, "-c", SWAP, str(site), str(step))
        run = subprocess.run(words, cwd=ROOT, env=environment(), check=False)
        again = fresh.begin(site)
        assert again is not None
        fresh.end(again)
        texts = {file.read_text(encoding="utf-8") for file in site.iterdir()}
        assert len(list(site.iterdir())) == 2
        assert texts in ({"gammel"}, {"ny"})
        assert [path.name for path in site.parent.iterdir()] == ["site"]
        seen |= texts
        if run.returncode == 0:
            break
    else:
        pytest.fail("the build was never done")
    assert seen == {"gammel", "ny"}
