"""The meetings that a run would publish: new, changed or gone since what readers have now."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from converters import frontmatter
from converters.delivery.git import git, knows, paths
from converters.errors import FrontMatterError, GitFailed
from converters.gates.github import plain
from converters.gates.reports import counted, shown
from converters.model import Access

PUBLISHED = "REFERAT_PUBLISHED"  # names the commit that was last published
USUAL = ("origin/main", "HEAD")
ATTACHMENTS = "bilag"
MEETING_PAGE = "index.md"
MOST_ROWS = 300
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|uden-dato-")  # how a meeting's folder begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A meeting: its folder in ``content/``, whose and when, and what is new, or None if not known."""

    folder: str
    committee: str
    date: str
    items: int
    closed: int
    news: str | None


def meetings(content: Path) -> tuple[Row, ...]:
    """The meetings that differ from what was last published, newest first; all where git knows of none."""
    found = [_row(content, folder, news) for folder, news in _news(content)]
    return tuple(sorted(found, key=lambda row: (row.date, row.folder), reverse=True))


def told(rows: Sequence[Row]) -> str:
    """The list in Markdown."""
    lines = ["## Det bliver offentliggjort", ""]
    if not rows:
        return "\n".join((*lines, "Ingen møder er ændret.", ""))
    lines += ["| Møde | Dato | Punkter | Heraf lukkede | |", "| --- | --- | ---: | ---: | --- |"]
    for row in rows[:MOST_ROWS]:
        cells = (row.committee, row.date, str(row.items), str(row.closed), row.news or "")
        lines.append(f"| {' | '.join(plain(shown(cell)) for cell in cells)} |")
    if len(rows) > MOST_ROWS:
        lines += ["", f"Her står de første {MOST_ROWS} af {counted(len(rows), 'møde', 'møder')}."]
    return "\n".join(lines) + "\n"


def _news(content: Path) -> Iterator[tuple[str, str | None]]:
    try:
        before, changed = _changed(content)
    except GitFailed:
        yield from ((folder, None) for folder in _folders(content))
        return
    for folder in sorted({_folder(path) for path in changed}):
        page = posixpath.join(folder, MEETING_PAGE)
        about = _meta(content / page)
        if about.get("type") == "meeting":
            yield folder, _what_is_new(about, is_known=page in before)
        elif page in before and not (content / page).exists() and _DAY.match(posixpath.basename(folder)):
            yield folder, "taget væk"


def _what_is_new(about: Mapping[str, object], *, is_known: bool) -> str:
    if about.get("withdrawn"):
        return "taget ned"
    return "ændret" if is_known else "nyt"


def _changed(content: Path) -> tuple[Collection[str], tuple[str, ...]]:
    """The pages that were published, and every file that is not as it was."""
    wanted = os.environ.get(PUBLISHED)
    ref = next((name for name in ((wanted,) if wanted else USUAL) if knows(content, name)), None)
    if ref is None:
        raise GitFailed("Git har ingen tidligere udgave.", where=str(content), hint="")
    tree = git(content, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}")
    before = frozenset(paths(content, "ls-tree", "-r", "-z", "--name-only", tree, "--", "."))
    differing = paths(content, "diff", "--name-only", "--no-renames", "--relative", "-z", tree, "--", ".")
    new = paths(content, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return before, (*differing, *new)


def _folder(path: str) -> str:
    folder = posixpath.dirname(path)
    return posixpath.dirname(folder) if posixpath.basename(folder) == ATTACHMENTS else folder


def _folders(content: Path) -> Iterator[str]:
    for page in sorted(content.glob(f"**/{MEETING_PAGE}")):
        if _meta(page).get("type") == "meeting":
            yield page.parent.relative_to(content).as_posix()


def _row(content: Path, folder: str, news: str | None) -> Row:
    about = _meta(content / folder / MEETING_PAGE)
    items = [meta for page in (content / folder).glob("*.md") if (meta := _meta(page)).get("type") == "item"]
    return Row(
        folder=folder,
        committee=str(about.get("committee") or folder),
        date=str(about.get("date") or ""),
        items=len(items),
        closed=sum(meta.get("access") != Access.OPEN.value for meta in items),
        news=news,
    )


def _meta(page: Path) -> dict[str, object]:
    try:
        return dict(frontmatter.load(page.read_bytes().decode("utf-8-sig"), where=str(page)).meta)
    except (OSError, UnicodeDecodeError, FrontMatterError):
        return {}
