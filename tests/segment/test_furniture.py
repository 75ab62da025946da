"""What runs at the edge of the pages, and what only looks so."""

import pytest

from converters.ledger import Reason
from tests.reading import agenda, item_of, labels, left_out, meeting_of, shown, words_under
from tests.segment.set_lines import heading, line, meeting

HEAD = ["Birkevig Kommune", "Referat", "Havneudvalget", "Mødedato: 5. marts 2026"]


def pages(*extra: str, top: str = "", bottom: str = "", count: int = 4) -> str:
    """Minutes of so many pages, an item on each, with lines at the top and at the bottom of each."""
    text = ["\n".join(HEAD)]
    for number in range(1, count + 1):
        body = [
            f"{number}. Sag om bolværk {'abcdefgh'[number]}",
            "Sagsfremstilling",
            f"Stykke {number} er slidt.",
            *extra,
        ]
        lines = [top.format(number), *body, "Beslutning", "Godkendt.", bottom.format(number)]
        text.append("\n".join(line for line in lines if line))
    return "\n\f".join(text) + "\n"


def test_a_running_header_goes() -> None:
    """A line that stands on top of every page is recorded as often as it was printed."""
    text = pages(top="Havneudvalget i Birkevig")

    assert left_out(text, Reason.HEADER) == ["Havneudvalget i Birkevig"] * 4
    assert shown(item_of(text, "2").sections[-1].content) == ["Godkendt."]


def test_a_running_footer_with_its_number_goes() -> None:
    """Its number may come first, so that it looks like an item."""
    text = pages(bottom="{0} Birkevig Kommune | Referat fra mødet i Havneudvalget 05-03-2026")

    assert len(left_out(text, Reason.FOOTER)) == 4
    assert [number for number, _ in agenda(text)] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("counter", ["Side {0}", "Side {0} af 4", "side {0}/4", "Side: {0}", "Side nr. {0}"])
def test_a_page_counter_goes(counter: str) -> None:
    """However it is written."""
    text = pages(bottom=counter)
    gone = left_out(text, Reason.PAGE_NUMBER) + left_out(text, Reason.FOOTER)

    assert gone == [counter.format(number) for number in (1, 2, 3, 4)]


def test_a_bare_number_at_the_foot_of_a_page_goes() -> None:
    """When it stands alone, with space above it."""
    assert left_out(pages(bottom="\n{0}", count=3), Reason.PAGE_NUMBER) == ["1", "2", "3"]


@pytest.mark.parametrize("foot", ["den 5. marts 2026{}Side nr. {0}", "Havneudvalget 05-03-2026{}Side {0}"])
def test_a_footer_set_to_both_margins_goes(foot: str) -> None:
    """A page of more digits leaves less space between its columns."""
    text = ["\n".join(HEAD)]
    for number in (8, 9, 10, 11):
        page = foot.replace("{}", " " * (40 - len(str(number)))).format(number)
        title = f"{number}. Sag om {'abcd'[number - 8] * 5}"
        text.append(f"{title}\nSagsfremstilling\nSlidt.\nBeslutning\nGodkendt.\n{page}")

    gone = left_out("\n\f".join(text), Reason.FOOTER)
    assert [row[-2:].strip() for row in gone] == ["8", "9", "10", "11"]


def test_pages_in_roman_numbers_go() -> None:
    """As the first pages of a book have them."""
    text = ["\n".join(HEAD)]
    text += [
        f"Side {n}\n{k}. Sag om bolværk\nBeslutning\nUdsat {k}." for k, n in enumerate(("ii", "iv", "xii"), 1)
    ]

    assert left_out("\n\f".join(text), Reason.PAGE_NUMBER) == ["Side ii", "Side iv", "Side xii"]


def test_a_number_in_the_text_stays() -> None:
    """A figure on a line of its own, in the middle of a page, is text."""
    text = pages().replace(
        "Stykke 2 er slidt.", "Stykke 2 er slidt.\nAntal både:\n47\nDe ligger ved den gamle mole."
    )

    assert "47" in words_under(item_of(text, "2"), "Sagsfremstilling")
    assert left_out(text, Reason.PAGE_NUMBER) == []


def test_a_counter_that_ran_into_the_text_is_cut_off() -> None:
    """The text stays, the counter goes."""
    text = pages().replace("Stykke 2 er slidt.", "Side 2 af 4Stykke 2 er slidt.")

    assert words_under(item_of(text, "2"), "Sagsfremstilling") == "Stykke 2 er slidt."
    assert len(left_out(text, Reason.PAGE_NUMBER)) == 1


def test_decisions_at_the_foot_of_every_page_stay() -> None:
    """A short decision is no footer, though it ends page after page."""
    found = meeting_of(pages())

    assert [shown(item.sections[-1].content) for item in found.items] == [["Godkendt."]] * 4


def test_labels_on_top_of_every_page_stay() -> None:
    """A label that each page begins with is a label."""
    item = "{0}. Sag om {1}\nIndstilling\nDet males.\n\fBeslutning\nGodkendt nr. {0}"
    told = [item.format(*row) for row in ((1, "molen"), (2, "bolværket"), (3, "kajen"))]

    found = meeting_of("\n\f".join(["\n".join(HEAD), *told]))
    assert [item.sections[-1].label for item in found.items] == ["Beslutning"] * 3


@pytest.mark.xfail(strict=True, reason="titles that differ in their numbers alone are taken for a header")
def test_titles_that_differ_in_their_numbers_stay() -> None:
    """Three local plans in a row, each on a page of its own, are three items."""
    item = "{0}. Forslag til lokalplan {1}\nSagsfremstilling\nPlanen er klar.\nBeslutning\nGodkendt."
    told = [item.format(number, 210 + number) for number in (4, 5, 6)]

    assert [number for number, _ in agenda("\n\f".join(["\n".join(HEAD), *told]))] == ["4", "5", "6"]


@pytest.mark.parametrize("word", ["Punkt", "Pkt.", "Sag nr."])
def test_items_on_top_of_every_page_stay(word: str) -> None:
    """Only their numbers change, as page numbers would."""
    item = "{0} {1}\nBolværk ved {2}\nSagsfremstilling\nDet er slidt.\nBeslutning\nGodkendt."
    told = [item.format(word, *row) for row in ((1, "molen"), (2, "havnen"), (3, "kajen"))]

    assert [number for number, _ in agenda("\n\f".join(["\n".join(HEAD), *told]))] == ["1", "2", "3"]


def test_a_line_that_comes_once_stays() -> None:
    """One line on top of one page is nobody's header."""
    text = pages().replace("2. Sag om", "Vigtig besked\n2. Sag om")

    assert left_out(text, Reason.HEADER) == []
    assert "Vigtig besked" in words_under(item_of(text, "1"), "Beslutning")


def test_a_sentence_that_comes_back_stays() -> None:
    """A whole sentence that many items share is text, wherever on the page it stands."""
    text = pages(bottom="Udvalget takker forvaltningen.")

    assert all("takker" in shown(item.sections[-1].content)[-1] for item in meeting_of(text).items)


def test_a_header_in_the_middle_of_a_title_goes() -> None:
    """A page may end between the lines of a title."""
    title = "2. Sag om den gamle lange mole mellem havnen og\n\f{0}\nbolværket ved stationen"
    header = "Havneudvalget i Birkevig"
    text = pages(top=header).replace("2. Sag om bolværk c", title.format(header))

    assert agenda(text)[1] == ("2", "Sag om den gamle lange mole mellem havnen og bolværket ved stationen")


@pytest.mark.parametrize("button", ["Til toppen", "Udskriv", "Kopier link til punktet", "Vi bruger cookies"])
def test_buttons_of_a_web_page_go(button: str) -> None:
    """They belong to the page around the minutes."""
    assert left_out(pages(button, count=1), Reason.BOILERPLATE).count(button) == 1


def test_lines_of_a_set_text_that_come_back_stay() -> None:
    """A format that knows its paragraphs has no pages to run over, or has marked what runs over them."""
    found = meeting(
        line("Havneudvalget den 5. marts 2026"),
        *(
            one
            for number in range(1, 6)
            for one in (
                heading(f"{number}. Sag om bolværk {'abcdefgh'[number]}", 2),
                line(f"Åbent punkt – 05.01.10G01-000{number}"),
                heading("Resumé", 3),
                line("Det er slidt."),
                heading("Beslutning", 3),
                line("Godkendt."),
            )
        ),
    )

    assert [section.label for item in found.items for section in item.sections].count("Resumé") == 5


@pytest.mark.parametrize("away", ["Fraværende: Bo Nielsen", "Afbud: Bo Nielsen og Ea Holm"])
def test_who_was_away_at_the_foot_of_every_page_is_text(away: str) -> None:
    """Where each item has a page, the last line of its decision stands where a footer would."""
    text = pages(bottom=away + "\n\n{0}")

    assert left_out(text, Reason.FOOTER) == []
    assert shown(item_of(text, "2").sections[-1].content) == ["Godkendt.", away]


@pytest.mark.parametrize(
    "foot",
    ["Birkevig · Havneudvalget · 5. marts 2026      Side {0} af 2", "Birkevig    Side {0}    Havneudvalget"],
)
def test_a_footer_of_two_pages_goes(foot: str) -> None:
    """The page's number at the page's edge tells it, though it comes back only once."""
    assert left_out(pages(bottom="\n" + foot, count=2), Reason.FOOTER) == [foot.format(n) for n in (1, 2)]


def test_a_case_number_under_each_title_is_no_footer() -> None:
    """It counts up from item to item, and the label under it is no header."""
    items = "".join(
        f"{n}. Sag om {'abcde'[n]}-kajen\n01.02G00 - 2026/270{n}\n\n"
        "Sagsfremstilling\nDen er slidt.\n\nBeslutning\nGodkendt.\n\n"
        for n in range(1, 5)
    )
    found = meeting_of(f"Referat\nHavneudvalget\n5. marts 2026\n\n{items}").items

    assert [item.case_number for item in found] == [f"01.02G00 - 2026/270{n}" for n in range(1, 5)]
    assert {tuple(labels(item)) for item in found} == {("Sagsfremstilling", "Beslutning")}


FOOT = "5. marts 2026\n{0}\nBirkevig Kommune – Havneudvalget\nReferat\n"


@pytest.mark.parametrize(("foot", "runs"), [(FOOT, True), ("Både i alt\n{0}\nHeraf til salg\n", False)])
def test_feet_and_heads_of_pages_where_no_break_is_left(foot: str, *, runs: bool) -> None:
    """A number that grows between the same lines is a page's, if they name the paper and its day."""
    body = "\n{n}. Sag om bolværk {c}\nSagsfremstilling\nStykke {n} er slidt.\nBeslutning\nGodkendt.\n{foot}"
    items = "".join(body.format(n=n, c="abcdefgh"[n], foot=foot.format(n + 2)) for n in range(1, 6))
    text = "\n".join(HEAD) + "\n" + items

    gone = [
        *left_out(text, Reason.FOOTER),
        *left_out(text, Reason.PAGE_NUMBER),
        *left_out(text, Reason.HEADER),
    ]
    assert bool(gone) is runs
    assert ({"5. marts 2026", "7", "Birkevig Kommune – Havneudvalget", "Referat"} <= set(gone)) is runs
    if runs:
        assert [words_under(item, "Beslutning") for item in meeting_of(text).items] == ["Godkendt."] * 5
