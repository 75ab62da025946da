"""What a reader finds on the pages of a built site."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.site.building import build_site
from tests.site.municipality import FINANCE, MEETING, PAGES, TECHNICAL, item, meeting


def page(site: Path, address: str) -> BeautifulSoup:
    """A built page."""
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """The one element that a selector finds."""
    (found,) = soup.select(selector)
    return found


def text(element: BeautifulSoup | Tag) -> str:
    """What a reader sees, on one line."""
    return " ".join(element.get_text(" ").split())


@pytest.mark.parametrize(
    "address",
    [
        "",
        "udvalg",
        "aar",
        "aar/2026",
        "aar/uden-dato",
        "dokumenter",
        "dokumenter/vores-fjord",
        "teknik-og-miljoeudvalget",
        "teknik-og-miljoeudvalget/2026",
        "ukendt-udvalg/uden-dato",
        MEETING,
        f"{MEETING}/samlet",
        f"{MEETING}/punkt-21",
        "sager",
        "sager/bogstav-c",
        f"{MEETING}/bilag/punkt-21-bilag-1",
    ],
)
def test_every_kind_of_page_has_one_heading_and_its_name_in_the_tab(site: Path, address: str) -> None:
    """Each page has one h1, a title that ends with the site's name, and says that it is Danish."""
    built = page(site, address)

    assert len(built.select("h1")) == 1
    assert text(one(built, "title")).endswith("Referater fra Birkevig Kommune")
    assert built.html
    assert built.html["lang"] == "da"


def test_the_front_page_tells_what_was_decided(site: Path) -> None:
    """The newest decisions stand on the front page with their words, without formalities and closed items."""
    decisions = one(page(site, ""), "[aria-labelledby=seneste-beslutninger]")

    assert [text(title) for title in decisions.select("h3")] == [
        "Cykelsti langs Fjordvejen",
        "Salg af skolen",
        "Budgetopfølgning",
    ]
    assert "Bertil Kragskov (C) tager forbehold for finansieringen" in text(decisions)
    assert "tirsdag den 10. marts 2026" in text(decisions)


def test_the_front_page_tells_agendas_from_minutes(site: Path) -> None:
    """A meeting of which only the agenda is out is no minutes, and a cancelled one is neither."""
    home = page(site, "")

    assert text(one(home, "[aria-labelledby=naeste-moeder] ul")) == (
        f"TM {TECHNICAL} tirsdag den 14. april 2026 · 1 punkt Dagsorden"
    )
    minutes = [text(row) for row in home.select("[aria-labelledby=seneste-moeder] li")]
    assert minutes == [
        f"TM {TECHNICAL} tirsdag den 10. marts 2026 · 4 punkter Udkast til referat",
        f"ØK {FINANCE} tirsdag den 3. marts 2026 (2. møde) · 1 punkt",
        f"TM {TECHNICAL} tirsdag den 11. november 2025 · 1 punkt",
        "? Udvalg ikke oplyst Dato ikke oplyst · 1 punkt",
    ]


def test_an_item_shows_its_decision_first_and_its_facts(site: Path) -> None:
    """Every committee's decision stands above the facts, in the words of the minutes, then all else."""
    built = page(site, f"{MEETING}/punkt-21")

    assert text(one(built, "h1")) == "21. Cykelsti langs Fjordvejen"
    assert text(one(built, ".verdict")).replace(" #", "").replace(" .", ".") == (
        "Godkendt Beslutning i Økonomiudvalget den 03-03-2026 Økonomiudvalget anbefaler indstillingen."
        " Beslutning i Teknik- og Miljøudvalget den 10-03-2026 Indstillingen blev godkendt."
        " Bertil Kragskov (C) tager forbehold for finansieringen af træbroen."
    )
    titles = [text(title).replace(" #", "") for title in built.select("article h2")]
    assert titles[:4] == [
        "Beslutning i Økonomiudvalget den 03-03-2026",
        "Beslutning i Teknik- og Miljøudvalget den 10-03-2026",
        "Sagens vej",
        "Sagsfremstilling",
    ]
    facts = dict(zip(map(text, built.select(".facts dt")), map(text, built.select(".facts dd")), strict=True))
    assert facts == {
        "Sagsnummer": "26/1187",
        "Punktets art": "Beslutning",
        "Sagen afgøres i": "Byrådet",
        "Afsat tid": "20 minutter",
        "Ansvarligt center": "Teknik, Plan og Kultur",
    }


def test_an_item_tells_who_treated_it(site: Path) -> None:
    """Each committee's decision is listed with its date, outcome and who was absent, oldest first."""
    steps = [text(step) for step in page(site, f"{MEETING}/punkt-21").select(".steps li")]

    assert steps == [
        "Økonomiudvalget , 3. marts 2026 Anbefalet Ikke til stede: Karl Brohus",
        "Teknik- og Miljøudvalget (dette punkt) , 10. marts 2026 Godkendt",
    ]


def test_attachments_lead_where_they_lie(site: Path) -> None:
    """A text page, a published file and a web address are links, a title alone is none."""
    listed = page(site, f"{MEETING}/punkt-21").select(".attachments li")

    assert [link["href"] if (link := row.a) else None for row in listed] == [
        "../bilag/punkt-21-bilag-1/",
        "../bilag/overslag.pdf",
        "https://www.cykelpuljen.example/tilsagn.pdf",
        None,
    ]


def test_a_closed_item_says_why_it_may_be_closed(site: Path) -> None:
    """A closed item shows its mark, its decision and the reasons there can be, and no facts."""
    built = page(site, f"{MEETING}/punkt-22")

    assert text(one(built, ".verdict")).startswith("Lukket punkt Godkendt Beslutning")
    assert "Et punkt kan lukkes, når det for eksempel" in text(one(built, ".verdict"))
    assert not built.select("article .facts")


def test_of_a_closed_item_nothing_but_its_title_and_decision_is_taken_over(tmp_path: Path) -> None:
    """A page that says more of a closed item than it may does not get it shown."""
    leaking = item(
        "22", "Lukket", access="closed", case_number="26/HEMMELIG", attachments=[{"title": "HEMMELIGT notat"}]
    )

    built = build_site(tmp_path, PAGES | {f"{MEETING}/punkt-22.md": leaking})

    assert not [path for path in built.rglob("*") if path.is_file() and b"HEMMELIG" in path.read_bytes()]


def test_a_meeting_lists_its_items_with_their_outcome(site: Path) -> None:
    """The agenda shows number, title, mark, and the words of a decision that says more than its mark."""
    rows = [text(row) for row in page(site, MEETING).select(".agenda li")]

    assert rows == [
        "Punkt 20 Godkendelse af dagsorden Godkendt",
        (
            "Punkt 21 Cykelsti langs Fjordvejen Godkendt Indstillingen blev godkendt. "
            "Bertil Kragskov (C) tager forbehold for finansieringen af træbroen."
        ),
        "Punkt 22 Lukket - Arealerhvervelse Lukket punkt Godkendt",
        "Punkt 23 Orientering",
    ]


def test_a_meeting_tells_who_was_there(site: Path) -> None:
    """Attendance stands in groups with counts, each person with party, role and remark."""
    groups = [text(group) for group in page(site, MEETING).select(".attendance__group")]

    assert groups == [
        "Til stede (2) Maren Toftegaard (A) , formand Signe Havelund (F)",
        "Ikke til stede (1) Henrik Stubkær (O) – sygdom",
    ]


def test_items_and_meetings_know_their_neighbours(site: Path) -> None:
    """The way on leads to the item before and after, and to the committee's meeting before and after."""

    def ways(address: str) -> list[str]:
        return [str(link["href"]) for link in page(site, address).select(".neighbours a")]

    assert ways(f"{MEETING}/punkt-21") == ["../punkt-20/", "../punkt-22/"]
    assert ways(f"{MEETING}/punkt-20") == ["../punkt-21/"]
    assert ways(MEETING) == ["../2025-11-11/", "../2026-04-14/"]


def test_beside_a_page_stands_its_own_meeting_and_committee_only(site: Path) -> None:
    """An item's page links to no other meeting's items and to no other committee."""
    links = {str(link["href"]) for link in page(site, f"{MEETING}/punkt-21").select("aside a, header a")}

    assert {link for link in links if "punkt-" in link} == {"../punkt-20/", "../punkt-22/", "../punkt-23/"}
    assert not [link for link in links if "oekonomiudvalget/" in link]


@pytest.mark.parametrize("directories", [True, False])
def test_the_list_of_a_meeting_marks_the_page_it_stands_on(tmp_path: Path, *, directories: bool) -> None:
    """Each item's page has all items of its meeting beside it, itself marked, by ways that lead there."""
    built = build_site(tmp_path, PAGES, use_directory_urls=directories)
    end = "/index.html" if directories else ".html"
    names = [f"punkt-{number}" for number in (20, 21, 22, 23)]

    for own in names:
        file = built / f"{MEETING}/{own}{end}"
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        links = soup.select("a:has(.beside__number)")
        goals = [(file.parent / str(link["href"]) / ("index.html" * directories)).resolve() for link in links]
        assert goals == [built.resolve() / f"{MEETING}/{name}{end}" for name in names]
        assert [name for name, link in zip(names, links, strict=True) if link.get("aria-current")] == [own]


def test_a_body_is_not_taken_for_front_matter(tmp_path: Path) -> None:
    """MkDocs reads "word: text" at the start of a page as facts; the first words of a body stay."""
    pages = PAGES | {f"{MEETING}/punkt-23.md": item("23", "Orientering", body="Beslutning: Udsat.\n")}

    built = build_site(tmp_path, pages)

    assert "Beslutning: Udsat." in text(one(page(built, f"{MEETING}/punkt-23"), ".prose"))


def test_a_site_of_several_municipalities_tells_them_apart(tmp_path: Path) -> None:
    """Without one municipality the committees of each stand under its name."""
    other = "ellerlund-kommune/oekonomiudvalget/2026-01-06/index.md"
    pages = PAGES | {other: meeting(FINANCE, "2026-01-06", municipality="Ellerlund Kommune")}

    built = page(build_site(tmp_path, pages), "udvalg")

    assert [text(heading) for heading in built.select("article h2")] == [
        "Birkevig Kommune",
        "Ellerlund Kommune",
    ]
