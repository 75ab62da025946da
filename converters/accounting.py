"""What one source gave, told by the account: the words of the pages made of it, and those on none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from converters import frontmatter
from converters.accounts import Account, lost_words, words_of
from converters.fold import Understood
from converters.frontmatter import Dumped
from converters.ledger import LeftOut
from converters.model import Source
from converters.writers.leaf import content_of
from converters.writers.record import page_hash
from converters.writers.store import Edition

if TYPE_CHECKING:
    from converters.accounts import Written


def accounts_of(
    source: Source, understood: Understood, editions: Sequence[Edition], left_out: Sequence[LeftOut] | None
) -> Iterator[Account]:
    """Give the account of each meeting and document: what each page says, and what stands nowhere.

    Without ``left_out``, words that stand nowhere are not looked for.
    """
    read = [_pages_of(edition) for edition in editions]
    words = [{name: words_of(page) for name, page in found.items()} for found in read]
    on_pages = [
        words[place][name]
        for place, found in enumerate(read)
        for name, page in found.items()
        if _is_from(page, source)
    ]
    # Of a meeting that a later paper has, no page is written.
    is_all = len(editions) == len(understood.meetings) + len(understood.documents)
    lost = lost_words(understood.texts, on_pages, left_out) if is_all and left_out is not None else ()
    for edition, found in zip(editions, words, strict=True):
        said = {
            f"{edition.folder}/{name}": (page_hash(content_of(edition.pages[name])), " ".join(those))
            for name, those in found.items()
        }
        yield Account(place=edition.place, sha256=source.sha256, pages=said, lost=lost)
        lost = ()  # told once


def _is_from(page: Written, source: Source) -> bool:
    """Tell whether a page says what this source says, and not what a file beside it does."""
    told = page.meta.get("source")
    return not isinstance(told, Mapping) or told.get("sha256") == source.sha256


def _pages_of(edition: Edition) -> dict[str, Written]:
    """The pages of an edition by their names; what was just written need not be read again, which is slow."""
    texts = ((name, leaf) for name, leaf in edition.pages.items() if isinstance(leaf, str))
    return {
        name: text if isinstance(text, Dumped) else frontmatter.load(text, where=name) for name, text in texts
    }
