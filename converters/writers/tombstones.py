"""Pages that were taken down: what stays of one, and that conversion never writes it again.

A tombstone says whose meeting and which number it was, when it was taken down and why, and no word of what
stood there; its title only where a person asked for it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from converters import frontmatter
from converters.errors import FrontMatterError
from converters.findings import Code, Finding
from converters.frontmatter import dump
from converters.model import AgendaItem, Attachment, Outcome, PublicMeeting
from converters.page_schema import WITHDRAWN
from converters.writers.addresses import ATTACHMENTS, attachment_names, item_names
from converters.writers.leaf import Leaf

if TYPE_CHECKING:
    from converters.frontmatter import Page

TAKEN_DOWN = "Taget ned"  # in the place of a title
MEETING_PAGE = "index.md"
# What tells which page it was; a file's name or a case's number may tell what was in it.
KEPT = ("number", "position", "item", "municipality", "committee", "date", "access", "items")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstones:
    """The pages of a folder that were taken down, by name: the page as it stands, and its title if kept."""

    pages: Mapping[str, bytes]
    titles: Mapping[str, str]

    @property
    def is_whole_meeting(self) -> bool:
        """Whether the meeting itself was taken down."""
        return MEETING_PAGE in self.pages


def tombstone(page: Page, *, date: str, reason: str, keep_title: bool) -> str:
    """What stays of a page."""
    title = page.meta.get("title")
    kept = {key: page.meta[key] for key in KEPT if page.meta.get(key) is not None}
    return dump(
        {
            "type": page.meta.get("type"),
            **({"title": title} if keep_title and title else {}),
            **kept,
            WITHDRAWN: {"date": date, "reason": reason},
        },
        "",
    )


def is_tombstone(page: Page) -> bool:
    """Whether a page was taken down."""
    return page.meta.get(WITHDRAWN) is not None


def tombstones(out: Path, folder: str) -> Tombstones:
    """Find the tombstones of a meeting's folder."""
    place = out.joinpath(*folder.split("/"))
    found = [*place.glob("*.md"), *place.glob(f"{ATTACHMENTS}/*.md")]
    held = {path.relative_to(place).as_posix(): _held(path) for path in sorted(found)}
    stones = {name: one for name, one in held.items() if one}
    return Tombstones(
        pages={name: content for name, (content, _) in stones.items()},
        titles={name: title for name, (_, title) in stones.items() if title},
    )


def together(found: Iterable[Tombstones]) -> Tombstones:
    """The tombstones of several folders that are, or were, those of one meeting; the last one counts."""
    pages: dict[str, bytes] = {}
    titles: dict[str, str] = {}
    for one in found:
        pages |= one.pages
        titles |= one.titles
    return Tombstones(pages=pages, titles=titles)


def standing_tombstone(path: Path) -> bytes | None:
    """The page at a path where it was taken down."""
    held = _held(path)
    return held[0] if held else None


def without_withdrawn(meeting: PublicMeeting, stones: Tombstones) -> PublicMeeting:
    """The meeting less all that was taken down; what stays of an item or an attachment is its place."""
    names = item_names(meeting.items)
    items = tuple(
        _blank(item, stones.titles.get(f"{name}.md"))
        if f"{name}.md" in stones.pages
        else replace(item, attachments=_attachments(name, item.attachments, stones))
        for name, item in zip(names, meeting.items, strict=True)
    )
    return replace(meeting, items=items, attachments=_attachments(None, meeting.attachments, stones))


def laid(leaves: Mapping[str, Leaf], stones: Tombstones) -> dict[str, Leaf]:
    """The pages of a meeting with the tombstones in their places; of a meeting taken down nothing else."""
    kept = {} if stones.is_whole_meeting else leaves
    return {**kept, **stones.pages}


def finding(stones: Tombstones, *, is_new: bool) -> Finding:
    """Tell that pages stay down; ``is_new`` where the source is another than the one they were made of."""
    names = ", ".join(posixpath.basename(name).removesuffix(".md") for name in stones.pages)
    what = "Mødet er taget ned" if stones.is_whole_meeting else f"Taget ned og ikke skrevet igen: {names}"
    more = (
        " Kilden er ny: se efter, at det, der er taget ned, ikke står på en anden side eller under et andet "
        "nummer."
        if is_new
        else ""
    )
    return Finding(code=Code.WITHDRAWN, message=f"{what}.{more}")


def _held(path: Path) -> tuple[bytes, str | None] | None:
    try:
        content = path.read_bytes()
        if f"\n{WITHDRAWN}:".encode() not in content:
            return None
        page = frontmatter.load(content.decode("utf-8-sig"), where=str(path))
    except (OSError, UnicodeDecodeError, FrontMatterError):
        return None  # a page that cannot be read is kept as edited, and named by the check
    title = page.meta.get("title")
    return (content, title if isinstance(title, str) else None) if is_tombstone(page) else None


def _blank(item: AgendaItem, title: str | None) -> AgendaItem:
    return AgendaItem(
        number=item.number,
        position=item.position,
        title=title or TAKEN_DOWN,
        access=item.access,
        outcome=Outcome.UNKNOWN,
    )


def _attachments(
    name: str | None, attachments: tuple[Attachment, ...], stones: Tombstones
) -> tuple[Attachment, ...]:
    pages = attachment_names(name, attachments)
    return tuple(
        replace(
            one,
            title=stones.titles.get(page) or TAKEN_DOWN,
            url=None,
            content=(),
            original=None,
            preview=None,
        )
        if page in stones.pages
        else one
        for one, page in zip(attachments, pages, strict=True)
    )
