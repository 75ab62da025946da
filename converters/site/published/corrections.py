"""The feed of corrections: rettelser/feed.xml, the newest first."""

from __future__ import annotations

from html import escape

from converters.site.addresses import CORRECTIONS
from converters.site.catalog import Catalog
from converters.site.corrections import Told, told
from converters.site.danish import short_date
from converters.site.published import atom
from converters.site.published.addresses import beside
from converters.site.published.atom import Entry, Feed
from converters.site.published.feeds import FEED, LONGEST
from converters.site.published.site import Site
from converters.site.published.times import midnight

PATH = beside(CORRECTIONS, FEED)


def corrections(catalog: Catalog, site: Site) -> tuple[str, bytes]:
    """The feed: its path in the site, and its bytes."""
    newest = told(catalog)[:LONGEST]
    feed = Feed(
        identity=site.identity(PATH),
        title=f"Rettelser – {site.name}",
        subtitle="Hvad der er rettet, efter at det blev offentliggjort.",
        author=site.owner,
        link=site.link(catalog.addresses.of(CORRECTIONS), PATH),
        own=site.absolute(PATH),
        updated=midnight(newest[0].change.date if newest else catalog.newest),
        entries=tuple(entry(one, site) for one in newest),
    )
    return PATH, atom.written(feed)


def entry(one: Told, site: Site) -> Entry:
    """A correction as an entry."""
    words = (
        f'<p><a href="{escape(site.link(one.change.url, PATH))}">Se ordene</a></p>' if one.change.url else ""
    )
    where = f"<p>{escape(one.where)}</p>" if one.where else ""
    return Entry(
        identity=site.identity(f"{one.path}#rettelse-{one.ordinal}"),
        title=f"Rettet: {one.title}",
        link=site.link(one.url, PATH),
        updated=midnight(one.change.date),
        author=site.owner,
        html=f"<p>Rettet den {short_date(one.change.date)}: {escape(one.change.note)}</p>{where}{words}",
    )
