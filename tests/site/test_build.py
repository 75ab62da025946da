"""What holds for a built site as a whole."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, TECHNICAL, item, meeting

SHOWN = {".html", ".css"}
# Where English shows first in a theme that is not wholly Danish; no word of it is a word of these minutes.
ENGLISH = re.compile(
    r"\b(?:search|permanent|skip to|table of contents|previous|next|back to top|made with|not found|toggle|"
    r"switch to|home page|navigation|initializing|edit this|copy)\b",
    re.IGNORECASE,
)
FOREIGN = re.compile(
    r"""(?:src|srcset|poster|data|action)=["']?(?:https?:)?//|url\(["']?(?:https?:)?//|@import"""
)


def broken_links(site: Path, base: str) -> Iterator[str]:
    """Every link of a built site that leads to no file or to no anchor in it."""
    pages = {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in site.rglob("*.html")
    }
    anchors = {name: {str(tag["id"]) for tag in soup.select("[id]")} for name, soup in pages.items()}
    for name, soup in pages.items():
        for tag in soup.select("a[href], link[href], script[src], img[src]"):
            address = str(tag.get("href") or tag.get("src"))
            target, anchor = urldefrag(urljoin(f"https://site.example{base}{name}", address))
            parts = urlsplit(target)
            if parts.netloc != "site.example":
                continue
            path = unquote(parts.path).removeprefix(base)
            found = f"{path}index.html" if not path or path.endswith("/") else path
            if not (site / found).is_file() or (anchor and anchor not in anchors[found]):
                yield f"{name}: {address}"


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_leads_somewhere(tmp_path: Path, *, directory_urls: bool) -> None:
    """No link of any page is broken, under a sub-path and with either kind of address."""
    built = build_site(
        tmp_path, PAGES, use_directory_urls=directory_urls, site_url="https://site.example/referater/"
    )

    assert list(broken_links(built, "/referater/")) == []


def test_addresses_are_those_of_the_contract(site: Path) -> None:
    """A page lies where its file lies in ``content/``."""
    for name in PAGES:
        path = name.removesuffix("index.md").removesuffix(".md")
        expected = site / path / "index.html" if name.endswith(".md") else site / name

        assert expected.is_file()


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    """No page and no style sheet fetches anything from another origin."""
    fetched = [
        f"{path.relative_to(site)}: {found[0]}"
        for path in site.rglob("*")
        if path.suffix in SHOWN
        for found in FOREIGN.finditer(path.read_text(encoding="utf-8"))
    ]

    assert fetched == []
    assert not [
        path
        for path in site.rglob("*.html")
        if BeautifulSoup(path.read_text("utf-8"), "html.parser").select(
            'link[href^="http"]:not([rel=canonical]), iframe, object, embed'
        )
    ]


def test_no_english_is_left_over(site: Path) -> None:
    """All that a page shows or has read aloud is Danish."""
    left = set()
    for path in site.rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for hidden in soup(["script", "style"]):
            hidden.decompose()
        spoken = [
            str(tag[name])
            for name in ("title", "aria-label", "placeholder", "alt")
            for tag in soup.select(f"[{name}]")
        ]
        left |= {found[0] for words in (soup.get_text(" "), *spoken) for found in ENGLISH.finditer(words)}

    assert left == set()


def test_the_same_pages_give_the_same_bytes_on_any_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of a build comes from the clock."""
    built = []
    for day, seconds in (("monday", "1700000000"), ("years-later", "1900000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        folder = build_site(tmp_path / day, PAGES, site_url="https://site.example/")
        built.append(
            {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        )

    assert built[0].keys() == built[1].keys()
    assert [str(path) for path in built[0] if built[0][path] != built[1][path]] == []


def test_the_size_of_a_page_does_not_grow_with_the_archive(tmp_path: Path) -> None:
    """Twenty more meetings of the same committee add nothing to an item's page."""
    more = {
        f"teknik-og-miljoeudvalget/2026-05-{day:02}/index.md": meeting(TECHNICAL, f"2026-05-{day:02}")
        for day in range(1, 21)
    }
    page = f"{MEETING}/punkt-21/index.html"

    small, large = build_site(tmp_path / "small", PAGES), build_site(tmp_path / "large", PAGES | more)

    assert (small / page).read_bytes() == (large / page).read_bytes()


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (item("23", "Orientering", outcome="vedtaget"), "»outcome« skal være et af ordene"),
        (item("23", "Orientering", decisions=[{"date": "2026-02-30"}]), "»date« skal være en dato"),
        (item("23", "Orientering", access="aaben"), "»access« skal være et af ordene"),
        ("---\ntype: item\ntitle: Orientering\n---\n", "Punktet siger ikke, om det er åbent eller lukket"),
        ("---\ntype: item\ntitle: [\n---\n", "kan ikke læses"),
        (
            item("23", "Orientering", attachments=[{"title": "Kort", "href": "bilag/kort.pdf"}]),
            "som ikke findes",
        ),
        (
            item("23", "Orientering", attachments=[{"title": "Kort", "href": "../../index.md#x"}]),
            "som ikke findes",
        ),
    ],
)
def test_a_page_against_the_contract_stops_the_build_and_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, page: str, problem: str
) -> None:
    """Front matter that cannot be trusted stops the build with the page's name and what is wrong."""
    with pytest.raises(Abort):
        build_site(tmp_path, PAGES | {f"{MEETING}/punkt-23.md": page})

    assert f"{MEETING}/punkt-23.md" in caplog.text
    assert problem in caplog.text


def test_a_page_in_another_encoding_stops_the_build_and_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A page saved by an old editor is named, with what to do."""
    (tmp_path / "content/om").mkdir(parents=True)
    (tmp_path / "content/om/gammel.md").write_bytes("Rådet".encode("cp1252"))

    with pytest.raises(Abort):
        build_site(tmp_path, PAGES)

    assert "om/gammel.md: Siden er ikke gemt som UTF-8." in caplog.text


def test_an_item_without_a_meeting_stops_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """An item whose folder holds no meeting would have no way back."""
    pages = {name: text for name, text in PAGES.items() if name != f"{MEETING}/index.md"}

    with pytest.raises(Abort):
        build_site(tmp_path, pages)

    assert "et møde, der ikke har nogen side" in caplog.text


def test_a_broken_link_in_a_body_stops_the_build(tmp_path: Path) -> None:
    """A link to a page that is not there is found by the build itself."""
    with pytest.raises(Abort):
        build_site(
            tmp_path, PAGES | {f"{MEETING}/punkt-23.md": item("23", "Orientering", body="[her](punkt-99.md)")}
        )


def test_an_empty_site_is_built(tmp_path: Path) -> None:
    """Before the first meeting is there, the site says so."""
    built = build_site(tmp_path, {})

    assert "Der er ingen beslutninger endnu." in (built / "index.html").read_text(encoding="utf-8")
    assert "Der er ingen udvalg endnu." in (built / "udvalg/index.html").read_text(encoding="utf-8")


def test_a_page_written_by_hand_takes_the_place_of_a_list(tmp_path: Path) -> None:
    """Whoever writes ``udvalg/index.md`` gets that page."""
    built = build_site(tmp_path, PAGES | {"udvalg/index.md": "---\ntitle: Vores udvalg\n---\n\nEgne ord.\n"})

    assert "Egne ord." in (built / "udvalg/index.html").read_text(encoding="utf-8")


def test_a_page_is_small_enough_for_an_old_phone(site: Path) -> None:
    """A page of each large kind, with all it loads, is at most 120 kB as a server sends it."""
    for address in ("", f"{MEETING}/punkt-21/", f"{MEETING}/", "soeg/"):
        page = site / address / "index.html"
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        loaded = [page] + [
            (page.parent / str(tag.get("href") or tag.get("src"))).resolve()
            for tag in soup.select('link[rel="stylesheet"], link[rel="icon"], script[src], img[src]')
        ]
        size = sum(len(gzip.compress(path.read_bytes())) for path in loaded)

        assert size <= 120_000
