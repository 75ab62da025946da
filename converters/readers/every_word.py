"""Every word that a file carries, seen or unseen: for gates, which ask what is in it, not how it looks.

Any file is taken, whatever its name says; what it is, is told by its first bytes.
"""

from __future__ import annotations

import re
import zlib
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from converters.errors import TooLarge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST = 100 * 2**20  # bytes
DEEPEST = 3  # files within files
LONGEST_CHUNK = 2**20  # bytes of a comment in a picture, once it is unpacked
LONGEST_KEY = 300  # bytes of its name and language, before what is packed
BOM_16 = (b"\xff\xfe", b"\xfe\xff")

Piece = tuple[str, str]
"""Where in the file, in Danish, and the text that stands there; "" for a file that is all one text."""

_RUN = re.compile(rb"[\t\x20-\x7e\xa0-\xff]{6,}")
_WIDE_RUN = re.compile(rb"(?:[\t\x20-\x7e\xa0-\xff]\x00){6,}")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK_END = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|si|row|c|p|div|li|td|th|tr|h[1-6]|dc:\w+|cp:\w+|vt:\w+|rdf:li|\w+:property)>"
    r"|<(?:w:br|w:cr|text:line-break|br)\b[^<>]*>"
)
_GAP = re.compile(r"<(?:w:tab|text:tab|text:s)\b[^<>]*>")
_ATTRIBUTE = re.compile(
    r"\b(?:descr|title|name|Target|author|alt|tooltip|content|href|src|value)=[\"'](?P<value>[^\"'<>]{6,})",
    re.IGNORECASE,
)
_PNG = b"\x89PNG\r\n\x1a\n"
_RTF_SIGN = re.compile(r"\\'(?P<hex>[0-9a-fA-F]{2})|\\u(?P<code>-?[0-9]{1,6})\s?\??|\\(?P<hyphen>[_~-])")
_RTF_WORD = re.compile(r"\\(?P<word>[a-z]{1,32})-?[0-9]{0,10} ?|[{}]")
_RTF_BREAKS = frozenset({"par", "line", "cell", "row", "tab", "sect", "page"})


def every_word(path: Path) -> tuple[Piece, ...]:
    """Read a file in this very process.

    Raises TooLarge for one beyond the limit, UnreadableSource for one that is locked or broken.
    """
    if path.stat().st_size > LARGEST:
        raise TooLarge(
            f"Filen fylder mere end {LARGEST // 2**20} MB.", where=path.name, hint="Del den i flere."
        )
    return tuple(pieces_of(path.read_bytes(), path.name))


def pieces_of(raw: bytes, where: str, depth: int = 0) -> Iterator[Piece]:
    """Give what stands in a file's bytes; files within it are looked into too."""
    reader = next((name for start, name in _FORMATS.items() if raw[:1024].lstrip().startswith(start)), None)
    if reader is not None and depth < DEEPEST:
        module = import_module(f"converters.readers.{reader}")
        read = cast("Callable[[bytes, str, int], Iterator[Piece]]", module.pieces_of)
        yield from read(raw, where, depth)
    elif raw.startswith(_PNG):
        yield from (("billedets egenskaber", text) for text in _png_texts(raw))
    elif raw.startswith(b"{\\rtf"):
        yield "", rtf_text(raw.decode("cp1252", errors="replace"))
    elif (text := as_text(raw)) is not None:
        is_markup = text.lstrip()[:1] == "<"
        yield "", markup_text(text) if is_markup else text
    else:
        yield "", strings(raw)


# The packages that other files are come last in the process: their libraries are slow to load.
_FORMATS = {b"%PDF-": "pdf_every_word", b"PK\x03\x04": "package_every_word"}


def as_text(raw: bytes) -> str | None:
    """Decode bytes that are text; None for others."""
    if raw.startswith(BOM_16):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw[:4096]:
        return None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
        readable = sum(sign.isprintable() or sign in "\r\n\t" for sign in text[:4096])
        return text.replace("\r\n", "\n") if readable > 0.95 * min(len(text), 4096) else None


def strings(raw: bytes) -> str:
    """What can be read among bytes of no known format, in one byte a letter and in two."""
    found = [match[0].decode("latin-1") for match in _RUN.finditer(raw)]
    found += [match[0].decode("utf-16-le") for match in _WIDE_RUN.finditer(raw)]
    return "\n".join(found)


def markup_text(text: str) -> str:
    """The text of XML or HTML, a line a paragraph, and under it what stands in its attributes."""
    shown = _TAG.sub("", _GAP.sub("\t", _BLOCK_END.sub("\n", text)))
    named = "\n".join(match["value"] for match in _ATTRIBUTE.finditer(text))
    return unescape(f"{shown}\n{named}" if named else shown)


def rtf_text(text: str) -> str:
    """The text of a rich text file, hidden parts and properties too."""
    text = text.replace("\r", "").replace("\n", "")
    text = _RTF_WORD.sub(lambda word: "\n" if word["word"] in _RTF_BREAKS else "", _rtf_signs(text))
    return text.replace("\x00", "\\")


def _rtf_signs(text: str) -> str:
    return _RTF_SIGN.sub(_rtf_sign, text.replace("\\\\", "\x00"))


def _rtf_sign(found: re.Match[str]) -> str:
    if found["hex"]:
        return bytes([int(found["hex"], 16)]).decode("cp1252", errors="replace")
    if found["code"]:
        return chr(int(found["code"]) % 65536)
    return " " if found["hyphen"] == "~" else "-"


def _png_texts(raw: bytes) -> Iterator[str]:
    """The comments of a picture; those of other kinds of pictures stand in their bytes as they are."""
    place = len(_PNG)
    while place + 12 <= len(raw):
        length, kind = int.from_bytes(raw[place : place + 4]), raw[place + 4 : place + 8]
        chunk = raw[place + 8 : place + 8 + length]
        if kind in {b"tEXt", b"eXIf"}:
            yield strings(chunk.replace(b"\x00", b" ") if kind == b"tEXt" else chunk)
        elif kind in {b"zTXt", b"iTXt"}:
            yield _unpacked(chunk)
        place += 12 + length


def _unpacked(chunk: bytes) -> str:
    """A comment in full, compressed or not."""
    key, _, rest = chunk.partition(b"\x00")
    start = rest.find(b"\x78")  # where a compressed stream begins
    for at in range(max(0, start), min(len(rest), LONGEST_KEY)):
        if rest[at] == 0x78:
            try:
                packed = zlib.decompressobj().decompress(rest[at:], LONGEST_CHUNK)
            except zlib.error:
                continue
            return (key + b" " + packed).decode("utf-8", errors="replace")
    return chunk.replace(b"\x00", b" ").decode("utf-8", errors="replace")
