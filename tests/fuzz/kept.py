"""The kept corpus: for each target few and small inputs that take every step in our code that was taken."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.fuzz.targets import examine

CORPUS = Path(__file__).parent / "corpus"
FOUND = "fundet-"  # begins the name of an input that once broke a law
OURS = str(Path(__file__).resolve().parents[2] / "converters")
LARGEST = 100_000  # bytes of one target's inputs
Steps = set[tuple[str, int, int]]


def kept(name: str) -> list[Path]:
    """The inputs of a target, in order of their names."""
    return sorted(path for path in (CORPUS / name).glob("*") if path.is_file())


def keep(name: str, folder: Path) -> int:
    """Keep from a folder of inputs those that take steps no smaller one takes; how many are kept now."""
    candidates = {path.read_bytes() for path in (*folder.iterdir(), *kept(name)) if path.is_file()}
    chosen = _covering(name, sorted(candidates, key=lambda raw: (len(raw), raw)))
    for path in kept(name):
        if not path.name.startswith(FOUND):
            path.unlink()
    found = {path.read_bytes() for path in kept(name)}
    for raw in chosen:
        if raw not in found:
            add(name, raw)
    return len(kept(name))


def add(name: str, raw: bytes, *, found: bool = False) -> Path:
    """Put an input among those that are kept."""
    path = CORPUS / name / f"{FOUND if found else ''}{hashlib.sha256(raw).hexdigest()[:12]}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def _covering(name: str, inputs: Iterable[bytes]) -> list[bytes]:
    """Go through inputs, smallest first, and then drop those that later ones make needless."""
    seen: Steps = set()
    chosen: list[tuple[bytes, Steps]] = []
    size = 0
    for raw in inputs:
        steps = _steps(name, raw)
        if steps and steps - seen and size + len(raw) <= LARGEST:
            seen |= steps
            size += len(raw)
            chosen.append((raw, steps))
    needed: Steps = set()
    least = []
    for raw, steps in reversed(chosen):
        if steps - needed:
            needed |= steps
            least.append(raw)
    return least


def _steps(name: str, raw: bytes) -> Steps | None:
    """The steps from line to line of ours that an input runs; None for one that breaks a law."""
    steps: Steps = set()
    with _watched(steps):
        try:
            examine(name, raw)
        except Exception:  # noqa: BLE001 - a finding, which is kept by hand once it is mended
            return None
    return steps


@contextmanager
def _watched(steps: Steps) -> Iterator[None]:
    def call(frame: FrameType, _: str, __: object) -> object:
        file, before = frame.f_code.co_filename, 0
        if not file.startswith(OURS):
            return None

        def line(frame: FrameType, event: str, _: object) -> object:
            nonlocal before
            if event == "line":
                steps.add((file, before, frame.f_lineno))
                before = frame.f_lineno
            return line

        return line

    outer = sys.gettrace()
    sys.settrace(call)  # type: ignore[arg-type]  # a tracer gives a tracer
    try:
        yield
    finally:
        sys.settrace(outer)
