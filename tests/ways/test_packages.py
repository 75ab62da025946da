"""The list of packages is what is installed, and the same each time."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from converters.cli import main
from converters.delivery.packages import bill_of_materials


def test_the_list_names_what_the_site_is_built_with() -> None:
    """What Referat asks for, and what that asks for, each by its version and licence."""
    whole = json.loads(bill_of_materials())

    parts = {part["name"].lower(): part for part in whole["components"]}
    assert parts["mkdocs"]["version"] == version("mkdocs")
    assert parts["mkdocs"]["purl"] == f"pkg:pypi/mkdocs@{version('mkdocs')}"
    assert "markupsafe" in parts  # jinja2's, which mkdocs asks for
    assert "pytest" not in parts  # asked for by an extra
    refs = {part["bom-ref"] for part in (*whole["components"], whole["metadata"]["component"])}
    assert {row["ref"] for row in whole["dependencies"]} == refs
    assert {ref for row in whole["dependencies"] for ref in row["dependsOn"]} <= refs


def test_the_same_packages_give_the_same_bytes() -> None:
    """No moment and no number drawn by lot stands in it."""
    command = [
        sys.executable,
        "-c",
        "from converters.delivery.packages import *; print(bill_of_materials(), end='')",
    ]

    other = subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", cwd=Path(__file__).parents[2]
    )

    assert other.stdout == bill_of_materials()


def test_the_command_writes_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where it cannot, it says so."""
    assert main(["sbom", str(tmp_path / "sbom.json")]) == 0
    assert main(["sbom", str(tmp_path / "ingen" / "sbom.json")]) == 1

    assert (tmp_path / "sbom.json").read_text("utf-8") == bill_of_materials()
    assert "kan ikke skrives her" in capsys.readouterr().err
