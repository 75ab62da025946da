"""What a file beside the minutes gives its meeting: an attachment filled with text and original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from converters.fold.matching import Likeness, likeness, named, same_number, title_of
from converters.fold.understood import Understood
from converters.ledger import Reason
from converters.model import Access, AgendaItem, Attachment, Document, Meeting, Original

Identity = tuple[str | None, str | None, str | None]
"""Municipality, committee and date: agenda and minutes of one meeting are the same.

Where committee or date is not known, the source's checksum tells one meeting from another.
"""

# Originals that are published.  A web page is not: its scripts would run as ours.
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
}


def identity(meeting: Meeting) -> Identity:
    """Tell which meeting it is."""
    known = is_known(meeting)
    return meeting.municipality, meeting.committee, meeting.date if known else meeting.source.sha256


def is_known(meeting: Meeting) -> bool:
    """Tell whether it is known which committee met, and when."""
    return meeting.committee is not None and meeting.date is not None


def item_key(item: AgendaItem) -> str:
    """Tell which item of its meeting it is."""
    return item.number or str(item.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """A file as an attachment, and where it belongs: an item of a meeting, or the meeting itself."""

    meeting: Identity
    item: str | None
    file: str
    attachment: Attachment


def gift(path: Path, document: Document, understood: Understood, *, to: Identity, item: str | None) -> Gift:
    """Make an attachment of a document.

    The original is not published where words of it are withheld, since they still stand in it.
    """
    withheld = any(entry.reason is Reason.CLOSED for entry in understood.left_out)
    original = None if withheld else _original(path, document.source.sha256)
    attachment = Attachment(
        title=title_of(path.name),
        content=document.content,
        source=document.source,
        original=original,
        listed=False,
    )
    return Gift(meeting=to, item=item, file=path.name, attachment=attachment)


def _original(path: Path, sha256: str) -> Original | None:
    """Describe the file, unless its kind is not published, or it was taken away since it was read."""
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return None
    return Original(path=path, size=size, media_type=media_type, sha256=sha256) if media_type else None


def give(meetings: Iterable[Meeting], gifts: Mapping[Identity, Sequence[Gift]]) -> tuple[Meeting, ...]:
    """Give each meeting what is its own, in the order of its gifts."""
    return tuple(_with_gifts(meeting, gifts.get(identity(meeting), ())) for meeting in meetings)


def _with_gifts(meeting: Meeting, gifts: Sequence[Gift]) -> Meeting:
    if not gifts:
        return meeting
    items = list(meeting.items)
    own = list(meeting.attachments)
    for one in gifts:
        place = next((n for n, item in enumerate(items) if item_key(item) == one.item), None)
        if place is None:
            own.append(one.attachment)
        elif items[place].access is Access.OPEN:
            items[place] = replace(items[place], attachments=_filled(items[place].attachments, one))
    return replace(meeting, items=tuple(items), attachments=tuple(own))


def _filled(attachments: tuple[Attachment, ...], one: Gift) -> tuple[Attachment, ...]:
    """Fill the listed attachment that the file is, or add it to the list as another."""
    place = _rank(attachments, one.file)
    if place is None:
        return (*attachments, one.attachment)
    filled = replace(one.attachment, title=attachments[place].title, url=attachments[place].url, listed=True)
    return (*attachments[:place], filled, *attachments[place + 1 :])


def _rank(attachments: Sequence[Attachment], file: str) -> int | None:
    """Tell which of the listed attachments a file is: by its name, else by its number.

    The number alone tells where the name has no words of its own, or the title none.
    """
    bare = [n for n, one in enumerate(attachments) if not one.content and one.original is None]
    liked = [(likeness(file, attachments[n].title, attachments[n].url), -n) for n in bare]
    best, place = max(liked, default=(Likeness.NONE, 0))
    if best is not Likeness.NONE:
        return -place
    name = named(file)
    ranked = [n for n in bare if same_number(named(attachments[n].title).rank, name.rank)]
    ranked = ranked or [n for n in bare if same_number(str(n + 1), name.rank)]
    told = [n for n in ranked if not name.words or not named(attachments[n].title).words]
    return told[0] if len(told) == 1 else None
