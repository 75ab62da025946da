"""The pages about the site: what stands beside each, the way to it, and the one to read next.

Their order and their names are those of the menu, so a page that is put into it is found everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from converters.site.sidebar import Block, Link
from converters.site.view import Crumb, View


def placed(view: View, page: Page) -> View:
    """The view of a page in the menu, with the pages of its part beside it and the parts above in its way."""
    sections = [one for one in page.ancestors if isinstance(one, Section)]
    if not sections:
        return view
    blocks = tuple(_block(section, page) for section in sections)
    above = (_first(section) for section in reversed(sections))
    steps = tuple(Crumb(title=str(one.title), url=one.url) for one in above if one is not page)
    return replace(
        view,
        blocks=(*blocks, *view.blocks),
        crumbs=(*view.crumbs[:1], *steps, *view.crumbs[1:]),
        shown={**view.shown, "following_guide": _following(sections[0], page)},
    )


def _block(section: Section, page: Page) -> Block:
    entries = [(str(child.title), _first(child)) for child in section.children]
    links = tuple(Link(title=title, url=first.url, current=first is page) for title, first in entries)
    return Block(title=section.title, links=links)


def _first(entry: StructureItem) -> Page:
    """The page that an entry of the menu leads to."""
    while isinstance(entry, Section):
        entry = entry.children[0]
    assert isinstance(entry, Page)  # noqa: S101 - an entry is a part or a page; links have no part of their own here
    return entry


def _pages(section: Section) -> Iterator[Page]:
    return (child for child in section.children if isinstance(child, Page))


def _following(section: Section, page: Page) -> Page | None:
    """The page after this one in a part that is read from its beginning to its end."""
    if not isinstance(section.parent, Section):
        return None
    pages = list(_pages(section))
    return next(iter(pages[pages.index(page) + 1 :]), None)
