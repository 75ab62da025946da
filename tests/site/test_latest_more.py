"""What counts as news: cases, however their titles begin, and the meetings to come."""

from __future__ import annotations

from pathlib import Path

import pytest

from converters.site.latest import FORMALIA
from tests.site.building import build_site
from tests.site.municipality import FINANCE, MEETING, TECHNICAL, attachment, item, meeting
from tests.site.test_pages import one, page, text


@pytest.mark.parametrize(
    "title",
    [
        "Underskriftsindsamling mod lukning af Møllevej Skole",
        "Eventuelt salg af Rådhusvej 3",
        "Orientering om lukning af plejecenter",
        "Godkendelse af referatet for svømmehallen",
        "Dagsordenens åbenhed",
    ],
)
def test_a_case_is_no_formality(title: str) -> None:
    """A title that only begins as a formality does is looked for on a front page."""
    assert FORMALIA.fullmatch(title) is None


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af dagsorden",
        "Godkendelse af referat fra mødet den 3. marts",
        "Underskrifter",
        "Underskriftsark",
        "Eventuelt",
        "Orientering",
        "Orientering fra formanden",
        "Gensidig orientering",
        "Meddelelser",
        "Næste møde",
        "Bordet rundt",
    ],
)
def test_a_formality_is_one(title: str) -> None:
    """Items that every meeting has are no news."""
    assert FORMALIA.fullmatch(title)


def test_a_cancelled_meeting_to_come_is_told_of(tmp_path: Path) -> None:
    """Whoever is on the way must know."""
    pages = {
        f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10"),
        "oekonomiudvalget/2026-04-07/index.md": meeting(
            FINANCE, "2026-04-07", stage="agenda", cancelled=True
        ),
    }

    rows = page(build_site(tmp_path, pages), "").select("[aria-labelledby=naeste-moeder] li")

    assert [text(row) for row in rows] == [f"ØK {FINANCE} tirsdag den 7. april 2026 · ingen punkter Aflyst"]


def test_without_minutes_the_newest_agendas_are_shown(tmp_path: Path) -> None:
    """An archive of agendas shows the last, not the first."""
    pages = {
        f"oekonomiudvalget/{year}-04-07/index.md": meeting(FINANCE, f"{year}-04-07", stage="agenda")
        for year in range(2015, 2027)
    }

    rows = page(build_site(tmp_path, pages), "").select("[aria-labelledby=naeste-moeder] time")

    assert [row["datetime"] for row in rows] == [f"{year}-04-07" for year in range(2023, 2027)]


def test_an_attachment_belongs_to_the_item_that_lists_it(tmp_path: Path) -> None:
    """The position of one item may be the number of another."""
    pages = {
        f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10"),
        f"{MEETING}/punkt-a.md": item(None, "Åbning", position=1),
        f"{MEETING}/punkt-1.md": item(
            "1", "Sti", position=2, attachments=[{"title": "Kort", "href": "bilag/punkt-1-bilag-1.md"}]
        ),
        f"{MEETING}/bilag/punkt-1-bilag-1.md": attachment("Kort", "1", "Et kort.\n"),
    }

    built = page(build_site(tmp_path, pages), f"{MEETING}/bilag/punkt-1-bilag-1")

    assert text(one(built, ".page-head__over")) == "Bilag til 1. Sti"


def test_the_address_of_a_paragraph_outlives_the_decision(tmp_path: Path) -> None:
    """When minutes take the place of the agenda, what was the first paragraph still is."""
    before = "## Sag\n\nFørst.\n\n## Indstilling\n\nAt det sker.\n"
    after = "## Indstilling\n\nAt det sker.\n"
    agenda = {
        f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10", stage="agenda"),
        f"{MEETING}/punkt-1.md": item("1", "Sti", body=before),
    }
    minutes = {
        f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10"),
        f"{MEETING}/punkt-1.md": item(
            "1", "Sti", body=f"## Sag\n\nFørst.\n\n## Beslutning\n\nJa.\n\n{after}", outcome="approved"
        ),
    }

    for name, pages in (("agenda", agenda), ("minutes", minutes)):
        built = page(build_site(tmp_path / name, pages), f"{MEETING}/punkt-1")
        found = {str(tag["id"]): text(tag) for tag in built.select(".prose [id^='a.']")}
        assert found == {"a.1": "Først.", "a.2": "At det sker."}


def test_an_item_of_an_agenda_says_so(tmp_path: Path) -> None:
    """Whoever comes from a search engine must not take a proposal for a decision."""
    pages = {
        f"{MEETING}/index.md": meeting(TECHNICAL, "2026-03-10", stage="agenda"),
        f"{MEETING}/punkt-1.md": item("1", "Lukket punkt", access="closed"),
    }

    built = text(one(page(build_site(tmp_path, pages), f"{MEETING}/punkt-1"), "article"))

    assert "Dette er dagsordenen." in built
    assert "Punktet behandles for lukkede døre." in built
    assert "er behandlet" not in built
