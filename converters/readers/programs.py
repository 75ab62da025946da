"""Programs that read what no library of ours does, started so that none of them outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PASSED_ON = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
TOLD = 4_000  # bytes of what a program says about an error that are kept


class TooSlowError(Exception):
    """A program was ended at its limit."""


class FailedError(Exception):
    """A program ended with another code than 0."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(f"{code}: {said}")
        self.code = code
        self.said = said


def run(command: Sequence[str], *, folder: Path, seconds: float) -> None:
    """Run a program in a folder of its own and wait for it.

    Raises TooSlowError at the limit, with the program and all it started ended, FailedError for any
    exit code but 0, and OSError if the folder cannot be written.
    """
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
    said = folder / "said.txt"
    # A process that leads its session was set apart to read this one file: whoever did so ends the whole
    # group, and the program has to be in it.  Elsewhere the program gets a group that is ended here.
    apart = os.getsid(0) == os.getpid()
    with (
        said.open("wb") as errors,
        subprocess.Popen(  # noqa: S603 - a list of arguments, no shell; the program is named by the caller
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd=folder,
            env=environment,
            start_new_session=not apart,
        ) as started,
    ):
        try:
            code = started.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TooSlowError(command[0]) from error
        finally:
            if apart:
                started.kill()
            else:
                # Also after an ordinary end, for what the program left behind.
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(started.pid, signal.SIGKILL)
    if code != 0:
        raise FailedError(code, said.read_bytes()[-TOLD:].decode("utf-8", "replace"))
