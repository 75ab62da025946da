"""No word of a closed item stands in any byte that is written, but those that the settings show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from converters.closed_items import Shown
from converters.gates.audit import audit
from tests.canary.corpus import Public
from tests.canary.making import Papers, built, convert, leaks
from tests.canary.search import words_in

SETTINGS = [Shown(title=title, decision=decision) for title in (True, False) for decision in (True, False)]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of the corpus under one setting."""

    shown: Shown
    desk: Path
    site: Path


@pytest.fixture(
    scope="module",
    params=SETTINGS,
    ids=lambda shown: f"title {shown.title}, decision {shown.decision}",
)
def made(request: pytest.FixtureRequest, papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The corpus converted and built."""
    shown: Shown = request.param
    desk = tmp_path_factory.mktemp("bord")
    content = convert(papers, desk, shown)
    return Made(shown, desk, built(content, desk / "site", shown))


def test_nothing_that_is_withheld_is_written(papers: Papers, made: Made) -> None:
    """Not in a page, a record, the ledger, a seal, the index, a feed, a table, a file or its properties."""
    assert leaks(papers, made.desk, made.shown) == set()


def test_everything_that_is_open_is_shown(papers: Papers, made: Made) -> None:
    """The search is not blind: it finds open words in pages, PDFs, Word files, properties and the index."""
    found = words_in(made.site)

    assert papers.may_show(made.shown) - found.keys() == set()
    kinds = {
        name.rpartition(".")[2]
        for word, names in found.items()
        for name in names
        if papers.words.held[word][2] is Public.ALWAYS
    }
    assert kinds >= {"html", "pdf", "docx", "pf_fragment", "pf_index", "csv", "json"}


def test_the_audit_lets_it_through(made: Made) -> None:
    """What may be shown is no finding."""
    assert list(audit(made.site, content=made.desk / "content")) == []


def test_without_a_title_the_page_says_that_it_is_closed(made: Made) -> None:
    """A reader sees that there was an item, and its number."""
    page = (made.site / "teknikudvalget/2026-03-03/punkt-3/index.html").read_text("utf-8")

    assert ("3. Lukket punkt" in page) is not made.shown.title
    assert ("Salg af" in page) is made.shown.title
