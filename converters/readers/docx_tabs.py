"""Columns made with the tab key: short entries side by side become a table, so that none run together."""

from __future__ import annotations

from copy import deepcopy

from converters.readers.docx_shape import CELL, GONE, ROW, RUN, TABLE, P
from converters.readers.docx_xml import Element, W, below, drop, new

FEWEST = 2  # paragraphs below each other that make columns
LONGEST = 5  # words of an entry in a column, as a name with its party has
SAID_NOTHING = (W + "pPr", W + "proofErr", W + "bookmarkStart", W + "bookmarkEnd")


def lay_out(root: Element) -> None:
    """Bring paragraphs in columns into tables, in place."""
    group: list[tuple[Element, list[list[Element]]]] = []
    for paragraph in [*list(root.iter(P)), None]:
        cells = None if paragraph is None else _cells(paragraph)
        goes_on = group and cells and len(cells) == len(group[-1][1])
        if group and not (goes_on and next(group[-1][0].itersiblings(), None) is paragraph):
            if len(group) >= FEWEST:
                _as_table(group)
            group = []
        if paragraph is not None and cells:
            group.append((paragraph, cells))


def _cells(paragraph: Element) -> list[list[Element]] | None:
    """Cut a paragraph at its tabs into runs; None unless it has stops of its own and short entries."""
    properties = paragraph.find(W + "pPr")
    if properties is None or properties.find(W + "tabs") is None or properties.find(W + "numPr") is not None:
        return None
    cells: list[list[Element]] = [[]]
    for child in paragraph:
        if child.tag in SAID_NOTHING:
            continue
        if child.tag != RUN:
            return None
        _cut(child, cells)
    texts = ["".join(one.text or "" for run in cell for one in run.iter(W + "t")).strip() for cell in cells]
    short = all(len(text.split()) <= LONGEST and not any(map(str.isdigit, text)) for text in texts)
    named = len(texts) > 1 and bool(texts[0]) and not any(text.endswith((":", ".", ",")) for text in texts)
    return cells if short and named else None


def _cut(run: Element, cells: list[list[Element]]) -> None:
    look = run.find(W + "rPr")
    part: Element | None = None
    for child in run:
        if child is look:
            continue
        if child.tag == W + "tab":
            cells.append([])
            part = None
            continue
        if part is None:
            part = new(RUN)
            if (gone := run.get(GONE)) is not None:
                part.set(GONE, gone)
            if look is not None:
                part.append(deepcopy(look))
            cells[-1].append(part)
        part.append(deepcopy(child))


def _as_table(group: list[tuple[Element, list[list[Element]]]]) -> None:
    table = new(TABLE)
    group[0][0].addprevious(table)
    for paragraph, cells in group:
        row = below(table, ROW)
        for runs in cells:
            inner = below(below(row, CELL), P)
            for run in runs:
                inner.append(run)
        drop(paragraph)
