"""Old addresses lead on, and those that cannot are refused."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from converters.gates.check import check
from tests.published.conftest import SITE_URL
from tests.site.building import build_site
from tests.site.municipality import MEETING, item, meeting

ALIASES = ["gammel/adresse/", "/møder/Referat 12.html", "uden-skråstreg", "a%C3%A5ben/side/"]
FILES = [
    "gammel/adresse/index.html",
    "møder/Referat 12.html",
    "uden-skråstreg/index.html",
    "aåben/side/index.html",
]


def pages(aliases: object, title: str = "Cykelsti", **facts: Any) -> dict[str, str]:  # noqa: ANN401 - whatever an item takes
    """A meeting with one item that has old addresses."""
    return {
        f"{MEETING}/index.md": meeting("Byrådet", "2026-03-10"),
        f"{MEETING}/punkt-1.md": item("1", title, "Byrådet", aliases=aliases, **facts),
    }


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("site_url", ["", SITE_URL])
def test_an_old_address_leads_on(tmp_path: Path, site_url: str, *, directory_urls: bool) -> None:
    """By itself and by its link, from any folder and below any folder, without a script."""
    site = build_site(
        tmp_path,
        pages(ALIASES, title='<script>alert("Cykelsti")</script>'),
        site_url=site_url,
        use_directory_urls=directory_urls,
    )
    page = f"{MEETING}/punkt-1/" if directory_urls else f"{MEETING}/punkt-1.html"
    for file in FILES:
        soup = BeautifulSoup((site / file).read_text(encoding="utf-8"), "lxml")
        refresh, link, canonical = (
            soup.select_one(one) for one in ('meta[http-equiv="refresh"]', "a", 'link[rel="canonical"]')
        )
        assert refresh
        assert link
        assert canonical
        way = str(link["href"])
        assert refresh["content"] == f"0; url={way}"
        assert urljoin(f"https://x.example/y/{file}", way) == f"https://x.example/y/{page}"
        assert urljoin(f"{SITE_URL}{file}", str(canonical["href"])) == f"{SITE_URL}{page}"
        assert "Siden er flyttet til" in soup.get_text()
        assert soup.select_one('meta[name="robots"][content="noindex"]')
        assert not soup.select("script")
        assert soup.select("html[lang=da]")


def test_an_old_address_is_in_no_list(tmp_path: Path) -> None:
    """Neither search engines nor the site's own search are led there."""
    site = build_site(tmp_path, pages(["fordums/adresse/"]), site_url=SITE_URL)
    for path in site.rglob("*"):
        if path.suffix in {".xml", ".json", ".ndjson", ".csv", ".ics", ".txt"}:
            assert "fordums" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("alias", "why"),
    [
        ("https://ond.example/", "fører væk"),
        ("//ond.example/x/", "fører væk"),
        ("javascript:alert(1)", "fører væk"),
        ("../ude/", "prikker"),
        ("a/%2e%2e/%2e%2e/ude/", "prikker"),
        ("a/./b/", "prikker"),
        ("dagsorden/?id=12", "navnet på en side"),
        ("side#sted", "navnet på en side"),
        ("a\\b/", "navnet på en side"),
        ("x" * 300, "navnet på en side"),
        ("referat.aspx", "ikke adressen på en side"),
        ("feed.xml/", "ikke adressen på en side"),
        ("", "ikke adressen på en side"),
        ("/", "ikke adressen på en side"),
        ("a//b/", "ikke adressen på en side"),
        (f"{MEETING}/", "findes"),
        (f"{MEETING}/PUNKT-1/", "findes"),
        ("udvalg/", "findes"),
        ("index.html", "findes"),
        ("404.html", "findes"),
        ("assets/noget/", "findes"),
    ],
)
def test_an_address_that_cannot_be_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, alias: str, why: str
) -> None:
    """In Danish, with the page that names it, and before anything is written."""
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build_site(tmp_path, pages([alias]))
    assert why in caplog.text
    assert f"{MEETING}/punkt-1.md" in caplog.text
    assert not (tmp_path / "site/index.html").exists()


def test_two_pages_cannot_have_one_old_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Both are named."""
    both = pages(["gammel/"]) | {f"{MEETING}/punkt-2.md": item("2", "Bro", "Byrådet", aliases=["/GAMMEL"])}
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build_site(tmp_path, both)
    assert f"{MEETING}/punkt-1.md" in caplog.text
    assert f"{MEETING}/punkt-2.md" in caplog.text


def test_a_closed_item_has_no_old_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It may tell what the item is about, and so not even the message repeats it."""
    with caplog.at_level(logging.ERROR), pytest.raises(Abort):
        build_site(tmp_path, pages(["salg-af-moellevej-12/"], title="Lukket punkt", access="closed"))
    assert "Punktet er lukket" in caplog.text
    assert "moellevej" not in caplog.text


def test_the_gate_knows_old_addresses(tmp_path: Path) -> None:
    """On every page but a closed item's."""
    source = {"file": "a.txt", "sha256": "5e" * 32}
    for access in ("open", "closed"):
        folder = tmp_path / access
        for name, text in pages(["gammel/"], access=access, position=1, source=source).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    assert not [one for one in check(tmp_path / "open") if "aliases" in one.text]
    assert [one for one in check(tmp_path / "closed") if "aliases" in one.text and one.blocks]
