"""The site's own guard of closed items: of a closed page no more is let in than may be shown.

Whatever stands in ``content/``, by a mistake of the converter or of a person, or written under other
settings than those of today, all else of the site is made of what this leaves.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable
from dataclasses import replace

from converters.closed_items import Shown, decision_of
from converters.model import Access, Outcome
from converters.site.reading import SitePage

# What a closed page may tell in its front matter; `referat check` refuses more.  An old address is no part of
# it, and is left here for `published.aliases`, which stops the build.
ALWAYS = frozenset(
    "type municipality committee date number position access ocr source changes aliases withdrawn".split()
)
DECIDED = frozenset({"outcome", "decisions"})


def is_closed(page: SitePage) -> bool:
    """Whether a page is an item's that is not open; one that does not say so is refused later."""
    return page.kind == "item" and page.page.meta.get("access") != Access.OPEN.value


def public(page: SitePage, shown: Shown) -> SitePage:
    """A page as it may be shown: a closed item's is made anew of what is public."""
    if not is_closed(page):
        return page
    kept = ALWAYS | (DECIDED if shown.decision else frozenset()) | ({"title"} if shown.title else frozenset())
    meta = {key: value for key, value in page.page.meta.items() if key in kept}
    if not shown.decision:
        meta["outcome"] = Outcome.UNKNOWN.value
    body = decision_of(page.page.body) if shown.decision else ""
    return SitePage(path=page.path, page=replace(page.page, meta=meta, body=body))


def leftovers(pages: Iterable[SitePage], files: Collection[str]) -> frozenset[str]:
    """The files and pages of attachments that belong to closed items, by their paths; none may be built."""
    pages = tuple(pages)
    closed = [page for page in pages if is_closed(page)]
    starts = tuple(
        f"{page.folder}/bilag/{posixpath.basename(page.path).removesuffix('.md')}-{kind}-"
        for page in closed
        for kind in ("bilag", "billede")
    )
    numbers = {(page.folder, page.fields.text("number")) for page in closed if page.fields.text("number")}
    of_item = {
        page.path
        for page in pages
        if page.kind == "attachment" and (posixpath.dirname(page.folder), page.fields.text("item")) in numbers
    }
    return frozenset(path for path in files if starts and path.startswith(starts)) | of_item
