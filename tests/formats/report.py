"""One row a file: what became of each paper in each format, at a glance.

    python -m tests.formats.report            every file
    python -m tests.formats.report lyngsoe    files whose names hold a word
    add  -v  for every miss,  --fresh  to make the files anew

The files lie in a folder of the system's temporary ones until the code that makes them changes.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.formats.judged import Judged, judge
from tests.formats.producers import Made, build
from tests.formats.shared_fixtures import shared_fixtures

HERE = Path(__file__).parent
MEASURING = {"report.py", "measures.py", "accounts.py", "shares.py", "judged.py", "test_formats.py"}
SHOWN_MISSES = 12  # of a check, with -v


def files(*, fresh: bool = False) -> list[Made]:
    """Every file that is measured, made at most once for each state of the code that makes them."""
    state = hashlib.sha256()
    for source in sorted([*HERE.glob("*.py"), *HERE.glob("minutes/*.txt")]):
        if source.name not in MEASURING:
            state.update(source.read_bytes())
    folder = Path(tempfile.gettempdir(), f"referat-formats-{state.hexdigest()[:12]}")
    done = folder / "done"
    folder.mkdir(exist_ok=True)
    made = build(folder, again=fresh or not done.exists())
    done.touch()
    return [*made.values(), *shared_fixtures()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; exit code 1 if any target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("words", nargs="*")
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("--fresh", action="store_true")
    asked = parser.parse_args(arguments)
    good = True
    for made in files(fresh=asked.fresh):
        if not asked.words or any(word in made.name for word in asked.words):
            good &= _row(made, verbose=asked.verbose)
    return 0 if good else 1


def _row(made: Made, *, verbose: bool) -> bool:
    if made.missing:
        _say(f"{made.name:26} skipped, needs {made.missing}")
        return True
    start = time.perf_counter()
    try:
        judged = judge(made)
    except Exception as error:  # noqa: BLE001 - the row says what fell over, and the others follow
        _say(f"{made.name:26} FELL OVER {type(error).__name__}: {error}")
        if verbose:
            traceback.print_exc()
        return False
    took = time.perf_counter() - start
    if judged.refusal:
        _say(f"{made.name:26} {judged.refusal}")
        return False
    _say(f"{made.name:26} {took:5.1f} s  {'  '.join(_cells(judged))}")
    if verbose:
        for line in _misses(judged):
            _say(line)
    return all(figure.met for figure in judged.figures.values())


def _cells(judged: Judged) -> Iterator[str]:
    for name, figure in judged.figures.items():
        share = figure.share
        if share.wanted:
            mark = "" if figure.met else "!"
            yield f"{mark}{name} {share.found}/{share.wanted}"


def _misses(judged: Judged) -> Iterator[str]:
    for name, figure in judged.figures.items():
        for miss in figure.share.misses[:SHOWN_MISSES]:
            yield f"    {name}: {miss}"
        if (more := len(figure.share.misses) - SHOWN_MISSES) > 0:
            yield f"    {name}: … and {more} more"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
