"""Corrections: the page that shows one word for word, and all of them together."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from converters.errors import FrontMatterError
from converters.site.addresses import CORRECTIONS
from converters.site.archive import AttachmentPage, Change, Document, Item, Meeting
from converters.site.catalog import Catalog
from converters.site.danish import listing, short_date
from converters.site.reading import SitePage
from converters.site.sidebar import committee_name, meeting_date
from converters.site.view import IndexPage, View, way

KIND = "change"
# How each piece of a difference begins, as the command wrote it.
SIGNS = {"  ": "same", "- ": "deleted", "+ ": "added"}
LEFT_OUT = "@"
FENCE = "```"

Corrected = Item | Meeting | AttachmentPage | Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a difference: ``same``, ``deleted``, ``added``, or ``left_out`` without words."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A correction in the list of all: what was corrected, where it is, and the how-manieth of its page."""

    change: Change
    title: str
    where: str
    path: str
    url: str
    ordinal: int


def refuse_unfit(catalog: Catalog, pages: Iterable[SitePage]) -> None:
    """Raise FrontMatterError for a page of words whose own page is closed, taken down or gone."""
    for page in pages:
        if page.kind != KIND:
            continue
        found = _corrected(catalog, page)
        if found is None or found.withdrawn or (isinstance(found, Item) and found.closed):
            raise FrontMatterError(
                "Rettelsen viser ord fra en side, der er lukket, taget ned eller væk.",
                where=page.path,
                hint="Slet filen.",
            )


def view(catalog: Catalog, page: SitePage) -> View:
    """The page that shows a correction word for word."""
    found = _corrected(catalog, page)
    if found is None:
        raise FrontMatterError("Rettelsen hører ikke til nogen side.", where=page.path, hint="Slet filen.")
    date = page.fields.date("date")
    when = f"Rettet den {short_date(date)}" if date else "Rettet"
    title = _title(found)
    return View(
        title=f"{when}: {title}",
        description=f"Hvad der er rettet på siden {title}.",
        crumbs=way(
            catalog, ("Rettelser", catalog.addresses.of(CORRECTIONS)), (title, found.url), (when, None)
        ),
        listed=False,
        shown={
            "corrected": title,
            "corrected_url": found.url,
            "date": date,
            "note": page.fields.text("note"),
            "parts": listing(page.fields.texts("parts")),
            "paragraphs": tuple(paragraphs(page.page.body)),
        },
    )


def paragraphs(body: str) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each paragraph of a difference. A line that is none of them is shown as it is."""
    lines = [line for line in body.splitlines() if not line.startswith(FENCE)]
    held: list[Piece] = []
    for line in [*lines, ""]:
        if line:
            kind = SIGNS.get(line[:2])
            left_out = line == LEFT_OUT
            held.append(
                Piece(
                    kind="left_out" if left_out else kind or "same",
                    text="" if left_out else line[2:] if kind else line,
                )
            )
        elif held:
            yield tuple(held)
            held = []


def told(catalog: Catalog) -> tuple[Told, ...]:
    """Every correction, the newest first."""
    pages: list[Corrected] = [
        *catalog.items.values(),
        *catalog.meetings.values(),
        *catalog.attachments.values(),
        *catalog.documents.values(),
    ]
    found = (
        Told(
            change=change,
            title=_title(page),
            where=_where(catalog, page),
            path=page.path,
            url=page.url,
            ordinal=ordinal,
        )
        for page in pages
        if not page.withdrawn
        for ordinal, change in enumerate(reversed(page.changes), 1)
    )
    by_place = sorted(found, key=lambda one: (one.path, -one.ordinal))
    return tuple(sorted(by_place, key=lambda one: one.change.date, reverse=True))


def index(catalog: Catalog) -> IndexPage:
    """The list of all corrections."""
    title = "Rettelser"
    everything = told(catalog)
    return IndexPage(
        path=CORRECTIONS,
        template="corrections.html",
        view=View(
            title=title,
            description="Hvad der er rettet, efter at det blev offentliggjort.",
            crumbs=way(catalog, (title, None)),
            shown={"corrections": everything},
        ),
        date=catalog.newest,
    )


def _corrected(catalog: Catalog, page: SitePage) -> Corrected | None:
    path = posixpath.normpath(posixpath.join(page.folder, page.fields.text("page") or ""))
    return (
        catalog.items.get(path)
        or catalog.meetings.get(path)
        or catalog.attachments.get(path)
        or catalog.documents.get(path)
    )


def _title(page: Corrected) -> str:
    if isinstance(page, Item):
        return page.heading
    if isinstance(page, Meeting):
        return f"Mødet i {committee_name(page.committee)}, {meeting_date(page)}"
    return page.title


def _where(catalog: Catalog, page: Corrected) -> str:
    """The meeting that a page belongs to; nothing for a meeting and a document."""
    if not isinstance(page, Item | AttachmentPage):
        return ""
    meeting = catalog.meeting_in.get(page.folder)
    return f"{committee_name(meeting.committee)}, {meeting_date(meeting)}" if meeting else ""
