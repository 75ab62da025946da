"""Many sources at once: they are read side by side, and written folder by folder in their order."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
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

AHEAD = 64  # sources that are asked for before those of the folder at hand are done

Task = Callable[[Path, Source, Said], Told]
Heard = Callable[[Path, int], None]


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
        folders = iter(by_folder(paths))
        begun: deque[tuple[Folder, list[tuple[Path, Asked[Told]]]]] = deque()
        while True:
            while sum(len(asked) for _, asked in begun) < AHEAD and (together := next(folders, None)):
                begun.append(self._begin(Folder(self._run, together), together, heard))
            if not begun:
                return
            folder, asked = begun.popleft()
            self._hear(folder, asked)
            self._hear(folder, self._ask(folder, folder.rest()))
            yield from folder.finish()

    def _begin(
        self, folder: Folder, together: Sequence[Path], heard: Heard | None
    ) -> tuple[Folder, list[tuple[Path, Asked[Told]]]]:
        unread = folder.unread()
        asked = self._ask(folder, unread)
        if heard:
            for path, work in asked:
                work.future.add_done_callback(partial(_pass_on, heard, path))
            for path in together:
                if path not in unread:
                    heard(path, 0)
        return folder, asked

    def _ask(self, folder: Folder, paths: Sequence[Path]) -> list[tuple[Path, Asked[Told]]]:
        said = self._run.said
        # A worker elsewhere starts in another folder, so it is told the whole way.
        return [
            (path, self._crew.ask(self._task, path.absolute(), folder.sources[path], said)) for path in paths
        ]

    def _hear(self, folder: Folder, asked: Iterable[tuple[Path, Asked[Told]]]) -> None:
        for path, work in asked:
            answer = self._crew.answer(work)
            folder.hear(path, answer if isinstance(answer, Told) else _refusal(path, answer))


def by_folder(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """Put together the sources that lie in one folder, by name; folders come as their first sources do."""
    folders: dict[Path, set[Path]] = {}
    for path in paths:
        folders.setdefault(path.parent, set()).add(path)
    for together in folders.values():
        yield sorted(together, key=lambda path: path.name)


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
