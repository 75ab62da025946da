"""The shape of the page: how wide its lines run, and whether a line goes on in the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.attendance import attendance_label
from converters.model import Presence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

URL_LINE = re.compile(r"^https?://\S+$")
CLAUSE_ENDS = (",", ", og", " samt", ";")
LONGEST_AWAY = 40  # characters of a label that tells who was away: "Følgende havde meldt afbud:"
BLOCK = 40  # lines that share one measure of width
NEARLY_FULL = 0.92  # of the width; characters of a proportional font only tell it roughly
SENTENCE_ENDS = (".", ":", "!", "?", ";", '."', ".”", ".)")
# A full stop after these ends no sentence: "(sag nr." and "25)" are one paragraph.
SHORTENED = (
    "nr.",
    "kr.",
    "mio.",
    "mia.",
    "ca.",
    "jf.",
    "bl.a.",
    "f.eks.",
    "pkt.",
    "stk.",
    "dvs.",
    "inkl.",
    "ekskl.",
    "vedr.",
    "ift.",
    "pga.",
    "hhv.",
    "Sagsnr.",
    "kl.",
    "tlf.",
)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends a sentence, as far as its last character tells."""
    return text.endswith(SENTENCE_ENDS) and not text.endswith(SHORTENED)


def _ends_before(text: str, following: str) -> bool:
    """Tell whether a line's words and those of the next show that it ends its paragraph."""
    if text.endswith((":", ";")) and not following[0].islower():
        return True
    return ends_sentence(text) and _tells_who_was_away(following)


def _tells_who_was_away(text: str) -> bool:
    """Tell whether a line is a list of its own under a decision: "Fraværende: ..."."""
    label = attendance_label(text) if ":" in text[:LONGEST_AWAY] else None
    return label is not None and label.presence is Presence.ABSENT


class Shape:
    """Widths of the text around each line, measured once and asked often."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._widths = tuple(
            _width([len(line.text) for line in lines[start : start + BLOCK] if not URL_LINE.match(line.text)])
            for start in range(0, len(lines), BLOCK)
        )

    def width(self, index: int) -> int:
        """Characters of a full line around this one."""
        block = index // BLOCK
        return max(self._widths[max(0, block - 1) : block + 2])

    def is_full(self, index: int, after: int) -> bool:
        """Tell whether the first word of line ``after`` would not have fitted on this one."""
        return self.fills(index, after, self.width(index) * NEARLY_FULL)

    def fills(self, index: int, after: int, width: float) -> bool:
        """Tell whether the first word of line ``after`` would have made this line wider than that."""
        word = self._lines[after].text.split(" ", 1)[0]
        return len(self._lines[index].text) + 1 + len(word) > width

    def goes_on(self, index: int, after: int) -> bool:
        """Tell whether this line and line ``after``, the next that is text, are one paragraph."""
        line, following = self._lines[index], self._lines[after]
        if line.whole or following.whole:
            return False
        if following.text.startswith("http") or URL_LINE.match(line.text):
            # An address stands by itself, unless it was cut where the next line goes on.
            return (
                following.gap == 0
                and " " not in following.text
                and not following.text.startswith("http")
                and self.is_full(index, after)
            )
        if _ends_before(line.text, following.text):
            return False
        lower = following.text[0].islower() and not ends_sentence(line.text)
        turned = after > index + 1 or following.starts_page  # something of the page stood between
        if turned:
            return lower or (not ends_sentence(line.text) and self.is_full(index, after))
        if following.gap > 0 or self._is_next_clause(index, after):
            return False
        return lower or (self.is_full(index, after) and not self._heads_what_follows(index, after))

    def _is_next_clause(self, index: int, after: int) -> bool:
        """Tell whether line ``after`` is a clause of its own: "at X godkendes, og", "at Y opføres"."""
        clauses = self._lines[after].text.startswith("at ") and self._lines[index].text.endswith(CLAUSE_ENDS)
        return clauses and not self.is_full(index, after)

    def _heads_what_follows(self, index: int, after: int) -> bool:
        """Tell whether line ``after`` is a heading under a sentence that happens to fill its line.

        It is short and ends no sentence, though the next line starts one: the end of a paragraph
        would have had a full stop.
        """
        if not ends_sentence(self._lines[index].text) or ends_sentence(self._lines[after].text):
            return False
        return (
            after + 1 < len(self._lines)
            and not self.is_full(after, after + 1)
            and self._lines[after + 1].text[0].isupper()
        )


def _width(lengths: list[int]) -> int:
    """The length that nearly all lines keep within; one stray long line does not set it."""
    ordered = sorted(lengths)
    return ordered[int(len(ordered) * 0.95) - (1 if len(ordered) > 20 else 0)] if ordered else 0
