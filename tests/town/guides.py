"""The guides as a reader meets them: their commands, their settings and their pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.site.municipality import ROOT

FOLDER = ROOT / "content/om"
PROGRAMS = ("referat ", "python3 ", "git ", "cd ", ".venv/bin/referat ")
_CODE = re.compile(r"`([^`]+)`")
_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<address>[^)]+)\)")


def guides() -> list[str]:
    """The names of all pages about the site."""
    return sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md"))


def text_of(guide: str) -> str:
    """A guide's Markdown."""
    return (FOLDER / guide).read_text(encoding="utf-8")


def shown_lines(guide: str) -> list[str]:
    """The lines that stand as they are written or shown by a computer."""
    return [line.strip() for line in text_of(guide).splitlines() if line.startswith("    ") and line.strip()]


def commands(guide: str) -> list[str]:
    """The commands of a guide, in its order."""
    return [line for line in shown_lines(guide) if line.startswith(PROGRAMS)]


def named(guide: str) -> list[str]:
    """What stands in the type of code within the sentences."""
    prose = "\n".join(line for line in text_of(guide).splitlines() if not line.startswith("    "))
    return _CODE.findall(prose)


def pictures(guide: str) -> Iterator[tuple[str, Path]]:
    """The pictures of a guide: what is said of each, and the file."""
    for found in _PICTURE.finditer(text_of(guide)):
        yield found["words"], (FOLDER / guide).parent / found["address"]
