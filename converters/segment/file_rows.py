"""Lines that are nothing but names of files, as web pages print them under an item's title."""

from __future__ import annotations

import re
from functools import cache

from converters.lexicon import alternatives, danish

_NAME = r"[^\s/:]{2,120}\.(?:pdf|docx?|xlsx?|pptx?)"


@cache
def _row() -> re.Pattern[str]:
    icon = rf"(?:(?:{alternatives(danish().attachment_icons)}) )?"
    return re.compile(rf"{icon}{_NAME}(?:\s+{icon}{_NAME}){{0,40}}", re.IGNORECASE)


def files_in(text: str) -> tuple[str, ...]:
    """Give the files' names in "Kort.pdf Notat.docx"; none if the line says anything else."""
    if not _row().fullmatch(text):
        return ()
    return tuple(re.findall(_NAME, text, re.IGNORECASE))
