"""The items of a folder's meetings by everything that a file beside them may be named for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from converters.fold.given import Identity, identity, item_key
from converters.fold.matching import Likeness, Named, asked, begins, keys, likeness, named, number_key
from converters.lexicon import danish, fold
from converters.model import Access, AgendaItem, Attachment, Meeting
from converters.segment.closed import without_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a file may belong: an item of the meeting in a source, and the attachment it may be."""

    source: int
    meeting: Identity
    item: AgendaItem
    listed: Attachment | None = None
    shut: bool = False  # the attachment itself is closed, whatever its item is

    @property
    def key(self) -> tuple[Identity, str]:
        """Meeting and item, the same for the item in the agenda and in the minutes."""
        return self.meeting, item_key(self.item)

    @property
    def is_closed(self) -> bool:
        """Tell whether this paper says that the item is closed."""
        return self.item.access is not Access.OPEN

    def liked(self, file: str) -> Likeness:
        """Tell how a file is like the attachment."""
        return likeness(file, self.listed.title, self.listed.url) if self.listed else Likeness.NONE


class Verdict:
    """What a file's name says: the one item it belongs to, that it is closed, or that it is torn."""

    def __init__(self, places: Sequence[_Place] = (), *, closed: bool = False, unknown: bool = False) -> None:
        found = {place.key for place in places}
        self.item = places[0].key if len(found) == 1 else None
        self.torn = len(found) > 1
        self.closed = closed or unknown
        self.unknown = unknown


class Register:
    """The meetings of a folder, each with the number of its source."""

    def __init__(self, meetings: Iterable[tuple[int, Meeting]]) -> None:
        self.meetings: list[Meeting] = []
        self._identities: set[Identity] = set()
        self._listed: dict[str, list[_Place]] = defaultdict(list)
        self._numbered: dict[str | None, list[_Place]] = defaultdict(list)
        self._titled: dict[str, list[_Place]] = defaultdict(list)
        self._closed: set[tuple[Identity, str]] = set()
        for source, meeting in meetings:
            self.meetings.append(meeting)
            self._identities.add(identity(meeting))
            for item in meeting.items:
                self._enter(_Place(source=source, meeting=identity(meeting), item=item))

    @property
    def is_of_one_meeting(self) -> bool:
        """Tell whether all minutes and agendas of the folder are one meeting's."""
        return len(self._identities) == 1

    def _enter(self, place: _Place) -> None:
        self._numbered[number_key(item_key(place.item))].append(place)
        for attachment in place.item.attachments:
            listed = _Place(source=place.source, meeting=place.meeting, item=place.item, listed=attachment)
            for key in keys(attachment.title, attachment.url):
                self._listed[key].append(listed)
        for title in place.item.closed_attachments:
            for name in {title, without_mark(title)}:
                shut = replace(place, listed=Attachment(title=name), shut=True)
                for key in keys(name):
                    self._listed[key].append(shut)
        if place.is_closed:
            self._closed.add(place.key)
            for key in keys(_bare_title(place.item)):
                self._titled[key].append(place)

    def closes(self, meeting: Meeting, item: AgendaItem) -> bool:
        """Tell whether any paper of the meeting says that an item is closed.

        A paper of closed items alone may count them from 1; then other titles are other items.
        """
        if item.number is None or (identity(meeting), item_key(item)) not in self._closed:
            return False
        own = _title_words(item)
        others = [
            _title_words(place.item)
            for place in self._numbered[number_key(item_key(item))]
            if place.is_closed and place.meeting == identity(meeting)
        ]
        return any(not own or not words or own & words for words in others)

    def verdict(self, file: str) -> Verdict:
        """Judge by a file's name alone; where open and closed are both possible, closed wins."""
        name = named(file)
        numbered = self._numbers(name)
        wanted = {place.key for place in numbered}
        listed = [place for place in self._like(file) if not name.sure or place.key in wanted]
        most = max((place.liked(file) for place in listed), default=Likeness.NONE)
        best = [place for place in listed if place.liked(file) is most]
        if not numbered and (name.sure or (name.spoken and not listed)):
            # The minutes may leave a closed item out altogether.
            return Verdict(unknown=True)
        # A name that is the very title or address of an open item's attachment leaves no doubt.
        certain = most >= Likeness.WHOLE and not name.sure
        hinted = self._numbered.get(number_key(name.hint), []) if name.hint else []
        suspects = best if certain else [*listed, *numbered, *hinted]
        if any(place.shut or place.key in self._closed for place in suspects):
            return Verdict(closed=True)
        if not certain and not name.sure and self._bears_closed_title(file):
            return Verdict(closed=True)
        narrowed = [place for place in best if place.key in wanted]
        return Verdict(narrowed or best or numbered)

    def closes_minutes(self, file: str, source: int) -> bool:
        """Tell whether minutes are themselves an attachment of a closed item in another source."""
        name = named(file)
        # A paper of its own for each item is minutes too; an annex says that it is one.
        numbered = self._numbers(name) if name.sure and name.rank else []
        listed = [place for place in self._like(file) if place.liked(file) >= Likeness.WHOLE]
        return any(place.is_closed for place in (*numbered, *listed) if place.source != source)

    def _numbers(self, name: Named) -> list[_Place]:
        """Find the items of the number in a file's name: "26-024", or else 26."""
        wanted = (name.item, name.item.partition("-")[0]) if name.item else ()
        return next((self._numbered[key] for one in wanted if (key := number_key(one)) in self._numbered), [])

    def _like(self, file: str) -> list[_Place]:
        """Find every listed attachment that the file may be, each once."""
        found = {id(place): place for key in sorted(asked(file)) for place in self._listed.get(key, ())}
        return [place for place in found.values() if place.liked(file)]

    def _bears_closed_title(self, file: str) -> bool:
        """Tell whether a file is named for a closed item."""
        name = named(file).words
        return any(
            begins(name, named(_bare_title(place.item)).words)
            for key in asked(file)
            for place in self._titled.get(key, ())
        )


def _title_words(item: AgendaItem) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w{4,}", _bare_title(item)))


def _bare_title(item: AgendaItem) -> str:
    """Give an item's title without the mark that says it is closed."""
    title = fold(item.title or "")
    for mark in sorted(danish().closed_marks, key=len, reverse=True):
        title = title.replace(f"({mark})", "").removeprefix(f"{mark} ").removesuffix(f" {mark}")
        title = title.strip(" -–:,")
    return title
