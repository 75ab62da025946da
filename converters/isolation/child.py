"""The program that sources are read in: ``python -m converters.isolation.child``.

It is started once and stays small and single-threaded.  For each request, a line of JSON on its
standard input, it forks a child with limits, which reads the source and leaves what came out in a
file; how the child ended is a line on standard output.  A fork costs milliseconds where a new Python
costs a fifth of a second.  When its input closes it ends, and a child that is at work ends with it.

With ``once`` as argument it reads one source in its own process, for systems that cannot fork.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn, cast

from converters.errors import CrashedReader, OutOfMemory, ReferatError
from converters.isolation.guard import EXTRA, guard
from converters.isolation.handover import hand_over
from converters.isolation.limits import impose
from converters.patience import be_patient

RESULT = "resultat"  # file in the request's folder
ONCE = "once"
PREPARE = ""  # the task of a request that is not answered: a source of this kind is about to come
EXIT, SIGNAL, TIMEOUT = "exit", "signal", "timeout"  # how a child may end
WHOLE = 0  # exit code of a child that left a result
# Imported by a reader only for some sources, and slowly: from the second source on, they are there.
SLOW = {".pdf": ("pdfplumber",)}


class Request:
    """A task, the source, the folder that is the child's own, and seconds by the clock."""

    __slots__ = ("folder", "path", "seconds", "task")

    def __init__(self, line: bytes) -> None:
        asked = json.loads(line)
        self.task: str = asked["task"]
        self.path = Path(asked["path"])
        self.folder = Path(asked["folder"])
        self.seconds: float = asked["seconds"]


def main() -> None:
    """Serve until the input closes, or read one source."""
    be_patient()
    if sys.argv[1:] == [ONCE]:
        _work(Request(sys.stdin.buffer.readline()))
    serve(sys.stdin.fileno(), sys.stdout.fileno())
    os._exit(WHOLE)  # whoever asked is waiting, and nothing of what was loaded has to be taken down


def serve(asked: int, answered: int) -> None:
    """Answer requests, one at a time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then closes our input
    signal.signal(signal.SIGCHLD, lambda *_: None)  # has to be handled for the wake-up below
    woken, wake = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    seen: set[str] = set()
    with os.fdopen(asked, "rb", closefd=False) as requests:
        for line in requests:
            request = Request(line)
            _prepare(request, seen)
            if request.task == PREPARE:
                continue
            gc.freeze()  # pages that nobody touches stay shared between this process and its children
            child = os.fork()
            if not child:
                _work(request)
            end = _watch(child, request, (asked, woken))
            os.write(answered, json.dumps(end).encode() + b"\n")


def _prepare(request: Request, seen: set[str]) -> None:
    """Import what reads the source, once for all children; a failure is the child's to report."""
    suffix = request.path.suffix.lower()
    with contextlib.suppress(ReferatError, ImportError):
        from converters.readers import reader_of  # noqa: PLC0415 - readers are not needed to start

        reader_of(request.path)
        for name in SLOW.get(suffix, ()) if suffix in seen else ():
            import_module(name)
    if request.task != PREPARE:
        seen.add(suffix)


def _watch(child: int, request: Request, heard: tuple[int, int]) -> tuple[str, int]:
    """Wait for the child until its time is up, and see that nothing of its group goes on."""
    asked, woken = heard
    until, extra = time.monotonic() + request.seconds, 0
    while True:
        ready, _, _ = select.select(heard, (), (), max(0.0, until - time.monotonic()))
        if woken in ready:
            os.read(woken, 512)
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            _kill(child)
            code = os.waitstatus_to_exitcode(status)
            return (EXIT, code) if code >= 0 else (SIGNAL, -code)
        if asked in ready:  # whoever asked is gone, and cannot clear away
            _kill(child)
            os.waitpid(child, 0)
            shutil.rmtree(request.folder, ignore_errors=True)
            os._exit(WHOLE)
        if not ready:
            granted, extra = extra, extra_seconds(request.folder)
            until += extra - granted
            if extra <= granted:
                _kill(child)
                os.waitpid(child, 0)
                return TIMEOUT, 0


def extra_seconds(folder: Path) -> int:
    """Seconds that a program which the reader has started may take on top of the reading's own."""
    try:
        return int((folder / EXTRA).read_text("ascii"))
    except (OSError, ValueError):
        return 0


def _kill(child: int) -> None:
    """Kill a child's whole group; the programs it started belong to it."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(child, signal.SIGKILL)


def _work(request: Request) -> NoReturn:
    """Do a task within the limits, and end this process."""
    code = 1
    try:
        _shut_in(request)
        outcome = _outcome(request)
        hand_over(outcome, request.folder / RESULT)
        code = WHOLE
    finally:
        os._exit(code)  # nothing of what was loaded for the parent has to be taken down


def _shut_in(request: Request) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    if hasattr(os, "setsid"):
        with contextlib.suppress(PermissionError):  # it leads a group already
            os.setsid()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(request.folder)
    os.environ.update(dict.fromkeys(("HOME", "TEMP", "TMP", "TMPDIR"), str(request.folder)))
    tempfile.tempdir = str(request.folder)
    sys.dont_write_bytecode = True
    impose(request.seconds)
    guard(request.folder, request.path.name)


def _outcome(request: Request) -> object:
    where = request.path.name
    try:
        return TASKS[request.task](request.path)
    except ReferatError as error:
        return error
    except MemoryError:
        return OutOfMemory(
            "Filen kræver mere hukommelse, end en kilde må bruge.",
            where=where,
            hint="Del den i flere, eller gem den uden store billeder.",
        )
    except Exception as error:  # noqa: BLE001 - whatever a reader falls over, the source gets the name of it
        if os.environ.get("REFERAT_DEBUG"):
            sys.excepthook(type(error), error, error.__traceback__)
        return CrashedReader(
            f"Filen kan ikke læses; læseren gik i stå ({type(error).__name__}).",
            where=where,
            hint="Åbn den, gem den igen, og prøv med den nye fil.",
        )


def _read(path: Path) -> object:
    from converters.readers import read  # noqa: PLC0415 - readers are not needed to start

    return read(path)


def _first_page(path: Path) -> object:
    drawer = import_module("converters.readers.first_page")
    draw = cast("Callable[[bytes, str], object]", drawer.first_page)
    return draw(path.read_bytes(), path.name)


def _every_word(path: Path) -> object:
    from converters.readers.every_word import every_word  # noqa: PLC0415 - readers are not needed to start

    return list(every_word(path))  # a tuple would be taken for a reading


# Everything that may be asked of a child.
TASKS: dict[str, Callable[[Path], object]] = {
    "read": _read,
    "first_page": _first_page,
    "every_word": _every_word,
}

if __name__ == "__main__":
    main()
