"""Tables that the text layer flattened to lines, put together again where their shape shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from converters.blocks import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converters.blocks import Line

UNIT = r"(?:\s?(?:%|dB|kr\.|pct\.|m2|m²|km|kWh|MW|stk\.|timer)(?!\w))?"
FIGURE = rf"\(?[-–+]?\d{{1,3}}(?:[.\u00a0]\d{{3}})*(?:,\d+)?(?:\.\d{{1,2}})?\*?{UNIT}\)?"
JOINT = r"\s+(?:[/|]\s+)?"
FIGURES_ONLY = re.compile(rf"^{FIGURE}(?:{JOINT}{FIGURE})+$")
FIGURES_AT_END = re.compile(rf"^(?P<label>[\W\d_]*[^\W\d_].*?)\s+(?P<figures>{FIGURE}(?:{JOINT}{FIGURE})+)$")
ONE_FIGURE = re.compile(FIGURE)
# A header's cells start with a capital or a digit: "Meget tilfreds Tilfreds Ved ikke", "3 mdr. 6 mdr."
CELL_START = re.compile(r"(?:(?<=\s)|^)(?=[A-ZÆØÅ]|\d)")
CAPITAL_START = re.compile(r"(?:(?<=\s)|^)(?=[A-ZÆØÅ])")
DIGIT = re.compile(r"\d")
FIGURE_START, FIGURE_END = frozenset("0123456789(-–+"), frozenset("0123456789%)*Bkm²2.hWr")
LONGEST_UNIT = 10  # characters behind a figure's last digit, and that digit: "*", " timer", ")"
LONGEST_HEADER = 120  # characters
LONGEST_ROW_LINE = 300  # characters
FEWEST_ROWS = 3
LONGEST_ROW = 3  # lines a row's label wraps over


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table and the places it covers, from ``start`` up to ``end``."""

    start: int
    end: int
    table: Table


def find_tables(lines: Sequence[Line], indexes: Sequence[int]) -> tuple[Found, ...]:
    """Find tables among the lines; places count within ``indexes``."""
    texts = [_loose_text(lines[index]) for index in indexes]
    found: list[Found] = []
    place = 0
    while place < len(texts):
        table = (
            _header_and_figures(texts, place)
            or _labelled_rows(texts, place)
            or _columns(lines, indexes, place)
        )
        if table is None:
            place += 1
            continue
        found.append(table)
        place = table.end
    return tuple(found)


def _loose_text(line: Line) -> str:
    """Give a line's text, unless its format has told already what it is."""
    return "." if line.table or line.marker or line.level is not None else line.text


def _only_figures(text: str) -> bool:
    """Tell whether a line is nothing but figures; the first character spares most lines the look."""
    return text[0] in FIGURE_START and len(text) <= LONGEST_ROW_LINE and FIGURES_ONLY.match(text) is not None


def _figures_at_end(text: str) -> re.Match[str] | None:
    """Read a label with figures behind it; the line's end spares prose the look."""
    if text[-1] not in FIGURE_END or len(text) > LONGEST_ROW_LINE or not DIGIT.search(text[-LONGEST_UNIT:]):
        return None
    return FIGURES_AT_END.match(text)


def _figures(text: str) -> tuple[str, ...]:
    return tuple(match.group() for match in ONE_FIGURE.finditer(text))


def _header_and_figures(texts: list[str], place: int) -> Found | None:
    """Read a header over rows of nothing but figures, when the cells are as many as the figures."""
    if place + 1 >= len(texts) or len(texts[place]) > LONGEST_HEADER or not _only_figures(texts[place + 1]):
        return None
    count = len(_figures(texts[place + 1]))
    header = split_cells(texts[place], count)
    if header is None or count < 2:
        return None
    end = place + 1
    rows = []
    while end < len(texts) and _only_figures(texts[end]) and len(_figures(texts[end])) == count:
        rows.append(_figures(texts[end]))
        end += 1
    return Found(start=place, end=end, table=Table(header=header, rows=tuple(rows)))


def split_cells(text: str, count: int) -> tuple[str, ...] | None:
    """Split a header line into so many cells, each starting with a capital or a digit."""
    for starts in (CELL_START, CAPITAL_START):
        cells = tuple(cell.strip() for cell in starts.split(text) if cell.strip())
        if len(cells) == count and not text.endswith((".", ":")):
            return cells
    return None


def _labelled_rows(texts: list[str], place: int) -> Found | None:
    """Read rows that end in the same number of figures each; a label may wrap over lines above them."""
    rows: list[tuple[str, str]] = []
    end = at = place
    count = 0
    while at < len(texts):
        row = _row(texts, at, count)
        if row is None:
            break
        label, figures, at = row
        count = count or len(_figures(figures))
        rows.append((label, figures))
        end = at
    if len(rows) < FEWEST_ROWS:
        return None
    many = tuple((label, *_figures(figures)) for label, figures in rows)
    header = split_cells(texts[place - 1], count + 1) if place else None
    if header is not None:
        return Found(start=place - 1, end=end, table=Table(header=header, rows=many))
    above = _header_above(texts, place)
    if above is not None or any(re.search(r"[/|]", figures) for _, figures in rows):
        start = place if above is None else above
        head = ("", "") if above is None else (texts[above], " ".join(texts[above + 1 : place]))
        return Found(start=start, end=end, table=Table(header=head, rows=tuple(rows)))
    return Found(start=place, end=end, table=Table(header=("",) * (count + 1), rows=many))


def _header_above(texts: list[str], place: int) -> int | None:
    """Find a header whose cells came out on lines of their own.

    Its first cell is a word or two, and ends with a colon or stands under a line that does.
    """
    for above in range(place - 2, max(-1, place - HEADER_LINES - 1), -1):
        if texts[above].endswith("."):
            return None
        led = above > 0 and texts[above - 1].endswith(":")
        if (
            (texts[above].endswith(":") or led)
            and len(texts[above].split()) <= 2
            and texts[above][0].isupper()
        ):
            return above
    return None


HEADER_LINES = 6


def _row(texts: list[str], at: int, count: int) -> tuple[str, str, int] | None:
    """Read one row; gives its label, its figures as printed, and the place after it."""
    label: list[str] = []
    for place in range(at, min(at + LONGEST_ROW, len(texts))):
        text = texts[place]
        match = _figures_at_end(text)
        if match:
            figures = match["figures"]
            label.append(match["label"])
        elif _only_figures(text) and label:
            figures = text
        else:
            if text.endswith((".", ":", ";")) or not text[0].isalpha() or (not label and text[0].islower()):
                return None
            label.append(text)
            continue
        if count and len(_figures(figures)) != count:
            return None
        return " ".join(label), figures, place + 1
    return None


def _columns(lines: Sequence[Line], indexes: Sequence[int], place: int) -> Found | None:
    """Read a table of three or more columns of text that came out cell by cell.

    Its header is one line of cells with a capital each; in each row the key and the second cell run
    together on one line, and every further cell is a group of lines of its own.
    """
    text = lines[indexes[place]].text
    if len(text) > NARROW or not all(word.isalpha() for word in text.split()) or not text[0].isupper():
        return None
    header = tuple(cell.strip() for cell in CELL_START.split(text) if cell.strip())
    if not 3 <= len(header) <= 6 or any(len(cell.split()) > 3 or cell.isupper() for cell in header):
        return None
    groups = _groups(lines, indexes, place + 1)
    rows: list[tuple[str, ...]] = []
    end = place
    while len(cells := tuple(islice(groups, len(header) - 1))) == len(header) - 1:
        key = _key(cells[0][0])
        if key is None:
            break
        rows.append((*key, *(text for text, _ in cells[1:])))
        end = cells[-1][1]
    if len(rows) < FEWEST_ROWS:
        return None
    return Found(start=place, end=end, table=Table(header=header, rows=tuple(rows)))


NARROW = 75  # characters; a cell's lines are shorter than the page's
LONGEST_CELL = 40  # lines; a longer run of short lines is no cell


def _groups(lines: Sequence[Line], indexes: Sequence[int], place: int) -> Iterator[tuple[str, int]]:
    """Give the runs of short lines without a gap, each with the place after it."""
    group: list[str] = []
    for at in range(place, len(indexes)):
        line = lines[indexes[at]]
        if len(line.text) > NARROW or len(group) > LONGEST_CELL:
            break
        if group and line.gap and not line.text[0].islower():
            yield " ".join(group), at
            group = []
        group.append(line.text)
    else:
        at = len(indexes)
    if group and len(group) <= LONGEST_CELL:
        yield " ".join(group), at


KEY = re.compile(r"^(?P<key>(?:\d+\. )?[\wæøå]+(?: [a-zæøå]+)?) (?P<cell>[A-ZÆØÅ].*)$")


def _key(text: str) -> tuple[str, str] | None:
    match = KEY.match(text)
    return (match["key"], match["cell"]) if match else None
