"""Lists inside a closed item that are set as titles are, larger than the item itself even."""

from __future__ import annotations

import pytest

from converters.model import Access
from converters.redact import redact
from tests.fold.closed_lines import HEAD, shut, told
from tests.reading import meeting_of
from tests.segment.set_lines import heading, line, meeting


def test_a_list_set_as_the_titles_are_stays_in_the_closed_item() -> None:
    """Its first entry counts anew, and its second would be the next item but for that."""
    found = meeting(
        *HEAD,
        heading("1. (Lukket) Salg", 1),
        heading("Resume", 2),
        heading("1. Om Mikkelborg.", 1),
        heading("2. Køber og Mikkelborg", 1),
        line("Om Mikkelborg."),
    )

    assert "Mikkelborg" not in repr(redact(found)[0])


def test_headings_under_a_closed_item_that_is_set_as_text_are_its_list() -> None:
    """An item that is called one, and closed, is no line of text because its list is set larger."""
    listed = (heading("1. Salg til Mikkelborg", 1), line("Prisen."), heading("2. Leje", 1), line("Øvrigt."))
    found = told(
        *HEAD, line("Sag nr. 1 (Lukket) Jord"), heading("Resumé", 2), *listed, line("Sag nr. 2 Budget")
    )

    assert not any("Mikkelborg" in repr(redact(one)[0]) for one in found.meetings)
    assert "Mikkelborg" not in repr(found.documents)


GROUPS = ("DIVERSE SAGER", "HAVNEUDVALGETS SAGER", "LUKKEDE SAGER")
OPEN_ITEM = "Resume\nKajen er slidt.\nIndstilling\nDen mures om.\nBeslutning\nTiltrådt.\n"


def groups_of(*behind: str, names: tuple[str, ...] = GROUPS, again: str = "DIVERSE SAGER") -> str:
    """A page that first lists what its groups of items are called, and then has some of them."""
    listed = "\n".join(names)
    items = f"{again}\n51 Kajen i Mikkelborg\n{OPEN_ITEM}\n52 Molen\n{OPEN_ITEM}"
    return f"Birkevig Kommune\nByrådet\n5. marts 2026\n\nDagsorden\n\n{listed}\n\n{items}" + "\n".join(behind)


def test_a_list_of_the_groups_closes_none_of_the_open_ones() -> None:
    """The closed group is the last of the list, and stands again over its own items."""
    found = meeting_of(groups_of("LUKKEDE SAGER", "53 Salg af grund", "Resume", "Hemmelig pris.", ""))

    assert [one.access for one in found.items[:2]] == [Access.OPEN] * 2
    assert "Hemmelig" not in repr(redact(found)[0])


@pytest.mark.parametrize(
    "text",
    [
        groups_of(),
        groups_of("LUKKEDE SAGER", "", again="LUKKEDE SAGER"),
        groups_of("LUKKEDE SAGER", "", names=("DIVERSE SAGER", "LUKKEDE SAGER"), again="Byrådet"),
        groups_of("LUKKEDE SAGER", "", names=("Byrådet", "LUKKEDE SAGER"), again="Byrådet"),
    ],
)
def test_a_closed_heading_that_is_no_lists_closes_what_is_under_it(text: str) -> None:
    """It comes but once, or no open group of the list stands between it and the items."""
    assert shut(meeting_of(text)).startswith("xx")


WORDED = "Birkevig Kommune\nDagsordenspunkter\n\n{}\n\nÅbent møde\n\n"
LISTED = (
    "åbent 1 Kajen ved havnen",
    "åbent 2 Molen og fyret",
    "åbent 4 Valg til Havnerådet",
    "lukket 5 Salg af jord",
)


def test_a_list_with_openness_before_the_numbers() -> None:
    """The items come again below, without the word: the list is no agenda, and names no committee."""
    items = "".join(
        f"{n}        {title}\n\n        05.01.00G01-0007\n\n{OPEN_ITEM}\n"
        for n, title in ((1, "Kajen ved havnen"), (2, "Molen og fyret"))
    )
    found = meeting_of(WORDED.format("\n".join(LISTED)) + items)

    assert [(one.number, one.title) for one in found.items] == [
        ("1", "Kajen ved havnen"),
        ("2", "Molen og fyret"),
        ("4", "Valg til Havnerådet"),
        ("5", "(lukket) Salg af jord"),
    ]
    assert (shut(found), found.committee) == ("ooox", None)
    assert [len(one.sections) for one in found.items] == [3, 3, 0, 0]


def test_what_stands_under_a_closed_item_that_is_so_called_opens_nothing() -> None:
    """An entry of its text that names the open item above it makes no list of both."""
    inside = f"1 Kajen ved havnen og køberen\nResume\nHemmelig pris.\n\nØkonomi\nHemmelig.\n{OPEN_ITEM}"
    found = meeting_of(WORDED.format("\n".join([*LISTED[:2], LISTED[3]])) + inside)

    assert "Hemmelig" not in repr(redact(found)[0])


def test_the_pages_of_a_list_are_no_part_of_its_titles() -> None:
    """They stand behind the titles with nothing between, as text from a printed paper has them."""
    listed = (
        "Indholdsfortegnelse\n36. Kajen ved havnen 41\n37. Molen og fyret 42\n"
        "38. Fyret 2025 47\n39. Lukket - Salg 80\n"
    )
    items = "".join(
        f"\f{n}. {title}\n{OPEN_ITEM}" for n, title in ((36, "Kajen ved havnen"), (37, "Molen og fyret"))
    )
    found = meeting_of(f"Birkevig Kommune\nReferat\nByrådet\n5. marts 2026\n\f{listed}{items}")

    assert [one.title for one in found.items] == [
        "Kajen ved havnen",
        "Molen og fyret",
        "Fyret 2025",
        "Lukket - Salg",
    ]
    assert shut(found) == "ooox"
