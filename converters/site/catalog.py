"""The catalog of everything the site shows, made from front matter alone."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from converters.errors import FrontMatterError
from converters.site import cases, reading
from converters.site.addresses import YEARS, Addresses
from converters.site.archive import AttachmentPage, Committee, Document, Item, Meeting, Year
from converters.site.cases import Case
from converters.site.danish import alphabetical
from converters.site.reading import SitePage
from converters.site.sidebar import committee_name

UNDATED = "uden-dato"  # the folder of a committee's meetings without a date


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The committee's meetings just before and just after a meeting."""

    previous: Meeting | None
    following: Meeting | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """Committees by name, documents by title, and every page by its path in ``content/``.

    ``committee_of`` and ``meeting_in`` find what a folder holds, ``neighbours`` what surrounds the
    meeting in a folder; ``newest`` is the date of the newest meeting. ``cases`` are by their page's path,
    ``case_of`` by the path of an item.
    """

    committees: tuple[Committee, ...]
    years: tuple[Year, ...]
    documents: Mapping[str, Document]
    addresses: Addresses
    items: Mapping[str, Item]
    meetings: Mapping[str, Meeting]
    attachments: Mapping[str, AttachmentPage]
    committee_of: Mapping[str, Committee]
    meeting_in: Mapping[str, Meeting]
    neighbours: Mapping[str, Neighbours]
    cases: Mapping[str, Case]
    case_of: Mapping[str, Case]
    municipalities: tuple[str, ...]
    newest: str | None

    def committee(self, meeting: Meeting) -> Committee:
        """The committee whose meeting this is."""
        return self.committee_of[posixpath.dirname(meeting.folder)]

    @property
    def by_municipality(self) -> tuple[tuple[str | None, tuple[Committee, ...]], ...]:
        """The committees of each municipality, those of none last; one group where there is no second."""
        if not self.municipalities[1:]:
            return ((None, self.committees),)
        groups = (
            (owner, tuple(one for one in self.committees if one.municipality == owner))
            for owner in (*self.municipalities, None)
        )
        return tuple(group for group in groups if group[1])

    def whose(self, meeting: Meeting) -> str:
        """The name of the committee that meets, with its municipality's where the site has several."""
        name = committee_name(meeting.committee)
        several = len(self.municipalities) > 1 and meeting.municipality
        return f"{name} ({meeting.municipality})" if several else name

    def date_of(self, path: str) -> str | None:
        """The date of a page of ``content/``: its own, or its meeting's."""
        if path in self.documents:
            return self.documents[path].date
        folder = posixpath.dirname(path)
        meeting = self.meeting_in.get(folder) or self.meeting_in.get(posixpath.dirname(folder))
        return meeting.date if meeting else None


def of(pages: Iterable[SitePage], addresses: Addresses) -> Catalog:
    """Make the catalog. Raises FrontMatterError where a page says something the contract does not allow."""
    by_kind: dict[str | None, list[SitePage]] = defaultdict(list)
    for page in pages:
        by_kind[page.kind].append(page)
    items = [reading.item(page, addresses) for page in by_kind["item"]]
    agendas: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        agendas[item.folder].append(item)
    meetings = [reading.meeting(page, agendas.pop(page.folder, ()), addresses) for page in by_kind["meeting"]]
    refuse_orphans(agendas)
    committees = committees_of(meetings, addresses)
    by_path = cases.of(meetings, addresses)
    return Catalog(
        committees=committees,
        years=years_of(meetings, posixpath.dirname(YEARS), addresses),
        documents={document.path: document for document in documents_of(by_kind["document"], addresses)},
        addresses=addresses,
        items={item.path: item for item in items},
        meetings={meeting.path: meeting for meeting in meetings},
        attachments={page.path: reading.attachment_page(page, addresses) for page in by_kind["attachment"]},
        committee_of={committee.folder: committee for committee in committees},
        meeting_in={meeting.folder: meeting for meeting in meetings},
        neighbours={folder: pair for one in committees for folder, pair in neighbours_in(one)},
        cases=by_path,
        case_of={item.path: case for case in by_path.values() for item in case.items},
        municipalities=tuple(
            sorted({one.municipality for one in committees if one.municipality}, key=alphabetical)
        ),
        newest=max((meeting.date for meeting in meetings if meeting.date), default=None),
    )


def documents_of(pages: Iterable[SitePage], addresses: Addresses) -> list[Document]:
    """The documents, by title."""
    found = (reading.document(page, addresses) for page in pages)
    return sorted(found, key=lambda document: (alphabetical(document.title), document.path))


def refuse_orphans(agendas: Mapping[str, list[Item]]) -> None:
    """Raise FrontMatterError for items whose meeting has no page."""
    for folder, items in sorted(agendas.items()):
        raise FrontMatterError(
            "Punktet hører til et møde, der ikke har nogen side.",
            where=items[0].path,
            hint=f"Der skal ligge en {folder}/index.md; omsæt kilden igen.",
        )


def neighbours_in(committee: Committee) -> Iterable[tuple[str, Neighbours]]:
    """What surrounds each meeting of a committee, by the meeting's folder."""
    meetings = (None, *committee.meetings, None)  # newest first
    for following, meeting, previous in zip(meetings, meetings[1:], meetings[2:], strict=False):
        if meeting is not None:
            yield meeting.folder, Neighbours(previous=previous, following=following)


def committees_of(meetings: Iterable[Meeting], addresses: Addresses) -> tuple[Committee, ...]:
    """The committees, in alphabetical order; those without a name come last."""
    folders: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        folders[posixpath.dirname(meeting.folder)].append(meeting)
    found = [
        Committee(
            folder=folder,
            url=addresses.of(f"{folder}/index.md"),
            # A committee that changes its spelling keeps its folder; the newest name counts.
            name=newest_first(held)[0].committee,
            municipality=newest_first(held)[0].municipality,
            years=years_of(held, folder, addresses),
        )
        for folder, held in folders.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.name is None, alphabetical(one.name or ""), one.folder)))


def years_of(meetings: Iterable[Meeting], folder: str, addresses: Addresses) -> tuple[Year, ...]:
    """The meetings by year, newest first; ``folder`` is where the pages of the years lie."""
    return tuple(
        Year(name=name, url=addresses.of(f"{folder}/{name or UNDATED}/index.md"), meetings=tuple(held))
        for name, held in groupby(newest_first(meetings), key=lambda meeting: meeting.year)
    )


def newest_first(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Meetings by date, newest first; on one day by committee, and the last meeting first."""
    by_place = sorted(meetings, key=lambda meeting: (posixpath.dirname(meeting.folder), -meeting.ordinal))
    return sorted(by_place, key=lambda meeting: meeting.date or "", reverse=True)
