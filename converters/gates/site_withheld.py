"""What was withheld, looked for in every file of a built site: by its seals, since nobody has its words."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from converters.gates.problems import Problem
from converters.withheld.seals import NAME_START, RUN, Sealer, words_in
from converters.withheld.shelf import FOLDER, Row, Shelf
from converters.writers.record import RECORD, page_hash, read_record

_SOURCE = re.compile(r"^source:.*?\bsha256: *['\"]?(?P<sha256>[0-9a-f]{64})", re.MULTILINE | re.DOTALL)
_HINT = "Stands udgivelsen. Find det på siden i content, og kør convert igen med --replace; meld fejlen."
MOST_NAMED = 3  # sources, in a warning


@dataclass(frozen=True, slots=True)
class _Hit:
    """A run or a name found in a file of the site."""

    path: str
    is_name: bool
    seal: str
    line: int | None


@dataclass(slots=True)
class Search:
    """Takes the words of file after file; `problems` tells what was found that nobody else says openly."""

    content: Path
    sealer: Sealer
    rows: tuple[Row, ...]
    _hits: list[_Hit] = field(default_factory=list)
    _runs: Mapping[str, list[Row]] = field(init=False)
    _names: Mapping[str, list[Row]] = field(init=False)
    _run_marks: frozenset[int] = field(init=False)
    _name_marks: frozenset[int] = field(init=False)
    _lengths: Mapping[int, frozenset[int]] = field(init=False)
    _files: Mapping[str, Row] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the rows out to be looked up in."""
        runs, names = defaultdict(list), defaultdict(list)
        lengths: defaultdict[int, set[int]] = defaultdict(set)
        for row in self.rows:
            for _, seal in row.runs:
                runs[seal].append(row)
            for mark, length, seal in row.names:
                names[seal].append(row)
                lengths[mark].add(length)
        self._runs, self._names = runs, names
        self._run_marks = frozenset(mark for row in self.rows for mark, _ in row.runs)
        self._name_marks = frozenset(lengths)
        self._lengths = {mark: frozenset(held) for mark, held in lengths.items()}
        self._files = {seal: row for row in self.rows for seal in row.files}

    @property
    def is_needed(self) -> bool:
        """Whether anything was withheld."""
        return bool(self._runs or self._names or self._files)

    def take_words(self, path: str, said: str, text: str | None = None) -> None:
        """Look through the words of a file; ``text`` is the file as it lies there, if it has lines."""
        for is_name, seal, words in self._found(said):
            self._hits.append(_Hit(path, is_name, seal, _line(text, words) if text else None))

    def file_problems(self, raw: bytes) -> Iterator[Problem]:
        """Tell whether a file is one that may not be published; its name is left to whoever asks."""
        row = self._files.get(self.sealer.seal((hashlib.sha256(raw).hexdigest(),)))
        if row is not None:
            yield Problem(
                file="",
                line=None,
                text=f"Filen selv er holdt tilbage, da den har noget lukket i sig{_where(row)}.",
                hint=_HINT,
                code="withheld-file",
            )

    def problems(self) -> Iterator[Problem]:
        """What was found, a problem a file and a source; words are never shown."""
        hits = [hit for hit in self._hits if hit.seal in self._names or hit.seal in self._runs]
        openly = self._said_openly() if hits else {}
        told: defaultdict[tuple[str, bool, str], list[tuple[_Hit, Row]]] = defaultdict(list)
        for hit in hits:
            for row in (self._names if hit.is_name else self._runs)[hit.seal]:
                # Another source that says the same openly makes it public; its own can not.
                if not openly.get(hit.seal, frozenset()) - {row.sha256}:
                    told[hit.path, hit.is_name, row.sha256].append((hit, row))
        for (path, is_name, _), found in told.items():
            what = "et navn" if is_name else f"mindst {RUN} ord i træk"
            count = len({hit.seal for hit, _ in found})
            more = f" ({count} steder)" if count > 1 else ""
            yield Problem(
                file=path,
                line=min((hit.line for hit, _ in found if hit.line), default=None),
                text=f"Her står {what}, der er holdt tilbage som lukket{_where(found[0][1])}{more}.",
                hint=_HINT,
                code="withheld",
            )

    def warnings(self) -> Iterator[Problem]:
        """Tell of pages whose sources were converted elsewhere: nobody here knows what those withhold."""
        known = {row.sha256 for row in self.rows}
        missing = sorted(path for path, sha256 in _records(self.content) if sha256 not in known)
        if missing:
            named = ", ".join(missing[:MOST_NAMED]) + (" …" if len(missing) > MOST_NAMED else "")
            yield Problem(
                file=str(self.content),
                line=None,
                text=f"Her kan ikke søges efter lukket tekst fra {len(missing)} kilder ({named}).",
                hint="De er omsat på en anden maskine. Kør convert og audit dér, hvor kilderne ligger.",
                blocks=False,
                code="withheld-unknown",
            )

    def _found(self, said: str) -> Iterator[tuple[bool, str, list[str]]]:
        words = words_in(said)
        numbers = self.sealer.numbers(words)
        for place, _ in self._places(numbers, RUN, self._run_marks):
            run = words[place : place + RUN]
            if (seal := self.sealer.seal(run)) in self._runs:
                yield False, seal, run
        for place, mark in self._places(numbers, NAME_START, self._name_marks):
            for length in self._lengths[mark]:
                run = words[place : place + length]
                if (seal := self.sealer.seal(run)) in self._names:
                    yield True, seal, run

    def _places(self, numbers: list[int], length: int, wanted: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Where runs with wanted marks begin, and their marks.

        Most files have none of them, and that is found out in C.
        """
        if not wanted:
            return
        marks = list(self.sealer.marks(numbers, length))
        if not wanted.isdisjoint(marks):
            yield from [(place, mark) for place, mark in enumerate(marks) if mark in wanted]

    def _said_openly(self) -> dict[str, frozenset[str]]:
        """The checksums of sources that say something openly, by its seal.

        What counts are pages as they were written: one that a person has edited makes nothing public.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for folder, pages in _written(self.content):
            for name, digest in pages.items():
                path = folder / name
                raw = path.read_bytes() if name.endswith(".md") and path.is_file() else b""
                source = _SOURCE.search(text := raw.decode("utf-8", errors="replace"))
                if source is None or page_hash(raw) != digest:
                    continue
                for _, seal, _ in self._found(text):
                    found[seal].add(source["sha256"])
        return {seal: frozenset(held) for seal, held in found.items()}


def search_of(content: Path) -> Search:
    """The search for all that was withheld from a content folder."""
    shelf = Shelf(content)
    rows = tuple(shelf.rows())
    return Search(content=content, sealer=shelf.sealer if rows else Sealer(FOLDER.encode()), rows=rows)


def _written(content: Path) -> Iterator[tuple[Path, Mapping[str, str]]]:
    for folder, names, files in os.walk(content):
        names.sort()
        for name in sorted(files):
            record = read_record(Path(folder) / name) if name.endswith(RECORD) else None
            if record:
                yield Path(folder), record.pages


def _records(content: Path) -> Iterator[tuple[str, str]]:
    for folder, names, files in os.walk(content):
        names.sort()
        for name in sorted(files):
            record = read_record(Path(folder) / name) if name.endswith(RECORD) else None
            if record:
                yield Path(folder).relative_to(content).as_posix(), record.sha256


def _line(text: str, words: list[str]) -> int | None:
    found = re.search(r"[\W_]+".join(map(re.escape, words)), text)
    return text.count("\n", 0, found.start()) + 1 if found else None


def _where(row: Row) -> str:
    return f" (hører til {row.places[0]})" if row.places else ""
