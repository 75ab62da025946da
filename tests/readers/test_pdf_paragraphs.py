"""Paragraphs of a PDF: told apart however they are set, and whole across the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.readers.pdf_papers import (
    BOLD,
    LEADING,
    LEFT,
    PLAIN,
    RIGHT,
    SIZE,
    at,
    body,
    broken,
    furniture,
    lines_of,
    paragraphs,
    prose,
    rule,
    under_each_other,
    wide,
)

ROOM = RIGHT - LEFT
THREE = tuple(prose(seed, 45) for seed in (1, 2, 3))
LONG = prose(11, 130)
NAMES = [
    f"{first} {last}"
    for first in ("Anna", "Bent", "Carl", "Dorte", "Erik")
    for last in ("Holm", "Krog", "Lund", "Vang")
]


def set_each(each: Iterable[str], *, air: float = 0.0, leading: float = LEADING, first: float = 0.0) -> str:
    """Paint paragraphs under each other with air between them; the first line of each is set in."""
    y, painted = 100.0, ""
    for text in each:
        lines = broken(text, ROOM, first=first)
        painted += at(LEFT + first, y, lines[0])
        painted += under_each_other(LEFT, y + leading, lines[1:], leading=leading)
        y += leading * len(lines) + air
    return painted


def justified(x: float, y: float, lines: list[str]) -> str:
    """Paint a paragraph word by word, the blanks widened until its lines end alike."""
    painted = ""
    for place, line in enumerate(lines):
        words = line.split()
        spare = 0.0 if line is lines[-1] else (ROOM - wide(line)) / (len(words) - 1)
        at_x = x
        for word in words:
            painted += at(at_x, y + place * LEADING, word)
            at_x += wide(f"{word} ") + spare
    return painted


@pytest.mark.parametrize(
    "leading", [12.5, LEADING, 17.0, 21.0], ids=["tight", "usual", "loose", "one and a half"]
)
def test_paragraphs_with_air_between_them(leading: float) -> None:
    """However far apart the lines stand, more air between two of them ends a paragraph."""
    assert paragraphs(lines_of(set_each(THREE, air=10, leading=leading))) == list(THREE)


def test_cells_set_half_a_line_lower_are_no_leading() -> None:
    """Where a contents list centres a page's number beside a title of two lines, paragraphs are the same."""
    entries = ""
    for place in range(2):
        top = 20 + place * 2 * LEADING
        entries += at(LEFT, top, "Cykelsti langs Møllevej fra Rørdal til Havnegade og")
        entries += at(LEFT, top + LEADING / 2, f"4{place}.") + at(RIGHT - 10, top + LEADING / 2, "4")
        entries += at(LEFT, top + LEADING, "linjeføring af den")

    assert paragraphs(lines_of(entries + set_each(THREE, air=10)))[-3:] == list(THREE)


def test_full_lines_with_air_between_them() -> None:
    """Air ends a paragraph whose last line is full, and no air goes on one."""
    first, last, after = (
        broken(prose(5, 60), ROOM)[0],
        broken(prose(9, 60), ROOM)[0],
        "Kommunalbestyrelsen går.",
    )
    painted = under_each_other(LEFT, 100, [first, f"{last}."]) + at(LEFT, 100 + 2 * LEADING + 8, after)

    assert paragraphs(lines_of(painted + body(1, 300, 90)))[:2] == [f"{first} {last}.", after]


def test_paragraphs_without_air() -> None:
    """A line with room left for the next word ends its paragraph."""
    assert paragraphs(lines_of(set_each(THREE))) == list(THREE)


def test_paragraphs_whose_first_line_is_set_in() -> None:
    """A line set in begins a paragraph, and the next goes on to the left of it."""
    assert paragraphs(lines_of(set_each(THREE, first=20))) == list(THREE)


def test_justified_paragraphs() -> None:
    """Where every line but the last ends at the edge, the paragraphs are the same."""
    painted = "".join(
        justified(LEFT, 100 + 100 * place, broken(text, ROOM)) for place, text in enumerate(THREE)
    )

    assert paragraphs(lines_of(painted)) == list(THREE)


def test_short_lines_are_not_run_together() -> None:
    """Names one a line are no paragraph."""
    found = paragraphs(lines_of(under_each_other(LEFT, 60, NAMES[:5]) + body(1, 200, 90)))

    assert found[:5] == NAMES[:5]


def test_a_paper_of_short_lines() -> None:
    """Lines that are all short are no paragraph, though there is no longer one to measure them by."""
    lines = ["Rørdal Kommune", "Havneudvalget og Forvaltningen", "Referat", "Kajen ved Fyret", "Afbud: Ingen"]

    assert paragraphs(lines_of(under_each_other(LEFT, 100, lines))) == lines


@pytest.mark.xfail(strict=True, reason="a page of short lines alone is taken for a narrow column")
def test_a_page_of_short_lines() -> None:
    """Names one a line are no paragraph on a page that holds nothing else."""
    found = paragraphs(lines_of(body(1, 60, 300), under_each_other(LEFT, 60, NAMES)))

    assert found[1:] == NAMES


def test_an_address_of_short_lines_above_running_text() -> None:
    """Short lines stay apart from each other where long ones show how wide the page is."""
    lines = ["Rørdal Kommune", "Havnegade 4", "9999 Rørdal"]

    assert paragraphs(lines_of(under_each_other(LEFT, 60, lines) + body(1, 130, 90)))[:3] == lines


def test_a_paragraph_over_the_foot_of_a_page() -> None:
    """A paragraph goes on at the top of the next page, past footers that lie between."""
    lines = broken(LONG, ROOM)
    pages = [
        under_each_other(LEFT, 700, lines[:5]) + at(LEFT, 800, "Side 1 af 2", size=9),
        under_each_other(LEFT, 60, lines[5:]) + at(LEFT, 800, "Side 2 af 2", size=9),
    ]

    found = lines_of(*pages)

    assert paragraphs(found) == [LONG]
    assert len(furniture(found)) == 2


def test_a_paragraph_that_ends_with_its_page() -> None:
    """A short last line ends its paragraph at the foot of a page as it does anywhere."""
    first, second = THREE[:2]

    pages = [under_each_other(LEFT, 700, broken(text, ROOM)) for text in (first, second)]

    assert paragraphs(lines_of(*pages)) == [first, second]


def test_a_note_at_the_foot_of_a_page() -> None:
    """A note in small type is a paragraph of its own, and none of the text's."""
    lines, note = broken(LONG, ROOM), "Tallet er fra marts og er målt ved kajen."
    pages = [
        under_each_other(LEFT, 680, lines[:5]) + rule(LEFT, 764, 200, 764) + at(LEFT, 776, note, size=8),
        under_each_other(LEFT, 60, lines[5:]),
    ]

    assert note in paragraphs(lines_of(*pages))


def test_a_heading_over_two_lines() -> None:
    """A heading that wraps is one heading, and the text under it is none of it."""
    title = ["Forslag til ny plan for havnens kaj og for broen ved det gamle", "fyr"]

    found = lines_of(under_each_other(LEFT, 80, title, BOLD, 14, 17) + body(1, 130))

    assert paragraphs(found) == [" ".join(title), prose(1, 40)]
    assert [line.level for line in found][:3] == [1, 1, None]


def test_a_bold_label_right_over_its_text() -> None:
    """A label in the type of the text, only bold, is not run together with what it stands over."""
    found = lines_of(at(LEFT, 100, "Beslutning", BOLD) + body(1, 100 + LEADING) + body(2, 200, 60))

    assert paragraphs(found)[0] == "Beslutning"


def test_two_labels_under_each_other() -> None:
    """Two headings of one look, a line each, are two."""
    found = lines_of(
        under_each_other(LEFT, 100, ["Sagsfremstilling", "Baggrund"], BOLD, leading=17) + body(1, 140, 90)
    )

    assert paragraphs(found)[:2] == ["Sagsfremstilling", "Baggrund"]


def test_empty_lines_are_counted() -> None:
    """The air above a line is told in empty lines of the text's own spacing."""
    found = lines_of(body(1, 100, 60) + at(LEFT, 300, "Molen.") + at(LEFT, 300 + 3 * LEADING, "Kajen."))

    assert [line.gap for line in found][:2] == [1, 0]
    assert [line.gap for line in found][-1] == 2


def test_the_indent_is_told_in_blanks() -> None:
    """A line set in says by how many blanks, counted from the page's own margin."""
    found = lines_of(body(1) + at(LEFT + 4 * SIZE / 2, 200, "Set ind."))

    assert [line.indent for line in found if line.text == "Set ind."] == [4]


def test_a_word_divided_at_the_foot_of_a_page() -> None:
    """The rest of a word divided at the end of a page goes on its paragraph."""
    lines = broken(LONG, ROOM)
    lines[4], lines[5] = f"{lines[4].rsplit(' ', 1)[0]} kommu-", f"nen {lines[5]}"

    found = paragraphs(
        lines_of(under_each_other(LEFT, 700, lines[:5]), under_each_other(LEFT, 60, lines[5:]))
    )

    assert found == [" ".join(lines)]


@pytest.mark.parametrize("hair", [0.04, 0.02, 0.0])
def test_type_that_varies_by_a_hair(hair: float) -> None:
    """Lines whose size is off by less than an eye can see are one paragraph."""
    lines = broken(THREE[0], ROOM)
    painted = "".join(
        at(LEFT, 100 + place * LEADING, text, size=SIZE + hair * (-1) ** place)
        for place, text in enumerate(lines)
    )

    assert paragraphs(lines_of(painted)) == [THREE[0]]


def test_a_quotation_in_smaller_type() -> None:
    """A paragraph set in smaller and farther in is one of its own."""
    painted = (
        body(1)
        + under_each_other(LEFT + 30, 150, broken(prose(2, 40), ROOM - 60, 10), size=10)
        + body(3, 210)
    )

    assert paragraphs(lines_of(painted)) == [prose(1, 40), prose(2, 40), prose(3, 40)]


@pytest.mark.xfail(strict=True, reason="a line that is bold from end to end is a heading wherever it stands")
def test_words_in_bold_that_fill_a_line_of_a_paragraph() -> None:
    """A line of a sentence is no heading, though the words on it are all bold."""
    lines = broken(THREE[0], ROOM)
    painted = "".join(
        at(LEFT, 100 + place * LEADING, text, BOLD if place == 1 else PLAIN)
        for place, text in enumerate(lines)
    )

    found = lines_of(painted + body(7, 200, 90))

    assert paragraphs(found) == [THREE[0], prose(7, 90)]
    assert not any(line.level for line in found)


@pytest.mark.xfail(strict=True, reason="no line goes on a line of fields")
def test_a_value_that_wraps() -> None:
    """What wraps under a value goes on it: the last of the absent is absent too."""
    names = ["Anna Holm, Bent Krog, Carl Lund, Dorte Vang, Erik Bæk, Freja Dal", "og Gerda Holm"]
    painted = at(LEFT, 100, "Afbud:") + under_each_other(LEFT + 100, 100, names)
    painted += at(LEFT, 128, "Mødested:") + at(LEFT + 100, 128, "Havnekontoret")

    assert paragraphs(lines_of(painted + body(1, 200, 90)))[:2] == [
        f"Afbud:   {' '.join(names)}",
        "Mødested:   Havnekontoret",
    ]


def test_air_above_titles_that_follow_each_other_but_once() -> None:
    """Two titles with air between them do not tell that titles are set so far apart."""
    painted = at(LEFT, 60, "6. Salg af areal", BOLD) + at(LEFT, 60 + 2 * LEADING, "7. Eventuelt", BOLD)
    found = lines_of(painted + set_each(THREE, air=10))

    assert [line.gap > 0 for line in found if line.text.startswith("7.")] == [True]
