"""The straight line: read, understand, redact, write; one source at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from converters import frontmatter
from converters.findings import Finding
from converters.fold import Said, Understood, understand
from converters.ledger import LeftOut
from converters.model import Document, PublicMeeting, Source
from converters.readers import read
from converters.readers.doorway import source_of
from converters.redact import redact
from converters.writers.claims import Claims, Outdone, is_provisional
from converters.writers.document import document_page
from converters.writers.meeting import meeting_pages
from converters.writers.memory import Memory, Remembered
from converters.writers.record import Record
from converters.writers.store import Edition, Written, publish, survey, untouched, withdraw

SITE_CONFIG = "mkdocs.yml"  # beside the content folder; may name the one municipality of the site


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
    filled before and gave up, ``left_behind`` such folders that were not removed.
    """

    source: Path
    results: tuple[Result, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    outdone: tuple[Outdone, ...] = ()
    moved: tuple[str, ...] = ()
    left_behind: tuple[str, ...] = ()
    unchanged: bool = False


class Run:
    """One run of conversion over any number of sources into one content folder."""

    def __init__(self, options: Options) -> None:
        self._options = options
        named = options.said.municipality or _municipality_of_site(options.out)
        self._said = replace(options.said, municipality=named)
        self._claims = Claims(
            records=survey(options.out), one_municipality=named is not None, overwrite=options.overwrite
        )
        self._memory = Memory(options.out, str(self._said))

    def convert(self, path: Path) -> Conversion:
        """Convert one source.  Raises ConversionError, and then nothing of the source is written."""
        source = source_of(path)
        remembered = self._memory.recall(source) if self._options.skip_unchanged else None
        if remembered and self._stands(remembered, source, path):
            return Conversion(source=path, findings=remembered.findings, unchanged=True)
        conversion = self._write(path, source, understand(read(path), source, self._said))
        if not conversion.outdone:
            records = tuple(result.written.record for result in conversion.results)
            self._memory.keep(source, Remembered(records=records, findings=conversion.findings))
        return conversion

    def close(self) -> None:
        """Save what the next run need not do again."""
        self._memory.save()

    def _stands(self, remembered: Remembered, source: Source, path: Path) -> bool:
        """Whether every page of the source still stands as written; if so, their places are taken."""
        if not all(untouched(self._options.out, record, source.sha256) for record in remembered.records):
            return False
        return all(self._claims.take_again(record, path) for record in remembered.records)

    def _write(self, path: Path, source: Source, understood: Understood) -> Conversion:
        public = [redact(meeting) for meeting in understood.meetings]
        # Every place is found before the first page is written: a collision leaves nothing behind.
        placed = [(meeting, self._claims.folder_for(meeting, path)) for meeting, _ in public]
        made: list[tuple[PublicMeeting | Document, Edition]] = [
            (meeting, _meeting_edition(meeting, folder))
            for meeting, folder in placed
            if isinstance(folder, str)
        ]
        made += [
            (one, _document_edition(one, self._claims.page_for(one, path))) for one in understood.documents
        ]
        out, overwrite = self._options.out, self._options.overwrite
        results = tuple(
            Result(of=of, written=publish(out, edition, overwrite=overwrite)) for of, edition in made
        )
        folders = tuple(edition.folder for _, edition in made)
        moved, left_behind = _retire(out, self._claims.given_up(source, folders))
        return Conversion(
            source=path,
            results=results,
            left_out=(*understood.left_out, *(entry for _, withheld in public for entry in withheld)),
            findings=understood.findings,
            outdone=tuple(folder for _, folder in placed if isinstance(folder, Outdone)),
            moved=moved,
            left_behind=left_behind,
        )


def sources_in(path: Path) -> Iterator[Path]:
    """A file itself, or the visible files of a folder and its folders, in order of their names."""
    if path.is_dir():
        for entry in sorted(path.iterdir(), key=lambda one: one.name):
            if not entry.name.startswith("."):
                yield from sources_in(entry)
    else:
        yield path


def _municipality_of_site(out: Path) -> str | None:
    config = Path(os.path.abspath(out)).parent / SITE_CONFIG  # noqa: PTH100 - out need not exist yet
    try:
        text = config.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    return frontmatter.setting(text, "extra", "municipality", where=str(config))


def _meeting_edition(meeting: PublicMeeting, folder: str) -> Edition:
    record = Record(
        file=meeting.source.file,
        sha256=meeting.source.sha256,
        pages={},
        start=meeting.start,
        stage=meeting.stage,
    )
    return Edition(folder=folder, pages=meeting_pages(meeting), record=record)


def _document_edition(document: Document, page: str) -> Edition:
    record = Record(file=document.source.file, sha256=document.source.sha256, pages={})
    folder, _, name = page.rpartition("/")
    return Edition(folder=folder, pages={name: document_page(document)}, record=record, alone=True)


def _retire(out: Path, folders: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Remove folders that only waited for a committee or a day; others are published and stay."""
    moved: list[str] = []
    left_behind: list[str] = []
    for folder in folders:
        gone = is_provisional(folder) and withdraw(out, folder)
        (moved if gone else left_behind).append(folder)
    return tuple(moved), tuple(left_behind)
