"""GitHub's and Forgejo's part, played on one machine: events start workflows, jobs run their steps in order.

Steps that are commands are run as they stand. Steps that are GitHub's own actions need its servers; what they
do to files is done here: a clone, a folder kept as an artifact, a folder shown to the world.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.ways.desk import NAME, Machine, Repository, Said
from tests.ways.expressions import filled, worked_out

Job = Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Event:
    """What happened in a repository: a push, a pull request or a clock; ``before`` is a push's old commit."""

    name: str
    ref: str = "refs/heads/main"
    before: str = ""


@dataclass(slots=True, kw_only=True)
class Host:
    """A code host: its repository, and what its runs left behind."""

    machine: Machine
    repository: Repository
    folder: Path
    server: str = "https://github.example"
    is_forgejo: bool = False
    artifacts: dict[str, Path] = field(default_factory=dict)
    published: Path | None = None
    summary: str = ""

    def run(self, workflow: Path, event: Event) -> dict[str, list[Said]]:
        """Run the jobs of a workflow that an event starts; what each step said, until one fails."""
        self.summary = ""
        jobs: Mapping[str, Job] = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
        shared = yaml.safe_load(workflow.read_text("utf-8")).get("env", {})
        known = self._known(event)
        told: dict[str, list[Said]] = {}
        for name, job in jobs.items():  # in order: none of ours needs a later one
            needed = [told.get(one) for one in _listed(job.get("needs"))]
            if worked_out(str(job.get("if", "'true'")), known) == "false" or any(
                not steps or steps[-1].code for steps in needed
            ):
                continue
            self.machine.clear()
            told[name] = self._steps(job, event, known, shared)
        return told

    def _steps(self, job: Job, event: Event, known: dict[str, str], shared: Mapping[str, str]) -> list[Said]:
        told: list[Said] = []
        added: dict[str, str] = {}
        for step in job["steps"]:
            if "uses" in step:
                self._action(step, event, known)
                continue
            assert step.keys() <= {"run", "env", "id"}, step
            own = {**shared, **job.get("env", {}), **step.get("env", {})}
            variables = self._variables(event) | {
                key: filled(str(value), known) for key, value in own.items()
            }
            files = {
                name: self.folder / name for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")
            }
            for path in files.values():
                path.write_text("", "utf-8")
            told.append(
                self.machine.run(
                    step["run"], variables | added | {name: str(path) for name, path in files.items()}
                )
            )
            self.summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
            added |= dict(line.split("=", 1) for line in files["GITHUB_ENV"].read_text("utf-8").splitlines())
            if told[-1].code:
                break
        return told

    def _action(self, step: Job, event: Event, known: dict[str, str]) -> None:
        action, given = step["uses"].partition("@")[0], step.get("with", {})
        workspace = self.machine.workspace
        if action == "actions/checkout":
            assert given["persist-credentials"] is False
            assert given["fetch-depth"] == 0
            clone = f"git clone --quiet '{self.repository.folder}' . && git checkout --quiet"
            branch = event.ref.removeprefix("refs/heads/")
            place = f"-B '{branch}' 'origin/{branch}'" if branch != event.ref else "--detach origin/forslag"
            assert self.machine.run(f"{clone} {place}", {}).code == 0
        elif action in {"actions/upload-artifact", "actions/upload-pages-artifact"}:
            name = given.get("name", "github-pages")
            kept = self.folder / "artifacts" / name
            shutil.rmtree(kept, ignore_errors=True)
            source = workspace / given["path"]
            hidden = None if given.get("include-hidden-files") else shutil.ignore_patterns(".*")
            if source.is_dir():
                shutil.copytree(source, kept, ignore=hidden)
            else:
                kept.mkdir(parents=True)
                shutil.copy(source, kept)
            self.artifacts[name] = kept
            known[f"steps.{step.get('id')}.outputs.artifact-url"] = f"{self.server}/{NAME}/artifacts/{name}"
        else:
            assert action == "actions/deploy-pages", action
            self.published = self.artifacts["github-pages"]

    def _known(self, event: Event) -> dict[str, str]:
        return {
            "github.event_name": event.name,
            "github.event.before": event.before,
            "github.ref": event.ref,
            "github.repository": NAME,
            "github.server_url": self.server,
            "github.token": "hemmelig",
            "github.workflow": "referat",
            "vars.SITE_URL": "",
        }

    def _variables(self, event: Event) -> dict[str, str]:
        """The variables that GitHub and Forgejo set for every step."""
        payload = self.folder / "event.json"
        payload.write_text(json.dumps({"repository": {"default_branch": "main"}}), "utf-8")
        return {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTOR": "sekretaeren",
            "GITHUB_API_URL": f"{self.server}/api",
            "GITHUB_EVENT_NAME": event.name,
            "GITHUB_EVENT_PATH": str(payload),
            "GITHUB_REF": event.ref,
            "GITHUB_REF_NAME": event.ref.removeprefix("refs/heads/"),
            "GITHUB_REPOSITORY": NAME,
            "GITHUB_RUN_ATTEMPT": "1",
            "GITHUB_RUN_ID": "1",
            "GITHUB_RUN_NUMBER": "1",
            # Where a step clones from by itself, that is here; pages tell of it by the name it would have.
            "GITHUB_SERVER_URL": f"file://{self.repository.host}" if self.is_forgejo else self.server,
            "GITHUB_SHA": self.repository.head(),
            "GITHUB_WORKSPACE": str(self.machine.workspace),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.folder),
        }


def _listed(needs: str | list[str] | None) -> list[str]:
    return [needs] if isinstance(needs, str) else needs or []
