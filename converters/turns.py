"""One at a time: whoever writes a folder holds its turn, and a second one is told so and stops.

The turn is a lock of the system on a small file, so it ends with the process that holds it, however that
ends: what a killed process leaves is a file that nobody holds.  The file tells the second one who is first.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from converters.errors import Busy

DIGITS = 20  # of a process number, and more

if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30  # what is locked there cannot be read by others, so it is no byte of what they read

    def _lock(file: int) -> None:
        os.lseek(file, FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        # Of a process, not of an open file: a child that outlives a killed parent does not hold it.
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Turn:
    """The turn to write a folder; ``end`` gives it up, and so does the end of the process."""

    def __init__(self, file: int, path: Path) -> None:
        self._file: int | None = file
        self._path = path

    def end(self) -> None:
        """Let the next one in, and leave no trace."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):  # Windows removes no open file; the next one takes it over
            self._path.unlink()
        os.close(self._file)
        self._file = None


def take(path: Path, *, what: str, where: Path) -> Turn:
    """Take the turn that a file stands for; ``what`` is what is being done, as in »at skrive siderne«.

    Raises Busy where another process has it, and OSError where the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(file)
        except OSError as error:
            os.lseek(file, 0, os.SEEK_SET)
            holder = os.read(file, DIGITS)
            os.close(file)
            raise _busy(where, holder.decode("ascii", "replace").strip(), what) from error
        if _is_there(file, path):
            break
        os.close(file)  # whoever had the turn removed the file after we opened it
    with contextlib.suppress(OSError):  # on a full disk the turn is ours without a number to tell
        os.lseek(file, 0, os.SEEK_SET)
        os.truncate(file, 0)
        os.write(file, str(os.getpid()).encode())
    return Turn(file, path)


def _is_there(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _busy(where: Path, holder: str, what: str) -> Busy:
    who = f" (proces {holder})" if holder.isdigit() else ""
    return Busy(
        f"En anden kørsel{who} er i gang med {what}.",
        where=str(where),
        hint="Vent, til den er færdig, og kør igen. Er den gået i stå, så stop den først.",
    )
