"""The sections of an item that is printed in several parts."""

from __future__ import annotations

from converters.model import Section


def joined(sections: list[Section]) -> list[Section]:
    """Join the unlabelled texts of an item's parts, so that the page has one."""
    bare = tuple(block for one in sections if one.label is None for block in one.content)
    rest = [section for section in sections if section.label is not None]
    return [Section(label=None, role=None, content=bare), *rest] if bare else rest
