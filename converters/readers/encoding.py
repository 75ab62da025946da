"""Tell encodings apart: UTF-8, UTF-16 and Windows-1252, with and without a byte order mark."""

from __future__ import annotations

import codecs
import re
import unicodedata

from converters.errors import EmptySource, TruncatedSource, UnreadableSource

# Control characters no text layer holds; tab, line feeds, form feed and escape sequences aside.
NOISE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NOISE_SHARE = 0.005  # of all characters; a stray one is tolerated and dropped
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
# What a file that is only called .txt begins with: the letters of another format.
OTHER_FORMATS = {"{\\rtf": "RTF", "%pdf-": "PDF", "<!doctype html": "HTML", "<html": "HTML", "<?xml": "XML"}
LONGEST_START = 200  # characters of a file in which another format shows itself
LONGEST_CUT = 3  # bytes of an unfinished UTF-8 character

CUT_HINT = "Hent filen igen dér, hvor den kom fra, og læg den nye udgave i mappen."
NOISE_HINT = "Gem dokumentet som ren tekst (UTF-8), og prøv igen."


def decode(raw: bytes, *, where: str) -> str:
    """Decode a text file and normalise it to NFC with line feeds as line ends.

    Raises EmptySource when there is no text, UnreadableSource for bytes that are no text or end
    in the middle of a character.
    """
    if not raw.strip(b"\x00 \t\r\n\x0c\xef\xbb\xbf\xff\xfe"):
        raise EmptySource(
            "Filen er tom.", where=where, hint="Læg den rigtige fil i mappen, eller slet den tomme."
        )
    text = _decode(raw, where)
    noise = len(NOISE.findall(text))
    if noise > NOISE_SHARE * len(text):
        raise UnreadableSource("Filen er ikke tekst.", where=where, hint=NOISE_HINT)
    text = INVISIBLE.sub("", NOISE.sub("", text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    start = text[:LONGEST_START].lstrip().casefold()
    if other := next((name for begins, name in OTHER_FORMATS.items() if start.startswith(begins)), None):
        raise UnreadableSource(f"Filen er ikke ren tekst, men {other}.", where=where, hint=NOISE_HINT)
    if not any(letter.isalnum() for letter in text):
        raise EmptySource("Filen har ikke et eneste ord.", where=where, hint=NOISE_HINT)
    return unicodedata.normalize("NFC", text)


def _decode(raw: bytes, where: str) -> str:
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
    elif raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(raw, "utf-16", where)
    elif order := _byte_order(raw):
        return _utf16(raw, order, where)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if (
            error.start > 0
            and len(raw) - error.start <= LONGEST_CUT
            and error.reason == "unexpected end of data"
        ):
            raise TruncatedSource(
                "Filen er skåret over midt i et bogstav.", where=f"{where}: sidste linje", hint=CUT_HINT
            ) from error
    return _windows(raw, where)


def _byte_order(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: Danish text has them in every other place."""
    sample = raw[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.3 and even < len(sample) * 0.05:
        return "utf-16-le"
    if even > len(sample) * 0.3 and odd < len(sample) * 0.05:
        return "utf-16-be"
    return None


def _utf16(raw: bytes, name: str, where: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise TruncatedSource(
            "Filen (UTF-16) er skåret over eller beskadiget.",
            where=f"{where}: byte {error.start}",
            hint=CUT_HINT,
        ) from error


def _windows(raw: bytes, where: str) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            "Filen er ikke tekst.", where=f"{where}: byte {error.start}", hint=NOISE_HINT
        ) from error
