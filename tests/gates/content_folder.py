"""A content folder with one meeting, as the tests of the check look at it and edit it."""

import datetime as dt
from pathlib import Path

from converters.gates.check import check
from converters.gates.problems import Problem

TODAY = dt.date(2026, 3, 5)
PLACE = "teknik-og-miljoeudvalget/2026-03-05"


def problems(content: Path) -> list[Problem]:
    """What the check says."""
    return list(check(content, TODAY))


def edit(content: Path, name: str, old: str, new: str) -> None:
    """Edit a page of the meeting as a person would."""
    page = content / PLACE / name
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
