"""What stands in the margins of closed pages and off the text: it closes, and is closed."""

from __future__ import annotations

from converters.blocks import Furniture, Line
from converters.redact import redact
from tests.fold.closed_lines import HEAD, header, item, on_page, shut, told, words_left_out
from tests.segment.set_lines import heading, line, meeting


def test_a_stamp_in_the_header_is_of_the_page_below_it() -> None:
    """The page above stays the meeting's own, with all its items."""
    pages = (
        *on_page(1, *HEAD, *item(1, "Dagsorden"), *item(2, "Budget"), *item(3, "Sti")),
        *on_page(2, header("Punkt 2, Bilag 1: Kort.pdf"), line("Kortet over vejen.")),
        *on_page(3, header("Punkt 2, Bilag 1: Kort.pdf"), line("Mere af kortet.")),
    )

    (found,) = told(*pages).meetings

    assert shut(found) == "ooo"
    assert [len(one.attachments) for one in found.items] == [0, 1, 0]


def test_a_header_of_closed_pages_is_closed_with_them() -> None:
    """The ledger counts its words; what runs over open pages too it tells."""
    pages = (
        *on_page(1, header("Referat af mødet"), *HEAD, *item(1, "Dagsorden"), *item(2, "Budget")),
        *on_page(2, header("Referat af mødet"), header("Salg til Mikkelborg"), *item(3, "Lukket - Salg")),
        *on_page(3, header("Referat af mødet"), header("Salg til Mikkelborg"), line("Mere om salget.")),
        *on_page(4, header("Referat af mødet"), *item(4, "Sti")),
    )

    found = told(*pages)

    assert shut(found.meetings[0]) == "ooxo"
    assert "Mikkelborg" not in words_left_out(found)
    assert "Referat af mødet" in words_left_out(found)


def test_a_header_that_says_closed_closes_the_items_of_its_pages() -> None:
    """Items on other pages stay open."""
    pages = (
        *on_page(1, header("Åben dagsorden"), *HEAD, *item(1, "Dagsorden"), *item(2, "Budget")),
        *on_page(2, header("Lukket punkt"), *item(3, "Salg")),
        *on_page(3, header("Lukket punkt"), line("Mere om salget.")),
        *on_page(4, header("Åben dagsorden"), *item(4, "Sti")),
    )

    (found,) = told(*pages).meetings

    assert shut(found) == "ooxo"


def test_a_line_over_the_title_that_names_a_closed_item_is_closed() -> None:
    """A header on one page alone is a line of text above the title."""
    pages = (
        *on_page(1, *HEAD, *item(1, "Dagsorden"), *item(2, "Budget")),
        *on_page(2, line("Punkt 3 Mikkelborg"), *item(3, "Lukket - Salg")),
        *on_page(3, *item(4, "Sti")),
    )

    (found,) = told(*pages).meetings

    assert shut(found) == "ooxo"
    assert "Mikkelborg" not in str(found.items[1])


def test_menus_and_deletions_are_counted_only_where_something_is_closed() -> None:
    """A deleted title may be the closed item's own."""
    deleted = line("3. Salg til Mikkelborg", furniture=Furniture.DELETED)

    found = told(*HEAD, *item(1, "Dagsorden"), deleted, *item(2, "Lukket - Salg"), *item(3, "Sti"))

    assert "Mikkelborg" not in words_left_out(found)


def test_a_button_under_the_title_that_says_closed_closes() -> None:
    """It is no text of the page, and tells of the item all the same."""
    button = line("Lukket punkt", furniture=Furniture.CHROME)

    found = meeting(
        *HEAD, *item(1, "Dagsorden"), heading("2. Salg", 1), button, *item(2, "Salg")[1:], *item(3, "Sti")
    )

    assert shut(found) == "oxo"


def test_an_annex_glued_behind_is_no_open_items_unless_its_title_says_so() -> None:
    """The first page behind may be the closed item's annex, where the open one's is not in the file."""

    def lists(number: int, title: str, annex: str) -> tuple[Line, ...]:
        return item(number, title, behind=(heading("Bilag", 2), line(annex)))

    minutes = (
        *lists(1, "Vejen", "Kort over vejen"),
        *lists(2, "Lukket - Salg", "Tilbud på grunden"),
        *lists(3, "Sti", "Plan for stien"),
    )
    pages = (
        *on_page(1, *HEAD, *minutes),
        *on_page(2, line("Notat til udvalget"), line("Mikkelborg byder en million.")),
        *on_page(3, line("Tilbud på grunden"), line("Mikkelborg byder mere.")),
        *on_page(4, line("Plan for stien"), line("Stien bliver gul.")),
    )

    public, _ = redact(told(*pages).meetings[0])

    assert "Mikkelborg" not in str(public)
    assert "gul" in str(public.items[2].attachments)
