"""Files and folders of the content folder as they come and go: each is written beside its place first."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from converters.writers.leaf import Leaf, content_of
from converters.writers.record import page_hash

NEW = ".referat-ny"
OLD = ".referat-gammel"


def put_right(left: Path) -> None:
    """Undo what a killed process left half done: put an old folder back, or remove what is left over."""
    place = left.with_name(left.name[1:].removesuffix(NEW).removesuffix(OLD))
    if not left.exists():
        return
    if left.name.endswith(OLD) and not place.exists():
        left.rename(place)
    elif left.is_dir():
        shutil.rmtree(left)
    else:
        left.unlink()


def write_files(folder: Path, files: Mapping[str, Leaf]) -> None:
    """Write files by their paths in a folder; each is there whole, or as it was."""
    targets = {folder.joinpath(*path.split("/")): leaf for path, leaf in files.items()}
    for parent in {target.parent for target in targets}:
        parent.mkdir(parents=True, exist_ok=True)
    for target, leaf in targets.items():
        beside = target.with_name(f".{target.name}{NEW}")
        try:
            beside.write_bytes(content_of(leaf))
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def files_in(place: Path) -> Iterator[str]:
    """Every file of a folder, by its path with slashes, in order; a link in it is refused."""
    for folder, names, files in os.walk(place):
        names.sort()
        for name in [*names, *files]:
            if (Path(folder) / name).is_symlink():
                raise OSError(errno.ELOOP, "link", str(Path(folder) / name))
        for name in sorted(files):
            yield (Path(folder) / name).relative_to(place).as_posix()


def hash_or_none(path: Path) -> str | None:
    """Hash of a page; None where there is none."""
    try:
        return page_hash(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def refuse_links(out: Path, place: Path) -> None:
    """Raise OSError where a folder below ``out`` is a link to elsewhere."""
    for part in (place, *place.parents):
        if part == out:
            return
        if part.is_symlink():
            raise OSError(errno.ELOOP, "link", str(part))
