"""A page leads to where a clerk mends it, if the repository is known and a person writes the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, item

REPOSITORY = "https://github.example/birkevig/referater"
CLOSED = f"{MEETING}/punkt-98.md"


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small municipality's site, with a closed item, of a repository that is known."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPO_URL", REPOSITORY)
        pages = {**PAGES, CLOSED: item("98", "Lukket - Salg af grund", access="closed", position=98)}
        return build_site(tmp_path_factory.mktemp("ret"), pages)


def links(page: Path) -> list[str]:
    """Where a page is said to be mended."""
    text = page.read_text("utf-8")
    return [part.partition('"')[0] for part in text.split('class="edit-page"><a href="')[1:]]


@pytest.mark.parametrize("page", [f"{MEETING}/index.md", "om/data.md"])
def test_a_page_leads_to_its_own_file(mended: Path, page: str) -> None:
    """The address is that of the page's file on the main branch."""
    built = mended / page.removesuffix(".md").removesuffix("index") / "index.html"

    assert links(built) == [f"{REPOSITORY}/edit/main/content/{page}"]


def test_nobody_is_led_to_mend_a_closed_or_a_made_page(mended: Path) -> None:
    """A closed item's page is the source's alone, and a list is made anew at each build."""
    closed = mended / CLOSED.removesuffix(".md") / "index.html"
    assert closed.is_file()
    assert links(closed) == links(mended / "udvalg" / "index.html") == links(mended / "404.html") == []


def test_without_a_repository_there_is_no_link(site: Path) -> None:
    """A municipality that does not show its repository shows no way into it."""
    assert not any(links(page) for page in site.rglob("*.html"))
