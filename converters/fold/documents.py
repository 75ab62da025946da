"""Documents that are no minutes: everything is their text, unless a line says that it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converters.dates import find_dates
from converters.findings import Code, Finding
from converters.fold.account import Account
from converters.fold.closings import closes
from converters.fold.explained import trace
from converters.fold.understood import Said, Understood
from converters.ledger import Reason
from converters.model import Document, Source
from converters.segment.bodies import municipalities_in
from converters.segment.marks import Role
from converters.segment.outline import Outline

LONGEST_TITLE = 150  # characters of a document's title
FIRST_LINES = 30  # of the text, that can give its date
# Of everything the outline marked, only this is no text of a document.
OFF_THE_PAGE = frozenset({Role.PAGE_NUMBER, Role.HEADER, Role.FOOTER, Role.CHROME, Role.LINK_DUMP})


def document_of(seen: Outline, source: Source, said: Said, *, explained: bool) -> Understood:
    """Make a document of a source that is no minutes.

    Where a line has the mark of a closed item, what follows may be one that the outline did not
    recognise: it is withheld, and a finding says from which line.
    """
    count = len(seen.lines)
    stop = next((index for index in range(count) if closes(seen, index)), count)
    seen = replace(seen, marks={i: mark for i, mark in seen.marks.items() if mark.role in OFF_THE_PAGE})
    indexes = [index for index in range(stop) if index not in seen.marks]
    content = seen.composer.compose(indexes)
    kinds = {
        index: type(block).__name__.lower()
        for block, span in zip(content, seen.composer.spans, strict=True)
        for index in span
    }
    text = [seen.lines[index].text for index in indexes]
    document = Document(
        title=_title(text, source),
        municipality=said.municipality or _municipality(text),
        date=said.date or _date(text),
        source=source,
        content=content,
    )
    return Understood(
        documents=(document,),
        left_out=_account(seen, stop).entries(),
        findings=tuple(_findings(seen, stop)),
        trace=trace(seen, kinds) if explained else (),
    )


def _account(seen: Outline, stop: int) -> Account:
    account = Account(seen, range(stop, len(seen.lines)))
    account.furniture()
    for index in range(stop, len(seen.lines)):
        if index not in seen.marks:
            account.leave_out(index, seen.lines[index].text, Reason.CLOSED)
    account.stripped()
    account.letters_for_bullets()
    account.hyphens()
    return account


def _findings(seen: Outline, stop: int) -> list[Finding]:
    told = [
        Finding(code=Code.NOT_MINUTES, message="Kilden ligner ikke et referat og er gemt som et dokument.")
    ]
    if stop < len(seen.lines):
        line = seen.lines[stop].origin.line
        message = "Herfra er kilden mærket som lukket; resten er ikke lagt ud. Er det et referat?"
        told.append(Finding(code=Code.CLOSED_FROM_HERE, message=message, line=line))
    return told


def _title(text: Sequence[str], source: Source) -> str:
    for line in text[:10]:
        whole = len(line.split()) > 1 and line[0].isalnum() and len(line) <= LONGEST_TITLE
        if whole and not find_dates(line):
            return line
    return source.file.rsplit(".", 1)[0]


def _municipality(text: Sequence[str]) -> str | None:
    names = [name for line in text for name in municipalities_in(line)]
    return max(sorted(set(names)), key=names.count) if names else None


def _date(text: Sequence[str]) -> str | None:
    dates = {found.date for line in text[:FIRST_LINES] for found in find_dates(line) if found.date}
    return dates.pop() if len(dates) == 1 else None
