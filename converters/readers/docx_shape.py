"""A Word text loosened: wrappers opened, text boxes set free, tables brought to rows and cells.

What is left is blocks, paragraphs and tables, in the order in which they are read.
"""

from __future__ import annotations

from converters.readers.docx_xml import MC, Element, W, below, drop, new, switched, unwrap, whole

P, RUN, TABLE, ROW, CELL = W + "p", W + "r", W + "tbl", W + "tr", W + "tc"
BOX = W + "txbxContent"
SECTION = W + "sectPr"
NOTES = (W + "footnote", W + "endnote", W + "comment")
TEXTS = (W + "t", W + "delText")
# What stands around blocks, rows or cells and says nothing about where they are read.
WRAPPERS = (W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag")
# A sign of a run, and the letters of one: they hold nothing else.
SIGNS = (*TEXTS, *(W + tag for tag in ("softHyphen", "noBreakHyphen", "tab", "br", "cr")))
PROPERTIES = (W + "pPr", W + "tblPr", W + "trPr", W + "tcPr", W + "rPr")
GONE = "gone"  # our own mark on a run that is not text: the value is why
DELETED, PROMPT = "deleted", "prompt"
DEEPEST_TABLE = 3  # tables inside tables; deeper ones are read as paragraphs
WIDEST = 63  # columns of a table in Word


def loosen(root: Element) -> None:
    """Bring a text to blocks, in place."""
    for one in list(root.iter(MC + "AlternateContent")):
        _choose(one)
    for sign in list(root.iter(*SIGNS)):
        _empty(sign)
    for row in root.iter(ROW):
        _mark_deleted_row(row)
    for control in root.iter(W + "sdt"):
        _mark_prompt(control)
    for wrapper in list(root.iter(*WRAPPERS)):
        parent = wrapper.getparent()
        if wrapper is not root and parent is not None and parent.tag not in PROPERTIES:
            unwrap(wrapper)
    for tag in ("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"):
        for one in list(root.iter(W + tag)):
            drop(one)
    _free_boxes(root)
    _join_deleted_ends(root)
    for table in list(root.iter(TABLE)):
        _bring_to_rows(table)
    _bring_to_blocks(root)


def _choose(alternate: Element) -> None:
    """Keep one of the ways in which a thing is drawn: each of them holds the same words."""
    ways = [*alternate.findall(MC + "Choice"), *alternate.findall(MC + "Fallback")]
    spoken = [way for way in ways if next(way.iter(*TEXTS), None) is not None]
    chosen = (spoken or ways)[:1]
    for way in ways:
        if way not in chosen:
            drop(way)
    for way in chosen:
        unwrap(way)
    unwrap(alternate)


def _empty(sign: Element) -> None:
    """Put right behind a sign what a damaged file has in it."""
    for child in reversed(list(sign)):
        if child.tail:
            sign.text, child.tail = f"{sign.text or ''}{child.tail}", None
        sign.addnext(child)


def _mark_deleted_row(row: Element) -> None:
    properties = row.find(W + "trPr")
    if properties is not None and properties.find(W + "del") is not None:
        row.set(GONE, DELETED)
        for run in row.iter(RUN):
            run.set(GONE, DELETED)


def _mark_prompt(control: Element) -> None:
    """Mark the words that ask the writer to write something here: they were never filled in."""
    if switched(control.find(W + "sdtPr"), "showingPlcHdr"):
        for run in control.iter(RUN):
            run.set(GONE, PROMPT)


def _free_boxes(root: Element) -> None:
    """Put what stands in text boxes right after the paragraph that they hang on."""
    ends: dict[Element, Element] = {}
    for box in list(root.iter(BOX)):
        host = next(box.iterancestors(P), None)
        if host is None:
            unwrap(box)
            continue
        for block in list(box):
            ends.get(host, host).addnext(block)
            ends[host] = block
        drop(box)
    for inner in list(root.iter(P)):
        host = next(inner.iterancestors(P), None)
        if host is not None:  # no paragraph holds another, but a file may say so
            ends.get(host, host).addnext(inner)
            ends[host] = inner


def _join_deleted_ends(root: Element) -> None:
    """Join a paragraph whose end was deleted with the one after it, as Word shows it."""
    # From the end, so that a long row of such paragraphs is gathered in the last of them at once.
    for paragraph in reversed(list(root.iter(P))):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or (mark.find(W + "del") is None and mark.find(W + "moveFrom") is None):
            continue
        after = next(paragraph.itersiblings(), None)
        if after is None or after.tag != P:
            continue
        place = 0 if after.find(W + "pPr") is None else 1
        for child in [child for child in paragraph if child.tag != W + "pPr"]:
            after.insert(place, child)
            place += 1
        drop(paragraph)


def _bring_to_rows(table: Element) -> None:
    if sum(1 for _ in table.iterancestors(TABLE)) >= DEEPEST_TABLE:
        for row in table.findall(ROW):
            for cell in row.findall(CELL):
                unwrap(cell)
            unwrap(row)
        unwrap(table)
        return
    _put_out(table, ROW)
    for row in table:
        _bring_to_cells(row)


def _put_out(parent: Element, kept: str) -> None:
    """Put what a table has no place for right after it; what has no words is dropped."""
    table = parent if parent.tag == TABLE else parent.getparent()
    for child in reversed(list(parent)):
        if child.tag == kept:
            continue
        if table is not None and _speaks(child):
            table.addnext(child)
        else:
            drop(child)


def _speaks(element: Element) -> bool:
    return next(element.iter(*TEXTS), None) is not None


def _bring_to_blocks(parent: Element) -> None:
    """Leave nothing between the paragraphs and tables of a text or a cell, as no file of Word's does.

    Loose words get a paragraph of their own, and what stands around blocks is opened.
    """
    for child in list(parent):
        if child.tag == TABLE:
            for cell in child.findall(f"{ROW}/{CELL}"):
                _bring_to_blocks(cell)
        elif child.tag in NOTES:
            _bring_to_blocks(child)
        elif child.tag == P or child.tag in PROPERTIES or not isinstance(child.tag, str):
            continue
        elif _speaks(child):
            _bring_to_block(child)
        elif child.tag != SECTION:
            drop(child)


def _bring_to_block(loose: Element) -> None:
    if next(loose.iter(P, TABLE), None) is not None:
        _bring_to_blocks(loose)
        unwrap(loose)
        return
    paragraph = new(P)
    loose.addprevious(paragraph)
    paragraph.append(loose)


def _bring_to_cells(row: Element) -> None:
    properties = row.find(W + "trPr")
    skipped = None if properties is None else properties.find(W + "gridBefore")
    header = switched(properties, "tblHeader")
    _put_out(row, CELL)
    for cell in row:
        _keep_spans(cell)
    if skipped is not None:
        for _ in range(min(whole(skipped.get(W + "val")) or 0, WIDEST)):
            row.insert(0, new(CELL))
    if header:
        kept = new(W + "trPr")
        below(kept, W + "tblHeader")
        row.insert(0, kept)


def _keep_spans(cell: Element) -> None:
    """Keep of a cell's properties what it spans; words in a cell that is merged away stay words."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        return
    spoken = any((one.text or "").strip() for one in cell.iter(*TEXTS))
    for one in list(properties):
        wide = one.tag == W + "gridSpan" and 0 < (whole(one.get(W + "val")) or 0) <= WIDEST
        merged = one.tag == W + "vMerge" and (one.get(W + "val") == "restart" or not spoken)
        if not (wide or merged):
            drop(one)
