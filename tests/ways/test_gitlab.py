"""GitLab's jobs run the same commands, and get the same site."""

from __future__ import annotations

from pathlib import Path

import pytest

import run
from tests.ways.actions import Host
from tests.ways.gitlab import jobs_run

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="the runners are Linux machines")
FILE = Path(run.__file__).parent / ".gitlab-ci.yml"
PAGE = Path("teknik-og-miljoeudvalget") / "2026-03-10" / "punkt-28"


def test_a_push_to_the_main_branch_is_published(host: Host) -> None:
    """The folder that GitLab shows holds the site, with its own address and its own way of mending a page."""
    given = {"CI_COMMIT_BRANCH": "main", "CI_PIPELINE_SOURCE": "push"}

    told = jobs_run(host.machine, host.repository, FILE, given, host.folder)

    assert list(told) == ["pages"]
    assert [step.code for step in told["pages"]] == [0], told["pages"][-1].words
    page = (host.folder / "pages" / "public" / PAGE / "index.html").read_text("utf-8")
    assert f'rel="canonical" href="https://birkevig.gitlab.example/referater/{PAGE.as_posix()}/"' in page
    assert f"https://gitlab.example/birkevig/referater/-/edit/main/content/{PAGE.as_posix()}.md" in page


def test_a_merge_request_is_checked_and_its_site_is_kept(host: Host) -> None:
    """Nothing is published of it."""
    given = {"CI_PIPELINE_SOURCE": "merge_request_event"}

    told = jobs_run(host.machine, host.repository, FILE, given, host.folder)

    assert list(told) == ["check"]
    assert [step.code for step in told["check"]] == [0, 0], told["check"][-1].words
    assert (host.folder / "check" / "site" / PAGE / "index.html").is_file()
