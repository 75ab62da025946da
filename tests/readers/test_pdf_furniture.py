"""Headers and footers of a PDF: what runs from page to page, and what only comes back."""

from __future__ import annotations

from itertools import chain

import pytest

from converters.blocks import Furniture, Line
from tests.readers.pdf_papers import (
    BOLD,
    LEFT,
    at,
    body,
    furniture,
    lines_of,
    paragraphs,
    prose,
    texts,
)

HEAD, FOOT = 40.0, 800.0


def page(seed: int, *, head: str = "", foot: str = "", under: str = "") -> str:
    """A page with two paragraphs, as long as its seed says, and lines at its edges."""
    return (
        at(LEFT, HEAD, head, size=9)
        + body(seed, 100, 40 + 17 * seed)
        + body(seed + 50, 400, 30)
        + at(LEFT, FOOT, foot, size=9)
        + at(LEFT, FOOT + 12, under, size=9)
    )


def kinds(lines: tuple[Line, ...]) -> set[Furniture]:
    """What kinds of furniture there are."""
    return {kind for _, kind in furniture(lines)}


@pytest.mark.parametrize("style", ["{}", "- {} -", "{} / 5", "– {} –"])
def test_bare_page_numbers(style: str) -> None:
    """Numbers that count the pages, with or without signs around them, are page numbers."""
    numbers = [style.format(number) for number in range(1, 6)]

    found = lines_of(*(page(seed, foot=number) for seed, number in enumerate(numbers)))

    assert furniture(found) == [(number, Furniture.PAGE_NUMBER) for number in numbers]


@pytest.mark.parametrize("style", ["{}", "Side {}"])
def test_page_numbers_in_roman_letters(style: str) -> None:
    """They count the pages as figures do."""
    numbers = [style.format(number) for number in ("ii", "iii", "iv", "v")]

    found = lines_of(*(page(seed, foot=number) for seed, number in enumerate(numbers)))

    assert [text for text, _ in furniture(found)] == numbers


@pytest.mark.parametrize(
    "style", ["Side {} af 5", "Side {}", "Rørdal Kommune | {}/5", "Referat 5. marts, s. {}"]
)
def test_page_numbers_among_words(style: str) -> None:
    """A line with words whose number counts the pages is a footer on every page."""
    numbers = [style.format(number) for number in range(1, 6)]

    found = lines_of(*(page(seed, foot=number) for seed, number in enumerate(numbers)))

    assert furniture(found) == [(number, Furniture.FOOTER) for number in numbers]


def test_page_numbers_that_start_anywhere() -> None:
    """The pages of a part taken out of a longer paper are counted from where it began."""
    found = lines_of(*(page(seed, foot=str(seed + 117)) for seed in range(5)))

    assert [text for text, _ in furniture(found)] == ["117", "118", "119", "120", "121"]


def test_page_numbers_that_start_over() -> None:
    """In a pack of papers each of which counts its own pages, all numbers are furniture."""
    numbers = [1, 2, 3, 1, 2, 3, 4, 5, 6, 7]

    found = lines_of(*(page(seed, foot=f"Side {number}") for seed, number in enumerate(numbers)))

    assert [text for text, _ in furniture(found)] == [f"Side {number}" for number in numbers]


def test_a_header_on_every_page() -> None:
    """The same words at the top of every page are a header; the text around them is not."""
    found = lines_of(*(page(seed, head="Rørdal Kommune") for seed in range(5)))

    assert furniture(found) == [("Rørdal Kommune", Furniture.HEADER)] * 5
    assert " ".join(paragraphs(found)) == " ".join(
        chain.from_iterable((prose(seed, 40 + 17 * seed), prose(seed + 50, 30)) for seed in range(5))
    )


def test_headers_of_left_and_right_pages() -> None:
    """A paper may have one header on its odd pages and another on its even ones."""
    heads = ["Rørdal Kommune", "Havneudvalget 3. marts 2026"] * 3

    found = lines_of(*(page(seed, head=head) for seed, head in enumerate(heads)))

    assert furniture(found) == [(head, Furniture.HEADER) for head in heads]


def test_a_header_that_names_the_item() -> None:
    """A header may change with the item, as long as it stays for some pages."""
    heads = ["Punkt 1. Kajen"] * 3 + ["Punkt 2. Molen"] * 3

    found = lines_of(*(page(seed, head=head) for seed, head in enumerate(heads)))

    assert furniture(found) == [(head, Furniture.HEADER) for head in heads]


def test_a_header_that_the_first_page_has_not() -> None:
    """The page with the coat of arms has no header; the others have."""
    found = lines_of(page(0), *(page(seed, head="Rørdal Kommune") for seed in range(1, 5)))

    assert [line.origin.page for line in found if line.furniture] == [2, 3, 4, 5]


def test_a_paper_of_two_pages() -> None:
    """Two pages are enough to see what runs, if it stands in their margins."""
    found = lines_of(
        page(1, head="Rørdal Kommune", foot="Side 1 af 2"), page(2, head="Rørdal Kommune", foot="Side 2 af 2")
    )

    assert furniture(found) == [
        ("Rørdal Kommune", Furniture.HEADER),
        ("Side 1 af 2", Furniture.FOOTER),
        ("Rørdal Kommune", Furniture.HEADER),
        ("Side 2 af 2", Furniture.FOOTER),
    ]


def test_a_single_page() -> None:
    """Nothing runs over one page: its every line is text."""
    assert furniture(lines_of(page(1, head="Rørdal Kommune", foot="1"))) == []


def test_a_footer_of_two_lines() -> None:
    """Both its lines are furniture."""
    found = lines_of(*(page(seed, foot="Rørdal Kommune", under=f"Side {seed + 1} af 4") for seed in range(4)))

    assert furniture(found)[:2] == [("Rørdal Kommune", Furniture.FOOTER), ("Side 1 af 4", Furniture.FOOTER)]
    assert len(furniture(found)) == 8


def test_a_header_stands_before_the_text_and_a_footer_behind_it() -> None:
    """Furniture keeps its place among the lines, and no line of it begins a page."""
    found = lines_of(*(page(seed, head="Rørdal Kommune", foot=str(seed + 1)) for seed in range(3)))

    assert [line.furniture is not None for line in found if line.origin.page == 2].index(True) == 0
    assert found[-1].furniture is Furniture.PAGE_NUMBER
    assert not any(line.starts_page for line in found if line.furniture)
    assert [line.origin.page for line in found if line.starts_page] == [1, 2, 3]


def test_case_numbers_at_the_top_of_page_after_page() -> None:
    """Numbers that do not count the pages are text, though they stand at the same height each time."""
    found = lines_of(*(page(seed, head=f"Sagsnr. {20 + 7 * seed}/{1000 + seed**2}") for seed in range(6)))

    assert furniture(found) == []


def test_items_that_do_not_begin_with_every_page() -> None:
    """Numbers that count the items are text where an item takes another number of pages."""
    numbers = [1, 3, 4, 7, 8, 12]

    found = lines_of(*(page(seed, head=f"Punkt {number}") for seed, number in enumerate(numbers)))

    assert furniture(found) == []


def test_large_type_at_the_top_of_page_after_page() -> None:
    """A heading in larger type is a heading, however often it comes back."""
    found = lines_of(*(at(LEFT, 60, f"Punkt {seed}", BOLD, 14) + body(seed, 90) for seed in range(1, 7)))

    assert furniture(found) == []
    assert [line.text for line in found if line.level] == [f"Punkt {seed}" for seed in range(1, 7)]


def test_a_line_in_the_middle_of_page_after_page() -> None:
    """A label that stands in running text on page after page does not run."""
    pages = [
        body(seed, 80, 60 + seed * 25)
        + at(LEFT, 420, "Beslutning", BOLD)
        + body(seed + 9, 440, 40 + 9 * seed)
        for seed in range(6)
    ]

    assert texts(lines_of(*pages)).count("Beslutning") == 6


def test_two_pages_that_begin_with_the_same_label() -> None:
    """A label at the top of two pages of four is no header: text stands right under it."""
    pages = [
        *(at(LEFT, 60, "Beslutning", BOLD) + body(seed, 76, 90 + 9 * seed) for seed in (1, 2)),
        *(body(seed, 60, 120 + 9 * seed) for seed in (3, 4)),
    ]

    assert furniture(lines_of(*pages)) == []


def test_a_label_at_the_top_of_page_after_page() -> None:
    """A heading set as others in the text is one wherever it stands, though it begins page after page."""
    pages = [
        at(LEFT, 60, "Beslutning", BOLD)
        + body(seed, 76, 70 + 9 * seed)
        + at(LEFT, 400, "Beslutning", BOLD)
        + body(seed + 20, 416, 30 + 9 * seed)
        for seed in range(6)
    ]

    assert furniture(lines_of(*pages)) == []


def test_items_that_begin_with_every_page() -> None:
    """Where every page is an item, the item's number is a heading and not the page's."""
    pages = [at(LEFT, 60, f"Punkt {seed}", BOLD) + body(seed, 76, 70 + 20 * seed) for seed in range(1, 7)]

    assert furniture(lines_of(*pages)) == []


def test_the_same_decision_at_the_same_height() -> None:
    """Short items of a page each end alike, far above the foot of the page: that is no footer."""
    pages = [
        at(LEFT, 60, f"{seed}. {prose(seed, 3)}", BOLD, 14)
        + body(seed, 90, 16)
        + at(LEFT, 140, "Beslutning", BOLD)
        + at(LEFT, 160, "Godkendt.")
        + at(LEFT, FOOT, f"Side {seed} af 6", size=9)
        for seed in range(1, 7)
    ]

    assert texts(lines_of(*pages)).count("Godkendt.") == 6


def test_a_repeated_line_that_text_parts_from_the_edge() -> None:
    """Only what stands between other furniture and the edge of its page can run."""
    pages = [
        at(LEFT, 60, prose(seed, 6)) + at(LEFT, 76, "Åbent punkt") + body(seed, 92, 60 + 20 * seed)
        for seed in range(1, 7)
    ]

    assert texts(lines_of(*pages)).count("Åbent punkt") == 6


@pytest.mark.xfail(
    strict=True, reason="a line right under text in the last lines of two pages is taken for a footer"
)
def test_two_pages_that_end_with_the_same_decision() -> None:
    """The last lines of two full pages may be the same: they stand right under text, as no footer does."""
    pages = [
        body(seed, 60, 90 + 9 * seed)
        + body(seed + 9, 690, 30)
        + at(LEFT, 770, "Beslutning", BOLD)
        + at(LEFT, 786, "Godkendt.")
        for seed in (1, 2)
    ]

    assert furniture(lines_of(*pages)) == []
