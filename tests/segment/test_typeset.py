"""Lines of a format that knows its paragraphs: joined into them, with all their words and links."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converters.blocks import Furniture, Line, Link, ListKind, Marker, Origin, Picture
from converters.segment.marks import Role
from converters.segment.typeset import LONGEST, is_typeset, settle
from tests.segment.set_lines import line, linked, on, picture, tabled

KAJ, MOLE = "https://eksempel.dk/kaj", "https://eksempel.dk/mole"


def settled(*lines: Line) -> list[str]:
    """The paragraphs that lines are joined into."""
    return [one.text for one in settle(lines).lines]


def test_nothing_a_line_tells_is_lost() -> None:
    """A paragraph of one line tells all that the line told."""
    told = Line(
        text="Kajen er ny",
        origin=Origin(page=2, line=7),
        gap=2,
        indent=3,
        starts_page=True,
        whole=True,
        continues=False,
        level=2,
        style="11 Arial",
        marker=Marker(kind=ListKind.NUMBER, printed="1."),
        links=(Link(start=0, end=5, href="https://www.birkevig.example"),),
        pictures=(Picture(content=b"x", media_type="image/png", page=2, width=1, height=1),),
        furniture=Furniture.HEADER,
        last_page=3,
    )
    plain = Line(text="", origin=Origin(page=1, line=1))
    unset = {one.name for one in fields(Line) if getattr(told, one.name) == getattr(plain, one.name)}
    assert unset == {"table"}
    assert settle([told]).lines == (told,)

    table = tabled(("Nord", "12", "14"), ("Syd", "9", "11"), header=("Kaj", "2025", "2026"))
    assert settle([table]).lines == (replace(table, whole=True),)


def test_lines_of_one_paragraph() -> None:
    """A line that goes on the one above is joined to it with a blank."""
    assert settled(line("Udvalget så på"), line("kajen.", continues=True), line("Alle gik hjem.")) == [
        "Udvalget så på kajen.",
        "Alle gik hjem.",
    ]


def test_every_line_is_whole() -> None:
    """What comes out is a paragraph by itself, line by line."""
    assert all(one.whole for one in settle([line("Kajen"), line("er ny.", continues=True)]).lines)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Kommu-", "nen betaler.", "Kommunen betaler."),
        ("Sundheds-", "og ældreområdet.", "Sundheds- og ældreområdet."),
        ("I Lyngby-", "Taarbæk.", "I Lyngby-Taarbæk."),
        ("Kommu\u00ad", "nen betaler.", "Kommunen betaler."),
        ("Det koster 20-", "30 kr.", "Det koster 20-30 kr."),
    ],
)
def test_a_word_divided_at_the_end_of_a_line(left: str, right: str, whole: str) -> None:
    """It is one word again, and a hyphen of the word's own stays."""
    assert settled(line(left), line(right, continues=True)) == [whole]


def test_a_hyphen_that_went_is_told() -> None:
    """Both pieces of a joined word are kept for the account, with the paragraph they are in."""
    found = settle([line("Kajen."), line("Kommu-"), line("nen betaler.", continues=True)])

    assert [(one.index, one.pieces) for one in found.joined] == [(1, "Kommu- nen")]


def test_a_footer_between_two_lines_of_a_paragraph() -> None:
    """The paragraph goes on behind it, and the footer stays a line of its own."""
    found = settle(
        [
            line("Udvalget så på"),
            line("Side 1", furniture=Furniture.FOOTER),
            line("Rørdal", furniture=Furniture.HEADER),
            replace(line("kajen.", continues=True), origin=Origin(page=2, line=4)),
        ]
    )

    assert [one.text for one in found.lines] == ["Udvalget så på kajen.", "Side 1", "Rørdal"]
    assert found.lines[0].last_page == 2
    assert {index: mark.role for index, mark in found.marks.items()} == {1: Role.FOOTER, 2: Role.HEADER}


def test_nothing_goes_on_a_table() -> None:
    """A line under a table begins a paragraph, whatever it says."""
    assert settled(line("Se"), tabled(("Kaj", "1"), ("Mole", "2")), line("her.", continues=True)) == [
        "Se",
        "Kaj 1 Mole 2",
        "her.",
    ]


def test_a_table_is_marked() -> None:
    """A table is known to be one from the start."""
    found = settle([line("Se"), tabled(("Kaj", "1"), ("Mole", "2"))])

    assert {index: mark.role for index, mark in found.marks.items()} == {1: Role.TABLE}


@pytest.mark.parametrize("kind", list(Furniture))
def test_what_does_not_run_is_marked(kind: Furniture) -> None:
    """Whatever a reader knows to be no running text has a mark, and the reason is told."""
    found = settle([line("Kajen."), line("Menu", furniture=kind)])

    assert list(found.marks) == [1]
    assert found.marks[1].why


def test_the_first_line_goes_on_nothing() -> None:
    """A source may begin in the middle of a paragraph."""
    assert settled(line("er ny.", continues=True), line("Kajen.")) == ["er ny.", "Kajen."]


def test_a_paragraph_without_an_end() -> None:
    """A source whose every line goes on is cut somewhere, and nothing of it is lost."""
    lines = [line("kajen " * 40, continues=True) for _ in range(300)]

    found = settled(*lines)

    assert 1 < len(found) < 30
    assert max(map(len, found)) < 2 * LONGEST
    assert " ".join(found).split() == ["kajen"] * 40 * 300


def test_links_of_joined_lines() -> None:
    """A link lies on the same words when its line has become the end of a paragraph."""
    above, below = "Udvalget så på", "planen for kajen."
    found = settle([line(above), line(below, continues=True, links=(on(below, "planen"),))])

    assert linked(found.lines) == [("planen", KAJ)]


def test_links_behind_a_hyphen_that_went() -> None:
    """A link lies on the same words when a hyphen before it has gone."""
    above, below = "Her er kommu-", "nens plan for kajen."
    found = settle([line(above), line(below, continues=True, links=(on(below, "plan"),))])

    assert linked(found.lines) == [("plan", KAJ)]


def test_a_link_that_wraps_is_one() -> None:
    """Two links to one address with only a line's end between them are one."""
    above, below = "Se planen", "for kajen her."
    lines = [
        line(above, links=(on(above, "planen"),)),
        line(below, continues=True, links=(on(below, "for kajen"),)),
    ]

    assert linked(settle(lines).lines) == [("planen for kajen", KAJ)]


def test_a_linked_word_that_is_divided() -> None:
    """A link on a divided word lies on the whole word when it is put together."""
    above, below = "Se havne-", "planen her."
    lines = [
        line(above, links=(on(above, "havne-"),)),
        line(below, continues=True, links=(on(below, "planen"),)),
    ]

    assert linked(settle(lines).lines) == [("havneplanen", KAJ)]


def test_two_links_that_meet_at_a_line_end() -> None:
    """Two addresses stay two links."""
    above, below = "Se planen", "for kajen her."
    lines = [
        line(above, links=(on(above, "planen"),)),
        line(below, continues=True, links=(on(below, "for", MOLE),)),
    ]

    assert linked(settle(lines).lines) == [("planen", KAJ), ("for", MOLE)]


def test_pictures_without_words() -> None:
    """A line that is only a picture gives it to the line above."""
    found = settle([line("Kajen."), line("", pictures=(picture("kort"),)), line("Molen.")]).lines

    assert [(one.text, [shown.alt for shown in one.pictures]) for one in found] == [
        ("Kajen.", ["kort"]),
        ("Molen.", []),
    ]


def test_pictures_above_the_first_words() -> None:
    """A picture at the very top stands under the first words there are."""
    found = settle([line("", pictures=(picture("våben"),)), line("Kajen.")]).lines

    assert [(one.text, [shown.alt for shown in one.pictures]) for one in found] == [("Kajen.", ["våben"])]


def test_pictures_within_a_paragraph() -> None:
    """Pictures of joined lines all stay, in order."""
    (found,) = settle(
        [
            line("Se", pictures=(picture("et"),)),
            line("kajen.", continues=True, pictures=(picture("to"),)),
        ]
    ).lines

    assert [shown.alt for shown in found.pictures] == ["et", "to"]


def test_plain_text_is_not_typeset() -> None:
    """A format that does not know its paragraphs is told from one that does."""
    plain = Line(text="Kajen", origin=Origin(page=1, line=1))

    assert not is_typeset([plain])
    assert is_typeset([plain, line("Molen")])


WORDS = st.lists(
    st.sampled_from(["kajen", "Molen", "og", "20/7077", "e-mail", "skal-", "§5", "kr.", "Å", "er"]),
    min_size=1,
    max_size=8,
)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line with a link on some of its inner words."""
    words = draw(WORDS)
    text = " ".join(words)
    links: tuple[Link, ...] = ()
    if len(words) > 2 and draw(st.booleans()):
        first = len(words[0]) + 1
        end = len(text) - len(words[-1]) - 1
        links = (Link(start=first, end=end, href=draw(st.sampled_from([KAJ, MOLE]))),)
    return line(
        text,
        continues=draw(st.booleans()),
        links=links,
        furniture=draw(st.sampled_from([None, None, None, Furniture.HEADER, Furniture.FOOTER])),
    )


def signs(text: str) -> Counter[str]:
    """Every sign of a text but blanks and hyphens."""
    return Counter(text.replace(" ", "").replace("-", ""))


@given(st.lists(lines(), min_size=1, max_size=12))
def test_no_word_is_lost(source: list[Line]) -> None:
    """Whatever goes on whatever, all signs are still there, but for the hyphens that went."""
    found = settle(source).lines

    assert signs("".join(one.text for one in found)) == signs("".join(one.text for one in source))


@given(st.lists(lines(), min_size=1, max_size=12))
def test_every_link_lies_on_its_words(source: list[Line]) -> None:
    """Links to an address lie on the same words, in the same order, as before."""
    found = settle(source).lines

    for href in (KAJ, MOLE):
        before = Counter(text for text, where in linked(source) if where == href)
        after = Counter(text for text, where in linked(found) if where == href)
        assert before == after
