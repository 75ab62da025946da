"""Words divided at the end of a line, joined again or left alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DIVIDED = re.compile(r"(?P<left>[^\W_]+)[-\u2010\u00ad]$")
NEXT = re.compile(r"^(?P<right>[^\W\d_]+)")
JOINING_WORDS = frozenset({"og", "eller", "samt", "til"})  # "sundheds- og", "fritids- eller"
URL_AT_END = re.compile(r"https?://\S*-$")


class Vocabulary:
    """The words of one document, asked whether a joined form occurs elsewhere in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = {word.casefold() for text in texts for word in WORD.findall(text)}

    def __contains__(self, word: str) -> bool:
        return word.casefold() in self._words


def join(left: str, right: str, vocabulary: Vocabulary) -> tuple[str, str | None]:
    """Join two lines of a paragraph; give the text and, where a hyphen went, the word's two pieces."""
    if URL_AT_END.search(left):
        return left + right, None
    if left.endswith("\u00ad"):
        return left[:-1] + right, _pieces(left, right)
    divided = DIVIDED.search(left)
    if divided is None:
        return (
            (left + right, None) if left.endswith("”-") or left.endswith('"-') else (f"{left} {right}", None)
        )
    following = NEXT.match(right)
    if following is None:
        return left + right, None  # "20-" and "30 %"
    word, rest = divided["left"], following["right"]
    if rest in JOINING_WORDS:
        return f"{left} {right}", None
    if not rest[0].islower() or len(word) == 1 or any(map(str.isdigit, word)):
        return left + right, None  # "Lyngby-" and "Taarbæk", "U-" and "turn", "Niveau-3-" and "ledere"
    if re.search(r"\d-$", left[: divided.start("left")]):
        return left + right, None
    if f"{word}-{rest}" in vocabulary and word + rest not in vocabulary:
        return left + right, None
    return left[:-1] + right, _pieces(left, right)


def _pieces(left: str, right: str) -> str:
    return f"{left.rsplit(' ', 1)[-1]} {right.split(' ', 1)[0]}"
