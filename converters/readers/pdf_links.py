"""Links of a PDF page, laid on the words that their rectangles cover."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from converters.blocks import Link
from converters.readers.letter_widths import breadth
from converters.readers.pdf_turned import turned_box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdfium2 import PdfDocument, PdfPage

    from converters.readers.pdf_printed import Printed

MOST_LINKS = 2_000  # of one page
LONGEST_ADDRESS = 2_000  # bytes
WORD = re.compile(r"\S+")
EDGE = 1.0  # points by which a word's middle may stand outside the rectangle


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle that leads to an address, in points from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    href: str


def areas_of(document: PdfDocument, page: PdfPage) -> tuple[Area, ...]:
    """Read the links of one page; those that lead elsewhere in the paper are left out."""
    left, bottom, right, top = page.get_bbox()
    turn = (page.get_rotation(), right - left, top - bottom)
    found: list[Area] = []
    place, link, rectangle = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < MOST_LINKS and pdfium.FPDFLink_Enumerate(page.raw, place, link):
        href = _address(document, link)
        if href and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            upright = (
                min(rectangle.left, rectangle.right) - left,
                top - max(rectangle.top, rectangle.bottom),
                max(rectangle.left, rectangle.right) - left,
                top - min(rectangle.top, rectangle.bottom),
            )
            box = turned_box(upright, *turn)
            found.append(Area(left=box[0], top=box[1], right=box[2], bottom=box[3], href=href))
    return tuple(found)


def _address(document: PdfDocument, link: object) -> str | None:
    action = pdfium.FPDFLink_GetAction(link)
    if not action:
        return None
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    if not 1 < size <= LONGEST_ADDRESS:
        return None
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip() or None


def lay(lines: Sequence[Printed], areas: Sequence[Area]) -> tuple[Printed, ...]:
    """Lay the links of a page on its lines, and let go of the runs that only this needs."""
    return tuple(line.with_links(tuple(_links(line, areas)) if areas else ()) for line in lines)


def _links(line: Printed, areas: Sequence[Area]) -> Iterator[Link]:
    middle = (line.top + line.bottom) / 2
    near = [area for area in areas if area.top - EDGE <= middle <= area.bottom + EDGE]
    if not near:
        return
    start, end, href = 0, 0, ""
    for word in WORD.finditer(line.text):
        at = _middle_of(line, word.start(), word.end())
        over = next((area.href for area in near if area.left - EDGE <= at <= area.right + EDGE), "")
        if href and over != href:
            yield Link(start=start, end=end, href=href)
        if over and over != href:
            start = word.start()
        end, href = word.end() - _signs_outside(line, word, near, over), over
    if href:
        yield Link(start=start, end=end, href=href)


def _signs_outside(line: Printed, word: re.Match[str], near: Sequence[Area], href: str) -> int:
    """Count the signs that end a word outside the rectangle: a full stop behind a link is not part of it."""
    count = len(word[0]) - len(word[0].rstrip('.,;:!?)”"»'))
    edge = max((area.right for area in near if area.href == href), default=0.0)
    outside = count and _middle_of(line, word.end() - count, word.end()) > edge
    return count if outside and count < len(word[0]) else 0


def _middle_of(line: Printed, start: int, end: int) -> float:
    """Where the middle of a word stands, in points from the left."""
    middle = (start + end) / 2
    offset, run = max(
        (pair for pair in line.runs if pair[0] <= middle), key=lambda pair: pair[0], default=line.runs[0]
    )
    text = run.text.strip()
    before, word = text[: start - offset], text[max(0, start - offset) : end - offset]
    share = (breadth(before) + breadth(word) / 2) / (breadth(text) or 1.0)
    return run.left + (run.right - run.left) * min(1.0, max(0.0, share))
