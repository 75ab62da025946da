"""Every word in a file that is a zip of parts, as those of Word, Excel and OpenDocument are."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from converters.errors import EncryptedSource, TooLarge, TruncatedSource, UnreadableSource
from converters.readers import every_word
from converters.readers.every_word import Piece

LARGEST_SUM = 400 * 2**20  # bytes of all parts, counted while they are inflated
MOST_PARTS = 5_000
CHUNK = 256 * 1024
LOCKED = 0x1  # the bit of an entry that needs a password
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What a reader of the message may look for, by the beginning of a part's name.
PLACES = {
    "docProps/": "dokumentets egenskaber",
    "meta.xml": "dokumentets egenskaber",
    "customXml/": "dokumentets egenskaber",
    "word/comments": "kommentarerne",
    "word/header": "sidehovedet",
    "word/footer": "sidefoden",
    "word/footnotes": "fodnoterne",
    "word/endnotes": "slutnoterne",
    "word/media/": "et billede",
    "word/document": "teksten",
    "content.xml": "teksten",
    "xl/": "regnearket",
}
# A spreadsheet keeps a personal number as a number, and so without a nought in front.
_SHORT_CELL = re.compile(r"(?<=<v>)(?=[0-9]{9}</v>)")


# What the library raises for packages that are none, or of a kind it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def pieces_of(raw: bytes, where: str, depth: int) -> Iterator[Piece]:
    """Give what stands in each part.  Raises EncryptedSource, TruncatedSource, TooLarge, UnreadableSource."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            entries = package.infolist()
            if len(entries) > MOST_PARTS:
                raise _too_large(where)
            left = LARGEST_SUM
            for entry in entries:
                part = _part(package, entry, where, left)
                left -= len(part)
                yield from _part_pieces(entry.filename, part, depth)
    except _BROKEN as error:
        raise TruncatedSource(
            "Filen er beskadiget.", where=where, hint="Åbn den, og gem den igen."
        ) from error


def _part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str, left: int) -> bytes:
    if entry.flag_bits & LOCKED:
        raise EncryptedSource(
            "Filen er låst med en adgangskode.", where=where, hint="Gem den uden adgangskode."
        )
    if entry.compress_type not in METHODS:
        raise UnreadableSource(
            "Filen er pakket på en måde, der ikke kan læses.", where=where, hint="Åbn den, og gem den igen."
        )
    part = bytearray()
    with package.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            part += chunk
            if len(part) > left:
                raise _too_large(where)
    return bytes(part)


def _part_pieces(name: str, part: bytes, depth: int) -> Iterator[Piece]:
    place = next((told for start, told in PLACES.items() if name.startswith(start)), "en del af filen")
    yield "navnet på en del af filen", name
    if name.startswith("xl/worksheets/"):
        text = part.decode("utf-8", errors="replace")
        yield place, every_word.markup_text(_SHORT_CELL.sub("0", text))
        return
    yield from (
        (f"{place}, {inner}" if inner else place, text)
        for inner, text in every_word.pieces_of(part, name, depth + 1)
    )


def _too_large(where: str) -> TooLarge:
    return TooLarge("Filen er alt for stor, når den pakkes ud.", where=where, hint="Del den i flere.")
