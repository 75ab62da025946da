"""A page is taken down: a tombstone in its place, and nothing of it left in the content folder."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from converters.errors import UnfitPage
from converters.frontmatter import Page, dump
from converters.gates.schema import text as fault_of
from converters.history.correct import refuse_numbers
from converters.history.places import Place
from converters.writers.addresses import ATTACHMENTS
from converters.writers.changes import CORRECTIONS
from converters.writers.disk import write_files
from converters.writers.failures import named_failures
from converters.writers.leaf import Leaf
from converters.writers.record import read_record
from converters.writers.store import rewrite
from converters.writers.tombstones import MEETING_PAGE, TAKEN_DOWN, is_tombstone, tombstone

KINDS = frozenset({"item", "meeting", "attachment", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What a clerk says of taking a page down."""

    date: str
    reason: str
    keep_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What became of it: the tombstones, the files that are gone, and what is known of where it came from.

    Paths are those in the content folder. ``mended`` are pages that named it and do so no longer,
    ``mentions`` other pages on which the title still stands.
    """

    tombstones: tuple[str, ...]
    gone: tuple[str, ...]
    mended: tuple[str, ...]
    sources: tuple[str, ...]
    mentions: tuple[str, ...]


def withdraw(place: Place, said: Withdrawal) -> Withdrawn:
    """Take a page down, a meeting with all that belongs to it. Raises UnfitPage, and Unwritable."""
    if fault := fault_of(said.reason):
        raise UnfitPage(f"--reason skal være {fault}.", where="--reason", hint="Skriv den om.")
    refuse_numbers(said.reason, said.date, "--reason", "Skriv den uden.")
    page = place.read()
    if page.meta.get("type") not in KINDS:
        raise UnfitPage(
            "Kun siderne om et møde, et punkt, et bilag eller et dokument kan tages ned her.",
            where=str(place.file),
            hint="Slet en side, du selv har skrevet, i git.",
        )
    if is_tombstone(page):
        raise UnfitPage(
            "Siden er allerede taget ned.", where=str(place.file), hint="Der er ikke mere at gøre."
        )
    pages = dict(_pages(place))
    down = {name: one for name, one in pages.items() if _goes(name, place, page)}
    stones: dict[str, Leaf] = {
        name: tombstone(one, date=said.date, reason=said.reason, keep_title=said.keep_title)
        for name, one in down.items()
        if name == place.name or one.meta.get("type") == "item"
    }
    mended = dict(_mended(place, page, pages, said))
    gone = tuple(sorted({*_files(place, page, down), *down} - stones.keys() - mended.keys()))
    if page.meta.get("type") == "document":
        _write_document(place, stones, gone)
    else:
        rewrite(place.content, place.folder, {**mended, **stones}, gone)
    return Withdrawn(
        tombstones=tuple(f"{place.folder}/{name}" for name in stones),
        gone=tuple(f"{place.folder}/{name}" for name in gone),
        mended=tuple(f"{place.folder}/{name}" for name in mended if name not in stones),
        sources=tuple(dict.fromkeys(_sources(down.values()))),
        mentions=tuple(_mentions(place, page, {f"{place.folder}/{name}" for name in (*stones, *gone)})),
    )


def _pages(place: Place) -> Iterator[tuple[str, Page]]:
    """The pages of the meeting by their paths in its folder, or the document alone."""
    folder = place.content / place.folder
    if place.folder.split("/")[-1] != ATTACHMENTS and (folder / MEETING_PAGE).is_file():
        for file in sorted(folder.rglob("*.md")):
            name = file.relative_to(folder).as_posix()
            yield name, replace(place, name=name).read()
    else:
        yield place.name, place.read()


def _goes(name: str, place: Place, page: Page) -> bool:
    """Whether a page goes with the one that is taken down."""
    if page.meta.get("type") == "meeting":
        return True
    return name == place.name or _belongs(name, place.stem)


def _belongs(name: str, stem: str) -> bool:
    """Whether a file belongs to a page alone, by its name; ``punkt-1-bilag-2`` to ``punkt-1``."""
    folder, last = posixpath.split(name)
    rest = last.removeprefix(f"{stem}-") if last.startswith(f"{stem}-") else ""
    own = rest.startswith(("bilag-", "billede-", "side-"))
    same = posixpath.splitext(last)[0] == stem
    if folder == CORRECTIONS:
        return own or bool(rest[:4].isdigit() and rest[4:5] == "-")
    return folder in (ATTACHMENTS, "") and (own or (same and folder == ATTACHMENTS))


def _files(place: Place, page: Page, down: Mapping[str, Page]) -> Iterator[str]:
    """The files that belong to what is taken down."""
    folder = place.content / place.folder
    is_meeting = page.meta.get("type") == "meeting"
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        is_ours = not any(part.startswith(".") for part in name.split("/"))
        if file.is_file() and is_ours and (is_meeting or _belongs(name, place.stem)):
            yield name
    for name, one in down.items():
        rows = one.meta.get("attachments")
        for row in [one.meta, *(rows if isinstance(rows, list) else [])]:
            for key in ("file", "preview", "href"):
                href = row.get(key) if isinstance(row, Mapping) else None
                if isinstance(href, str) and "://" not in href:
                    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), href))
                    if not path.startswith("../") and (folder / path).is_file():
                        yield path


def _mended(
    place: Place, page: Page, pages: Mapping[str, Page], said: Withdrawal
) -> Iterator[tuple[str, str]]:
    """The pages that name what is taken down: the meeting's agenda, and lists of attachments."""
    kind, title = page.meta.get("type"), page.meta.get("title")
    if kind not in ("item", "attachment"):
        return
    shown = str(title) if said.keep_title and title else TAKEN_DOWN
    for name, one in pages.items():
        meta = dict(one.meta)
        if kind == "item" and name == MEETING_PAGE and isinstance(rows := meta.get("agenda"), list):
            position = page.meta.get("position")
            meta["agenda"] = [
                {**row, "title": shown} if at == position and isinstance(row, Mapping) else row
                for at, row in enumerate(rows, 1)
            ]
        elif kind == "attachment" and isinstance(rows := meta.get("attachments"), list):
            meta["attachments"] = [
                {"title": shown} if _leads_to(row, name, place.name) else row for row in rows
            ]
        if meta != one.meta:
            yield name, dump(meta, one.body)


def _leads_to(row: object, name: str, target: str) -> bool:
    href = row.get("href") if isinstance(row, Mapping) else None
    return (
        isinstance(href, str) and posixpath.normpath(posixpath.join(posixpath.dirname(name), href)) == target
    )


def _write_document(place: Place, stones: Mapping[str, Leaf], gone: tuple[str, ...]) -> None:
    folder = place.content / place.folder
    record = read_record(folder / f".{place.stem}.referat.json")
    pictures = {name for name in (record.pages if record else ()) if name not in stones}
    with named_failures(folder):
        write_files(folder, stones)
        for name in (*gone, *sorted(pictures)):
            (folder / name).unlink(missing_ok=True)


def _sources(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        source = page.meta.get("source")
        if isinstance(source, Mapping) and source.get("file"):
            yield str(source["file"])


def _mentions(place: Place, page: Page, ours: set[str]) -> Iterator[str]:
    """Other pages on which the title stands: of the same case, or of a meeting that refers to it."""
    title = page.meta.get("title")
    if not isinstance(title, str) or not title:
        return
    wanted = " ".join(title.split()).casefold()
    for file in sorted(place.content.rglob("*.md")):
        path = file.relative_to(place.content).as_posix()
        if path not in ours and not any(part.startswith(".") for part in path.split("/")):
            text = " ".join(file.read_text(encoding="utf-8-sig", errors="replace").split()).casefold()
            if wanted in text:
                yield path
