"""The process that fuzzes one target: ``python -m tests.fuzz.engine TARGET FOLDER LIBFUZZER-OPTIONS``.

What breaks a law is written down, once for each place it comes from, and the fuzzing goes on; what takes
the process with it (a crash of a library, too much time or memory) leaves the input behind as well.
"""

from __future__ import annotations

import hashlib
import mmap
import random
import signal
import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["converters"], enable_loader_override=False):
    # Imported by the readers when they need them, which would be too late to be watched.
    from converters.readers import package_every_word, pdf_every_word, pdf_pictures, pdf_table_pages
    from tests.fuzz.mutation import mutated
    from tests.fuzz.shrinking import signature
    from tests.fuzz.targets import TARGETS, examine

LATE = (package_every_word, pdf_every_word, pdf_pictures, pdf_table_pages)
FINDINGS, LAST = "findings", "last"
# Of computing, by the process's own clock, since a busy machine stands still now and then.  Python notices at
# once; a library that does not come back is ended with the process at twice that.
SECONDS = 10


def main() -> None:
    """Fuzz until libFuzzer is told to stop."""
    name, folder, *options = sys.argv[1:]
    findings = Path(folder) / FINDINGS
    findings.mkdir(parents=True, exist_ok=True)
    known = _unmended(name, findings)
    last = _Last(Path(folder) / LAST, TARGETS[name].largest)
    signal.signal(signal.SIGPROF, _take_too_long)
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)

    def once(raw: bytes) -> None:
        last.keep(raw)
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.setitimer(signal.ITIMER_VIRTUAL, 2 * SECONDS)
        try:
            examine(name, raw)
        except (Exception, TooSlow) as error:  # noqa: BLE001 - every error is a finding
            _note(findings, known, raw, error)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def damage(raw: bytes, most: int, seed: int) -> bytes:
        return mutated(name, raw, most, random.Random(seed), atheris.Mutate)  # noqa: S311 - damage, no secret

    atheris.Setup([sys.argv[0], *options, f"-max_len={TARGETS[name].largest}"], once, custom_mutator=damage)
    atheris.Fuzz()


class TooSlow(BaseException):
    """An input took more computing than any of its size may."""


def _take_too_long(*_: object) -> None:
    raise TooSlow


class _Last:
    """The input that is at work, in a file that outlives the process."""

    def __init__(self, file: Path, largest: int) -> None:
        self._size = largest + 4
        file.write_bytes(bytes(self._size))
        with file.open("r+b") as opened:
            self._held = mmap.mmap(opened.fileno(), self._size)

    def keep(self, raw: bytes) -> None:
        """Write it down: four bytes of its length, and the input."""
        raw = raw[: self._size - 4]
        self._held[: 4 + len(raw)] = len(raw).to_bytes(4) + raw


def _unmended(name: str, findings: Path) -> dict[str, int]:
    """The lengths of the findings of earlier runs that still are; what was mended is cleared away."""
    known = {}
    for told in findings.glob("*.txt"):
        file = told.with_suffix("")
        try:
            examine(name, file.read_bytes())
        except Exception as error:  # noqa: BLE001 - as in the run
            known[signature(error)] = file.stat().st_size
        else:
            told.unlink()
            file.unlink()
    return known


def _note(findings: Path, known: dict[str, int], raw: bytes, error: BaseException) -> None:
    """Keep the shortest input of a finding, and what it raised."""
    name = signature(error)
    if len(raw) >= known.get(name, sys.maxsize):
        return
    known[name] = len(raw)
    file = findings / hashlib.sha256(name.encode()).hexdigest()[:12]
    file.write_bytes(raw)
    told = "".join(traceback.format_exception(error))
    file.with_suffix(".txt").write_text(f"{name}\n{told}", encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
