"""The corpus, laid out and read once."""

from __future__ import annotations

import pytest

from tests.canary.corpus import lay_out
from tests.canary.making import Papers


@pytest.fixture(scope="package")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    """The sources in every format."""
    inbox = tmp_path_factory.mktemp("kanari") / "inbox"
    return Papers(inbox=inbox, words=lay_out(inbox))
