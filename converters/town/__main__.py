"""What a town's run.py hands over to: the rest of the set-up, and then the same jobs as in our own run.py."""

from __future__ import annotations

import hashlib
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

from converters import shipped

UNDER_WAY = "Henter det, Referat bygger på. Det sker kun første gang, og når versionen er ændret …"
STAMP = "referat-packages"  # in .venv, written when all that Referat builds on is there


def main(arguments: list[str]) -> int:
    """Do a job in the folder we stand in, with the packages that this version was tested with."""
    running = runpy.run_path(str(shipped.place("run.py")))

    def furnish(root: Path, lock: str) -> None:
        if not furnished(root, shipped.place(lock), running["succeeds"]):
            raise running["Stop"](running["NOT_READY"])

    return int(running["main"](arguments, Path.cwd(), furnish))


def furnished(root: Path, lock: Path, succeeds: Callable[..., bool]) -> bool:
    """Install what the lock names, each with its hash, unless it is done; tell whether all is there."""
    stamp, wanted = root / ".venv" / STAMP, hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return True
    stamp.unlink(missing_ok=True)
    print(UNDER_WAY, file=sys.stderr, flush=True)
    options = ("--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:")
    if not succeeds(root, (sys.executable, "-m", "pip", "install", *options, "-r", str(lock))):
        return False
    stamp.write_text(wanted, "utf-8")
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
