"""Every file that is published beside the pages, in one sequence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from converters.site.catalog import Catalog
from converters.site.published import aliases, sitemap
from converters.site.published.calendars import calendars
from converters.site.published.corrections import corrections
from converters.site.published.decided import Decisions
from converters.site.published.feeds import Feeds
from converters.site.published.oparl import oparl
from converters.site.published.site import Site
from converters.site.published.tables import tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the files are made of.

    ``pages`` are the addresses of all pages with their dates, ``redirects`` the path of the page that each
    old address leads to, by the file that answers there, ``titles`` the titles of those pages by their paths.
    """

    catalog: Catalog
    site: Site
    decisions: Decisions
    pages: tuple[tuple[str, str | None], ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def everything(of: Published) -> Iterator[tuple[str, bytes]]:
    """Each file: its path in the site, and its bytes."""
    yield from Feeds(catalog=of.catalog, site=of.site, decisions=of.decisions).all()
    yield corrections(of.catalog, of.site)
    yield from calendars(of.catalog, of.site)
    yield from tables(of.catalog, of.site, of.decisions)
    yield from oparl(of.catalog, of.site, of.decisions)
    yield from aliases.pages(of.redirects, of.titles, of.catalog.addresses, of.site)
    yield from sitemap.sitemaps(of.pages, of.site)
    yield sitemap.robots(of.site)
