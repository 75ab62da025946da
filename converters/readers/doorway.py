"""The doorway of a source: what may not come in is refused before a byte of it is read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from converters.errors import TooLarge, UnreadableSource, UnsafeSource
from converters.model import Source
from converters.readers import MEGABYTE, READERS, reader_of

LARGEST = 100 * MEGABYTE  # of any file, whatever its format


def source_of(path: Path) -> Source:
    """Name and checksum of a source, once it is clear that it is a file that may be read.

    Raises UnsafeSource for a link out of its folder, TooLarge for a file beyond any reader's limit, and
    UnreadableSource for what is no file, is not there, cannot be opened, or has no reader.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            raise UnsafeSource(
                "Filen er en henvisning (symlink) ud af sin mappe.",
                where=str(path),
                hint="Læg selve filen i mappen.",
            )
        if path.is_dir():
            raise UnreadableSource(
                "Det er en mappe.", where=str(path), hint="Skriv navnet på en af filerne i den."
            )
        if not path.is_file():
            raise UnreadableSource(
                "Det er ikke en almindelig fil." if path.exists() else "Filen findes ikke.",
                where=str(path),
                hint="Se efter, om navnet er skrevet rigtigt.",
            )
        if path.suffix.lower() not in READERS:
            reader_of(path)  # which says what there is a reader for
        # Each reader has a limit of its own; it is asked where nothing it does can harm.
        if (size := path.stat().st_size) > LARGEST:
            raise TooLarge(
                f"Filen fylder {size // MEGABYTE} MB; grænsen er {LARGEST // MEGABYTE} MB.",
                where=path.name,
                hint="Del filen i et referat ad gangen.",
            )
        with path.open("rb") as file:
            return Source(file=path.name, sha256=hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise UnreadableSource(
            f"Filen kan ikke åbnes ({error.strerror}).",
            where=str(path),
            hint="Luk programmer, der bruger filen, og se efter, om du må læse den.",
        ) from error
