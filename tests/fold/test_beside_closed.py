"""Files beside the minutes that are closed, or may be, and papers that look like minutes."""

from dataclasses import replace
from pathlib import Path

import pytest

from converters.blocks import Picture
from converters.findings import Code
from converters.fold.beside import lay_beside
from converters.fold.previews import with_previews
from converters.ledger import Reason, as_json_lines
from tests.fold.test_beside import CLOSED, NOTE, OPEN, laid, minutes, names, of
from tests.reading import shown, understood


@pytest.mark.parametrize(
    "file",
    [
        "Tilbud fra firmaet.pdf",
        "Bilag 1 - tilbud_fra_firmaet - udkast.pdf",
        "punkt-2-bilag-1-hvad som helst.pdf",
        "2.1 Andet.pdf",
        "Sag nummer 2 - notat.pdf",
        "punkt-9-bilag-1.pdf",
        "Kort.pdf",
        "2026-03-05 punkt 2 kort.pdf",
        "Bilag til punkt 2.pdf",
        "Oversigt til dagsordenspunkt nr. 2.pdf",
        "Notat_pkt_2.pdf",
        "Noter til punkt 12.pdf",
        "02 - Bud.pdf",
        "Sag 2 bilag 1.pdf",
    ],
)
def test_a_file_that_may_be_a_closed_items_is_withheld(tmp_path: Path, file: str) -> None:
    """Neither attachment nor document; its words are counted as closed, and nowhere quoted."""
    lists = minutes(("1", OPEN, ("Kort",)), ("2", CLOSED, ("Tilbud fra firmaet", "Kort")))
    found = laid(tmp_path, lists, file=file)

    assert names(found, "1") == [("Kort", False)]
    assert of(found).attachments == ()
    left = found[file]
    assert left.documents == ()
    assert [one.code for one in left.findings] == [Code.CLOSED_BESIDE]
    assert {entry.reason for entry in left.left_out} == {Reason.CLOSED}
    assert "1961" not in as_json_lines(left.left_out, file)


def test_papers_of_single_items_are_no_annexes(tmp_path: Path) -> None:
    """Minutes may come as a file an item, of several meetings, one of which closed that number."""
    name, other = minutes(("2", OPEN, ()), name="Punkt 2 havneudvalget.pdf")
    other = replace(other, meetings=(replace(other.meetings[0], committee="Havneudvalget"),))
    found = laid(tmp_path, minutes(("2", CLOSED, ())), (name, other), file="x.txt")

    assert len(found[name].meetings) == 1


def test_a_listed_name_may_speak_of_another_item(tmp_path: Path) -> None:
    """The list goes before what the name mentions."""
    lists = minutes(("1", OPEN, ("Notat om punkt 2",)), ("2", CLOSED, ()))

    assert names(laid(tmp_path, lists, file="Notat om punkt 2.pdf"), "1") == [("Notat om punkt 2", True)]


def test_the_very_name_of_an_open_attachment_leaves_no_doubt(tmp_path: Path) -> None:
    """That a closed item lists something that begins alike does not withhold it."""
    lists = minutes(("1", OPEN, ("Budget 2026 - oversigt",)), ("2", CLOSED, ("Budget 2026",)))

    assert names(laid(tmp_path, lists, file="Budget 2026 - oversigt.pdf"), "1")[0][1]


def test_an_original_with_withheld_words_is_not_published(tmp_path: Path) -> None:
    """What the text leaves out as closed still stands in the file."""
    name, told = minutes(("1", OPEN, ("Notat",)))
    (tmp_path / "Notat.txt").write_text(NOTE, encoding="utf-8")
    source = understood(f"{NOTE}\nLukket punkt: Salg af kranen\nBudet er hemmeligt.\n", file="Notat.txt")

    found = dict(lay_beside([(tmp_path / "Notat.txt", source), (tmp_path / name, told)]))

    (one,) = found[tmp_path / name].meetings[0].items[0].attachments
    assert one.original is None
    assert "hemmeligt" not in str(one)


def test_minutes_that_are_an_attachment_of_a_closed_item_are_withheld(tmp_path: Path) -> None:
    """They are no meeting of their own then."""
    name, other = minutes(("1", OPEN, ()), name="Referat af forhandling.pdf")
    other = replace(other, meetings=(replace(other.meetings[0], committee="Havneudvalget"),))
    found = laid(tmp_path, minutes(("7", CLOSED, ("Referat af forhandling",))), (name, other), file="x.txt")

    assert found[name].meetings == ()
    assert {entry.reason for entry in found[name].left_out} == {Reason.CLOSED}


RECOMMENDATION = """1. Baggrund
Sagsfremstilling
Kranen er fra 1961.
Beslutning
Udsat.

2. Økonomi
Sagsfremstilling
Den koster en halv million.
Beslutning
Udsat.

3. Lukket - Forhandling
Sagsfremstilling
Budet er hemmeligt.
Beslutning
Udsat.
"""


@pytest.mark.parametrize(
    ("text", "published"), [(RECOMMENDATION, False), (RECOMMENDATION.partition("3. ")[0], True)]
)
def test_a_file_that_looks_like_minutes_is_an_attachment(
    tmp_path: Path, text: str, *, published: bool
) -> None:
    """If an item names it, and nobody could say whose minutes it is; what it says is closed stays so."""
    assert understood(text, file="Kort.txt").meetings
    found = laid(tmp_path, minutes(("1", OPEN, ("Kort",)), ("2", OPEN, ())), file="Kort.txt", text=text)

    assert names(found, "1") == [("Kort", published)]
    assert found["Kort.txt"].meetings == ()
    words = " ".join(shown(of(found).items[0].attachments[0].content))
    assert "Kranen er fra 1961." in words
    assert "Den koster en halv million." in words
    assert "hemmeligt" not in words


def test_minutes_that_nobody_names_stay_minutes(tmp_path: Path) -> None:
    """Whatever their committee."""
    found = laid(tmp_path, minutes(("1", OPEN, ("Kort",))), file="Andet.txt", text=RECOMMENDATION)

    assert len(found["Andet.txt"].meetings) == 1


def test_only_what_is_published_is_rendered(tmp_path: Path) -> None:
    """The first page of a PDF of an open item or the meeting; a closed item's file is not opened."""
    picture = Picture(content=b"png", media_type="image/png", page=1, width=9, height=9)
    lists = minutes(("1", OPEN, ("Kort", "Andet")), ("2", CLOSED, ("Tilbud",)))
    whole = of(laid(tmp_path, lists, file="Kort.pdf"))
    shut = replace(whole.items[1], attachments=whole.items[0].attachments)
    opened: list[str] = []

    def render(path: Path) -> Picture:
        opened.append(path.name)
        return picture

    found = with_previews(replace(whole, items=(whole.items[0], shut)), render)

    assert opened == ["Kort.pdf"]
    assert [one.preview for one in found.items[0].attachments] == [picture, None]
    assert [one.preview for one in found.items[1].attachments] == [None, None]


def test_an_item_that_any_paper_of_the_meeting_closes_is_closed(tmp_path: Path) -> None:
    """Of two papers in a folder one may be older, and not know yet."""
    other = minutes(("2", OPEN, ()), name="dagsorden.txt")

    found = laid(tmp_path, minutes(("2", CLOSED, ())), other, file="x.txt")

    assert [item.access for item in found["dagsorden.txt"].meetings[0].items] == [CLOSED]


@pytest.mark.parametrize(
    "file", ["Notat om købere.pdf", "Lukket - Notat om købere.pdf", "Punkt 1 Notat om købere.pdf"]
)
def test_a_file_listed_as_closed_under_an_open_item_is_withheld(tmp_path: Path, file: str) -> None:
    """The item is open, the attachment is not."""
    name, what = minutes(("1", OPEN, ("Kort",)), ("2", OPEN, ()))
    (meeting,) = what.meetings
    first = replace(meeting.items[0], closed_attachments=("Lukket - Notat om købere.pdf",))
    shut = replace(what, meetings=(replace(meeting, items=(first, *meeting.items[1:])),))
    found = laid(tmp_path, (name, shut), file=file)

    assert names(found, "1") == [("Kort", False)]
    assert of(found).attachments == ()
    assert {entry.reason for entry in found[file].left_out} == {Reason.CLOSED}
