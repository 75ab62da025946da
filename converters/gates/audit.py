"""The gate after a build: every built file, as a visitor's browser would meet it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from converters import sandbox
from converters.errors import ReferatError
from converters.gates.exceptions import exceptions_of
from converters.gates.persons import Lookout, day_of_check
from converters.gates.problems import Problem
from converters.gates.site_files import (
    DRAWINGS,
    OWN_FOLDERS,
    PAGES,
    SCRIPTS,
    STYLES,
    WORD_LISTS,
    comes_with_the_program,
    files_of,
    is_text,
    name_words,
    said_in,
    text_of,
)
from converters.gates.site_links import INDEX, Links
from converters.gates.site_pages import Seen, drawing_problems, page_problems, seen, style_problems
from converters.gates.site_withheld import Search, search_of


def audit(site: Path, today: dt.date | None = None, content: Path | None = None) -> Iterator[Problem]:
    """Find everything in a built site that must not be published, file by file.

    ``content`` is the folder of pages it was built from: it knows which numbers are excepted, and holds
    the seals of what was withheld.
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
    lookout = Lookout(today=today or day_of_check())
    if content:
        lookout = replace(lookout, exceptions=exceptions_of(content)[0])
    files = tuple(files_of(site))
    search = search_of(content) if content else None
    visit = _Visit(
        site=site,
        lookout=lookout,
        links=Links(frozenset(files)),
        search=search if search and search.is_needed else None,
    )
    for path in files:
        for problem in visit.problems(path):
            yield replace(problem, file=str(site / path))
    last = (*visit.links.problems(), *visit.links.orphans(visit.unlinked))
    for problem in (*last, *(visit.search.problems() if visit.search else ())):
        yield replace(problem, file=str(site / problem.file))
    yield from search.warnings() if search else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    """One walk through a site."""

    site: Path
    lookout: Lookout
    links: Links
    search: Search | None
    unlinked: set[str] = field(default_factory=set)
    known: set[int] = field(default_factory=set)

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
        if self.search:
            self.search.take_words(path, name_words(path))
        if not is_text(path):
            yield from self._file_problems(path)
            return
        text = text_of(self.site, path)
        if path.endswith((*PAGES, *DRAWINGS)):
            page = seen(text)
            yield from self._page_problems(path, page)
            said = page.said(self.known)
        elif comes_with_the_program(path):
            yield from style_problems(text) if path.endswith(STYLES) else ()
            return
        else:
            yield from style_problems(text) if path.endswith(STYLES) else ()
            said = said_in(path, text)
        yield from self._number_problems(said, is_shown=said == text)
        # The index proper holds each word once, by the alphabet, and where it stands: no two that are told in
        # a row stand so there.  The words of the pages are in its fragments.
        if self.search and not path.endswith(WORD_LISTS):
            self.search.take_words(path, said, text)

    def _file_problems(self, path: str) -> Iterator[Problem]:
        """What is wrong with a file that is no text, such as a PDF: `check` has looked for persons in it."""
        if self.search is None or comes_with_the_program(path):
            return
        file = self.site / path
        yield from self.search.file_problems(file.read_bytes())
        try:
            pieces = sandbox.every_word(file)
        except ReferatError as error:
            yield Problem(
                file="",
                line=None,
                text=f"Filen kan ikke ses efter for lukket tekst: {error.problem}",
                hint=error.hint,
                code="unread-file",
            )
            return
        for _, text in pieces:
            self.search.take_words(path, text)

    def _page_problems(self, path: str, page: Seen) -> Iterator[Problem]:
        if path.endswith(DRAWINGS):
            yield from drawing_problems(page)
            return
        yield from page_problems(page)
        self.links.take(path, page.addresses, page.anchors)
        if page.needs_no_link:
            self.unlinked.add(path)

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
