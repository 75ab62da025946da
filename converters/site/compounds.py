"""The parts of Danish compounds, found with the words of the archive itself.

``hjernerystelseskoordinator`` is one word to a search index, which finds it by its beginning but not by
``koordinator``. A word comes apart here only where each part is a word that the same archive uses on its
own, in this form or another, with the letter that links them (s or e) or without. So no list of Danish
words is needed, and what the archive talks of is what it is split by. Work is linear in the number of
different words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from converters.site.word_endings import (
    ANY_INFLECTION,
    BEGINNINGS,
    ENDINGS,
    SHORTEST_STEM,
    SMALL_WORDS,
    stem,
)

SHORTEST_COMPOUND = 7  # letters: "cykelsti" (8), "skolebus" (8); "træbro" (6) would be the price
LONGEST_COMPOUND = 60  # what is longer is no word but a row of them that lost its spaces
SHORTEST_OF_THREE = 11  # letters
SHORTEST_PART = 3
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST_PART},}}")
# How often a part of so many letters must stand alone before it is believed: a short word is found inside
# others by chance, a long one is not.
TIMES_ALONE = {3: 4, 4: 3, 5: 2}
LINKS = ("", "s", "e")
# A part that stands alone so many times more seldom than the word does itself is a piece of it, no word that
# it was made of: "rele-vante", "indstil-ler", "prakti-serende". Such pieces stand in an archive where the end
# of a line divided the word ("rele- vante"), a few times for the hundreds that it stands there whole.
TOO_SELDOM = 20


# How often the first part stands alone, how often the second, where that begins, and the bare first.
Split = tuple[int, int, int, str]


class Compounds:
    """Splits words by a vocabulary: how often each word of the archive, in small letters, stands there."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._alone = {word: times for word, times in vocabulary.items() if word not in SMALL_WORDS}
        self._by_stem: Counter[str] = Counter()
        for word, times in self._alone.items():
            self._by_stem[stem(word)] += times
        # Every form of a word begins as the word does: most letters in a row are told from a word by these.
        self._begins = {word[:SHORTEST_STEM] for word in self._alone if len(word) >= SHORTEST_STEM}
        self._short = {
            word: times
            for word, times in self._alone.items()
            if len(word) == SHORTEST_PART and times >= TIMES_ALONE[SHORTEST_PART]
        }
        self._known: dict[str, tuple[str, ...]] = {}
        # The same parts are found in many words: remembered, all takes a quarter less time (measured).
        self._times_alone: dict[str, int] = {}
        self._beginnings: dict[str, tuple[int, str] | None] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a word in small letters; () where it is no compound.

        They are the word's own letters in order, a linking letter with the part before it. Of several
        places to split at, the one whose parts stand alone most often is taken.
        """
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._parts(word)
        return found

    def _parts(self, word: str) -> tuple[str, ...]:
        if not SHORTEST_COMPOUND <= len(word) <= LONGEST_COMPOUND or not self._may_be(word):
            return ()
        places = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        begins, short = self._begins, self._short
        splits = [
            (began[0], ended, place, began[1])
            for place in places
            # Most places end here: no word begins as what is behind them does.
            if (word[place : place + SHORTEST_STEM] in begins or word[place : place + SHORTEST_PART] in short)
            and (ended := self._as_end(word[place:]))
            and (began := self._as_beginning(word[:place]))
        ]
        long = len(word) >= SHORTEST_OF_THREE
        least = self._times_in_any_form(word) / TOO_SELDOM if splits or long else 0
        own = stem(word)  # what stands for a part must be other words than this one: "konk-rete", "aktø-rer"
        if splits := [split for split in splits if min(split[:2]) >= least and stem(split[3]) != own]:
            *_, place, bare = max(splits, key=_times_of_both)
            first, rest = word[:place], word[place:]
            *before, last = self.parts(bare) or (bare,)
            return (*before, last + first[len(bare) :], *(self.parts(rest) or (rest,)))
        # Three parts, no two of which are known together: the first that is a word, and a compound behind it.
        for place in places if long else ():
            if (
                (began := self._as_beginning(word[:place]))
                and stem(began[1]) != own
                and (rest_parts := self.parts(word[place:]))
                and min(began[0], *map(self._as_part, rest_parts)) >= least
            ):
                return (word[:place], *rest_parts)
        return ()

    def _may_be(self, part: str) -> bool:
        """Whether any word begins as this part does."""
        return part[:SHORTEST_STEM] in self._begins or part[:SHORTEST_PART] in self._short

    def _as_end(self, part: str) -> int:
        """How often a part stands alone, in this form or another; 0 where it cannot end a compound."""
        return 0 if part in ENDINGS else self._times(part)

    def _as_beginning(self, part: str) -> tuple[int, str] | None:
        """How often a part stands alone, and the word it is without its link; None where it is none."""
        if part not in self._beginnings:
            self._beginnings[part] = self._beginning(part)
        return self._beginnings[part]

    def _as_part(self, part: str) -> int:
        """How often a part stands alone, with a link at its end or without."""
        began = self._as_beginning(part)
        return max(self._as_end(part), began[0] if began else 0)

    def _beginning(self, part: str) -> tuple[int, str] | None:
        found = [
            (times, bare)
            for bare in (part.removesuffix(link) for link in LINKS if part.endswith(link))
            if bare not in BEGINNINGS and bare not in ENDINGS and (times := self._times(bare))
        ]
        return max(found, default=None)

    def _times(self, part: str) -> int:
        """How often a part stands alone; 0 where that is too seldom for its length."""
        times = self._times_alone.get(part)
        if times is None:
            times = self._times_alone[part] = self._counted(part)
        return times

    def _counted(self, part: str) -> int:
        length = len(part)
        times = self._times_in_any_form(part)
        if times and times >= TIMES_ALONE.get(length, 1):
            return times
        # "stierne" is three letters and an ending: its stem is too short to go by, but "sti" itself is not.
        return self._short.get(part[:SHORTEST_PART], 0) if part[SHORTEST_PART:] in ANY_INFLECTION else 0

    def _times_in_any_form(self, word: str) -> int:
        """How often a word stands there, in this form or another."""
        times = self._alone.get(word, 0)
        if len(word) < SHORTEST_STEM or word in SMALL_WORDS:
            return times
        return max(times, self._by_stem.get(stem(word), 0))


def _times_of_both(split: Split) -> tuple[int, int]:
    """By what the best split is told; of equal ones the longest first part."""
    return split[0] * split[1], split[2]


def vocabulary(texts: Iterable[str]) -> Mapping[str, int]:
    """How often each word stands in the texts, in small letters."""
    # What stands between two spaces is looked into once for all the times it stands there.
    between_spaces: Counter[str] = Counter()
    for text in texts:
        between_spaces.update(text.split())
    found: Counter[str] = Counter()
    for piece, times in between_spaces.items():
        for word in WORD.findall(piece.casefold()):
            found[word] += times
    return found
