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


def breadth(text: str) -> float:
    """Tell how wide a text is, in sizes of its type."""
    return sum([WIDTHS.get(letter, USUAL_WIDTH) for letter in text]) / 1000
