"""What was withheld, looked for in every file of a built site: by its seals, since nobody has its words."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import compress, count
from pathlib import Path

from converters.gates.problems import Problem
from converters.withheld.seals import MARK_BITS, NAME_START, RUN, Sealer, words_in
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


@dataclass(frozen=True, slots=True)
class _Source:
    """A source that withholds something: its checksum, and the places in ``content/`` that it fills."""

    sha256: str
    places: tuple[str, ...]


@dataclass(slots=True)
class _Index:
    """Seals by what they are of, each with the sources that it was made for; marks sift what is looked up."""

    runs: dict[str, tuple[_Source, ...]] = field(default_factory=dict)
    names: dict[str, tuple[_Source, ...]] = field(default_factory=dict)
    files: dict[str, _Source] = field(default_factory=dict)
    # A byte a mark, 1 where some run has it: one look into it takes half of one into a set of as many marks.
    run_marks: bytearray = field(default_factory=bytearray)
    lengths: dict[int, set[int]] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Lay out a row to be looked up in.  A large archive has a million runs: nothing is kept twice."""
        source = _Source(row.sha256, row.places)
        alone = (source,)
        self.run_marks = self.run_marks or bytearray(2**MARK_BITS)
        for mark, seal in row.runs:
            self.run_marks[mark] = 1
            self.runs[seal] = (*held, source) if (held := self.runs.get(seal)) else alone
        for mark, length, seal in row.names:
            self.names[seal] = (*self.names.get(seal, ()), source)
            self.lengths.setdefault(mark, set()).add(length)
        self.files.update(dict.fromkeys(row.files, source))


@dataclass(slots=True)
class Search:
    """Takes the words of file after file; `problems` tells what was found that nobody else says openly."""

    content: Path
    sealer: Sealer
    known: frozenset[str]
    index: _Index
    _hits: list[_Hit] = field(default_factory=list)
    _harmless: set[int] = field(default_factory=set)  # of 64 bits: two of 10 million runs hardly ever meet

    @property
    def is_needed(self) -> bool:
        """Whether anything was withheld."""
        return bool(self.index.runs or self.index.names or self.index.files)

    def take_words(self, path: str, said: str, text: str | None = None) -> None:
        """Look through the words of a file; ``text`` is the file as it lies there, if it has lines."""
        for is_name, seal, words in self._found(said):
            self._hits.append(_Hit(path, is_name, seal, _line(text, words) if text else None))

    def file_problems(self, raw: bytes) -> Iterator[Problem]:
        """Tell whether a file is one that may not be published; its name is left to whoever asks."""
        row = self.index.files.get(self.sealer.seal((hashlib.sha256(raw).hexdigest(),)))
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
        openly = self._said_openly() if self._hits else {}
        told: defaultdict[tuple[str, bool, str], list[tuple[_Hit, _Source]]] = defaultdict(list)
        for hit in self._hits:
            for row in (self.index.names if hit.is_name else self.index.runs)[hit.seal]:
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
        missing = sorted(path for path, sha256 in _records(self.content) if sha256 not in self.known)
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
        for place in self._places(numbers, RUN, self.index.run_marks.__getitem__) if self.index.runs else ():
            run = words[place : place + RUN]
            # The same words stand on a page, in the index and in the data; they are sealed the first time.
            told = hash(" ".join(run))
            if told in self._harmless:
                continue
            if (seal := self.sealer.seal(run)) in self.index.runs:
                yield False, seal, run
            else:
                self._harmless.add(told)
        names = self.index.lengths
        for place in self._places(numbers, NAME_START, names.__contains__) if names else ():
            [mark] = self.sealer.marks(numbers[place : place + NAME_START], NAME_START)
            for length in self.index.lengths[mark]:
                run = words[place : place + length]
                if (seal := self.sealer.seal(run)) in self.index.names:
                    yield True, seal, run

    def _places(self, numbers: list[int], length: int, is_wanted: Callable[[int], object]) -> Iterator[int]:
        """Where runs with wanted marks begin, found out in C: hardly one in forty has one."""
        return compress(count(), map(is_wanted, self.sealer.marks(numbers, length)))

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
    shelf, index, known = Shelf(content), _Index(), set()
    for row in shelf.rows():
        known.add(row.sha256)
        index.take(row)
    sealer = shelf.sealer if known else Sealer(FOLDER.encode())
    return Search(content=content, sealer=sealer, known=frozenset(known), index=index)


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


def _where(row: _Source) -> str:
    return f" (hører til {row.places[0]})" if row.places else ""
