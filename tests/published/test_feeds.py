"""Feeds: what a feed reader makes of them."""

from __future__ import annotations

import warnings
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
from bs4 import BeautifulSoup

from tests.published.conftest import AFTER, FORMULA, SITE_URL
from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, item, meeting


def read(path: Path) -> feedparser.FeedParserDict:
    """A feed as a feed reader reads it, with the content type that servers give .xml."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return feedparser.parse(path.read_bytes(), response_headers={"content-type": "application/xml"})


@pytest.mark.parametrize("kind", ["published", "nowhere"])
def test_every_feed_is_well_formed_and_complete(kind: str, request: pytest.FixtureRequest) -> None:
    """Every entry has what Atom demands, and an id that no other entry of the feed has."""
    site: Path = request.getfixturevalue(kind)
    feeds = sorted({*site.rglob("*.xml")} - {site / "sitemap.xml"})
    assert len(feeds) > 6
    for path in feeds:
        feed = read(path)
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        assert feed.version == "atom10"
        assert feed.feed.id.startswith("urn:uuid:")
        assert feed.feed.updated
        assert feed.feed.author
        entries = feed.entries
        assert len({entry.id for entry in entries}) == len(entries)
        for entry in entries:
            assert entry.id.startswith("urn:uuid:")
            assert entry.title
            assert entry.updated_parsed
            assert entry.author
            assert entry.link
            assert entry.content[0].value


def test_links_of_entries_lead_to_pages(published: Path, nowhere: Path) -> None:
    """With an address they are whole; without one they lead there from where the feed lies."""
    for entry in read(published / "sager/2026-1187.xml").entries:
        assert entry.link.startswith(SITE_URL)
        assert (published / entry.link.removeprefix(SITE_URL) / "index.html").is_file()
    text = (nowhere / "sager/2026-1187.xml").read_text(encoding="utf-8")
    assert 'rel="self"' not in text
    links = [str(link["href"]) for link in BeautifulSoup(text, "xml").select("entry > link")]
    assert links
    for link in links:
        way = urljoin("https://sted.example/sager/2026-1187.xml", link)
        assert (nowhere / way.removeprefix("https://sted.example/") / "index.html").is_file()


def test_an_entry_says_what_was_decided(published: Path) -> None:
    """It carries the committee's own decision, the outcome, and the date from the minutes."""
    feed = read(published / "teknik-og-miljoeudvalget/feed.xml")
    entry = next(one for one in feed.entries if one.title == "Cykelsti langs Fjordvejen")
    text = BeautifulSoup(entry.content[0].value, "lxml").get_text(" ", strip=True)
    assert "Bertil Kragskov (C) tager forbehold for finansieringen" in text
    assert "Punkt 21" in text
    assert "Økonomiudvalget anbefaler" not in text
    assert entry.updated == "2026-03-10T00:00:00+01:00"
    assert entry.author == "Teknik- og Miljøudvalget, Birkevig Kommune"
    assert ("approved", "Godkendt") in [(tag.term, tag.label) for tag in entry.tags]


def test_links_in_a_decision_work_in_a_feed_reader(published: Path, nowhere: Path) -> None:
    """They are whole; on a site without an address those within the site become text."""
    entry = next(one for one in read(published / f"{AFTER[:16]}/feed.xml").entries if one.title == FORMULA)
    links = [link["href"] for link in BeautifulSoup(entry.content[0].value, "lxml").select("a")]
    assert links == [f"{SITE_URL}om/", "https://plan.example/?a=1&b=2"]
    text = (nowhere / f"{AFTER[:16]}/feed.xml").read_text(encoding="utf-8")
    assert "https://plan.example/?a=1" in text
    assert "om/" not in text.replace("https://", "")


def test_the_newest_comes_first(published: Path) -> None:
    """Meetings stand by date, items in the order of the meeting; undated meetings are left out."""
    feed = read(published / "feed.xml")
    days = [entry.updated[:10] for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == max(entry.updated for entry in feed.entries)
    assert "Skilte ved stranden" not in {entry.title for entry in feed.entries}


def test_the_feed_of_decisions_holds_decisions_only(published: Path) -> None:
    """All of them, and no item that nothing was decided about."""
    titles = {entry.title for entry in read(published / "beslutninger/feed.xml").entries}
    assert {"Cykelsti langs Fjordvejen", "Salg af skolen", "Budgetopfølgning"} <= titles
    assert not {"Orientering", "Åbningstider"} & titles


def test_a_case_has_a_feed_across_committees_and_spellings(published: Path) -> None:
    """26/1187 and 2026-1187 are one case."""
    feed = read(published / "sager/2026-1187.xml")
    assert [entry.title for entry in feed.entries] == [FORMULA, "Cykelsti langs Fjordvejen"]


def test_whoever_has_read_the_agenda_is_told_of_the_decision(tmp_path: Path) -> None:
    """Agenda and minutes are two entries of one item, each with an id of its own that stays."""
    agenda = {
        f"{MEETING}/index.md": meeting("Byrådet", "2026-03-10", stage="agenda"),
        f"{MEETING}/punkt-1.md": item("1", "Ny skole", "Byrådet"),
    }
    minutes = {
        f"{MEETING}/index.md": meeting("Byrådet", "2026-03-10"),
        f"{MEETING}/punkt-1.md": item("1", "Ny skole", "Byrådet", body="Godkendt.\n", outcome="approved"),
    }
    before, after, again = (
        read(build_site(tmp_path / name, pages) / "feed.xml").entries
        for name, pages in (("a", agenda), ("b", minutes), ("c", minutes))
    )
    assert [entry.title for entry in before] == ["Dagsorden: Ny skole"]
    assert [entry.title for entry in after] == ["Ny skole"]
    assert before[0].id != after[0].id
    assert [entry.id for entry in after] == [entry.id for entry in again]


def test_a_long_feed_ends(tmp_path: Path) -> None:
    """A feed holds the newest hundred."""
    many = {f"{MEETING}/punkt-{number}.md": item(str(number), f"Sag {number}") for number in range(1, 131)}
    site = build_site(tmp_path, {f"{MEETING}/index.md": PAGES[f"{MEETING}/index.md"], **many})
    assert len(read(site / "feed.xml").entries) == 100


def test_an_empty_site_has_feeds(tmp_path: Path) -> None:
    """They are valid and have no entries."""
    site = build_site(tmp_path, {})
    feed = read(site / "feed.xml")
    assert not feed.bozo
    assert feed.entries == []
    assert feed.feed.updated.startswith("1970-01-01")
