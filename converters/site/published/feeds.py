"""The feeds: what is new on the site, in a committee, in a case, and every decision.

    feed.xml                    the items of the newest meetings
    beslutninger/feed.xml       the newest decisions
    <udvalg>/feed.xml           the newest items of a committee
    sager/<sagsnummer>.xml      everything that carries a case number

An item on an agenda and the same item in the minutes are two entries with an identity each: whoever
has read the agenda is told when there is a decision.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import islice

from converters.site.addresses import HOME
from converters.site.archive import Committee, Item, Meeting
from converters.site.cases import Case
from converters.site.catalog import Catalog, newest_first
from converters.site.latest import FORMALIA, is_agenda
from converters.site.outcomes import LABELS
from converters.site.published import atom
from converters.site.published.addresses import DECISIONS, beside
from converters.site.published.atom import Entry, Feed
from converters.site.published.decided import Decisions
from converters.site.published.site import Site
from converters.site.published.times import midnight
from converters.site.sidebar import committee_name, meeting_date

LONGEST = 100  # entries in one feed
FEED = "feed.xml"


@dataclass(frozen=True, kw_only=True)
class Feeds:
    """Makes the feeds of one catalog; what an item's entry says is the same in each."""

    catalog: Catalog
    site: Site
    decisions: Decisions

    @cached_property
    def newest(self) -> list[Meeting]:
        """The meetings that have a date, newest first; a feed cannot place others in time."""
        return newest_first(meeting for meeting in self.catalog.meetings.values() if meeting.date)

    def all(self) -> Iterator[tuple[str, bytes]]:
        """Every feed: its path in the site, and its bytes."""
        yield self.whole()
        yield self.decided()
        yield from map(self.committee, self.catalog.committees)
        yield from map(self.case, self.catalog.cases.values())

    def whole(self) -> tuple[str, bytes]:
        """What is new on the whole site."""
        return self._feed(FEED, self.site.name, "Punkter fra de nyeste møder.", HOME, items_of(self.newest))

    def decided(self) -> tuple[str, bytes]:
        """The newest decisions, all of them: whoever follows a feed may choose, and misses nothing."""
        found = (pair for pair in items_of(self.newest) if pair[0].decisions)
        title = f"Beslutninger – {self.site.name}"
        return self._feed(beside(DECISIONS, FEED), title, "De nyeste beslutninger.", DECISIONS, found)

    def committee(self, committee: Committee) -> tuple[str, bytes]:
        """What is new in one committee."""
        name = committee_name(committee.name)
        meetings = (meeting for meeting in committee.meetings if meeting.date)
        return self._feed(
            f"{committee.folder}/{FEED}",
            f"{name} – {committee.municipality or self.site.owner}",
            f"Punkter fra de nyeste møder i {name}.",
            f"{committee.folder}/index.md",
            items_of(meetings),
        )

    def case(self, case: Case) -> tuple[str, bytes]:
        """Everything on the site that carries one case number, newest first."""
        held = ((item, self.catalog.meeting_in[item.folder]) for item in reversed(case.items))
        page = case.path if case.url else case.items[-1].path
        dated = ((item, meeting) for item, meeting in held if meeting.date)
        return self._feed(
            case.feed, f"Sag {case.number}: {case.title}", f"Alt om sag {case.number}.", page, dated
        )

    def _feed(
        self, path: str, title: str, subtitle: str, page: str, found: Iterable[tuple[Item, Meeting]]
    ) -> tuple[str, bytes]:
        pairs = list(islice(found, LONGEST))
        dates = [meeting.date for _, meeting in pairs if meeting.date]
        feed = Feed(
            identity=self.site.identity(path),
            title=title,
            subtitle=subtitle,
            author=self.site.owner,
            link=self.site.link(self.catalog.addresses.of(page), path),
            own=self.site.absolute(path),
            updated=midnight(max(dates, default=self.catalog.newest)),
            entries=tuple(self.entry(item, meeting, path) for item, meeting in pairs),
        )
        return path, atom.written(feed)

    def entry(self, item: Item, meeting: Meeting, feed: str) -> Entry:
        """An item's entry in the feed that lies at a path."""
        agenda = is_agenda(meeting)
        name = committee_name(meeting.committee)
        outcome = ((item.badge.value, LABELS[item.badge]),) if item.badge else ()
        path = f"{item.path}#dagsorden" if agenda else item.path
        return Entry(
            identity=self.site.identity(path, meeting.municipality),
            title=f"Dagsorden: {item.title}" if agenda else item.title,
            link=self.site.link(item.url, feed),
            updated=midnight(meeting.date),
            author=f"{name}, {meeting.municipality or self.site.owner}",
            html=self.content(item, meeting),
            categories=((posixpath.basename(posixpath.dirname(meeting.folder)), name), *outcome),
        )

    def content(self, item: Item, meeting: Meeting) -> str:
        """What an entry says: where and when, what became of it, and the words of the decision."""
        found = self.decisions.get(item.path)
        where = escape(f"{committee_name(meeting.committee)}, {meeting_date(meeting)}")
        number = f"Punkt {escape(item.number)} · " if item.number else ""
        mark = f" <strong>{LABELS[item.badge]}</strong>" if item.badge else ""
        if found:
            return f"<p>{number}{where}.{mark}</p>\n{found.html}"
        told = "Punktet er lukket." if item.closed else nothing_decided(meeting)
        return f"<p>{number}{where}.{mark}</p>" + ("" if item.badge else f"\n<p>{told}</p>")


def nothing_decided(meeting: Meeting) -> str:
    """What to say of an item without a decision."""
    if meeting.cancelled:
        return "Mødet er aflyst."
    return (
        "Punktet er på dagsordenen." if is_agenda(meeting) else "Referatet har ingen beslutning til punktet."
    )


def is_decision(item: Item) -> bool:
    """Whether something was decided that is more than a form of the meeting."""
    return bool(item.decisions) and not FORMALIA.fullmatch(item.title)


def items_of(meetings: Iterable[Meeting]) -> Iterator[tuple[Item, Meeting]]:
    """The items of some meetings, in the order of the meetings and of each agenda."""
    return ((item, meeting) for meeting in meetings for item in meeting.items)
