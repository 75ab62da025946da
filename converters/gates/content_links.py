"""Links from page to page in the content folder: each leads to a file that is there, and to a place in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from converters import shipped
from converters.gates.meetings import name_of_meeting
from converters.gates.pages import ContentPage
from converters.gates.problems import Problem
from converters.slugs import heading_anchor
from converters.writers.addresses import ATTACHMENTS, DOCUMENTS

# Links and pictures of a body, as conversion and most people write them; none in code.
_LINK = re.compile(r"(?<!\\)\]\(\s*<?(?P<address>[^)\s>]+)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}\s+(?P<words>.*?)\s*#*$", re.MULTILINE)
_ID = re.compile(r"\{[^{}\n]*#(?P<id>[^\s{}]+)[^{}\n]*\}")
# Numbers of paragraphs, and the second of two headings of one name: only the built page knows how many.
_MADE = re.compile(r"[ab]\.\d+|.*_\d+")
_PAGE = ".md"
_ABOUT = "om"
_LISTS = frozenset({"index.md", "samlet.md"})  # of committees, years and cases; a meeting as a whole


def link_problems(pages: Mapping[str, ContentPage], files: Collection[str]) -> Iterator[Problem]:
    """Find links of bodies that lead nowhere; ``files`` are the files of the folder that are no pages."""
    for page in pages.values():
        if "](" not in page.page.body:
            continue
        for found in _LINK.finditer(page.page.body):
            address = found["address"]
            if _SCHEME.match(address) or address.startswith("/"):
                continue
            told = _fault(page, address, pages, files)
            if told is not None:
                yield told


def _fault(
    page: ContentPage, address: str, pages: Mapping[str, ContentPage], files: Collection[str]
) -> Problem | None:
    way, _, place = address.partition("#")
    path = _path(page, way)
    target = pages.get(path)
    if target is None and path not in files and not _is_made(path):
        return _problem(page, address, "dead-link", f"Linket {address} fører ingen steder hen.", blocks=True)
    if target is None or not place or _has_place(target, unquote(place)):
        return None
    text = f"Linket {address} fører til et sted, der ikke findes på siden."
    # The templates have places of their own; what the built page lacks, the audit finds.
    return _problem(page, address, "dead-anchor", text, blocks=False)


def _path(page: ContentPage, way: str) -> str:
    named = unquote(way.partition("?")[0])
    return posixpath.normpath(posixpath.join(page.folder, named)) if named else page.path


def _is_made(path: str) -> bool:
    """Tell whether the site may make a file that is no content: lists, data; the audit finds those."""
    folder, name = posixpath.split(path)
    if path.startswith(f"{_ABOUT}/"):  # pages about the site come with Referat
        return shipped.place(_ABOUT).joinpath(path.removeprefix(f"{_ABOUT}/")).is_file()
    if name.endswith(_PAGE):
        return name in _LISTS
    return posixpath.basename(folder) not in {ATTACHMENTS, DOCUMENTS}


def _has_place(page: ContentPage, place: str) -> bool:
    if place.startswith(":~:") or _MADE.fullmatch(place):
        return True
    body = page.page.body
    return any(heading_anchor(found["words"]) == place for found in _HEADING.finditer(body)) or any(
        found["id"] == place for found in _ID.finditer(body)
    )


def _problem(page: ContentPage, address: str, code: str, text: str, *, blocks: bool) -> Problem:
    return Problem(
        file=page.path,
        line=page.text.count("\n", 0, max(0, page.text.find(f"]({address}"))) + 1,
        text=text,
        hint="Ret adressen, eller fjern linket.",
        blocks=blocks,
        code=code,
        meeting=name_of_meeting(page),
    )


def unlinked_pages(pages: Mapping[str, ContentPage]) -> Iterator[Problem]:
    """Find text pages of attachments that no item and no meeting names."""
    named = {target for page in pages.values() for target in _named(page)}
    for path, page in pages.items():
        if page.kind == "attachment" and posixpath.basename(page.folder) == ATTACHMENTS and path not in named:
            yield Problem(
                file=path,
                line=None,
                text="Bilaget bliver lagt ud, men intet punkt henviser til det.",
                hint="Skriv det i attachments på det punkt, det hører til, eller slet siden og dens fil.",
                blocks=False,
                code="unlinked-attachment",
                meeting=name_of_meeting(page),
            )


def _named(page: ContentPage) -> Iterator[str]:
    rows = page.page.meta.get("attachments")
    for row in rows if isinstance(rows, list) else ():
        href = row.get("href") if isinstance(row, Mapping) else None
        if isinstance(href, str):
            yield posixpath.normpath(posixpath.join(page.folder, href))
    for found in _LINK.finditer(page.page.body) if "](" in page.page.body else ():
        way = unquote(found["address"].partition("#")[0])
        yield posixpath.normpath(posixpath.join(page.folder, way))
