"""Readers are told what was changed: a published page that says something else now says so itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from converters.earlier.git import Changed, NoHistory, Published, published
from converters.earlier.wording import differences, wording
from converters.errors import FrontMatterError
from converters.frontmatter import Page, load
from converters.gates.pages import ContentPage
from converters.gates.problems import Problem
from converters.model import Access, Stage
from converters.writers.addresses import ATTACHMENTS
from converters.writers.tombstones import MEETING_PAGE, is_tombstone

CHANGE = "change"  # the kind of a page that shows the words of a correction
CORRECTED = frozenset({"item", "meeting", "attachment", "document"})
STAGES = [None, *(stage.value for stage in Stage)]  # a meeting's paper goes from agenda to draft to minutes
BY_COMMAND = 'Fortæl det med: referat correct {} --note "…"'


def correction_problems(content: Path, ref: str | None = None) -> Iterator[Problem]:
    """Find published pages that were changed without a word.

    ``ref`` names the commit that was last published. Without git there is nothing to compare with, which is
    a warning.
    """
    if not content.is_dir():
        return
    try:
        known = published(content, ref)
        changed = tuple(known.changed())
        olds = known.texts([*(one.path for one in changed), *_meetings(changed)])
    except NoHistory as reason:
        yield Problem(
            file=str(content),
            line=None,
            text=f"Om offentliggjorte sider er ændret uden en rettelse, kan ikke ses. {reason}",
            code="no-history",
            hint="Kør i mappen med git-arkivet, og hent først det offentliggjorte (git fetch).",
            blocks=False,
        )
        return
    for one in changed:
        yield from _compared(content, known, one, olds)


def _meetings(changed: Iterable[Changed]) -> Iterator[str]:
    for one in changed:
        folder = posixpath.dirname(one.path)
        yield posixpath.join(folder, MEETING_PAGE)
        yield posixpath.join(posixpath.dirname(folder), MEETING_PAGE)


def _compared(content: Path, known: Published, one: Changed, olds: Mapping[str, str]) -> Iterator[Problem]:
    old = page_of(olds.get(one.path), one.path)
    if old is None or old.meta.get("type") in (None, CHANGE):
        return  # a page written by hand has no reader who relies on its words, nor a law that asks for them
    file = known.content / one.path
    if one.gone and _went_along(content, one.path):
        return
    if one.gone:
        yield Problem(
            file=str(file),
            line=None,
            text="Siden har været offentliggjort og er væk uden forklaring.",
            code="deleted-page",
            hint="Hent den frem igen med git, og tag den ned med: referat withdraw, så læserne får grunden.",
            blocks=False,
        )
        return
    new = page_of(_text(file), one.path)
    if new is None or is_tombstone(new):
        return
    told, untold = rows(new), [row for row in rows(old) if row not in rows(new)]
    if untold:
        yield Problem(
            file=str(file),
            line=1,
            text="En rettelse, som læserne har fået at vide, er slettet eller ændret (changes).",
            code="deleted-correction",
            hint="Skriv den igen, som den stod; skriv en ny rettelse, hvis den var forkert.",
        )
    found = differences(wording(old), wording(new))
    if found and len(told) <= len(rows(old)) and not _has_moved_on(content, one.path, olds):
        yield Problem(
            file=str(file),
            line=1,
            text=f"Siden er ændret, siden den blev offentliggjort ({', '.join(found)}), og siger det ikke.",
            code="untold-change",
            hint=BY_COMMAND.format(file),
        )


def _went_along(content: Path, path: str) -> bool:
    """Whether an attachment's page is gone since its item, or its meeting, was taken down."""
    folder, name = posixpath.split(path)
    owners = (f"{name.partition('-bilag-')[0]}.md", MEETING_PAGE)
    above = content / posixpath.dirname(folder)
    found = (page_of(_text(above / owner), owner) for owner in owners)
    return posixpath.basename(folder) == ATTACHMENTS and any(page and is_tombstone(page) for page in found)


def _has_moved_on(content: Path, path: str, olds: Mapping[str, str]) -> bool:
    """Whether an agenda has become minutes, or a draft was approved: a new paper, and no correction."""
    folder = posixpath.dirname(path)
    for above in (folder, posixpath.dirname(folder)):
        name = posixpath.join(above, MEETING_PAGE)
        old, new = page_of(olds.get(name), name), page_of(_text(content / name), name)
        if old and new and old.meta.get("type") == "meeting":
            before, now = old.meta.get("stage"), new.meta.get("stage")
            return before in STAGES and now in STAGES and STAGES.index(now) > STAGES.index(before) > 0
    return False


def stray_corrections(pages: Iterable[ContentPage]) -> Iterator[Problem]:
    """Find pages of corrections whose page is gone or no longer open: they show what it no longer does."""
    by_path = {page.path: page for page in pages}
    for path, page in by_path.items():
        if page.kind != CHANGE:
            continue
        target = posixpath.normpath(posixpath.join(page.folder, str(page.page.meta.get("page"))))
        of = by_path.get(target)
        if (
            of is None
            or of.kind not in CORRECTED
            or is_tombstone(of.page)
            or of.page.meta.get("access") not in (None, Access.OPEN.value)
        ):
            yield Problem(
                file=path,
                line=None,
                text="Rettelsen viser ord fra en side, der er lukket, taget ned eller væk.",
                hint="Slet filen.",
                code="stray-correction",
            )


def rows(page: Page) -> list[object]:
    """The corrections that a page tells of."""
    found = page.meta.get("changes")
    return found if isinstance(found, list) else []


def page_of(text: str | None, where: str) -> Page | None:
    """A page; None where there is none, or none that can be read (which the check names elsewhere)."""
    try:
        return load(text, where=where) if text is not None else None
    except FrontMatterError:
        return None


def _text(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
