"""What search engines are told: ``sitemap.xml`` with the date of each page, and ``robots.txt``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converters.site.published.site import Site, xml

LONGEST = 50_000  # the most addresses that one sitemap may hold
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def sitemaps(pages: Iterable[tuple[str, str | None]], site: Site) -> Iterator[tuple[str, bytes]]:
    """The sitemap of some pages, each with its date: one file, or an index of several.

    None on a site without an address, since a sitemap has to name whole ones.
    """
    if site.url is None:
        return
    rows = [(f"{site.absolute(address)}", date) for address, date in sorted(pages)]
    parts = [rows[start : start + LONGEST] for start in range(0, len(rows), LONGEST)] or [[]]
    if len(parts) == 1:
        yield "sitemap.xml", _file("urlset", "url", parts[0])
        return
    for number, part in enumerate(parts, start=1):
        yield f"sitemap-{number}.xml", _file("urlset", "url", part)
    index = [
        (f"{site.url}sitemap-{number}.xml", max((date for _, date in part if date), default=None))
        for number, part in enumerate(parts, start=1)
    ]
    yield "sitemap.xml", _file("sitemapindex", "sitemap", index)


def _file(whole: str, one: str, rows: Iterable[tuple[str, str | None]]) -> bytes:
    lines = (
        f"<{one}><loc>{xml(address)}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</{one}>\n"
        for address, date in rows
    )
    return f"{HEAD}<{whole} {NAMESPACE}>\n{''.join(lines)}</{whole}>\n".encode()


def robots(site: Site) -> tuple[str, bytes]:
    """``robots.txt``: everything may be read."""
    more = f"\nSitemap: {site.url}sitemap.xml\n" if site.url else ""
    return "robots.txt", f"User-agent: *\nAllow: /\n{more}".encode()
