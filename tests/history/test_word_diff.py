"""The difference of two texts: every word of both is in it, and the site reads what the command wrote."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from converters.history.word_diff import AROUND, word_diff
from converters.site.corrections import Piece, paragraphs

WORD = st.text(st.characters(exclude_categories=["Zs", "Zl", "Zp", "Cc", "Cs"]), min_size=1, max_size=6)
SIGNS = st.sampled_from(["-", "+", "@", "```", "```diff", "…", "a", "b"])
LINE = st.lists(WORD | SIGNS, min_size=1, max_size=AROUND).map(" ".join)


def words(pieces: Sequence[Piece], *kinds: str) -> list[str]:
    """The words of some kinds of pieces."""
    return [word for piece in pieces if piece.kind in kinds for word in piece.text.split()]


@given(old=LINE, new=LINE)
def test_no_word_of_a_changed_line_is_lost(old: str, new: str) -> None:
    """What stayed and what was deleted is the old line, what stayed and what was added the new one."""
    pieces = [piece for paragraph in paragraphs(word_diff([old], [new])) for piece in paragraph]

    assert words(pieces, "same", "deleted") == (old.split() if pieces else [])
    assert words(pieces, "same", "added") == (new.split() if pieces else [])
    assert bool(pieces) == (old.split() != new.split())


@given(lines=st.lists(LINE, max_size=8), place=st.integers(0, 8))
@example(lines=["og", "og", "og"], place=1)  # the longest run of equal lines is the last two
def test_lines_that_stay_are_left_out(lines: list[str], place: int) -> None:
    """A line that came between others is all that is told."""
    new = [*lines[:place], "helt ny linje", *lines[place:]]

    pieces = [piece for paragraph in paragraphs(word_diff(lines, new)) for piece in paragraph]

    assert [piece.text for piece in pieces if piece.kind != "left_out"] == ["helt ny linje"]


def test_long_stretches_are_left_out() -> None:
    """A dozen words on either side of a change are shown."""
    before, after = [f"f{n}" for n in range(50)], [f"e{n}" for n in range(50)]
    old, new = " ".join([*before, "ja", *after]), " ".join([*before, "nej", *after])

    pieces = [piece for paragraph in paragraphs(word_diff([old], [new])) for piece in paragraph]

    assert [piece.kind for piece in pieces] == ["left_out", "same", "deleted", "added", "same", "left_out"]
    assert words(pieces, "same") == [*before[-AROUND:], *after[:AROUND]]


def test_texts_that_are_too_long_to_compare_are_shown_whole() -> None:
    """Words are compared with each other, so the work is bounded."""
    old, new = ["a " * 3000, "x"], ["b " * 3000, "x"]

    body = word_diff(old, new)

    assert body.count("\n- ") == body.count("\n+ ") == 1
