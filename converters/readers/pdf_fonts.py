"""The fonts of a PDF, as far as their names tell."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

from converters.readers.pdf_calls import font_of, get_font_name

LONGEST_NAME = 256  # bytes
BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
ITALIC = re.compile(r"ital|obli", re.IGNORECASE)
SYMBOLS = re.compile(r"symbol|dingbat|webding|wingding", re.IGNORECASE)
STYLES = re.compile(
    r"[-, ]*(?:bold|black|heavy|demi|italic|oblique|regular|roman|medium|light|mt|ps)+", re.IGNORECASE
)
SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """What a font's name tells; PDFium's own weight says 400 for every bold font."""

    family: str
    bold: bool
    italic: bool
    symbols: bool


class Fonts:
    """The fonts of a document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}
        self._name = ctypes.create_string_buffer(LONGEST_NAME)

    def of(self, text_object: int) -> Font:
        """Give the font of the text object at an address."""
        handle = font_of(text_object)
        font = self._known.get(handle)
        if font is None:
            at = ctypes.addressof(self._name)
            length = get_font_name(handle, at, LONGEST_NAME) if handle else 0
            name = self._name.value.decode("utf-8", "replace") if 0 < length <= LONGEST_NAME else ""
            font = self._known[handle] = font_named(name)
        return font


def font_named(name: str) -> Font:
    """Read a font's name: "ABCDEE+Calibri,Bold"."""
    plain = SUBSET.sub("", name)
    return Font(
        family=STYLES.sub("", plain),
        bold=BOLD.search(plain) is not None,
        italic=ITALIC.search(plain) is not None,
        symbols=SYMBOLS.search(plain) is not None,
    )
