"""First pages of originals as small pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from converters.blocks import Picture
from converters.model import Access, Attachment, Meeting

PDF = "application/pdf"

Render = Callable[[Path], Picture | None]
"""Renders the first page of a PDF; None where it cannot be done."""


def with_previews(meeting: Meeting, render: Render) -> Meeting:
    """Give every PDF that is to be published the picture of its first page; nothing closed is opened."""
    items = tuple(
        replace(item, attachments=_rendered(item.attachments, render))
        if item.access is Access.OPEN and item.attachments
        else item
        for item in meeting.items
    )
    return replace(meeting, items=items, attachments=_rendered(meeting.attachments, render))


def _rendered(attachments: tuple[Attachment, ...], render: Render) -> tuple[Attachment, ...]:
    return tuple(
        replace(one, preview=render(one.original.path))
        if one.original and one.original.media_type == PDF
        else one
        for one in attachments
    )
