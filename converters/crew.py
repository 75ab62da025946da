"""Who does the work: this process, processes of its own, or an executor that is handed in."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from importlib import import_module
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar

from converters.errors import MissingProgram, NoScheduler

# What one process alone does not need is slow to load: processes, and the net.
# ruff: noqa: PLC0415

P = ParamSpec("P")
T = TypeVar("T")
WORTH_A_PROCESS = 500_000  # bytes of sources; starting workers takes as long as reading so much
ANSWERS_WITHIN = 10  # seconds
TICK = 0.5  # seconds between two looks for a Ctrl-C, which on Windows does not wake who waits


def processors() -> int:
    """How many processes can work at the same time on this machine."""
    affinity = getattr(os, "sched_getaffinity", None)  # what a container was given, where that can be told
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextlib.contextmanager
def crew_for(sizes: Collection[int], *, workers: int | None, scheduler: str | None) -> Iterator[Crew]:
    """Choose who reads sources of these sizes in bytes, where the caller does not.

    Raises MissingProgram where Dask is asked for and not there, NoScheduler where nobody answers.
    """
    if workers is None:
        enough = len(sizes) > 1 and sum(sizes) > WORTH_A_PROCESS
        workers = min(processors(), len(sizes)) if enough else 1
    with contextlib.ExitStack() as stack:
        executor = stack.enter_context(_cluster(scheduler)) if scheduler else None
        yield stack.enter_context(Crew(workers=workers, executor=executor))


@contextlib.contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    import socket

    where = f"--scheduler {address}"
    try:
        distributed: Any = import_module("distributed")  # an extra that few have; half of it has no types
    except ImportError as error:
        raise MissingProgram(
            "Dask er ikke installeret.",
            where=where,
            hint="Installér det med: pip install 'referat[dask]'",
        ) from error
    try:
        # A client that nobody answers goes on trying, and complains of it at length.
        place = distributed.comm.get_address_host_port(address)
        socket.create_connection(place, timeout=ANSWERS_WITHIN).close()
        client = distributed.Client(address, timeout=ANSWERS_WITHIN)
    except (OSError, ValueError) as error:
        raise NoScheduler(
            "Dask-klyngen svarer ikke.",
            where=where,
            hint="Skriv dens adresse, f.eks. tcp://127.0.0.1:8786, og se efter, om den kører.",
        ) from error
    with client:
        yield client.get_executor()


@dataclass(slots=True, kw_only=True)
class Asked(Generic[T]):
    """A piece of work that was given away."""

    work: Callable[[], Future[T]]
    future: Future[T]


class Crew:
    """Takes work and gives answers; where a worker dies, only the work that killed it is lost.

    ``executor`` is any with the interface of ``concurrent.futures``, and is left open.  Without one,
    more than one worker are processes of our own, and one is this process.
    """

    def __init__(self, *, workers: int = 1, executor: Executor | None = None) -> None:
        self.workers = workers
        self._executor = executor
        self._is_own = executor is None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers: when they are done, or at once if something went wrong here."""
        if not self._is_own or self._executor is None:
            return
        if error:
            self._dismiss()
        else:
            self._executor.shutdown()

    def ask(self, task: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> Asked[T]:
        """Give a piece of work away."""

        def work() -> Future[T]:
            return self._open().submit(task, *arguments, **named)

        try:
            return Asked(work=work, future=work())
        except BrokenExecutor as error:
            if not self._is_own:
                raise
            broken: Future[T] = Future()
            broken.set_exception(error)
            return Asked(work=work, future=broken)

    def answer(self, asked: Asked[T]) -> T | Exception:
        """Wait for a piece of work; what it raised is given, and not raised."""
        answer = _outcome(asked.future)
        if not (isinstance(answer, BrokenExecutor) and self._is_own):
            return answer
        # A worker died, and everything at hand is lost with it.  Done again alone, each piece of work
        # shows whether it was the one.
        self._dismiss()
        answer = _outcome(asked.work())
        if isinstance(answer, BrokenExecutor):
            self._dismiss()
        return answer

    def _open(self) -> Executor:
        if self._executor is None:
            self._executor = self._begin()
        return self._executor

    def _begin(self) -> Executor:
        if self.workers <= 1:
            return _AtOnce()
        from converters.pool import pool

        return pool(self.workers)

    def _dismiss(self) -> None:
        if self._executor:
            from converters.pool import kill

            kill(self._executor)
        self._executor = None


class _AtOnce(Executor):
    """Does the work when it is given, in this process."""

    def submit(self, task: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(task(*arguments, **named))
        except Exception as error:  # noqa: BLE001 - a future holds whatever its work raised
            future.set_exception(error)
        return future


def _outcome(future: Future[T]) -> T | Exception:
    while not future.done():
        wait((future,), timeout=TICK)
    try:
        return future.result()
    except CancelledError as error:
        return RuntimeError(*error.args)
    except Exception as error:  # noqa: BLE001 - whatever a worker raised is the answer
        return error
