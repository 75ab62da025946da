"""Which page a clerk means: its path in the content folder, and the folder of its meeting."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converters.errors import UnfitPage
from converters.frontmatter import Page, load
from converters.writers.addresses import ATTACHMENTS
from converters.writers.changes import CORRECTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page of the content folder: the folder of its meeting, or of all documents, and its path there."""

    content: Path
    folder: str
    name: str

    @property
    def path(self) -> str:
        """The page's path in the content folder."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    @property
    def file(self) -> Path:
        """Where the page lies on the disk."""
        return self.content / self.path

    @property
    def stem(self) -> str:
        """What the names of all that belongs to the page begin with."""
        return posixpath.basename(self.name).removesuffix(".md")

    def read(self) -> Page:
        """Read the page. Raises FrontMatterError and UnfitPage."""
        try:
            return load(self.file.read_bytes().decode("utf-8-sig"), where=str(self.file))
        except UnicodeDecodeError as error:
            raise UnfitPage(
                "Siden er ikke gemt som UTF-8.", where=str(self.file), hint="Gem den igen som UTF-8."
            ) from error


def place_of(content: Path, page: Path) -> Place:
    """Find a page by its path on the disk, or by its path in the content folder. Raises UnfitPage."""
    root = content.resolve()
    for file in (page.resolve(), (content / page).resolve()):
        if file.is_file() and file.suffix == ".md" and file.is_relative_to(root):
            path = file.relative_to(root).as_posix()
            folder, name = posixpath.split(path)
            above, last = posixpath.split(folder)
            if last == ATTACHMENTS:
                folder, name = above, f"{last}/{name}"
            return Place(content=content, folder=folder, name=name)
    raise UnfitPage(
        f"Der er ingen side her i {content}.",
        where=str(page),
        hint=f"Skriv sidens fil, f.eks. {content}/byraadet/2026-03-05/punkt-14.md.",
    )


def places_in(content: Path, page: Path) -> Iterator[Place]:
    """The page itself, or every page of a folder that is no correction. Raises UnfitPage."""
    folder = next((one for one in (page, content / page) if one.is_dir()), None)
    if folder is None:
        yield place_of(content, page)
        return
    for file in sorted(folder.rglob("*.md")):
        within = file.relative_to(folder).parts
        if CORRECTIONS not in within and not any(part.startswith(".") for part in within):
            yield place_of(content, file)
