"""The ways between pages are those that MkDocs gives."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url

from converters.site.ways import Ways

PAGES = ["index.md", "udvalg/index.md", "teknik/2026-03-10/punkt-21.md", "teknik/2026-03-10/index.md"]
ADDRESSES = [
    "./",
    ".",
    "",
    "udvalg/",
    "teknik/",
    "teknik/2026-03-10/",
    "teknik/2026-03-10/punkt-21/",
    "teknik/2026-03-10/punkt-22/",
    "teknik/2026-03-10/punkt-21.html",
    "teknik/2026-03-10/index.html",
    "teknik/bilag/kort.pdf",
    "feed.xml",
    "assets/referat.css",
    "a//b/",
    "a/../b/",
    "../ude/",
    "#indhold",
    "soeg/?q=vej",
    "/fra/roden/",
    "https://birkevig.example/a",
    "mailto:a@birkevig.example",
    "sager/æ ø/",
]


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_ways_are_those_of_mkdocs(path: str, address: str, *, directories: bool) -> None:
    """From any page to any address, however pages are called."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Birkevig", "use_directory_urls": directories})
    config.validate()
    page = Page(None, File(path, "content", "site", directories), config)
    ways = Ways()
    ways.stand_on(page)

    assert ways.to(address) == normalize_url(address, page=page)


@pytest.mark.parametrize("base", ["/", "/referater/", ".."])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_for_any_address_leads_by_way_of_the_root(base: str, address: str) -> None:
    """The page for "not found" is shown wherever something is missing."""
    ways = Ways()
    ways.stand_anywhere(base)

    assert ways.to(address) == normalize_url(address, base=base)
