"""Puts pages on disk: a whole folder at once, nothing half written, no person's edit lost.

A meeting's new folder is built beside its place and takes it by two renames.  A process that is
killed leaves the old folder or the new one; between the renames it leaves the old one under another
name, and ``survey`` puts it back on the next run.  Ctrl-C waits until a folder is done.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from converters.unbroken import unbroken
from converters.writers.addresses import ATTACHMENTS
from converters.writers.changes import CORRECTIONS, block_of, with_block
from converters.writers.disk import (
    NEW,
    OLD,
    files_in,
    hash_or_none,
    put_right,
    refuse_links,
    write_files,
)
from converters.writers.failures import named_failures
from converters.writers.fate import Fate, fate
from converters.writers.leaf import Leaf, content_of
from converters.writers.record import RECORD, Record, page_hash, read_record

CLOSED_PAGE = re.compile(rb"\A---\r?\n(?:(?!---).*\n)*?access: closed\r?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one meeting or document is to be: its pages and files by path in ``folder``, and its record.

    ``alone`` is true for a document, which shares its folder with others; its page comes first.
    ``closed`` are the pages of closed items, which may not stand as a person edited them while open.
    """

    folder: str
    pages: Mapping[str, Leaf]
    record: Record
    alone: bool = False
    closed: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The meeting's folder, or the document's page, in the content folder."""
        return f"{self.folder}/{next(iter(self.pages))}" if self.alone else self.folder

    @property
    def record_name(self) -> str:
        """Name of the record's file in the folder."""
        return f".{next(iter(self.pages)).removesuffix('.md')}{RECORD}" if self.alone else RECORD

    @property
    def record_path(self) -> str:
        """Path of the record's file in the content folder."""
        return f"{self.folder}/{self.record_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of an edition: paths of pages in its folder, and of its record.

    ``place`` is the meeting's folder or the document's page.  ``edited`` are a person's pages that
    stayed as they were, ``deleted`` those a person took away that were not made again, and ``shut``
    a person's pages that gave way, since their item is closed now.
    """

    place: str
    folder: str
    record: str
    changed: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    shut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """New leaves by path, and the files of the old folder that stay."""

    new: Mapping[str, Leaf]
    stay: tuple[str, ...]
    written: Written


def publish(out: Path, edition: Edition, *, overwrite: bool) -> Written:
    """Write an edition; with ``overwrite`` also over pages that a person edited or deleted.

    Raises Unwritable, and then the old pages stand as before.
    """
    place = out.joinpath(*edition.folder.split("/"))
    with unbroken(), named_failures(place):
        refuse_links(out, place)
        if place.exists() and not place.is_dir():
            raise OSError(errno.EEXIST, "file", str(place))
        plan = _plan(place, edition, overwrite=overwrite)
        if plan.new or plan.written.dropped:
            if edition.alone:
                write_files(place, plan.new)
                for path in plan.written.dropped:
                    place.joinpath(*path.split("/")).unlink(missing_ok=True)
            else:
                _swap(place, plan.new, plan.stay)
    return plan.written


def untouched(out: Path, record_path: str, sha256: str) -> bool:
    """Whether the pages that a record names still stand as they were written from that source."""
    path = out.joinpath(*record_path.split("/"))
    record = read_record(path)
    if record is None or record.sha256 != sha256:
        return False
    try:
        return all(hash_or_none(path.parent / page) == digest for page, digest in record.pages.items())
    except OSError:
        return False  # a page that cannot be read is not as it was


def withdraw(out: Path, folder: str) -> bool:
    """Remove a meeting's folder unless a person has edited it or added to it; whether it is gone."""
    place = out.joinpath(*folder.split("/"))
    record = read_record(place / RECORD)
    files = set(files_in(place)) - {RECORD}
    if (
        record is None
        or files != set(record.pages)
        or not untouched(out, f"{folder}/{RECORD}", record.sha256)
    ):
        return False
    with unbroken(), named_failures(place):
        # Under the name of an unfinished folder, so that nothing puts back a folder that is half gone.
        gone = place.with_name(f".{place.name}{NEW}")
        place.rename(gone)
        shutil.rmtree(gone)
        with contextlib.suppress(OSError):  # the committee's folder goes too, once it is empty
            place.parent.rmdir()
    return True


def withdraw_document(out: Path, record_path: str) -> bool:
    """Remove a document's page, pictures and record unless a person edited them; whether they are gone."""
    path = out.joinpath(*record_path.split("/"))
    record = read_record(path)
    if record is None or not untouched(out, record_path, record.sha256):
        return False
    with unbroken(), named_failures(path):
        # The record goes last: until then a killed process has left pages that are known as ours.
        for name in [*(page for page in record.pages if "/" not in page), path.name]:
            (path.parent / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # the folder goes too, once it is empty
            path.parent.rmdir()
    return True


def survey(out: Path) -> dict[str, Record]:
    """Find every record, by the path of its file, and put right what a killed process left."""
    records: dict[str, Record] = {}
    with named_failures(out):
        for left in list(leftovers(out)):
            put_right(left)
        for folder, names, files in os.walk(out):
            names[:] = sorted(name for name in names if name != ATTACHMENTS)
            for name in files:
                path = Path(folder) / name
                record = read_record(path) if name.endswith(RECORD) else None
                if record:
                    records[path.relative_to(out).as_posix()] = record
    return records


def leftovers(out: Path) -> Iterator[Path]:
    """Folders and files that a killed process left, for the check to name."""
    for folder, names, files in os.walk(out):
        for name in sorted([*names, *files]):
            if name.startswith(".") and name.endswith((NEW, OLD)):
                yield Path(folder) / name


def _plan(place: Path, edition: Edition, *, overwrite: bool) -> _Plan:
    record_there = read_record(place / edition.record_name)
    before = record_there.pages if record_there else {}
    # A document shares its folder, so only what its own record names is looked at.
    there = [name for name in before if "/" not in name] if edition.alone else files_in(place)
    standing = [path for path in there if path != edition.record_name]
    hashes = {path: page_hash(content_of(leaf)) for path, leaf in edition.pages.items()}
    fates: dict[str, Fate] = {}
    shut: list[str] = []
    for path in sorted({*hashes, *standing}):
        now = hash_or_none(place / path)
        was, new_hash = before.get(path), hashes.get(path)
        fates[path] = fate(there=now, before=was, new=new_hash, overwrite=overwrite)
        if fates[path] is Fate.EDITED and new_hash != was and _is_shut(place, path, edition):
            fates[path] = fate(there=now, before=was, new=new_hash, overwrite=True)
            shut.append(path)
        elif path.startswith(f"{CORRECTIONS}/") and _is_shut(place, path, edition):
            fates[path] = Fate.DROP
        if fates[path] is Fate.EDITED:
            hashes.setdefault(path, before.get(path, ""))
    record = replace(edition.record, pages=hashes)
    new = {path: _carried(place, path, edition) for path, its in fates.items() if its is Fate.WRITE}
    if record != record_there:
        new[edition.record_name] = record.as_json().encode()
    by_fate = {its: tuple(path for path in fates if fates[path] is its) for its in Fate}
    return _Plan(
        new=new,
        stay=tuple(path for path in standing if fates[path] in (Fate.STAY, Fate.EDITED)),
        written=Written(
            place=edition.place,
            folder=edition.folder,
            record=edition.record_path,
            changed=by_fate[Fate.WRITE],
            dropped=by_fate[Fate.DROP],
            edited=by_fate[Fate.EDITED],
            deleted=by_fate[Fate.DELETED],
            shut=tuple(shut),
        ),
    )


def _is_shut(place: Path, path: str, edition: Edition) -> bool:
    """Tell whether a page holds what was open of an item that is closed now: its own page or an annex's."""
    if path in edition.closed:
        return CLOSED_PAGE.search(place.joinpath(*path.split("/")).read_bytes()) is None
    stems = tuple(f"{page.removesuffix('.md')}-" for page in edition.closed)
    return path not in edition.pages and PurePosixPath(path).name.startswith(stems)


def _carried(place: Path, path: str, edition: Edition) -> Leaf:
    """Give a page as it is to be, with the corrections that the one in its place tells of.

    What is told of an open item goes with the rest of it when the item is closed.
    """
    leaf, there = edition.pages[path], place.joinpath(*path.split("/"))
    if not path.endswith(".md") or not there.is_file():
        return leaf
    standing = there.read_bytes().replace(b"\r\n", b"\n")
    told = block_of(standing)
    if not told or (path in edition.closed and not CLOSED_PAGE.search(standing)):
        return leaf
    return with_block(content_of(leaf), told)


def rewrite(out: Path, folder: str, new: Mapping[str, Leaf], gone: Collection[str] = ()) -> None:
    """Write some files of a meeting's folder anew and remove others, all of it at once or nothing.

    Raises Unwritable, and then the folder stands as before.
    """
    place = out.joinpath(*folder.split("/"))
    with unbroken(), named_failures(place):
        refuse_links(out, place)
        stay = tuple(path for path in files_in(place) if path not in new and path not in gone)
        _swap(place, new, stay)


def _swap(place: Path, new_files: Mapping[str, Leaf], stay: tuple[str, ...]) -> None:
    new = place.with_name(f".{place.name}{NEW}")
    old = place.with_name(f".{place.name}{OLD}")
    for left in (old, new):
        put_right(left)
    try:
        write_files(new, new_files)
        for path in stay:
            target = new.joinpath(*path.split("/"))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(place.joinpath(*path.split("/")), target)
        if place.exists():
            place.rename(old)
        new.rename(place)
    except OSError:
        with contextlib.suppress(OSError):
            put_right(old)
        shutil.rmtree(new, ignore_errors=True)
        raise
    if old.exists():
        shutil.rmtree(old)
