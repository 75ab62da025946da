"""Sources of one folder: what belongs together, and what is written when the run is broken off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converters.batch import Batch
from converters.crew import Crew
from converters.errors import LoneAnnex
from converters.fold import Said
from converters.model import Source
from converters.pipeline import Options, Run, Told, sources_in, tell
from tests import many
from tests.chamber import tree

LETTER = "Kære borger\n\nTak for dit brev om skolevejen.\n\nVenlig hilsen\nForvaltningen\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An empty inbox."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def convert(inbox: Path, out: Path, task: Callable[[Path, Source, Said], Told] = tell) -> None:
    """Convert all of the inbox in this process."""
    run = Run(Options(out=out))
    with Crew(workers=1) as crew:
        list(Batch(run, crew, task).convert(sources_in(inbox)))
    run.close()


def pages(out: Path) -> set[str]:
    """The paths of everything that was written, less the memory of it."""
    return {path for path in tree(out) if not path.startswith(".referat/")}


def test_annexes_in_a_folder_of_their_own(inbox: Path, tmp_path: Path) -> None:
    """A folder called "bilag" lies beside the minutes in the folder above it."""
    (inbox / "bilag").mkdir()
    (inbox / "referat.txt").write_text(many.paper(1), "utf-8")
    (inbox / "bilag/punkt-2-bilag-1-brev.txt").write_text(LETTER, "utf-8")

    convert(inbox, tmp_path / "content")

    texts = [path for path in pages(tmp_path / "content") if "/bilag/" in path and path.endswith(".md")]
    assert len(texts) == 1
    assert not any(path.startswith("dokumenter/") for path in pages(tmp_path / "content"))


def test_an_annex_without_its_minutes(inbox: Path, tmp_path: Path) -> None:
    """A file called an annex of an item is refused where only the minutes beside it were not given."""
    (inbox / "referat.txt").write_text(many.paper(1), "utf-8")
    annex = inbox / "punkt-2-bilag-1-brev.txt"
    annex.write_text(LETTER, "utf-8")
    run = Run(Options(out=tmp_path / "content"))

    with Crew(workers=1) as crew:
        ((_, fate),) = Batch(run, crew, tell).convert([annex])

    assert isinstance(fate, LoneAnnex)
    assert not pages(tmp_path / "content")


def test_broken_off_in_one_folder(inbox: Path, tmp_path: Path) -> None:
    """Minutes that were read when the run was broken off are written, though their folder is not done."""
    many.fill(inbox, 3, kinds=".txt")
    *_, last = sources_in(inbox)

    def task(path: Path, source: Source, said: Said) -> Told:
        if path.name == last.name:
            raise KeyboardInterrupt
        return tell(path, source, said)

    with pytest.raises(KeyboardInterrupt):
        convert(inbox, tmp_path / "content", task)

    assert any(path.endswith("index.md") for path in pages(tmp_path / "content"))
