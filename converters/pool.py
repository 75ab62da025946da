"""Processes of our own that do the work, loaded where there is more than one."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor

from converters.isolation.forked import can_fork
from converters.patience import be_patient

_WAYS = ("fork", "forkserver", "spawn")  # the fastest first


def pool(workers: int) -> ProcessPoolExecutor:
    """Processes that begin clean, and fast where they can be forked off one that has imported all.

    That is this one while it has one thread, which holds nothing of any source yet; else a server's.
    """
    known = multiprocessing.get_all_start_methods()
    how = next(way for way in _WAYS if way in known and (way != "fork" or can_fork()))
    context = multiprocessing.get_context(how)
    if how == "forkserver":
        context.set_forkserver_preload(["converters.pipeline"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Make a process a worker: it leaves Ctrl-C to the command, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_patient()
    if parent := multiprocessing.parent_process():

        def follow() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=follow, daemon=True).start()


def kill(pool: Executor) -> None:
    """End the workers of a pool at once, whatever they are at; one without processes has nothing to end."""
    if not isinstance(pool, ProcessPoolExecutor):
        return
    workers = dict(pool._processes or {})  # noqa: SLF001 - Python has a door to them from 3.14 on
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers.values():
        with contextlib.suppress(ValueError):  # closed already
            worker.kill()
