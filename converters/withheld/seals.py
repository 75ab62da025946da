"""Seals of runs of words: a strong one that names a run, and a small mark by which runs are sifted fast.

The mark of a run is made of the sum of its words' numbers, so that the marks of all runs of a text take
one pass in C.  A sum alone would tell of the words in it by its difference to the next one; it is squared
and cut to 24 bits, and that cannot be undone.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from operator import and_, mul, rshift, sub

RUN = 8  # words; fewer could be guessed, and are said by chance
NAME_START = 2  # words of a name that its mark is made of
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa"}  # as in the names of files
_NUMBER_BITS, _MARK_BITS, _SHIFT = 28, 24, 20


def words_in(text: str) -> list[str]:
    """The words of a text, in order; what has no width divides none."""
    return _WORD.findall(_UNSEEN.sub("", text))


@lru_cache(maxsize=2**17)
def folded(word: str) -> str:
    """A word as it may be written in the name of a file, so that both are the same."""
    small = unicodedata.normalize("NFC", word).casefold()
    return small if small.isascii() else "".join(_LETTERS.get(letter, letter) for letter in small)


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
        totals = list(accumulate(numbers, initial=0))
        sums = list(map(sub, totals[length:], totals))
        return map(and_, map(rshift, map(mul, sums, sums), repeat(_SHIFT)), repeat(2**_MARK_BITS - 1))

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
