"""One machine for the whole session, whose environment is made once, and a repository to copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ways.actions import Host
from tests.ways.desk import Machine, Repository, repository_of


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Repository:
    """The project on a code host."""
    return repository_of(root, tmp_path_factory.mktemp("projekt"))


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Repository:
    """The project with one meeting's source and pages, which takes less than half the time to build."""
    return repository_of(root, tmp_path_factory.mktemp("et-møde"), without=is_of_another_meeting)


def is_of_another_meeting(name: str) -> bool:
    """Whether a file is a source or page of the sample, and not of its one meeting in March."""
    path = Path(name)
    kept = {"README.md", "referat-tmu-2026-03-10.txt", "2026-03-10", "om", "index.md"}
    return path.parts[0] in {"inbox", "content"} and not kept & set(path.parts[1:3])


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory, small_project: Repository) -> Machine:
    """A machine with a bare Python, on which run.py has made its environment, as it does the first time."""
    made = Machine(tmp_path_factory.mktemp("maskine"))
    made.clear()
    said = made.run(f"git clone --quiet '{small_project.folder}' . && python3 run.py sbom", {})
    if said.code and "CI" not in os.environ:
        pytest.skip(f"the environment could not be made here: {said.words}")
    assert said.code == 0, said.words
    return made


@pytest.fixture
def host(machine: Machine, small_project: Repository, tmp_path: Path) -> Host:
    """A code host with a repository of its own."""
    return Host(machine=machine, repository=small_project.copy(tmp_path), folder=tmp_path)


@pytest.fixture
def host_of_all(machine: Machine, project: Repository, tmp_path: Path) -> Host:
    """A code host with the whole project."""
    return Host(machine=machine, repository=project.copy(tmp_path), folder=tmp_path)
