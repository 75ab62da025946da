"""What pages tell programs about themselves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.published.conftest import AFTER, SITE_URL
from tests.site.municipality import MEETING
from tests.site.test_hostile import ATTACK

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(page: Path) -> list[dict[str, Any]]:
    """What a page says it is."""
    (block,) = BLOCK.findall(page.read_text(encoding="utf-8"))
    found = json.loads(block)
    assert found["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = found["@graph"]
    return things


@pytest.mark.parametrize("kind", ["published", "nowhere"])
def test_every_page_has_one_block_that_is_json(kind: str, request: pytest.FixtureRequest) -> None:
    """And every address in it leads to a page of the site."""
    site: Path = request.getfixturevalue(kind)
    pages = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    assert len(pages) > 30
    for page in pages:
        folder = page.parent.relative_to(site).as_posix()
        own = urljoin(SITE_URL, "" if folder == "." else f"{folder}/")
        for thing in graph(page):
            assert thing["@type"]
            addresses = [thing["url"]] if "url" in thing else []
            addresses += [step["item"] for step in thing.get("itemListElement", ())]
            for address in addresses:
                whole = urljoin(own, str(address))
                assert (site / whole.removeprefix(SITE_URL) / "index.html").is_file(), (page, address)


def test_nothing_in_a_block_can_end_it(published: Path) -> None:
    """A title with a script in it is text, in the block as elsewhere."""
    page = published / f"{MEETING}-2/punkt-1/index.html"
    (block,) = BLOCK.findall(page.read_text(encoding="utf-8"))
    assert not set("<>&") & set(block)
    assert graph(page)[0]["name"] == ATTACK.strip()


def test_an_item_is_the_record_of_a_meeting(published: Path) -> None:
    """With its committee, case number, outcome and files."""
    found, trail = graph(published / f"{MEETING}/punkt-21/index.html")
    assert found["@type"] == "DigitalDocument"
    assert found["identifier"] == "26/1187"
    assert found["abstract"] == "Godkendt"
    assert found["recordedAt"]["startDate"] == "2026-03-10T15:30:00+01:00"
    assert [one["contentUrl"] for one in found["associatedMedia"]] == [
        f"{SITE_URL}{MEETING}/bilag/punkt-21-bilag-1/",
        f"{SITE_URL}{MEETING}/bilag/overslag.pdf",
        "https://www.cykelpuljen.example/tilsagn.pdf",
    ]
    assert [step["name"] for step in trail["itemListElement"]] == [
        "Forside",
        "Teknik- og Miljøudvalget",
        "10. marts 2026",
        "Punkt 21",
    ]


def test_a_meeting_is_an_event(published: Path) -> None:
    """At its time and place, cancelled where it is."""
    found = graph(published / f"{AFTER}/index.html")[0]
    assert found["@type"] == "Event"
    assert found["endDate"] == "2026-03-12T00:15:00+01:00"
    assert found["location"] == {"@type": "Place", "name": "Rådhuset, Byrådssalen; 1. sal"}
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    cancelled = graph(published / "oekonomiudvalget/2026-03-03/index.html")[0]
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_page_names_the_feeds_that_follow_it(published: Path) -> None:
    """The site's, its committee's, and its case's."""
    page = published / f"{MEETING}/punkt-21/index.html"
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    links = soup.select('link[type="application/atom+xml"]')
    feeds = [(page.parent / str(link["href"])).resolve() for link in links]
    assert feeds == [
        published / "feed.xml",
        published / "teknik-og-miljoeudvalget/feed.xml",
        published / "sager/2026-1187.xml",
    ]
    assert all(feed.is_file() for feed in feeds)
