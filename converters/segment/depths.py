"""How deep an entry lies in a list, and whether a marker follows another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converters.segment.markers import Marked
    from converters.segment.pieces import Block

LIST_REACH = 200  # entries above that tell how deep one lies


def follows(earlier: str | None, marker: str | None) -> bool:
    """Tell whether a marker is the one after another, or the first of a list."""
    if marker is None:
        return True
    if marker.isdigit():
        return (
            marker == "1"
            if earlier is None or not earlier.isdigit()
            else int(marker) in {1, int(earlier) + 1}
        )
    return (
        marker.casefold() == "a" if earlier is None or earlier.isdigit() else ord(marker) == ord(earlier) + 1
    )


def depth_by_marker(blocks: list[Block], marked: Marked) -> int:
    """Tell how deep an entry lies by the markers above it; only entries without text between count."""
    if marked.kind is None:
        return 0
    stack: list[tuple[str, int]] = []
    for block in reversed(blocks[-LIST_REACH:]):
        if block.marked.kind is None or block.heading or block.table:
            break
        stack.append((block.marked.glyph, block.depth))
    if not stack:
        return 0
    for glyph, depth in stack:
        if glyph == marked.glyph:
            return depth
    last = next(block for block in reversed(blocks))
    nests = marked.glyph in {"o", "a"} or last.text.endswith(":")
    return min(2, stack[0][1] + 1) if nests else stack[0][1]
