"""The schema of front matter is one, is valid, and knows the contract's pages."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from converters.frontmatter import load
from converters.model import Outcome
from converters.page_schema import PAGES, schema, schema_json
from converters.page_schema.values import DIALECT

GENERAL = jsonschema.Draft202012Validator(schema())
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

    assert {meta.get("type") for meta in metas} > set(PAGES)
    assert [error.message for meta in metas for error in GENERAL.iter_errors(dict(meta))] == []


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
