"""Tables: what a spreadsheet and a program make of them."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from converters.site.published import tables
from tests.published.conftest import FORMULA, SITE_URL
from tests.site.municipality import MEETING


def has_spreadsheet() -> bool:
    """Whether LibreOffice is there with its spreadsheet, which is a package of its own."""
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / "libsclo.so").is_file()


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def objects(path: Path) -> list[dict[str, Any]]:
    """The lines of an NDJSON file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_item_and_meeting_has_a_row(published: Path) -> None:
    """In both formats, with the same values in the same order."""
    for name, columns, pages in (
        ("items", tables.ITEM_COLUMNS, "20*/punkt-*"),
        ("meetings", tables.MEETING_COLUMNS, "20??-??-??*"),
    ):
        sheet, lines = rows(published / f"data/{name}.csv"), objects(published / f"data/{name}.ndjson")
        undated = 1
        assert len(sheet) == len(lines) == len(list(published.glob(f"*/{pages}/index.html"))) + undated
        for row, line in zip(sheet, lines, strict=True):
            assert tuple(row) == columns
            assert all(row[column] == tables.cell(line[column]) for column in columns)


def test_an_item_has_its_values(published: Path) -> None:
    """As printed, with whole addresses."""
    row = next(row for row in objects(published / "data/items.ndjson") if row["number"] == "21")
    assert row["url"] == f"{SITE_URL}{MEETING}/punkt-21/"
    assert row["case_number"] == "26/1187"
    assert row["outcome"] == "approved"
    assert str(row["decision"]).startswith("Indstillingen blev godkendt. Bertil Kragskov (C)")
    assert row["decisions"] == [
        {
            "committee": "Økonomiudvalget",
            "date": "2026-03-03",
            "outcome": "recommended",
            "absent": ["Karl Brohus"],
            "votes": [],
        },
        {
            "committee": "Teknik- og Miljøudvalget",
            "date": "2026-03-10",
            "outcome": "approved",
            "absent": [],
            "votes": [],
        },
    ]
    assert [one["title"] for one in row["attachments"]] == [
        "Bilag 1 – Kortbilag",
        "Bilag 2 – Anlægsoverslag",
        "Cykelpuljens tilsagn",
        "Bilag 4 – Notat om træer",
    ]


def test_a_site_without_an_address_gives_addresses_below_its_root(nowhere: Path) -> None:
    """They lead to pages."""
    for row in rows(nowhere / "data/items.csv"):
        assert (nowhere / row["url"] / "index.html").is_file()


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(begin: str) -> None:
    """A spreadsheet may run what begins so."""
    assert tables.cell(f"{begin}1+1") == f"'{begin}1+1"


def test_a_formula_for_a_title_is_text(published: Path) -> None:
    """In the file as it is published; programs get it as printed."""
    assert f"'{FORMULA}" in {row["title"] for row in rows(published / "data/items.csv")}
    assert FORMULA in {row["title"] for row in objects(published / "data/items.ndjson")}


@pytest.mark.skipif(not has_spreadsheet(), reason="LibreOffice Calc is not installed")
def test_libreoffice_reads_the_tables(published: Path, tmp_path: Path) -> None:
    """Every letter and every cell stays what it is on the way through a spreadsheet."""
    for name in ("items", "meetings"):
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{tmp_path}/profile",
                "--headless",
                # What its dialog offers for a file with this mark; without a window there is no dialog.
                "--infilter=CSV:44,34,76,1",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1",
                "--outdir",
                str(tmp_path),
                str(published / f"data/{name}.csv"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, "HOME": str(tmp_path)},
        )
        ours, theirs = rows(published / f"data/{name}.csv"), rows(tmp_path / f"{name}.csv")
        column = "title" if name == "items" else "place"
        assert len(ours) == len(theirs)
        assert [row[column] for row in ours] == [row[column] for row in theirs]
        assert [row["committee"] for row in ours] == [row["committee"] for row in theirs]
