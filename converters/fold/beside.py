"""Files that lie beside the minutes and belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from converters.blocks import CellLink, Link, Table
from converters.findings import Code, Finding
from converters.fold.given import Gift, Identity, gift, give, identity
from converters.fold.misread import as_documents
from converters.fold.register import Register
from converters.fold.understood import Understood
from converters.ledger import LeftOut, Reason
from converters.lexicon import fold
from converters.model import Access, Document, Meeting, Source
from converters.segment.stamps import STAMP
from converters.texts import texts_of

FIRST_BLOCKS = 5  # of a paper's text, in which a stamp on its first page stands


def lay_beside(told: Sequence[tuple[Path, Understood]]) -> tuple[tuple[Path, Understood], ...]:
    """Give the documents of a folder to the meetings of the same folder that they are attachments of.

    ``told`` are all sources of one folder in the order of their names; so are those given back.  A
    file belongs to the item that lists it, or whose number stands in its name.  Where neither tells
    and the folder is one meeting's, it is the meeting's own: whoever laid it there laid it beside
    the minutes.  A paper of another municipality stays a document, and so does any file in a folder
    of several meetings that none of them names.  What may belong to a closed item is withheld.
    """
    told = as_documents(told)
    register = Register((place, meeting) for place, (_, one) in enumerate(told) for meeting in one.meetings)
    if not register.meetings:
        return tuple(told)
    told = [(path, _closed_too(understood, register)) for path, understood in told]
    given: dict[Identity, list[Gift]] = {}
    left: dict[int, Understood] = {}
    for place, (path, understood) in enumerate(told):
        if understood.meetings and register.closes_minutes(path.name, place):
            left[place] = _withheld(understood)
        for document in understood.documents[:1]:
            found, left[place] = _judged(path, understood, document, register)
            if found:
                given.setdefault(found.meeting, []).append(found)
    return tuple(
        (path, left.get(place) or replace(understood, meetings=give(understood.meetings, given)))
        for place, (path, understood) in enumerate(told)
    )


def _closed_too(understood: Understood, register: Register) -> Understood:
    """Close the items that another paper of the same meeting calls closed."""
    numbers = [
        item.number
        for meeting in understood.meetings
        for item in meeting.items
        if item.access is Access.OPEN and register.closes(meeting, item)
    ]
    if not numbers:
        return understood
    meetings = tuple(
        replace(
            meeting,
            items=tuple(
                replace(item, access=Access.CLOSED) if register.closes(meeting, item) else item
                for item in meeting.items
            ),
        )
        for meeting in understood.meetings
    )
    message = f"Punkt {', '.join(filter(None, numbers))} er lukket, da en anden kilde i mappen siger det."
    found = Finding(code=Code.CLOSED_BESIDE, message=message)
    return replace(understood, meetings=meetings, findings=(*understood.findings, found))


def _judged(
    path: Path, understood: Understood, document: Document, register: Register
) -> tuple[Gift | None, Understood]:
    """Judge where one document belongs; give what a meeting gets of it, and what is left of its source."""
    verdict = next(
        (told for told in map(register.verdict, _stamps(document, understood)) if told.closed),
        register.verdict(path.name),
    )
    empty = not document.content and any(entry.reason is Reason.CLOSED for entry in understood.left_out)
    if verdict.closed or empty:
        return None, _withheld(understood, unknown=verdict.unknown)
    if verdict.torn:
        return None, _with_finding(
            understood, "Filen kan være bilag til flere punkter og er gemt som et dokument for sig selv."
        )
    if verdict.item is not None:
        to, item = verdict.item
        return gift(path, document, understood, to=to, item=item), _handed_over(understood)
    first = register.meetings[0]
    if register.is_of_one_meeting and _same_municipality(document, first):
        message = "Intet punkt nævner filen; den er lagt ved mødet som bilag, da den ligger i samme mappe."
        own = gift(path, document, understood, to=identity(first), item=None)
        return own, _with_finding(_handed_over(understood), message)
    return None, understood


def _stamps(document: Document, understood: Understood) -> Iterator[str]:
    """Give the stamps on a paper's first lines and in its margins, as names of files with such numbers."""
    texts = [block.text for block in document.content[:FIRST_BLOCKS] if not isinstance(block, Table)]
    for text in (*texts, *(entry.text for entry in understood.left_out)):
        match = STAMP.match(text.strip())
        if match is not None:
            yield f"Punkt {match['number']} Bilag {match['annex']}.pdf"


def _same_municipality(document: Document, meeting: Meeting) -> bool:
    names = {fold(name) for name in (document.municipality, meeting.municipality) if name}
    return len(names) < 2


def _handed_over(understood: Understood) -> Understood:
    """Take the document out of its source: its words are on a meeting's page now."""
    findings = tuple(one for one in understood.findings if one.code is not Code.NOT_MINUTES)
    return replace(understood, documents=(), findings=findings)


def _with_finding(understood: Understood, message: str) -> Understood:
    found = Finding(code=Code.ANNEX_NOT_PLACED, message=message)
    return replace(understood, findings=(*understood.findings, found))


def _withheld(understood: Understood, *, unknown: bool = False) -> Understood:
    """Withhold a whole file; the ledger counts its words, also those that were left out for other reasons."""
    message = (
        "Filens navn siger et punkt, som mødet ikke har; den kan høre til et lukket punkt og er ikke lagt ud."
        if unknown
        else "Filen hører til et lukket punkt, eller det kan ikke udelukkes; den er ikke lagt ud."
    )
    return Understood(
        left_out=tuple(_closed_words(understood)),
        findings=(Finding(code=Code.CLOSED_BESIDE, message=message),),
    )


def _closed_words(understood: Understood) -> Iterator[LeftOut]:
    for entry in understood.left_out:
        yield replace(entry, reason=Reason.CLOSED, note=None)
    for whole in (*understood.meetings, *(document.content for document in understood.documents)):
        # Not where they came from, or where links lead.
        for words in texts_of(whole, (Source, Link, CellLink)):
            yield LeftOut(page=1, line=0, text=words, reason=Reason.CLOSED)
