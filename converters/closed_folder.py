"""A folder beside the pages, as closed as the sources: its files are their owner's alone, and no git's."""

from __future__ import annotations

import contextlib
from pathlib import Path

_OWNER_ALONE = 0o600
_NOT_FOR_GIT = "*\n"


def keep(file: Path, text: str) -> None:
    """Write a file of such a folder whole; where that cannot be done, it stays as it was."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent.parent / ".gitignore").write_text(_NOT_FOR_GIT, encoding="utf-8")
        beside = file.with_name(f"{file.name}.ny")
        beside.touch(mode=_OWNER_ALONE)
        beside.write_text(text, encoding="utf-8")
        beside.replace(file)
