"""Readers: bytes in, lines out.  What is there is told by one table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from converters.errors import TooLarge, UnreadableSource

if TYPE_CHECKING:
    from pathlib import Path

    from converters.blocks import Reading

MEGABYTE = 2**20


class Reader(Protocol):
    """A module that reads one format."""

    LARGEST: int  # bytes of a file it takes

    def read(self, raw: bytes, where: str) -> Reading:
        """Read a file's bytes; ``where`` is the file's name, for messages.

        Raises UnreadableSource, EmptySource and UnsafeSource, and nothing else it can name.
        """


# Modules of this package, imported when a source of theirs turns up: their libraries are slow to load.
READERS: dict[str, str] = {
    ".doc": "office",
    ".docm": "docx",
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".odt": "office",
    ".pdf": "pdf",
    ".rtf": "office",
    ".txt": "text",
    ".xhtml": "html",
}


def reader_of(path: Path) -> Reader:
    """Give the reader of a source by the ending of its name.  Raises UnreadableSource if there is none."""
    name = READERS.get(path.suffix.lower())
    if name is None:
        *others, last = sorted(READERS)
        known = f"{', '.join(others)} eller {last}" if others else last
        raise UnreadableSource(
            f"Filtypen {path.suffix or '(ingen)'} kan ikke læses.",
            where=path.name,
            hint=f"Åbn den, gem den som {known}, og læg den nye fil i mappen i stedet.",
        )
    return cast("Reader", import_module(f"converters.readers.{name}"))


def read(path: Path) -> Reading:
    """Read a source in this very process.

    Raises TooLarge for a file beyond the size limit, UnreadableSource for a format that has no
    reader, and what the reader itself raises.
    """
    reader = reader_of(path)
    size, largest = path.stat().st_size, reader.LARGEST
    if size > largest:
        raise TooLarge(
            f"Filen fylder {size // MEGABYTE} MB; grænsen for {path.suffix} er {largest // MEGABYTE} MB.",
            where=path.name,
            hint="Del filen i et referat ad gangen.",
        )
    return reader.read(path.read_bytes(), path.name)
