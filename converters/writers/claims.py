"""Who owns which page: the same meeting again, newer minutes of it, or two sources at odds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, takewhile
from pathlib import Path

from converters.errors import Collision
from converters.model import Document, Meeting, Source, Stage
from converters.writers.addresses import (
    DOCUMENTS,
    UNDATED,
    UNKNOWN_COMMITTEE,
    document_name,
    meeting_folder,
    with_ordinal,
)
from converters.writers.record import RECORD, Record

_ANOTHER_MEETING = "Er det et andet møde, så angiv dets dato eller udvalg med --date eller --committee."
_ORDER = {Stage.AGENDA: 0, Stage.DRAFT: 1, Stage.APPROVED: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdone:
    """A source whose meeting is already there from a later paper, or from a copy of this one."""

    folder: str
    by: str


@dataclass(slots=True, kw_only=True)
class Claims:
    """The places of one run: what lies on disk (by path of its record), and who took what in this run."""

    records: Mapping[str, Record]
    one_municipality: bool
    overwrite: bool = False
    _taken: dict[str, tuple[Path, Record]] = field(default_factory=dict)

    def take(self, place: str, owner: Path, record: Record) -> None:
        """Note that a source's pages stand in a place: a meeting's folder, or a document's page."""
        self._taken[place] = (owner, record)

    def take_again(self, record_path: str, owner: Path) -> bool:
        """Take the place of pages that stand as they were written; whether it was free to take."""
        record = self.records.get(record_path)
        place = place_of(record_path)
        if record is None or place in self._taken:
            return False
        self.take(place, owner, record)
        return True

    def folder_for(self, meeting: Meeting, owner: Path) -> str | Outdone:
        """Find the folder of a meeting and take it.

        Raises Collision where another source has the meeting and neither is known to be newer.
        """
        base = meeting_folder(meeting, one_municipality=self.one_municipality)
        mine = Record(
            file=meeting.source.file,
            sha256=meeting.source.sha256,
            pages={},
            start=meeting.start,
            stage=meeting.stage,
        )
        folder = self._known_folder(base, mine) or next(
            folder
            for folder in _ordinals(base)
            if not (there := self._record(folder))
            or _is_same_meeting(base, there, mine, self._taken.get(folder), owner)
        )
        there = self._record(folder)
        if there and (other := self._rival(folder, there, mine, owner)):
            return other
        self.take(folder, owner, mine)
        return folder

    def page_for(self, document: Document, owner: Path) -> str:
        """Find the page of a document and take it; raises Collision where another source has it."""
        name = document_name(document)
        place = f"{DOCUMENTS}/{name}"
        mine = Record(file=document.source.file, sha256=document.source.sha256, pages={})
        there = self.records.get(f"{DOCUMENTS}/.{name.removesuffix('.md')}{RECORD}")
        if place in self._taken:
            raise _two_sources(owner, str(self._taken[place][0]), place)
        if there and there.file != mine.file and there.sha256 != mine.sha256 and not self.overwrite:
            raise _earlier_source(owner, there.file, place)
        self.take(place, owner, mine)
        return place

    def given_up(self, source: Source, folders: tuple[str, ...]) -> Iterator[str]:
        """Folders that this very source once filled and fills no longer."""
        for path, record in self.records.items():
            folder = path.rpartition("/")[0]
            mine = record.file == source.file and record.sha256 == source.sha256
            if mine and path.endswith(f"/{RECORD}") and folder not in folders and folder not in self._taken:
                yield folder

    def pages_given_up(self, source: Source, now: Collection[str]) -> Iterator[str]:
        """Records of documents that this very source once was by itself and is no longer.

        ``now`` are the records that it has written in this run.
        """
        for path, record in self.records.items():
            mine = record.file == source.file and record.sha256 == source.sha256
            alone = not path.endswith(f"/{RECORD}")
            if mine and alone and path not in now and place_of(path) not in self._taken:
                yield path

    def is_new(self, folder: str, source: Source) -> bool:
        """Whether a meeting's pages on the disk are made of another edition than this source."""
        there = self.records.get(f"{folder}/{RECORD}")
        return there is not None and there.sha256 != source.sha256

    def _record(self, folder: str) -> Record | None:
        taken = self._taken.get(folder)
        return taken[1] if taken else self.records.get(f"{folder}/{RECORD}")

    def _known_folder(self, base: str, mine: Record) -> str | None:
        """The folder that a file of this name has filled before, first that of the same start."""
        known = [
            (there.start != mine.start, folder)
            for folder in takewhile(self._record, _ordinals(base))
            if folder not in self._taken and (there := self._record(folder)) and there.file == mine.file
        ]
        return min(known, key=lambda found: found[0])[1] if known else None

    def _rival(self, folder: str, there: Record, mine: Record, owner: Path) -> Outdone | None:
        """What another source's claim to the folder means: None where the new one may replace it."""
        taken = self._taken.get(folder)
        if taken is None and (there.file == mine.file or there.sha256 == mine.sha256):
            return None
        by = str(taken[0]) if taken else there.file
        if taken and there.sha256 == mine.sha256:
            return Outdone(folder=folder, by=by)
        if there.stage and mine.stage and there.stage is not mine.stage:
            return Outdone(folder=folder, by=by) if _ORDER[mine.stage] < _ORDER[there.stage] else None
        if taken:
            raise _two_sources(owner, by, folder)
        if self.overwrite:
            return None
        raise _earlier_source(owner, by, folder)


def is_provisional(folder: str) -> bool:
    """Whether a folder only waits for a person to say which committee or day it is."""
    *_, committee, day = ["", *folder.split("/")]
    return committee == UNKNOWN_COMMITTEE or day.startswith(UNDATED)


def place_of(record_path: str) -> str:
    """A meeting's folder, or a document's page, from the path of its record."""
    folder, _, name = record_path.rpartition("/")
    return folder if name == RECORD else f"{folder}/{name[1:].removesuffix(RECORD)}.md"


def _ordinals(base: str) -> Iterator[str]:
    return (with_ordinal(base, ordinal) for ordinal in count(1))


def _is_same_meeting(
    base: str, there: Record, mine: Record, taken: tuple[Path, Record] | None, owner: Path
) -> bool:
    """Whether the record is of the very meeting: same start, or one of them does not say."""
    if taken and taken[0] == owner:
        return False  # one source prints each of its meetings once
    if there.sha256 == mine.sha256:
        return True
    if is_provisional(base) and there.file != mine.file:
        return False  # two papers without a committee need not be the same meeting
    return None in (there.start, mine.start) or there.start == mine.start


def _two_sources(owner: Path, other: str, place: str) -> Collision:
    return Collision(
        f"Kilden giver de samme sider som {other}, nemlig {place}.",
        where=str(owner),
        hint=f"Fjern den ene af dem. {_ANOTHER_MEETING}",
    )


def _earlier_source(owner: Path, other: str, place: str) -> Collision:
    return Collision(
        f"Siderne i {place} er lavet af en anden kilde, {other}.",
        where=str(owner),
        hint=f"Er dette en nyere udgave, så giv den det samme filnavn ({other}), eller tilføj --replace. "
        + _ANOTHER_MEETING,
    )
