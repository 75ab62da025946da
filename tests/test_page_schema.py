"""The schema of front matter is one, is valid, and knows the contract's pages."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from converters.frontmatter import load
from converters.gates.schema import faults
from converters.model import Outcome
from converters.page_schema import PAGES, schema, schema_json
from converters.page_schema.values import DIALECT
from tests.site.test_corrected import corrected_pages

GENERAL = jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker())
COPY = "docs/referat-side.schema.json"  # for editors that are to know it without the site


def test_it_is_a_schema_of_its_dialect() -> None:
    """By the dialect's own schema."""
    jsonschema.Draft202012Validator.check_schema(schema())

    assert schema()["$schema"] == DIALECT == jsonschema.Draft202012Validator.META_SCHEMA["$id"]


def test_the_file_for_editors_is_the_schema(root: Path, *, update_golden: bool) -> None:
    """`pytest --update-golden` writes it anew."""
    if update_golden:
        (root / COPY).write_bytes(schema_json())

    assert (root / COPY).read_bytes() == schema_json()
    assert json.loads(schema_json()) == schema()


def test_the_projects_own_pages_are_valid(root: Path) -> None:
    """To a general validator too."""
    pages = sorted((root / "content").rglob("*.md"))
    metas = [load(page.read_text(encoding="utf-8"), where=str(page)).meta for page in pages]

    assert {meta.get("type") for meta in metas} > set(PAGES) - {"change"}
    assert [error.message for meta in metas for error in GENERAL.iter_errors(dict(meta))] == []


def test_corrected_and_withdrawn_pages_are_valid() -> None:
    """A page of any kind may be taken down; to our own reading and to a general validator's."""
    every = [load(text, where=path).meta for path, text in corrected_pages().items()]
    metas = [meta for meta in every if meta.get("withdrawn") or meta.get("type") == "change"]
    kinds = {str(meta["type"]) for meta in metas if meta.get("withdrawn")}

    assert kinds == set(PAGES) - {"change"}
    assert "change" in {meta.get("type") for meta in metas}
    assert [error.message for meta in metas for error in GENERAL.iter_errors(dict(meta))] == []
    assert [fault for meta in metas for fault in faults(meta)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"withdrawn": "2026-05-13"},
        {"withdrawn": True},
        {"withdrawn": []},
        {"withdrawn": {"date": "2026-05-13"}},
        {"withdrawn": {"date": "2026-02-30", "reason": "Navn"}},
        {"withdrawn": {"date": "2026-05-13", "reason": "Et <b>navn</b>"}},
        {"withdrawn": {"date": "2026-05-13", "reason": "Navn", "by": "Anna"}},
        {"type": "change", "withdrawn": {"date": "2026-05-13", "reason": "Navn"}},
        {"case_number": "26/1", "withdrawn": {"date": "2026-05-13", "reason": "Navn"}},
        {"changes": [{"date": "2026-05-13", "note": "Navn", "href": 3}]},
    ],
)
def test_what_is_no_tombstone_is_refused(wrong: dict[str, object]) -> None:
    """By our own reading and by a general validator."""
    meta: dict[str, object] = {"type": "item", "position": 1, "access": "open"}
    meta |= (
        {"outcome": "approved", "source": {"file": "a.txt", "sha256": "0" * 64}} if "changes" in wrong else {}
    )

    assert list(faults(meta | wrong))
    assert list(GENERAL.iter_errors(meta | wrong))


@pytest.mark.parametrize("kind", PAGES)
def test_everything_is_described_in_danish(kind: str) -> None:
    """An editor shows it where the value is typed."""
    properties = PAGES[kind]["properties"]

    assert isinstance(properties, dict)
    assert all("description" in one or "$ref" in one for one in properties.values())


def test_the_words_are_the_models() -> None:
    """A new outcome is known at once."""
    properties = PAGES["item"]["properties"]

    assert isinstance(properties, dict)
    assert properties["outcome"]["enum"] == [one.value for one in Outcome]
