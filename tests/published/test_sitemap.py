"""What search engines are told."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from converters.site.published.site import site as site_of
from converters.site.published.sitemap import LONGEST, sitemaps
from tests.published.conftest import SITE_URL
from tests.site.municipality import MEETING

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def dates(sitemap: bytes) -> dict[str, str | None]:
    """The addresses of a sitemap with their dates."""
    root = ET.fromstring(sitemap)  # noqa: S314 - our own file
    return {
        row.findtext("s:loc", "", SPACE): row.findtext("s:lastmod", None, SPACE)
        for row in root.findall("s:url", SPACE)
    }


def test_every_page_is_in_the_sitemap_with_the_date_of_its_minutes(published: Path) -> None:
    """Pages without a date have none, rather than that of the build."""
    found = dates((published / "sitemap.xml").read_bytes())
    pages = {
        f"{SITE_URL}{path.parent.relative_to(published)}/".replace("/./", "/")
        for path in published.rglob("index.html")
        if '<meta name="robots" content="noindex">' not in path.read_text(encoding="utf-8")
    }
    assert found.keys() == pages
    assert found[f"{SITE_URL}{MEETING}/punkt-21/"] == "2026-03-10"
    assert found[SITE_URL] == "2026-04-14"
    assert found[f"{SITE_URL}om/"] is None
    assert found[f"{SITE_URL}ukendt-udvalg/uden-dato-5e5e5e5e/"] is None


def test_robots_are_led_to_it(published: Path, nowhere: Path) -> None:
    """Everything may be read; without an address there is no sitemap to name."""
    assert f"Sitemap: {SITE_URL}sitemap.xml\n" in (published / "robots.txt").read_text(encoding="utf-8")
    assert (nowhere / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert not list(nowhere.glob("sitemap*"))


def test_a_sitemap_that_is_too_long_is_divided() -> None:
    """And the first file is the list of its parts."""
    pages = [(f"punkt-{number}/", "2026-03-10") for number in range(LONGEST + 1)]
    made = dict(sitemaps(pages, site_of("Referater", None, SITE_URL)))
    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert len(dates(made["sitemap-1.xml"])) == LONGEST
    root = ET.fromstring(made["sitemap.xml"])  # noqa: S314 - our own file
    assert [row.findtext("s:loc", "", SPACE) for row in root] == [
        f"{SITE_URL}sitemap-1.xml",
        f"{SITE_URL}sitemap-2.xml",
    ]
