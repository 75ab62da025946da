"""OParl: what a client finds that starts at the system and follows every address."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.published.conftest import AFTER, SITE_URL
from tests.published.oparl_rules import Client
from tests.site.building import build_site
from tests.site.municipality import MEETING, item, meeting


def test_every_object_follows_the_rules_and_is_reached(published: Path) -> None:
    """Nothing is missing, of the wrong kind or nowhere; and no file is left that nobody leads to."""
    client = Client(site=published, address=SITE_URL)
    assert list(client.faults()) == []
    files = {f"{SITE_URL}{path.relative_to(published)}" for path in (published / "oparl").rglob("*.json")}
    assert files == client.seen
    assert len(files) > 40


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("system.json", '"oparlVersion":', '"version":'),
        ("body/birkevig-kommune.json", '"legislativeTerm":[]', '"legislativeTerm":{}'),
        ("body/birkevig-kommune/meeting.json", '"currentPage":1', '"currentPage":2'),
        (f"agendaitem/{MEETING}/punkt-21.json", '"order":0', '"order":"0"'),
        (f"agendaitem/{MEETING}/punkt-21.json", f"/meeting/{MEETING}.json", "/meeting/andet.json"),
        (f"consultation/{MEETING}/punkt-21.json", '"id":"https:', '"id":"ftp:'),
    ],
)
def test_the_rules_find_what_is_wrong(published: Path, tmp_path: Path, file: str, old: str, new: str) -> None:
    """A test that cannot fail tells nothing."""
    shutil.copytree(published / "oparl", tmp_path / "oparl")
    path = tmp_path / "oparl" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert list(Client(site=tmp_path, address=SITE_URL).faults())


def test_an_item_says_what_became_of_it(published: Path) -> None:
    """Its decision, its case, its files."""
    found = json.loads((published / f"oparl/agendaitem/{MEETING}/punkt-21.json").read_bytes())
    assert found["name"] == "Cykelsti langs Fjordvejen"
    assert found["result"] == "Godkendt"
    assert found["resolutionText"].startswith("Indstillingen blev godkendt.")
    assert found["public"] is True
    assert [one["name"] for one in found["auxiliaryFile"]] == [
        "Bilag 1 – Kortbilag",
        "Bilag 2 – Anlægsoverslag",
    ]
    assert found["referat:links"] == [
        {"name": "Cykelpuljens tilsagn", "url": "https://www.cykelpuljen.example/tilsagn.pdf"}
    ]
    paper = json.loads((published / "oparl/paper/2026-1187.json").read_bytes())
    assert [one["agendaItem"] for one in paper["consultation"]] == [
        f"{SITE_URL}oparl/agendaitem/{MEETING}/punkt-21.json",
        f"{SITE_URL}oparl/agendaitem/{AFTER}/punkt-2.json",
    ]


def test_a_site_without_an_address_has_none(nowhere: Path) -> None:
    """An id has to be a whole address."""
    assert not (nowhere / "oparl").exists()


def test_long_lists_have_pages(tmp_path: Path) -> None:
    """A hundred objects on each."""
    pages = {}
    for number in range(1, 206):
        folder = f"byraadet/{1900 + number}-03-10"
        pages[f"{folder}/index.md"] = meeting("Byrådet", f"{1900 + number}-03-10")
    site = build_site(tmp_path, pages, site_url=SITE_URL)
    assert list(Client(site=site, address=SITE_URL).faults()) == []
    assert len(list((site / "oparl/body/birkevig-kommune").glob("meeting*.json"))) == 3


def test_each_municipality_is_a_body(tmp_path: Path) -> None:
    """Their committees and cases stay apart."""
    pages = {
        f"{slug}/byraadet/2026-03-10/{file}": text
        for slug, name in (("fjordby", "Fjordby Kommune"), ("birkevig", "Birkevig Kommune"))
        for file, text in {
            "index.md": meeting("Byrådet", "2026-03-10", municipality=name),
            "punkt-1.md": item("1", f"Skolen i {name}", "Byrådet", municipality=name, case_number="26/1"),
        }.items()
    }
    site = build_site(tmp_path, pages, site_url=SITE_URL)
    assert list(Client(site=site, address=SITE_URL).faults()) == []
    papers = {path.read_text(encoding="utf-8") for path in (site / "oparl/paper").rglob("*.json")}
    assert len(papers) == 2
    assert sorted(path.stem for path in (site / "oparl/body").glob("*.json")) == [
        "birkevig-kommune",
        "fjordby-kommune",
    ]
