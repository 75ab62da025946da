"""Saved pages of agenda portals: what their class names say, told in markup that every browser knows.

A row is a portal.  The walk through a page works without; what a row adds is that an item's number and
title are one line, and that the portal's own buttons are none of the minutes.
"""

from __future__ import annotations

from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from converters.readers.markup_tags import attribute

FARTHEST = 5  # tags from a row of a table up to the table


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """How one portal marks its pages up, in names of classes."""

    name: str
    item: str  # a part that is an item, and a row of a table that only lays the page out
    number: str  # inside an item
    title: str  # inside an item; the number is put before it
    lines: frozenset[str]  # of inline tags that are a line of their own
    furniture: frozenset[str]


PORTALS: tuple[Portal, ...] = (
    Portal(
        name="FirstAgenda",
        item="punktrow",
        number="label",
        title="overskrift",
        lines=frozenset({"udvalg", "dato", "sted", "sagsnummer"}),
        furniture=frozenset({"dropdown", "badge", "pdf-label", "expand", "sted-divider", "tilbage-wrapper"}),
    ),
)


def translate(soup: BeautifulSoup, html: str) -> None:
    """Rewrite a page of a known portal in place; any other page stays as it is."""
    for portal in PORTALS:
        if portal.item in html:
            _translate(soup, portal)


def _translate(soup: BeautifulSoup, portal: Portal) -> None:
    number: Tag | None = None  # of the item that is open, until its title is found
    for tag in [node for node in soup.descendants if isinstance(node, Tag) and "class" in node.attrs]:
        names = set(attribute(tag, "class").split())
        if names & portal.furniture:
            tag.attrs["role"] = "navigation"
        elif names & portal.lines:
            tag.attrs["style"] = "display:block"
        elif portal.item in names:
            number = None
            _lay_out(tag)
        elif portal.number in names:
            number = tag
        elif portal.title in names and number is not None:
            _number(tag, number)
            number = None


def _lay_out(row: Tag) -> None:
    """Tell that the table of a row only lays the page out; the titles of its columns are furniture."""
    table: Tag | None = row
    for _ in range(FARTHEST):
        table = table.parent if table is not None and table.name != "table" else table
    if table is None or table.name != "table" or attribute(table, "role") == "presentation":
        return
    table.attrs["role"] = "presentation"
    for head in table.find_all("thead", recursive=False):
        head.attrs["role"] = "navigation"


def _number(title: Tag, number: Tag) -> None:
    """Put an item's number before its title, as a reader of the page sees it."""
    text = number.get_text(" ", strip=True)
    if text and title not in number.parents and number not in title.parents:
        number.clear()
        title.insert(0, f"{text}. " if text.isdecimal() else f"{text} ")
