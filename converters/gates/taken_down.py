"""What was taken down is gone: a tombstone has no text, and no file that was its page's lies beside it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from converters.frontmatter import Page
from converters.gates.pages import ContentPage
from converters.gates.problems import Problem
from converters.page_schema import WITHDRAWN


def left_standing(pages: Sequence[ContentPage]) -> Iterator[Problem]:
    """Find what still stands of pages that were taken down; never quotes it."""
    stones = [page for page in pages if is_stone(page.page)]
    for stone in stones:
        if stone.page.body.strip():
            line = stone.line_of((WITHDRAWN,))
            hint = "Slet det, der står under de tre bindestreger."
            yield _problem(stone.path, line, "Siden er taget ned, men dens tekst står her.", hint)
    meetings = {stone.folder for stone in stones if stone.kind == "meeting"}
    starts = tuple(
        posixpath.join(stone.folder, "bilag", f"{posixpath.basename(stone.path).removesuffix('.md')}-bilag-")
        for stone in stones
        if stone.kind == "item"
    )
    if not stones:
        return
    for page in pages:
        folders = {page.folder, posixpath.dirname(page.folder)}
        if (meetings & folders or page.path.startswith(starts)) and not is_stone(page.page):
            yield _problem(page.path, None, "Siden hører til noget, der er taget ned.", "Slet filen.")


def is_stone(page: Page) -> bool:
    """Whether a page says that it was taken down."""
    return page.meta.get(WITHDRAWN) is not None


def _problem(path: str, line: int | None, text: str, hint: str) -> Problem:
    return Problem(file=path, line=line, text=text, hint=hint, code="taken-down")
