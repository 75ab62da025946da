"""The gate after a build."""

import datetime as dt
import gzip
from html import escape
from pathlib import Path

import pytest

from converters.gates.audit import audit
from converters.gates.exceptions import LIST, Exceptions, lines_for
from converters.gates.problems import Problem
from converters.site.policy import CONTENT_SECURITY_POLICY

TODAY = dt.date(2026, 3, 5)
POLICY = f'<meta http-equiv="Content-Security-Policy" content="{escape(CONTENT_SECURITY_POLICY)}">'
HEAD = f'<html lang="da"><head>{POLICY}<title>Møder</title></head><body>'


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
        ('<img src="http://cdn.example/x.png">', "ukrypteret fra cdn.example"),
        ('<p style="background: url(https://cdn.example/x.png)">', "udseende"),
        ("<style>@import 'https://cdn.example/x.css';</style>", "<style>"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:"),
        ('<a href=" javascript:alert(1)">x</a>', "javascript:"),
        ("<p>Borger 200358-5126</p>", "CPR-nummer"),
        ("<p>Borger <strong>200358</strong>-<em>5126</em></p>", "CPR-nummer"),
    ],
)
def test_a_fault_in_a_page_is_named(site: Path, body: str, says: str) -> None:
    """The message names the file and what is wrong."""
    put(site, "ny/index.html", body.replace('"moede', '"../moede'))

    found = [one for one in problems(site) if one.file == str(site / "ny/index.html") and one.blocks]

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

    assert [one for one in problems(site) if one.blocks] == []


def test_every_page_is_danish_and_has_a_title(site: Path) -> None:
    """A screen reader has to know both."""
    put(site, "ny.html", "", head=f'<html lang="en"><head>{POLICY}<title> </title></head><body>')

    assert sorted(one.text for one in problems(site) if one.blocks) == [
        "Siden har ingen titel.",
        "Siden siger ikke, at den er på dansk.",
    ]


@pytest.mark.parametrize(
    "name", ["search/search_index.json", "feed.xml", "lister.txt", "kalender.ics", "alt.csv"]
)
def test_personal_numbers_are_found_in_every_text(site: Path, name: str) -> None:
    """The search index and the feeds are published too."""
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text('{"text": "Borger 200358-5126"}', encoding="utf-8")

    assert [one.file for one in problems(site) if one.code == "cpr"] == [str(site / name)]


def test_a_style_sheet_fetches_from_the_site_alone(site: Path) -> None:
    """Fonts from elsewhere tell somebody else who reads."""
    (site / "site.css").write_text("\n@font-face { src: url(//fonts.example/x.woff2) }", encoding="utf-8")

    [found] = problems(site)

    assert (found.line, "fonts.example" in found.text) == (2, True)


# What must not stand in a page, and the code it is named by, with a browser's own ways of reading.
WRONG = {
    "<script>x</script>": "inline-script",
    "<SCRIPT\n>x": "inline-script",
    '<script type="module">x</script>': "inline-script",
    '<iframe srcdoc="x"></iframe>': "inline-script",
    "<img src=a onerror=x>": "handler",
    "<svg/onload=x>": "handler",
    "<p title='>' ONCLICK=x>": "handler",
    '<p "><img src="a%20b.png" onerror=x>': "handler",
    "<p style=color:red>": "inline-style",
    "<b>fed</b>": "foreign-element",
    "<base href=/>": "foreign-element",
    "<object data=a></object>": "foreign-element",
    '<a href="javascript:x">': "link-scheme",
    '<a href="&#106;avascript:x">': "link-scheme",
    '<a href="java&Tab;script:x">': "link-scheme",
    '<a href=" \x01vbscript:x">': "link-scheme",
    '<a href="data:text/html,x">': "link-scheme",
    '<a href="ftp://a.example/">': "link-scheme",
    '<img src="data:image/svg+xml,x">': "link-scheme",
    '<form action="https://a.example/"></form>': "other-origin",
    '<button formaction="//a.example/">': "other-origin",
    '<img src="\\\\a.example/x.png">': "other-origin",
    '<link rel="prefetch" href="https://a.example/">': "other-origin",
    '<img src="http://a.example/x.png">': "mixed-content",
    '<meta http-equiv="refresh" content="0; url=https://a.example/">': "refresh",
    '<a href="intet/">': "dead-link",
    '<a href="#intet">': "dead-anchor",
}


@pytest.mark.parametrize("body", WRONG)
def test_what_a_browser_would_run_or_fetch_is_named(site: Path, body: str) -> None:
    """Each has a code of its own, with the file and, where it is known, the line."""
    put(site, "ny/index.html", f"<p>Først.</p>\n{body}")

    found = [one for one in problems(site) if one.file == str(site / "ny/index.html") and one.blocks]

    assert WRONG[body] in {one.code for one in found}, found
    assert {one.line for one in found} <= {4, None}


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ('<html lang="da"><head><title>Nyt</title></head><body>', "no-policy"),
        (f'<html lang="da"><head><title>Nyt</title></head><body>{POLICY}', "other-policy"),
        (f'<html lang="da"><head><script src="a.js"></script>{POLICY}<title>N</title><body>', "other-policy"),
        (f"{HEAD}{POLICY.replace('self', 'none')}", "other-policy"),
        (HEAD.replace("default-src &#x27;none&#x27;; ", ""), "other-policy"),
    ],
)
def test_every_page_has_the_policy_before_all_it_governs(site: Path, head: str, code: str) -> None:
    """A policy that is missing, late or another one is none."""
    put(site, "ny/index.html", "", head=head)

    assert code in {one.code for one in problems(site)}


def test_the_policy_differs_from_the_one_it_is_tried_with() -> None:
    """The change above is one."""
    assert HEAD.replace("default-src &#x27;none&#x27;; ", "") != HEAD


def test_a_file_that_no_page_links_to_stops_the_site(site: Path) -> None:
    """It may be what is left of a withdrawn item; a page alone is only pointed out."""
    (site / "bilag").mkdir()
    (site / "bilag/glemt.pdf").write_bytes(b"%PDF-1.7")
    for known in ("feed.xml", "udvalg.ics", "sitemap.xml.gz", "data/alt.csv", "assets/a.woff2", "404.html"):
        (site / known).parent.mkdir(exist_ok=True)
        (site / known).write_bytes(b"") if known != "404.html" else put(site, known, "")
    put(site, "ny/index.html", "")

    assert [(one.file, one.code, one.blocks) for one in problems(site)] == [
        (str(site / "bilag/glemt.pdf"), "orphan", True),
        (str(site / "ny/index.html"), "orphan", False),
    ]


def test_programs_and_drawings_from_content_are_found(site: Path) -> None:
    """A drawing opened by itself is a page that may run scripts."""
    put(site, "ny/index.html", '<a href="x.js">x</a><a href="x.svg">x</a>')
    (site / "ny/x.js").write_text("x", encoding="utf-8")
    (site / "ny/x.svg").write_text("<svg><script>x</script></svg>", encoding="utf-8")

    found = {(one.file, one.code) for one in problems(site) if one.blocks}

    assert found == {(str(site / f"ny/x.{ending}"), "inline-script") for ending in ("js", "svg")}


def test_a_link_that_is_dead_on_every_page_is_told_once(site: Path) -> None:
    """A clerk is told the first page, and how many there are."""
    for name in ("a", "b", "c"):
        put(site, f"{name}/index.html", '<a href="../intet/">x</a>')

    (found,) = (one for one in problems(site) if one.code == "dead-link")

    assert found.file == str(site / "a/index.html")
    assert "på 3 sider" in found.text


def test_a_page_made_to_take_long_takes_no_time(site: Path) -> None:
    """Tags that never end cost what the page is long."""
    for name, body in {"a": "<a " * 200_000, "b": "<a =" * 200_000, "c": "<p x='" * 200_000}.items():
        put(site, f"{name}/index.html", body)

    assert problems(site)


def test_reviewed_numbers_are_excepted_here_too(site: Path, tmp_path: Path) -> None:
    """What a person found to be no personal number stops neither gate."""
    content = tmp_path.parent / f"{tmp_path.name}-content"
    content.mkdir()
    rows = lines_for(("2003585126",), "fakturanummer", Exceptions())
    (content / LIST).write_text("\n".join(rows), encoding="utf-8")
    (site / "tal.txt").write_text("200358-5126", encoding="utf-8")

    assert [one.code for one in problems(site) if one.code == "cpr"] == ["cpr"]
    assert [one for one in audit(site, TODAY, content) if one.code == "cpr"] == []
