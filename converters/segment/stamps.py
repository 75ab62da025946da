"""Stamps that a system prints on the pages of annexes: "Punkt 3, Bilag 1: Kortbilag.pdf"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.segment.labels import label_of
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

STAMP = re.compile(
    r"^(?:Punkt|Pkt\.?|Sag nr\.?)\s*(?P<number>\d{1,4}[a-z]?),?\s+"
    r"Bilag\s*(?P<annex>\d{1,3})\s*[:.-]\s*(?P<file>.*)$",
    re.IGNORECASE,
)
HEADING = re.compile(r"^(?:Punkt|Pkt\.?|Sag nr\.?)\s*(?P<number>\d{1,4}[a-z]?)\b", re.IGNORECASE)
FILE_END = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|png|jpe?g|txt|html?|msg)$", re.IGNORECASE)
LONGEST_STAMP = 7  # lines over which a file name wraps


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """One stamp: the item's number, the annex's, the file it names, and the page it stands on.

    ``page_start`` is the index of the page's first line.
    """

    number: str
    annex: str
    file: str
    index: int
    page_start: int


def find_stamps(lines: Sequence[Line]) -> tuple[tuple[Stamp, ...], Marks]:
    """Find the stamps and mark their lines; a stamp runs on to its file's suffix or its page's end.

    What an item lists as its attachments in the words of a stamp is none.
    """
    stamps: list[Stamp] = []
    marks: Marks = {}
    page_start = 0
    item: str | None = None  # the number of the heading above
    listing = False
    tops = {line.origin.page: index for index, line in reversed([*enumerate(lines)]) if line.starts_page}
    for index, line in enumerate(lines):
        if line.starts_page:
            page_start = index
        match = STAMP.match(line.text) if "ilag" in line.text[:24] else None
        if match is None or index in marks:
            heading = HEADING.match(line.text)
            item = heading["number"] if heading and not match else item
            listing = listing and line.gap == 0 and bool(line.continues)
            continue
        listing = match["number"] == item and (
            listing if match["annex"] != "1" else _is_list_label(lines, index)
        )
        if listing:
            continue
        end, file = _file(lines, index, match["file"].strip())
        for place in range(index, end):
            marks[place] = Mark(role=Role.STAMP, why="stempel på en bilagsside")
        # A running header stands above the line that the format calls the first of its page.
        own = tops.get(line.origin.page, page_start) if line.furniture else page_start
        stamps.append(
            Stamp(number=match["number"], annex=match["annex"], file=file, index=index, page_start=own)
        )
    return tuple(stamps), marks


def _is_list_label(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line above is a label of attachments with nothing beside it."""
    label = label_of(lines[index - 1].text) if index and not lines[index].furniture else None
    return label is not None and label.name == "attachments" and not label.text


def _file(lines: Sequence[Line], index: int, file: str) -> tuple[int, str]:
    """Give the index after the stamp's last line and the name it spells."""
    end = index + 1
    while (
        end < len(lines)
        and end - index < LONGEST_STAMP
        and not lines[end].starts_page
        and lines[end].gap == 0
        and not FILE_END.search(file)
    ):
        file = f"{file} {lines[end].text}".strip()
        end += 1
    return end, file
