"""The wheel of these sources, and the wheel of a later version."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.town.towns import built, copied, newer


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's files, so that building leaves nothing behind in them."""
    return copied(tmp_path_factory.mktemp("kilder"))


@pytest.fixture(scope="session")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of these sources."""
    return built(sources, tmp_path_factory.mktemp("hjul"))


@pytest.fixture(scope="session")
def newer_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a later version."""
    return built(newer(copied(tmp_path_factory.mktemp("nyere"))), tmp_path_factory.mktemp("nyere-hjul"))
