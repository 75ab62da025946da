"""The catalog less what was taken down: what search, feeds, calendars and data are made of.

Lists on the site still show that something was there, since an address is for good; nothing else does.
"""

from __future__ import annotations

from dataclasses import replace

from converters.site.archive import Committee, Meeting
from converters.site.catalog import Catalog


def standing(catalog: Catalog) -> Catalog:
    """The catalog without the items, meetings, attachments and documents that were taken down.

    A committee of which every meeting was taken down keeps them, as a day and no more, and so keeps the
    addresses of its feed and its calendar.
    """
    everything = (catalog.items, catalog.meetings, catalog.attachments, catalog.documents)
    if not any(page.withdrawn for pages in everything for page in pages.values()):
        return catalog
    kept = {meeting.folder: _less(meeting) for meeting in catalog.meetings.values()}
    committees = tuple(_committee(one, kept) for one in catalog.committees)
    held = {meeting.folder: meeting for one in committees for meeting in one.meetings}
    return replace(
        catalog,
        committees=committees,
        committee_of={one.folder: one for one in committees},
        years=tuple(
            replace(year, meetings=meetings)
            for year in catalog.years
            if (meetings := tuple(held[one.folder] for one in year.meetings if one.folder in held))
        ),
        items={path: item for path, item in catalog.items.items() if not item.withdrawn},
        meetings={meeting.path: meeting for meeting in held.values()},
        meeting_in=held,
        attachments={path: one for path, one in catalog.attachments.items() if not one.withdrawn},
        documents={path: one for path, one in catalog.documents.items() if not one.withdrawn},
    )


def _less(meeting: Meeting) -> Meeting:
    if not any(item.withdrawn for item in meeting.items):
        return meeting
    return replace(meeting, items=tuple(item for item in meeting.items if not item.withdrawn))


def _committee(committee: Committee, kept: dict[str, Meeting]) -> Committee:
    is_empty = all(meeting.withdrawn for meeting in committee.meetings)
    years = tuple(
        replace(year, meetings=meetings)
        for year in committee.years
        if (
            meetings := tuple(
                kept[meeting.folder] for meeting in year.meetings if is_empty or not meeting.withdrawn
            )
        )
    )
    return replace(committee, years=years)
