"""From a page's front matter to the part of the archive it stands for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from converters.errors import FrontMatterError
from converters.frontmatter import Page
from converters.model import Access, Outcome, Presence, Stage, Vote
from converters.site import told
from converters.site.addresses import Addresses, is_external
from converters.site.archive import (
    Attachment,
    AttachmentPage,
    Attendee,
    Decision,
    Document,
    Item,
    Meeting,
    Original,
    Source,
)
from converters.site.fields import Fields

MEETING_FOLDER = re.compile(r"(?P<date>\d{4}-\d\d-\d\d)(?:-(?P<ordinal>\d+))?")  # 2026-02-04-2
NUMBER_PARTS = re.compile(r"\d+|\D+")
PAGES = 2  # a source names its first and its last page


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """One page of ``content/``: its path there, and what ``frontmatter.load`` read."""

    path: str
    page: Page

    @property
    def folder(self) -> str:
        """The folder the page lies in, without a slash at the end."""
        return posixpath.dirname(self.path)

    @property
    def kind(self) -> str | None:
        """The contract's ``type``; None for a page written by hand."""
        kind = self.page.meta.get("type")
        return kind if isinstance(kind, str) else None

    @property
    def fields(self) -> Fields:
        """The front matter, with types."""
        return Fields(meta=self.page.meta, where=self.path)


def item(page: SitePage, addresses: Addresses) -> Item:
    """Read an item's page. Of a closed item nothing but number, title and decisions is taken over."""
    fields = page.fields
    access = fields.word("access", Access)
    if access is None:
        raise FrontMatterError(
            "Punktet siger ikke, om det er åbent eller lukket.",
            where=page.path,
            hint="Skriv access: open eller access: closed øverst på siden.",
        )
    withdrawn = told.withdrawal(fields)
    shown = is_open(access) and withdrawn is None
    return Item(
        path=page.path,
        url=addresses.of(page.path),
        folder=page.folder,
        position=fields.number("position") or 0,
        number=fields.text("number"),
        title=told.title(fields, "Punkt uden overskrift" if is_open(access) else "Lukket punkt"),
        access=access,
        outcome=Outcome.UNKNOWN if withdrawn else fields.word("outcome", Outcome) or Outcome.UNKNOWN,
        decisions=() if withdrawn else tuple(decision(row) for row in fields.rows("decisions")),
        attachments=tuple(attachments(page, addresses)) if shown else (),
        case_number=fields.text("case_number") if shown else None,
        item_type=fields.text("item_type") if shown else None,
        planned_minutes=fields.number("planned_minutes") if shown else None,
        decided_by=fields.text("decided_by") if shown else None,
        fields=tuple(printed_fields(fields)) if shown else (),
        source=source(fields) if shown else None,  # a file's name may tell what its item is about
        ocr=fields.truth("ocr") if shown else False,
        changes=told.changes(fields, page.folder, addresses),
        withdrawn=withdrawn,
    )


def is_open(access: Access) -> bool:
    """Whether more than number, title and decisions of an item may be shown."""
    return access is Access.OPEN


def printed_fields(fields: Fields) -> Iterable[tuple[str, str]]:
    """Read the labels and values printed under an item's title, those without a value left out."""
    for row in fields.rows("fields"):
        label, value = row.text("label"), row.text("value")
        if label and value:
            yield label, value


def decision(row: Fields) -> Decision:
    """Read one committee's decision."""
    return Decision(
        committee=row.text("committee"),
        date=row.date("date"),
        outcome=row.word("outcome", Outcome) or Outcome.UNKNOWN,
        absent=row.texts("absent"),
        votes=tuple(vote(ballot) for ballot in row.rows("votes")),
    )


def vote(row: Fields) -> Vote:
    """Read one vote."""
    return Vote(
        subject=row.text("subject"),
        in_favour=row.number("in_favour"),
        against=row.number("against"),
        abstained=row.number("abstained"),
    )


def attachments(page: SitePage, addresses: Addresses) -> Iterable[Attachment]:
    """Read the attachments of an item or a meeting. A link that leads nowhere raises FrontMatterError."""
    for row in page.fields.rows("attachments"):
        title, href = row.text("title") or "Bilag", row.text("href")
        yield Attachment(
            title=title,
            address=linked(page, addresses, row, "href"),
            external=bool(href and is_external(href)),
            original=original(page, addresses, row),
        )


def linked(page: SitePage, addresses: Addresses, row: Fields, key: str) -> str | None:
    """Read where a link of front matter leads; one that leads nowhere raises FrontMatterError."""
    href = row.text(key)
    address = addresses.linked(page.folder, href) if href else None
    if href and address is None:
        raise FrontMatterError(
            f"Bilaget »{row.text('title') or 'Bilag'}« henviser til {href}, som ikke findes.",
            where=page.path,
            hint=f"Læg filen dér, ret {key}, eller slet den, så kun bilagets titel vises.",
        )
    return address


def original(page: SitePage, addresses: Addresses, row: Fields) -> Original | None:
    """Read which file is published as it is."""
    address = linked(page, addresses, row, "file")
    if address is None:
        return None
    return Original(address=address, size=row.number("size"), media_type=row.text("media_type"))


def source(fields: Fields) -> Source | None:
    """Read which file the page was made from."""
    row = fields.fields("source")
    if row is None:
        return None
    pages = row.numbers("pages")
    return Source(
        file=row.text("file") or "ukendt fil",
        sha256=row.text("sha256"),
        pages=(pages[0], pages[1]) if len(pages) == PAGES else None,
    )


def meeting(page: SitePage, items: Iterable[Item], addresses: Addresses) -> Meeting:
    """Read a meeting's page and give it its items, in the order of the meeting."""
    fields = page.fields
    place = MEETING_FOLDER.fullmatch(posixpath.basename(page.folder))
    return Meeting(
        path=page.path,
        url=addresses.of(page.path),
        folder=page.folder,
        municipality=fields.text("municipality"),
        committee=fields.text("committee"),
        date=fields.date("date"),
        ordinal=int(place["ordinal"] or 1) if place else 1,
        start=fields.text("start"),
        end=fields.text("end"),
        place=fields.text("place"),
        stage=fields.word("stage", Stage),
        cancelled=fields.truth("cancelled"),
        attendance=tuple(attendee(row) for row in fields.rows("attendance")),
        attachments=tuple(attachments(page, addresses)),
        items=tuple(sorted(items, key=in_order)),
        source=source(fields),
        ocr=fields.truth("ocr"),
        changes=told.changes(fields, page.folder, addresses),
        withdrawn=told.withdrawal(fields),
    )


def in_order(found: Item) -> tuple[int, tuple[tuple[int, str], ...], str]:
    """The key of an item's place in its meeting: its position, else its number, else its page."""
    parts = NUMBER_PARTS.findall(found.number or "")
    return (
        found.position,
        tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts),
        found.path,
    )


def attendee(row: Fields) -> Attendee:
    """Read one person's attendance."""
    return Attendee(
        name=row.text("name") or "Navn ikke oplyst",
        party=row.text("party"),
        role=row.text("role"),
        presence=row.word("presence", Presence) or Presence.PRESENT,
        note=row.text("note"),
    )


def attachment_page(page: SitePage, addresses: Addresses) -> AttachmentPage:
    """Read the page of an attachment's text; it lies in ``bilag/`` under its meeting's folder."""
    return AttachmentPage(
        path=page.path,
        url=addresses.of(page.path),
        folder=posixpath.dirname(page.folder),
        title=told.title(page.fields, "Bilag"),
        item=page.fields.text("item"),
        source=source(page.fields),
        original=original(page, addresses, page.fields),
        preview=linked(page, addresses, page.fields, "preview"),
        ocr=page.fields.truth("ocr"),
        changes=told.changes(page.fields, page.folder, addresses),
        withdrawn=told.withdrawal(page.fields),
    )


def document(page: SitePage, addresses: Addresses) -> Document:
    """Read the page of a source that is no minutes."""
    return Document(
        path=page.path,
        url=addresses.of(page.path),
        title=told.title(page.fields, "Dokument uden overskrift"),
        municipality=page.fields.text("municipality"),
        date=page.fields.date("dated"),
        source=source(page.fields),
        ocr=page.fields.truth("ocr"),
        changes=told.changes(page.fields, page.folder, addresses),
        withdrawn=told.withdrawal(page.fields),
    )
