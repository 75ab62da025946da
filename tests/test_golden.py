"""Each source in `inbox/` is this meeting: its outline, read by eye, changes with --update-golden only."""

from pathlib import Path

import pytest

from converters.fold import understand
from converters.readers import read
from converters.readers.doorway import source_of
from tests.conftest import ROOT
from tests.outline import outline

SOURCES = sorted((ROOT / "inbox").rglob("*.txt"))
GOLDEN = ROOT / "tests/golden/inbox"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_source_is_this_meeting(source: Path, *, update_golden: bool) -> None:
    """The outline of what was understood is the one that was reviewed."""
    golden = GOLDEN / f"{source.stem}.txt"
    found = outline(understand(read(source), source_of(source)))

    if update_golden:
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_no_outline_is_left_over() -> None:
    """A source that is gone leaves no outline behind."""
    assert {path.stem for path in GOLDEN.iterdir()} == {path.stem for path in SOURCES}
