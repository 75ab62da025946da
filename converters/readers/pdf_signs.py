"""The signs of a PDF as they are read: ligatures as letters, blanks as blanks, nothing that is not seen."""

from __future__ import annotations

import re
import unicodedata

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\ufffe": "-", "\x02": "-"}
)
BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\r": None})
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffd\uffff\u200b-\u200f\u2060\ufeff]")
# What is not read as it stands: ligatures, other blanks, invisible signs, accents apart from their letters.
ODD = re.compile(
    "[\x00-\x1f\x7f\u00a0\u0300-\u036f\u200b-\u200f\u202f\u2060\ufb00-\ufb04\ufeff\ufffd-\uffff]"
)


def plain(text: str) -> str:
    """Text as it is read: ligatures as letters, blanks as blanks, no invisible signs."""
    if ODD.search(text) is None:
        return text
    text = CONTROL.sub("", text.translate(LIGATURES).translate(BLANKS))
    return unicodedata.normalize("NFC", text)
