"""Votes as decisions record them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.model import Vote
from converters.votes import find_votes

Counts = tuple[int | None, int | None, int | None]


def counts(text: str) -> list[Counts]:
    """For, against and not voting, of each vote in a text."""
    return [(vote.in_favour, vote.against, vote.abstained) for vote in find_votes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For stemte: 5 (A+F)\nImod stemte: 2 (V+O)\nUndlod at stemme: 1 (C)", (5, 2, 1)),
        ("For stemte:   5 (A+F)\n\nImod stemte:  2 (V+O)\n\nUndlod at stemme:", (5, 2, 0)),
        ("For stemte: 7\nImod stemte:\nUndlod at stemme: ", (7, 0, 0)),
        ("For stemte: 5 (A+F) Imod stemte: 2 (V+O) Undlod at stemme: 1 (C)", (5, 2, 1)),
        ("For stemte:\n5 (A+F)\nImod stemte:\n2\nUndlod at stemme:\n\nGodkendt.", (5, 2, 0)),
        ("For: 5\nImod: 2\nUndlod: 0", (5, 2, 0)),
        ("For stemte: A, F og Ø (13)\nImod stemte: O (2)", (13, 2, None)),
        ("For stemte A (5), F (3). Imod stemte O (1).", (8, 1, None)),
        ("For dette stemte 11 medlemmer (A, F og Ø). Imod stemte Asta Birk (O).", (11, 1, None)),
        ("V og C (6 medlemmer) undlod at stemme.", (None, None, 6)),
        ("For planen stemte 8. Imod stemte syv. Planen er vedtaget.", (8, 7, None)),
        ("5 medlemmer (A+F) anbefaler planen.\n\n1 medlem (O) stemmer imod.", (5, 1, None)),
        ("Et flertal bestående af A og F (5) anbefaler planen. O (1) kan ikke anbefale.", (5, 1, None)),
        ("Forslaget blev ikke godkendt, idet 14 stemte imod.", (None, 14, None)),
        ("Vedtaget med 15 stemmer mod 10.", (15, 10, None)),
        ("Vedtaget med 15 stemmer for og 10 imod.", (15, 10, None)),
        ("15 stemte for, 5 stemte imod, og to undlod at stemme.", (15, 5, 2)),
        ("Vedtaget med 20 stemmer for, 4 stemmer imod og 1 blank stemme.", (20, 4, 1)),
        ("Asta Birk (O) og Bent Dalum (C) stemte imod.", (None, 2, None)),
        ("Asta Birk (O) stemte imod, mens Bent Dalum (C) undlod at stemme.", (None, 1, 1)),
        ("Ingen stemte imod.", (None, 0, None)),
    ],
)
def test_counts_are_read_in_every_form(text: str, expected: Counts) -> None:
    """Numbers, numbers in brackets and people named are counts; what is not said is None."""
    assert counts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Godkendt.",
        "For stemte:\nImod stemte:\nUndlod at stemme:",
        "Imod stemte A og V.",
        "C undlod at stemme.",
        "Liberal Alliance stemte imod.",
        "Et mindretal (O og V) stemte imod.",
        "Der er 12 medlemmer i udvalget.",
        "Budget 2020 for 3 år",
        "Asta Birk godkendte referatet.",
        "Udvalget så bilag 2 og godkendte planen.",
        "Liste O kunne ikke tiltræde.",
    ],
)
def test_without_a_count_there_is_no_vote(text: str) -> None:
    """Empty labels, parties without numbers and numbers without votes record nothing."""
    assert find_votes(text) == ()


def test_each_vote_has_the_subject_printed_before_it() -> None:
    """Three votes in one decision are kept apart by what is voted on."""
    text = (
        "Ad 1\n\nFor stemte: 5 (A+F)\n\nImod stemte: 2 (V+O)\n\nUndlod at stemme: \n\nGodkendt.\n\n"
        "Ad 2\n\nFor stemte: 5 (A+F)\n\nImod stemte: \n\nUndlod at stemme: 2 (V+O)\n\nGodkendt.\n\n"
        "Ændringsforslag fra V til ad 3:\nStien lægges øst om mosen.\n\n"
        "For stemte: 2 (V+O)\n\nImod stemte: 4 (A)\n\nUndlod at stemme: 1 (F)\n\nFaldet."
    )
    assert find_votes(text) == (
        Vote(subject="Ad 1", in_favour=5, against=2, abstained=0),
        Vote(subject="Ad 2", in_favour=5, against=0, abstained=2),
        Vote(subject="Ændringsforslag fra V til ad 3", in_favour=2, against=4, abstained=1),
    )


def test_a_subject_is_not_used_twice() -> None:
    """A second vote with nothing printed before it has no subject."""
    text = "Ændringsforslaget blev sat til afstemning. 3 stemte for. 4 stemte imod. Derefter: 7 stemte for."
    assert [(vote.subject, vote.in_favour, vote.against) for vote in find_votes(text)] == [
        ("Ændringsforslaget", 3, 4),
        (None, 7, None),
    ]


NUMBERS = st.integers(0, 99)


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=4))
def test_printed_votes_are_read_back(votes: list[tuple[int, int, int]]) -> None:
    """Every count of every vote comes back in its place."""
    text = "\n\n".join(
        f"Ad {number}\nFor stemte: {ayes}\nImod stemte: {noes}\nUndlod at stemme: {blank}\nGodkendt."
        for number, (ayes, noes, blank) in enumerate(votes, 1)
    )
    assert [(vote.subject, vote.in_favour, vote.against, vote.abstained) for vote in find_votes(text)] == [
        (f"Ad {number}", *vote) for number, vote in enumerate(votes, 1)
    ]


@given(NUMBERS, NUMBERS)
def test_a_majority_in_one_sentence_is_read_back(ayes: int, noes: int) -> None:
    """The two numbers of a majority are for and against."""
    assert counts(f"Vedtaget med {ayes} stemmer mod {noes}.") == [(ayes, noes, None)]
