"""Files beside the minutes: whose attachments they become, and what stays unpublished."""

from dataclasses import replace
from pathlib import Path

import pytest

from converters.blocks import CellLink, Entry, Link, Table
from converters.findings import Code
from converters.fold import Understood
from converters.fold.beside import lay_beside
from converters.fold.listed import listed_attachments
from converters.model import Access, Attachment, Meeting, Source
from tests.chamber import item, meeting
from tests.reading import understood

NOTE = "Notat til udvalget\n\nKranen er fra 1961 og kan ikke mere løfte de tunge både op på land.\n"
OPEN = Access.OPEN
CLOSED = Access.CLOSED


def minutes(*lists: tuple[str, Access, tuple[str, ...]], name: str = "referat.pdf") -> tuple[str, Understood]:
    """Minutes whose items have these numbers, access and listed attachments."""
    items = tuple(
        item(
            place,
            number,
            title=f"Sag nummer {number}",
            access=access,
            attachments=tuple(Attachment(title=title) for title in titles),
        )
        for place, (number, access, titles) in enumerate(lists, 1)
    )
    return name, Understood(meetings=(meeting(*items),))


def laid(
    folder: Path, *sources: tuple[str, Understood], file: str, text: str = NOTE
) -> dict[str, Understood]:
    """Lay a file with this name and these words beside the sources; what each became."""
    told = []
    for name, what in (*sources, (file, understood(text, file=file))):
        (folder / name).write_text(text, encoding="utf-8")
        told.append((folder / name, what))
    return {path.name: what for path, what in lay_beside(sorted(told))}


def of(found: dict[str, Understood], name: str = "referat.pdf") -> Meeting:
    """The meeting of one source."""
    (only,) = found[name].meetings
    return only


def names(found: dict[str, Understood], number: str, name: str = "referat.pdf") -> list[tuple[str, bool]]:
    """Title of each attachment of an item, and whether its original is there."""
    one = next(item for item in of(found, name).items if item.number == number)
    return [(attachment.title, attachment.original is not None) for attachment in one.attachments]


@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("Kort over kajen", "Kort over kajen.pdf"),
        ("Kort over kajen", "KORT_OVER_KAJEN.PDF"),
        ("Bilag 1 - Kort over kajen", "kort-over-kajen.pdf"),
        ("Kort over kajen.pdf", "Bilag 1 Kort over kajen.pdf"),
        ("Bilag 3.1 - Kort over åen", "Bilag 3.1 - Kort over aaen.pdf"),
        ("Kort over kajen", "Punkt 1 Bilag 2 - Kort over kajen.pdf"),
        ("Kort over kajen (PDF, 340 kB)", "Kort over kajen 2026.pdf"),
        ("Bilag 1", "Bilag 1.pdf"),
        ("Kort", "Kort.txt"),
    ],
)
def test_a_file_named_as_a_listed_attachment_fills_it(tmp_path: Path, title: str, file: str) -> None:
    """Case, æøå, separators, endings and a number before the name do not tell two names apart."""
    found = laid(tmp_path, minutes(("1", OPEN, (title,)), ("2", OPEN, ("Takster",))), file=file)

    assert names(found, "1") == [(title, True)]
    assert names(found, "2") == [("Takster", False)]
    assert found[file].documents == ()
    assert Code.NOT_MINUTES not in {one.code for one in found[file].findings}


def test_the_original_is_described_as_it_is(tmp_path: Path) -> None:
    """Size, type and checksum are those of the file; the words are on the attachment's page."""
    found = laid(tmp_path, minutes(("1", OPEN, ("Notat",))), file="Notat.txt")

    (one,) = of(found).items[0].attachments
    assert one.original is not None
    assert one.source is not None
    assert (one.original.size, one.original.media_type) == (len(NOTE.encode()), "text/plain")
    assert one.original.sha256 == one.source.sha256
    assert one.source.file == "Notat.txt"
    assert "1961" in " ".join(block.text for block in one.content if not isinstance(block, Table))


@pytest.mark.parametrize(
    ("file", "filled"),
    [
        ("punkt-2-bilag-2.pdf", [("Tegning", False), ("Plan", True)]),
        ("punkt-2-bilag-1-tegning.pdf", [("Tegning", True), ("Plan", False)]),
        ("2.2 Kort.pdf", [("Tegning", False), ("Plan", False), ("2.2 Kort", True)]),
        ("Bilag 2.1.pdf", [("Tegning", True), ("Plan", False)]),
        ("Punkt 2 Bilag 3 - Kort.pdf", [("Tegning", False), ("Plan", False), ("Bilag 3 - Kort", True)]),
        (
            "2026-03-05 punkt 2 kort.pdf",
            [("Tegning", False), ("Plan", False), ("2026-03-05 punkt 2 kort", True)],
        ),
        ("Bilag 2 til punkt 2.pdf", [("Tegning", False), ("Plan", True)]),
        ("Pkt. 2 Kort.pdf", [("Tegning", False), ("Plan", False), ("Kort", True)]),
    ],
)
def test_a_file_that_names_its_item(tmp_path: Path, file: str, filled: list[tuple[str, bool]]) -> None:
    """Its number tells which attachment it is, unless its words say that it is another."""
    found = laid(tmp_path, minutes(("1", OPEN, ("Tilbud",)), ("2", OPEN, ("Tegning", "Plan"))), file=file)

    assert names(found, "2") == filled
    assert names(found, "1") == [("Tilbud", False)]


@pytest.mark.parametrize(
    ("number", "file"),
    [("26-024", "punkt-26-024-bilag-1.pdf"), ("12a", "Punkt 12a Bilag 1.pdf"), ("07", "pkt 7 bilag 1.pdf")],
)
def test_numbers_of_other_kinds(tmp_path: Path, number: str, file: str) -> None:
    """With the year before them, a letter behind them, or a nought."""
    lists = minutes(("1", OPEN, ()), (number, OPEN, ("Tilbud",)))

    assert names(laid(tmp_path, lists, file=file), number) == [("Tilbud", True)]


def test_an_item_without_a_number_is_known_by_its_place(tmp_path: Path) -> None:
    """As its page is."""
    name, told = minutes(("1", OPEN, ()), ("2", OPEN, ("Tilbud",)))
    (whole,) = told.meetings
    bare = replace(whole, items=tuple(replace(one, number=None) for one in whole.items))
    found = laid(tmp_path, (name, replace(told, meetings=(bare,))), file="Punkt 2 Bilag 1.pdf")

    assert [one.original is not None for one in of(found).items[1].attachments] == [True]


def test_an_address_names_the_file(tmp_path: Path) -> None:
    """The last part of a listed link goes before the words of its title."""
    name, told = minutes(("1", OPEN, ("Se kortet",)))
    (first,) = told.meetings
    linked = replace(first.items[0], attachments=(Attachment(title="Se kortet", url="filer/A%20123.pdf"),))
    told = replace(told, meetings=(replace(first, items=(linked,)),))

    assert names(laid(tmp_path, (name, told), file="A 123.pdf"), "1") == [("Se kortet", True)]


def test_a_file_nobody_names_is_the_meetings_own(tmp_path: Path) -> None:
    """In a folder of one meeting; a finding says so."""
    found = laid(tmp_path, minutes(("1", OPEN, ())), file="Oversigt over takster.txt")

    assert [one.title for one in of(found).attachments] == ["Oversigt over takster"]
    assert [one.code for one in found["Oversigt over takster.txt"].findings] == [Code.ANNEX_NOT_PLACED]


def test_a_file_of_another_municipality_stays_a_document(tmp_path: Path) -> None:
    """It does not belong to the meeting it lies beside."""
    text = "Klimaplan for Nordstrand Kommune\n\nNordstrand Kommune vil plante flere træer.\n"
    found = laid(tmp_path, minutes(("1", OPEN, ())), file="plan.txt", text=text)

    assert len(found["plan.txt"].documents) == 1
    assert of(found).attachments == ()


def test_agenda_and_minutes_are_one_meeting(tmp_path: Path) -> None:
    """Both get the file, since only one of them is published."""
    agenda = minutes(("1", OPEN, ("Kort",)), name="dagsorden.pdf")
    found = laid(tmp_path, agenda, minutes(("1", OPEN, ())), file="Kort.pdf")

    assert names(found, "1", "dagsorden.pdf") == names(found, "1") == [("Kort", True)]


def test_in_a_folder_of_several_meetings_a_file_nobody_names_stays_a_document(tmp_path: Path) -> None:
    """A flat inbox is no meeting's folder."""
    name, told = minutes(("1", OPEN, ()), name="andet.pdf")
    other = replace(told, meetings=(replace(told.meetings[0], date="2026-04-09"),))
    found = laid(tmp_path, minutes(("1", OPEN, ())), (name, other), file="Oversigt.txt")

    assert len(found["Oversigt.txt"].documents) == 1
    assert of(found).attachments == of(found, "andet.pdf").attachments == ()


def test_of_two_candidates_none_is_chosen(tmp_path: Path) -> None:
    """The file stays a document, and a finding says why."""
    found = laid(tmp_path, minutes(("1", OPEN, ("Kort",)), ("2", OPEN, ("Kort",))), file="Kort.pdf")

    assert len(found["Kort.pdf"].documents) == 1
    assert Code.ANNEX_NOT_PLACED in {one.code for one in found["Kort.pdf"].findings}
    assert names(found, "1") == names(found, "2") == [("Kort", False)]


def test_a_folder_without_minutes_is_left_alone(tmp_path: Path) -> None:
    """Documents stay documents."""
    found = laid(tmp_path, file="punkt-3-bilag-1.txt")

    assert len(found["punkt-3-bilag-1.txt"].documents) == 1


def test_links_of_a_list_lead_to_its_attachments() -> None:
    """An entry with a link, a row of links, and a table with a link a row; a mailbox is no file."""
    content = (
        Entry(text="Kort over kajen", links=(Link(start=0, end=4, href="kort.pdf"),)),
        Entry(text="Plan og tegning", links=(link(0, 4, "https://a.dk/p"), link(8, 15, "tegning.pdf"))),
        Table(
            header=("Nr.", "Titel"),
            rows=(("1", "Takster"), ("2", "Tilbud")),
            links=(CellLink(row=2, column=1, link=link(0, 6, "https://a.dk/t")),),
        ),
        Entry(text="Spørg os", links=(link(0, 8, "mailto:a@b.dk"),)),
    )

    assert [(one.title, one.url) for one in listed_attachments(content)] == [
        ("Kort over kajen", "kort.pdf"),
        ("Plan", "https://a.dk/p"),
        ("tegning", "tegning.pdf"),
        ("Takster", None),
        ("Tilbud", "https://a.dk/t"),
        ("Spørg os", None),
    ]


def link(start: int, end: int, href: str) -> Link:
    """A link on some characters."""
    return Link(start=start, end=end, href=href)


def test_the_same_folder_gives_the_same_again(tmp_path: Path) -> None:
    """Two files for one attachment: the first by name fills it, the other stands beside it."""
    lists = minutes(("1", OPEN, ("Kort",)))
    told = [(tmp_path / name, understood(NOTE, file=name)) for name in ("Kort.pdf", "Kort.txt")]
    for path, _ in told:
        path.write_text(NOTE, encoding="utf-8")

    found = dict(lay_beside([*told, (tmp_path / lists[0], lists[1])]))

    (whole,) = found[tmp_path / "referat.pdf"].meetings
    assert [one.source and one.source.file for one in whole.items[0].attachments] == ["Kort.pdf", "Kort.txt"]
    assert isinstance(whole.source, Source)
