"""PDF files: a page reads the same however it lies on its sheet, and what cannot be read says so."""

from __future__ import annotations

import pytest

from converters.errors import EmptySource, EncryptedSource, TooLarge, TruncatedSource, UnreadableSource
from converters.readers import pdf as reader
from converters.readers.pdf import read
from tests.readers.pdf_papers import (
    BOLD,
    HEIGHT,
    LEADING,
    LEFT,
    RIGHT,
    WIDTH,
    Page,
    at,
    body,
    broken,
    furniture,
    lines_of,
    paragraphs,
    pdf,
    prose,
    reading_of,
    texts,
    under_each_other,
    wide,
)

TITLE = "Kajen ved søen"
HEIGHT_OF = {0: HEIGHT, 90: WIDTH, 180: HEIGHT, 270: WIDTH}
PAINTED = at(LEFT, 80, TITLE, BOLD, 16) + body(1, 110) + body(2, 180)
WORDS = [TITLE, prose(1, 40), prose(2, 40)]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_reads_the_same_however_it_is_turned(turned: int) -> None:
    """A page that is shown on its side has the headings and paragraphs it has upright."""
    lines = lines_of(Page(painted=PAINTED, shown_turned=turned))

    assert paragraphs(lines) == WORDS
    assert [line.level for line in lines][:2] == [1, None]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_footer_of_turned_pages_is_furniture(turned: int) -> None:
    """What runs at the foot of turned pages is told from their text."""
    pages = [
        Page(
            painted=body(seed, 60, 60 + 20 * seed) + at(LEFT, HEIGHT_OF[turned] - 30, f"Side {seed} af 3"),
            shown_turned=turned,
        )
        for seed in (1, 2, 3)
    ]

    assert [text for text, _ in furniture(lines_of(*pages))] == ["Side 1 af 3", "Side 2 af 3", "Side 3 af 3"]


@pytest.mark.parametrize("turned", [90, 270])
def test_a_page_on_its_side_among_upright_ones(turned: int) -> None:
    """A footer is as far from the foot of a page on its side as it is on the others."""
    pages = [
        Page(
            painted=body(seed, 60, 60 + 20 * seed) + at(LEFT, HEIGHT_OF[way] - 30, f"Side {seed} af 5"),
            shown_turned=way,
        )
        for seed, way in enumerate((0, 0, turned, 0, 0), start=1)
    ]

    assert [text for text, _ in furniture(lines_of(*pages))] == [f"Side {seed} af 5" for seed in range(1, 6)]


def test_a_page_cut_out_of_a_larger_sheet() -> None:
    """Where a page's corner is not the sheet's, nothing moves against anything else."""
    link = (LEFT, 98.0, LEFT + wide(broken(WORDS[1], 475)[0]), 114.0, "https://eksempel.dk/kaj")
    cut = lines_of(Page(painted=PAINTED, corner=(120.0, -40.0), links=(link,)))

    assert cut == lines_of(Page(painted=PAINTED, links=(link,)))


def test_text_in_a_drawing_within_the_page() -> None:
    """Text that a page shows by way of a form is read as if it were painted on the page itself."""
    inside = lines_of("q 1 0 0 1 0 -20 cm /Form Do Q\n", form=PAINTED)

    assert paragraphs(inside) == WORDS
    assert inside[0].level == 1


def test_text_in_a_drawing_that_is_made_smaller() -> None:
    """A form at half its size has letters of half the size, and the same paragraphs."""
    inside = lines_of("q .5 0 0 .5 100 200 cm /Form Do Q\n", form=PAINTED)

    assert paragraphs(inside) == WORDS


def test_a_file_that_only_its_owner_may_change() -> None:
    """What can be opened without a password is read."""
    assert paragraphs(read(pdf(PAINTED, password=""), "referat.pdf").lines) == WORDS


def test_a_file_that_asks_for_a_password() -> None:
    """It is refused, and the clerk is told why."""
    with pytest.raises(EncryptedSource, match="adgangskode"):
        read(pdf(PAINTED, password="havn"), "referat.pdf")  # noqa: S106 - the test's own


def test_a_page_without_text_among_others() -> None:
    """An empty page counts as a page and holds no line."""
    found = reading_of(PAINTED, "", body(3))

    assert found.pages == 3
    assert [line.origin.page for line in found.lines if line.starts_page] == [1, 3]
    assert found.recognised == ()


def test_a_paragraph_does_not_end_at_an_empty_page() -> None:
    """A sentence that stops at the foot of a page goes on after a page left blank."""
    lines = broken(prose(4, 150), RIGHT - LEFT)
    half = len(lines) // 2
    end = 780 - LEADING * half

    found = lines_of(under_each_other(LEFT, end, lines[:half]), "", under_each_other(LEFT, 60, lines[half:]))

    assert paragraphs(found) == [prose(4, 150)]


@pytest.mark.parametrize("painted", ["", at(LEFT, 100, "– . –")], ids=["nothing", "signs"])
def test_a_file_without_a_word(painted: str) -> None:
    """It is no source, and the clerk is told so."""
    with pytest.raises(EmptySource, match="ikke et eneste ord"):
        read(pdf(painted), "tom.pdf")


def test_a_file_cut_short() -> None:
    """A file that begins as a PDF and holds none is told to be cut."""
    with pytest.raises(TruncatedSource, match="ikke en hel PDF"):
        read(pdf(PAINTED)[:200], "referat.pdf")


def test_a_file_that_is_no_pdf() -> None:
    """What only has the name of a PDF is not readable."""
    with pytest.raises(UnreadableSource, match="ikke en hel PDF"):
        read(b"Havneudvalget", "referat.pdf")


def test_a_paper_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A paper with more pages than any minutes have is refused before its pages are read."""
    monkeypatch.setattr(reader, "MOST_PAGES", 2)

    with pytest.raises(TooLarge, match="3 sider"):
        read(pdf(PAINTED, PAINTED, PAINTED), "referat.pdf")


def test_bookmarks_tell_headings() -> None:
    """A line that the file's own outline lists is a heading, though it looks like the text."""
    lines = lines_of(at(LEFT, 80, TITLE) + body(1, 110), bookmarks=["Kajen  ved søen", "Molen"])

    assert [line.text for line in lines if line.level is not None] == [TITLE]


def test_bookmarks_rank_below_what_is_set_larger() -> None:
    """A heading that only the outline knows stands under those that are seen to be one."""
    lines = lines_of(
        at(LEFT, 80, TITLE, BOLD, 16) + at(LEFT, 110, "Molen") + body(1, 140), bookmarks=[TITLE, "Molen"]
    )

    assert [(line.text, line.level) for line in lines if line.level] == [(TITLE, 1), ("Molen", 2)]


def test_the_same_bytes_give_the_same_lines() -> None:
    """Reading twice gives the same lines, in every field."""
    raw = pdf(PAINTED, body(3), bookmarks=[TITLE])

    assert read(raw, "a.pdf") == read(raw, "b.pdf")


def test_lines_are_counted_through_the_paper() -> None:
    """Each line knows its page, and its number in the whole file."""
    lines = lines_of(at(LEFT, 100, "Havnen"), at(LEFT, 100, "Molen"))

    assert [(line.origin.page, line.origin.line) for line in lines] == [(1, 1), (2, 2)]


def test_a_hard_blank_is_a_blank() -> None:
    """Words that were kept on one line by a hard blank have a blank between them."""
    (line,) = lines_of(at(LEFT, 100, "kl.\u00a016"))

    assert line.text == "kl. 16"


def test_what_stands_outside_the_sheet_is_kept() -> None:
    """Words painted beside the sheet are still lines: nothing is dropped for its place."""
    lines = lines_of(body(1) + at(LEFT, 900, "Udenfor"))

    assert "Udenfor" in texts(lines)
