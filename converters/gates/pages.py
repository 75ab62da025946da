"""The pages of the content folder, each read as far as it can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from converters.frontmatter import Page
from converters.frontmatter.examined import examine
from converters.frontmatter.reading import Place
from converters.gates.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentPage:
    """A page of the content folder: its path there, its text, what it says, and where.

    ``broken`` are keys whose value cannot be read; ``faulty`` are the lines that were named for it.
    """

    path: str
    text: str
    page: Page
    places: Mapping[Place, int]
    broken: frozenset[str] = frozenset()
    faulty: frozenset[int] = frozenset()

    @property
    def kind(self) -> str | None:
        """The contract's ``type``; None for a page written by hand."""
        kind = self.page.meta.get("type")
        return str(kind) if kind is not None else None

    @property
    def folder(self) -> str:
        """The folder the page lies in."""
        return self.path.rpartition("/")[0]

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each key of the front matter."""
        return {str(place[0]): line for place, line in self.places.items() if len(place) == 1}

    def line_of(self, place: Place) -> int:
        """The line of a value, or of what it would stand in."""
        while place and place not in self.places:
            place = place[:-1]
        return self.places.get(place, 1)


def read_page(content: Path, path: str) -> tuple[ContentPage, tuple[Problem, ...]]:
    """Read a page, and name what is wrong with its letters and lines."""
    raw = (content / path).read_bytes()
    problems: tuple[Problem, ...] = ()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw.decode("cp1252", errors="replace")
        line = raw.count(b"\n", 0, error.start) + 1
        problems = (
            Problem(
                file=path,
                line=line,
                text="Siden er ikke gemt som UTF-8.",
                hint="Gem den igen som UTF-8.",
                code="encoding",
            ),
        )
    found = examine(text)
    problems += tuple(
        Problem(
            file=path, line=flaw.line, text=flaw.problem, hint=flaw.hint, blocks=flaw.blocks, code=flaw.code
        )
        for flaw in found.flaws
    )
    page = ContentPage(
        path=path,
        text=text.replace("\r\n", "\n").removeprefix("\ufeff"),
        page=found.page,
        places=found.places,
        broken=found.broken,
        faulty=frozenset(flaw.line for flaw in found.flaws if flaw.blocks),
    )
    return page, problems
