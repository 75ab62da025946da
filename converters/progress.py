"""How far a long run has come: a bar on a screen that can show one, else a line now and then."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from types import TracebackType

# rich is slow to load, and only a person at a screen sees it.
# ruff: noqa: PLC0415

EVERY = 10.0  # seconds between two plain lines
HEAD = ("Resultat", "Kilder", "Grund")
Say = Callable[[str], None]


class Progress(Protocol):
    """What shows how far a run has come; ``heard`` may be called from any thread."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def heard(self, path: Path, pages: int) -> None:
        """A source has been read."""


def progress(sizes: Mapping[Path, int], say: Say, *, is_screen: bool) -> Progress:
    """Choose how to show progress over sources of these sizes; one source alone is soon done."""
    return Bar(sizes) if is_screen and len(sizes) > 1 else Lines(len(sizes), say)


class Lines:
    """Says a line now and then, for a log."""

    def __init__(self, total: int, say: Say) -> None:
        self._total = total
        self._say = say
        self._began = self._said = time.monotonic()
        self._sources = self._pages = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing has to be cleared away."""

    def heard(self, path: Path, pages: int) -> None:
        """Count a source, and say how far it has come if that is some time ago."""
        with self._lock:
            self._sources += 1
            self._pages += pages
            now = time.monotonic()
            if now - self._said >= EVERY and self._sources < self._total:
                self._said = now
                took = now - self._began
                left = took / self._sources * (self._total - self._sources)
                self._say(
                    f"Læst {self._sources} af {self._total} kilder, {self._pages} sider, "
                    f"{self._pages / took:.0f} sider/s, ca. {left:.0f} s tilbage. Senest {path}."
                )


class Bar:
    """Shows a bar with the file, pages so far, pages a second and the time left, below what is printed."""

    def __init__(self, sizes: Mapping[Path, int]) -> None:
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._sizes = sizes
        self._pages = self._sources = 0
        self._began = time.monotonic()
        self._lock = threading.Lock()
        self._bar = RichProgress(
            TextColumn("{task.fields[file]}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[so_far]}"),
            TextColumn("tilbage:"),
            TimeRemainingColumn(),
            transient=True,
        )
        # The time left is judged by bytes: a book takes longer than an agenda.
        self._task = self._bar.add_task("", total=sum(sizes.values()) or 1, file="", so_far="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def heard(self, path: Path, pages: int) -> None:
        """Move the bar on by the size of a source."""
        with self._lock:
            self._sources += 1
            self._pages += pages
            self._bar.update(
                self._task, advance=self._sizes.get(path, 0), file=path.name, so_far=self._so_far()
            )

    def _so_far(self) -> str:
        rate = self._pages / max(time.monotonic() - self._began, 0.001)
        return f"{self._sources}/{len(self._sizes)} kilder, {self._pages} sider, {rate:.0f} sider/s"


def table(rows: Sequence[tuple[str, str, str]], say: Say, *, is_screen: bool) -> None:
    """Show rows under their heads."""
    if is_screen:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        drawn = Table()
        for head, side in zip(HEAD, ("left", "right", "left"), strict=True):
            drawn.add_column(head, justify="right" if side == "right" else "left", overflow="fold")
        for row in rows:
            drawn.add_row(*(Text(cell) for cell in row))
        Console().print(drawn)
        return
    wide = [max(len(row[column]) for row in (HEAD, *rows)) for column in (0, 1)]
    for first, second, third in (HEAD, *rows):
        say(f"{first:<{wide[0]}}  {second:>{wide[1]}}  {third}".rstrip())
