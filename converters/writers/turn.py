"""The turn to write a content folder; it lies in the folder of the memory, which nobody publishes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from converters import turns
from converters.writers.failures import named_failures
from converters.writers.memory import MEMORY_FOLDER

_FILE = "i-gang"


class Turn:
    """The turn of this process to write a content folder. Raises Busy, and Unwritable."""

    def __init__(self, out: Path) -> None:
        self._folders = (out / MEMORY_FOLDER, out)
        with named_failures(out):
            self._turn = turns.take(out / MEMORY_FOLDER / _FILE, what="at skrive siderne", where=out)

    def end(self) -> None:
        """Let another run write, and leave no empty folder."""
        self._turn.end()
        for left in self._folders:
            with contextlib.suppress(OSError):  # it is not empty: something was written, or stood there
                left.rmdir()


@contextlib.contextmanager
def sole_writer(out: Path) -> Iterator[None]:
    """Hold the turn for a while. Raises Busy, and Unwritable."""
    turn = Turn(out)
    try:
        yield
    finally:
        turn.end()
