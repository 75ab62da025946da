"""The corrections that a page tells of: ``changes`` in its front matter, a row each, oldest first.

A person writes them on a page that conversion wrote.  They are no edit of what the page says, so they are
left out where pages are compared, and are carried over where conversion writes the page anew.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from converters.frontmatter import dump

CORRECTIONS = "rettelser"  # the folder of the pages that show what was corrected, word for word
_KEY = b"changes:"
# The key's line and all that belongs to it: what is indented, a row straight under it, a closing bracket.
_BLOCK = re.compile(rb"^changes:.*\n(?:[ \t\]].*\n|-(?!--).*\n)*", re.MULTILINE)
_FENCE = b"---\n"


def block_of(page: bytes) -> bytes:
    """The lines of a page that tell of its corrections; nothing where there are none."""
    found = _BLOCK.search(_head(page))
    return found[0] if found else b""


def without_block(page: bytes) -> bytes:
    """The page as it was before any of its corrections was told; line ends are those of Unix."""
    head = _head(page)
    return _BLOCK.sub(b"", head, count=1) + page[len(head) :] if _KEY in head else page


def with_block(page: bytes, block: bytes) -> bytes:
    """The page with these lines as the last of its front matter, in the place of any such lines."""
    plain = without_block(page)
    head = _head(plain)
    return head + block + plain[len(head) :]


def block(rows: Sequence[Mapping[str, object]]) -> bytes:
    """The lines that tell of these corrections."""
    return dump({"changes": rows}, "").encode().removeprefix(_FENCE).removesuffix(_FENCE)


def _head(page: bytes) -> bytes:
    """The front matter of a page, with its first fence and without its last."""
    if not page.startswith(_FENCE):
        return b""
    end = page.find(b"\n---", len(_FENCE) - 1)
    return page[: end + 1] if end >= 0 else b""
