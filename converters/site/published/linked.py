"""What a page is, in schema.org's words (JSON-LD), for those that read pages with a program.

A meeting is an Event, an item, an attachment or a document a DigitalDocument, a committee a
GovernmentOrganization, and the front page the WebSite. A block of data is not run as a script, so it may
stand in a page whose policy allows no inline scripts.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from converters.site.addresses import HOME
from converters.site.archive import Attachment, Committee, Item, Meeting
from converters.site.catalog import Catalog
from converters.site.outcomes import LABELS
from converters.site.published.site import Site
from converters.site.published.tables import DUMP
from converters.site.published.times import begin, end
from converters.site.sidebar import committee_name, meeting_date
from converters.site.view import View

CONTEXT = "https://schema.org"
# What could end the block, or begin a comment in it, and what a parser of XHTML would stumble over.
ESCAPED = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))

Thing = Mapping[str, object]


def linked(catalog: Catalog, site: Site, path: str, view: View) -> Markup:
    """The block of data for the head of a page of ``content/`` or one made from the catalog."""
    own = catalog.addresses.of(path)
    graph = [*about(catalog, site, path, view), *trail(site, own, view)]
    data = DUMP({"@context": CONTEXT, "@graph": graph}).encode(errors="replace").decode()
    for sign, reference in ESCAPED:
        data = data.replace(sign, reference)
    return Markup(f'<script type="application/ld+json">{data}</script>')  # noqa: S704 - nothing in it can end the block


def about(catalog: Catalog, site: Site, path: str, view: View) -> list[Thing]:
    """What the page is about; the page itself where nothing better is known."""
    own = catalog.addresses.of(path)
    if path in catalog.items:
        return [item(catalog, site, catalog.items[path])]
    if path in catalog.meetings:
        found = catalog.meetings[path]
        return [{"@type": "Event", **event(site, found, own), **more_of(site, found, own)}]
    if path in catalog.attachments:
        return [document(site, own, catalog.attachments[path].title)]
    if path in catalog.documents:
        held = catalog.documents[path]
        dated = {"dateCreated": held.date} if held.date else {}
        return [{**document(site, own, held.title), **dated}]
    committee = catalog.committee_of.get(path.removesuffix("/index.md"))
    if committee:
        return [
            organization(site, committee_name(committee.name), committee.municipality, site.link(own, own))
        ]
    kind = "WebSite" if path == HOME else "WebPage"
    name = site.name if path == HOME else view.title
    return [
        {
            "@type": kind,
            "name": name,
            "url": site.link(own, own),
            "inLanguage": "da",
            "publisher": {"@type": "GovernmentOrganization", "name": site.owner},
        }
    ]


def item(catalog: Catalog, site: Site, found: Item) -> Thing:
    """An item: the record of what a meeting did with it."""
    meeting = catalog.meeting_in[found.folder]
    made: dict[str, object] = {
        **document(site, found.url, found.title),
        "creator": organizer(catalog, site, meeting, found.url),
        "recordedAt": {"@type": "Event", **event(site, meeting, found.url)},
        "position": found.number or found.position,
    }
    if found.case_number:
        made["identifier"] = found.case_number
    if found.badge:
        made["abstract"] = LABELS[found.badge]
    files = [media(one, site, found.url) for one in found.attachments if one.address or one.original]
    if files:
        made["associatedMedia"] = files
    return made


def document(site: Site, own: str, name: str) -> Thing:
    """A text of the site."""
    return {"@type": "DigitalDocument", "name": name, "url": site.link(own, own), "inLanguage": "da"}


def media(attachment: Attachment, site: Site, own: str) -> Thing:
    """An attachment that can be fetched."""
    original = attachment.original
    address = original.address if original else attachment.address or ""
    made: dict[str, object] = {
        "@type": "MediaObject",
        "name": attachment.title,
        "contentUrl": site.fetched_at(address, own),
    }
    if original and original.media_type:
        made["encodingFormat"] = original.media_type
    if original and original.size is not None:
        made["contentSize"] = str(original.size)
    return made


def event(site: Site, meeting: Meeting, own: str) -> Thing:
    """A meeting in a few words: what, when and where it is told of."""
    started = begin(meeting)
    made: dict[str, object] = {
        "name": f"{committee_name(meeting.committee)}, {meeting_date(meeting)}",
        "url": site.link(meeting.url, own),
    }
    if meeting.date:
        made["startDate"] = started.isoformat() if started else meeting.date
    return made


def more_of(site: Site, meeting: Meeting, own: str) -> Thing:
    """The rest of what a meeting's own page says."""
    ended = end(meeting)
    made: dict[str, object] = {
        "eventStatus": f"{CONTEXT}/{'EventCancelled' if meeting.cancelled else 'EventScheduled'}",
        "organizer": organization(site, committee_name(meeting.committee), meeting.municipality, None),
        "inLanguage": "da",
        "workFeatured": [
            {"@type": "DigitalDocument", "name": one.title, "url": site.link(one.url, own)}
            for one in meeting.items
        ],
    }
    if ended:
        made["endDate"] = ended.isoformat()
    if meeting.place:
        made["location"] = {"@type": "Place", "name": meeting.place}
    return made


def organizer(catalog: Catalog, site: Site, meeting: Meeting, own: str) -> Thing:
    """The committee of a meeting, with the address of its page."""
    committee: Committee = catalog.committee(meeting)
    name = committee_name(meeting.committee)
    return organization(site, name, meeting.municipality, site.link(committee.url, own))


def organization(site: Site, name: str, municipality: str | None, url: str | None) -> Thing:
    """A committee of a municipality."""
    return {
        "@type": "GovernmentOrganization",
        "name": name,
        **({"url": url} if url else {}),
        "parentOrganization": {"@type": "GovernmentOrganization", "name": municipality or site.owner},
    }


def trail(site: Site, own: str, view: View) -> list[Thing]:
    """The way from the front page, as it stands at the top of the page."""
    if not view.crumbs:
        return []
    steps = [
        {
            "@type": "ListItem",
            "position": place,
            "name": crumb.title,
            "item": site.link(own if crumb.url is None else crumb.url, own),
        }
        for place, crumb in enumerate(view.crumbs, start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": steps}]
