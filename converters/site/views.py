"""What each page shows: its template, its title, its way back, and the part of the catalog it is about."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from converters.model import Presence
from converters.site import corrections, latest, sidebar
from converters.site.addresses import DOCUMENTS, HOME
from converters.site.archive import AttachmentPage, Attendee, Document, Item, Meeting
from converters.site.catalog import Catalog
from converters.site.danish import count
from converters.site.reading import SitePage
from converters.site.sidebar import committee_name, meeting_date
from converters.site.view import View, way

TEMPLATES = {
    "item": "item.html",
    "meeting": "meeting.html",
    "attachment": "attachment.html",
    "document": "document.html",
    "change": "change.html",
}


def template(page: SitePage) -> str:
    """The template that shows a page."""
    if page.page.meta.get("withdrawn"):
        return "withdrawn.html"
    return TEMPLATES.get(page.kind or "", "home.html" if page.path == HOME else "page.html")


def of(catalog: Catalog, page: SitePage) -> View:
    """What a page of ``content/`` shows, if it is no item's."""
    path = page.path
    if path in catalog.meetings:
        return meeting(catalog, catalog.meetings[path])
    if path in catalog.attachments:
        return attachment(catalog, catalog.attachments[path])
    if path in catalog.documents:
        return document(catalog, catalog.documents[path])
    if page.kind == corrections.KIND:
        return corrections.view(catalog, page)
    if path == HOME:
        return home(catalog)
    return written(catalog, page.fields.text("title") or "Uden overskrift")


def meeting(catalog: Catalog, found: Meeting) -> View:
    """A meeting with its agenda."""
    committee = catalog.committee(found)
    name, when = committee_name(found.committee), meeting_date(found)
    items = count(len(found.items), "punkt", "punkter")
    return View(
        title=f"{name}, {when}",
        description=f"Mødet i {name}, {when}: {items}.",
        crumbs=way(catalog, (name, committee.url), (when, None)),
        blocks=(sidebar.around(committee, found),),
        shown={
            "meeting": found,
            "committee": committee,
            "neighbours": catalog.neighbours[found.folder],
            "attendance": attendance(found),
        },
    )


def attendance(found: Meeting) -> Mapping[Presence, tuple[tuple[str | None, tuple[Attendee, ...]], ...]]:
    """Who took part and who did not; within each by party, in the order printed."""
    groups: dict[Presence, dict[str | None, list[Attendee]]] = {}
    for person in found.attendance:
        groups.setdefault(person.presence, {}).setdefault(person.party, []).append(person)
    return {
        presence: tuple((party, tuple(people)) for party, people in groups[presence].items())
        for presence in Presence
        if presence in groups
    }


def attachment(catalog: Catalog, found: AttachmentPage) -> View:
    """The text of an attachment."""
    held = catalog.meeting_in.get(found.folder)
    if held is None:
        return View(
            title=found.title,
            description=found.title,
            crumbs=way(catalog, (found.title, None)),
            shown={"attachment": found},
        )
    committee = catalog.committee(held)
    owner = owner_of(found, held)
    name, when = committee_name(held.committee), meeting_date(held)
    steps = [(name, committee.url), (when, held.url)]
    steps += [(f"Punkt {owner.number}" if owner.number else owner.title, owner.url)] if owner else []
    return View(
        title=f"{found.title} – {name}, {when}",
        description=f"Bilag til mødet i {name}, {when}.",
        crumbs=way(catalog, *steps, ("Bilag", None)),
        blocks=(sidebar.agenda(held), sidebar.around(committee, held)),
        shown={"attachment": found, "item": owner, "meeting": held},
    )


def owner_of(found: AttachmentPage, meeting: Meeting) -> Item | None:
    """The item an attachment belongs to: the one that lists it, else the one whose number it gives."""
    linking = (one for one in meeting.items if any(own.address == found.url for own in one.attachments))
    numbered = (one for one in meeting.items if one.number and one.number == found.item)
    placed = (one for one in meeting.items if not one.number and str(one.position) == found.item)
    return next(chain(linking, numbered, placed), None)


def document(catalog: Catalog, found: Document) -> View:
    """A source that is no minutes."""
    return View(
        title=found.title,
        description=f"Dokument: {found.title}",
        crumbs=way(catalog, ("Dokumenter", catalog.addresses.of(DOCUMENTS)), (found.title, None)),
        shown={"document": found},
    )


def written(catalog: Catalog, title: str) -> View:
    """A page written by hand."""
    return View(title=title, description=title, crumbs=way(catalog, (title, None)))


def home(catalog: Catalog) -> View:
    """The front page."""
    meetings = catalog.meetings.values()
    owner = f" fra {catalog.municipalities[0]}" if len(catalog.municipalities) == 1 else ""
    return View(
        title=f"Dagsordener og referater{owner}",
        description=f"Hvad er besluttet, hvornår og af hvem? Dagsordener og referater{owner}.",
        shown={
            "agendas": latest.next_meetings(meetings, 4),
            "minutes": latest.minutes(meetings, 6),
            "decisions": latest.decisions(meetings, 6, 3),
        },
    )
