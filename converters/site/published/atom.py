"""Atom (RFC 4287): a feed and its entries as XML."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from converters.site.published.site import xml


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed.

    ``updated`` is a moment with its offset, ``html`` the content, ``categories`` are pairs of a word and what
    a reader calls it.
    """

    identity: UUID
    title: str
    link: str
    updated: str
    author: str
    html: str
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; ``own`` is its whole address, None on a site without one. ``link`` is the page it follows."""

    identity: UUID
    title: str
    subtitle: str
    author: str
    link: str
    own: str | None
    updated: str
    entries: tuple[Entry, ...]


def written(feed: Feed) -> bytes:
    """The feed as a file."""
    own = f'<link rel="self" type="application/atom+xml" href="{xml(feed.own)}"/>\n' if feed.own else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">\n'
        f"<id>{feed.identity.urn}</id>\n"
        f"<title>{xml(feed.title)}</title>\n"
        f"<subtitle>{xml(feed.subtitle)}</subtitle>\n"
        f"<updated>{feed.updated}</updated>\n"
        f"<author><name>{xml(feed.author)}</name></author>\n"
        f'<link rel="alternate" type="text/html" href="{xml(feed.link)}"/>\n'
        f"{own}{''.join(map(row, feed.entries))}</feed>\n"
    ).encode()


def row(entry: Entry) -> str:
    """One entry as XML."""
    categories = "".join(
        f'<category term="{xml(term)}" label="{xml(label)}"/>' for term, label in entry.categories
    )
    return (
        f"<entry>\n<id>{entry.identity.urn}</id>\n"
        f"<title>{xml(entry.title)}</title>\n"
        f"<updated>{entry.updated}</updated>\n"
        f"<author><name>{xml(entry.author)}</name></author>\n"
        f'<link rel="alternate" type="text/html" href="{xml(entry.link)}"/>\n'
        f"{categories}\n"
        f'<content type="html">{xml(entry.html)}</content>\n</entry>\n'
    )
