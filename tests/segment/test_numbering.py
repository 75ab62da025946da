"""Items by their numbers: every way to print them, and numbers that open no item."""

import pytest

from converters.lexicon import danish
from converters.model import Access
from converters.segment.numbering import GRAMMARS
from tests.reading import agenda, meeting_of, understood

TITLES = ("Bolværk ved molen", "Ny kran på kajen", "Takster for både")
PRINTED = {
    "N:": "{0} : {1}",
    "N-": "{0} - {1}",
    "code": "HU-{0}/26  {1}",
    "yy-N": "26-0{0} {1}",
    "N.": "{0}. {1}",
    "N)": "{0}) {1}",
    "N  ": "{0}  {1}",
    "N ": "{0} {1}",
    "Nx": "{0}{1}",
    "N": "{0}\n{1}",
}


def minutes(form: str, *, first: int = 1, step: int = 1, body: str = "") -> str:
    """Minutes of three items whose numbers are printed in this form."""
    head = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
    item = f"\n{form}\nSagsfremstilling\nDet er slidt.\n{body}\nBeslutning\nGodkendt.\n"
    return head + "".join(item.format(first + step * n, title) for n, title in enumerate(TITLES))


def test_every_grammar_has_its_sample() -> None:
    """A grammar that nobody quotes here is tried by nothing below."""
    assert [name for name, _ in GRAMMARS] == list(PRINTED)


@pytest.mark.parametrize("name", PRINTED)
def test_numbers_printed_in_every_way(name: str) -> None:
    """Number and title are told apart, the number kept as printed."""
    form = {"yy-N": "26-0{0}", "code": "HU-{0}/26"}.get(name, "{0}")

    assert agenda(minutes(PRINTED[name])) == [(form.format(n), title) for n, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("word", danish().item_prefixes)
@pytest.mark.parametrize("joint", [" {0}: {1}", " {0} - {1}", " {0}. {1}", " {0}\n{1}", " {0} {1}"])
def test_numbers_behind_a_word(word: str, joint: str) -> None:
    """A word before the number is no part of either."""
    assert agenda(minutes(word + joint)) == list(zip("123", TITLES, strict=True))


@pytest.mark.parametrize(
    ("first", "step"), [(66, 1), (198, 1), (7, 3)], ids=["by the year", "three digits", "gaps"]
)
def test_numbers_need_not_start_at_one(first: int, step: int) -> None:
    """Many councils number through the year, and leave out what was closed."""
    numbers = [number for number, _ in agenda(minutes("{0}. {1}", first=first, step=step))]

    assert numbers == [str(first + step * n) for n in range(3)]


@pytest.mark.xfail(strict=True, reason="2a has the value of 2")
def test_a_number_with_a_letter() -> None:
    """An item that was put in later."""
    text = minutes("{0}. {1}").replace("3. Takster", "2a. Takster")

    assert [number for number, _ in agenda(text)] == ["1", "2", "2a"]


@pytest.mark.parametrize(
    "line",
    [
        "4,5 mio. kr. til den nye kran",
        "4 mio. kr. til den nye kran",
        "4 både ligger ved molen",
        "4. april holdes et møde på kajen",
        "4. at der sættes penge af",
        "4. Kranen males.",
        "4 100 200 300",
        "2026: 1,0 mio. kr.",
        "Punkt 4 behandles i april.",
        "Pkt. 4 i planen er vigtigt",
    ],
)
def test_a_line_in_the_text_opens_no_item(line: str) -> None:
    """Amounts, dates, list entries, rows of figures and sentences are text, though the number would fit."""
    text = minutes("{0}. {1}") + f"\n{line}\nDet blev drøftet.\n"

    assert [number for number, _ in agenda(text)] == ["1", "2", "3"]


@pytest.mark.parametrize("form", ["{0} {1}", "Punkt {0}: {1}", "{0}) {1}"])
def test_a_list_inside_an_item_is_no_agenda(form: str) -> None:
    """Its numbers start over, and are printed in another way."""
    text = minutes(form, body="1. Plan for {1}\n2. Kranen flyttes\n3. Pris på {1}\n4. Frist for {1}\n")

    assert agenda(text) == list(zip("123", TITLES, strict=True))


def test_a_list_printed_as_the_agenda_is_no_agenda() -> None:
    """Text follows it, while labels stand under titles."""
    steps = "".join(f"{n}. Trin {'abcdefghijkl'[n - 1]} for {{1}}\n" for n in range(1, 13))

    text = minutes("{0}. {1}", body=steps + "Det bliver dyrt for havnen.\n" * 5)
    assert agenda(text) == list(zip("123", TITLES, strict=True))


@pytest.mark.xfail(strict=True, reason="the label under a list's last entry confirms the entry")
def test_a_list_right_above_a_label_is_no_agenda() -> None:
    """A recommendation in four points has the decision's label under its last one."""
    text = minutes("{0}. {1}", body="1. Plan for {1}\n2. Kranen flyttes\n3. Pris på {1}\n4. Frist for {1}\n")

    assert agenda(text) == list(zip("123", TITLES, strict=True))


@pytest.mark.xfail(strict=True, reason="lines that stand in two places are taken for a contents list's")
def test_the_same_list_in_every_item_is_no_agenda() -> None:
    """Steps that every case goes through are printed again and again."""
    steps = "".join(f"{n}. Trin nummer {'abcdefghijkl'[n - 1]}\n" for n in range(1, 13))

    text = minutes("{0}. {1}", body=steps + "Det bliver dyrt for havnen.\n" * 5)
    assert agenda(text) == list(zip("123", TITLES, strict=True))


def test_a_title_that_begins_with_a_number() -> None:
    """The first number is the item's."""
    text = minutes("{0}. {1}").replace("Ny kran", "3. behandling af ny kran")

    assert agenda(text)[1] == ("2", "3. behandling af ny kran på kajen")


def test_a_title_that_wraps() -> None:
    """It ends where a label begins."""
    long = "Bolværk ved molen, hvor den gamle kran stod, og hvor der nu skal bygges en\nny trappe til badende"

    assert agenda(minutes("{0}. {1}").replace(TITLES[0], long))[0] == ("1", long.replace("\n", " "))


def test_what_a_title_says_in_brackets() -> None:
    """Planned time leaves the title, what the item is for stays in it; both become facts."""
    text = minutes("{0}. {1}").replace(TITLES[0], f"{TITLES[0]} (20 min)")
    first, second, _ = meeting_of(text.replace(TITLES[1], f"{TITLES[1]} (Drøftelse)")).items

    assert (first.title, first.planned_minutes) == (TITLES[0], 20)
    assert (second.title, second.item_type) == (f"{TITLES[1]} (Drøftelse)", "Drøftelse")


def test_numbers_without_a_label_are_no_agenda() -> None:
    """A plan in two steps that calls itself nothing is a document."""
    assert understood("Plan for havnen\n\n1. Bolværket males\n\n2. Kranen flyttes\n").meetings == ()


def test_an_agenda_without_labels() -> None:
    """Where the paper says that it is minutes, three numbered titles are enough."""
    item = "\n{0}. {1}\n\nUdvalget godkendte forslaget.\n"
    text = "Referat\nHavneudvalget\n5. marts 2026\n" + "".join(
        item.format(n, t) for n, t in enumerate(TITLES, 1)
    )

    assert agenda(text) == list(zip("123", TITLES, strict=True))


def test_a_letter_between_the_number_and_the_title() -> None:
    """It says whether the item is open or closed, and the title may stand in the next line."""
    text = minutes("{0}.\n{1}").replace("2.\n", "2. (L)\n")
    closed = meeting_of(text).items[1]

    assert agenda(text) == list(zip("123", TITLES, strict=True))
    assert closed.access is Access.CLOSED


def test_a_list_whose_numbers_stand_alone_as_the_items_do() -> None:
    """A label soon follows its last entry; a sentence stands between them, as under no title."""
    listed = "1.\nFærre ventetider\n\n2.\nFlere både\n\n3.\nMere lys\n\nMålene er drøftet.\n\nØkonomi\n"
    first, second, rest = minutes("{0}.\n{1}").split("Det er slidt.\n", 2)
    text = first + "Det er slidt.\n" + second + f"Der er tre mål:\n\n{listed}" + rest

    assert agenda(text) == list(zip("123", TITLES, strict=True))


def test_an_overview_in_the_words_of_the_items_is_no_agenda() -> None:
    """A line "Sag nr. 2" reads as a field too, and bears out no number above it."""
    overview = "".join(f"Sag nr. {n}      {title}\n" for n, title in enumerate(TITLES, 1))
    item = "\nSag nr. {0}\n\n{1}\n\nHavneudvalget foreslår det.\n\nIntet.\n"
    body = "".join(item.format(n, title.upper()) for n, title in enumerate(TITLES, 1))
    text = f"Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n\nOVERSIGT\n\n{overview}{body}"

    assert len(agenda(text)) == 3
    assert all(item.sections for item in meeting_of(text).items)


@pytest.mark.parametrize(
    "title",
    [
        "Kriterier for støtte",
        "Krisestab",
        "Børn og unge i havnen",
        "Sager til høring",
        "Mailadresser",
        "År 2027",
    ],
)
def test_a_title_that_begins_like_a_unit(title: str) -> None:
    """A unit behind a number is a small word of its own: a title is none, whatever its first letters."""
    text = minutes("{0}. {1}").replace(TITLES[1], title)

    assert agenda(text) == [("1", TITLES[0]), ("2", title), ("3", TITLES[2])]


def test_what_a_recommendation_leads_into_is_no_item() -> None:
    """The sentence goes on in the numbers below it."""
    round_of = "Resume\n\nRådet skal tage stilling.\n\nIndstilling\n\nForvaltningen indstiller, at\n\n"
    round_of += " 1. Havnerådet tager orienteringen til efterretning\n 2. Havnerådet holder flere møder\n\n"
    round_of += "Beslutning\n\nGodkendt.\n"
    found = meeting_of(f"Referat\n\nHavnerådet\n\n5. marts 2026\n\n{round_of}")

    assert [item.number for item in found.items] == [None]
    assert "til efterretning" in repr(found.items[0].sections)


@pytest.mark.parametrize(
    "title", ["Kranen på kajen", "Krav til både", "Børn og unge på havnen", "Borgere i havnerådet", "Majfest"]
)
def test_a_title_that_begins_like_an_amount(title: str) -> None:
    """What follows the number has a capital, or only begins as a unit does."""
    text = "".join(
        f"\n{n}. {t}\nBeslutning\nGodkendt.\n" for n, t in enumerate(("Ny mole", title, "Takster"), 1)
    )

    assert agenda(f"Referat\nHavneudvalget\n5. marts 2026\n{text}")[1] == ("2", title)
