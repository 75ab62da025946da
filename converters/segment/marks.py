"""What a line was found to be, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """The part a line plays in the document."""

    ITEM = "item"
    TITLE = "title"
    SECTION = "section"
    DECISION = "decision"
    BODY_DECISION = "body_decision"  # a committee and a date inside a decision section
    FIELD = "field"
    VALUE = "value"  # a field's value on a line of its own
    OPEN = "open"
    CLOSED = "closed"
    GROUP = "group"  # a heading over several items, such as the closed ones
    TEXT = "text"
    TABLE = "table"
    CONTENTS = "contents"
    HEADER = "header"
    FOOTER = "footer"
    PAGE_NUMBER = "page_number"
    STAMP = "stamp"
    CHROME = "chrome"
    LINK_DUMP = "link_dump"

    # A member is the same object everywhere; Enum would hash its name anew each time it is looked for.
    __hash__ = object.__hash__


# Lines that never reach a page: they go to the ledger.
FURNITURE = frozenset(
    {Role.HEADER, Role.FOOTER, Role.PAGE_NUMBER, Role.STAMP, Role.CHROME, Role.CONTENTS, Role.LINK_DUMP}
)
LABELS = frozenset({Role.SECTION, Role.DECISION, Role.FIELD, Role.OPEN, Role.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A line's role and the reason for it, in Danish since ``explain`` shows it.

    ``label`` is the label as printed, ``name`` the lexicon's word for it, ``text`` what stands on
    the same line after it.
    """

    role: Role
    why: str
    label: str | None = None
    name: str | None = None
    text: str | None = None


Marks = dict[int, Mark]
"""Marks by index of line; a line without one is running text."""
