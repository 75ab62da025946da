"""Tables that only lay out what is no table: fields, the heading of an item, an agenda, whole minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from converters.attendance import attendance_label
from converters.blocks import Line, Link
from converters.lexicon import danish, fold
from converters.segment.cells import COLUMN, NUMBER, Cell, heads_of, joined, moved, numbers_of, rows_of
from converters.segment.closed import is_closed_value
from converters.segment.front import front_label
from converters.segment.labels import label_of
from converters.segment.marks import LABELS, Role
from converters.segment.repeats import could_be_label

SHARE = 0.5  # of the rows that begin with a label, in a table of labels and values
STACKED = 0.8  # of the rows under items' titles that begin with a label, where the whole minutes are a table
MOST_COLUMNS = 5  # of a table that is none
BOXED = re.compile(r"^(?:punkt|pkt\.?|sag nr\.?)\s*\d{1,4}[a-z]?\b", re.IGNORECASE)
FIGURE = re.compile(r"^[-–+]?\d[\d., ]*(?:%|kr\.?)?$")
LARGEST_BOX = 6  # rows
PAGE = re.compile(r"^(?:s(?:ide|\.)?\s*)?\d{1,4}$", re.IGNORECASE)
ITEM_RANK = 90  # of titles that only their place in a table sets apart: a rank by itself
LONGEST_TITLE = 250  # characters
# What heads the columns of an agenda: the number's, and the title's.
NUMBERED = frozenset(
    {"punkt", "pkt", "pkt.", "nr", "nr.", "punkt nr.", "punkt nr", "dagsordenspunkt", "sag", "sag nr."}
)
TITLED = frozenset(
    {
        "emne",
        "titel",
        "punkt",
        "sag",
        "sagstitel",
        "dagsorden",
        "dagsordenspunkt",
        "overskrift",
        "tekst",
        "indhold",
    }
)
RECORDED = frozenset(
    {"referat", "konklusion", "beslutning/referat", "referat/beslutning", "drøftelse", "bemærkninger"}
)
DAY = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn|hellig|hver)dag|uge\b|\d{1,2}\.", re.IGNORECASE)
FILES = frozenset({"bilag", "dokument", "dokumenter", "fil", "filer", "filnavn", "dokumentnavn"})
MANY = 2  # rows, the heads among them, of a table that may tell of one item


def untabled(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines; a table that is none becomes the lines it was made to lay out."""
    for line in lines:
        rows = rows_of(line.table) if line.table else []
        texts = _texts(rows)
        if texts is None:
            yield line
            continue
        stacked = _is_stacked(rows)
        items = stacked or (len(rows) > 1 and _is_minutes(rows))
        labels = {row[0][0] for row in rows if stacked}
        for place, (text, links) in enumerate(text for text in texts if text[0].strip()):
            first = place == 0
            opens = NUMBER.match(text.split(COLUMN)[0]) is not None
            yield replace(
                line,
                text=text,
                table=None,
                links=links,
                gap=int(first or opens),
                level=ITEM_RANK if items and opens else ITEM_RANK + 1 if text in labels else line.level,
                starts_page=line.starts_page and first,
                pictures=line.pictures if first else (),
            )


def _texts(rows: list[list[Cell]]) -> Iterator[Cell] | None:
    """Give the lines that a table lays out, None if it is a table."""
    if len(rows) == 1:
        return iter([joined(rows[0])])
    if not rows or max(map(len, rows)) > MOST_COLUMNS:
        return None
    for is_laid, lines_of in ((_is_minutes, _minutes), (_is_stacked, _stacked), (_is_box, _each)):
        if is_laid(rows):
            return lines_of(rows)
    if _is_agenda(rows):
        return iter([joined(row) for row in rows])
    if any(_is_openness(cell) for row in rows for cell, _ in row) and not numbers_of(rows) and _tells(rows):
        return _apart(rows)
    return _labelled(rows) if _is_labelled(rows) else None


def _is_minutes(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether each row is an item: its number, its title, and what became of it."""
    heads = heads_of(rows)
    if len(heads) < 3 or heads[0] not in NUMBERED or heads[1] not in TITLED or not numbers_of(rows):
        return False
    recorded = [place for place, head in enumerate(heads) if head in RECORDED or _is_section(head)]
    return any(
        row[place][0] and not PAGE.match(row[place][0])
        for row in rows[1:]
        for place in recorded
        if 1 < place < len(row)
    )


def _minutes(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    yield joined(rows[0])
    heads = [cell for cell, _ in rows[0]]
    for row in rows[1:]:
        title, rest = _cut_title(row[1])
        yield joined([row[0], title])
        if rest is not None:
            yield rest
        for head, cell in zip(heads[2:], row[2:], strict=False):
            if cell[0] and _is_section(head):
                yield head, ()
            yield cell


def _is_stacked(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether rows of a number and a title stand over rows of a label and its text, item by item."""
    filled = [[text for text, _ in row if text] for row in rows]
    if any(len(row) > 2 for row in filled):
        return False
    heads = [_opens(row) for row in filled]
    numbers = [int(match["number"]) for match in heads if match]
    under = Counter(row[0] for row, match in zip(filled, heads, strict=True) if not match and len(row) > 1)
    known = sum(times for label, times in under.items() if _is_section(label))
    sure = known + sum(times for label, times in under.items() if times > 1 and could_be_label(label))
    return (
        len(numbers) >= MANY
        and all(b == a + 1 for a, b in pairwise(numbers))
        and known >= MANY
        and sure >= STACKED * under.total()
    )


def _opens(row: Sequence[str]) -> re.Match[str] | None:
    """Read the number of a row that holds a number and a title, and nothing else."""
    titled = len(row) == 2 and row[1][0].isupper() and len(row[1]) <= LONGEST_TITLE
    return NUMBER.match(row[0]) if titled else None


def _stacked(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """Give titles and fields a line each, and other labels and their texts one each."""
    for row in rows:
        filled = [cell for cell in row if cell[0]]
        mark = label_of(": ".join(text for text, _ in filled))
        if _opens([text for text, _ in filled]):
            yield joined(filled)
        elif mark is not None and mark.role in {Role.FIELD, Role.OPEN, Role.CLOSED}:
            yield from _labelled([row])
        else:
            yield from filled


def _is_box(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a table is the box round an item's heading: "Punkt 14", its title and its fields."""
    opens = next(text for text, _ in rows[0] if text)
    cells = [text for row in rows[1:] for text, _ in row if text]
    marks = [label_of(text) for text in cells if len(text) > 1]
    fields = any(mark is not None and mark.role is Role.FIELD for mark in marks)
    return len(rows) <= LARGEST_BOX and fields and BOXED.match(opens) is not None


def _each(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """Give each cell on a line of its own, so that a field is read wherever it stands."""
    yield from (cell for row in rows for cell in row if cell[0])


def _cut_title(cell: Cell) -> tuple[Cell, Cell | None]:
    """Part a long cell into a title and the text behind it, at the end of its first sentence."""
    text, links = cell
    end = re.search(r"(?<=[a-zæøå)])[.?!]\s+(?=[A-ZÆØÅ])", text)
    if len(text) <= LONGEST_TITLE or end is None:
        return cell, None
    cut = end.end()
    before = tuple(link for link in links if link.end <= cut)
    return (text[:cut].strip(), before), (
        text[cut:],
        tuple(moved(link, -cut) for link in links if link.start >= cut),
    )


def _is_agenda(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether each row is an entry of a contents list: number, title, and page or openness."""
    heads = heads_of(rows)
    named = len(heads) > 1 and heads[0] in NUMBERED and heads[1] in TITLED
    if not numbers_of(rows) or len(heads) > MOST_COLUMNS:
        return False
    ends = [cell for row in rows[1:] for cell, _ in row[2:] if cell]
    short = all(PAGE.match(cell) or _is_openness(cell) for cell in ends)
    return short and (named or any(map(_is_openness, ends)))


def _is_openness(text: str) -> bool:
    words = danish()
    return fold(text.strip("()[] .*")) in words.closed_marks | words.open_marks or is_closed_value(text)


def _tells(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether words of openness in a table are said of an item, and not of hours, places or files."""
    marks = [cell for row in rows for cell, _ in row if _is_openness(cell)]
    if any(" " in mark.strip() for mark in marks):
        return True
    heads, first = heads_of(rows), [fold(row[0][0]) for row in rows[1:]]
    if any("tid" in head for head in heads) or any(map(DAY.match, first)):
        return False
    columns = {place for row in rows for place, (cell, _) in enumerate(row) if _is_openness(cell)}
    below = {len(row) > place and _is_openness(row[place][0]) for row in rows[1:] for place in columns}
    of_many = len(columns) == 1 and len(rows) > MANY and below == {True} and not any(map(_is_openness, heads))
    return not of_many and heads[0] not in FILES


def _apart(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """Give each row on a line, and a word of openness on one of its own, where it is looked for."""
    for row in rows:
        filled = [cell for cell in row if cell[0]]
        if len(filled) == 2 and fold(filled[1][0]).strip(" .") in {"ja", "nej"}:
            (label, mine), (value, other) = filled
            text = f"{label.rstrip(': ')}: "
            yield text + value, (*mine, *(moved(link, len(text)) for link in other))
            continue
        marks = [cell for cell in filled if _is_openness(cell[0])]
        rest = [cell for cell in filled if not _is_openness(cell[0])]
        # What stands beside an item's number and title is none of its title.
        item = len(rest) if not rest or NUMBER.match(rest[0][0]) is None else 2
        yield joined(rest[:item])
        yield from (*marks, *rest[item:])


def _is_labelled(rows: Sequence[Sequence[Cell]]) -> bool:
    if _counts(rows):
        return False
    labelled = sum(_is_label(row[0][0]) for row in rows)
    return labelled > 0 and labelled >= SHARE * sum(bool(row[0][0]) for row in rows)


def _counts(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether figures stand in several columns beside the first, row by row: they are no one's value."""
    below = [cell for row in rows[1:] for cell, _ in row[1:]]
    return min(map(len, rows)) > MANY and all(FIGURE.match(cell) for cell in below)


def _is_label(text: str) -> bool:
    mark = label_of(text) if len(text) > 1 else None
    return (
        (mark is not None and mark.role in LABELS)
        or front_label(text) is not None
        or attendance_label(text) is not None
    )


def _is_section(text: str) -> bool:
    mark = label_of(text) if len(text) > 1 else None
    return mark is not None and mark.role in {Role.SECTION, Role.DECISION} and not mark.text


def _is_theme(text: str) -> bool:
    mark = label_of(text)
    return mark is not None and mark.name == "theme"


def _labelled(rows: Sequence[Sequence[Cell]]) -> Iterator[Cell]:
    """Give each row as a line "label: value"; the label of a section is a line of its own."""
    for row in rows:
        text: str = ""
        links: tuple[Link, ...] = ()
        for number, (cell, mine) in enumerate(cell for cell in row if cell[0]):
            # "Punkttype" beside "Beslutning": a value, and no label of its own.
            if text and _is_section(text) and not (_is_theme(text) and _is_section(cell)):
                yield text, links
                text, links = "", ()
            if text:
                label = _is_label(text) or could_be_label(text)
                bare = number == 1 and not text.endswith(":") and label
                text += ": " if bare else " "
            links = (*links, *(moved(link, len(text)) for link in mine))
            text += cell
        yield text, links
