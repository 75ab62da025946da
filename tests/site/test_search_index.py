"""The search index of a built site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from converters.site.filter_order import decoded, encoded
from tests.site.building import build_site
from tests.site.municipality import MEETING, PAGES, item

SIGNATURE = b"pagefind_dcd"


def fragments(site: Path) -> dict[str, dict[str, object]]:
    """What the index says of each page, by its address."""
    held = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
        for path in site.glob("pagefind/fragment/*.pf_fragment")
    ]
    return {str(one["url"]): one for one in held}


def test_every_page_that_says_something_is_found(site: Path) -> None:
    """Items, meetings, attachments, documents, committees and the pages about the site; no lists."""
    found = {url: page["filters"] for url, page in fragments(site).items()}

    kinds = {url: filters["type"] for url, filters in found.items() if isinstance(filters, dict)}
    assert kinds[f"{MEETING}/punkt-21/"] == ["Punkt"]
    assert kinds[f"{MEETING}/"] == ["Møde"]
    assert kinds[f"{MEETING}/bilag/punkt-21-bilag-1/"] == ["Bilag"]
    assert kinds["dokumenter/vores-fjord/"] == ["Dokument"]
    assert kinds["teknik-og-miljoeudvalget/"] == ["Udvalg"]
    assert kinds["om/"] == ["Vejledning"]
    assert not {"", "./", "soeg/", "aar/", "udvalg/", "teknik-og-miljoeudvalget/2026/"} & kinds.keys()
    assert found[f"{MEETING}/punkt-21/"] == {
        "udvalg": ["Teknik- og Miljøudvalget"],
        "aar": ["2026"],
        "udfald": ["Godkendt"],
        "type": ["Punkt"],
    }


def test_a_closed_item_is_found_by_what_its_page_shows_alone(tmp_path: Path) -> None:
    """Front matter that a closed item should not have does not reach the index."""
    word = "Hemmelighedskræmmeri"
    page = item(
        "22",
        "Lukket - Arealerhvervelse",
        body="## Beslutning\n\nGodkendt.\n",
        outcome="approved",
        access="closed",
        case_number="26/9999",
        fields=[{"label": "Sted", "value": word}],
        attachments=[{"title": word}],
    )

    site = build_site(tmp_path, PAGES | {f"{MEETING}/punkt-22.md": page})

    held = json.dumps(fragments(site), ensure_ascii=False)
    assert fragments(site)[f"{MEETING}/punkt-22/"]["content"] == "Beslutning. Godkendt."
    assert word not in held.replace("~", "")
    assert "9999" not in held


def test_only_what_the_search_page_loads_is_published(site: Path) -> None:
    """Pagefind's own interfaces stay out."""
    names = {path.name for path in (site / "pagefind").iterdir()}

    contents = {name for name in names if name.endswith(".pf_meta")}
    assert len(contents) == 1
    assert names - contents == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.da.pagefind",
        "fragment",
        "index",
        "filter",
    }


def test_filters_name_files_that_are_there(site: Path) -> None:
    """The list of contents, written anew in order, leads to each filter's file."""
    (contents,) = (site / "pagefind").glob("*.pf_meta")
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    value, _ = decoded(gzip.decompress(contents.read_bytes()).removeprefix(SIGNATURE), 0)

    assert contents.name == f"pagefind.{entry['languages']['da']['hash']}.pf_meta"
    assert isinstance(value, list)
    filters = value[3]
    assert isinstance(filters, list)
    assert [one[0] for one in filters if isinstance(one, list)] == ["aar", "type", "udfald", "udvalg"]
    named = {f"{one[1]}.pf_filter" for one in filters if isinstance(one, list)}
    assert named == {path.name for path in (site / "pagefind/filter").iterdir()}


@pytest.mark.parametrize("value", [0, 23, 24, 255, 256, 70000, 2**40, "", "år" * 200, [[], ["x", [1]]]])
def test_values_of_an_index_are_read_as_they_are_written(value: int | str | list[object]) -> None:
    """Counts, texts and lists of any size."""
    assert decoded(encoded(value), 0)[0] == value  # type: ignore[arg-type]  # a union of lists is wider


def test_a_missing_program_stops_the_build_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A site without its search is not published in silence."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))

    with pytest.raises(Abort):
        build_site(tmp_path, PAGES)

    assert "kan ikke startes" in caplog.text
    assert "pip install 'pagefind[bin]'" in caplog.text


def test_a_program_that_breaks_off_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What the program complained of is in the message."""
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho 'no room left' >&2\nexit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(broken))

    with pytest.raises(Abort):
        build_site(tmp_path, PAGES)

    assert "no room left" in caplog.text
