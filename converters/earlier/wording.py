"""What a page tells its readers, apart from how it is written: the words, the facts, the files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from converters.frontmatter import Page

# What a reader is told by front matter, in the words of a correction; parts with one name are one.
PARTS: Mapping[str, str] = {
    "title": "overskriften",
    "number": "nummeret",
    "committee": "udvalget",
    "date": "datoen",
    "dated": "datoen",
    "start": "tid og sted",
    "end": "tid og sted",
    "place": "tid og sted",
    "cancelled": "aflysningen",
    "case_number": "sagsnummeret",
    "access": "om punktet er åbent",
    "outcome": "beslutningen",
    "decisions": "beslutningen",
    "attendance": "fremmødet",
    "attachments": "bilagene",
}
BODY = "teksten"
OF_A_FILE = ("title", "href", "sha256")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINE_SIGNS = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)")
_RULE = re.compile(r"[\s|:\-]+")  # the line under the head of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A page's facts by part, and its lines as a reader sees them."""

    facts: Mapping[str, str]
    lines: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of the body, in order; where lines break says nothing."""
        return tuple(word for line in self.lines for word in line.split())


def wording(page: Page) -> Wording:
    """What a page tells its readers."""
    facts = {
        key: json.dumps(_told(key, page.meta[key]), ensure_ascii=False, sort_keys=True)
        for key in PARTS
        if page.meta.get(key) not in (None, [], "", False)
    }
    return Wording(facts=facts, lines=tuple(_lines(page.body)))


def differences(old: Wording, new: Wording) -> tuple[str, ...]:
    """What is another to a reader, in Danish; nothing where two pages tell the same."""
    parts = [part for key, part in PARTS.items() if old.facts.get(key) != new.facts.get(key)]
    return tuple(dict.fromkeys([*parts, *([BODY] if old.words != new.words else [])]))


def shown_lines(page: Page) -> tuple[str, ...]:
    """The lines of a page with its title first, and the titles of its attachments last."""
    title = page.meta.get("title")
    rows = page.meta.get("attachments")
    files = [row.get("title") for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return (
        *((str(title),) if title else ()),
        *_lines(page.body),
        *(f"Bilag: {one}" for one in files if one),
    )


def _told(key: str, value: object) -> object:
    if key == "attachments" and isinstance(value, Sequence):
        return [
            {name: row.get(name) for name in OF_A_FILE} if isinstance(row, Mapping) else row for row in value
        ]
    return value


def _lines(body: str) -> Iterator[str]:
    for line in body.splitlines():
        if line.strip() and not ("|" in line and _RULE.fullmatch(line)):
            plain = _LINE_SIGNS.sub("", line).replace("|", " ") if "\\|" not in line else line
            yield " ".join(unescape(_ESCAPED.sub(r"\1", plain)).split())
