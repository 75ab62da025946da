"""A process that is killed at a given call, for what must then be old or new and never half."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def killed_after(calls: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """What makes a call count; after so many of all that count, the process is killed before the next."""
    left: Iterator[int] = iter(range(calls))

    def counted(call: Callable[P, R]) -> Callable[P, R]:
        def counting(*arguments: P.args, **named: P.kwargs) -> R:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return counting

    return counted
