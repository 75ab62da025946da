"""Programs that read what no library of ours does, started so that none of them outlives its reader."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# The program runs under a keeper, both in a process group of their own.  The keeper's standard input is
# held open by the reader; when the reader is gone, however it went, the keeper ends the whole group.
KEEPER = """
import os, signal, subprocess, sys, threading
program = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
def watch():
    sys.stdin.buffer.read()
    os.killpg(0, signal.SIGKILL)
threading.Thread(target=watch, daemon=True).start()
code = program.wait()
os._exit(code if code >= 0 else 128 - code)
"""
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
    with (
        said.open("wb") as errors,
        subprocess.Popen(  # noqa: S603 - a list of arguments, no shell; the program is named by the caller
            [sys.executable, "-I", "-S", "-c", KEEPER, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd=folder,
            env=environment,
            process_group=0,
        ) as keeper,
    ):
        try:
            code = keeper.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TooSlowError(command[0]) from error
        finally:
            # Gone already if the program ended by itself, and then nobody is there to be ended.
            if keeper.returncode is None:
                with suppress(ProcessLookupError):
                    os.killpg(keeper.pid, signal.SIGKILL)
    if code != 0:
        raise FailedError(code, said.read_bytes()[-TOLD:].decode("utf-8", "replace"))
