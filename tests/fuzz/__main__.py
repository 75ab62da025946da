"""Fuzz a target, or all of them: ``python -m tests.fuzz TARGET --seconds 480``; needs the extra ``fuzz``.

Inputs and findings go into a folder of their own (``--work``).  ``--shrink FILE`` gives the smallest input
that still breaks what a finding breaks; ``--keep`` brings what a run found out into the kept corpus.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.kept import CORPUS, keep
from tests.fuzz.shrinking import shrunk
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
ALL = "all"
MEGABYTES = 2_048
# By the clock; the engine itself counts computing and is done much earlier, unless the machine stands still.
STANDSTILL = 600
EXECUTED = re.compile(r"stat::number_of_executed_units: +(?P<count>[0-9]+)")
REACHED = re.compile(r"cov: (?P<edges>[0-9]+) ft: (?P<features>[0-9]+)")
FIGURES = "{target:<14}{runs:>12}{computed:>10.0f}{edges:>8}{found:>10}{ended:>8}"


@dataclass(slots=True, kw_only=True)
class Figures:
    """What fuzzing came to: runs, seconds of computing, edges reached, findings, processes that died."""

    runs: int = 0
    computed: float = 0.0
    edges: int = 0
    found: int = 0
    ended: int = 0


def main() -> None:
    """Do what was asked, and print the figures."""
    asked = _arguments().parse_args()
    names = tuple(TARGETS) if asked.target == ALL else (asked.target,)
    if asked.shrink:
        (name,) = names
        sys.stdout.buffer.write(shrunk(name, asked.shrink.read_bytes()))
        return
    work = asked.work or Path(tempfile.mkdtemp(prefix="referat-fuzz-"))
    _print(
        FIGURES.replace(".0f", "").format(
            target="target", runs="runs", computed="seconds", edges="edges", found="findings", ended="ended"
        )
    )
    for name in names:
        folder = work / name
        figures = fuzz(name, folder, asked.seconds, asked.seeds)
        _print(
            FIGURES.format(
                target=name,
                runs=figures.runs,
                computed=figures.computed,
                edges=figures.edges,
                found=figures.found,
                ended=figures.ended,
            )
        )
        for told in sorted((folder / "findings").glob("*.txt")):
            _print(f"  {told.with_suffix('')}: {told.read_text('utf-8').splitlines()[0]}")
        if asked.keep:
            _print(f"  {keep(name, folder / 'inputs')} inputs kept")


def fuzz(name: str, folder: Path, seconds: int, seeds: Path | None = None) -> Figures:
    """Fuzz for so many seconds by the clock; a process that dies leaves its input, and another goes on."""
    figures = Figures()
    for kind in ("inputs", "findings", "ended"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    for number, left in enumerate(_seconds_left(until)):
        log = folder / f"log-{number}.txt"
        code, computed = _run(name, folder, log, (left, seeds))
        told = log.read_text("utf-8", errors="replace")
        figures.computed += computed
        figures.runs += sum(int(one["count"]) for one in EXECUTED.finditer(told))
        figures.edges = max((int(one["edges"]) for one in REACHED.finditer(told)), default=figures.edges)
        if code:
            figures.ended += 1
            _keep_last(folder, f"{code}-{number}")
    figures.found = len(list((folder / "findings").glob("*.txt")))
    return figures


def _seconds_left(until: float) -> Iterator[int]:
    while (left := int(until - time.monotonic())) > 0:
        yield left


def _run(name: str, folder: Path, log: Path, how: tuple[int, Path | None]) -> tuple[int, float]:
    """Run the engine; its exit code, and the seconds that it computed."""
    seconds, seeds = how
    known = [str(path) for path in (CORPUS / name, seeds and seeds / name) if path and path.is_dir()]
    command = [
        *(sys.executable, "-m", "tests.fuzz.engine", name, str(folder), str(folder / "inputs"), *known),
        *(f"-max_total_time={seconds}", f"-timeout={STANDSTILL}", f"-rss_limit_mb={MEGABYTES}"),
        *(f"-artifact_prefix={folder / 'ended'}/", "-print_final_stats=1", "-report_slow_units=60"),
    ]
    before = _computed()
    with log.open("wb") as told:
        code = subprocess.run(command, cwd=ROOT, stdout=told, stderr=told, check=False).returncode
    return code, _computed() - before


def _computed() -> float:
    import resource  # noqa: PLC0415 - not there on Windows, where the engine is not either

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _keep_last(folder: Path, name: str) -> None:
    """Put the input that a process died of beside the findings."""
    last = folder / "last"
    if last.is_file():
        held = last.read_bytes()
        (folder / "ended" / name).write_bytes(held[4 : 4 + int.from_bytes(held[:4])])


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=(*TARGETS, ALL))
    parser.add_argument("--seconds", type=int, default=60, help="by the clock, for each target")
    parser.add_argument("--work", type=Path, help="where inputs and findings go; a new folder without it")
    parser.add_argument("--seeds", type=Path, help="more inputs to begin with, in a folder for each target")
    parser.add_argument(
        "--shrink", type=Path, metavar="FILE", help="print the smallest input with its finding"
    )
    parser.add_argument("--keep", action="store_true", help="bring what was reached into the kept corpus")
    return parser


if __name__ == "__main__":
    main()
