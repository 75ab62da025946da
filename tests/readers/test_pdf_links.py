"""Links of a PDF: laid on the words their rectangles cover, wherever the page lies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.segment.typeset import settle
from tests.readers.pdf_papers import (
    LEADING,
    LEFT,
    RIGHT,
    SIZE,
    Page,
    at,
    body,
    broken,
    lines_of,
    prose,
    under_each_other,
    wide,
)

KAJ, MOLE = "https://eksempel.dk/kaj", "https://eksempel.dk/mole?a=1&b=2"
SENTENCE = "Se planen for kajen og regnskabet."
Rectangle = tuple[float, float, float, float, str]


def around(words: str, text: str = SENTENCE, href: str = KAJ, y: float = 100.0, x: float = LEFT) -> Rectangle:
    """The rectangle around some words of a line."""
    start = x + wide(text[: text.index(words)])
    return start, y - SIZE, start + wide(words), y + 3, href


def linked(*links: Rectangle, painted: str = "", turned: int = 0) -> list[tuple[str, str]]:
    """The words that links lie on, and where each leads."""
    page = Page(painted=painted or at(LEFT, 100, SENTENCE) + body(1, 200), links=links, shown_turned=turned)
    return [(line.text[link.start : link.end], link.href) for line in lines_of(page) for link in line.links]


@pytest.mark.parametrize("words", ["planen", "planen for kajen", "Se", SENTENCE])
def test_a_link_lies_on_its_words(words: str) -> None:
    """It covers what its rectangle covers, no more and no less."""
    assert linked(around(words)) == [(words, KAJ)]


def test_two_links_on_a_line() -> None:
    """Each lies on its own words."""
    assert linked(around("planen"), around("kajen", href=MOLE)) == [("planen", KAJ), ("kajen", MOLE)]


def test_links_beside_each_other() -> None:
    """Two links with but a blank between them stay two."""
    assert linked(around("planen"), around("for", href=MOLE)) == [("planen", KAJ), ("for", MOLE)]


def test_a_full_stop_behind_a_link() -> None:
    """A sign that stands outside the rectangle is no part of the link."""
    assert linked(around("regnskabet")) == [("regnskabet", KAJ)]


def test_a_link_on_part_of_a_word() -> None:
    """A rectangle over most of a long word makes the word the link."""
    ((words, _),) = linked(around("regnskab"))

    assert words in {"regnskab", "regnskabet"}


def test_a_link_on_no_words() -> None:
    """A rectangle over blank paper is no link of any line."""
    assert linked((300, 600, 400, 620, KAJ)) == []


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_link_of_a_turned_page(turned: int) -> None:
    """On a page shown on its side, a link lies on the words it lies on upright."""
    assert linked(around("planen for kajen"), turned=turned) == [("planen for kajen", KAJ)]


def test_a_link_over_two_lines() -> None:
    """The two rectangles of a link that wraps are one link on the words of the paragraph."""
    lines = broken(prose(1, 40), RIGHT - LEFT)
    end, begin = lines[0].split()[-2:], lines[1].split()[:2]
    painted = under_each_other(LEFT, 100, lines)
    links = (
        around(" ".join(end), lines[0]),
        around(" ".join(begin), lines[1], y=100 + LEADING),
    )

    (line,) = settle(lines_of(Page(painted=painted, links=links))).lines

    assert [line.text[link.start : link.end] for link in line.links] == [" ".join(end + begin)]


def test_links_in_a_list() -> None:
    """Each entry of a list of attachments has its own link, and none is on its marker."""
    titles = ["Plan for kajen.pdf", "Regnskab for molen.pdf"]
    painted = "".join(
        at(LEFT, 100 + place * LEADING, "•") + at(LEFT + 18, 100 + place * LEADING, title)
        for place, title in enumerate(titles)
    )
    links = tuple(
        around(title, title, href, 100 + place * LEADING, LEFT + 18)
        for place, (title, href) in enumerate(zip(titles, (KAJ, MOLE), strict=True))
    )

    assert linked(*links, painted=painted) == [(titles[0], KAJ), (titles[1], MOLE)]


def test_a_link_in_the_second_of_two_fields() -> None:
    """A link on a value does not reach over to its label."""
    painted = at(LEFT, 100, "Bilag:") + at(LEFT + 120, 100, "planen")

    assert linked(around("planen", "planen", x=LEFT + 120), painted=painted) == [("planen", KAJ)]


def test_an_address_that_is_only_printed() -> None:
    """Words that look like an address are no link if the paper has made none."""
    assert linked(painted=at(LEFT, 100, f"Se {KAJ} her.")) == []


@given(st.integers(0, 500), st.integers(20, 60), st.data(), st.sampled_from([0, 90, 180, 270]))
@settings(max_examples=60)
def test_a_link_lies_on_its_words_however_they_wrap(
    seed: int, length: int, draw: st.DataObject, turned: int
) -> None:
    """A link on some words of a paragraph is on those words, over as many lines as they take."""
    words = prose(seed, length).split()
    first = draw.draw(st.integers(0, len(words) - 1))
    last = draw.draw(st.integers(first, len(words) - 1))
    lines = broken(" ".join(words), RIGHT - LEFT)
    links, place = [], 0
    for row, text in enumerate(lines):
        mine = text.split()
        on = mine[max(0, first - place) : max(0, last + 1 - place)]
        before = mine[: max(0, first - place)]
        if on:
            x = LEFT + wide(" ".join([*before, ""]))
            y = 100 + row * LEADING
            links.append((x, y - SIZE, x + wide(" ".join(on)), y + 3, KAJ))
        place += len(mine)
    page = Page(
        painted=under_each_other(LEFT, 100, lines) + body(1, 300), links=tuple(links), shown_turned=turned
    )

    found = settle(lines_of(page)).lines

    assert " ".join(line.text[one.start : one.end] for line in found for one in line.links) == " ".join(
        words[first : last + 1]
    )
