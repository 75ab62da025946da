"""Processes of our own: how they end when nobody waits for their answers any more."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable

import pytest

from converters.pool import kill, pool

LONG = 200_000_000  # bytes of an answer that takes a while to hand over


def sleeping() -> None:
    """Not answer while a test goes on."""
    time.sleep(60)


def answering() -> bytes:
    """Give an answer that is handed over in many parts."""
    return bytes(LONG)


@pytest.mark.parametrize("work", [sleeping, answering])
def test_a_killed_pool_is_gone(work: Callable[[], object]) -> None:
    """No worker and no thread is left, wherever in their work they were; else the command would not end."""
    processes, threads = set(multiprocessing.active_children()), set(threading.enumerate())
    workers = pool(2)
    futures = [workers.submit(work) for _ in range(3)]
    assert set(multiprocessing.active_children()) > processes
    answers = workers._result_queue._reader  # type: ignore[attr-defined]  # noqa: SLF001 - tells that one is on its way
    if work is answering:
        assert answers.poll(60)

    kill(workers)

    assert set(multiprocessing.active_children()) == processes
    assert set(threading.enumerate()) <= threads
    assert all(future.done() for future in futures)
