"""The town that the tests of history happen in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from converters.cli import CLEAN
from tests.history.town import Town


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a town whose three items are converted and published; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("birkevig")
    made = Town(folder)
    assert made.convert() == CLEAN
    made.publish()
    return folder


@pytest.fixture
def town(published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Town:
    """A town whose three items are converted and published."""
    folder = tmp_path / "birkevig"
    shutil.copytree(published, folder)
    capsys.readouterr()
    return Town(folder, capsys)
