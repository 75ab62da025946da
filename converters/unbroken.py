"""What is begun is done: Ctrl-C waits until the folder that is being written stands whole."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


@contextlib.contextmanager
def unbroken() -> Iterator[None]:
    """Hold Ctrl-C back for a while, and then raise KeyboardInterrupt; a second one is obeyed at once.

    Where Ctrl-C means something else already, or cannot reach this thread, nothing is changed.
    """
    reaches = threading.current_thread() is threading.main_thread()
    if not reaches or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    held: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        if held:
            signal.default_int_handler(number, frame)
        held.append(number)

    signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if held:
            raise KeyboardInterrupt
