"""Many sources at once: they are read side by side, and written folder by folder in their order."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from converters.crew import Asked, Crew
from converters.errors import ConversionError, CrashedReader, FailedConversion
from converters.fold import Said
from converters.folders import Fate, Folder
from converters.model import Source
from converters.pipeline import Run, Told, tell
from converters.sandbox import DEBUG

ANNEX_FOLDERS = frozenset({"bilag", "bilagsmappe"})
AHEAD = 64  # sources that are asked for before those of the folder at hand are done

Task = Callable[[Path, Source, Said], Told]
Heard = Callable[[Path, int], None]


@dataclass(slots=True, kw_only=True)
class _Begun:
    """A folder, and the work that was asked for of its sources."""

    folder: Folder
    asked: list[tuple[Path, Asked[Told]]] = field(default_factory=list)


class Batch:
    """Converts sources; one that fails, however it fails, never stops the others.

    The same sources give the same pages, whoever reads them and in whatever order they are ready.
    """

    def __init__(self, run: Run, crew: Crew, task: Task = tell) -> None:
        self._run = run
        self._crew = crew
        self._task = task

    def convert(self, paths: Iterable[Path], heard: Heard | None = None) -> Iterator[tuple[Path, Fate]]:
        """Tell what became of each source, folder by folder.

        ``heard`` is called with each source as soon as it is read, and its number of pages; it may be
        called from another thread.
        """
        begun: deque[_Begun] = deque()
        try:
            yield from self._done(iter(by_folder(paths)), begun, heard)
        except KeyboardInterrupt:
            for one in begun:
                yield from self._broken_off(one)
            raise

    def _done(
        self, folders: Iterator[list[Path]], begun: deque[_Begun], heard: Heard | None
    ) -> Iterator[tuple[Path, Fate]]:
        while True:
            while sum(len(one.asked) for one in begun) < AHEAD and (together := next(folders, None)):
                begun.append(_Begun(folder=Folder(self._run, together)))
                self._begin(begun[-1], together, heard)
            if not begun:
                return
            folder, asked = begun[0].folder, begun[0].asked
            self._hear(folder, asked)
            asked.clear()
            self._ask(begun[0], folder.rest())
            self._hear(folder, asked)
            begun.popleft()
            yield from folder.finish()

    def _broken_off(self, one: _Begun) -> Iterator[tuple[Path, Fate]]:
        """Write what is whole of a folder that was begun."""
        ready = [(path, work) for path, work in one.asked if work.future.done()]
        self._hear(one.folder, ready)
        yield from one.folder.finish_minutes()

    def _begin(self, one: _Begun, together: Sequence[Path], heard: Heard | None) -> None:
        unread = one.folder.unread()
        self._ask(one, unread, heard)
        if heard:
            for path in together:
                if path not in unread:
                    heard(path, 0)

    def _ask(self, one: _Begun, paths: Sequence[Path], heard: Heard | None = None) -> None:
        said = self._run.said
        for path in paths:
            # A worker elsewhere starts in another folder, so it is told the whole way.
            work = self._crew.ask(self._task, path.absolute(), one.folder.sources[path], said)
            one.asked.append((path, work))
            if heard:
                work.future.add_done_callback(partial(_pass_on, heard, path))

    def _hear(self, folder: Folder, asked: Iterable[tuple[Path, Asked[Told]]]) -> None:
        for path, work in asked:
            answer = self._crew.answer(work)
            folder.hear(path, answer if isinstance(answer, Told) else _refusal(path, answer))


def by_folder(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """Put together the sources that lie in one folder, by name; folders come as their first sources do."""
    folders: dict[Path, set[Path]] = {}
    for path in paths:
        # Attachments in a folder of their own lie beside the minutes in the folder above it.
        home = path.parent.parent if path.parent.name.casefold() in ANNEX_FOLDERS else path.parent
        folders.setdefault(home, set()).add(path)
    for together in folders.values():
        yield sorted(together, key=lambda path: (path.name, str(path)))


def _pass_on(heard: Heard, path: Path, future: Future[Told]) -> None:
    done = not future.cancelled() and not future.exception()
    heard(path, future.result().pages if done else 0)


def _refusal(path: Path, error: Exception) -> ConversionError:
    """Name what went wrong with a source."""
    if isinstance(error, ConversionError):
        return error
    if isinstance(error, _deaths()):
        return CrashedReader(
            "Den proces, der læste filen, døde.",
            where=path.name,
            hint="Åbn den, gem den igen, og prøv med den nye fil. Måske har maskinen for lidt hukommelse.",
        )
    if os.environ.get(DEBUG):
        sys.excepthook(type(error), error, error.__traceback__)
    failed = FailedConversion(
        f"Referat selv gik i stå på filen ({type(error).__name__}).",
        where=path.name,
        hint="Det er en fejl i Referat. Meld den, og læg filen ved, hvis den må ses af andre.",
    )
    failed.__cause__ = error
    return failed


def _deaths() -> tuple[type[Exception], ...]:
    """What is raised where a worker died over its work: by our own, and by a cluster's if there is one."""
    cluster: Any = sys.modules.get("distributed")
    return (BrokenExecutor, cluster.KilledWorker) if cluster else (BrokenExecutor,)
