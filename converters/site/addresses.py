"""Where pages lie in the built site, and what a link in front matter points at."""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

# The pages of the site that are no committee's; no committee may have a folder of these names.
HOME = "index.md"
COMMITTEES = "udvalg/index.md"
YEARS = "aar/index.md"
DOCUMENTS = "dokumenter/index.md"
CASES = "sager/index.md"
SEARCH = "soeg/index.md"
CORRECTIONS = "rettelser/index.md"
GLOSSARY = "om/ordliste.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The rule from a page's path in ``content/`` to its address in the site.

    ``directory_urls`` is MkDocs' setting of that name; ``files`` are the paths that exist.
    """

    directory_urls: bool
    files: Collection[str]

    def of(self, path: str) -> str:
        """The address of a file in ``content/``, relative to the site's root and percent-encoded."""
        stem, suffix = posixpath.splitext(path)
        if suffix != ".md":
            return quote(path)
        folder, name = posixpath.split(stem)
        if not self.directory_urls:
            return quote(f"{stem}.html")
        return quote(f"{folder or '.'}/" if name == "index" else f"{stem}/")

    def linked(self, folder: str, href: str) -> str | None:
        """The address a front-matter link from ``folder`` leads to.

        An https or http address stays as it is, a path is looked up among the files. None for
        anything else: a path that is not there, or an address of another kind.
        """
        if is_external(href):
            return href
        path = posixpath.normpath(posixpath.join(folder, href))
        return self.of(path) if path in self.files else None


def is_external(href: str) -> bool:
    """Whether a link leaves the site for the web."""
    try:
        parts = urlsplit(href)
    except ValueError:  # an address that is none: "https://[x"
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
