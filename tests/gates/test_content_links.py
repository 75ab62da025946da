"""Links from page to page in the content folder."""

import datetime as dt
from pathlib import Path

import pytest

from converters.gates.check import check
from converters.writers.meeting import meeting_pages
from tests.chamber import item, public

PLACE = "teknik-og-miljoeudvalget/2026-03-05"
ATTACHMENT = (
    "---\ntype: attachment\ntitle: Plan\nitem: '1'\n"
    f"source: {{file: plan.pdf, sha256: {'a' * 64}}}\n---\n\n### Planens mål\n\nEn sti.\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A meeting of two items, and a page written by hand."""
    for name, text in meeting_pages(public(item(1, "1"), item(2, "2"))).items():
        page = tmp_path / PLACE / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="\n")
    (tmp_path / "om.md").write_text("# Om siderne\n\n## Hvad står her? { #hvad }\n", encoding="utf-8")
    return tmp_path


def told(content: Path, address: str) -> list[tuple[str, bool, int | None]]:
    """What the check says where an item's text holds a link."""
    page = content / PLACE / "punkt-1.md"
    text = page.read_text(encoding="utf-8").replace(
        "Stien er slidt.", f"Stien er slidt, [se her]({address})."
    )
    page.write_text(text, encoding="utf-8", newline="\n")
    return [(one.code, one.blocks, one.line) for one in check(content, dt.date(2026, 3, 5))]


@pytest.mark.parametrize(
    "address",
    [
        *[
            "punkt-2.md",
            "punkt-2.md#beslutning",
            "#sagsfremstilling",
            "../../om.md#hvad",
            "#a.3",
            "#beslutning_1",
        ],
        *["https://birkevig.dk/findes-ikke.md", "/om/", "../../sager/index.md"],
        *["#beslutning_1", "samlet.md", "../../data/punkter.csv", "punkt-2.md#:~:text=stien"],
    ],
)
def test_a_link_that_leads_somewhere_is_fine(content: Path, address: str) -> None:
    """Also to what the site makes, and to the web."""
    assert told(content, address) == []


@pytest.mark.parametrize(
    "address", ["punkt-9.md", "bilag/kort.pdf", "../2026-03-06/punkt-1.md", "punkt%202.md"]
)
def test_a_link_to_a_page_that_is_not_there_blocks(content: Path, address: str) -> None:
    """It is named with its line."""
    [(code, blocks, line)] = told(content, address)

    assert (code, blocks) == ("dead-link", True)
    assert (
        "se her" in (content / PLACE / "punkt-1.md").read_text(encoding="utf-8").splitlines()[(line or 0) - 1]
    )


@pytest.mark.parametrize("address", ["punkt-2.md#oekonomi", "#oekonomi", "../../om.md#hvorfor"])
def test_a_link_to_a_place_that_is_not_there_is_a_warning(content: Path, address: str) -> None:
    """Places that templates make are known to the built site alone."""
    assert [(code, blocks) for code, blocks, _ in told(content, address)] == [("dead-anchor", False)]


def test_what_is_no_link_is_not_looked_at(content: Path) -> None:
    """A bracket that is escaped."""
    page = content / PLACE / "punkt-1.md"
    text = page.read_text(encoding="utf-8").replace("Stien er slidt.", "Se \\[her\\](punkt-9.md).")
    page.write_text(text, encoding="utf-8", newline="\n")

    assert list(check(content, dt.date(2026, 3, 5))) == []


@pytest.mark.parametrize("linked", [True, False])
def test_an_attachment_that_no_page_names_is_a_warning(content: Path, *, linked: bool) -> None:
    """Its page would be published, and nobody would find it."""
    (content / PLACE / "bilag").mkdir()
    (content / PLACE / "bilag/punkt-1-bilag-1.md").write_text(ATTACHMENT, encoding="utf-8")

    found = told(content, "bilag/punkt-1-bilag-1.md#planens-maal" if linked else "#sagsfremstilling")

    assert found == ([] if linked else [("unlinked-attachment", False, None)])
