"""A town's own workflows, run step for step on a machine with a bare Python, publish the town."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import run
from converters.cli import main
from tests.site.municipality import ROOT
from tests.town.towns import furnish
from tests.ways.actions import Event, Host
from tests.ways.desk import AS_PERSON, NAME, Machine, Repository

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="the runners are Linux machines")
SITE_URL = "https://referater.birkevig.example/"


@pytest.fixture
def host(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Host:
    """A code host with a new town's repository and one source in it, and a machine with its packages."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    desk = tmp_path / "by"
    said = ("--municipality", "Birkevig Kommune", "--site-url", SITE_URL, "--wheel", str(wheel))
    assert main(["new", str(desk), *said]) == 0
    shutil.copytree(ROOT / "content/teknik-og-miljoeudvalget", desk / "content/teknik-og-miljoeudvalget")
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "-m", "Ny kommune"),
        ("clone", "--quiet", "--bare", ".", str(tmp_path / NAME)),
    ):
        subprocess.run(["git", *AS_PERSON, *words], cwd=desk, check=True)
    machine = Machine(tmp_path / "maskine")
    furnish(machine.workspace)
    return Host(machine=machine, repository=Repository(tmp_path / NAME), folder=tmp_path)


def test_a_towns_push_to_main_is_published(host: Host) -> None:
    """The version in its requirements builds it, and the address that it was given is on its pages."""
    workflow = host.folder / "by/.github/workflows/publish.yml"

    told = host.run(workflow, Event(name="push", before=host.repository.head()))

    assert list(told) == ["build", "deploy"]
    assert [step.code for step in told["build"]] == [0, 0], told["build"][-1].words
    assert host.published
    html = (host.published / "teknik-og-miljoeudvalget/2026-03-10/punkt-21/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{SITE_URL}teknik-og-miljoeudvalget/2026-03-10/punkt-21/">' in html
    assert "/edit/main/content/teknik-og-miljoeudvalget/2026-03-10/punkt-21.md" in html
    assert (host.artifacts["sbom"] / "sbom.cdx.json").is_file()
