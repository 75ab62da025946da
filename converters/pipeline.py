"""The straight line: read, understand, redact, write."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from converters import frontmatter, sandbox
from converters.accounting import accounts_of
from converters.accounts import Accounts
from converters.blocks import Picture
from converters.closed_items import SETTING, Shown, shown_in
from converters.findings import Finding
from converters.fold import Said, Understood, understand
from converters.ledger import LeftOut
from converters.model import Access, Document, PublicMeeting, Source
from converters.redact import hidden_titles, redact, without_titles
from converters.withheld.material import closed_words
from converters.withheld.shelf import Shelf
from converters.withheld.told import told_of
from converters.writers.addresses import item_names
from converters.writers.claims import Claims, Outdone, is_provisional, place_of
from converters.writers.document import document_leaves
from converters.writers.meeting import meeting_leaves
from converters.writers.memory import Memory, Remembered
from converters.writers.record import Record
from converters.writers.store import Edition, Written, publish, survey, untouched, withdraw, withdraw_document
from converters.writers.tombstones import (
    Tombstones,
    finding,
    laid,
    standing_tombstone,
    together,
    tombstones,
    without_withdrawn,
)
from converters.writers.turn import Turn

SITE_CONFIG = "mkdocs.yml"  # beside the content folder; may name the one municipality of the site
PREVIEWED = ".pdf"
EXPLANATION = "README.md"  # what code hosts show to whoever opens a folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to convert: where to, what the caller says of the sources, and what may be written over."""

    out: Path
    said: Said = field(default_factory=Said)
    overwrite: bool = False
    skip_unchanged: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One meeting or document, and what became of its pages."""

    of: PublicMeeting | Document
    written: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What became of one source.

    ``outdone`` names meetings that a later paper already has, ``moved`` folders that the source
    filled before and gave up, ``left_behind`` such pages that were not removed.  ``attached_to`` are
    the places of the meetings it is an attachment of; where nothing was made of it, it is withheld.
    """

    source: Path
    results: tuple[Result, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    outdone: tuple[Outdone, ...] = ()
    moved: tuple[str, ...] = ()
    left_behind: tuple[str, ...] = ()
    attached_to: tuple[str, ...] = ()
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one source says, how many pages were read, and its first page as a picture if one is needed."""

    understood: Understood
    pages: int
    preview: Picture | None = None


def tell(path: Path, source: Source, said: Said) -> Told:
    """Read a source in a process of its own, and understand it in this one.

    This is the task that other processes and machines are given.  Raises ConversionError.
    """
    reading = sandbox.read(path)
    pages = reading.pages or max((line.origin.page for line in reading.lines), default=0)
    understood = understand(reading, source, said)
    # A PDF that is no minutes may turn out to be an attachment, which is shown by its first page.
    shown = bool(understood.documents) and path.suffix.lower() == PREVIEWED
    return Told(understood=understood, pages=pages, preview=sandbox.first_page(path) if shown else None)


class Run:
    """One run of conversion over any number of sources into one content folder."""

    def __init__(self, options: Options) -> None:
        self.options = options
        named = options.said.municipality or _municipality_of_site(options.out)
        self.said = replace(options.said, municipality=named)
        self.shown = _shown_by_site(options.out)
        self._turn = Turn(options.out)
        self.withheld = Shelf(options.out)
        self.accounts = Accounts(options.out)
        self.memory = Memory(options.out, f"{self.said} {self.shown}")
        self._claims = Claims(
            records=survey(options.out), one_municipality=named is not None, overwrite=options.overwrite
        )

    def close(self) -> None:
        """Save what the next run need not do again, and let another run write the folder."""
        self.memory.save()
        self._turn.end()

    def stands(self, remembered: Remembered, source: Source) -> bool:
        """Whether every page of a source still stands as it was written."""
        return all(untouched(self.options.out, record, source.sha256) for record in remembered.records)

    def take_again(self, remembered: Remembered, path: Path) -> bool:
        """Take the places of pages that stand as written; whether all of them were free."""
        return all(self._claims.take_again(record, path) for record in remembered.records)

    def write(self, path: Path, source: Source, understood: Understood) -> Conversion:
        """Redact and write what a source says.  Raises ConversionError, and then nothing is written."""
        public = [redact(meeting, self.shown) for meeting in understood.meetings]
        hidden = [hidden_titles(meeting, self.shown) for meeting in understood.meetings]
        # Every place is found before the first page is written: a collision leaves nothing behind.
        placed = [(meeting, self._claims.folder_for(meeting, path)) for meeting, _ in public]
        documents = [
            _document_edition(one, self._claims.page_for(one, path), self.options.out)
            for one in understood.documents
        ]
        held = [(meeting, folder) for meeting, folder in placed if isinstance(folder, str)]
        folders = (*(folder for _, folder in held), *(edition.folder for edition in documents))
        given_up = tuple(self._claims.given_up(source, folders))
        down = {folder: self._taken_down(folder, held, given_up) for _, folder in held}
        made: list[tuple[PublicMeeting | Document, Edition]] = [
            (meeting, _meeting_edition(meeting, folder, down[folder])) for meeting, folder in held
        ]
        made += zip(understood.documents, documents, strict=True)
        stay_down = tuple(
            finding(stones, is_new=self._claims.is_new(folder, source))
            for folder, stones in down.items()
            if stones.pages
        )
        out, overwrite = self.options.out, self.options.overwrite
        results = tuple(
            Result(of=of, written=publish(out, edition, overwrite=overwrite)) for of, edition in made
        )
        said = (source, understood.meetings, understood.documents, understood.left_out, self.shown)
        self.withheld.keep(
            path,
            replace(told_of(*said), material=closed_words(*said)),
            source,
            tuple(result.written.place for result in results),
        )
        left_out = (
            *without_titles(understood.left_out, hidden),
            *(entry for _, withheld in public for entry in withheld),
        )
        # Of what was taken down no page says a word.
        told = None if any(stones.pages for stones in down.values()) else left_out
        for account in accounts_of(source, understood, tuple(edition for _, edition in made), told):
            self.accounts.keep(account)
        # A source of which nothing is left is an attachment now, or withheld: nothing of it stays published.
        is_nothing = not understood.meetings and not understood.documents
        moved, left_behind = _retire(out, given_up, even_published=is_nothing)
        gone, stale = self._retire_documents(source, {result.written.record for result in results})
        for place in (*moved, *gone):
            self.accounts.forget(place)
        return Conversion(
            source=path,
            results=results,
            left_out=left_out,
            findings=(*understood.findings, *stay_down),
            outdone=tuple(folder for _, folder in placed if isinstance(folder, Outdone)),
            moved=(*moved, *gone),
            left_behind=(*left_behind, *stale),
        )

    def _taken_down(
        self, folder: str, held: Sequence[tuple[PublicMeeting, str]], given_up: Iterable[str]
    ) -> Tombstones:
        """Find what was taken down of a meeting, also in folders that its source filled before."""
        moved_from = given_up if len(held) == 1 else ()
        return together([tombstones(self.options.out, one) for one in (*moved_from, folder)])

    def _retire_documents(self, source: Source, now: Collection[str]) -> tuple[list[str], list[str]]:
        """Remove pages that this very source filled when it was a document by itself.

        It is an attachment now, or withheld; a page that a person has edited stays, and is told.
        """
        gone: list[str] = []
        stale: list[str] = []
        for record in tuple(self._claims.pages_given_up(source, now)):
            removed = withdraw_document(self.options.out, record)
            (gone if removed else stale).append(place_of(record))
        return gone, stale


def sources_in(path: Path) -> Iterator[Path]:
    """A file itself, or the visible files of a folder and its folders, in order of their names."""
    if path.is_dir():
        for entry in sorted(path.iterdir(), key=lambda one: one.name):
            if may_be_source(entry):
                yield from sources_in(entry)
    else:
        yield path


def may_be_source(entry: Path) -> bool:
    """Tell whether an entry of a folder is a source: not what is hidden, nor what explains the folder."""
    return not entry.name.startswith(".") and entry.name != EXPLANATION


def _municipality_of_site(out: Path) -> str | None:
    text, where = _site_config(out)
    return frontmatter.setting(text, "extra", "municipality", where=where) if text else None


def _shown_by_site(out: Path) -> Shown:
    text, where = _site_config(out)
    return shown_in(frontmatter.settings(text, "extra", SETTING, where=where) if text else None, where)


def _site_config(out: Path) -> tuple[str, str]:
    """The text of the site's settings, empty where there are none, and their place for messages."""
    config = Path(os.path.abspath(out)).parent / SITE_CONFIG  # noqa: PTH100 - out need not exist yet
    try:
        return config.read_text(encoding="utf-8-sig"), str(config)
    except FileNotFoundError:
        return "", str(config)


def _meeting_edition(whole: PublicMeeting, folder: str, stones: Tombstones) -> Edition:
    meeting = without_withdrawn(whole, stones)
    record = Record(
        file=meeting.source.file,
        sha256=meeting.source.sha256,
        pages={},
        start=meeting.start,
        stage=meeting.stage,
    )
    names = zip(item_names(meeting.items), meeting.items, strict=True)
    closed = tuple(f"{name}.md" for name, item in names if item.access is not Access.OPEN)
    pages = laid(meeting_leaves(meeting), stones)
    return Edition(folder=folder, pages=pages, record=record, closed=closed)


def _document_edition(document: Document, page: str, out: Path) -> Edition:
    record = Record(file=document.source.file, sha256=document.source.sha256, pages={})
    folder, _, name = page.rpartition("/")
    stone = standing_tombstone(out.joinpath(*page.split("/")))
    pages = document_leaves(document, name) if stone is None else {name: stone}
    return Edition(folder=folder, pages=pages, record=record, alone=True)


def _retire(
    out: Path, folders: Iterable[str], *, even_published: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Remove folders that only waited for a committee or a day, and published ones where that is asked."""
    moved: list[str] = []
    left_behind: list[str] = []
    for folder in folders:
        may_go = (even_published or is_provisional(folder)) and not tombstones(out, folder).pages
        gone = may_go and withdraw(out, folder)
        (moved if gone else left_behind).append(folder)
    return tuple(moved), tuple(left_behind)
