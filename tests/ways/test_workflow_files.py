"""The files that code hosts read: right by their schemas, found safe, and with no logic of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import run

FOLDER = Path(run.__file__).parent
GITHUB = sorted((FOLDER / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((FOLDER / ".forgejo" / "workflows").glob("*.yml"))
GITLAB = FOLDER / ".gitlab-ci.yml"
SCHEMAS = {
    "github-workflows": [*GITHUB, *FORGEJO],
    "dependabot": [FOLDER / ".github" / "dependabot.yml"],
    "gitlab-ci": [GITLAB],
}
MORE_THAN_ONE = re.compile(
    r"[\n;|&<>`]|\$\(|\$\{\{"
)  # commands, or what GitHub writes into one before it is run
ACTION = re.compile(r"uses: (?P<action>[\w/-]+@[0-9a-f]{40} # v[0-9.]+)$", re.MULTILINE)


def program(name: str) -> str:
    """Where a program of the test environment lies."""
    return str(Path(sys.executable).parent / (name + ".exe" * run.WINDOWS))


def jobs(path: Path) -> Mapping[str, Any]:
    """The jobs of a workflow."""
    held: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return held


def commands() -> Iterator[tuple[Path, str]]:
    """Every command that a code host runs for us."""
    for path in (*GITHUB, *FORGEJO):
        yield from (
            (path, step["run"]) for job in jobs(path).values() for step in job["steps"] if "run" in step
        )
    for job in yaml.safe_load(GITLAB.read_text("utf-8")).values():
        yield from ((GITLAB, line) for line in job.get("script", ()))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_file_is_what_its_code_host_reads(schema: str) -> None:
    """The schema is the one that editors use too."""
    command = [
        program("check-jsonschema"),
        "--builtin-schema",
        f"vendor.{schema}",
        *map(str, SCHEMAS[schema]),
    ]

    answer = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    assert answer.returncode == 0, answer.stdout


def test_nothing_in_the_workflows_is_found_unsafe() -> None:
    """Not even by an auditor, who takes notice of what nobody else would."""
    command = [
        program("zizmor"),
        "--persona",
        "auditor",
        "--offline",
        "--no-progress",
        str(FOLDER / ".github"),
    ]

    answer = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    assert answer.returncode == 0, answer.stdout
    assert "No findings" in answer.stdout + answer.stderr


def test_each_step_is_one_command() -> None:
    """All logic is in run.py and the program, where it can be run and tried anywhere."""
    assert {path for path, _ in commands()} == {*GITHUB, *FORGEJO, GITLAB}
    assert [(path.name, line) for path, line in commands() if MORE_THAN_ONE.search(line)] == []
    ours = (*(f"python3 run.py {job}" for job in run.JOBS), "bash .ci/", "gh release create ", "git ")
    assert [line for _, line in commands() if not line.startswith(ours)] == []


def test_an_action_has_one_commit_everywhere() -> None:
    """Two workflows do not trust two editions of the same action."""
    named = {match["action"] for path in GITHUB for match in ACTION.finditer(path.read_text("utf-8"))}

    assert len(named) == len({action.partition("@")[0] for action in named})


def test_a_publication_is_never_broken_off() -> None:
    """A newer push waits for it; there is one at a time for each branch."""
    held = yaml.safe_load((FOLDER / ".github" / "workflows" / "publish.yml").read_text("utf-8"))

    assert held["concurrency"] == {"group": "publish-${{ github.ref }}", "cancel-in-progress": False}


def test_every_job_has_an_end() -> None:
    """No job of ours runs for the six hours that it would be given."""
    assert [
        name
        for path in (*GITHUB, *FORGEJO)
        for name, job in jobs(path).items()
        if "timeout-minutes" not in job
    ] == []


def test_no_job_has_a_right_it_does_not_need() -> None:
    """Whoever may write reads no source with that right in hand, and nobody uses a secret."""
    rights = {
        (path.stem, right)
        for path in GITHUB
        for job in jobs(path).values()
        for right, level in job["permissions"].items()
        if level == "write"
    }
    assert rights == {
        ("publish", "pages"),
        ("publish", "id-token"),
        ("inbox", "contents"),
        ("inbox", "pull-requests"),
        ("inbox", "actions"),
        ("release", "contents"),
    }
    steps = [step for path in (*GITHUB, *FORGEJO) for job in jobs(path).values() for step in job["steps"]]
    with_token = [step["run"] for step in steps if "token" in str(step.get("env", ""))]
    assert {line.partition(" dist/")[0].partition(" --")[0] for line in with_token} == {
        "python3 run.py propose",
        "python3 run.py publish branch:pages",
        'gh release create "$GITHUB_REF_NAME"',
    }
    assert not any("secrets." in path.read_text("utf-8") for path in (*GITHUB, *FORGEJO))
