"""Who does the work: this process, workers, or a cluster."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from converters import crew as crews
from converters.batch import Batch
from converters.cli import REFUSED, main
from converters.crew import Crew, crew_for
from converters.errors import CrashedReader, FailedConversion, MissingProgram, NoScheduler
from converters.pipeline import Conversion, Options, Run
from tests import many
from tests.chamber import tree
from tests.test_batch import dying


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
    tmp_path: Path, cluster: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its workers read in children of their own, though they may have none by Python's rules."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    many.fill(inbox, 9)
    many.break_some(inbox)
    for out in ("alone", "cluster"):  # the seals of both with one salt, which is drawn by lot else
        sealed = tmp_path / out / ".referat" / "tilbageholdt"
        sealed.mkdir(parents=True)
        (sealed / "salt").write_text("1f" * 32, encoding="ascii")
    main(["convert", str(inbox), "--out", str(tmp_path / "alone"), "--workers", "1"])
    capsys.readouterr()

    code = main(["convert", str(inbox), "--out", str(tmp_path / "cluster"), "--scheduler", cluster])

    assert code == REFUSED
    assert "19 kilder: 9 omsat, 10 afvist." in capsys.readouterr().out
    assert tree(tmp_path / "cluster") == tree(tmp_path / "alone")


@pytest.mark.filterwarnings("default")  # as above
def test_a_cluster_survives_a_source(tmp_path: Path, cluster: str) -> None:
    """Where its workers die over one, that one is refused; the others become meetings."""
    many.fill(tmp_path, 4, kinds=".txt")
    run = Run(Options(out=tmp_path / "content"))

    with crew_for([1], workers=None, scheduler=cluster) as crew:
        fates = {path.name: fate for path, fate in Batch(run, crew, dying).convert(tmp_path.glob("*.txt"))}

    assert isinstance(fates.pop("referat-002.txt"), CrashedReader)
    assert isinstance(fates.pop("referat-003.txt"), FailedConversion)
    assert all(isinstance(fate, Conversion) for fate in fates.values())


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
