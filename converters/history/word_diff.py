"""What was another word before: the difference of two pages, line by line and then word by word.

It is written as people who know git write it, a piece a line, an empty line between paragraphs:

    »  « as before, »- « deleted, »+ « added, »@« left out since nothing there is another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

AROUND = 12  # words that are shown before and after a change
MOST_PAIRS = 4_000_000  # of words compared with each other; above it lines are shown whole
SAME, DELETED, ADDED, LEFT_OUT = "  ", "- ", "+ ", "@"
FENCE = "```"

Piece = tuple[str, str]


def word_diff(old: Sequence[str], new: Sequence[str]) -> str:
    """The difference of two pages' lines as the body of a page; nothing where they are alike."""
    paragraphs = [paragraph for paragraph in _paragraphs(old, new) if paragraph]
    if not any(sign in (DELETED, ADDED) for paragraph in paragraphs for sign, _ in paragraph):
        return ""
    told = "\n\n".join("\n".join(f"{sign}{text}" for sign, text in one) for one in _shortened(paragraphs))
    return f"{FENCE}diff\n{told}\n{FENCE}\n"


def _paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Piece]]:
    """The lines of both as paragraphs of pieces.

    What begins and ends both is taken off first: among equal lines the matcher takes the longest run, which
    need not be the one with the fewest changes.
    """
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    yield from ([(SAME, line)] for line in old[:head])
    yield from _between(old[head : len(old) - tail], new[head : len(new) - tail])
    yield from ([(SAME, line)] for line in old[len(old) - tail :])


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[list[Piece]]:
    lines = SequenceMatcher(None, old, new, autojunk=False)
    for what, a, b, c, d in lines.get_opcodes():
        if what == "equal":
            yield from ([(SAME, line)] for line in old[a:b])
        elif b - a == d - c:
            yield from (_words(before, after) for before, after in zip(old[a:b], new[c:d], strict=True))
        else:
            yield _words(" ".join(old[a:b]), " ".join(new[c:d]))


def _words(old: str, new: str) -> list[Piece]:
    before, after = old.split(), new.split()
    if len(before) * len(after) > MOST_PAIRS:
        return [(DELETED, " ".join(before)), (ADDED, " ".join(after))]
    pieces: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append((SAME, " ".join(before[a:b])))
            continue
        pieces += [(DELETED, " ".join(before[a:b]))] if b > a else []
        pieces += [(ADDED, " ".join(after[c:d]))] if d > c else []
    return pieces


def _shortened(paragraphs: Sequence[list[Piece]]) -> Iterator[list[Piece]]:
    """Leave out paragraphs in which nothing is another, and long stretches between changes."""
    skipping = False
    for paragraph in paragraphs:
        if all(sign == SAME for sign, _ in paragraph):
            if not skipping:
                yield [(LEFT_OUT, "")]
            skipping = True
            continue
        skipping = False
        last = len(paragraph) - 1
        yield [
            piece
            for place, (sign, text) in enumerate(paragraph)
            for piece in (
                _cut(text, at_start=place == 0, at_end=place == last) if sign == SAME else [(sign, text)]
            )
        ]


def _cut(text: str, *, at_start: bool, at_end: bool) -> list[Piece]:
    words = text.split()
    if at_start:
        tail = words[-AROUND:]
        return [*([(LEFT_OUT, "")] if len(tail) < len(words) else []), (SAME, " ".join(tail))]
    if at_end:
        head = words[:AROUND]
        return [(SAME, " ".join(head)), *([(LEFT_OUT, "")] if len(head) < len(words) else [])]
    if len(words) <= 2 * AROUND:
        return [(SAME, text)]
    return [(SAME, " ".join(words[:AROUND])), (LEFT_OUT, ""), (SAME, " ".join(words[-AROUND:]))]
