"""What conversion found, for whoever looks at a run or a proposal: problems at their lines, and a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converters.errors import ReferatError
from converters.folders import Fate
from converters.gates.github import plain
from converters.gates.problems import Problem
from converters.gates.reports import Report, from_root, shown
from converters.model import Access, Document, PublicMeeting
from converters.pipeline import Conversion
from converters.writers.memory import MEMORY_FOLDER

LEFT_AT = f"{MEMORY_FOLDER}/fundet.md"  # in the content folder, where git and MkDocs pass it by
_LINE = re.compile(r"\blinje (?P<line>[0-9]+)")
_TEXT = ".txt"  # of other sources a line has no number that an editor shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One meeting or document of a source, as a row of the table; a document has no items."""

    source: str
    what: str
    items: int | None
    closed: tuple[str, ...]
    changed: int


def problems(path: Path, fate: Fate) -> Iterator[Problem]:
    """What of a source a person has to look at: why it was refused, or findings where it gave new pages."""
    if isinstance(fate, ReferatError):
        at = _LINE.search(fate.where)
        line = int(at["line"]) if at else None
        yield Problem(file=str(path), line=line, text=fate.problem, hint=fate.hint, code="refused")
    elif _is_news(fate):
        for one in fate.findings:
            line = one.line if path.suffix.casefold() == _TEXT else None
            yield Problem(file=str(path), line=line, text=one.message, blocks=False, code="finding")


def found(path: Path, fate: Fate) -> Iterator[Found]:
    """The meetings and documents of a source that gave new pages."""
    if isinstance(fate, ReferatError) or not _is_news(fate):
        return
    for result in fate.results:
        yield Found(
            source=str(path),
            what=_what(result.of),
            items=None if isinstance(result.of, Document) else len(result.of.items),
            closed=() if isinstance(result.of, Document) else _closed(result.of),
            changed=len(result.written.changed) + len(result.written.dropped),
        )


def told(rows: Sequence[Found], report: Report, root: Path) -> str:
    """The table and what to look at, in Markdown; no title or file name in it is more than text."""
    if not rows:
        return f"## Fundet i kilderne\n\nIngen sider er ændret.\n{_warnings(report, root)}"
    lines = ["## Fundet i kilderne", "", "| Kilde | Hvad | Punkter | Lukkede | Sider ændret |"]
    lines += ["| --- | --- | ---: | --- | ---: |"]
    for row in rows:
        closed = f"{len(row.closed)} (punkt {', '.join(row.closed)})" if row.closed else "ingen"
        cells = (
            from_root(row.source, root),
            row.what,
            str(row.items or ""),
            "" if row.items is None else closed,
        )
        lines.append(f"| {' | '.join(plain(shown(cell)) for cell in cells)} | {row.changed} |")
    return "\n".join(lines) + "\n" + _warnings(report, root)


def leave(text: str, out: Path) -> None:
    """Leave what was found for the proposal that is made of it, where conversion remembers something too."""
    place = out / LEFT_AT
    if place.parent.is_dir():
        place.write_text(text, encoding="utf-8")


def _warnings(report: Report, root: Path) -> str:
    lines = [
        f"- {plain(from_root(one.file, root))}{f', linje {one.line}' if one.line else ''}: {plain(one.text)}"
        for one in report.problems
        if not one.blocks
    ]
    return "\n".join(("", "### Se efter", "", *lines, "")) if lines else ""


def _is_news(fate: Conversion) -> bool:
    return any(result.written.changed or result.written.dropped for result in fate.results)


def _what(made: PublicMeeting | Document) -> str:
    if isinstance(made, Document):
        return f"dokumentet »{made.title}«"
    return f"{made.committee or 'ukendt udvalg'} {made.date or 'uden dato'}"


def _closed(meeting: PublicMeeting) -> tuple[str, ...]:
    return tuple(
        item.number or str(item.position) for item in meeting.items if item.access is not Access.OPEN
    )
