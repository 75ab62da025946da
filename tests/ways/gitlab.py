"""GitLab's part, played on one machine: the jobs whose rules an event fits run their script, line by line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.ways.desk import NAME, Machine, Repository, Said

_RULE = re.compile(r"\$(?P<name>\w+) == (?:\"(?P<text>[^\"]*)\"|\$(?P<other>\w+))")
_VARIABLE = re.compile(r"\$(\w+)")
NO_JOBS = frozenset({"default", "variables"})


def jobs_run(
    machine: Machine, repository: Repository, file: Path, given: Mapping[str, str], keep: Path
) -> dict[str, list[Said]]:
    """Run the jobs that fit what GitLab gives, each in a clean clone; artifacts are kept by job."""
    whole: Mapping[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    known = _predefined(repository) | dict(given)
    told: dict[str, list[Said]] = {}
    for name, job in whole.items():
        if name in NO_JOBS or not any(_fits(rule["if"], known) for rule in job["rules"]):
            continue
        machine.clear()
        clone = f"git clone --quiet '{repository.folder}' . && git checkout --quiet --detach"
        assert machine.run(f"{clone} {known['CI_COMMIT_SHA']}", {}).code == 0
        own = {**whole["variables"], **job.get("variables", {})}
        variables = {
            key: _VARIABLE.sub(lambda found: known[found[1]], str(value)) for key, value in own.items()
        }
        told[name] = []
        for line in job["script"]:
            told[name].append(machine.run(line, known | variables))
            if told[name][-1].code:
                break
        else:
            for path in job["artifacts"]["paths"]:
                shutil.copytree(machine.workspace / path, keep / name / path)
    return told


def _fits(rule: str, known: Mapping[str, str]) -> bool:
    found = _RULE.fullmatch(rule)
    assert found, rule
    wanted = known.get(found["other"], "") if found["other"] else found["text"]
    return known.get(found["name"]) == wanted


def _predefined(repository: Repository) -> dict[str, str]:
    return {
        "CI": "true",
        "GITLAB_CI": "true",
        "CI_DEFAULT_BRANCH": "main",
        "CI_PROJECT_PATH": NAME,
        "CI_PROJECT_URL": f"https://gitlab.example/{NAME}",
        "CI_PAGES_URL": "https://birkevig.gitlab.example/referater/",
        "CI_COMMIT_SHA": repository.head(),
        "CI_COMMIT_BEFORE_SHA": "0" * 40,
    }
