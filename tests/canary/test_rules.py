"""Each rule that keeps something closed is switched off in turn, and each time the search finds words.

There are three lines: what is converted, what is built, what is audited.  Each is tried by itself, since the
next one would catch what it lets through: the site is built of pages that were never redacted, and the audit
is given a site that guarded nothing.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converters import ledger, redact
from converters.closed_items import Shown
from converters.fold.register import Register, Verdict
from converters.gates.audit import audit
from converters.ledger import LeftOut
from converters.model import Access, AgendaItem, Source
from converters.site import closed_pages, reading
from converters.withheld import seals, shelf
from converters.writers import item as item_pages
from tests.canary.corpus import FOLDER, TEXT
from tests.canary.making import Papers, Switch, built, convert, leaks

ALL, NOTHING = Shown(), Shown(title=False, decision=False)
NO_TITLE, NO_DECISION = Shown(title=False), Shown(decision=False)
verdict = Register.verdict
whole_public = redact._public  # noqa: SLF001 - one rule of it is switched off at a time
open_facts = item_pages._open_facts  # noqa: SLF001 - as above


# The first line: conversion.


def made_anew(patch: pytest.MonkeyPatch) -> None:
    """A closed item passes as it is."""
    patch.setattr(redact, "_public", lambda item, _source, _shown: item)


def _as_if(**shown: bool) -> Switch:
    def public(item: AgendaItem, source: Source, real: Shown) -> AgendaItem:
        return whole_public(item, source, replace(real, **shown))

    return lambda patch: patch.setattr(redact, "_public", public)


def pictures_and_links(patch: pytest.MonkeyPatch) -> None:
    """What stands in a decision passes as it is."""
    patch.setattr(redact, "_public_content", tuple)


def front(patch: pytest.MonkeyPatch) -> None:
    """What stands before the first item passes as it is."""
    patch.setattr(redact, "_front", lambda blocks, _hidden: tuple(blocks))


def remarks(patch: pytest.MonkeyPatch) -> None:
    """Remarks of attendance pass as they are."""
    patch.setattr(redact, "_without_titles", lambda one, _hidden: one)


def counts_and_hashes(patch: pytest.MonkeyPatch) -> None:
    """The ledger holds withheld words."""

    def row(entry: LeftOut, source: str) -> dict[str, object]:
        return {"source": source, "text": entry.text}

    patch.setattr(ledger, "_row", row)


def sealed(patch: pytest.MonkeyPatch) -> None:
    """Seals are the words themselves."""
    patch.setattr(seals.Sealer, "seal", lambda _self, words: " ".join(words))
    patch.setattr(shelf.Shelf, "_read", lambda _self, _name: None)


def files_beside(patch: pytest.MonkeyPatch) -> None:
    """A file that is named for a closed item belongs to the meeting."""

    def judged(self: Register, file: str) -> Verdict:
        found = verdict(self, file)
        found.closed = False
        return found

    patch.setattr(Register, "verdict", judged)


CONVERTING: dict[str, tuple[Switch, Shown, set[str]]] = {
    "a closed item is made anew": (made_anew, ALL, {"text of a section", "label", "cell of a table"}),
    "the title is hidden": (_as_if(title=True), NO_TITLE, {"title"}),
    "the decision is hidden": (_as_if(decision=True), NO_DECISION, {"decision", "absent"}),
    "pictures and links": (pictures_and_links, ALL, {"decision link", "picture of the decision"}),
    "what stands before the first item": (front, NO_TITLE, {"title"}),
    "remarks of attendance": (remarks, NO_TITLE, {"title"}),
    "the ledger counts": (counts_and_hashes, ALL, {"text of a section"}),
    "seals": (sealed, ALL, {"text of a section"}),
    "files beside": (files_beside, ALL, {"text of a PDF", "author of a Word file", "name of a PDF"}),
}


@pytest.mark.parametrize("rule", CONVERTING)
def test_each_rule_of_conversion_is_needed(rule: str, papers: Papers, tmp_path: Path) -> None:
    """Without it, words stand in what is written that may not."""
    switch, shown, expected = CONVERTING[rule]

    convert(papers, tmp_path, shown, switch)

    assert leaks(papers, tmp_path, shown) >= expected


# The second line: the site, of pages that nobody redacted.


def never_redacted(patch: pytest.MonkeyPatch) -> None:
    """Closed items are written with all they hold, though they say that they are closed."""
    made_anew(patch)
    patch.setattr(item_pages, "_open_facts", lambda item: open_facts(replace(item, access=Access.OPEN)))


@pytest.fixture(scope="module")
def pages(papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder of closed items as they are, with an attachment's page and file beside one."""
    content = convert(papers, tmp_path_factory.mktemp("lukket"), NOTHING, never_redacted)
    folder = content / FOLDER[TEXT] / "bilag"
    told = papers.words.of(TEXT, "page of a closed attachment")
    head = "type: attachment\ntitle: Bilag\nitem: '3'\ncommittee: Teknikudvalget\ndate: 2026-03-03"
    (folder / "punkt-3-bilag-1.md").write_text(f"---\n{head}\n---\n\n{told}\n", "utf-8")
    (folder / "andet.md").write_text(f"---\n{head}\n---\n\n{told}\n", "utf-8")
    told = papers.words.of(TEXT, "file of a closed attachment")
    (folder / "punkt-3-bilag-1.txt").write_text(told, "utf-8")
    return content


def whole_page(patch: pytest.MonkeyPatch) -> None:
    """A closed page is shown as it stands."""
    patch.setattr(closed_pages, "public", lambda page, _shown: page)


def sections(patch: pytest.MonkeyPatch) -> None:
    """Every section of a closed page is shown."""
    patch.setattr(closed_pages, "decision_of", lambda body: body)


def keys(patch: pytest.MonkeyPatch) -> None:
    """Every entry of a closed page's front matter is let in."""
    more = {"case_number", "item_type", "planned_minutes", "decided_by", "fields", "attachments"}
    patch.setattr(closed_pages, "ALWAYS", closed_pages.ALWAYS | more)


def open_fields(patch: pytest.MonkeyPatch) -> None:
    """What only open items have is read of all."""
    patch.setattr(reading, "is_open", lambda _access: True)


def both(patch: pytest.MonkeyPatch) -> None:
    """Neither of the two looks at the entries."""
    keys(patch)
    open_fields(patch)


def attachments(patch: pytest.MonkeyPatch) -> None:
    """What belongs to a closed item is built."""
    patch.setattr(closed_pages, "leftovers", lambda _pages, _files: frozenset())


def _built_as_if(**shown: bool) -> Switch:
    real = closed_pages.public
    return lambda patch: patch.setattr(
        closed_pages, "public", lambda page, given: real(page, replace(given, **shown))
    )


BUILDING: dict[str, tuple[Switch, Shown, set[str]]] = {
    "a closed page is made anew": (whole_page, ALL, {"text of a section", "label", "cell of a table"}),
    "only decisions are sections": (sections, ALL, {"text of a section", "recommendation"}),
    "the title is hidden": (_built_as_if(title=True), NO_TITLE, {"title"}),
    "the decision is hidden": (_built_as_if(decision=True), NO_DECISION, {"decision"}),
    "two look at the entries": (both, ALL, {"value of a field", "title of an attachment"}),
    "attachments": (attachments, ALL, {"page of a closed attachment", "file of a closed attachment"}),
}
SECOND: dict[str, Switch | None] = {"all": None, "keys alone": keys, "fields alone": open_fields}


def decided_without_pictures(fields: set[str]) -> set[str]:
    """Less what only conversion can know of a decision: where its links lead, and what its pictures show."""
    return fields - {"decision link", "picture of the decision"}


@pytest.mark.parametrize("shown", [ALL, NOTHING], ids=str)
@pytest.mark.parametrize("switch", SECOND)
def test_the_site_guards_what_was_never_redacted(
    switch: str, shown: Shown, papers: Papers, pages: Path, tmp_path: Path
) -> None:
    """Of pages that hold everything it shows what it may, even where one of two guards is off."""
    site = built(pages, tmp_path / "site", shown, SECOND[switch])

    assert decided_without_pictures(leaks(papers, site, shown)) == set()


@pytest.mark.parametrize("rule", BUILDING)
def test_each_rule_of_the_site_is_needed(rule: str, papers: Papers, pages: Path, tmp_path: Path) -> None:
    """Without it, words stand in the site that may not."""
    switch, shown, expected = BUILDING[rule]

    assert leaks(papers, built(pages, tmp_path / "site", shown, switch), shown) >= expected


# The third line: the audit, of a site that guarded nothing.


def nothing_guards(patch: pytest.MonkeyPatch) -> None:
    """No rule of the site is on."""
    whole_page(patch)
    open_fields(patch)
    attachments(patch)


@pytest.fixture(scope="module")
def open_site(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which everything stands open."""
    return built(pages, tmp_path_factory.mktemp("aaben") / "site", NOTHING, nothing_guards)


def told(site: Path, content: Path) -> set[tuple[str, str, str]]:
    """What the audit says of withheld text: the code, the ending of the file, and run or name."""
    return {
        (one.code, Path(one.file).suffix, "navn" if "et navn" in one.text else "tekst")
        for one in audit(site, content=content)
        if one.code.startswith("withheld")
    }


def test_the_audit_finds_what_nobody_guarded(open_site: Path, pages: Path) -> None:
    """Text and names, in pages, the index, tables and feeds; and says where each belongs."""
    found = told(open_site, pages)

    assert found >= {("withheld", ending, "tekst") for ending in (".html", ".pf_fragment")}
    everywhere = (".html", ".pf_fragment", ".csv", ".ndjson", ".json", ".xml")
    assert found >= {("withheld", ending, "navn") for ending in everywhere}
    problems = [one for one in audit(open_site, content=pages) if one.code == "withheld"]
    assert all(one.blocks and "(hører til teknikudvalget/2026-03-0" in one.text for one in problems)
    own = [one for one in problems if one.file.endswith("2026-03-03/punkt-3/index.html")]
    assert all(one.line for one in own)
