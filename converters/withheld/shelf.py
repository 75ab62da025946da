"""Seals on disk: a row for each source, beside the pages and never among them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from converters import closed_folder
from converters.closed_items import is_telling
from converters.model import Source
from converters.withheld.seals import NAME_START, RUN, Sealer, words_in
from converters.withheld.told import Told

FOLDER = ".referat/tilbageholdt"  # in the content folder, where its dot keeps it from being published
_SALT = "salt"
_SALT_BYTES = 32
_ROW = ".json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one source withholds: seals of runs and names by their marks, and of files.

    ``places`` are the folders and pages in ``content/`` that the source fills; names come with their
    number of words; ``material`` is how many words of closed material the source holds.
    """

    sha256: str
    places: tuple[str, ...] = ()
    runs: frozenset[tuple[int, str]] = frozenset()
    names: frozenset[tuple[int, int, str]] = frozenset()
    files: frozenset[str] = frozenset()
    material: int = 0


def sealed(told: Told, source: Source, places: Sequence[str], sealer: Sealer) -> Row:
    """Seal what a source withholds, less what it says openly too."""
    runs = set(_runs(told.closed_texts, sealer))
    # Sealing takes longer than marking, so of what is open only runs that may be the same are sealed.
    marks = {mark for mark, _ in runs}
    runs -= set(_runs(told.open_texts, sealer, marks)) if marks else set()
    open_words = f" {' '.join(' '.join(words_in(text)) for text in told.open_texts).casefold()} "
    names = (words_in(name) for name in dict.fromkeys(told.names))
    return Row(
        sha256=source.sha256,
        places=tuple(places),
        runs=frozenset(runs),
        names=frozenset(
            (next(sealer.marks(sealer.numbers(words), NAME_START)), len(words), sealer.seal(words))
            for words in names
            if len(words) >= NAME_START
            and is_telling(words)
            and f" {' '.join(words).casefold()} " not in open_words
        ),
        files=frozenset(sealer.seal((file,)) for file in told.files),
        material=told.material,
    )


def _runs(
    texts: Sequence[str], sealer: Sealer, marks: AbstractSet[int] | None = None
) -> Iterator[tuple[int, str]]:
    """Every run of words, or those with one of these marks."""
    for text in texts:
        words = words_in(text)
        for place, mark in enumerate(sealer.marks(sealer.numbers(words), RUN)):
            if marks is None or mark in marks:
                yield mark, sealer.seal(words[place : place + RUN])


class Shelf:
    """The rows of one content folder."""

    def __init__(self, content: Path) -> None:
        self._folder = content / FOLDER

    @cached_property
    def sealer(self) -> Sealer:
        """Seals with this folder's own salt, which is made when it is first needed."""
        salt = self._salt()
        if salt is None:
            salt = os.urandom(_SALT_BYTES)
            closed_folder.keep(self._folder / _SALT, salt.hex())
        return Sealer(salt)

    def knows(self, path: Path, source: Source) -> bool:
        """Whether there is a row for a source as it is now."""
        row = self._read(self._name(path))
        return row is not None and row.sha256 == source.sha256

    def keep(self, path: Path, told: Told, source: Source, places: Sequence[str]) -> None:
        """Write the row of a source; one that withholds nothing has one too, which says so."""
        row = sealed(told, source, places, self.sealer)
        closed_folder.keep(
            self._folder / self._name(path),
            json.dumps(
                {
                    "sha256": row.sha256,
                    "places": row.places,
                    "runs": [f"{mark:06x}{seal}" for mark, seal in sorted(row.runs, key=lambda run: run[1])],
                    "names": sorted([length, f"{mark:06x}{seal}"] for mark, length, seal in row.names),
                    "files": sorted(row.files),
                    "material": row.material,
                },
                ensure_ascii=False,
            ),
        )

    def rows(self) -> Iterator[Row]:
        """Every row that can be read."""
        if self._salt() is None:
            return
        for path in sorted(self._folder.glob(f"*{_ROW}")):
            row = self._read(path.name)
            if row is not None:
                yield row

    def _name(self, path: Path) -> str:
        # The name of a withheld file may tell what it is about.
        return (
            hashlib.blake2b(str(path.absolute()).encode(), key=self.sealer.salt, digest_size=12).hexdigest()
            + _ROW
        )

    def _salt(self) -> bytes | None:
        try:
            salt = bytes.fromhex((self._folder / _SALT).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        return salt if len(salt) == _SALT_BYTES else None

    def _read(self, name: str) -> Row | None:
        try:
            row = json.loads((self._folder / name).read_text(encoding="utf-8"))
            return Row(
                sha256=str(row["sha256"]),
                places=tuple(map(str, row["places"])),
                runs=frozenset((int(run[:6], 16), str(run[6:])) for run in row["runs"]),
                names=frozenset(
                    (int(run[:6], 16), int(length), str(run[6:])) for length, run in row["names"]
                ),
                files=frozenset(map(str, row["files"])),
                material=int(row["material"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
