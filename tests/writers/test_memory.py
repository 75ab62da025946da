"""What earlier runs converted."""

from pathlib import Path

import pytest

from converters.findings import Code, Finding
from converters.writers import memory
from converters.writers.memory import Memory, Remembered
from tests.chamber import source

GAVE = Remembered(
    records=("udvalget/2026-03-05/.referat.json",),
    findings=(Finding(code=Code.NO_DATE, message="Kilden siger ikke, hvornår mødet var."),),
)


def test_a_source_is_remembered_with_its_findings(tmp_path: Path) -> None:
    """A skipped source still says what a person should look at."""
    first = Memory(tmp_path, "")
    first.keep(source(), GAVE)
    first.save()

    assert Memory(tmp_path, "").recall(source()) == GAVE


@pytest.mark.parametrize(
    ("file", "content", "options"), [("b.txt", "", ""), ("referat.txt", "x", ""), ("referat.txt", "", "x")]
)
def test_another_name_content_or_option_is_not_remembered(
    tmp_path: Path, file: str, content: str, options: str
) -> None:
    """Each of them may change the pages."""
    first = Memory(tmp_path, "")
    first.keep(source(), GAVE)
    first.save()

    assert Memory(tmp_path, options).recall(source(file, content)) is None


def test_another_converter_remembers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change in the code that makes pages means that they are made again."""
    first = Memory(tmp_path, "")
    first.keep(source(), GAVE)
    first.save()
    monkeypatch.setattr(memory, "_NOT_CONVERSION", (*memory._NOT_CONVERSION, "fold"))  # noqa: SLF001 - stands for an edit

    assert Memory(tmp_path, "").recall(source()) is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"converter": 1}', "\xff"])
def test_a_broken_memory_is_an_empty_one(tmp_path: Path, content: str) -> None:
    """It is only a short cut."""
    (tmp_path / ".referat").mkdir()
    (tmp_path / ".referat/omsat.json").write_text(content, encoding="latin-1")

    assert Memory(tmp_path, "").recall(source()) is None


def test_a_memory_that_cannot_be_saved_stops_nothing(tmp_path: Path) -> None:
    """The next run is slower, and nothing else."""
    (tmp_path / ".referat").write_text("en fil", encoding="utf-8")
    first = Memory(tmp_path, "")
    first.keep(source(), GAVE)

    first.save()

    assert (tmp_path / ".referat").read_text(encoding="utf-8") == "en fil"


def test_git_leaves_the_memory_out(tmp_path: Path) -> None:
    """It says so itself, so that no project has to."""
    first = Memory(tmp_path, "")
    first.keep(source(), GAVE)
    first.save()

    assert (tmp_path / ".referat/.gitignore").read_text(encoding="utf-8") == "*\n"
