"""What a reader finds on an item's page about its decision and its case."""

from __future__ import annotations

from pathlib import Path

from tests.site.building import build_site
from tests.site.municipality import FINANCE, MEETING, PAGES, item
from tests.site.test_pages import one, page, text


def test_recommendation_and_decision_can_be_compared(tmp_path: Path) -> None:
    """An item with both offers them side by side; in the page the decision comes first."""
    body = "## Sagsfremstilling\n\nBaggrund.\n\n## Indstilling\n\nAt det sker.\n\n## Beslutning\n\nUdsat.\n"
    pages = PAGES | {f"{MEETING}/punkt-23.md": item("23", "Forsøg", body=body, outcome="postponed")}

    built = page(build_site(tmp_path, pages), f"{MEETING}/punkt-23")

    assert built.select("[data-side-by-side]")
    titles = [text(title).replace(" #", "") for title in built.select("article h2")]
    assert titles[:3] == ["Beslutning", "Indstilling", "Sagsfremstilling"]
    assert [link["href"] for link in built.select(".beside--contents a")][:3] == [
        "#beslutning",
        "#indstilling",
        "#sagsfremstilling",
    ]


def test_a_decision_names_the_next_stops(tmp_path: Path) -> None:
    """Whom a recommendation goes to stands at the end of the trail, linked where its minutes are here."""
    body = "## Beslutning\n\nAnbefales over for Økonomiudvalget og Byrådet.\n"
    pages = PAGES | {f"{MEETING}/punkt-23.md": item("23", "Forsøg", body=body, outcome="recommended")}

    step = page(build_site(tmp_path, pages), f"{MEETING}/punkt-23").select(".steps li")[-1]

    assert text(step) == "Derefter: Økonomiudvalget og Byrådet"
    assert [link["href"] for link in step.select("a")] == ["../../../oekonomiudvalget/"]


def test_a_case_is_followed_through_committees_and_spellings(tmp_path: Path) -> None:
    """Items with one case number, however spelled, lead to each other and to the page of the case."""
    pages = PAGES | {
        "oekonomiudvalget/2026-03-03-2/punkt-2.md": item(
            "2",
            "Cykelsti",
            FINANCE,
            "2026-03-03",
            "## Beslutning\n\nAnbefales.\n",
            outcome="recommended",
            case_number="2026-1187",
        )
    }
    built = build_site(tmp_path, pages)

    first = page(built, "oekonomiudvalget/2026-03-03-2/punkt-2").select(".steps a")
    case = page(built, "sager/2026-1187")

    assert "../../../teknik-og-miljoeudvalget/2026-03-10/punkt-21/" in [link["href"] for link in first]
    assert text(one(case, "h1")) == "Cykelsti langs Fjordvejen"
    assert [text(step) for step in case.select(".steps li")] == [
        "Økonomiudvalget , 3. marts 2026 2. Cykelsti Anbefalet",
        "Teknik- og Miljøudvalget , 10. marts 2026 21. Cykelsti langs Fjordvejen Godkendt",
    ]
    assert text(one(case, ".verdict .badge")) == "Godkendt"
    assert [text(link) for link in page(built, "sager").select(".chips a")] == ["C", "Å"]
    listed = one(page(built, "sager/bogstav-c"), ".cases a")
    assert (text(listed), listed["href"]) == ("Cykelsti langs Fjordvejen", "../2026-1187/")


def test_a_whole_meeting_stands_on_one_page(site: Path) -> None:
    """Every item is there in order with its words, no anchor twice, and no search engine is asked in."""
    built = page(site, f"{MEETING}/samlet")

    titles = [text(title) for title in built.select(".whole-item__title")]
    assert titles == [
        "20. Godkendelse af dagsorden",
        "21. Cykelsti langs Fjordvejen",
        "22. Lukket - Arealerhvervelse",
        "23. Orientering",
    ]
    anchors = [str(tag["id"]) for tag in built.select("[id]")]
    assert len(anchors) == len(set(anchors))
    assert "Formanden orienterede om Torvegade." in text(built)
    assert one(built, 'meta[name="robots"]')["content"] == "noindex"


def test_words_of_the_glossary_are_explained_where_they_stand(tmp_path: Path) -> None:
    """The first use of a word leads to the glossary and says what it means; a link is never put in a link."""
    body = (
        "## Indstilling\n\nForvaltningen indstiller. [Forvaltningen](https://x.example/) og forvaltningen.\n"
    )
    pages = PAGES | {f"{MEETING}/punkt-23.md": item("23", "Forsøg", body=body)}

    words = page(build_site(tmp_path, pages), f"{MEETING}/punkt-23").select("article .term")

    assert [text(word) for word in words] == ["Forvaltningen", "indstiller"]
    assert str(words[0]["href"]) == "../../../om/ordliste/#forvaltningen"
    assert str(words[0]["title"]).startswith("Kommunens ansatte")
