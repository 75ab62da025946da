"""The ways from the page that is being shown to others: what the filter `url` gives in templates.

They are those of MkDocs, which works each out anew; of 45 on a page most lead where others led before.
And MkDocs asks the template which page it shows, so no template of small pieces could be shared by pages.
On 1,000 items MkDocs' filter was a twenty-fifth of the build's own work, and the pieces that each page made
anew cost Python 0.1 s more in looking for cycles (measured).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from jinja2 import pass_context
from jinja2.runtime import Context
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

# What leads out of the site, to a place on the same page, or up from where it stands.
NOT_PLAIN = (":", "#", "..", "\\", "//", "?")


class Ways:
    """Where the reader stands, and how to get to an address of the site from there."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._folder: tuple[str, ...] = ()
        self._base = ""

    def stand_on(self, page: Page) -> None:
        """Set out from a page."""
        self._page, self._folder = page, folder(page.url)

    def stand_anywhere(self, base: str) -> None:
        """Set out from a page for any address, such as "not found": by way of the site's root."""
        self._page, self._base = None, base

    @property
    def above(self) -> tuple[str, ...] | None:
        """The folder that the page's own folder lies in; None where there is none, or no page."""
        return self._folder[:-1] if self._page is not None and self._folder else None

    @contextmanager
    def beside(self) -> Iterator[None]:
        """Set out from the folder beside the page's own, from where all pages there see the others."""
        here = self._folder
        self._folder = (*here[:-1], "")
        try:
            yield
        finally:
            self._folder = here

    @pass_context
    def shown(self, _: Context, address: object) -> str:
        """The same for a template. It is said to depend on the page, lest Jinja work it out only once."""
        return self.to(address)

    def to(self, address: object) -> str:
        """The way to an address; one outside of the site is given as it is."""
        goal = str(address)
        if self._page is None or not is_plain(goal):
            return normalize_url(goal, page=self._page, base=self._base)
        parts, common = steps(goal), 0
        for here, there in zip(self._folder, parts, strict=False):
            if here != there:
                break
            common += 1
        way = "../" * (len(self._folder) - common) + "/".join(parts[common:])
        if goal.endswith("/"):
            return f"{way.rstrip('/') or '.'}/"
        return way.rstrip("/") or "."


@cache
def is_plain(address: str) -> bool:
    """Whether an address is a path from the site's root and nothing else."""
    return bool(address) and not address.startswith("/") and not any(sign in address for sign in NOT_PLAIN)


@cache
def steps(address: str) -> tuple[str, ...]:
    """The folders that an address names from the site's root, and the page."""
    path = posixpath.normpath(f"/{address}")[1:]
    return tuple(path.split("/")) if path else ()


def folder(address: str) -> tuple[str, ...]:
    """The folder that a page's own links set out from."""
    above, _, name = address.rpartition("/")
    return steps(above if "." in name else address)
