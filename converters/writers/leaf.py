"""What is written at one path: the text of a page, the bytes of a picture, or a file that is copied."""

from __future__ import annotations

from pathlib import Path

Leaf = str | bytes | Path


def content_of(leaf: Leaf) -> bytes:
    """Give the bytes of a leaf; a file is read when it is asked for, so that few lie in memory at once."""
    if isinstance(leaf, str):
        return leaf.encode()
    return leaf.read_bytes() if isinstance(leaf, Path) else leaf
