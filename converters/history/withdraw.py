"""A page is taken down: a tombstone in its place, and nothing of it left in the content folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from converters.accounts import Accounts
from converters.errors import UnfitPage
from converters.frontmatter import Page, dump
from converters.gates.schema import row_faults
from converters.gates.wording import words_of
from converters.history.correct import refuse_numbers
from converters.history.places import Place
from converters.unbroken import unbroken
from converters.writers.addresses import ATTACHMENTS
from converters.writers.changes import CORRECTIONS
from converters.writers.disk import write_files
from converters.writers.failures import named_failures
from converters.writers.leaf import Leaf
from converters.writers.record import RECORD, read_record
from converters.writers.store import rewrite
from converters.writers.tombstones import MEETING_PAGE, TAKEN_DOWN, is_tombstone, tombstone

OF_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?\.md")  # the words of a correction
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
    ``mentions`` other pages on which the title still stands, ``links`` those that lead to what is gone.
    """

    tombstones: tuple[str, ...]
    gone: tuple[str, ...]
    mended: tuple[str, ...]
    sources: tuple[str, ...]
    mentions: tuple[str, ...]
    links: tuple[str, ...]


def withdraw(place: Place, said: Withdrawal) -> Withdrawn:
    """Take a page down, a meeting with all that belongs to it. Raises UnfitPage, and Unwritable."""
    for fault in row_faults("withdrawal", {"date": said.date, "reason": said.reason}):
        _, problem, hint, _ = words_of(fault)
        raise UnfitPage(problem, where="--reason", hint=hint)
    refuse_numbers(said.reason, "--reason", "Skriv den uden.")
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
    if is_document(page):
        _write_document(place, stones, gone)
    else:
        rewrite(place.content, place.folder, {**mended, **stones, **_record(place, gone)}, gone)
    meeting = place.folder.removesuffix(f"/{ATTACHMENTS}")
    for told in (meeting, f"{place.folder}/{place.name}"):
        Accounts(place.content).forget(told)
    return Withdrawn(
        tombstones=tuple(f"{place.folder}/{name}" for name in stones),
        gone=tuple(f"{place.folder}/{name}" for name in gone),
        mended=tuple(f"{place.folder}/{name}" for name in mended if name not in stones),
        sources=tuple(dict.fromkeys(_sources(down.values()))),
        mentions=tuple(_standing_on(place, *_titles(page))),
        links=tuple(_standing_on(place, *(posixpath.basename(name) for name in gone))),
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
    return name == place.name or _belongs(name, place.stem, is_document=is_document(page))


def is_document(page: Page) -> bool:
    """Whether a page belongs to no meeting."""
    return page.meta.get("type") == "document"


def _belongs(name: str, stem: str, *, is_document: bool) -> bool:
    """Whether a file belongs to a page alone, by its name; ``punkt-1-bilag-2`` to ``punkt-1``."""
    folder, last = posixpath.split(name)
    rest = last.removeprefix(f"{stem}-") if last.startswith(f"{stem}-") else ""
    if is_document:  # other documents lie beside it, whose names may begin like its own
        is_picture = folder == "" and rest.startswith("billede-") and not rest.endswith(".md")
        return is_picture or (folder == CORRECTIONS and OF_A_DAY.fullmatch(rest) is not None)
    own = rest.startswith(("bilag-", "billede-", "side-"))
    if folder == CORRECTIONS:
        return own or OF_A_DAY.fullmatch(rest) is not None
    return folder == ATTACHMENTS and (own or posixpath.splitext(last)[0] == stem)


def _files(place: Place, page: Page, down: Mapping[str, Page]) -> Iterator[str]:
    """The files that belong to what is taken down."""
    folder = place.content / place.folder
    is_meeting = page.meta.get("type") == "meeting"
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        is_ours = not any(part.startswith(".") for part in name.split("/"))
        if (
            file.is_file()
            and is_ours
            and (is_meeting or _belongs(name, place.stem, is_document=is_document(page)))
        ):
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


def _record(place: Place, gone: Collection[str]) -> dict[str, Leaf]:
    """The meeting's record without the names of files that are gone, which may tell what was in them."""
    record = read_record(place.content / place.folder / RECORD)
    if record is None:
        return {}
    pages = {name: digest for name, digest in record.pages.items() if name not in gone}
    return {RECORD: replace(record, pages=pages).as_json()}


def _write_document(place: Place, stones: Mapping[str, Leaf], gone: tuple[str, ...]) -> None:
    folder = place.content / place.folder
    record = read_record(folder / f".{place.stem}{RECORD}")
    pictures = {name for name in (record.pages if record else ()) if name not in stones}
    with unbroken(), named_failures(folder):
        write_files(folder, stones)
        for name in (*gone, *sorted(pictures)):
            (folder / name).unlink(missing_ok=True)


def _sources(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        source = page.meta.get("source")
        if isinstance(source, Mapping) and source.get("file"):
            yield str(source["file"])


def _titles(page: Page) -> Iterator[str]:
    title = page.meta.get("title")
    if isinstance(title, str) and title.strip() and page.meta.get("type") != "meeting":
        yield title


def _standing_on(place: Place, *words: str) -> Iterator[str]:
    """The pages on which any of these words stand, after all that was taken down is gone."""
    wanted = [" ".join(one.split()).casefold() for one in words]
    for file in sorted(place.content.rglob("*.md")) if wanted else ():
        path = file.relative_to(place.content).as_posix()
        if path != place.path and not any(part.startswith(".") for part in path.split("/")):
            text = " ".join(file.read_text(encoding="utf-8-sig", errors="replace").split()).casefold()
            if any(one in text for one in wanted):
                yield path
