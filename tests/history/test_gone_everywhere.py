"""What was taken down stands in no byte of the site: not in any kind of file that told of it before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from converters.cli import CLEAN
from converters.closed_items import Shown
from converters.gates.audit import audit
from tests.canary.making import built
from tests.canary.search import words_in
from tests.chamber import minutes
from tests.history.town import PLACE, Town

TITLE, DECISION, CASE, ATTACHMENT, FILE, OTHER = (f"zk{number}zk" for number in range(101, 107))
OF_ATTACHMENT = {ATTACHMENT, FILE}
OF_ITEM = {TITLE, DECISION, CASE, *OF_ATTACHMENT}
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

# The kinds of files that tell of an item, and how each is known by its path in the site.
KINDS: dict[str, Callable[[str], bool]] = {
    "pages": lambda path: path.endswith(".html"),
    "search": lambda path: path.startswith("pagefind/") and path.endswith(".pf_fragment"),
    "search's words": lambda path: path.endswith(".pf_index"),
    "feeds": lambda path: path.endswith(".xml") and path != "sitemap.xml",
    "OParl": lambda path: "oparl" in path and path.endswith(".json"),
    "CSV": lambda path: path.endswith(".csv"),
    "NDJSON": lambda path: path.endswith(".ndjson"),
    "files": lambda path: path.endswith(".pdf"),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A town whose second item carries words of its own, in every field and in a file beside it."""
    town = Town(tmp_path_factory.mktemp("by"))
    town.source(minutes(("1", f"Valg {OTHER}", "Godkendt."), ("2", f"Sti {TITLE}", f"Vedtaget {DECISION}.")))
    town.convert()
    name, file = "punkt-2-bilag-1", f"kort-{FILE}.pdf"
    facts = f'title: "Kort {ATTACHMENT}"\nitem: "2"\nmunicipality: Birkevig Kommune\nfile: {file}\n'
    source = f"source: {{file: {FILE}.pdf, sha256: {'0' * 64}}}\n"
    town.page("bilag").mkdir()
    town.page(f"bilag/{name}.md").write_text(f"---\ntype: attachment\n{facts}{source}---\n\nTekst {FILE}.\n")
    town.page(f"bilag/{file}").write_bytes(f"Kort {FILE}".encode())
    rows = f'attachments:\n  - {{title: "Kort {ATTACHMENT}", href: bilag/{name}.md}}\n'
    town.edit("punkt-2.md", "source: {", f"{rows}source: {{")
    town.edit("punkt-2.md", "case_number:", f"case_number: {CASE} #")
    return town


@pytest.fixture(scope="module")
def before(published: Town) -> Path:
    """The site while it told of the item."""
    return site_of(published, "for")


def site_of(town: Town, name: str) -> Path:
    """The site of a town's pages as they stand."""
    return built(town.content, town.folder / name, Shown())


def taken_down(published: Town, tmp_path: Path, page: str) -> tuple[Town, Path]:
    """A copy of the town in which a page was taken down, and its site."""
    shutil.copytree(published.folder, tmp_path / "by")
    town = Town(tmp_path / "by")
    assert town.withdraw(f"{PLACE}/{page}") == CLEAN
    return town, site_of(town, "efter")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_told_of_it(before: Path, kind: str) -> None:
    """Else the next test would be of no use."""
    found = words_in(before)
    assert any(KINDS[kind](path) for word in OF_ITEM for path in found[word])


@pytest.mark.parametrize(
    ("page", "gone"),
    [
        ("punkt-2.md", OF_ITEM),
        ("bilag/punkt-2-bilag-1.md", OF_ATTACHMENT),
        ("index.md", {*OF_ITEM, OTHER}),
    ],
)
def test_it_stands_nowhere(published: Town, before: Path, tmp_path: Path, page: str, gone: set[str]) -> None:
    """Not in search, feeds, OParl, tables, linked data or sitemap, nor in a name; the rest stays."""
    town, site = taken_down(published, tmp_path, page)
    address = f"{PLACE}/{page}".removesuffix("/index.md").removesuffix(".md")
    shown = (site / address / "index.html").read_text(encoding="utf-8")
    every = {*OF_ITEM, OTHER}

    assert words_in(before).keys() == every
    assert words_in(site).keys() == every - gone
    assert words_in(town.content).keys() == every - gone
    assert '<meta name="robots" content="noindex">' in shown
    assert "Siden er taget ned" in shown
    assert f"/{address}/<" in (before / "sitemap.xml").read_text(encoding="utf-8")
    assert f"/{address}/<" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert [problem for problem in audit(site, content=town.content) if problem.blocks] == []
    assert town.check() == CLEAN


def test_linked_data_told_of_it(published: Town, before: Path, tmp_path: Path) -> None:
    """And does so no longer: neither its own page's nor its meeting's."""
    _, site = taken_down(published, tmp_path, "punkt-2.md")

    assert TITLE in linked_data(before / PLACE / "punkt-2/index.html")
    assert TITLE in linked_data(before / PLACE / "index.html")
    assert "punkt-2" not in linked_data(site / PLACE / "index.html")
    assert "DigitalDocument" not in linked_data(site / PLACE / "punkt-2/index.html")


def linked_data(page: Path) -> str:
    """The blocks of data in a page."""
    found = LINKED_DATA.findall(page.read_text(encoding="utf-8"))
    assert found
    return "".join(found)
