"""Seals of runs of words: a strong one that names a run, and a small mark by which runs are sifted fast.

The mark of a run is made of the sum of its words' numbers, so that the marks of all runs of a text take
one pass in C.  A sum alone would tell of the words in it by its difference to the next one; it is squared
and cut to 24 bits, and that cannot be undone.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import mul

RUN = 8  # words; fewer could be guessed, and are said by chance
NAME_START = 2  # words of a name that its mark is made of
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa"}  # as in the names of files
MARK_BITS = 24  # of a mark; more of them would tell the sum that it is made of
_NUMBER_BITS, _SHIFT = 28, 20
_LANE = 64  # bits; what the square of the sum of eight numbers needs


def words_in(text: str) -> list[str]:
    """The words of a text, in order; what has no width divides none."""
    return _WORD.findall(_UNSEEN.sub("", text))


@lru_cache(maxsize=2**17)
def folded(word: str) -> str:
    """A word as it may be written in the name of a file, so that both are the same."""
    small = unicodedata.normalize("NFC", word).casefold()
    return small if small.isascii() else "".join(_LETTERS.get(letter, letter) for letter in small)


def _joined(values: Sequence[int]) -> int:
    lanes = array("Q", values)
    if sys.byteorder == "big":
        lanes.byteswap()
    return int.from_bytes(lanes.tobytes(), "little")


def _lanes(joined: int, count: int) -> list[int]:
    lanes = array("Q", joined.to_bytes(count * _LANE // 8, "little"))
    if sys.byteorder == "big":
        lanes.byteswap()
    return lanes.tolist()


class Sealer:
    """Seals words with one salt."""

    def __init__(self, salt: bytes) -> None:
        self.salt = salt
        self._numbers = _Numbers(salt)

    def numbers(self, words: Iterable[str]) -> list[int]:
        """A number for each word."""
        return list(map(self._numbers.__getitem__, words))

    def marks(self, numbers: Sequence[int], length: int) -> Iterator[int]:
        """The mark of each run of so many words, by the place of its first word."""
        count = len(numbers) - length + 1
        if count < 1:
            return iter(())
        # Whole texts are added up and cut at once, as one long number with a lane of 64 bits for each word.
        words = _joined(numbers)
        sums = _lanes(sum(words >> _LANE * place for place in range(length)), len(numbers))[:count]
        squares = _joined(list(map(mul, sums, sums)))
        cut = int.from_bytes((2**MARK_BITS - 1).to_bytes(_LANE // 8, "little") * count, "little")
        return iter(_lanes(squares >> _SHIFT & cut, count))

    def seal(self, words: Iterable[str]) -> str:
        """The seal of a run of words, or of anything else: 16 digits."""
        text = " ".join(map(folded, words))
        return hashlib.blake2b(text.encode(), key=self.salt, digest_size=8).hexdigest()


class _Numbers(dict[str, int]):
    """The number of each word, made when it is first asked for."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt

    def __missing__(self, word: str) -> int:
        own = hashlib.blake2b(folded(word).encode(), key=self._salt, digest_size=4, person=b"number")
        self[word] = number = int.from_bytes(own.digest()) >> (32 - _NUMBER_BITS)
        return number
