"""The gate after a build."""

import datetime as dt
import gzip
from pathlib import Path

import pytest

from converters.gates.audit import audit
from converters.gates.problems import Problem

TODAY = dt.date(2026, 3, 5)
HEAD = '<html lang="da"><head><title>Møder</title></head><body>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site without fault."""
    put(
        tmp_path,
        "index.html",
        '<h1 id="top-af">Hej</h1><a href="moede/#punkt">Møde</a><a href="#top-af">Op</a>',
    )
    put(tmp_path, "moede/index.html", '<h2 id="punkt">Æble</h2><a href="..">Hjem</a><img src="../a%20b.png">')
    (tmp_path / "a b.png").write_bytes(b"\x89PNG")
    (tmp_path / "site.css").write_text("a { background: url('a b.png') }", encoding="utf-8")
    return tmp_path


def put(site: Path, path: str, body: str, head: str = HEAD) -> None:
    """Build a page."""
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(f"<!doctype html>\n{head}\n{body}\n</body></html>", encoding="utf-8")


def problems(site: Path) -> list[Problem]:
    """What the audit says."""
    return list(audit(site, TODAY))


def test_a_good_site_is_clean(site: Path) -> None:
    """Links by folder, by anchor and to files all lead somewhere."""
    assert problems(site) == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('<a href="findes-ikke/">x</a>', "fører ingen steder hen"),
        ('<a href="moede/#findes-ikke">x</a>', "peger på et sted"),
        ('<a href="#findes-ikke">x</a>', "peger på et sted"),
        ('<img src="findes-ikke.png">', "fører ingen steder hen"),
        ('<script src="https://cdn.example/x.js"></script>', "cdn.example"),
        ('<script src="//cdn.example/x.js"></script>', "cdn.example"),
        ('<link rel="stylesheet" href="https://cdn.example/x.css">', "cdn.example"),
        ('<link rel="preconnect" href="https://fonts.example">', "fonts.example"),
        ('<img srcset="https://cdn.example/x.png 2x">', "cdn.example"),
        ('<p style="background: url(https://cdn.example/x.png)">', "cdn.example"),
        ("<style>@import 'https://cdn.example/x.css';</style>", "cdn.example"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:"),
        ('<a href=" javascript:alert(1)">x</a>', "javascript:"),
        ("<p>Borger 200358-5126</p>", "CPR-nummer"),
        ("<p>Borger <b>200358</b>-<i>5126</i></p>", "CPR-nummer"),
    ],
)
def test_a_fault_in_a_page_is_named(site: Path, body: str, says: str) -> None:
    """The message names the file and what is wrong."""
    put(site, "ny/index.html", body.replace('"moede', '"../moede'))

    found = [one for one in problems(site) if one.file == str(site / "ny/index.html")]

    assert [says in one.text for one in found] == [True], found


def test_the_search_index_is_read_too(site: Path) -> None:
    """A page's text lies packed in the index, where nobody would see a number by looking."""
    packed = site / "pagefind/fragment/da_1.pf_fragment"
    packed.parent.mkdir(parents=True)
    packed.write_bytes(gzip.compress(b'pagefind_dcd{"content":"Borger 200358-5126"}'))

    (found,) = problems(site)

    assert found.file == str(packed)
    assert "CPR-nummer" in found.text


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://birkevig.dk/x">x</a>',
        '<a href="mailto:byraad@birkevig.dk">x</a>',
        '<link rel="canonical" href="https://birkevig.dk/x">',
        '<img src="data:image/png;base64,AAAA">',
        '<a href="/referater/moede/">x</a>',
        '<a href="?side=2#top">x</a>',
        "<svg><title>Tegning</title></svg>",
    ],
)
def test_what_a_page_may_do(site: Path, body: str) -> None:
    """Links out that a person follows, and addresses under the site's own folder, are fine."""
    put(site, "ny.html", body)

    assert problems(site) == []


def test_every_page_is_danish_and_has_a_title(site: Path) -> None:
    """A screen reader has to know both."""
    put(site, "ny.html", "", head='<html lang="en"><head><title> </title></head><body>')

    assert sorted(one.text for one in problems(site)) == [
        "Siden har ingen titel.",
        "Siden siger ikke, at den er på dansk.",
    ]


@pytest.mark.parametrize(
    "name", ["search/search_index.json", "feed.xml", "app.js", "kalender.ics", "alt.csv"]
)
def test_personal_numbers_are_found_in_every_text(site: Path, name: str) -> None:
    """The search index and the feeds are published too."""
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text('{"text": "Borger 200358-5126"}', encoding="utf-8")

    assert [one.file for one in problems(site)] == [str(site / name)]


def test_a_style_sheet_fetches_from_the_site_alone(site: Path) -> None:
    """Fonts from elsewhere tell somebody else who reads."""
    (site / "site.css").write_text("\n@font-face { src: url(//fonts.example/x.woff2) }", encoding="utf-8")

    [found] = problems(site)

    assert (found.line, "fonts.example" in found.text) == (2, True)
