"""What holds for every published file: closed stays closed, and the same pages give the same bytes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from converters.gates.audit import audit
from tests.published.conftest import MORE, SITE_URL
from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, TECHNICAL, item
from tests.site.test_hostile import hostile_pages

CANARY = "kanariefugl"
CLOSED = f"{MEETING}/punkt-24.md"


def closed_item() -> str:
    """A closed item whose front matter holds far more than may be shown."""
    return item(
        "24",
        "Lukket punkt",
        access="closed",
        outcome="approved",
        body="## Beslutning\n\nIndstillingen blev tiltrådt enstemmigt.\n",
        case_number=f"26/{CANARY}1",
        item_type=f"{CANARY}2",
        decided_by=f"{CANARY}3",
        fields=[{"label": f"{CANARY}4", "value": f"{CANARY}5"}],
        attachments=[
            {"title": f"{CANARY}6", "href": f"https://x.example/{CANARY}7"},
            {"title": f"{CANARY}8", "file": f"https://x.example/{CANARY}9"},
        ],
        description=f"{CANARY}10",
    )


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a closed item that would tell too much."""
    pages = PAGES | {CLOSED: closed_item()}
    return build_site(tmp_path_factory.mktemp("guarded"), pages, site_url=SITE_URL)


def test_a_closed_item_gives_nothing_but_what_its_page_shows(guarded: Path) -> None:
    """Not in one byte of one file."""
    files = [path for path in guarded.rglob("*") if path.is_file()]
    assert {".xml", ".ics", ".csv", ".ndjson", ".json", ".html", ".txt"} <= {path.suffix for path in files}
    assert [path for path in files if CANARY.encode() in path.read_bytes()] == []
    assert not [path for path in guarded.rglob("*") if CANARY in path.name]


def test_its_public_decision_is_published(guarded: Path) -> None:
    """As it stands on the page, so the test above has something to find."""
    decision = "blev tiltrådt enstemmigt."  # its first word is explained on the page, by a link
    for file in (
        f"{MEETING}/punkt-24/index.html",
        "feed.xml",
        "beslutninger/feed.xml",
        "data/items.csv",
        "data/items.ndjson",
        f"oparl/agendaitem/{MEETING}/punkt-24.json",
    ):
        text = (guarded / file).read_text(encoding="utf-8")
        shown = BeautifulSoup(text, "lxml").get_text() if file.endswith(".html") else text
        assert decision in shown, file


def test_the_same_pages_give_the_same_bytes(published: Path, tmp_path: Path) -> None:
    """In every file."""
    again = build_site(tmp_path, PAGES | MORE | hostile_pages(), site_url=SITE_URL)
    files = sorted(path.relative_to(published) for path in published.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert [file for file in files if (published / file).read_bytes() != (again / file).read_bytes()] == []


def test_no_date_but_those_of_the_minutes(published: Path) -> None:
    """A build has no clock, so no file tells what day it was made."""
    today = dt.datetime.now(tz=dt.UTC).date()
    for path in published.rglob("*"):
        if path.suffix in {".xml", ".ics", ".csv", ".ndjson", ".json"}:
            text = path.read_text(encoding="utf-8")
            assert today.isoformat() not in text, path
            assert f"{today:%Y%m%d}" not in text, path


def test_the_gate_after_the_build_finds_nothing(guarded: Path) -> None:
    """Neither in feeds, calendars and data nor in links to them."""
    assert [problem for problem in audit(guarded) if problem.blocks] == []


def test_the_newest_week_of_decisions(published: Path) -> None:
    """By day and committee, with the mark and the words; older ones and formalia are left out."""
    soup = BeautifulSoup((published / "beslutninger/index.html").read_text(encoding="utf-8"), "lxml")
    days = [heading.get_text(strip=True) for heading in soup.select("article h2")]
    assert days == ["Onsdag den 11. marts 2026", "Tirsdag den 10. marts 2026"]
    titles = [heading.get_text(strip=True) for heading in soup.select("article h4")]
    assert "Cykelsti langs Fjordvejen" in titles
    assert "Lukket - Arealerhvervelse" in titles
    assert "Godkendelse af dagsorden" not in titles
    assert "Salg af skolen" not in titles
    assert TECHNICAL in [heading.get_text(strip=True) for heading in soup.select("article h3")]
    text = soup.get_text(" ", strip=True)
    assert "Indstillingen blev godkendt. Bertil Kragskov" in text
    assert "i ugen fra 5. marts 2026 til 11. marts 2026" in text


def test_everything_to_follow_is_on_one_page(published: Path) -> None:
    """Each feed and calendar of a committee, and those of the whole site."""
    page = published / "foelg/index.html"
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "lxml")
    led_to = {(page.parent / str(link["href"])).resolve() for link in soup.select("article a[href]")}
    files = {path for name in ("feed.xml", "kalender.ics") for path in published.rglob(name)}
    assert files <= led_to
    assert list(published.glob("sager/*.xml"))  # which the pages of the cases and their items lead to


def test_an_empty_site_has_both_pages(tmp_path: Path) -> None:
    """They say that there is nothing yet."""
    site = build_site(tmp_path, {}, site_url=SITE_URL)
    assert "ingen beslutninger endnu" in (site / "beslutninger/index.html").read_text(encoding="utf-8")
    assert (site / "foelg/index.html").is_file()
    assert (site / "data/items.csv").read_bytes().startswith(b"\xef\xbb\xbfurl,")
