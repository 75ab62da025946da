"""Text read off an image: what the machine guessed is evened out before anything is inferred from it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from converters.readers.pdf_flow import Leaf, flow
from converters.readers.pdf_fonts import font_named
from converters.readers.pdf_lines import printed_lines
from converters.readers.pdf_printed import Printed
from converters.readers.pdf_recognised import evened, with_bullets
from converters.readers.pdf_runs import Run, Sheet
from tests.readers.pdf_papers import HEIGHT, LEFT, SIZE, WIDTH, wide

TYPE = font_named("GlyphLessFont")


def run(text: str, y: float, size: float = SIZE, x: float = LEFT) -> Run:
    """Words that a machine saw at a place."""
    return Run(text, x, y - size, x + wide(text, size), y, y, size, TYPE, x)


def sheet(*runs: Run) -> Sheet:
    """A page of such words."""
    return Sheet(number=1, width=WIDTH, height=HEIGHT, runs=runs, image_share=1.0)


def lines(*texts: str) -> Sequence[Printed]:
    """The lines that such words make, with their bullets."""
    return with_bullets(printed_lines(1, [run(text, 100 + 14 * place) for place, text in enumerate(texts)]))


def sizes(*seen: float) -> list[float]:
    """The sizes that are believed, where a page of ordinary text stands below."""
    texts = [run("Kajen er gammel og skal efterses.", 200 + 14 * place) for place in range(20)]
    (one,) = evened(
        [sheet(*(run("Molen", 50 + 20 * place, size) for place, size in enumerate(seen)), *texts)]
    )
    return [found.size for found in one.runs[: len(seen)]]


def test_sizes_that_differ_a_little_are_one() -> None:
    """A word without high letters is measured smaller, and is set as the others."""
    assert sizes(9.4, 10.2, 11.0, 12.1, 13.0) == [SIZE] * 5


def test_headings_have_one_size() -> None:
    """Whatever is clearly larger is larger by the same, since its exact size is a guess."""
    first, second = sizes(16.0, 19.0)

    assert first == second > SIZE


def test_sizes_are_evened_over_all_pages() -> None:
    """The usual size is that of the whole file, not of a page with a heading alone."""
    text = sheet(*(run("Kajen er gammel og skal efterses.", 200 + 14 * place) for place in range(20)))

    _, title = evened([text, sheet(run("Molen", 100, 18.0))])

    assert title.runs[0].size > SIZE


@pytest.mark.parametrize("sign", ["+", "*", "¢", "e", "°", "«"])
def test_signs_that_were_bullets(sign: str) -> None:
    """The same odd sign before lines close to each other is a bullet that was misread."""
    found = lines(f"{sign} Kajen efterses", f"{sign} Molen males")

    assert [line.text for line in found] == ["• Kajen efterses", "• Molen males"]


def test_an_odd_sign_alone() -> None:
    """A sign before one line only is what it is."""
    first, *_ = lines("+ moms", "Kajen efterses", "Molen males")

    assert first.text == "+ moms"


def test_a_word_that_begins_with_such_a_letter() -> None:
    """A letter that belongs to a word is no bullet."""
    assert [line.text for line in lines("er gammel", "endnu gammel")] == ["er gammel", "endnu gammel"]


def test_words_of_a_misread_bullet_keep_their_place() -> None:
    """The text behind the bullet begins where it did, so that what wraps is seen to hang."""
    painted = [
        piece
        for place in range(2)
        for piece in (run("e", 100 + 14 * place), run("Kajen efterses", 100 + 14 * place, x=LEFT + 18))
    ]

    found = with_bullets(printed_lines(1, painted))

    assert [line.lead for line in found] == [LEFT + 18] * 2


def test_no_rank_is_believed() -> None:
    """Type read off an image makes no heading by its size."""
    printed = printed_lines(
        1, [run("Molen", 60, 20.0), *(run("Kajen er gammel.", 100 + 14 * n) for n in range(9))]
    )
    bare = tuple(line.with_links(()) for line in printed)

    def levels(*, recognised: bool) -> list[int | None]:
        leaf = Leaf(number=1, height=HEIGHT, lines=bare, recognised=recognised)
        return [line.level for line in flow([leaf])]

    assert levels(recognised=False)[0] == 1
    assert set(levels(recognised=True)) == {None}
