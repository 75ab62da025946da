"""The law of a PDF's words: each that is printed stands in the lines once, however the page is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.blocks import Line
from converters.readers.pdf import read
from converters.segment.typeset import settle
from tests.readers.pdf_papers import (
    BOLD,
    ITALIC,
    LEADING,
    LEFT,
    PLAIN,
    RIGHT,
    SIZE,
    TURNS,
    Page,
    at,
    broken,
    pdf,
    rule,
    wide,
)

TOP, BOTTOM = 80.0, 770.0
SOME = (
    "Havneudvalget og e-mail kl. 16.30 på Ærø 1.200 kr. (se bilag 3) §5 – i å ”kajen” nord-syd 20/7077 U-turn"
)
WORD = st.sampled_from(SOME.split()) | st.text("abdefgiklmnoprstuvæøåÅÆABDHK", min_size=1, max_size=14)
TEXT = st.lists(WORD, min_size=1, max_size=60)
SHORT = st.lists(WORD, min_size=1, max_size=4)
FACE = st.sampled_from([PLAIN, BOLD, ITALIC])
MARKERS = st.sampled_from(["•", "–", "-", "1.", "12)", "a.", "b)"])


@dataclass
class Press:
    """Sets blocks from the top of a page to its foot, and remembers the words it printed."""

    header: str
    footer: str
    pages: list[str] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)
    y: float = BOTTOM

    def room(self, high: float) -> None:
        """Begin a page unless so much of this one is left."""
        if not self.pages or self.y + high > BOTTOM:
            number = len(self.pages) + 1
            self.pages.append("")
            self.paint(LEFT, 40, self.header, size=9)
            self.paint(LEFT, 810, self.footer.format(number), size=9)
            self.y = TOP

    def paint(self, x: float, y: float, text: str, face: str = PLAIN, size: float = SIZE) -> None:
        """Paint a line and note its words."""
        if text:
            self.pages[-1] += at(x, y, text, face, size)
            self.words.update(text.split())

    def text(self, words: list[str], face: str = PLAIN, size: float = SIZE, left: float = LEFT) -> None:
        """Set a paragraph, or a heading."""
        for line in broken(" ".join(words), RIGHT - left, size):
            self.room(size * 1.3)
            self.y += size * 1.3
            self.paint(left, self.y, line, face, size)
        self.y += 6

    def apart(self, words: list[str]) -> None:
        """Set a line of words painted one by one."""
        (line, *_) = broken(" ".join(words), RIGHT - LEFT)
        self.room(2 * LEADING)
        self.y += LEADING
        x = LEFT
        for word in line.split():
            self.paint(x, self.y, word)
            x += wide(f"{word} ")
        self.y += 6

    def entry(self, marker: str, words: list[str]) -> None:
        """Set an entry of a list that hangs behind its marker."""
        self.room(2 * SIZE * 1.3)
        self.paint(LEFT, self.y + SIZE * 1.3, marker)
        self.text(words, left=LEFT + 24)

    def beside(self, left: list[list[str]], right: list[list[str]]) -> None:
        """Set short lines in two columns."""
        self.room(LEADING * (max(len(left), len(right)) + 1))
        for x, column in ((LEFT, left), (LEFT + 250, right)):
            for place, words in enumerate(column, start=1):
                (line, *_) = broken(" ".join(words), 210)
                self.paint(x, self.y + LEADING * place, line)
        self.y += LEADING * max(len(left), len(right)) + 10

    def table(self, rows: list[list[list[str]]]) -> None:
        """Set a ruled table of three columns."""
        self.room(20.0 * len(rows) + 40)
        top, edges = self.y + 12, (LEFT, LEFT + 150, LEFT + 300, RIGHT)
        foot = top + 20.0 * len(rows)
        self.pages[-1] += "".join(rule(x, top, x, foot) for x in edges)
        self.pages[-1] += "".join(
            rule(LEFT, top + 20.0 * step, RIGHT, top + 20.0 * step) for step in range(len(rows) + 1)
        )
        for number, row in enumerate(rows):
            for x, cell in zip(edges, row, strict=False):
                (line, *_) = broken(" ".join(cell), 140)
                self.paint(x + 4, top + 20.0 * number + 14, line)
        self.y = foot + 20


BLOCKS = st.one_of(
    st.tuples(st.just("text"), TEXT),
    st.tuples(st.just("text"), TEXT, FACE, st.sampled_from([9.0, SIZE, 14.0])),
    st.tuples(st.just("text"), SHORT, st.just(BOLD), st.sampled_from([SIZE, 14.0, 20.0])),
    st.tuples(st.just("apart"), TEXT),
    st.tuples(st.just("entry"), MARKERS, TEXT),
    st.tuples(
        st.just("beside"), st.lists(SHORT, min_size=1, max_size=9), st.lists(SHORT, min_size=1, max_size=9)
    ),
)
TABLES = st.tuples(
    st.just("table"), st.lists(st.lists(SHORT, min_size=3, max_size=3), min_size=2, max_size=5)
)
EDGES = st.sampled_from(["", "Rørdal Kommune", "Side {} af 9", "{}"])


def printed(blocks: Iterable[tuple[object, ...]], header: str, footer: str) -> Press:
    """Set blocks, one under the other."""
    press = Press(header=header, footer=footer)
    press.text(["Referat"], BOLD, 20)
    for kind, *said in blocks:
        getattr(press, str(kind))(*said)
    return press


def words(lines: Iterable[Line]) -> Counter[str]:
    """Every word of every line, be it text, a table or furniture."""
    return Counter(word for line in lines for word in line.text.split())


def signs(text: str) -> Counter[str]:
    """Every sign of a text but blanks and hyphens."""
    return Counter(text.replace("-", "").replace(" ", ""))


@given(
    st.lists(BLOCKS, min_size=1, max_size=12),
    st.sampled_from(["", "Rørdal Kommune"]),
    EDGES,
    st.sampled_from(sorted(TURNS)),
)
@settings(max_examples=150)
def test_every_word_is_read_once(
    blocks: list[tuple[object, ...]], header: str, footer: str, turned: int
) -> None:
    """Paragraphs, headings, lists, columns and what runs: what is printed is in the lines, and no more."""
    press = printed(blocks, header, footer)
    pages = [Page(painted=page, shown_turned=turned) for page in press.pages]

    assert words(read(pdf(*pages), "referat.pdf").lines) == press.words


@given(st.lists(BLOCKS, max_size=4), TABLES, st.lists(BLOCKS, max_size=4))
@settings(max_examples=12)
def test_every_word_of_a_ruled_table_is_read_once(
    above: list[tuple[object, ...]], table: tuple[object, ...], below: list[tuple[object, ...]]
) -> None:
    """The words of its cells and of what stands around it are there, each once."""
    press = printed([*above, table, *below], "Rørdal Kommune", "Side {} af 9")

    assert words(read(pdf(*press.pages), "referat.pdf").lines) == press.words


@given(st.lists(BLOCKS, min_size=1, max_size=12), EDGES)
@settings(max_examples=50)
def test_putting_paragraphs_together_loses_nothing(blocks: list[tuple[object, ...]], footer: str) -> None:
    """Joined lines have all signs of the lines they were, but for hyphens and blanks."""
    lines = read(pdf(*printed(blocks, "Rørdal Kommune", footer).pages), "referat.pdf").lines

    assert signs(" ".join(line.text for line in settle(lines).lines)) == signs(
        " ".join(line.text for line in lines)
    )


@given(st.lists(BLOCKS, min_size=1, max_size=12))
@settings(max_examples=25)
def test_the_same_paper_gives_the_same_lines(blocks: list[tuple[object, ...]]) -> None:
    """Whatever a paper holds, reading it again gives the same."""
    raw = pdf(*printed(blocks, "Rørdal Kommune", "{}").pages)

    assert read(raw, "a.pdf") == read(raw, "b.pdf")


@pytest.mark.parametrize("far", [7e38, -7e38, 2e7])
def test_words_at_no_place_are_kept_beside_the_text(far: float) -> None:
    """Found by fuzzing: a place beyond all numbers took the reader down, and all the words with it."""
    lines = read(
        pdf(at(LEFT, 100, "Referat") + at(far, far, "Langt") + at(LEFT, 120, "Mødet")), "a.pdf"
    ).lines

    assert [line.text for line in lines if line.furniture is None] == ["Referat", "Mødet"]
    assert "Langt" in [line.text for line in lines]
