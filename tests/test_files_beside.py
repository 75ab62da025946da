"""Files beside the minutes, from a clerk's folder to its pages."""

from pathlib import Path

import pytest

from converters.cli import CLEAN, REFUSED
from tests.chamber import tree
from tests.test_cli import Desk, desk

__all__ = ["desk"]

PLACE = "havneudvalget/2026-03-05"
MINUTES = """Birkevig Kommune
Referat
Havneudvalget
Mødedato: 5. marts 2026
Mødested: Lokale 2

1. Ny kran på kajen
Sagsnr.: 26/100
Sagsfremstilling
Kranen er slidt, og der er kommet et godt tilbud på en ny.
Bilag
- Tilbud på kran
- Kort over kajen
Beslutning
Godkendt.

2. Lukket - Køb af grund
Sagsnr.: 26/101
Beslutning
Godkendt.
"""
OFFER = "Tilbud på kran\n\nDen nye kran kan løfte tolv ton og koster en halv million kroner.\n"
HIDDEN = "Notat\n\nSælgeren hedder Hemmelig Hansen og vil have to millioner kroner for grunden.\n"


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    """A folder with minutes, a listed file, one that nobody lists, and two of a closed item."""
    desk.source(MINUTES, "moede/referat.txt")
    desk.source(OFFER, "moede/tilbud_paa_kran.txt")
    desk.source("Takster\n\nSmå både betaler mindst, og store betaler mest.\n", "moede/Takster for 2026.txt")
    desk.source(HIDDEN, "moede/punkt-2-bilag-1.txt")
    desk.source(HIDDEN.replace("Notat", "Brev"), "moede/Køb af grund - notat.txt")
    return desk


def files(desk: Desk) -> set[str]:
    """What lies in the meeting's folder of attachments."""
    return {path.name for path in (desk.content / PLACE / "bilag").iterdir()}


def test_files_beside_become_attachments(harbour: Desk) -> None:
    """Listed or not, each has its text and its original, byte for byte; a closed item's are stopped."""
    assert harbour.convert() == CLEAN

    assert files(harbour) == {
        "punkt-1-bilag-1.md",
        "punkt-1-bilag-1.txt",
        "bilag-takster-for-2026.md",
        "bilag-takster-for-2026.txt",
    }
    original = harbour.content / PLACE / "bilag/punkt-1-bilag-1.txt"
    assert original.read_text(encoding="utf-8") == OFFER
    assert not (harbour.content / "dokumenter").exists()
    assert harbour.run("check", str(harbour.content)) == REFUSED
    stopped = [line.partition(": ")[0] for line in harbour.complained.splitlines()]
    assert [Path(line).name for line in stopped] == ["Køb af grund - notat.txt", "punkt-2-bilag-1.txt"]


def test_no_word_of_a_closed_items_file_is_written(harbour: Desk, tmp_path: Path) -> None:
    """Neither page, file, record nor ledger."""
    report = tmp_path / "regnskab.jsonl"
    harbour.convert("--report", str(report))

    written = {**tree(harbour.content), "report": report.read_bytes()}
    assert [name for name, content in written.items() if b"Hemmelig" in content] == []
    assert [name for name in written if "grund" in name or "punkt-2-" in name] == []
    assert "lukket punkt" in harbour.said


def test_the_same_folder_again_changes_nothing(harbour: Desk) -> None:
    """Nor do the same files in an empty content folder give other bytes."""
    harbour.convert()
    before = tree(harbour.content / PLACE)
    harbour.convert()
    again = harbour.run(
        "convert",
        str(harbour.inbox),
        "--out",
        str(harbour.folder / "andet/content"),
        "--municipality",
        "Birkevig Kommune",
    )

    assert again == CLEAN
    assert tree(harbour.content / PLACE) == before
    assert tree(harbour.folder / "andet/content" / PLACE) == before


def test_a_file_that_is_taken_away_goes_from_the_pages(harbour: Desk) -> None:
    """Its page, its original and its line in the list; the others keep their addresses."""
    harbour.convert()
    (harbour.inbox / "moede/Takster for 2026.txt").unlink()
    harbour.convert()

    assert files(harbour) == {"punkt-1-bilag-1.md", "punkt-1-bilag-1.txt"}
    assert "Takster" not in (harbour.content / PLACE / "index.md").read_text(encoding="utf-8")


def test_an_original_that_a_person_replaced_is_kept(harbour: Desk) -> None:
    """As an edited page is; the gate says that it is not the file the page tells of."""
    harbour.convert()
    original = harbour.content / PLACE / "bilag/punkt-1-bilag-1.txt"
    original.write_text("Nyt tilbud.\n", encoding="utf-8")
    harbour.source(OFFER.replace("tolv", "tretten"), "moede/tilbud_paa_kran.txt")
    harbour.convert()

    assert original.read_text(encoding="utf-8") == "Nyt tilbud.\n"
    assert harbour.run("check", str(harbour.content)) != CLEAN


def test_a_file_that_looks_like_minutes_stays_an_attachment_when_they_change(desk: Desk) -> None:
    """Though it is itself unchanged, it is judged again with them."""
    paper = "1. Baggrund\nResume\nKranen er gammel.\nBeslutning\nUdsat.\n\n2. Pris\nBeslutning\nUdsat.\n"
    desk.source(MINUTES.partition("2. Lukket")[0], "moede/referat.txt")
    desk.source(paper, "moede/Kort over kajen.txt")
    desk.convert()
    assert files(desk) == {"punkt-1-bilag-2.md", "punkt-1-bilag-2.txt"}
    desk.source(MINUTES.partition("2. Lukket")[0].replace("slidt", "rusten"), "moede/referat.txt")

    desk.convert()

    assert files(desk) == {"punkt-1-bilag-2.md", "punkt-1-bilag-2.txt"}
    assert "rusten" in (desk.content / PLACE / "punkt-1.md").read_text(encoding="utf-8")


def test_a_document_that_turns_out_to_be_a_closed_items_is_taken_down(desk: Desk) -> None:
    """Its page was published before the minutes came; a page that a person edited stays, and is told."""
    desk.source(HIDDEN, "moede/Køb af grund - notat.txt")
    desk.source(HIDDEN, "moede/Køb af grund - brev.txt")
    desk.convert()
    pages = desk.content / "dokumenter"
    assert (pages / "koeb-af-grund-notat.md").exists()
    edited = pages / "koeb-af-grund-brev.md"
    edited.write_text("Rettet.\n", encoding="utf-8")
    desk.source(MINUTES, "moede/referat.txt")

    desk.convert()

    assert sorted(page.name for page in pages.glob("*.md")) == [edited.name]
    assert "dokumenter/koeb-af-grund-brev.md" in desk.said


def test_a_document_that_turns_out_to_be_an_attachment_moves(desk: Desk) -> None:
    """It is not published twice."""
    desk.source(OFFER, "moede/Tilbud på kran.txt")
    desk.convert()
    desk.source(MINUTES, "moede/referat.txt")

    desk.convert()

    assert not (desk.content / "dokumenter").exists()
    assert files(desk) == {"punkt-1-bilag-1.md", "punkt-1-bilag-1.txt"}
