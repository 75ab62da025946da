"""What was left off the pages, word for word, and the reason a reader would accept."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")


class Reason(Enum):
    """Why words of the source stand on no page; the contract's closed set, and one of our own."""

    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    STAMP = "stamp"
    CONTENTS = "contents"
    DUPLICATE_LINK = "duplicate_link"
    BOILERPLATE = "boilerplate"
    CLOSED = "closed"
    EMPTY_SECTION = "empty_section"
    # A word that was divided at the end of a line stands on the page in one piece; its two pieces
    # are recorded so that every word of the source can be accounted for by plain comparison.
    HYPHEN = "hyphen"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words left out: page and line (from 1), the words, the reason, and a note for the reader."""

    page: int
    line: int
    text: str
    reason: Reason
    note: str | None = None


def as_json_lines(entries: Iterable[LeftOut], source: str) -> str:
    """Write entries as JSON Lines; withheld text becomes a count of words and a hash."""
    return "".join(json.dumps(_row(entry, source), ensure_ascii=False) + "\n" for entry in entries)


def _row(entry: LeftOut, source: str) -> dict[str, object]:
    row: dict[str, object] = {"source": source, "page": entry.page, "line": entry.line}
    if entry.reason is Reason.CLOSED:
        row["words"] = len(WORD.findall(entry.text))
        row["sha256"] = hashlib.sha256(entry.text.encode()).hexdigest()
    else:
        row["text"] = entry.text
    row["reason"] = entry.reason.value
    if entry.note:
        row["note"] = entry.note
    return row
