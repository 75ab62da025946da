"""The gate before a build: every page in the content folder, and how they fit together."""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from converters.errors import FrontMatterError
from converters.frontmatter import Page, load_with_lines
from converters.gates.closed import closed_problems
from converters.gates.cpr import find_cpr
from converters.gates.files import attachment_problems, unlinked
from converters.gates.problems import Problem
from converters.gates.schema import PAGES, faults, shape_of
from converters.writers.addresses import UNDATED, UNKNOWN_COMMITTEE
from converters.writers.store import leftovers

_HINTS = {
    "committee": "Find udvalget i kilden, og kør convert igen med --committee.",
    "date": "Find mødets dato i kilden, og kør convert igen med --date.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentPage:
    """A page of the content folder: its path there, its text, what it says, and where."""

    path: str
    text: str
    page: Page
    lines: Mapping[str, int]

    @property
    def kind(self) -> str | None:
        """The contract's ``type``; None for a page written by hand."""
        kind = self.page.meta.get("type")
        return str(kind) if kind is not None else None

    @property
    def folder(self) -> str:
        """The folder the page lies in."""
        return self.path.rpartition("/")[0]


def check(content: Path, today: dt.date | None = None) -> Iterator[Problem]:
    """Find everything that must be mended before the site is built, file by file.

    Dates of birth after ``today`` are none; without it that is the day of the check.
    """
    if not content.is_dir():
        yield Problem(
            file=str(content), line=None, text="Mappen findes ikke.", hint="Kør referat convert først."
        )
        return
    yield from (
        Problem(
            file=str(left),
            line=None,
            text="Her er en kørsel blevet afbrudt.",
            hint="Kør convert igen; så rydder den op.",
        )
        for left in leftovers(content)
    )
    day = today or dt.datetime.now(tz=dt.UTC).date()
    pages: list[ContentPage] = []
    for path in _markdown_files(content):
        found = _read(content, path)
        if isinstance(found, Problem):
            yield found
            continue
        pages.append(found)
        yield from _located(content, _page_problems(content, found, day))
    yield from _located(content, _meeting_problems(pages))
    yield from _located(content, unlinked(content, ((page.path, page.page) for page in pages)))


def _markdown_files(content: Path) -> Iterator[str]:
    for folder, names, files in os.walk(content):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith("."):
                yield (Path(folder) / name).relative_to(content).as_posix()


def _read(content: Path, path: str) -> ContentPage | Problem:
    try:
        text = (content / path).read_bytes().decode("utf-8-sig")
        page, lines = load_with_lines(text, where=str(content / path))
    except UnicodeDecodeError:
        return Problem(
            file=str(content / path),
            line=None,
            text="Siden er ikke gemt som UTF-8.",
            hint="Gem den igen som UTF-8.",
        )
    except FrontMatterError as error:
        file, _, line = error.where.rpartition(":")
        return Problem(file=file, line=int(line), text=error.problem, hint=error.hint)
    return ContentPage(path=path, text=text.replace("\r\n", "\n"), page=page, lines=lines)


def _located(content: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    for one in problems:
        yield Problem(
            file=str(content / one.file), line=one.line, text=one.text, hint=one.hint, blocks=one.blocks
        )


def _page_problems(content: Path, page: ContentPage, today: dt.date) -> Iterator[Problem]:
    for hit in find_cpr(page.text, today):
        verdict = "Her står et CPR-nummer" if hit.sure else "Her står måske et CPR-nummer"
        yield Problem(
            file=page.path,
            line=hit.line,
            text=f"{verdict} (begynder med {hit.day_and_month}).",
            hint="Slet det på siden, og få det slettet i kilden."
            if hit.sure
            else "Se efter, og slet det, hvis det er.",
            blocks=hit.sure,
        )
    if page.kind is None:
        return
    shape = shape_of(page.page.meta)
    if shape is None:
        yield Problem(
            file=page.path,
            line=page.lines.get("type"),
            text=f"Siden siger type: {page.kind}.",
            hint=f"Skriv en af: {', '.join(PAGES)}.",
        )
        return
    for fault in faults(page.page.meta, shape):
        hint = _HINTS.get(fault.key, "") if fault.text == "mangler" else ""
        line = page.lines.get(fault.key, 1)
        yield Problem(
            file=page.path, line=line, text=f"{fault.key} {fault.text}.", hint=hint, blocks=fault.blocks
        )
    yield from _place_problems(page)
    yield from attachment_problems(content, page.path, page.page, page.lines)
    if page.kind == "item":
        yield from closed_problems(page.path, page.page, page.lines, content)


def _place_problems(page: ContentPage) -> Iterator[Problem]:
    if page.kind != "meeting":
        return
    *_, committee, day = ["", *page.folder.split("/")]
    for name, unknown, key in ((committee, UNKNOWN_COMMITTEE, "committee"), (day, UNDATED, "date")):
        if name.startswith(unknown) and page.page.meta.get(key) is not None:
            yield Problem(
                file=page.path,
                line=page.lines.get(key),
                text=f"Mødet ligger i mappen {name}, men siden kender det rigtige.",
                hint=_HINTS[key],
            )


def _meeting_problems(pages: Iterable[ContentPage]) -> Iterator[Problem]:
    """Compare each meeting with its items: as many as it says, with no gap, of the same meeting."""
    meetings = {page.folder: page for page in pages if page.kind == "meeting"}
    items: dict[str, list[ContentPage]] = defaultdict(list)
    for page in pages:
        if page.kind == "item":
            items[page.folder].append(page)
    for folder, own in items.items():
        if folder not in meetings:
            yield Problem(
                file=own[0].path,
                line=None,
                text="Punktets møde mangler (index.md).",
                hint="Kør convert igen.",
            )
            continue
        for item in own:
            yield from _differences(meetings[folder], item)
    for folder, meeting in meetings.items():
        yield from _completeness(meeting, items[folder])


def _differences(meeting: ContentPage, item: ContentPage) -> Iterator[Problem]:
    for key in ("municipality", "committee", "date"):
        if item.page.meta.get(key) != meeting.page.meta.get(key):
            yield Problem(
                file=item.path,
                line=item.lines.get(key),
                text=f"{key} er en anden end på mødets side.",
                hint="Ret den, så de er ens.",
            )


def _completeness(meeting: ContentPage, items: list[ContentPage]) -> Iterator[Problem]:
    wanted = meeting.page.meta.get("items")
    if isinstance(wanted, int) and wanted != len(items):
        yield Problem(
            file=meeting.path,
            line=meeting.lines.get("items"),
            text=f"Mødet har {wanted} punkter, men her ligger {len(items)} sider.",
            hint="Kør convert igen med --replace, eller ret tallet, hvis et punkt er taget ned.",
        )
        return
    places = sorted(str(item.page.meta.get("position")) for item in items)
    if places != sorted(str(place) for place in range(1, len(items) + 1)):
        yield Problem(
            file=meeting.path,
            line=None,
            text="Punkternes rækkefølge (position) har huller eller gentagelser.",
            hint="Giv punkterne position 1, 2, 3 og så videre.",
        )
