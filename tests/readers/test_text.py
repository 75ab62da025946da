"""Pages and spacing, as far as a text layer still shows them."""

from collections.abc import Sequence

from converters.blocks import Line
from converters.readers.text import read_text

# A paragraph as it is wrapped: its lines go on in small letters.
WRAPPED = (
    "Udvalget skal tage stilling til, om der skal bygges en cykelsti langs",
    "fjorden mellem havnen og den gamle brandstation, som har stået tom i",
    "tre år, og om der skal søges penge hos staten til den nye bro over",
    "åen, som er smal og i dårlig stand efter de sidste vintres regn.",
)


def page_starts(lines: Sequence[Line]) -> list[str]:
    """The texts of the lines that start a page."""
    return [line.text for line in lines if line.starts_page]


def gaps(lines: Sequence[Line]) -> list[int]:
    """The empty lines above each line, beyond the text's own spacing."""
    return [line.gap for line in lines]


def test_a_form_feed_starts_a_page() -> None:
    """It stands before the page's first line, or on a line of its own."""
    lines = read_text("Et\n\fTo\n\f\nTre\n")

    assert page_starts(lines) == ["Et", "To", "Tre"]
    assert [line.origin.page for line in lines] == [1, 2, 3]


def test_a_form_feed_in_the_middle_of_a_line_divides_it() -> None:
    """What stands before it ends the page, what stands behind it begins the next."""
    lines = read_text("Et\nTo\fTre\nFire\f\nFem\n")

    assert [line.text for line in lines] == ["Et", "To", "Tre", "Fire", "Fem"]
    assert page_starts(lines) == ["Et", "Tre", "Fem"]
    assert [line.origin.line for line in lines] == [1, 2, 2, 3, 4]


def test_a_leading_blank_starts_a_page() -> None:
    """Where no form feed is left, one blank before a line right under another is what is left of it."""
    assert page_starts(read_text("Et\nTo\n Tre\nFire\nFem\nSeks\n")) == ["Et", "Tre"]


def test_a_leading_blank_under_an_empty_line_is_nothing() -> None:
    """A page's first line follows the last of the page before."""
    assert page_starts(read_text("Et\n\n To\nTre\nFire\nFem\n")) == ["Et"]


def test_where_there_are_form_feeds_blanks_say_nothing() -> None:
    """One sign of a page's end is enough."""
    assert page_starts(read_text("Et\n To\n\fTre\nFire\nFem\nSeks\n")) == ["Et", "Tre"]


def test_an_indented_list_starts_no_pages() -> None:
    """Where many lines have a blank before them, the blank is the list's own."""
    text = "Der er tre veje:\n Møllevej\n Ågade\n Ringgaden\nDe er smalle.\n"

    assert page_starts(read_text(text)) == ["Der er tre veje:"]


def test_three_empty_lines_start_a_page_in_double_spaced_text() -> None:
    """There each line has an empty one after it, and a page's end has three."""
    lines = read_text("\n\n".join(WRAPPED) + "\n\n\n\nHavnen\n\n" + "\n\n".join(WRAPPED))

    assert page_starts(lines) == [WRAPPED[0], "Havnen"]


def test_three_empty_lines_are_a_gap_in_single_spaced_text() -> None:
    """Where lines stand close, empty lines are the writer's."""
    lines = read_text("\n".join(WRAPPED) + "\n\n\n\nHavnen\n" + "\n".join(WRAPPED))

    assert page_starts(lines) == [WRAPPED[0]]
    assert lines[len(WRAPPED)].gap == 3


def test_double_spacing_is_no_gap() -> None:
    """An empty line after every line says nothing of paragraphs."""
    assert set(gaps(read_text("\n\n".join(WRAPPED * 3)))) == {0}


def test_paragraphs_of_one_line_are_not_double_spaced() -> None:
    """Short lines with an empty line between them are paragraphs, since none of them goes on."""
    assert gaps(read_text("Godkendt.\n\nUdsat.\n\nDrøftet.\n\nAfvist.\n")) == [0, 1, 1, 1]


def test_a_line_of_blanks_ends_a_paragraph_in_double_spaced_text() -> None:
    """An empty line is the spacing's, one that holds blanks is the writer's."""
    lines = read_text("\n\n".join([*WRAPPED, "  ", *WRAPPED]))

    assert [line.text for line in lines if line.gap] == [WRAPPED[0]]


def test_each_part_of_a_text_has_its_own_spacing() -> None:
    """Minutes may be single-spaced and their annex double-spaced."""
    lines = read_text("\n".join(WRAPPED * 8) + "\n" + "\n\n".join(WRAPPED * 8))

    assert gaps(lines)[:32] == [0] * 32
    assert gaps(lines)[-20:] == [0] * 20


def test_a_line_knows_where_it_stood() -> None:
    """Page and line count from 1, and empty lines count."""
    (first, second) = read_text("\nEt\n\n\f  To\n")

    assert (first.origin.page, first.origin.line) == (1, 2)
    assert (second.origin.page, second.origin.line, second.indent) == (2, 4, 2)


def test_blanks_of_every_kind_are_blanks() -> None:
    """Hard, narrow and tabular blanks separate words like any other."""
    (line,) = read_text("\u00a0Sag\tnr.\u202f12\u2007om\u000bvej\u00a0\n")

    assert line.text == "Sag nr. 12 om vej"


def test_a_soft_hyphen_inside_a_line_is_nothing() -> None:
    """It divides a word only where the line ends."""
    assert [line.text for line in read_text("Ud\u00advalget mød\u00ad\ntes")] == ["Udvalget mød\u00ad", "tes"]


def test_no_word_is_lost_in_reading() -> None:
    """The lines hold every word of the text, in order."""
    text = "\n".join(WRAPPED) + "\n\n\n Et\n\fTo  tre\n"

    assert " ".join(line.text for line in read_text(text)).split() == text.split()
