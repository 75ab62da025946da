"""What the site shows of corrections, and of pages that were taken down."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from mkdocs.exceptions import Abort

from converters.frontmatter import dump, load
from converters.gates.audit import audit
from converters.site.corrections import paragraphs
from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, TECHNICAL, item, meeting

ADDRESS = "https://birkevig.example/referater/"
GONE = {"date": "2026-05-13", "reason": "Siden viste oplysninger om en person"}
WORDS = "rettelser/punkt-20-2026-05-12.md"
CHANGES = [
    {"date": "2026-04-01", "note": "Et navn var stavet forkert"},
    {"date": "2026-05-12", "note": "Beløbet <b>var</b> forkert & for lavt", "href": WORDS},
]
DIFF = """```diff
@
  Stien koster
- 900.000 <script>alert(1)</script>
+ 990.000
  kr.
```
"""


def stone(
    kind: str, committee: str | None = TECHNICAL, date: str | None = "2026-03-10", **facts: object
) -> str:
    """A page that was taken down."""
    return dump(
        {"type": kind, "municipality": "Birkevig Kommune", "committee": committee, "date": date}
        | facts
        | {"withdrawn": GONE},
        "",
    )


def corrected_pages() -> dict[str, str]:
    """The pages of the small municipality with a corrected item, and with pages that were taken down."""
    plain = load(PAGES[f"{MEETING}/punkt-20.md"], where="punkt-20.md")
    return PAGES | {
        f"{MEETING}/punkt-20.md": dump({**plain.meta, "changes": CHANGES}, plain.body),
        f"{MEETING}/{WORDS}": dump(
            {
                "type": "change",
                "page": "../punkt-20.md",
                "date": "2026-05-12",
                "note": "Beløbet var forkert",
                "parts": ["overskriften", "teksten"],
            },
            DIFF,
        ),
        f"{MEETING}/punkt-90.md": stone("item", number="90", position=90, access="open"),
        f"{MEETING}/bilag/punkt-90-bilag-1.md": stone("attachment", item="90"),
        "nedlagt-udvalg/2026-02-02/index.md": stone("meeting", "Nedlagt Udvalg", "2026-02-02"),
        "nedlagt-udvalg/2026-02-02/punkt-1.md": stone(
            "item", "Nedlagt Udvalg", "2026-02-02", number="1", position=1, access="open"
        ),
        "oekonomiudvalget/2026-01-06/index.md": stone("meeting", "Økonomiudvalget", "2026-01-06"),
        "dokumenter/nedtaget.md": stone("document", None, None, title="Kanariebrevet"),
    }


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of these pages."""
    return build_site(tmp_path_factory.mktemp("rettet"), corrected_pages(), site_url=ADDRESS)


def page(site: Path, path: str) -> BeautifulSoup:
    """A built page."""
    return BeautifulSoup((site / path / "index.html").read_bytes(), "lxml")


def test_a_page_tells_of_its_corrections_newest_first(corrected: Path) -> None:
    """When and what for, with a way to the words where there are some; what is told is text."""
    told = page(corrected, f"{MEETING}/punkt-20").select(".changes li")

    assert [" ".join(one.get_text().split()) for one in told] == [
        (
            "Rettet den 12. maj 2026: Beløbet <b>var</b> forkert & for lavt "
            "Se ordene, der er rettet den 12. maj 2026"
        ),
        "Rettet den 1. april 2026: Et navn var stavet forkert",
    ]
    assert [link["href"] for link in told[0].select("a")] == ["../rettelser/punkt-20-2026-05-12/"]


def test_the_words_are_told_without_colour(corrected: Path) -> None:
    """What is deleted and added is an element of its own, said aloud, and never markup of the page."""
    shown = page(corrected, f"{MEETING}/rettelser/punkt-20-2026-05-12")
    words = shown.select_one(".words")

    assert words is not None
    assert words.script is None
    assert [one.get_text() for one in words.select("del")] == [
        "slettet: 900.000 <script>alert(1)</script> (slut på slettet)"
    ]
    assert [one.get_text() for one in words.select("ins")] == ["tilføjet: 990.000 (slut på tilføjet)"]
    assert shown.select_one('meta[name="robots"][content="noindex"]')
    assert "overskriften og teksten" in shown.get_text()


def test_all_corrections_are_listed_and_can_be_followed(corrected: Path) -> None:
    """On a page of their own and in a feed, the newest first."""
    listed = page(corrected, "rettelser")
    feed = feedparser.parse((corrected / "rettelser/feed.xml").read_bytes())

    assert len(listed.select(".meetings__row")) == 2
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["Rettet: 20. Godkendelse af dagsorden"] * 2
    assert [entry.updated[:10] for entry in feed.entries] == ["2026-05-12", "2026-04-01"]
    assert feed.entries[0].link == f"{ADDRESS}{MEETING}/punkt-20/"
    assert f"{ADDRESS}{MEETING}/rettelser/punkt-20-2026-05-12/" in feed.entries[0].summary
    assert len({entry.id for entry in feed.entries}) == 2
    assert page(corrected, "foelg").select_one('a[href="../rettelser/feed.xml"]')


@pytest.mark.parametrize(
    "path",
    [
        f"{MEETING}/punkt-90",
        f"{MEETING}/bilag/punkt-90-bilag-1",
        "nedlagt-udvalg/2026-02-02",
        "nedlagt-udvalg/2026-02-02/punkt-1",
        "dokumenter/nedtaget",
    ],
)
def test_a_page_that_was_taken_down_says_so(corrected: Path, path: str) -> None:
    """It gives the day and the reason, and no search engine keeps it."""
    shown = page(corrected, path)

    assert shown.h1 is not None
    assert shown.h1.get_text() == "Siden er taget ned"
    assert "13. maj 2026" in shown.get_text()
    assert GONE["reason"] in shown.get_text()
    assert shown.select_one('meta[name="robots"][content="noindex"]')


def test_a_page_that_was_taken_down_stands_nowhere_else(corrected: Path) -> None:
    """Not in search, feeds, calendars, data or sitemap; lists say that something was there."""
    held = {
        file.relative_to(corrected).as_posix(): file.read_bytes()
        for file in corrected.rglob("*")
        if file.suffix in {".xml", ".ics", ".csv", ".ndjson", ".json"}
    }
    held |= {
        str(file.relative_to(corrected)): gzip.decompress(file.read_bytes())
        for file in corrected.rglob("*.pf_fragment")
    }
    for name, content in held.items():
        if name != "nedlagt-udvalg/feed.xml":
            found = re.search(
                rb"punkt-90|nedlagt-udvalg/2026-02-02/punkt|nedtaget|Kanarie|2026-01-06|Taget ned", content
            )
            assert found is None, (name, found)
    agenda = page(corrected, MEETING).select_one('a[href="punkt-90/"]')
    assert agenda is not None
    assert agenda.get_text() == "Taget ned"


def test_a_tombstone_shows_nothing_else(tmp_path: Path) -> None:
    """Whatever a hand has left on its page."""
    left = item("20", "Et punkt", body="## Beslutning\n\nKanariefuglen godkendt.\n", outcome="approved")
    told = left.replace("type: item\n", f"type: item\nwithdrawn: {GONE}\ncase_number: Kanariesagen\n")
    pages = {f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10"), f"{MEETING}/punkt-20.md": told}

    site = build_site(tmp_path, pages, site_url=ADDRESS)

    assert "Siden er taget ned" in (site / MEETING / "punkt-20/index.html").read_text(encoding="utf-8")
    packed = [gzip.decompress(file.read_bytes()) for file in site.rglob("*.pf_fragment")]
    held = [*packed, *(file.read_bytes() for file in site.rglob("*.*"))]
    assert not any(b"Kanarie" in content or b"kanarie" in content for content in held)


def test_the_site_passes_the_audit(corrected: Path) -> None:
    """Every link of it leads somewhere."""
    assert list(audit(corrected)) == []


@pytest.mark.parametrize(
    "now",
    [
        item("20", "Lukket punkt", access="closed"),
        stone("item", number="20", position=20, access="open"),
    ],
)
def test_words_of_a_page_that_is_shut_stop_the_build(tmp_path: Path, now: str) -> None:
    """Also where nobody ran the check."""
    change = dump({"type": "change", "page": "../punkt-20.md", "date": "2026-05-12", "note": "x"}, DIFF)
    pages = {
        f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10"),
        f"{MEETING}/punkt-20.md": now,
        f"{MEETING}/{WORDS}": change,
    }

    with pytest.raises(Abort):
        build_site(tmp_path, pages)
    assert not (tmp_path / "site").exists()


def test_a_difference_is_read_as_it_was_written() -> None:
    """Pieces by their signs, paragraphs by empty lines, and a line without a sign as it is."""
    body = "```diff\n@\n  a b\n- c\n+ d\n\nuden tegn\n```\n"

    assert [[(piece.kind, piece.text) for piece in one] for one in paragraphs(body)] == [
        [("left_out", ""), ("same", "a b"), ("deleted", "c"), ("added", "d")],
        [("same", "uden tegn")],
    ]
