"""Content blocks as Markdown that Python-Markdown shows as the very same text.

Written for Python-Markdown with the extensions tables, toc, sane_lists and fenced_code.  It takes a
backslash before a fixed set of characters only; the others are written as character references.
As little as possible is escaped, since a clerk reads these pages and their diffs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from converters.blocks import Content, Entry, Heading, ListKind, Table

SECTION_LEVEL = 2
DEEPEST_HEADING = 6
INDENT = "    "  # what Python-Markdown calls one level

# Control characters, which no page can show; Python-Markdown keeps two of them for itself.
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# What would mean something inside a line.  An underscore inside a word and a lone ampersand do not.
_SIGNIFICANT = re.compile(
    r"(?P<backslash>[*`\[]|\\(?![^\W_]|[ ])|(?<![^\W_])_|_(?![^\W_]))"
    r"|(?P<less><)|(?P<ampersand>&(?=#|[0-9A-Za-z]+;))"
)
# What would mean something at the start of a line: a heading, a quotation, a bullet, a rule, a list number.
_MARK_AT_START = re.compile(r"[#>]|[-+](?= |$)|-(?=[- ]+$)")
_NUMBER_AT_START = re.compile(r"(\d+)\.(?= |$)")
_TILDES_AT_START = re.compile(r"~(?=~~)")
# A line that below a line with a bar would make the two a table.
_SEPARATOR = re.compile(r"[-|: ]*\|[-|: ]*")
# A row of number signs at the end of a heading is taken for its closing.
_SIGNS_AT_END = re.compile(r"#(?=#*$)")

# An address that shows as it stands in angle brackets: »https://eksempel.dk/sag?id=3«.
_ADDRESS = re.compile(r"(?i:https?)://[^\s<>\"'`\\\[\]{}|^]*[^\s<>\"'`\\\[\]{}|^.,:;!?()*_&»«”“’]")
_REFERENCE = re.compile(r"&#|&[0-9A-Za-z]+;")

_LARGEST_MARKER = 9  # digits; browsers count no further


def markdown(content: Iterable[Content]) -> str:
    """Write blocks, with an empty line between them and a line end after the last; "" for none."""
    parts: list[str] = []
    for is_list, group in groupby(
        filter(_says_something, content), key=lambda block: isinstance(block, Entry)
    ):
        if is_list:
            parts += _lists([entry for entry in group if isinstance(entry, Entry)])
        else:
            parts += [_block(block) for block in group]
    return "\n\n".join(parts) + "\n" if parts else ""


def heading(text: str, level: int = SECTION_LEVEL) -> str:
    """Write a heading on a line of its own, without a line end; "" for no text."""
    line = _SIGNS_AT_END.sub(r"\\#", escape(text, links=False))
    return f"{'#' * min(level, DEEPEST_HEADING)} {line}" if line else ""


def escape(text: str, *, links: bool = True) -> str:
    """Write text for the middle of a line; white space becomes single blanks.

    With ``links``, addresses of the web become links that show the same text.
    """
    text = " ".join(_INVISIBLE.sub("", text).split())
    if not links or "://" not in text:
        return _SIGNIFICANT.sub(_escaped, text)
    parts: list[str] = []
    end = 0
    for address in _ADDRESS.finditer(text):
        if not _REFERENCE.search(address[0]):
            parts += [_SIGNIFICANT.sub(_escaped, text[end : address.start()]), f"<{address[0]}>"]
            end = address.end()
    return "".join([*parts, _SIGNIFICANT.sub(_escaped, text[end:])])


def _escaped(sign: re.Match[str]) -> str:
    if sign["backslash"]:
        return "\\" + sign["backslash"]
    return "&lt;" if sign["less"] else "&amp;"


def line(text: str) -> str:
    """Write text for a line of its own, so that its start makes neither list, heading nor rule."""
    written = escape(text)
    written = written.replace("|", "\\|") if _SEPARATOR.fullmatch(written) else written
    written = _MARK_AT_START.sub(r"\\\g<0>", written, count=1) if _MARK_AT_START.match(written) else written
    written = _TILDES_AT_START.sub("&#126;", written, count=1) if _TILDES_AT_START.match(written) else written
    number = _NUMBER_AT_START.match(written)
    return f"{number[1]}\\.{written[number.end() :]}" if number else written


def _says_something(block: Content) -> bool:
    if isinstance(block, Table):
        return any(escape(cell) for row in (block.header, *block.rows) for cell in row)
    return bool(escape(block.text) or (isinstance(block, Entry) and block.marker))


def _block(block: Content) -> str:
    if isinstance(block, Heading):
        return heading(block.text, max(block.level, SECTION_LEVEL + 1))
    if isinstance(block, Table):
        return _table(block)
    return line(block.text)


def _table(table: Table) -> str:
    rows = [table.header, *table.rows]
    width = max(map(len, rows))
    written = [
        "| " + " | ".join([_cell(cell) for cell in row] + [""] * (width - len(row))) + " |" for row in rows
    ]
    return "\n".join([written[0], "|" + " --- |" * width, *written[1:]])


def _cell(text: str) -> str:
    return escape(text).replace("|", "\\|")


class _Node:
    """A list entry with the entries that stand under it."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.under: list[_Node] = []

    @property
    def number(self) -> int | None:
        """The printed number, if a list can count it; "04" and "2.1" can only be shown as text."""
        marker = self.entry.marker or ""
        if self.entry.kind is not ListKind.NUMBER or not (marker.isascii() and marker.isdigit()):
            return None
        if not escape(self.entry.text):
            return None
        return int(marker) if marker == marker[:_LARGEST_MARKER].lstrip("0") or marker == "0" else None

    @property
    def shown_text(self) -> str:
        """The entry's text with its printed number or letter in front of it."""
        marker = self.entry.marker
        if marker is None:
            return self.entry.text
        return f"{marker}{'.' if marker[-1:].isalnum() else ''} {self.entry.text}"


def _lists(entries: Sequence[Entry]) -> list[str]:
    """Lists of the top level, each a part of its own, so that bullets do not run into numbers."""
    parts: list[list[str]] = []
    counted_before: bool | None = None
    for _, group in groupby(_tree(entries), key=lambda node: node.number is not None):
        nodes = list(group)
        counted = _counts_up(nodes)
        if counted or counted is not counted_before:
            parts.append([])
        parts[-1] += _lines(nodes, "", counted=counted)
        counted_before = counted
    return ["\n".join(lines) for lines in parts]


def _tree(entries: Sequence[Entry]) -> list[_Node]:
    """Hang each entry under the nearest one before it that is less deep."""
    roots: list[_Node] = []
    above: list[_Node] = []
    for entry in entries:
        node = _Node(entry)
        while above and above[-1].entry.depth >= entry.depth:
            above.pop()
        (above[-1].under if above else roots).append(node)
        above.append(node)
    return roots


def _counts_up(nodes: Sequence[_Node]) -> bool:
    """Whether a list that starts at the first number shows every entry's printed number."""
    numbers = [node.number for node in nodes]
    return None not in numbers and all(
        one is not None and other == one + 1 for one, other in pairwise(numbers)
    )


def _lines(nodes: Sequence[_Node], indent: str, *, counted: bool) -> list[str]:
    written: list[str] = []
    for node in nodes:
        text = f"{node.number}. {line(node.entry.text)}" if counted else f"- {line(node.shown_text)}"
        written.append(indent + text.rstrip())
        written += _lines(node.under, indent + INDENT, counted=_counts_up(node.under))
    return written
