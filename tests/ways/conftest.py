"""One machine for the whole session, whose environment is made once, and a repository to copy."""

from __future__ import annotations

from pathlib import Path

import pytest

import run
from tests.ways.actions import Host
from tests.ways.desk import Machine, Repository, repository_of

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="the runners are Linux machines")


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine with a bare Python."""
    return Machine(tmp_path_factory.mktemp("maskine"))


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Repository:
    """The project on a code host."""
    return repository_of(root, tmp_path_factory.mktemp("projekt"))


@pytest.fixture
def host(machine: Machine, project: Repository, tmp_path: Path) -> Host:
    """A code host with a repository of its own."""
    return Host(machine=machine, repository=project.copy(tmp_path), folder=tmp_path)
