"""Marks of closedness in a title, told from titles that only sound like them."""

from __future__ import annotations

import re

_CLOSED = (
    r"(?:lukket(?: \w*(?:punkt|sag|dagsorden|møde))?|fortroligt?(?: (?:punkt|sag))?"
    r"|ikke[- ]offentligt?(?: punkt)?)"
)
# The mark stands before the title, behind it in brackets, or behind a dash.
CLOSED_TITLE = re.compile(
    rf"^\W*{_CLOSED}\s*(?:[-–:)\]]|$)|[(\[]{_CLOSED}[)\]]\s*$|\s[-–]\s{_CLOSED}\s*$", re.IGNORECASE
)


def is_closed_title(title: str) -> bool:
    """Tell whether a title carries a mark of closedness: "Lukket - ...", "... (lukket punkt)"."""
    return CLOSED_TITLE.search(title) is not None
