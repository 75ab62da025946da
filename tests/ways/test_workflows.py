"""Each workflow is run step for step in a clean clone, on a machine with nothing but Python and git."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import run
from tests.ways.actions import Event, Host
from tests.ways.desk import Machine, Said

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="the runners are Linux machines")
FOLDER = Path(run.__file__).parent
GITHUB, FORGEJO = FOLDER / ".github" / "workflows", FOLDER / ".forgejo" / "workflows"
PAGE = "content/teknik-og-miljoeudvalget/2026-03-10/punkt-28.md"


def went_well(told: dict[str, list[Said]], *jobs: str) -> None:
    """Every step of these jobs, and of no other, went well."""
    assert list(told) == list(jobs)
    for steps in told.values():
        assert [step.code for step in steps] == [0] * len(steps), steps[-1].words


def mended(host: Host) -> str:
    """A page as a clerk has mended it, and tells the readers."""
    text = host.repository.git("show", f"main:{PAGE}") + "\n"
    assert "hektar" in text
    told = 'changes:\n  - {date: 2026-03-20, note: "Enheden er forkortet"}\n---\n\n'
    return text.replace("hektar", "ha").replace("---\n\n", told, 1)


def test_the_machine_has_no_package(machine: Machine) -> None:
    """What the workflows need they fetch themselves."""
    machine.clear()

    assert "ModuleNotFoundError" in machine.run("python3 -c 'import mkdocs'", {}).words


def test_a_pull_request_is_checked_and_its_site_is_kept(host: Host) -> None:
    """The site is an artifact to look at, and the run's page lists the meetings that would be published."""
    before = host.repository.upload({PAGE: mended(host).encode()}, host.folder / "skrivebord")
    host.repository.git("branch", "forslag", "main")
    host.repository.git("branch", "--force", "main", before)

    told = host.run(GITHUB / "check.yml", Event(name="pull_request", ref="refs/pull/1/merge"))

    went_well(told, "check")
    assert (host.artifacts["hjemmesiden"] / "index.html").is_file()
    (row,) = [line for line in host.summary.splitlines() if "2026-03-10" in line]
    assert row == "| Teknik- og Miljøudvalget | 2026-03-10 | 10 | 1 | ændret |"


def test_a_push_to_main_is_published(host_of_all: Host) -> None:
    """What was committed is what readers get, with nothing that begins with a dot, and a list of packages."""
    host = host_of_all
    before = host.repository.upload({PAGE: mended(host).encode()}, host.folder / "skrivebord")

    told = host.run(GITHUB / "publish.yml", Event(name="push", before=before))

    went_well(told, "build", "deploy")
    assert host.published
    page = host.published / "teknik-og-miljoeudvalget" / "2026-03-10" / "punkt-28" / "index.html"
    assert " ha til lager" in page.read_text("utf-8")
    assert f"{host.server}/birkevig/referater/edit/main/{PAGE}" in page.read_text("utf-8")
    assert not [path for path in host.published.rglob("*") if path.name.startswith(".")]
    parts = json.loads((host.artifacts["sbom"] / "sbom.cdx.json").read_text("utf-8"))["components"]
    assert {"mkdocs", "lxml", "pagefind"} <= {part["name"] for part in parts}


def test_a_branch_beside_main_is_never_published(host: Host) -> None:
    """Not even by hand."""
    host.repository.git("branch", "forslag", "main")

    told = host.run(GITHUB / "publish.yml", Event(name="workflow_dispatch", ref="refs/heads/forslag"))

    assert (told, host.published) == ({}, None)


def test_the_weekly_run_builds_and_asks_for_links(host: Host) -> None:
    """Nothing of the made-up municipality's leads out to an address that anybody could have."""
    told = host.run(GITHUB / "weekly.yml", Event(name="schedule"))

    went_well(told, "rebuild")
    assert "Alle links ud af webstedet svarer." in told["rebuild"][-1].words


def test_forgejo_checks_a_pull_request(host: Host) -> None:
    """A proposal is built from its own commit, and nothing is published."""
    host.is_forgejo = True
    before = host.repository.upload({PAGE: b"---\ntype: punkt\n---\n"}, host.folder / "skrivebord")
    host.repository.git("update-ref", "refs/pull/1/head", "main")
    host.repository.git("branch", "--force", "main", before)

    told = host.run(FORGEJO / "referat.yml", Event(name="pull_request", ref="refs/pull/1/head"))

    assert [step.code for step in told["check"]] == [0, 0, 0, 0, 1]
    assert any(PAGE in line for line in told["check"][-1].annotations)
    assert host.repository.branches() == []
