"""The gate after a build: every built file, as a visitor's browser would meet it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from converters.gates.exceptions import exceptions_of
from converters.gates.persons import Lookout
from converters.gates.problems import Problem
from converters.gates.site_files import (
    DRAWINGS,
    OWN_FOLDERS,
    PAGES,
    SCRIPTS,
    STYLES,
    comes_with_the_program,
    files_of,
    is_text,
    said_in,
    text_of,
)
from converters.gates.site_links import INDEX, Links
from converters.gates.site_pages import Seen, drawing_problems, page_problems, seen, style_problems


def audit(site: Path, today: dt.date | None = None, content: Path | None = None) -> Iterator[Problem]:
    """Find everything in a built site that must not be published, file by file.

    ``content`` is the folder of pages it was built from: it knows which numbers are excepted.
    """
    if not (site / INDEX).is_file():
        yield Problem(
            file=str(site),
            line=None,
            text="Her ligger ikke et færdigt websted.",
            hint="Kør først mkdocs build.",
            code="folder",
        )
        return
    lookout = Lookout(today=today or dt.datetime.now(tz=dt.UTC).date())
    if content:
        lookout = replace(lookout, exceptions=exceptions_of(content)[0])
    files = tuple(files_of(site))
    visit = _Visit(site=site, lookout=lookout, links=Links(frozenset(files)))
    for path in files:
        for problem in visit.problems(path):
            yield replace(problem, file=str(site / path))
    for problem in (*visit.links.problems(), *visit.links.orphans(visit.moved)):
        yield replace(problem, file=str(site / problem.file))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    """One walk through a site."""

    site: Path
    lookout: Lookout
    links: Links
    moved: set[str] = field(default_factory=set)

    def problems(self, path: str) -> Iterator[Problem]:
        """What is wrong with one file; its name is left to whoever asks."""
        if path.endswith(SCRIPTS) and not path.startswith(OWN_FOLDERS):
            yield Problem(
                file="",
                line=None,
                text="Filen er et program, som ikke følger med Referat.",
                hint="Slet den i content.",
                code="inline-script",
            )
        if not is_text(path):
            return
        text = text_of(self.site, path)
        if path.endswith((*PAGES, *DRAWINGS)):
            page = seen(text)
            yield from self._page_problems(path, page)
            said = page.said
        elif comes_with_the_program(path):
            yield from style_problems(text) if path.endswith(STYLES) else ()
            return
        else:
            yield from style_problems(text) if path.endswith(STYLES) else ()
            said = said_in(path, text)
        yield from self._number_problems(said, is_shown=said == text)

    def _page_problems(self, path: str, page: Seen) -> Iterator[Problem]:
        if path.endswith(DRAWINGS):
            yield from drawing_problems(page)
            return
        yield from page_problems(page)
        self.links.take(path, page.addresses, page.anchors)
        if page.is_moved:
            self.moved.add(path)

    def _number_problems(self, said: str, *, is_shown: bool) -> Iterator[Problem]:
        for hit in self.lookout.hits(said):
            if hit.sure:
                yield Problem(
                    file="",
                    line=hit.line if is_shown else None,
                    text=f"Her står et CPR-nummer (begynder med {hit.day_and_month}).",
                    hint="Slet det på siden i content, og byg igen.",
                    code="cpr",
                )
