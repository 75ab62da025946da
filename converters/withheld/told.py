"""What a source says that is withheld, and what it says openly: the words of both.

They are told from the meeting as it was understood, not from what ``redact`` made of it, so that a fault
there shows.  Every text of a closed item is withheld that is not named here as public: a field that the
model gets tomorrow is withheld.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import PurePath

from converters.closed_items import DECISION_ROLE, Shown, bare
from converters.ledger import LeftOut, Reason
from converters.model import Access, AgendaItem, Attachment, Document, Meeting, Original, Source
from converters.redact import hidden_titles
from converters.segment.closed import without_mark
from converters.texts import texts_of
from converters.withheld.seals import words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words by what they are: texts and names that are withheld, and texts that are open.

    ``files`` are the checksums of files that may not be published as they are, and ``material`` counts the
    words for which the source itself may not be read by all.
    """

    closed_texts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    open_texts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    material: int = 0


def told_of(
    source: Source,
    meetings: Sequence[Meeting],
    documents: Sequence[Document],
    left_out: Iterable[LeftOut],
    shown: Shown,
) -> Told:
    """Tell what one source withholds."""
    closed = [item for meeting in meetings for item in meeting.items if item.access is not Access.OPEN]
    left = tuple(entry.text for entry in left_out if entry.reason is Reason.CLOSED)
    if not closed and not left:
        return Told()  # what is open is asked about only beside what is not
    opened: list[str] = []
    named: list[str] = []
    for meeting in meetings:
        hidden = hidden_titles(meeting, shown)
        for text in _open_texts(meeting):
            (named if hidden.are_in(text) else opened).append(text)
    # Nothing of it is shown: it is beside a closed item, by its own name.
    is_whole = bool(left) and not meetings and not documents
    opened += [
        *(text for document in documents for text in own_texts(document)),
        *(text for item in closed for text in _public_texts(item, shown)),
    ]
    attachments = [attachment for item in closed for attachment in item.attachments]
    return Told(
        closed_texts=(*(" ".join(_closed_texts(item, shown)) for item in closed), " ".join(left), *named),
        names=(
            *(name for item in closed for name in _names(item, shown)),
            *(
                without_mark(title)
                for meeting in meetings
                for item in meeting.items
                for title in item.closed_attachments
            ),
            *((source.file,) if is_whole else ()),
        ),
        open_texts=tuple(opened),
        files=tuple(
            dict.fromkeys(
                (
                    *((source.sha256,) if closed or left else ()),
                    *(one.source.sha256 for one in attachments if one.source),
                    *(one.original.sha256 for one in attachments if one.original),
                )
            )
        ),
    )


def own_texts(value: object) -> Iterator[str]:
    """Every text but those that tell where it came from."""
    return texts_of(value, (Source, Original, Enum))


def _open_texts(meeting: Meeting) -> Iterator[str]:
    opened = tuple(
        replace(item, closed_attachments=()) for item in meeting.items if item.access is Access.OPEN
    )
    yield from own_texts(replace(meeting, items=opened))


def _public_texts(item: AgendaItem, shown: Shown) -> Iterator[str]:
    if shown.title and item.title:
        yield item.title
    if shown.decision:
        yield from own_texts(tuple(one for one in item.sections if one.role == DECISION_ROLE))


def _closed_texts(item: AgendaItem, shown: Shown) -> Iterator[str]:
    """Every text of a closed item but its number and what is public of it."""
    sections = tuple(one for one in item.sections if one.role != DECISION_ROLE or not shown.decision)
    yield from own_texts(
        replace(
            item,
            number=None,
            title=None if shown.title else item.title,
            sections=sections,
            decisions=() if shown.decision else item.decisions,
        )
    )


def _names(item: AgendaItem, shown: Shown) -> Iterator[str]:
    """The names of a closed item: its title, and those of its attachments and their files."""
    if item.title and not shown.title:
        title = bare(words_in(item.title))
        # A title of one word is told from the word by the number before it.
        yield " ".join((item.number, *title) if len(title) == 1 and item.number else title)
    for attachment in item.attachments:
        yield attachment.title
        yield from _file_names(attachment)


def _file_names(attachment: Attachment) -> Iterator[str]:
    if attachment.url:
        yield PurePath(attachment.url.partition("?")[0]).name
    if attachment.source:
        yield attachment.source.file
    if attachment.original:
        yield attachment.original.path.name
