"""The gate after a build: every built file, as a visitor's browser would meet it."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from converters.gates.cpr import find_cpr
from converters.gates.html import BuiltPage, Reference, built_page, style_references
from converters.gates.problems import Problem

LANGUAGE = "da"
_TEXTS = (".html", ".json", ".ndjson", ".xml", ".js", ".txt", ".csv", ".ics", ".svg", ".webmanifest")
_PACKED = ".pf_fragment"  # the search index: the text of a page, for excerpts
_TAG = re.compile(r"<[^<>]*>")
_HARMLESS = ("mailto", "tel", "data")
_WEB = ("http", "https")


def audit(site: Path, today: dt.date | None = None) -> Iterator[Problem]:
    """Find everything in a built site that must not be published, file by file."""
    if not (site / "index.html").is_file():
        yield Problem(
            file=str(site),
            line=None,
            text="Her ligger ikke et færdigt websted.",
            hint="Kør først mkdocs build.",
        )
        return
    day = today or dt.datetime.now(tz=dt.UTC).date()
    files = tuple(_files(site))
    pages: dict[str, BuiltPage] = {}
    for path in files:
        if path.endswith(_TEXTS):
            text = (site / path).read_bytes().decode("utf-8", errors="replace")
            yield from _cpr_problems(site, path, text, day)
            if path.endswith(".html"):
                pages[path] = built_page(text)
        elif path.endswith(_PACKED):
            yield from _cpr_problems(site, path, _unpacked(site / path), day)
        elif path.endswith(".css"):
            css = (site / path).read_text(encoding="utf-8", errors="replace")
            yield from _foreign(site, path, style_references(css))
    known = _Site(frozenset(files), pages)
    for path, page in pages.items():
        yield from _page_problems(site, path, page)
        yield from known.link_problems(site, path, page)


def _files(site: Path) -> Iterator[str]:
    for folder, names, files in os.walk(site):
        names.sort()
        for name in sorted(files):
            yield (Path(folder) / name).relative_to(site).as_posix()


def _unpacked(file: Path) -> str:
    """The text of a packed file; its letters between parts of words are no letters to a reader."""
    return gzip.decompress(file.read_bytes()).decode("utf-8", errors="replace").replace("~", "")


def _cpr_problems(site: Path, path: str, text: str, today: dt.date) -> Iterator[Problem]:
    # A number that a tag divides is still a number to the reader.
    shown = _TAG.sub("", text) if path.endswith(".html") else text
    for hit in find_cpr(shown, today):
        if hit.sure:
            yield Problem(
                file=str(site / path),
                line=None if shown != text else hit.line,
                text=f"Her står et CPR-nummer (begynder med {hit.day_and_month}).",
                hint="Slet det på siden i content, og byg igen.",
            )


def _page_problems(site: Path, path: str, page: BuiltPage) -> Iterator[Problem]:
    if not page.title:
        yield Problem(
            file=str(site / path), line=None, text="Siden har ingen titel.", hint="Giv den en title."
        )
    if page.lang != LANGUAGE:
        yield Problem(
            file=str(site / path),
            line=None,
            text="Siden siger ikke, at den er på dansk.",
            hint='Den skal begynde med <html lang="da">.',
        )
    yield from _foreign(site, path, page.references)


def _foreign(site: Path, path: str, references: list[Reference]) -> Iterator[Problem]:
    """Find what a browser would fetch from somebody else, and addresses that run code."""
    for one in references:
        parts = urlsplit(one.address)
        if one.fetched and (parts.netloc or parts.scheme in _WEB):
            yield Problem(
                file=str(site / path),
                line=one.line,
                text=f"Siden henter noget fra {parts.netloc}.",
                hint="Læg filen i webstedet selv.",
            )
        elif parts.scheme and parts.scheme not in (*_WEB, *_HARMLESS):
            yield Problem(
                file=str(site / path),
                line=one.line,
                text=f"Et link begynder med {parts.scheme}:, som ikke er tilladt.",
                hint="Slet linket.",
            )


class _Site:
    """The files and pages of the site, to look links up in."""

    def __init__(self, files: frozenset[str], pages: Mapping[str, BuiltPage]) -> None:
        self._files = files
        self._pages = pages
        self.target = cache(self._target)

    def link_problems(self, site: Path, path: str, page: BuiltPage) -> Iterator[Problem]:
        """Find links of a page that lead to no file, or to no place in its page."""
        for one in page.references:
            parts = urlsplit(one.address)
            if parts.scheme or parts.netloc or not one.address:
                continue
            target = self.target(posixpath.dirname(path), parts.path) if parts.path else path
            if target is None:
                text = f"Linket {one.address} fører ingen steder hen."
            elif parts.fragment and not self._has_anchor(target, unquote(parts.fragment)):
                text = f"Linket {one.address} peger på et sted, som siden ikke har."
            else:
                continue
            yield Problem(
                file=str(site / path), line=one.line, text=text, hint="Ret linket i content, og byg igen."
            )

    def _target(self, folder: str, address: str) -> str | None:
        """The file that an address leads to, or None."""
        address = unquote(address)
        if not address.startswith("/"):
            return self._file(posixpath.normpath(posixpath.join(folder, address)))
        # The site may be published under a folder of its own, which the built files do not show.
        steps = [step for step in address.split("/") if step]
        candidates = (self._file("/".join(steps[place:]) or ".") for place in range(len(steps) + 1))
        return next((found for found in candidates if found), None)

    def _file(self, path: str) -> str | None:
        if path in self._files:
            return path
        index = posixpath.normpath(posixpath.join(path, "index.html"))
        return index if index in self._files else None

    def _has_anchor(self, target: str, anchor: str) -> bool:
        page = self._pages.get(target)
        return page is None or anchor in page.anchors or anchor == "top"
