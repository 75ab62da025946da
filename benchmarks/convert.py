"""What converting one source costs as a whole process: CPU seconds and memory, and how both grow.

    .venv/bin/python benchmarks/convert.py SOURCE      measures the given text
    .venv/bin/python benchmarks/convert.py             measures the shapes below alone

Every figure is the least of three runs of ``python -m converters convert`` into an empty folder.
Starting Python and importing is part of it, so the growth is told on what lies above an empty run.
POSIX only: the child's own figures come from wait4.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
RUNS = 3
FACTORS = (1, 2, 4, 10)
SMALL = 100_000  # characters of a shape at factor 1
KILO = 1024

# Texts that once cost more than their length, or could: each is repeated to SMALL characters.
SHAPES: Mapping[str, Callable[[int], str]] = {
    "numbered lines": lambda n: "\n".join(f"{i}. Sag om vej {i}" for i in range(1, n // 18)),
    "bullets alone": lambda n: "tekst\n•\n" * (n // 8),
    "short lines": lambda n: "a\n" * (n // 2),
    "one long line": lambda n: "Sag " * (n // 4),
    "labels only": lambda n: "Beslutning\n" * (n // 11),
    "table rows": lambda n: "Veje 41.200 41.600 400\n" * (n // 23),
    "page breaks": lambda n: "\fSide 1 af 2\n" * (n // 13),
    "empty lines": lambda n: "\n" * (n - 20) + "Referat\n",
    "addresses": lambda n: "https://www.birkevig.example/a\n" * (n // 31),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds (user and system) and the largest resident memory in MB of one process."""

    seconds: float
    megabytes: float


def cost_of(text: bytes) -> Cost:
    """Convert the text in a process of its own, three times, and give the least of each figure."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "kilde.txt")
        source.write_bytes(text)
        costs = [_run(source, Path(folder, f"ud-{run}")) for run in range(RUNS)]
    return Cost(min(one.seconds for one in costs), min(one.megabytes for one in costs))


def _run(source: Path, out: Path) -> Cost:
    command = [sys.executable, "-m", "converters", "convert", str(source), "--out", str(out)]
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, cwd=HOME, stdout=subprocess.DEVNULL, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        # A source that is refused costs too; a crash is no measurement.
        if child.returncode not in {0, 1} or b"Traceback" in said.read():
            sys.exit(f"benchmark: {' '.join(command)} ended with {child.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILO)


def show(name: str, make: Callable[[int], bytes], idle: float) -> None:
    """Print a line for each size, and how much more than the first it costs above an idle run."""
    first: float | None = None
    for factor in FACTORS:
        text = make(factor)
        cost = cost_of(text)
        above = max(cost.seconds - idle, 0.001)
        first = first or above
        print(
            f"{name:24} {len(text) / KILO:9.0f} KB {cost.seconds:7.2f} s"
            f" {cost.megabytes:6.0f} MB {above / first:6.1f}x"
        )


def main() -> None:
    """Measure the source named on the command line, if any, and the shapes."""
    idle = cost_of(b"Referat\n").seconds
    print(f"{'idle':24} {'':12} {idle:7.2f} s")
    for name in sys.argv[1:]:
        text = Path(name).read_bytes()
        show(Path(name).name[:24], partial(_repeated, text), idle)
    for shape, make in SHAPES.items():
        show(shape, partial(_shaped, make), idle)


def _repeated(text: bytes, factor: int) -> bytes:
    return b"\n\f".join([text] * factor)


def _shaped(make: Callable[[int], str], factor: int) -> bytes:
    return make(SMALL * factor).encode()


if __name__ == "__main__":
    main()
