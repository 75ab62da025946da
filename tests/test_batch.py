"""Many sources at once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from converters.batch import Batch
from converters.cli import CLEAN, REFUSED, STOPPED, main
from converters.crew import Crew
from converters.errors import CrashedReader, FailedConversion
from converters.fold import Said
from converters.folders import Fate
from converters.model import Source
from converters.pipeline import Conversion, Options, Run, Told, sources_in, tell
from tests import many
from tests.chamber import THREE_ITEMS, minutes, tree

ROOT = Path(__file__).resolve().parent.parent
POSIX = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs signals that only POSIX systems have")
LETTER = "Kære borger\n\nTak for dit brev om skolevejen.\n\nVenlig hilsen\nForvaltningen\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An empty inbox."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def convert(
    inbox: Path, out: Path, crew: Crew, task: Callable[[Path, Source, Said], Told] = tell
) -> dict[str, Fate]:
    """What became of each source, by its name."""
    run = Run(Options(out=out))
    with crew:
        fates = {path.name: fate for path, fate in Batch(run, crew, task).convert(sources_in(inbox))}
    run.close()
    return fates


def pages(out: Path) -> Mapping[str, bytes]:
    """Everything that was written, less the memory of it."""
    return {path: content for path, content in tree(out).items() if not path.startswith(".referat/")}


def dying(path: Path, source: Source, said: Said) -> Told:
    """The task, but for one source that takes its process with it, and one the converter has a fault on."""
    if path.stem.endswith("002"):
        os._exit(7)
    if path.stem.endswith("003"):
        raise IndexError(path.name)
    return tell(path, source, said)


class Spy:
    """The task, and the names of those it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def task(self, path: Path, source: Source, said: Said) -> Told:
        """Read and understand it, and remember its name."""
        self.asked.append(path.name)
        return tell(path, source, said)

    def since(self) -> list[str]:
        """Who was asked for since it was last looked."""
        asked, self.asked = self.asked, []
        return asked


def test_a_folder_with_broken_files_among_many(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """190 meetings, ten refusals by name, exit code 1."""
    many.fill(inbox, 190)
    many.break_some(inbox)

    code = main(["convert", str(inbox), "--out", str(tmp_path / "content")])

    said, complained = capsys.readouterr()
    assert code == REFUSED
    assert "200 kilder: 190 omsat, 10 afvist." in said
    assert len(list((tmp_path / "content").rglob("index.md"))) == 190
    assert complained.count("Afvist: ") == 10
    for name, (_, refusal) in many.BROKEN.items():
        assert name in complained
        assert re.search(rf"^  {re.escape(name)} .*\({refusal}\)$", said, re.MULTILINE), said


@pytest.mark.parametrize(
    "hand_in", [None, ThreadPoolExecutor], ids=["processes", "an executor that is handed in"]
)
def test_the_bytes_do_not_depend_on_who_reads(
    inbox: Path, tmp_path: Path, hand_in: Callable[[int], Executor] | None
) -> None:
    """One worker or several, of our own or another's: the pages are the same, and so are the refusals."""
    many.fill(inbox, 12)
    many.break_some(inbox)
    alone = convert(inbox, tmp_path / "alone", Crew())

    executor = hand_in(3) if hand_in else None
    together = convert(inbox, tmp_path / "together", Crew(workers=3, executor=executor))

    if executor:
        assert executor.submit(int, "1").result() == 1  # it is still open
        executor.shutdown()
    assert pages(tmp_path / "together") == pages(tmp_path / "alone")
    assert {name: str(fate) for name, fate in together.items() if not isinstance(fate, Conversion)} == {
        name: str(fate) for name, fate in alone.items() if not isinstance(fate, Conversion)
    }


def test_a_worker_that_dies_costs_one_source(inbox: Path, tmp_path: Path) -> None:
    """So does a fault of the converter; every other source becomes a meeting."""
    many.fill(inbox, 8, kinds=".txt")

    fates = convert(inbox, tmp_path / "content", Crew(workers=2), dying)

    died, failed = fates.pop("referat-002.txt"), fates.pop("referat-003.txt")
    assert isinstance(died, CrashedReader)
    assert isinstance(failed, FailedConversion)
    assert "IndexError" in str(failed)
    assert all(isinstance(fate, Conversion) and fate.results for fate in fates.values())


def test_a_fault_stops_nothing_in_this_process_either(inbox: Path, tmp_path: Path) -> None:
    """One worker is no reason to end the run."""
    many.fill(inbox, 5, kinds=".txt")
    (inbox / "referat-002.txt").unlink()

    fates = convert(inbox, tmp_path / "content", Crew(), dying)

    assert isinstance(fates.pop("referat-003.txt"), FailedConversion)
    assert all(isinstance(fate, Conversion) for fate in fates.values())


def test_only_new_minutes_are_read(inbox: Path, tmp_path: Path) -> None:
    """Where a folder holds nothing but open minutes."""
    many.fill(inbox, 3, kinds=".txt")
    spy = Spy()
    convert(inbox, tmp_path / "content", Crew(), spy.task)
    assert len(spy.since()) == 3

    (inbox / "referat-003.txt").write_text(many.paper(3), encoding="utf-8")
    fates = convert(inbox, tmp_path / "content", Crew(), spy.task)

    assert spy.since() == ["referat-003.txt"]
    assert [isinstance(fate, Conversion) and fate.unchanged for fate in fates.values()] == [True] * 3 + [
        False
    ]


def test_a_folder_with_a_document_is_done_whole(inbox: Path, tmp_path: Path) -> None:
    """What is new in it, or gone, may belong to any of its meetings; what is as it was is not read."""
    many.fill(inbox, 1, kinds=".txt")
    spy = Spy()
    out = tmp_path / "content"
    convert(inbox, out, Crew(), spy.task)
    spy.since()

    (inbox / "skolevej.txt").write_text(LETTER, encoding="utf-8")
    fates = convert(inbox, out, Crew(), spy.task)
    assert sorted(spy.since()) == ["referat-000.txt", "skolevej.txt"]
    letter = fates["skolevej.txt"]
    assert isinstance(letter, Conversion)
    assert letter.attached_to == ("birkevig-kommune/teknik-og-miljoeudvalget/2025-01-06",)
    assert list(out.rglob("bilag/*.md"))

    again = convert(inbox, out, Crew(), spy.task)
    assert spy.since() == []
    assert all(isinstance(fate, Conversion) and fate.unchanged for fate in again.values())

    (inbox / "skolevej.txt").unlink()
    convert(inbox, out, Crew(), spy.task)
    assert spy.since() == ["referat-000.txt"]
    assert not list(out.rglob("bilag/*.md"))


def test_a_folder_with_a_closed_item_is_done_whole(inbox: Path, tmp_path: Path) -> None:
    """A new file may belong to the closed item, whatever it looks like."""
    shut = minutes(THREE_ITEMS[0], ("2", "Lukket - Køb af grund", "Godkendt."), day="07-01-2026")
    (inbox / "a.txt").write_text(shut, encoding="utf-8")
    spy = Spy()
    convert(inbox, tmp_path / "content", Crew(), spy.task)
    spy.since()

    many.fill(inbox, 1, kinds=".txt")
    convert(inbox, tmp_path / "content", Crew(), spy.task)

    assert sorted(spy.since()) == ["a.txt", "referat-000.txt"]


def test_a_refused_file_does_not_have_its_folder_read_again(inbox: Path, tmp_path: Path) -> None:
    """It alone is looked at, each time, until it is mended or taken away."""
    many.fill(inbox, 2, kinds=".txt")
    (inbox / "skolevej.txt").write_text(LETTER, encoding="utf-8")
    (inbox / "tom.txt").write_text("", encoding="utf-8")
    spy = Spy()
    convert(inbox, tmp_path / "content", Crew(), spy.task)
    assert len(spy.since()) == 4

    convert(inbox, tmp_path / "content", Crew(), spy.task)

    assert spy.since() == ["tom.txt"]


def test_clerks_are_told_of_attachments(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the file became a part of, and how many there were."""
    many.fill(inbox, 1, kinds=".txt")
    (inbox / "skolevej.txt").write_text(LETTER, encoding="utf-8")

    assert main(["convert", str(inbox), "--out", str(tmp_path / "content")]) == CLEAN

    said = capsys.readouterr().out
    assert "skolevej.txt: bilag til birkevig-kommune/teknik-og-miljoeudvalget/2025-01-06" in said
    assert "2 kilder: 1 omsat, 1 bilag." in said


@POSIX
def test_ctrl_c_leaves_whole_meetings(tmp_path: Path) -> None:
    """One Danish line, exit code 130, no process left; the next run ends as one that was left alone."""
    for number in range(120):  # more than are read before the first is told of
        folder = tmp_path / f"inbox/{number:02}"
        folder.mkdir(parents=True)
        (folder / "referat.txt").write_text(many.paper(number), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "converters",
        "convert",
        str(tmp_path / "inbox"),
        "--workers",
        "2",
        "--out",
    ]
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True, cwd=ROOT)
    whole = pages(tmp_path / "whole")
    out = tmp_path / "stopped"

    with subprocess.Popen(
        [*command, str(out)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=True
    ) as stopped:
        assert stopped.stdout
        stopped.stdout.readline()  # the first meeting is told of
        os.killpg(stopped.pid, signal.SIGINT)  # as the keyboard does
        _, complained = stopped.communicate(timeout=60)

    assert stopped.returncode == STOPPED
    assert complained.decode() == "Afbrudt. Intet er halvt skrevet; kør kommandoen igen.\n"
    assert is_gone(stopped.pid)
    done = pages(out)
    assert done
    assert done.items() <= whole.items()
    folders = {path.rpartition("/")[0] for path in done}
    assert {path for path in whole if path.rpartition("/")[0] in folders} == set(done)
    again = subprocess.run([*command, str(out)], check=True, capture_output=True, cwd=ROOT, encoding="utf-8")
    assert "uændret" in again.stdout
    assert pages(out) == whole


def is_gone(group: int) -> bool:
    """Whether every process of the group ends within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
