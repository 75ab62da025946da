"""Many sources at once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from converters import crew as crews
from converters.batch import Batch
from converters.cli import CLEAN, REFUSED, STOPPED, main
from converters.crew import Crew, crew_for
from converters.errors import CrashedReader, FailedConversion, MissingProgram, NoScheduler
from converters.fold import Said
from converters.folders import Fate
from converters.model import Source
from converters.pipeline import Conversion, Options, Run, Told, sources_in, tell
from converters.progress import Lines, progress, table
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
    for number in range(30):
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


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a real cluster of two worker processes."""
    distributed: Any = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield str(running.scheduler_address)


@pytest.mark.filterwarnings("default")  # what the cluster's own libraries warn of is theirs
def test_a_cluster_gives_the_same_pages(
    inbox: Path, tmp_path: Path, cluster: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its workers read in children of their own, though they may have none by Python's rules."""
    many.fill(inbox, 9)
    many.break_some(inbox)
    convert(inbox, tmp_path / "alone", Crew())

    code = main(["convert", str(inbox), "--out", str(tmp_path / "cluster"), "--scheduler", cluster])

    assert code == REFUSED
    assert "19 kilder: 9 omsat, 10 afvist." in capsys.readouterr().out
    assert pages(tmp_path / "cluster") == pages(tmp_path / "alone")


def test_dask_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(MissingProgram, match=r"pip install 'referat\[dask\]'"):
        enter(crew_for([1], workers=None, scheduler="tcp://127.0.0.1:1"))


@pytest.mark.filterwarnings("default")  # as above
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "klyngen", "xyz://klyngen:1"])
def test_a_cluster_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Within its time, and before anything is written."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(crews, "ANSWERS_WITHIN", 1)

    with pytest.raises(NoScheduler, match="svarer ikke"):
        enter(crew_for([1], workers=None, scheduler=address))


def enter(choice: AbstractContextManager[Crew]) -> Crew:
    """The crew that is chosen; none has begun to work."""
    with choice as crew:
        return crew


def test_few_bytes_are_not_worth_a_process() -> None:
    """What is asked for goes before what is worth while."""
    assert enter(crew_for([1000] * 9, workers=None, scheduler=None)).workers == 1
    assert enter(crew_for([10**8], workers=None, scheduler=None)).workers == 1
    assert enter(crew_for([10**6] * 9, workers=None, scheduler=None)).workers == min(9, crews.processors())
    assert enter(crew_for([1000] * 9, workers=5, scheduler=None)).workers == 5


def test_a_log_is_told_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many sources and pages, how fast, and how long it may take."""
    told: list[str] = []
    clock = iter([0.0, 4.0, 11.0, 12.0, 30.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    lines = Lines(4, told.append)

    for number in range(4):
        lines.heard(Path(f"{number}.pdf"), 22)

    assert told == ["Læst 2 af 4 kilder, 44 sider, 4 sider/s, ca. 11 s tilbage. Senest 1.pdf."]


def test_a_screen_shows_a_bar_and_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The bar holds what a waiting person asks; the table is drawn."""
    with progress({Path("a.pdf"): 900, Path("b.pdf"): 100}, print, is_screen=True) as shown:
        shown.heard(Path("a.pdf"), 30)
        print("a.pdf: omsat")  # noqa: T201 - as the command does while the bar stands
    table([("omsat", "1", ""), ("  [b].pdf", "", "uden tekst (empty)")], print, is_screen=True)

    said = capsys.readouterr().out
    assert "a.pdf: omsat" in said
    assert "[b].pdf" in said
    assert "uden tekst (empty)" in said
