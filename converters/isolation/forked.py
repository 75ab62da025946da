"""The program that sources are read in, as a fork of the command instead of a Python of its own.

At its start the command has loaded little more than what that program needs, holds nothing of any
source yet and has one thread: a copy of it is as clean as a new Python, and costs a fifteenth of one.
"""

from __future__ import annotations

import math
import os
import signal
import threading
import time
from collections.abc import Callable

DONE, FAILED = 0, 1
GLANCE = 0.001  # seconds between two looks whether it has ended; it does so at once when its input closes
OUTER = 3  # the first open file that is not one of a program's own three


class Forked:
    """A program that serves on two pipes; it has a session of its own, as a started one has."""

    def __init__(self, serve: Callable[[int, int], None], *, shows_errors: bool) -> None:
        asked, asks = os.pipe()
        answers, answered = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            _serve(serve, asked, answered, shows_errors=shows_errors)
        os.close(asked)
        os.close(answered)
        self.stdin = os.fdopen(asks, "wb")
        self.stdout = os.fdopen(answers, "rb")
        self._ended = False

    def wait(self, timeout: float = math.inf) -> None:
        """Wait so many seconds for its end.  Raises TimeoutError."""
        until = time.monotonic() + timeout
        while not self._has_ended():
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(GLANCE)

    def kill(self) -> None:
        """End it, whatever it is at."""
        if not self._has_ended():
            os.kill(self.pid, signal.SIGKILL)

    def _has_ended(self) -> bool:
        self._ended = self._ended or os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
        return self._ended


def can_fork() -> bool:
    """Whether a copy of this process is whole: other threads would be missing in it."""
    return hasattr(os, "fork") and threading.active_count() == 1


def _serve(serve: Callable[[int, int], None], asked: int, answered: int, *, shows_errors: bool) -> None:
    code = FAILED
    try:
        os.setsid()
        os.dup2(asked, 0)
        os.dup2(answered, 1)
        if not shows_errors:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.closerange(OUTER, os.sysconf("SC_OPEN_MAX"))
        serve(0, 1)
        code = DONE
    finally:
        os._exit(code)  # what the command has yet to do at its end is not this program's to do
