"""How wide letters are in a usual type, for what has to be told without the font itself."""

from __future__ import annotations

# Thousandths of the size that letters are wide in a usual type without serifs; those not named are 556.
USUAL_WIDTH = 556
WIDTHS = {
    letter: width
    for letters, width in (
        ("ijl'|", 222),
        (" ftI.,:;/[]!·", 278),
        ("r-()", 333),
        ("ckszvxyJ", 500),
        ("øFTZ", 611),
        ("ABEKPSVXYÅ", 667),
        ("wCDHNRU", 722),
        ("GOQØ", 778),
        ("mM", 833),
        ("æ%", 889),
        ("W", 944),
        ("ÆÞ", 1000),
    )
    for letter in letters
}


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return USUAL_WIDTH


# Those that most text is made of are named, whether usual or not: to miss one takes longer than to find it.
_width_of = _Widths({**dict.fromkeys(map(chr, range(0x20, 0x180)), USUAL_WIDTH), **WIDTHS}).__getitem__


def breadth(text: str) -> float:
    """Tell how wide a text is, in sizes of its type."""
    return sum(map(_width_of, text)) / 1000
