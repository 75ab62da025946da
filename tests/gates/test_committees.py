"""A committee that is hardly one is pointed out, with the one that was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from converters.frontmatter.examined import examine
from converters.gates.committees import committee_problems, committees_of
from converters.gates.pages import ContentPage
from converters.gates.problems import Problem

KNOWN = ("Byrådet", "Teknik- og Miljøudvalget", "Ældreudvalget")


def page(path: str, committee: str, decided: str | None = None) -> ContentPage:
    """A page of a committee, with a decision of another."""
    rows = (
        f"decisions:\n  - {{outcome: noted}}\n  - {{committee: {decided}, outcome: noted}}\n"
        if decided
        else ""
    )
    text = f"---\ntype: item\ncommittee: {committee}\n{rows}---\n"
    found = examine(text)
    return ContentPage(path=path, text=text, page=found.page, places=found.places)


def archive(*more: ContentPage) -> list[Problem]:
    """What is said of an archive of some meetings of known committees, and these pages."""
    pages = [page(f"{name}/2026-0{month}-05/punkt-1.md", name) for name in KNOWN for month in range(1, 5)]
    return list(committee_problems([*pages, *more]))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Byraadet", "Byrådet"),
        ("BYRÅDET", "Byrådet"),
        ("Byrådt", "Byrådet"),
        ("Teknik og Miljøudvalget", "Teknik- og Miljøudvalget"),
        ("Teknik-  og Miljøudvalget", "Teknik- og Miljøudvalget"),
        ("Ældeudvalget", "Ældreudvalget"),
    ],
)
def test_a_misspelt_committee_is_refused(name: str, meant: str) -> None:
    """On one page, where it can only be a slip."""
    [found] = archive(page("x/2026-05-05/punkt-1.md", name))

    assert (found.line, found.blocks, found.code) == (3, True, "unknown-committee")
    assert found.text == f"Udvalget »{name}« kendes ikke fra andre møder. Mente du »{meant}«?"
    assert found.hint == f"Skriv committee: {meant}"


def test_a_misspelt_committee_of_a_decision_knows_its_row() -> None:
    """Decisions name other committees."""
    [found] = archive(page("Byrådet/2026-05-05/punkt-1.md", "Byrådet", "Ældreudvalgt"))

    assert (found.line, "»Ældreudvalget«" in found.text) == (6, True)


def test_a_whole_meeting_of_a_new_committee_is_asked_about_once() -> None:
    """Its source may be right: a committee has a first meeting."""
    [found] = archive(*(page(f"x/2026-05-05/punkt-{number}.md", "Ældreudvalgte") for number in range(5)))

    assert not found.blocks


@pytest.mark.parametrize("name", ["Ældrerådet", "Planudvalget", "Klimaudvalget", "Byret", "Økonomiudvalget"])
def test_another_committee_is_another_committee(name: str) -> None:
    """Names that share a word are not the same."""
    assert archive(page("x/2026-05-05/punkt-1.md", name)) == []


def test_a_committee_that_the_settings_name_is_known_from_its_first_meeting(tmp_path: Path) -> None:
    """A new town has few meetings; what it said of its committees counts, commas in names too."""
    names = '["Plan-, Miljø- og Klimaudvalget", "Byrådet"]'
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  committees: {names}\n", encoding="utf-8")
    told = committees_of(tmp_path / "content")
    pages = [
        page("byraadet/2026-01-05/punkt-1.md", "Byrådet"),
        page("x/2026-05-05/punkt-1.md", "Byraadet"),
        page("y/2026-05-06/punkt-1.md", "Plan- Miljø- og Klimaudvalget"),
    ]

    found = [one.text for one in committee_problems(pages, told)]

    assert told == ("Plan-, Miljø- og Klimaudvalget", "Byrådet")
    assert [text.rpartition("Mente du ")[2] for text in found] == [
        "»Byrådet«?",
        "»Plan-, Miljø- og Klimaudvalget«?",
    ]
    assert not list(committee_problems(pages[:1], told))
