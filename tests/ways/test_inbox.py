"""A clerk uploads a file: it becomes a proposal, and when that is merged, pages. What is wrong stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import run
from tests.ways import sources
from tests.ways.actions import Event, Host
from tests.ways.desk import Machine
from tests.ways.test_workflows import FORGEJO, GITHUB, went_well

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="the runners are Linux machines")

# GitHub's own program, of which only a log is kept: there is no GitHub here to ask.
GH = """#!/bin/bash
printf '%s\\n' "gh $*" >> "$HOME/gh"
case "$1 $2" in
  "pr list") echo '[]' ;;
  "pr create") echo https://github.example/birkevig/referater/pull/7 ;;
esac
"""


@pytest.fixture
def asked(machine: Machine) -> Iterator[Path]:
    """What GitHub's program is asked, while the test lasts."""
    program, log = machine.programs / "gh", machine.folder / "gh"
    program.write_text(GH, "utf-8")
    program.chmod(0o755)
    yield log
    program.unlink()
    log.unlink(missing_ok=True)


def uploaded(host: Host, content: bytes) -> Event:
    """The event of a file that a clerk puts into the inbox on main."""
    before = host.repository.upload({sources.NAME: content}, host.folder / "skrivebord")
    return Event(name="push", before=before)


def test_a_file_becomes_a_proposal_and_then_pages(host: Host, asked: Path) -> None:
    """Nothing is public before the proposal is merged, and then all of it is."""
    event = uploaded(host, sources.minutes())

    went_well(host.run(GITHUB / "inbox.yml", event), "propose")

    (branch,) = host.repository.branches()
    new = host.repository.git("diff", "--name-status", f"main..{branch}").splitlines()
    pages = [".referat.json", "index.md", "punkt-1.md", "punkt-2.md", "punkt-3.md"]
    assert new == [f"A\tcontent/{sources.PLACE}/{page}" for page in pages]
    assert (host.artifacts["hjemmesiden"] / sources.PLACE / "punkt-2" / "index.html").is_file()
    told = asked.read_text("utf-8")
    assert f"gh pr create --base main --head {branch}" in told
    assert f"gh workflow run check.yml --ref {branch}" in told
    assert "| Byrådet | 2026-04-28 | 3 | 1 | nyt |" in told
    assert f"| {sources.NAME.replace('_', '&#95;')} | Byrådet 2026-04-28 | 3 | 1 (punkt 3) | 4 |" in told
    assert "/artifacts/hjemmesiden" in told

    # Main has the source and not the pages: they wait for somebody to look at them.
    went_well(host.run(GITHUB / "publish.yml", event), "build", "deploy")
    assert host.published
    assert not (host.published / sources.PLACE).exists()

    merged = host.repository.merge(branch, host.folder / "skrivebord")
    went_well(host.run(GITHUB / "publish.yml", Event(name="push", before=merged)), "build", "deploy")
    page = host.published / sources.PLACE / "punkt-2" / "index.html"
    assert "ny belægning i 2026" in page.read_text("utf-8")


def test_without_a_program_for_proposals_the_branch_is_there(host: Host) -> None:
    """On Forgejo the site is a branch of one commit, and the clerk merges the other one herself."""
    host.is_forgejo = True

    told = host.run(FORGEJO / "referat.yml", uploaded(host, sources.minutes()))

    went_well(told, "publish", "propose")
    branch, pages = host.repository.branches()
    assert (branch.partition("/")[0], pages) == ("omsat", "pages")
    assert f"Grenen {branch} er lagt op." in told["propose"][-1].words
    assert host.repository.git("rev-list", "--count", "pages") == "1"
    shown = host.repository.git("ls-tree", "-r", "--name-only", "pages").splitlines()
    assert "teknik-og-miljoeudvalget/2026-03-10/punkt-28/index.html" in shown
    assert not any(path.startswith(sources.PLACE) for path in shown)


STOPPED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a personal number": (
        lambda: sources.with_section(
            "Sagsfremstilling", f"Ansøger er Lis Lund, cpr-nr. {sources.NUMBER}.", 1
        ),
        f"::error file=content/{sources.PLACE}/punkt-1.md,line=18,title=CPR-nummer::Her står et CPR-nummer",
    ),
    "a closed export": (
        lambda: sources.with_section("Sagsfremstilling", sources.SECRET, 3),
        f"::error file={sources.NAME},title=Lukket materiale i inbox::Filen rummer lukket materiale",
    ),
    "a broken file": (
        lambda: sources.minutes()[:2000],
        f"::error file={sources.NAME},title=Kilde%2C der ikke kan omsættes::Filen er ikke en hel PDF.",
    ),
}


@pytest.mark.parametrize("kind", STOPPED)
def test_what_is_wrong_is_stopped_at_its_place(host: Host, asked: Path, kind: str) -> None:
    """The clerk is told at the file or line; no branch is made, and nothing is kept to look at."""
    made, annotation = STOPPED[kind]
    event = uploaded(host, made())

    (step,) = host.run(GITHUB / "inbox.yml", event)["propose"]

    assert step.code == 1
    (said,) = step.annotations
    assert said.startswith(annotation)
    assert Path(sources.NAME).name in said
    assert host.summary
    assert (host.repository.branches(), host.artifacts, asked.exists()) == ([], {}, False)
    everything = step.words + host.summary
    assert sources.NUMBER not in everything
    assert "Åge" not in everything


@pytest.mark.parametrize("kind", STOPPED)
def test_what_is_wrong_is_never_published(host: Host, kind: str) -> None:
    """On main the site stays as it was: built again without the file, or not at all."""
    event = uploaded(host, STOPPED[kind][0]())

    told = host.run(GITHUB / "publish.yml", event)

    assert host.published is None or not (host.published / sources.PLACE).exists()
    assert ("deploy" in told) == (kind == "a personal number")
