"""Files beside the pages: every one that a page names is there, and every one that is there has a page."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from converters.frontmatter import Page
from converters.gates.problems import Problem
from converters.writers.addresses import ATTACHMENTS, DOCUMENTS

# Links and pictures of a body, as conversion and most people write them.
_IN_BODY = re.compile(r"\]\(\s*<?(?P<address>[^)\s>]+)")
_KEYS = ("href", "file", "preview")


def attachment_problems(content: Path, path: str, page: Page, lines: Mapping[str, int]) -> Iterator[Problem]:
    """Find what a page names in its front matter and what is not there, or is not of the size it says."""
    for key, row in _named_rows(page):
        for name in _KEYS:
            href = row.get(name)
            if isinstance(href, str) and not _is_web(href):
                yield from _target_problems(content, path, href, row, lines.get(key))


def _target_problems(
    content: Path, path: str, href: str, row: Mapping[str, object], line: int | None
) -> Iterator[Problem]:
    target = (content / posixpath.dirname(path) / href).resolve()
    if not target.is_relative_to(content.resolve()) or not target.is_file():
        yield Problem(
            code="attachment-missing",
            file=path,
            line=line,
            text=f"Bilaget {href} findes ikke.",
            hint="Læg filen der, ret href, eller slet linjen.",
        )
    elif href == row.get("file") and row.get("size") not in (None, target.stat().st_size):
        yield Problem(
            code="attachment-missing",
            file=path,
            line=line,
            text=f"Filen {href} har en anden størrelse, end siden siger.",
            hint="Kør convert igen, eller læg den rigtige fil der.",
        )


def unlinked(content: Path, pages: Iterable[tuple[str, Page]]) -> Iterator[Problem]:
    """Find files in the folders of attachments and documents that no page names."""
    named = {target for path, page in pages for target in _targets(path, page)}
    for path in _files(content):
        if path not in named:
            yield Problem(
                code="unlinked-file",
                file=path,
                line=None,
                text="Filen bliver lagt ud, men ingen side henviser til den.",
                hint="Slet filen, eller henvis til den fra siden, den hører til.",
            )


def _files(content: Path) -> Iterator[str]:
    for folder, names, files in os.walk(content):
        names[:] = sorted(name for name in names if not name.startswith("."))
        if Path(folder).name not in {ATTACHMENTS, DOCUMENTS}:
            continue
        for name in sorted(files):
            if not name.endswith(".md") and not name.startswith("."):
                yield (Path(folder) / name).relative_to(content).as_posix()


def _targets(path: str, page: Page) -> Iterator[str]:
    folder = posixpath.dirname(path)
    hrefs = [row.get(name) for _, row in _named_rows(page) for name in _KEYS]
    hrefs += [unquote(found["address"].partition("#")[0]) for found in _IN_BODY.finditer(page.body)]
    for href in hrefs:
        if isinstance(href, str) and href and not _is_web(href):
            yield posixpath.normpath(posixpath.join(folder, href))


def _named_rows(page: Page) -> Iterator[tuple[str, Mapping[str, object]]]:
    rows = page.meta.get("attachments")
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping):
            yield "attachments", row
    if page.meta.get("type") == "attachment":
        yield "file", page.meta


def _is_web(href: str) -> bool:
    return href.startswith(("https://", "http://"))
