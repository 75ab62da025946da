"""The link by which a clerk mends a page in the browser, where the site's repository is known."""

from __future__ import annotations

from converters.model import Access
from converters.site.reading import SitePage

MADE = frozenset({"change"})  # types of pages that a command writes and nobody mends by hand


def of(page: SitePage | None, address: str | None) -> str | None:
    """Where a page is edited; None for one that is made, closed or taken down, which no person writes."""
    if page is None or not address:
        return None
    meta = page.page.meta
    is_open = meta.get("access", Access.OPEN.value) == Access.OPEN.value
    return address if is_open and "withdrawn" not in meta and meta.get("type") not in MADE else None
