"""The gate before a build: every page in the content folder, and how they fit together."""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from converters.gates.accounted import account_problems
from converters.gates.closed import closed_problems
from converters.gates.committees import committee_problems
from converters.gates.contacts import own_of
from converters.gates.content_links import link_problems, unlinked_pages
from converters.gates.corrections import stray_corrections
from converters.gates.exceptions import exceptions_of
from converters.gates.files import attachment_problems, unlinked
from converters.gates.front_matter import front_matter_problems
from converters.gates.meetings import completeness_problems
from converters.gates.pages import ContentPage, read_page
from converters.gates.persons import PAGE, Lookout, day_of_check, file_problems, page_problems
from converters.gates.problems import Problem
from converters.gates.sources import source_problems
from converters.gates.taken_down import left_standing
from converters.page_schema import PAGES
from converters.writers.addresses import UNDATED, UNKNOWN_COMMITTEE
from converters.writers.store import leftovers

_HINTS = {
    "committee": "Find udvalget i kilden, og kør convert igen med --committee.",
    "date": "Find mødets dato i kilden, og kør convert igen med --date.",
}


def check(content: Path, today: dt.date | None = None) -> Iterator[Problem]:
    """Find everything that must be mended before the site is built, file by file.

    Dates of birth after ``today`` are none; without it that is the day of the check.
    """
    if not content.is_dir():
        yield Problem(
            code="folder",
            file=str(content),
            line=None,
            text="Mappen findes ikke.",
            hint="Kør referat convert først.",
        )
        return
    yield from (
        Problem(
            code="interrupted",
            file=str(left),
            line=None,
            text="Her er en kørsel blevet afbrudt.",
            hint="Kør convert igen; så rydder den op.",
        )
        for left in leftovers(content)
    )
    exceptions, faults = exceptions_of(content)
    yield from faults
    lookout = Lookout(today=today or day_of_check(), exceptions=exceptions, own=own_of(content))
    pages: list[ContentPage] = []
    for path in _markdown_files(content):
        page, flaws = read_page(content, path)
        pages.append(page)
        yield from _located(content, (*flaws, *_page_problems(content, page, lookout)))
    yield from _located(content, committee_problems(pages))
    yield from _located(content, _meeting_problems(pages))
    yield from _located(content, stray_corrections(pages))
    yield from _located(content, left_standing(pages))
    yield from _located(content, unlinked(content, ((page.path, page.page) for page in pages)))
    others = tuple(_other_files(content))
    by_path = {page.path: page for page in pages}
    yield from _located(content, link_problems(by_path, frozenset(others)))
    yield from _located(content, unlinked_pages(by_path))
    yield from _located(content, account_problems(content, by_path))
    yield from _located(content, completeness_problems(pages))
    for path in others:
        yield from _located(content, file_problems(content, path, lookout))
    yield from source_problems(content)


def _markdown_files(content: Path) -> Iterator[str]:
    return (path for path in _files(content) if path.endswith(PAGE))


def _other_files(content: Path) -> Iterator[str]:
    return (path for path in _files(content) if not path.endswith(PAGE))


def _files(content: Path) -> Iterator[str]:
    """Every file that is published: MkDocs leaves out what begins with a dot."""
    for folder, names, files in os.walk(content):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield (Path(folder) / name).relative_to(content).as_posix()


def _located(content: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (replace(one, file=str(content / one.file)) for one in problems)


def _page_problems(content: Path, page: ContentPage, lookout: Lookout) -> Iterator[Problem]:
    for one in page_problems(page.path, page.text, lookout):
        yield _with_source(one, page)
    yield from front_matter_problems(page)
    if page.kind not in PAGES:
        return
    yield from _place_problems(page)
    yield from attachment_problems(content, page.path, page.page, page.lines)
    if page.kind == "item":
        yield from closed_problems(page.path, page.page, page.lines, content)


def _with_source(problem: Problem, page: ContentPage) -> Problem:
    """Name the source too: it has the number as well, and whoever uploaded it knows no page by its path."""
    source = page.page.meta.get("source")
    if problem.code != "cpr" or not isinstance(source, dict) or not source.get("file"):
        return problem
    return replace(problem, text=f"{problem.text} Kilden er {source['file']}.")


def _place_problems(page: ContentPage) -> Iterator[Problem]:
    if page.kind != "meeting":
        return
    *_, committee, day = ["", *page.folder.split("/")]
    for name, unknown, key in ((committee, UNKNOWN_COMMITTEE, "committee"), (day, UNDATED, "date")):
        if name.startswith(unknown) and page.page.meta.get(key) is not None:
            yield Problem(
                code="misplaced",
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
                code="no-meeting",
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
                code="differs-from-meeting",
                file=item.path,
                line=item.lines.get(key),
                text=f"{key} er en anden end på mødets side.",
                hint="Ret den, så de er ens.",
            )


def _completeness(meeting: ContentPage, items: list[ContentPage]) -> Iterator[Problem]:
    wanted = meeting.page.meta.get("items")
    if isinstance(wanted, int) and wanted != len(items):
        yield Problem(
            code="incomplete",
            file=meeting.path,
            line=meeting.lines.get("items"),
            text=f"Mødet har {wanted} punkter, men her ligger {len(items)} sider.",
            hint="Kør convert igen med --replace, eller ret tallet, hvis et punkt er taget ned.",
        )
        return
    places = sorted(str(item.page.meta.get("position")) for item in items)
    if places != sorted(str(place) for place in range(1, len(items) + 1)):
        yield Problem(
            code="incomplete",
            file=meeting.path,
            line=None,
            text="Punkternes rækkefølge (position) har huller eller gentagelser.",
            hint="Giv punkterne position 1, 2, 3 og så videre.",
        )
