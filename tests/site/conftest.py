"""Sites that several tests look at, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.building import build_site
from tests.site.municipality import PAGES


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small municipality."""
    return build_site(tmp_path_factory.mktemp("birkevig"), PAGES)
