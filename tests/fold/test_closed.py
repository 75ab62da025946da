"""Closed items by their marks, and open ones that only sound like them."""

import pytest

from converters.blocks import Table
from converters.closed_items import Shown
from converters.fold.closed_files import open_part, titles_in
from converters.ledger import Reason
from converters.model import Access
from converters.redact import redact
from converters.withheld.told import told_of
from tests.reading import labels, meeting_of, shown, understood, words_under

HEAD = "Birkevig Kommune\nReferat\nHavneudvalget\n5. marts 2026\n"
BODY = "Sagsnr.: 26/77\nSagsfremstilling\nEn køber har budt på grunden.\nBeslutning\nGodkendt.\n"
LAST = f"\n3. Takster for både\n{BODY}"


def access(first: str, second: str) -> list[bool]:
    """Whether each of three items is closed; the two given are a title and what stands right under it."""
    items = f"\n1. Nye kajer\n{BODY}\n2. {first}\n{second}{BODY}"
    return [item.access is Access.CLOSED for item in meeting_of(HEAD + items + LAST).items]


@pytest.mark.parametrize(
    "title",
    [
        "Lukket - Salg af grund",
        "Lukket punkt: Salg af grund",
        "LUKKET SAG - Salg af grund",
        "(Lukket) Salg af grund",
        "Fortroligt: Salg af grund",
        "Salg af grund (lukket punkt)",
        "Salg af grund (Lukket)",
        "Salg af grund [fortroligt]",
        "Salg af grund - Lukket",
        "Salg af grund – lukket punkt",
        "Salg af grund – lukket punkt (10 min.)",
        "Ikke-offentligt punkt: Salg af grund",
    ],
)
def test_a_mark_in_the_title_closes(title: str) -> None:
    """Before the title, behind it, in brackets or behind a dash."""
    assert access(title, "") == [False, True, False]


GROUP = pytest.param(
    "For lukkede døre",
    marks=pytest.mark.xfail(strict=True, reason="taken for a heading over the items below"),
)


@pytest.mark.parametrize(
    "line",
    [
        *["Lukket punkt", "LUKKET", "(Lukket sag)", "Fortroligt", GROUP, "Ikke-offentligt punkt"],
        *["Åben/lukket: Lukket", "Offentlighed: Lukket", "Punkttype: Lukket punkt"],
    ],
)
def test_a_mark_under_the_title_closes(line: str) -> None:
    """A line of its own, or a field."""
    assert access("Salg af grund", f"{line}\n") == [False, True, False]


@pytest.mark.parametrize(
    "title",
    [
        "Lukning af skolen i Stensby",
        "Lukkede kloakker i midtbyen",
        "Havnen holder lukket i uge 28",
        "Lukket svømmehal genåbnes",
        "Fortrolighed i samtaler med borgere",
        "Politik for lukkede sociale medier",
        "Ophævelse af lukket vej ved stationen",
        "Åbne og lukkede møder - ny praksis",
    ],
)
def test_a_title_that_only_sounds_closed_is_open(title: str) -> None:
    """The word is part of what the item is about."""
    assert access(title, "") == [False, False, False]


@pytest.mark.parametrize(
    "line",
    [
        "Vejen er lukket.",
        "Svømmehallen er lukket i sommer.",
        "Åbent punkt",
        "Åben/lukket: Åben",
        "Underskrifter (fortroligt)",
        "Sagen blev lukket i 2024, da pengene slap op.",
    ],
)
def test_a_line_that_only_sounds_closed_leaves_the_item_open(line: str) -> None:
    """A sentence about something closed is no mark, and open is open."""
    assert access("Salg af grund", f"{line}\n") == [False, False, False]


def test_a_group_of_closed_items() -> None:
    """Under a heading that says so, every item is closed, up to a heading of open ones."""
    items = [f"\n{n}. Sag om {'abcde'[n]}-kajen\n{BODY}" for n in range(1, 5)]
    text = (
        f"{HEAD}\nÅbne punkter\n{items[0]}\nLukkede punkter\n{items[1]}{items[2]}\nÅbne punkter\n{items[3]}"
    )

    assert [item.access for item in meeting_of(text).items] == [
        Access.OPEN,
        Access.CLOSED,
        Access.CLOSED,
        Access.OPEN,
    ]


def test_a_closed_item_keeps_number_title_and_decision() -> None:
    """Nothing else of it is left when it has passed the gate."""
    text = f"{HEAD}\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\n{BODY}{LAST}"

    public = redact(meeting_of(text))[0].items[1]
    assert (public.number, public.title) == ("2", "Lukket - Salg af grund")
    assert labels(public) == ["Beslutning"]
    assert words_under(public, "Beslutning") == "Godkendt."
    assert (public.case_number, public.fields, public.attachments) == (None, (), ())


def test_the_case_number_of_a_closed_item_stays_with_it() -> None:
    """It is not given to the item below, though it stands right above that one's title."""
    text = f"{HEAD}\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\nSagsnr.: 98/765\n{LAST}"

    assert redact(meeting_of(text))[0].items[2].case_number == "26/77"


def test_what_follows_a_closed_last_item_is_no_public_annex() -> None:
    """Pages behind it may be its own."""
    text = f"{HEAD}\n1. Nye kajer\n{BODY}\n2. Lukket - Salg af grund\nBilag\nNotat\n\fHemmeligt.\n"

    public = redact(meeting_of(text))[0]
    assert public.attachments == ()
    assert all(item.attachments == () for item in public.items)


def test_a_document_says_nothing_of_a_closed_item() -> None:
    """A paper that is not understood as minutes, but has a closed item in it, does not publish that."""
    text = "Notat\n\n2 (Lukket) Salg af grund\nResume\nEn hemmelig køber har budt på grunden.\n"

    found = understood(text)
    public = [item for one in found.meetings for item in redact(one)[0].items]
    blocks = [block for one in found.documents for block in one.content]
    blocks += [block for item in public for section in item.sections for block in section.content]
    assert "hemmelig" not in " ".join(shown(blocks))


@pytest.mark.parametrize("listed", ["Lukket - Bilag 2 - Notat om købere.pdf", "Notat om købere (lukket).pdf"])
def test_a_closed_attachment_of_an_open_item_is_withheld(listed: str) -> None:
    """Its title is as closed as the attachment; the others stay."""
    bilag = f"Bilag\n- Åben - Bilag 1 - Kort.pdf\n- {listed}\n"
    found = understood(HEAD + f"\n1. Nye kajer\n{BODY}{bilag}\n2. Salg af grund\n{BODY}" + LAST)
    item = redact(found.meetings[0])[0].items[0]

    assert [one.title for one in item.attachments] == ["Åben - Bilag 1 - Kort.pdf"]
    assert not item.closed_attachments
    assert "købere" not in " ".join(shown(item.sections[-1].content))
    assert [entry.reason for entry in found.left_out if "købere" in entry.text] == [Reason.CLOSED]


@pytest.mark.parametrize(("last", "is_shown"), [("Eventuelt", True), ("Salg af kran", False)])
def test_any_other_business_right_under_a_closed_title(last: str, *, is_shown: bool) -> None:
    """With nothing between, the next number and the title of most agendas are no list in closed text."""
    body = "\n\n".join(BODY.splitlines())
    items = "".join(f"\n{n}. Sag om {t}\n\n{body}\n" for n, t in enumerate(("kajen", "molen", "broen"), 1))
    tail = f"\n4. Salg af grund (lukket)\n\n5. {last}\n\nEn sejler spurgte.\n\nDer svares.\n"
    found = meeting_of(HEAD + items + tail)

    assert [item.number for item in found.items] == ["1", "2", "3", "4", *(["5"] if is_shown else [])]


def test_a_closed_item_without_a_number_is_its_title_and_a_field() -> None:
    """At the top of a page too: neither its field nor its mark is the next item's."""
    items = "".join(f"\nSag om {what}\n{BODY}" for what in ("kajen", "molen", "broen"))
    shut = "\fSalg af grund (lukket)\nSagsnr.: 26/99\n"
    found = redact(meeting_of(f"{HEAD}{items}{shut}{items}"))[0].items

    assert [one.title for one in found if one.access is Access.CLOSED] == ["Salg af grund (lukket)"]
    assert [one.case_number for one in found].count("26/77") == 6
    assert "26/99" not in str(found)


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("Bilag", "Status"), ("Notat om købere.pdf", "Lukket")),
        (("Bilag", "Lukket"), ("Notat om købere.pdf", "Ja")),
        (("Nr.", "Dokument"), ("2", "Lukket - Notat om købere.pdf")),
    ],
)
def test_a_closed_row_of_a_table_of_attachments_is_withheld(
    heads: tuple[str, ...], row: tuple[str, ...]
) -> None:
    """Whether the mark stands in the name, beside it or at the head of a column."""
    listed = Table(
        header=heads, rows=(("Kort.pdf", "Nej") if heads[1] == "Lukket" else ("1", "Kort.pdf"), row)
    )

    rest, taken = open_part(listed)

    assert rest is not None
    assert rest.rows == listed.rows[:1]
    assert taken == (row,)
    assert "Notat om købere.pdf" in " ".join(titles_in(row))


def test_a_table_whose_first_row_is_a_closed_attachment_is_withheld() -> None:
    """Nothing tells what the rows under it are."""
    listed = Table(header=("Lukket - Notat om købere.pdf", ""), rows=(("Kort.pdf", ""),))

    assert open_part(listed) == (None, (listed.header, *listed.rows))


@pytest.mark.parametrize("listed", ["Lukket - Notat om købere", "Notat om købere (fortroligt)"])
def test_the_name_of_a_closed_attachment_is_looked_for_on_the_site(listed: str) -> None:
    """It is no open text, though its item is open; the file may be called so without the mark."""
    found = understood(HEAD + f"\n1. Nye kajer\n{BODY}Bilag\n- {listed}\n" + LAST)

    told = told_of(found.meetings[0].source, found.meetings, found.documents, found.left_out, Shown())

    assert "Notat om købere" in told.names
    assert not any("købere" in text for text in told.open_texts)


LISTED = "1. Nye kajer     3\n2. Takster     4\n"
ITEMS_LISTED = f"\n1. Nye kajer\n{BODY}\n2. Takster\n{BODY}"


def test_the_head_of_closed_items_that_a_list_ends_with() -> None:
    """The public paper lists its open items, and of the closed ones nothing but that there were some."""
    found = meeting_of(f"{HEAD}Indholdsfortegnelse\n\nÅbent møde\n{LISTED}\nLukket møde\n{ITEMS_LISTED}")

    assert [item.access for item in found.items] == [Access.OPEN, Access.OPEN]


@pytest.mark.parametrize(
    "listed",
    [LISTED, f"Lukket møde\n{LISTED}", f"Åbent møde\n{LISTED.replace('Nye kajer', 'Gamle kajer')}"],
    ids=["no word of open items", "a list of closed items", "another item"],
)
def test_the_head_of_closed_items_under_a_list_holds_for_all_it_did_not_call_open(listed: str) -> None:
    """What no heading called open by number and title is closed."""
    found = meeting_of(f"{HEAD}Indholdsfortegnelse\n\n{listed}\nLukket møde\n{ITEMS_LISTED}")

    assert found.items[0].access is Access.CLOSED


COLUMNS = (
    "05.02.01P07-001{n}\n\nInstans\n\nMødedato\n\nÅbent punkt\n\nLukket punkt\n\n"
    "Havneudvalget\n\n05-03-2026\n\n{n}\n\n"
)
IN_COLUMNS = (
    "\n{word}\n\n {n}  {title}\n\n" + COLUMNS + "Resumé\n\nDet er slidt.\n\nBeslutning\n\nGodkendt.\n\n"
)


@pytest.mark.parametrize(
    ("words", "closed"),
    [
        (("Åbent punkt", "Åbent punkt", "Åbent punkt"), [False, False, False]),
        (("Åbent punkt", "Åbent punkt", "Lukket punkt"), [False, False, True]),
        (("", "", ""), [True, True, True]),
    ],
)
def test_the_heads_of_columns_for_open_and_closed(words: tuple[str, ...], closed: list[bool]) -> None:
    """A word over the title says what an item is; without one the head of a column may be a mark."""
    titles = ("Ny kran på kajen", "Takster for både", "Salg af grund")
    rows = enumerate(zip(words, titles, strict=True), 1)
    text = HEAD + "".join(IN_COLUMNS.format(n=n, word=word, title=title) for n, (word, title) in rows)

    assert [item.access is Access.CLOSED for item in meeting_of(text).items] == closed
