"""The page of what was taken down: that it was, when and why, and nothing of what it said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from converters.page_schema import TOMBSTONE, WITHDRAWN
from converters.site.archive import Withdrawal
from converters.site.catalog import Catalog
from converters.site.reading import SitePage
from converters.site.view import View

_KEPT = frozenset(cast("Mapping[str, object]", TOMBSTONE["properties"]))


def bare(page: SitePage) -> SitePage:
    """A page as it is read; of one that was taken down no more than its tombstone, whatever stands there."""
    if page.page.meta.get(WITHDRAWN) is None:
        return page
    meta = {key: value for key, value in page.page.meta.items() if key in _KEPT}
    return SitePage(path=page.path, page=replace(page.page, meta=meta, body=""))


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
