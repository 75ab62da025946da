"""One folder of sources: which of them have to be read, and what becomes of them together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from converters.errors import ConversionError, LoneAnnex
from converters.findings import Code
from converters.fold import Understood
from converters.fold.beside import lay_beside
from converters.fold.given import is_known
from converters.fold.matching import named
from converters.fold.previews import with_previews
from converters.model import Access, Attachment, Meeting, Source
from converters.pipeline import Conversion, Run, Told, may_be_source
from converters.readers.doorway import source_of
from converters.writers.claims import Outdone
from converters.writers.memory import Remembered

Fate = Conversion | ConversionError
"""What became of a source: pages, or a refusal."""


class Folder:
    """Sources that lie together: a document among them may be an attachment of a meeting among them.

    First ``unread`` is asked for, then ``rest``; each source asked for is told by ``hear``.  Where
    every source is open minutes, one of them can be done without the others.  Else the folder is
    judged whole: a file may belong to an item of another file, and that item may be closed.
    """

    def __init__(self, run: Run, paths: Sequence[Path]) -> None:
        self._run = run
        self._paths = paths
        self.sources: dict[Path, Source] = {}
        self._told: dict[Path, Told] = {}
        self._refused: dict[Path, ConversionError] = {}
        for path in paths:
            try:
                self.sources[path] = source_of(path)
            except ConversionError as error:
                self._refused[path] = error
        self._company = _company(self.sources.values())
        self._standing = dict(self._remembered())

    def unread(self) -> list[Path]:
        """Sources that are new or changed, or whose pages are not as they were written."""
        return [path for path in self.sources if path not in self._standing]

    def hear(self, path: Path, answer: Told | ConversionError) -> None:
        """Take in what a source says, or why it does not."""
        if isinstance(answer, ConversionError):
            self._refused[path] = answer
        else:
            self._told[path] = answer

    def rest(self) -> list[Path]:
        """Sources that have to be read too, now that the unread ones are known."""
        bound = any(row.company for row in self._standing.values()) or self._is_bound()
        again = [
            path
            for path, row in self._standing.items()
            if (bound and self._told) or not self._run.take_again(row, path)
        ]
        for path in again:
            del self._standing[path]
        return again

    def finish(self) -> Iterator[tuple[Path, Fate]]:
        """Write the pages, and tell what became of each source, in order."""
        laid = self._laid()
        fates: dict[Path, Fate] = {}
        for path, understood in laid.items():
            try:
                fates[path] = self._run.write(path, self.sources[path], understood)
            except ConversionError as error:
                fates[path] = error
        self._attach(laid, fates)
        for path in laid:
            self._keep(path, fates[path])
        for path in self._paths:
            yield path, fates.get(path) or self._refused.get(path) or self._unchanged(path)

    def finish_minutes(self) -> Iterator[tuple[Path, Fate]]:
        """Write the minutes that are read already, where the run is broken off.

        What else lies there may belong to them, or to a closed item of minutes that are not read yet.
        """
        for path, told in sorted(self._told.items()):
            understood = told.understood
            if understood.meetings and not understood.documents and all(map(is_known, understood.meetings)):
                try:
                    yield path, self._run.write(path, self.sources[path], understood)
                except ConversionError as error:
                    yield path, error

    def _remembered(self) -> Iterator[tuple[Path, Remembered]]:
        if not self._run.options.skip_unchanged:
            return
        for path, source in self.sources.items():
            row = self._run.memory.recall(source)
            is_same = row is not None and row.company in (None, self._company)
            if row and is_same and self._run.stands(row, source) and self._run.withheld.knows(path, source):
                yield path, row

    def _is_bound(self) -> bool:
        return any(
            told.understood.documents
            or not all(map(is_known, told.understood.meetings))
            or any(item.access is Access.CLOSED for one in told.understood.meetings for item in one.items)
            for told in self._told.values()
        )

    def _laid(self) -> dict[Path, Understood]:
        self._refuse_lone_annexes()
        told = [(path, self._told[path].understood) for path in self._paths if path in self._told]
        previews = {path: one.preview for path, one in self._told.items()}
        return {
            path: replace(
                understood,
                meetings=tuple(with_previews(meeting, previews.get) for meeting in understood.meetings),
            )
            for path, understood in lay_beside(told)
        }

    def _refuse_lone_annexes(self) -> None:
        """Refuse a file that is called an annex of an item, where only the minutes were not given.

        The item may be closed, and only the minutes can tell.
        """
        if any(told.understood.meetings for told in self._told.values()) or self._standing:
            return
        for path, told in tuple(self._told.items()):
            name = named(path.name)
            called = name.sure or name.spoken or self._was_withheld(path)
            if told.understood.documents and called and _has_company(path, self._paths):
                del self._told[path]
                self._refused[path] = LoneAnnex(
                    "Filen kan være bilag til et lukket punkt, men referatet er ikke med.",
                    where=path.name,
                    hint="Skriv mappens navn i stedet for filens, så de læses sammen.",
                )

    def _was_withheld(self, path: Path) -> bool:
        """Tell whether an earlier run withheld a file, because of the minutes that lay beside it."""
        row = self._run.memory.recall(self.sources[path])
        return row is not None and any(one.code is Code.CLOSED_BESIDE for one in row.findings)

    def _attach(self, laid: dict[Path, Understood], fates: dict[Path, Fate]) -> None:
        """Tell each source that became an attachment where it is one."""
        written = [
            (result.written.place, attachment)
            for fate in fates.values()
            if isinstance(fate, Conversion)
            for result in fate.results
            if isinstance(result.of, Meeting)
            for attachment in _attachments(result.of)
        ]
        for path, understood in laid.items():
            fate = fates[path]
            if isinstance(fate, Conversion) and not understood.meetings and not understood.documents:
                source = self.sources[path]
                places = dict.fromkeys(place for place, one in written if _is_of(one, source))
                fates[path] = replace(fate, attached_to=tuple(places))

    def _keep(self, path: Path, fate: Fate) -> None:
        if isinstance(fate, ConversionError):
            return
        company = self._company if self._is_bound() else None
        inside = {str(one) for one in self._paths}
        if fate.outdone and not (company and all(one.by in inside for one in fate.outdone)):
            return  # by a paper elsewhere, which may change without this folder
        row = Remembered(
            records=tuple(result.written.record for result in fate.results),
            findings=fate.findings,
            company=company,
            outdone=tuple((one.folder, one.by) for one in fate.outdone),
        )
        self._run.memory.keep(self.sources[path], row)

    def _unchanged(self, path: Path) -> Conversion:
        row = self._standing[path]
        outdone = tuple(Outdone(folder=folder, by=by) for folder, by in row.outdone)
        return Conversion(source=path, findings=row.findings, outdone=outdone, unchanged=not outdone)


def _has_company(path: Path, given: Sequence[Path]) -> bool:
    """Tell whether other files lie beside a source than those that were given."""
    return any(one.is_file() and one not in given and may_be_source(one) for one in path.parent.iterdir())


def _company(sources: Iterable[Source]) -> str:
    """What tells whether any source of the folder is new, changed or gone."""
    rows = sorted(f"{source.sha256} {source.file}" for source in sources)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:32]


def _attachments(meeting: Meeting) -> Iterator[Attachment]:
    yield from meeting.attachments
    for item in meeting.items:
        yield from item.attachments


def _is_of(attachment: Attachment, source: Source) -> bool:
    of = attachment.source
    return of is not None and (of.file, of.sha256) == (source.file, source.sha256)
