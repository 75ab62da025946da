"""Sites with everything that is published beside the pages: hostile and closed items among the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.building import build_site
from tests.site.municipality import FINANCE, PAGES, item, meeting
from tests.site.test_hostile import hostile_pages

SITE_URL = "https://referater.example/birkevig/"
AFTER = "oekonomiudvalget/2026-03-11"
FORMULA = '=HYPERLINK("https://spion.example";"Klik")'

MORE = {
    f"{AFTER}/index.md": meeting(
        FINANCE, "2026-03-11", start="19:30", end="00:15", place="Rådhuset, Byrådssalen; 1. sal"
    ),
    f"{AFTER}/punkt-1.md": item("1", "Godkendelse af dagsorden", FINANCE, "2026-03-11", outcome="approved"),
    f"{AFTER}/punkt-2.md": item(
        "2",
        FORMULA,
        FINANCE,
        "2026-03-11",
        "## Beslutning\n\nAnbefales, jf. [kortet](../../om/index.md) & [planen](https://plan.example/?a=1&b=2).\n",
        outcome="recommended",
        case_number="2026-1187",
    ),
    f"{AFTER}/punkt-3.md": item("3", "Orientering om \x01 og <b>", FINANCE, "2026-03-11"),
}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an address, below a folder of its server."""
    pages = PAGES | MORE | hostile_pages()
    return build_site(tmp_path_factory.mktemp("published"), pages, site_url=SITE_URL)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site without an address."""
    return build_site(tmp_path_factory.mktemp("nowhere"), PAGES | MORE | hostile_pages())
