"""Words divided at the end of a line, joined again or left alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DIVIDED = re.compile(r"(?P<left>[^\W_]+)[-\u2010\u00ad]$")
HYPHENS = ("-", "\u2010")
NEXT = re.compile(r"^(?P<right>[^\W\d_]+)")
JOINING_WORDS = frozenset({"og", "eller", "samt", "til"})  # "sundheds- og", "fritids- eller"
LONGEST_WORD = 500  # characters, addresses among them
URL_AT_END = re.compile(r"https?://\S*-$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The pieces of a word that was divided at the end of a line and stands in one piece now."""

    index: int
    pieces: str


class Vocabulary:
    """The words of one document, asked whether a joined form occurs elsewhere in it.

    They are gathered when first asked for: most documents divide no word.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        printed = {word for text in self._texts for word in WORD.findall(text)}
        return frozenset(word.casefold() for word in printed)


def join(left: str, right: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """Join two lines of a paragraph; give the text and, where a hyphen went, the word's two pieces."""
    if left.endswith("\u00ad"):
        return left[:-1] + right, _pieces(left, right)
    if not left.endswith(HYPHENS):
        return f"{left} {right}", None
    tail = left[-LONGEST_WORD:].rsplit(None, 1)[-1]
    divided, following = DIVIDED.search(tail), NEXT.match(right)
    if URL_AT_END.search(tail) or left.endswith(("”-", '"-')) or (divided and not following):
        return left + right, None  # an address, "”kan”-" and "bestemmelse", "20-" and "30 %"
    if divided is None or following is None or following["right"] in JOINING_WORDS:
        return f"{left} {right}", None
    if _keeps_hyphen(tail, divided, following["right"], vocabulary):
        return left + right, None
    return left[:-1] + right, _pieces(left, right)


def _keeps_hyphen(left: str, divided: re.Match[str], following: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the hyphen at the line's end is the word's own."""
    word = divided["left"]
    if not following[0].islower() or len(word) == 1 or any(map(str.isdigit, word)):
        return True  # "Lyngby-" and "Taarbæk", "U-" and "turn"
    if re.search(r"\d-$", left[: divided.start("left")]):
        return True  # "Niveau-3-" and "ledere"
    return f"{word}-{following}" in vocabulary and word + following not in vocabulary


def _pieces(left: str, right: str) -> str:
    return f"{left.rsplit(' ', 1)[-1]} {right.split(' ', 1)[0]}"
