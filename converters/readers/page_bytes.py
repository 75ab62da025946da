"""The bytes of a web page: what format they are in truth, and in which encoding they are written."""

from __future__ import annotations

import codecs
import re

from converters.errors import UnreadableSource
from converters.readers.encoding import NOISE, NOISE_SHARE

START = 4096  # bytes in which a page names its encoding, and a file what it is
SAVE_AGAIN = "Åbn den i Edge eller Chrome, og gem den igen som »Webside, komplet« eller udskriv den til PDF."
RENAME = "Ret endelsen i filens navn til {ending}, og læg den i mappen igen."
# What files that are only called .html begin with.
OTHER_FORMATS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "en PDF", RENAME.format(ending=".pdf")),
    (
        b"PK\x03\x04",
        "en pakket fil (zip eller Word)",
        "Pak den ud, og læg selve websiden eller .docx-filen i mappen.",
    ),
    (b"{\\rtf", "et RTF-dokument", "Åbn den i Word, og gem den som .docx."),
    (b"\xd0\xcf\x11\xe0", "et gammelt Office-dokument", "Åbn den i Word, og gem den som .docx."),
    (b"\x1f\x8b", "en komprimeret fil (gzip)", "Pak den ud, og læg selve websiden i mappen."),
    (b"bplist00", "et webarkiv fra Safari", SAVE_AGAIN),
    (b"\x89PNG", "et billede", SAVE_AGAIN),
    (b"\xff\xd8\xff", "et billede", SAVE_AGAIN),
)
# "MIME-Version: 1.0" and "Content-Type: multipart/related" at the head of a page saved as one file
MHTML = re.compile(
    rb"^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE
)
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*(?P<name>[A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# Names of encodings that Danish pages carry, and what they are read as; browsers do the same.
ENCODINGS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso8859_15",
    "windows-1250": "cp1250",
    "windows-1257": "cp1257",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
    "ibm865": "cp865",
    "cp865": "cp865",
    "cp850": "cp850",
}


def refuse_other_formats(raw: bytes, where: str) -> None:
    """Refuse what is no web page, whatever its name ends in.  Raises UnreadableSource."""
    start = raw[:START].removeprefix(codecs.BOM_UTF8).lstrip()
    for begins, name, hint in OTHER_FORMATS:
        if start.startswith(begins):
            raise UnreadableSource(f"Filen er ikke en webside, men {name}.", where=where, hint=hint)
    if MHTML.match(start):
        raise UnreadableSource(
            "Filen er en webside gemt som én fil (MHTML).",
            where=where,
            hint=SAVE_AGAIN,
        )


def decode_page(raw: bytes, where: str) -> str:
    """Decode a page: by its byte order mark, as UTF-8 if it is, else by the name it gives.

    A page may claim another encoding than its own, and a UTF-8 page may hold a piece pasted from another:
    what fits the bytes is believed first.  Raises UnreadableSource for bytes that are no text.
    """
    text = _decode(raw).replace("\x00", "")
    noise = len(NOISE.findall(text))
    if noise > NOISE_SHARE * len(text):
        raise UnreadableSource("Filen er ikke en webside.", where=where, hint=SAVE_AGAIN)
    return NOISE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _decode(raw: bytes) -> str:
    if raw.startswith(codecs.BOM_UTF8):
        return raw[len(codecs.BOM_UTF8) :].decode("utf-8", errors="replace")
    if wide := _wide(raw):
        return raw.decode(wide, errors="replace").removeprefix("\ufeff")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="surrogateescape")
    strange = sum(len(run) for run in _STRANGE.findall(text))
    if strange < sum(len(run) for run in _LETTERS.findall(text)):
        return _STRANGE.sub(lambda found: _windows(found[0].encode("utf-8", "surrogateescape")), text)
    named = CHARSET.search(raw[:START])
    name = named["name"].decode("ascii").lower() if named else ""
    encoding = ENCODINGS.get(name, "cp1252")
    return _windows(raw) if encoding == "cp1252" else raw.decode(encoding, errors="replace")


_LETTERS = re.compile("[\x80-\ud7ff]+")
_STRANGE = re.compile("[\udc80-\udcff]+")


def _windows(raw: bytes) -> str:
    """Decode Windows-1252; its five unused places hold control characters, as in a browser."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_letter(byte) for byte in raw)


def _letter(byte: int) -> str:
    one = bytes((byte,))
    return one.decode("latin-1") if byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else one.decode("cp1252")


def _wide(raw: bytes) -> str | None:
    """Tell UTF-16, by its mark or by the zero bytes that stand in every other place."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = raw[:START]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.3 and even < len(sample) * 0.05:
        return "utf-16-le"
    if even > len(sample) * 0.3 and odd < len(sample) * 0.05:
        return "utf-16-be"
    return None
