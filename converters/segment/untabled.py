"""Tables that only lay labels and values side by side, read as the lines they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converters.attendance import attendance_label
from converters.blocks import Line, Link, Table
from converters.segment.front import front_label
from converters.segment.labels import label_of
from converters.segment.marks import LABELS, Role

SHARE = 0.5  # of the rows with two cells or more that begin with a label


def untabled(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines; a table of labels and values becomes a line for each row."""
    for line in lines:
        if line.table is None or not _is_labelled(line.table):
            yield line
        else:
            yield from _rows(line, line.table)


def _is_labelled(table: Table) -> bool:
    rows = [row for row in (table.header, *table.rows) if any(row)]
    if not rows or max(map(len, rows)) > 4:
        return False
    labelled = sum(_is_label(row[0]) for row in rows)
    return labelled > 0 and labelled >= SHARE * sum(bool(row[0]) for row in rows)


def _is_label(text: str) -> bool:
    if not text:
        return False
    mark = label_of(text) if len(text) > 1 else None
    return (
        (mark is not None and mark.role in LABELS)
        or front_label(text) is not None
        or attendance_label(text) is not None
    )


def _rows(line: Line, table: Table) -> Iterator[Line]:
    """Give each row as a line "label: value"; the label of a section is a line of its own."""
    first = True
    for number, row in enumerate((table.header, *table.rows)):
        texts: list[tuple[str, tuple[Link, ...]]] = []
        for column, cell in enumerate(row):
            links = [one.link for one in table.links if (one.row, one.column) == (number, column)]
            if cell and texts and not _heads_section(texts[-1][0]):
                label, before = texts[-1]
                between = " " if label.endswith(":") or len(texts) > 1 or not _is_label(label) else ": "
                start = len(label) + len(between)
                texts[-1] = (f"{label}{between}{cell}", (*before, *(_moved(link, start) for link in links)))
            elif cell:
                texts.append((cell, tuple(links)))
        for text, links_of_text in texts:
            yield replace(
                line,
                text=text,
                table=None,
                links=links_of_text,
                gap=int(first),
                starts_page=line.starts_page and first,
                pictures=line.pictures if first else (),
            )
            first = False


def _heads_section(text: str) -> bool:
    mark = label_of(text) if len(text) > 1 else None
    return mark is not None and mark.role in {Role.SECTION, Role.DECISION} and not mark.text


def _moved(link: Link, by: int) -> Link:
    return Link(start=link.start + by, end=link.end + by, href=link.href)
