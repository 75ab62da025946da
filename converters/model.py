"""The meeting as the council chamber knows it; OParl's words where it has them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NewType

from converters.blocks import Content, Picture


class Access(Enum):
    """Who may read an item; there is no default anywhere, the source has to say."""

    OPEN = "open"
    CLOSED = "closed"


class Presence(Enum):
    """Whether a person took part in the meeting."""

    PRESENT = "present"
    ABSENT = "absent"
    PARTLY = "partly"


class Stage(Enum):
    """How far the paper has come: an agenda, a draft of the minutes, or approved minutes."""

    AGENDA = "agenda"
    DRAFT = "draft"
    APPROVED = "approved"


class Outcome(Enum):
    """What became of an item; UNKNOWN rather than guessed."""

    APPROVED = "approved"
    NOTED = "noted"
    RECOMMENDED = "recommended"
    POSTPONED = "postponed"
    REJECTED = "rejected"
    REFERRED = "referred"
    WITHDRAWN = "withdrawn"
    DISCUSSED = "discussed"
    ELECTED = "elected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a page came from; ``pages`` is the first and last page, from 1, or None.

    ``ocr`` tells that a machine read the text off an image, so that it may be wrong in places.
    """

    file: str
    sha256: str
    pages: tuple[int, int] | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person's attendance, as printed; no attempt to tell two people of one name apart."""

    name: str
    presence: Presence
    party: str | None = None
    role: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote as recorded: None means not recorded, 0 means nobody."""

    subject: str | None = None
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One committee's decision of an item; its words stand in the item's section, not here."""

    committee: str | None
    date: str | None
    outcome: Outcome
    absent: tuple[str, ...] = ()
    votes: tuple[Vote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of an item: its label as printed without the colon, and what stands under it.

    ``label`` is None for text that stands straight under the item's title; ``role`` is the
    lexicon's word for the label (``decision``, ``recommendation`` ...) or None for a label nobody
    has named.
    """

    label: str | None
    role: str | None
    content: tuple[Content, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file that is published as it is: where it lies on the clerk's disk, its size in bytes, its type."""

    path: Path
    size: int
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment of an item or a meeting: listed by title, with a link, with its own text, as a file.

    ``url`` is as the source has it: on the web, or the name of a file beside.  ``preview`` is the first
    page of the original as a small picture.  ``listed`` is false for a file that lies beside the minutes
    and that they do not name, so that its place among the others means nothing.
    """

    title: str
    url: str | None = None
    content: tuple[Content, ...] = ()
    source: Source | None = None
    original: Original | None = None
    preview: Picture | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One agenda item.

    ``number`` is a label as printed ("12a", "19-001") or None; ``position`` is its place in the
    meeting from 1.  ``closed_attachments`` are the titles of those that the source marks as closed; no
    public item has any.  ``fields`` are the labelled values printed under the title, label and value as
    printed, those that have a name of their own here among them.
    """

    number: str | None
    position: int
    title: str | None
    access: Access
    case_number: str | None = None
    item_type: str | None = None
    planned_minutes: int | None = None
    decided_by: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    outcome: Outcome = Outcome.UNKNOWN
    sections: tuple[Section, ...] = ()
    decisions: tuple[Decision, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    closed_attachments: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting.  Identity is municipality, committee, date and ordinal, never a title.

    ``date`` is ISO 8601; ``start`` and ``end`` are clock times as HH:MM, local wall-clock.
    ``front`` is what the source prints before the first item.
    """

    municipality: str | None
    committee: str | None
    date: str | None
    source: Source
    start: str | None = None
    end: str | None = None
    place: str | None = None
    stage: Stage | None = None
    cancelled: bool = False
    attendance: tuple[Attendance, ...] = ()
    front: tuple[Content, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source that is no minutes: a slide deck, a report, a letter."""

    title: str
    municipality: str | None
    date: str | None
    source: Source
    content: tuple[Content, ...] = ()


PublicMeeting = NewType("PublicMeeting", Meeting)
"""A meeting from which everything closed is gone; only ``redact`` makes one, only it is written."""
