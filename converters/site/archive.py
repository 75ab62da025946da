"""What the site knows of a municipality's minutes: committees, their meetings, and the items of each."""

from __future__ import annotations

from dataclasses import dataclass

from converters.model import Access, Outcome, Presence, Stage, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a page was made from; ``pages`` is the first and last page, from 1, or None."""

    file: str
    sha256: str | None
    pages: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One committee's decision of an item, without its words; those stand in the page's body."""

    committee: str | None
    date: str | None
    outcome: Outcome
    absent: tuple[str, ...]
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A published file: its address in the site, its size in bytes, and its media type."""

    address: str
    size: int | None
    media_type: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An attachment in an item's list: only its title, or with the address it leads to, or its file."""

    title: str
    address: str | None
    external: bool
    original: Original | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction that a page tells of; ``url`` is the page that shows it word for word, if there is one."""

    date: str
    note: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """When a page was taken down, and why."""

    date: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of an agenda. ``path`` is its page in ``content/``, ``url`` its address in the site.

    ``fields`` are labels and values printed under the title, those with a name of their own among them.
    ``changes`` are the newest first; of an item that was ``withdrawn`` nothing but its place is known.
    """

    path: str
    url: str
    folder: str
    position: int
    number: str | None
    title: str
    access: Access
    outcome: Outcome
    decisions: tuple[Decision, ...]
    attachments: tuple[Attachment, ...]
    case_number: str | None
    item_type: str | None
    planned_minutes: int | None
    decided_by: str | None
    fields: tuple[tuple[str, str], ...]
    source: Source | None
    ocr: bool = False
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None

    @property
    def heading(self) -> str:
        """The title with its number, as it stands in the minutes: ``14. Cykelsti langs Møllevej``."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def closed(self) -> bool:
        """Whether only number, title and decision may be shown."""
        return self.access is not Access.OPEN

    @property
    def badge(self) -> Outcome | None:
        """The outcome to show, or None where the minutes record no decision at all."""
        return self.outcome if self.decisions or self.outcome is not Outcome.UNKNOWN else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One person in a meeting's attendance, as printed."""

    name: str
    party: str | None
    role: str | None
    presence: Presence
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of a committee; ``ordinal`` tells two meetings on one day apart, from 1."""

    path: str
    url: str
    folder: str
    municipality: str | None
    committee: str | None
    date: str | None
    ordinal: int
    start: str | None
    end: str | None
    place: str | None
    stage: Stage | None
    cancelled: bool
    attendance: tuple[Attendee, ...]
    attachments: tuple[Attachment, ...]
    items: tuple[Item, ...]
    source: Source | None
    ocr: bool = False
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None

    @property
    def year(self) -> str | None:
        """The year of the meeting, or None where the source gives no date."""
        return self.date[:4] if self.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The meetings of one year, newest first; ``name`` is None for meetings without a date."""

    name: str | None
    url: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee with its years, newest first; ``name`` is None where the source names none."""

    folder: str
    url: str
    name: str | None
    municipality: str | None
    years: tuple[Year, ...]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Every meeting of the committee, newest first."""
        return tuple(meeting for year in self.years for meeting in year.meetings)

    @property
    def newest_minutes(self) -> Meeting | None:
        """The last meeting that was held, as far as its minutes tell."""
        held = (one for one in self.meetings if one.stage is not Stage.AGENDA and not one.cancelled)
        return next(held, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentPage:
    """The text of an attachment, as a page of its own; ``item`` is its item's number, or else position.

    ``preview`` is the address of the picture of the original's first page, ``ocr`` whether a machine
    read the text off an image.
    """

    path: str
    url: str
    folder: str
    title: str
    item: str | None
    source: Source | None = None
    original: Original | None = None
    preview: str | None = None
    ocr: bool = False
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source that is no minutes: a slide deck, a report, a letter."""

    path: str
    url: str
    title: str
    municipality: str | None
    date: str | None
    source: Source | None
    ocr: bool = False
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
