"""One source in one child process with limits; every way to fail has a name.

    prepare(path)      says that a source of this kind is about to come
    read(path)         what a reader gets out of a source
    first_page(path)   a small picture of its first page
    every_word(path)   all its text, seen and unseen, of any file

The child can neither write outside a folder of its own nor reach the network, and it is killed with
all it started when its time is up.  What was printed in it is lost unless REFERAT_DEBUG is set.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from converters.blocks import Picture, Reading
from converters.errors import CrashedReader, ReferatError, TimedOut
from converters.isolation.child import (
    EXIT,
    ONCE,
    PREPARE,
    RESULT,
    SIGNAL,
    TIMEOUT,
    WHOLE,
    extra_seconds,
    serve,
)
from converters.isolation.forked import Forked, can_fork
from converters.isolation.handover import take_over
from converters.isolation.limits import seconds_for

DEBUG = "REFERAT_DEBUG"  # environment variable: what children print is shown
Request = Mapping[str, str | float]
_Program = subprocess.Popen[bytes] | Forked
FORKS = hasattr(os, "fork")
_PROGRAM = (sys.executable, "-P", "-m", "converters.isolation.child")
_PACKAGES = Path(__file__).resolve().parent.parent
_BROKEN_HANDOVER = (
    *(pickle.UnpicklingError, OSError, EOFError, ValueError, TypeError, AttributeError, KeyError, IndexError),
)


def prepare(path: Path) -> None:
    """Have what reads such a source loaded, while this process loads what it needs itself."""
    if FORKS:
        starter = _Starter(_fork() if can_fork() else _start())
        starter.tell({"task": PREPARE, "path": str(path), "folder": "", "seconds": 0})
        _idle.append(starter)


def read(path: Path) -> Reading:
    """Read a source.  Raises UnreadableSource, EmptySource and UnsafeSource, each by its own kind."""
    outcome = _ask("read", path)
    if isinstance(outcome, Reading):
        return outcome
    raise _crashed(path, "svarede ikke med linjer")


def first_page(path: Path) -> Picture | None:
    """Draw the first page of a source, or None where that cannot be done."""
    try:
        outcome = _ask("first_page", path)
    except ReferatError:
        return None  # a page without the picture is as good
    return outcome if isinstance(outcome, Picture) else None


def every_word(path: Path) -> tuple[tuple[str, str], ...]:
    """Give where what stands in a file, unseen parts and properties too, for whoever searches it.

    Raises UnreadableSource and UnsafeSource, each by its own kind.
    """
    outcome = _ask("every_word", path)
    # A child that its file has taken over may hand over anything.
    if isinstance(outcome, list) and all(
        isinstance(piece, tuple) and [type(part) for part in piece] == [str, str] for piece in outcome
    ):
        return tuple(outcome)
    raise _crashed(path, "svarede ikke med tekst")


def _ask(task: str, path: Path) -> object:
    seconds = seconds_for(path.stat().st_size) if path.is_file() else seconds_for(0)
    with tempfile.TemporaryDirectory(prefix="referat-", ignore_cleanup_errors=True) as folder:
        place = Path(folder).resolve()
        request: Request = {
            "task": task,
            "path": os.path.abspath(path),  # noqa: PTH100 - a link is judged by its own name
            "folder": str(place),
            "seconds": seconds,
        }
        how, code = _run(request, place, seconds)
        if how == TIMEOUT or (how == SIGNAL and code == getattr(signal, "SIGXCPU", None)):
            raise TimedOut(
                f"Filen kunne ikke læses på {seconds:.0f} sekunder.",
                where=path.name,
                hint="Del den i flere, eller gem den igen fra det program, den er lavet i.",
            )
        if (how, code) != (EXIT, WHOLE):
            raise _crashed(path, f"{how} {code}")
        try:
            outcome = take_over(place / RESULT)
        except _BROKEN_HANDOVER as error:
            raise _crashed(path, type(error).__name__) from error
    if isinstance(outcome, ReferatError):
        raise outcome
    return outcome


def _crashed(path: Path, how: str) -> CrashedReader:
    return CrashedReader(
        f"Filen kan ikke læses; læseren gik ned ({how}).",
        where=path.name,
        hint="Den er beskadiget eller lavet til at skade. Åbn den, gem den igen, og prøv med den nye fil.",
    )


def _run(request: Request, folder: Path, seconds: float) -> tuple[str, int]:
    """Have a child do what is asked, and tell how it ended."""
    if not FORKS:
        return _run_once(request, folder, seconds)
    starter = _idle.pop() if _idle else _Starter(_start())
    try:
        end = starter.run(request)
    except BaseException:
        starter.close()
        raise
    if end is None:
        starter.close()
        return SIGNAL, 0
    _idle.append(starter)
    return end


class _Starter:
    """The program that forks the children, seen from here."""

    def __init__(self, program: _Program) -> None:
        self._program = program

    def tell(self, request: Request) -> None:
        """Pass a request on."""
        if asked := self._program.stdin:
            with contextlib.suppress(BrokenPipeError):
                asked.write(_line(request))
                asked.flush()

    def run(self, request: Request) -> tuple[str, int] | None:
        """Tell how the child ended; None if the program itself did."""
        self.tell(request)
        answered = self._program.stdout
        if answered and (line := answered.readline()):
            how, code = json.loads(line)
            return str(how), int(code)
        return None

    def close(self) -> None:
        """End the program, and with it a child that is at work."""
        _end(self._program)


def _line(request: Request) -> bytes:
    return json.dumps(request).encode() + b"\n"


def _run_once(request: Request, folder: Path, seconds: float) -> tuple[str, int]:
    """Do the same in a new process, where a system cannot fork."""
    program = _start(ONCE)
    until = time.monotonic() + seconds
    try:
        program.communicate(_line(request), timeout=seconds)
    except subprocess.TimeoutExpired:
        try:
            program.wait(max(0.0, until + extra_seconds(folder) - time.monotonic()))
        except subprocess.TimeoutExpired:
            return TIMEOUT, 0
    finally:
        _end(program, wait=0)
    code = program.returncode
    return (EXIT, code) if code >= 0 else (SIGNAL, -code)


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    packages = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        (*_PROGRAM, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get(DEBUG) else subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": packages},
        start_new_session=True,  # Ctrl-C reaches the command alone, which then ends this program
    )


def _fork() -> Forked:
    return Forked(serve, shows_errors=bool(os.environ.get(DEBUG)))


def _end(program: _Program, wait: float = 5) -> None:
    for stream in (program.stdin, program.stdout):
        if stream:
            with contextlib.suppress(BrokenPipeError):
                stream.close()
    try:
        program.wait(wait)
    except (subprocess.TimeoutExpired, TimeoutError):
        if FORKS:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)
        program.kill()
        program.wait()


_idle: list[_Starter] = []  # one for each thread that reads at the same time


def close() -> None:
    """End the programs that wait for the next source."""
    while _idle:
        _idle.pop().close()


atexit.register(close)
if FORKS:
    # A process that is forked off this one, as in a cluster, must not talk with this one's programs.
    os.register_at_fork(after_in_child=_idle.clear)
