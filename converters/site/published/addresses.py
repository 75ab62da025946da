"""Where the things lie that are published beside the minutes; the addresses are permanent."""

from __future__ import annotations

import posixpath

DECISIONS = "beslutninger/index.md"
FOLLOW = "foelg/index.md"
DOCUMENTATION = "om/data.md"
CALENDAR = "kalender.ics"
DATA = "data"
OPARL = "oparl"


def beside(page: str, name: str) -> str:
    """The path of a file in a page's folder."""
    return posixpath.join(posixpath.dirname(page), name)
