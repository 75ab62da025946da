"""The text layer of a PDF as real systems hand it over, read into lines with page and spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from converters.blocks import Line, Origin, Reading
from converters.readers.encoding import decode

LARGEST = 20 * 2**20  # bytes; the longest agenda pack seen has half a megabyte of text

BLANKS = str.maketrans({"\u00a0": " ", "\t": " ", "\u2007": " ", "\u202f": " ", "\u000b": " "})
# A soft hyphen inside a line divides nothing; one at the line's end is a divided word.
SOFT_INSIDE = re.compile("\u00ad(?=.)")
WINDOW = 12  # lines to either side that tell whether the text is double-spaced
SINGLE_SHARE = 0.4  # of the lines in the window that have exactly one empty line above them
DIRECT_SHARE = 0.2  # of the lines in the window that stand right under another, page breaks among them
PAGE_BREAK_BLANKS = 3  # empty lines in a double-spaced text where a page ended
COMMON_INDENT = 0.2  # share of lines with one leading blank above which the blank says nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A non-empty line with what stood around it."""

    text: str
    line: int
    indent: int
    empties: int  # wholly empty lines above
    blanks: int  # lines above that hold blanks only
    run: int  # wholly empty lines right above, one after the other
    feed: bool  # a form feed stood before it


def read(raw: bytes, where: str) -> Reading:
    """Read a text file.  Raises EmptySource and UnreadableSource."""
    return Reading(lines=read_text(decode(raw, where=where)))


def read_text(text: str) -> tuple[Line, ...]:
    """Read decoded text into lines.

    A page starts at a form feed; where there is none, at a line with one leading blank right under
    another line, or after three empty lines in a row in double-spaced text.
    """
    rows = _rows(text)
    double = _double_spaced(rows)
    breaks = _page_breaks(rows, double)
    pages = tuple(accumulate(breaks, initial=1))[1:]
    return tuple(
        Line(
            text=row.text,
            origin=Origin(page=page, line=row.line),
            gap=_gap(row, spaced=spaced, breaks=bool(starts)),
            indent=row.indent,
            starts_page=bool(starts) or index == 0,
        )
        for index, (row, spaced, starts, page) in enumerate(zip(rows, double, breaks, pages, strict=True))
    )


def _rows(text: str) -> tuple[_Row, ...]:
    rows: list[_Row] = []
    empties = blanks = run = 0
    feed = False
    for number, feed_before, last, raw in _pieces(text):
        feed = feed or feed_before
        line = SOFT_INSIDE.sub("", raw.translate(BLANKS))
        stripped = line.strip()
        if not stripped:
            if last:
                empties, blanks, run = (empties, blanks + 1, 0) if line else (empties + 1, blanks, run + 1)
            continue
        indent = len(line) - len(line.lstrip())
        rows.append(
            _Row(
                text=stripped,
                line=number,
                indent=indent,
                empties=empties,
                blanks=blanks,
                run=run,
                feed=feed,
            )
        )
        empties = blanks = run = 0
        feed = False
    return tuple(rows)


def _pieces(text: str) -> Iterator[tuple[int, bool, bool, str]]:
    """Give the lines, cut where a form feed stands in the middle of one.

    With each comes its number, whether a form feed stands before it, and whether it ends its line.
    """
    for number, raw in enumerate(text.split("\n"), start=1):
        pieces = raw.split("\f")
        for place, piece in enumerate(pieces):
            yield number, place > 0, place == len(pieces) - 1, piece


def _double_spaced(rows: tuple[_Row, ...]) -> tuple[bool, ...]:
    """Tell for each line whether the text around it has an empty line after every line.

    Judged in a window, since annexes glued to minutes have a spacing of their own.
    """
    single = list(accumulate((int(row.empties == 1 and row.blanks == 0) for row in rows), initial=0))
    direct = list(accumulate((int(row.empties == 0 and row.blanks == 0) for row in rows), initial=0))
    found = []
    for index in range(len(rows)):
        low, high = max(0, index - WINDOW), min(len(rows), index + WINDOW + 1)
        spaced = single[high] - single[low] >= SINGLE_SHARE * (high - low)
        touching = direct[high] - direct[low] > DIRECT_SHARE * (high - low)
        # Paragraphs of one line with an empty line between them look the same; only where lines
        # are long enough to have been wrapped is the spacing the page's own.
        found.append(spaced and not touching and _looks_wrapped(rows, low, high))
    return tuple(found)


def _looks_wrapped(rows: tuple[_Row, ...], low: int, high: int) -> bool:
    """Tell whether some line in the window goes on in lower case on the next."""
    return any(
        rows[index].text[:1].islower() and rows[index - 1].text[-1:].isalnum()
        for index in range(max(low, 1), high)
    )


def _page_breaks(rows: tuple[_Row, ...], double: tuple[bool, ...]) -> tuple[int, ...]:
    if any(row.feed for row in rows):
        return tuple(int(row.feed and index > 0) for index, row in enumerate(rows))
    led = sum(row.indent == 1 for row in rows)
    leading_counts = led <= COMMON_INDENT * len(rows)
    return tuple(
        int(index > 0 and ((leading_counts and _leads(rows, index)) or (spaced and _skips(row))))
        for index, (row, spaced) in enumerate(zip(rows, double, strict=True))
    )


def _leads(rows: tuple[_Row, ...], index: int) -> bool:
    """Tell whether a line with one leading blank stands right under another line."""
    row = rows[index]
    return row.indent == 1 and row.empties == 0 and row.blanks == 0


def _skips(row: _Row) -> bool:
    return row.run >= PAGE_BREAK_BLANKS


def _gap(row: _Row, *, spaced: bool, breaks: bool) -> int:
    if breaks and row.blanks == 0:
        return 0
    return row.blanks + (max(0, row.empties - 1) if spaced else row.empties)
