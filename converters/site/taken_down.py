"""The page of what was taken down: that it was, when and why, and nothing of what it said."""

from __future__ import annotations

from dataclasses import replace

from converters.site.archive import Withdrawal
from converters.site.catalog import Catalog
from converters.site.view import View


def withdrawal(catalog: Catalog, path: str) -> Withdrawal | None:
    """Whether a page was taken down."""
    found = (
        catalog.items.get(path)
        or catalog.meetings.get(path)
        or catalog.attachments.get(path)
        or catalog.documents.get(path)
    )
    return found.withdrawn if found else None


def view(whole: View, withdrawn: Withdrawal) -> View:
    """What the page shows, of what it would show if it were not taken down."""
    return replace(
        whole,
        description="Siden er taget ned.",
        listed=False,
        shown={**whole.shown, "withdrawn": withdrawn},
    )
