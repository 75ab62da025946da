"""Published files in words: what kind of file it is, and how large."""

from __future__ import annotations

from converters.site.archive import Original
from converters.site.danish import size

KINDS = {
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/msword": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "application/rtf": "RTF",
    "text/plain": "tekst",
}


def about(original: Original) -> str:
    """The kind and the size of a file: ``PDF, 1,2 MB``."""
    ending = original.address.rpartition(".")[2].upper()
    kind = KINDS.get(original.media_type or "", ending)
    return kind if original.size is None else f"{kind}, {size(original.size)}"
