"""A change of a published page is told: the check asks for it, and the command does it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from converters.cli import CLEAN, REFUSED
from tests.chamber import minutes, tree
from tests.history.town import ITEMS, PLACE, Town

ITEM = f"{PLACE}/punkt-2.md"
WORDS = "rettelser/punkt-2-2026-05-12.md"


def test_published_pages_as_they_were_are_clean(town: Town) -> None:
    """Nothing is asked for where nothing was changed."""
    assert town.check() == CLEAN
    assert "rettelse" not in town.said + town.complained


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("900.000", "990.000", "teksten"),
        ("title: Cykelsti", "title: Sti", "overskriften"),
        ("outcome: approved", "outcome: rejected", "beslutningen"),
    ],
)
def test_a_changed_page_has_to_say_so(town: Town, old: str, new: str, part: str) -> None:
    """The page, what is another, and the command are named."""
    town.edit("punkt-2.md", old, new)

    assert town.check() == REFUSED
    assert f"{town.page('punkt-2.md')}:1: Siden er ændret" in town.complained
    assert part in town.complained
    assert "referat correct" in town.complained


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("source: {", "ocr: true\nsource: {"),
        ("Udvalget godkendte forslaget", "Udvalget godkendte\nforslaget"),
        ("Udvalget godkendte", "Udvalget  godkendte"),
    ],
)
def test_what_no_reader_sees_is_no_correction(town: Town, old: str, new: str) -> None:
    """Where a line breaks, and where the page came from, is nothing to tell."""
    town.edit("punkt-2.md", old, new)

    town.check()

    assert "Siden er ændret" not in town.complained


def test_a_correction_is_told_with_its_words(town: Town) -> None:
    """The page says when and what for, another one shows the words, and the check is content."""
    town.edit("punkt-2.md", "900.000", "990.000")

    assert town.correct(ITEM) == CLEAN

    assert f"{{date: 2026-05-12, note: Beløbet var forkert, href: {WORDS}}}" in town.text("punkt-2.md")
    assert "- 900.000\n+ 990.000\n" in town.text(WORDS)
    assert "Godkendelse" not in town.text(WORDS)
    assert town.check() == CLEAN
    assert (town.said, town.complained) == (f"{town.content} kan offentliggøres.\n", "")


def test_a_correction_is_of_today_unless_told(town: Town) -> None:
    """Only here the clock is asked."""
    town.edit("punkt-2.md", "900.000", "990.000")
    days = [dt.datetime.now().astimezone().date().isoformat()]

    town.run("correct", str(town.page("punkt-2.md")), "--content", str(town.content), "--note", "Beløb")

    days.append(dt.datetime.now().astimezone().date().isoformat())
    assert any(f"{{date: {day}, note: Beløb" in town.text("punkt-2.md") for day in days)


def test_a_told_correction_may_not_vanish(town: Town) -> None:
    """What readers were told once is part of the record."""
    town.edit("punkt-2.md", "900.000", "990.000")
    town.correct(ITEM)
    town.publish()
    town.edit("punkt-2.md", "Beløbet var forkert", "Ingenting")

    assert town.check() == REFUSED
    assert "er slettet eller ændret" in town.complained


def test_a_correction_outlives_conversion(town: Town) -> None:
    """The same source leaves it, newer minutes carry it over, and each change is asked for anew."""
    town.edit("punkt-2.md", "900.000", "990.000")
    town.correct(ITEM)
    town.publish()

    town.convert()
    assert "Beholdt" in town.said
    assert town.convert("--replace") == CLEAN
    assert "900.000" in town.text("punkt-2.md")
    assert "Beløbet var forkert" in town.text("punkt-2.md")
    assert town.check() == REFUSED
    town.correct(ITEM)
    assert town.text("punkt-2.md").count("date: 2026-05-12") == 2
    assert town.page("rettelser/punkt-2-2026-05-12-2.md").is_file()
    assert town.check() == CLEAN


def test_a_note_alone_is_no_edit(town: Town) -> None:
    """Newer minutes of a page that only tells of a correction replace it, and what it tells stays."""
    town.source(minutes(ITEMS[0], ("2", "Cykelsti langs Møllevej", "Afvist."), ITEMS[2]))
    town.convert()
    town.correct(ITEM)
    town.publish()
    town.convert()
    assert "uændret" in town.said
    town.source(minutes(ITEMS[0], ("2", "Cykelsti langs Møllevej", "Udsat."), ITEMS[2]))

    town.convert()

    assert "Udsat." in town.text("punkt-2.md")
    assert "Beløbet var forkert" in town.text("punkt-2.md")


def test_an_agenda_that_becomes_minutes_is_no_correction(town: Town) -> None:
    """A new paper of the meeting is announced by what it is."""
    stage = next(line for line in town.text("index.md").splitlines() if line.startswith("stage:"))
    town.edit("index.md", stage, "stage: agenda")
    town.publish()
    town.edit("index.md", "stage: agenda", "stage: draft")
    town.edit("punkt-2.md", "900.000", "990.000")

    town.check()

    assert "Siden er ændret" not in town.complained


def test_a_personal_number_is_not_shown_as_deleted(town: Town) -> None:
    """What was taken away for a person's sake does not come back as a difference."""
    town.edit("punkt-2.md", "900.000 kr.", "900.000 kr. til 070761-4285")
    town.publish()
    town.edit("punkt-2.md", " til 070761-4285", "")
    before = tree(town.content)

    assert town.correct(ITEM) == REFUSED
    assert "--no-words" in town.complained
    assert "4285" not in town.complained
    assert tree(town.content) == before
    assert town.correct(ITEM, "--no-words") == CLEAN
    assert not (town.content / PLACE / "rettelser").exists()
    assert "4285" not in "".join(text.decode() for text in tree(town.content).values())
    assert "Beløbet var forkert" in town.text("punkt-2.md")


def test_a_whole_folder_is_corrected_at_once(town: Town) -> None:
    """Only the pages that were changed tell of it."""
    town.edit("punkt-2.md", "900.000", "990.000")
    town.edit("punkt-3.md", "Taget til efterretning", "Udsat")

    assert town.correct(PLACE) == CLEAN
    assert "changes:" in town.text("punkt-2.md")
    assert "changes:" in town.text("punkt-3.md")
    assert "changes:" not in town.text("punkt-1.md")
    assert town.check() == CLEAN


def test_what_cannot_be_corrected_is_told(town: Town) -> None:
    """An unchanged page, one that is not published, and none at all: a sentence each, and nothing written."""
    before = tree(town.content)

    assert town.correct(ITEM) == REFUSED
    assert "Ingen af siderne er ændret" in town.complained
    assert town.correct(f"{PLACE}/punkt-9.md") == REFUSED
    assert "Der er ingen side her" in town.complained
    assert tree(town.content) == before
    town.page("punkt-9.md").write_text(town.text("punkt-3.md"), encoding="utf-8")
    assert town.correct(f"{PLACE}/punkt-9.md") == REFUSED
    assert "ikke offentliggjort endnu" in town.complained


def test_line_ends_of_windows_stay(town: Town) -> None:
    """A page that was checked out on Windows keeps its line ends."""
    town.edit("punkt-2.md", "900.000", "990.000")
    page = town.page("punkt-2.md")
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))

    assert town.correct(ITEM) == CLEAN
    assert page.read_bytes().count(b"\n") == page.read_bytes().count(b"\r\n")
    assert town.check() == CLEAN


def test_words_of_an_item_that_is_closed_now_go(town: Town) -> None:
    """The page of words is deleted with the rest, and the check would not let it through."""
    town.edit("punkt-2.md", "900.000", "990.000")
    town.correct(ITEM)
    words = town.text(WORDS)
    town.source(minutes(ITEMS[0], ("2", "Lukket - Cykelsti", "Godkendt."), ITEMS[2]))

    assert town.convert() == CLEAN
    assert not town.page(WORDS).exists()
    assert "Beløbet" not in town.text("punkt-2.md")
    town.page("rettelser").mkdir(exist_ok=True)
    town.page(WORDS).write_text(words, encoding="utf-8")
    assert town.check() == REFUSED
    assert "lukket, taget ned eller væk" in town.complained


def test_a_published_page_that_is_gone_is_named(town: Town) -> None:
    """Readers of its address deserve a reason."""
    town.page("punkt-3.md").unlink()

    town.check()

    assert f"{town.page('punkt-3.md')}: Siden har været offentliggjort" in town.said


def test_without_git_the_check_says_what_it_cannot_see(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder outside git, one without a commit, and an unknown commit: a warning, and no error."""
    town = Town(tmp_path, capsys)
    town.convert()

    assert town.check() == CLEAN
    assert "ADVARSEL" in town.said
    assert "git-arkiv" in town.said
    town.git("init", "--quiet")
    assert town.check() == CLEAN
    assert "endnu ingen udgave" in town.said
    town.publish()
    assert town.check() == CLEAN
    assert "ADVARSEL" not in town.said
    assert town.check("--published", "findes-ikke") == CLEAN
    assert "kender ikke findes-ikke" in town.said


def test_the_published_state_may_be_named(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """By option or by environment; without origin/main it is the last commit."""
    town.edit("punkt-2.md", "900.000", "990.000")
    town.git("commit", "--quiet", "--all", "--message=Rettet")

    assert town.check() == REFUSED
    assert town.check("--published", "HEAD") == CLEAN
    monkeypatch.setenv("REFERAT_PUBLISHED", "HEAD~1")
    assert town.check() == REFUSED
    monkeypatch.delenv("REFERAT_PUBLISHED")
    town.git("update-ref", "-d", "refs/remotes/origin/main")
    assert town.check() == CLEAN
