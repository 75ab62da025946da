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
    """End the workers of a pool at once, whatever they are at, and the thread that listens to them.

    One without processes has nothing to end.
    """
    if not isinstance(pool, ProcessPoolExecutor):
        return
    answers = pool._result_queue  # noqa: SLF001 - Python has no door to it
    for worker in tuple((pool._processes or {}).values()):  # noqa: SLF001 - and to these from 3.14 on
        with contextlib.suppress(ValueError):  # closed already
            worker.kill()
    # Who was killed halfway through an answer left half of it; ours is the last end anything could come from.
    answers._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001 - no door either
    # The thread is waited for: where it ends together with the command, they close the same pipe.
    pool.shutdown(cancel_futures=True)
