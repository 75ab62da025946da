"""Readers: bytes in, lines out.  What is there is told by one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.errors import UnreadableSource, UnsafeSource
from converters.readers.encoding import decode
from converters.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from converters.blocks import Line

LARGEST_TEXT = 20 * 1024 * 1024  # bytes; the longest agenda pack seen has half a megabyte of text


def _text(raw: bytes, where: str) -> tuple[Line, ...]:
    return read_text(decode(raw, where=where))


READERS: dict[str, Callable[[bytes, str], tuple[Line, ...]]] = {
    ".txt": _text,
}


def read(path: Path) -> tuple[Line, ...]:
    """Read a source into lines.

    Raises UnsafeSource for a file beyond the size limit, UnreadableSource for a format that has no
    reader, and what the reader itself raises.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = " eller ".join(sorted(READERS))
        raise UnreadableSource(
            f"Filtypen {path.suffix or '(ingen)'} kan ikke læses.",
            where=path.name,
            hint=f"Åbn den, gem den som ren tekst ({known}), og læg den nye fil i mappen i stedet.",
        )
    size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise UnsafeSource(
            f"Filen fylder {size // 2**20} MB; grænsen for en tekstfil er {LARGEST_TEXT // 2**20} MB.",
            where=path.name,
            hint="Del filen i et referat ad gangen.",
        )
    return reader(path.read_bytes(), path.name)
