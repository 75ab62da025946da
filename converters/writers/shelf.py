"""What lies beside the pages of one folder: originals, pictures, and where a link to one of them leads."""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from collections import Counter
from pathlib import PurePosixPath
from urllib.parse import unquote

from converters.blocks import Picture
from converters.model import Attachment, Original
from converters.writers.addresses import original_name
from converters.writers.inline import web_address
from converters.writers.leaf import Leaf
from converters.writers.markdown import Surroundings

# What a browser shows as a picture without running anything in it.
ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
MEETING = "moede"  # in the names of the pictures on the meeting's own page


class Shelf:
    """Collects the files of a folder and gives each its name; the same picture lies there once."""

    def __init__(self, folder: str = "") -> None:
        self.files: dict[str, Leaf] = {}
        self._folder = folder
        self._pictures: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._pages: dict[str, str | None] = {}

    def know(self, attachment: Attachment, page: str) -> None:
        """Remember the text page of an attachment by the names that a link in the text may call its file.

        A name that two of them have leads to neither.
        """
        names = {attachment.source.file} if attachment.original and attachment.source else set()
        names |= {attachment.url} if attachment.url and attachment.original else set()
        for name in {called(name) for name in names} - {""}:
            self._pages[name] = page if self._pages.setdefault(name, page) == page else None

    def around(self, page: str) -> Surroundings:
        """Tell what lies around a page; the paths it gives lead from there."""

        def address(href: str) -> str | None:
            return web_address(href) or self._beside(href, page)

        def picture(one: Picture) -> str | None:
            path = self._picture(one, page)
            return path and relative(path, page)

        return Surroundings(address=address, picture=picture)

    def put_original(self, original: Original, page: str) -> str:
        """Lay an original under the name of its text page; give its path."""
        path = original_name(original, page)
        self.files[path] = original.path
        return path

    def put_preview(self, picture: Picture, page: str) -> str | None:
        """Lay the picture of an original's first page under the name of its text page; give its path."""
        return self._lay(picture, f"{page.removesuffix('.md')}-side-1")

    def _beside(self, href: str, page: str) -> str | None:
        target = self._pages.get(called(href)) if href.strip() else None
        return relative(target, page) if target else None

    def _picture(self, picture: Picture, page: str) -> str | None:
        digest = hashlib.sha256(picture.content).hexdigest()
        if digest not in self._pictures:
            stem = PurePosixPath(page).stem
            stem = MEETING if stem == "index" else stem
            path = self._lay(
                picture, posixpath.join(self._folder, f"{stem}-billede-{self._counts[page] + 1}")
            )
            if path is None:
                return None
            self._counts[page] += 1
            self._pictures[digest] = path
        return self._pictures[digest]

    def _lay(self, picture: Picture, stem: str) -> str | None:
        ending = ENDINGS.get(picture.media_type)
        if ending is None or not picture.content:
            return None
        self.files[f"{stem}.{ending}"] = picture.content
        return f"{stem}.{ending}"


def called(href: str) -> str:
    """Give the name of the file that a link without a place on the web leads to."""
    name = unquote(href.strip().replace("\\", "/").partition("#")[0].partition("?")[0])
    return unicodedata.normalize("NFC", name.rpartition("/")[2]).casefold()


def relative(path: str, page: str) -> str:
    """Give the way from a page to a file of the same meeting."""
    return posixpath.relpath(path, posixpath.dirname(page) or ".")
