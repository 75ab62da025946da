"""Documents that are no minutes: everything is their text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from converters.dates import find_dates
from converters.findings import Code, Finding
from converters.fold.account import Account
from converters.fold.explained import trace
from converters.model import Document, Source
from converters.segment.bodies import municipalities_in
from converters.segment.marks import Role
from converters.segment.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Sequence


from converters.fold.understood import Said, Understood

LONGEST_TITLE = 150  # characters of a document's title


def document_of(seen: Outline, source: Source, said: Said) -> Understood:
    """Make a document of a source that is no minutes: everything is its text."""
    account = Account(seen)
    kept = {
        i
        for i, mark in seen.marks.items()
        if mark.role in {Role.PAGE_NUMBER, Role.HEADER, Role.FOOTER, Role.CHROME, Role.LINK_DUMP}
    }
    seen = replace(seen, marks={i: mark for i, mark in seen.marks.items() if i in kept})
    account = Account(seen)
    account.furniture()
    indexes = [i for i in range(len(seen.lines)) if i not in kept]
    content = seen.composer.compose(indexes)
    kinds = {
        i: type(block).__name__.lower()
        for block, span in zip(content, seen.composer.spans, strict=True)
        for i in span
    }
    account.stripped()
    account.letters_for_bullets()
    account.hyphens()
    text = [seen.lines[i].text for i in indexes]
    dates = [found.date for line in text[:30] for found in find_dates(line) if found.date]
    names = [name for line in text for name in municipalities_in(line)]
    document = Document(
        title=_document_title(text, source),
        municipality=said.municipality or (max(sorted(set(names)), key=names.count) if names else None),
        date=said.date or (dates[0] if len(set(dates)) == 1 else None),
        source=source,
        content=content,
    )
    note = Finding(code=Code.NOT_MINUTES, message="Kilden ligner ikke et referat og er gemt som et dokument.")
    return Understood(
        documents=(document,), left_out=account.entries(), findings=(note,), trace=trace(seen, kinds)
    )


def _document_title(text: Sequence[str], source: Source) -> str:
    for line in text[:10]:
        if (
            len(line.split()) > 1
            and line[0].isalnum()
            and len(line) <= LONGEST_TITLE
            and not find_dates(line)
        ):
            return line
    return source.file.rsplit(".", 1)[0]
