"""How much time, memory and disk the reading of one source may take."""

from __future__ import annotations

import contextlib
import sys

# 60 s, and 0.1 s for each 10 KB: how many pages a file has is known only when it is read, and a page
# of text takes about 10 KB.  2,000 pages are the most a source may have, so more time is never given.
BASE_SECONDS = 60
SECONDS_A_BYTE = 0.1 / 10_000
MOST_FOR_SIZE = 0.1 * 2000

MEMORY = 2 * 2**30  # bytes of address space
WRITTEN = 512 * 2**20  # bytes of one file: what was read, or a program's work on it
OPEN_FILES = 256


def seconds_for(size: int) -> float:
    """Seconds, by the clock and of computing, that reading a file of ``size`` bytes may take."""
    return BASE_SECONDS + min(MOST_FOR_SIZE, size * SECONDS_A_BYTE)


def impose(seconds: float) -> None:
    """Lay the limits on this process and all it starts; where a system has none, the clock is left."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    _lower(resource.RLIMIT_CPU, int(seconds) + 1, for_good=False)
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, WRITTEN),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _lower(limit, most, for_good=True)


def allow(seconds: int) -> None:
    """Give a program that is about to be started so many seconds of computing."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    _lower(resource.RLIMIT_CPU, seconds, for_good=False)


def _lower(limit: int, most: int, *, for_good: bool) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    _, hard = resource.getrlimit(limit)
    least = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS bounds no address space
        resource.setrlimit(limit, (least, least if for_good else hard))
