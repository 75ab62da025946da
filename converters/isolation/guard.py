"""What a process that reads a source may not do: write elsewhere, open a connection, start programs.

It is Python's own audit hook, which cannot be taken off again.  It holds Python code, such as the
library that would fetch what a file points to; memory and time are the system's to hold.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from converters.errors import UnsafeSource
from converters.isolation.limits import allow

EXTRA = "ekstra"  # file that says how many seconds more than its own a reading may take

# Programs a reader may start, and the most seconds each may take on top of the reading's own; the
# reader that starts one sets it a tighter limit.
PROGRAMS = {
    "soffice": 300,
    "libreoffice": 300,
    "ocrmypdf": 9_100,  # 45 s a page, and 200 pages are the most
    "tesseract": 60,
}
_PATH_EVENTS = {  # and how many of their first arguments are paths
    "os.chmod": 1,
    "os.chown": 1,
    "os.link": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.symlink": 2,
    "os.truncate": 1,
}
_STARTS = frozenset({"subprocess.Popen", "os.posix_spawn"})
_NEVER = frozenset(
    {
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.spawn",
        "os.startfile",
        "os.system",
        "pty.spawn",
        "winreg.SetValue",
    }
)
_WATCHED = frozenset({"open", *_PATH_EVENTS, *_STARTS, *_NEVER})
_NETWORK = "socket."
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


def guard(folder: Path, where: str) -> None:
    """Let this process write in ``folder`` alone; every other attempt is an UnsafeSource."""
    sys.addaudithook(_Guard(folder, where).look)


class _Guard:
    def __init__(self, folder: Path, where: str) -> None:
        self._folder = folder
        self._inside = os.path.realpath(folder)
        self._where = where

    def look(self, event: str, arguments: tuple[object, ...]) -> None:
        """Refuse what may not be done; ``event`` and its arguments are Python's."""
        if event not in _WATCHED and not event.startswith(_NETWORK):
            return  # as nearly all: a long paper has thousands of them
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                self._write(path)
        elif event in _PATH_EVENTS:
            for path in arguments[: _PATH_EVENTS[event]]:
                self._write(path)
        elif event in _STARTS:
            self._start(arguments)
        elif event in _NEVER:
            raise self._refused("starte et program")
        elif event.startswith(_NETWORK) and event != "socket.gethostname":
            raise self._refused("bruge nettet")

    def _write(self, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # the number of a file that is open already
        real = os.path.realpath(os.fsdecode(path))
        if real not in (self._inside, os.devnull) and not real.startswith(self._inside + os.sep):
            raise self._refused("ændre en fil")

    def _start(self, arguments: tuple[object, ...]) -> None:
        """Let a program of the list start, or our own interpreter that keeps watch over one."""
        program, words, *_ = arguments
        told = words[1:] if program == sys.executable and isinstance(words, list | tuple) else (program,)
        named = {Path(os.fsdecode(word)).stem for word in told if isinstance(word, str | bytes | os.PathLike)}
        seconds = max((PROGRAMS[name] for name in named & PROGRAMS.keys()), default=None)
        if seconds is None:
            raise self._refused("starte et program")
        (self._folder / EXTRA).write_text(str(seconds), "ascii")
        allow(seconds)

    def _refused(self, attempt: str) -> UnsafeSource:
        return UnsafeSource(
            f"Da filen blev læst, ville den {attempt}; det må en kilde ikke.",
            where=self._where,
            hint="Åbn den i det program, den er lavet i, og gem den som en ny PDF.",
        )
