"""A whole meeting on one page, to print and to file; it lies beside the items, as ``samlet``.

It repeats the items, so no list and no search leads to it but the meeting's own page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from converters.site.archive import Item, Meeting
from converters.site.arrangement import BORDER
from converters.site.catalog import Catalog
from converters.site.sidebar import committee_name, meeting_date
from converters.site.view import IndexPage, View, way
from converters.site.views import attendance

NAME = "samlet.md"  # at the items' own level, so that their links lead where they led
# No element of a body has both, and no text holds a tag: Markdown escapes what would be one.
OWN_NAMES = re.compile(r'<[a-z][^>]*?\s(?:id="|href="#)')

HEADING = re.compile(r"(</?h)([2-6])\b")
LOWEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedItem:
    """An item as it stands on the page of its meeting: its own anchor, and its body in reading order."""

    item: Item
    anchor: str
    body: str


def path_of(meeting: Meeting) -> str:
    """Where the page of a whole meeting lies in ``content/``."""
    return f"{meeting.folder}/{NAME}"


def pages(catalog: Catalog) -> Iterator[IndexPage]:
    """The page of every meeting that has items and was not taken down."""
    for meeting in catalog.meetings.values():
        if meeting.items and not meeting.withdrawn:
            yield _page(catalog, meeting)


def _page(catalog: Catalog, meeting: Meeting) -> IndexPage:
    committee = catalog.committee(meeting)
    name, when = committee_name(meeting.committee), meeting_date(meeting)
    view = View(
        title=f"Hele mødet: {name}, {when}",
        description=f"Alle punkter på mødet i {name}, {when}, på én side.",
        crumbs=way(catalog, (name, committee.url), (when, meeting.url), ("Hele mødet", None)),
        listed=False,
        shown={
            "meeting": meeting,
            "committee": committee,
            "attendance": attendance(meeting),
        },
    )
    return IndexPage(path=path_of(meeting), template="meeting-whole.html", view=view, date=meeting.date)


def printed(meeting: Meeting, bodies: Mapping[str, str]) -> Iterator[PrintedItem]:
    """The items of a meeting for one page; ``bodies`` are their rendered pages by their paths."""
    for place, item in enumerate(meeting.items, start=1):
        anchor = f"p{place}"
        body = with_own_anchors(one_level_down(bodies.get(item.path, "")), f"{anchor}.").replace(BORDER, "")
        yield PrintedItem(item=item, anchor=anchor, body=body)


def with_own_anchors(html: str, prefix: str) -> str:
    """The HTML with every anchor, and every link to one, behind a prefix: two items have a "beslutning"."""
    return OWN_NAMES.sub(rf"\g<0>{prefix}", html)


def one_level_down(html: str) -> str:
    """The HTML with every heading one level lower, under the heading of its item."""
    return HEADING.sub(lambda tag: f"{tag[1]}{min(int(tag[2]) + 1, LOWEST)}", html)
