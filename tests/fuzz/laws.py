"""What holds for every source, however damaged: broken laws are errors, named refusals are not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from converters.blocks import Line, Link, Reading
from converters.errors import ImpossibleDate
from converters.fold import Understood, understand
from converters.frontmatter import Page, dump, load
from converters.model import Source
from converters.redact import redact
from converters.writers.document import document_leaves
from converters.writers.meeting import meeting_pages
from tests.accounting import Published, page_words, words

LONE_AMPERSAND = re.compile(r"&(?!#?[0-9A-Za-z]+;)")
# Signs that no page can show: what stands around them is one word there.
UNSHOWN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINK_START, LINK_END = (
    re.compile(r"(?<!\\)\["),
    re.compile(r"\]\([^()\s]*\)|<(?P<shown>(?i:https?)://[^<>\s]*)>"),
)
SOURCE = Source(file="referat.txt", sha256="0" * 64)


class LawBroken(AssertionError):
    """What came out is not what it has to be."""


def hold(what: object, law: str) -> None:
    """Raise LawBroken unless it holds."""
    if not what:
        raise LawBroken(law)


def reading_is_whole(reading: Reading) -> None:
    """A reading has words, places in the source, links on letters of it, and text that can be written."""
    hold(
        any(letter.isalnum() for line in reading.lines for letter in _shown(line)), "a reading without a word"
    )
    for line in reading.lines:
        hold(line.origin.page >= 1 and line.origin.line >= 1, "a line before the first")
        _is_writable(line.text)
        _links_lie_on(line.text, line.links)
        if line.table:
            rows = (line.table.header, *line.table.rows) if line.table.header else ("", *line.table.rows)
            widths = {len(row) for row in rows if row != ""}
            hold(len(widths) == 1, f"a table of rows as wide as {sorted(widths)}")
            for cell in (cell for row in rows for cell in row):
                _is_writable(cell)
            for link in line.table.links:
                _links_lie_on(rows[link.row][link.column], (link.link,))


def pages_account_for(reading: Reading) -> None:
    """What a reading is understood as has pages, none of them empty, and accounts for each of its words."""
    try:
        understood = understand(reading, SOURCE)
    except ImpossibleDate:
        return
    hold(understood.meetings or understood.documents, "neither a meeting nor a document")
    pages = dict(_pages(understood))
    for name, text in pages.items():
        _is_writable(text)
        page = load(text, where=name)
        hold(
            load(dump(page.meta, page.body), where=name) == page, "a page that is another when written again"
        )
    withheld = [entry for meeting in understood.meetings for entry in redact(meeting)[1]]
    left_out = " ".join(UNSHOWN.sub("", entry.text) for entry in (*understood.left_out, *withheld))
    read = {name: load(text, where=name) for name, text in pages.items()}
    # A link's words may run together with those beside it, and what looks like a link may be the text's own.
    shown = _words_of(read) | _words_of({name: _without_links(page) for name, page in read.items()})
    wanted = sum((words(UNSHOWN.sub("", _shown(line))) for line in reading.lines), Counter[str]())
    lost = wanted - shown - words(left_out)
    hold(not lost, f"words on no page and not in the ledger: {sorted(lost)[:5]}")


def _words_of(pages: Mapping[str, Page]) -> Counter[str]:
    return page_words(Published(pages=pages, files={}, left_out=(), messages=()))


def no_letter_lost(wanted: str, lines: tuple[Line, ...]) -> None:
    """Every letter of a text is on a line, as often as it stands in the text."""
    lost = _letters(wanted) - _letters("\n".join(_shown(line) for line in lines))
    hold(not lost, f"letters on no line: {''.join(sorted(lost))[:20]!r}")


def _pages(understood: Understood) -> Iterator[tuple[str, str]]:
    for count, meeting in enumerate(understood.meetings):
        for name, text in meeting_pages(redact(meeting)[0]).items():
            yield f"{count}/{name}", text
    for count, document in enumerate(understood.documents):
        leaves: Mapping[str, object] = document_leaves(document, f"dokument-{count}.md")
        yield from ((name, leaf) for name, leaf in leaves.items() if isinstance(leaf, str))


def _without_links(page: Page) -> Page:
    """A page with the words of its links run together with what stands beside them, as they are shown."""
    body = LINK_START.sub("", LINK_END.sub(r"\g<shown>", page.body))
    return Page(meta=page.meta, body=LONE_AMPERSAND.sub("&amp;", body))


def _shown(line: Line) -> str:
    if line.table is None:
        return line.text
    return " ".join(cell for row in (line.table.header, *line.table.rows) for cell in row)


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum())


def _links_lie_on(text: str, links: tuple[Link, ...]) -> None:
    for link in links:
        hold(0 <= link.start < link.end <= len(text), "a link beside its text")
        _is_writable(link.href)


def _is_writable(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        hold(False, "half a letter, which no file can hold")  # noqa: FBT003 - the law that is broken here
