"""What a page hands to its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from converters.site.addresses import HOME
from converters.site.catalog import Catalog
from converters.site.sidebar import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the way from the front page; the page itself has no address."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a page shows.

    ``title`` names it on its own, in a browser's tab; ``blocks`` stand beside it; ``shown`` is what its
    template calls by name. A page that is not ``listed`` repeats others, and no search leads to it.
    """

    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    blocks: tuple[Block, ...] = ()
    listed: bool = True
    shown: Mapping[str, object] = field(default_factory=dict)


def way(catalog: Catalog, *steps: tuple[str, str | None]) -> tuple[Crumb, ...]:
    """A breadcrumb that begins at the front page."""
    home_step = ("Forside", catalog.addresses.of(HOME))
    return tuple(Crumb(title=title, url=url) for title, url in (home_step, *steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """One page made from the catalog: where it lies, which template shows it, and what it shows.

    ``date`` is the date of the newest meeting on it.
    """

    path: str
    template: str
    view: View
    date: str | None
