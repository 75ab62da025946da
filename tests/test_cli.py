"""The commands as a clerk uses them."""

import json
import re
import shutil
import time
from pathlib import Path

import pytest

from converters.arguments import WRONG_USE
from converters.cli import CLEAN, REFUSED, main
from tests.chamber import THREE_ITEMS, minutes, tree

PLACE = "teknik-og-miljoeudvalget/2026-03-05"
DRAFT = minutes(*THREE_ITEMS)


class Desk:
    """A clerk's folder: sources in ``inbox``, pages in ``content``, and what the last command said."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.inbox = folder / "inbox"
        self.content = folder / "content"
        self.said = self.complained = ""
        self._capsys = capsys
        self.inbox.mkdir()
        (folder / "mkdocs.yml").write_text("extra:\n  municipality: Birkevig Kommune\n", encoding="utf-8")

    def source(self, text: str = DRAFT, name: str = "referat.txt") -> Path:
        """Put a source in the inbox."""
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *arguments: str) -> int:
        """Run a command and keep what it said."""
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = int(str(stopped.code))
        self.said, self.complained = self._capsys.readouterr()
        return code

    def convert(self, *arguments: str) -> int:
        """Convert the inbox."""
        return self.run("convert", str(self.inbox), "--out", str(self.content), *arguments)

    def page(self, name: str) -> Path:
        """A page of the meeting."""
        return self.content / PLACE / name


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """An empty desk."""
    return Desk(tmp_path, capsys)


def test_minutes_become_pages(desk: Desk) -> None:
    """One page for the meeting and one an item, where the contract says."""
    desk.source()

    assert desk.convert() == CLEAN
    assert {path for path in tree(desk.content / PLACE) if not path.startswith(".")} == {
        "index.md",
        "punkt-1.md",
        "punkt-2.md",
        "punkt-3.md",
    }
    assert "3 punkter" in desk.said
    assert "1 kilde: 1 omsat" in desk.said


def test_a_site_of_many_municipalities_has_a_folder_for_each(desk: Desk) -> None:
    """Without a municipality in mkdocs.yml or option, its name stands above the committee's."""
    desk.source()
    (desk.folder / "mkdocs.yml").unlink()

    assert desk.convert() == CLEAN
    assert (desk.content / "birkevig-kommune" / PLACE / "index.md").is_file()


def test_a_named_municipality_stands_on_the_page(desk: Desk) -> None:
    """The option goes before what the source says."""
    desk.source()

    assert desk.convert("--municipality", "Sønderkær Kommune") == CLEAN
    assert "municipality: Sønderkær Kommune\n" in desk.page("index.md").read_text(encoding="utf-8")


def test_converting_again_changes_no_byte(desk: Desk) -> None:
    """Neither by skipping nor by doing it all again."""
    desk.source()
    desk.convert()
    before = tree(desk.content / PLACE)

    assert desk.convert() == CLEAN
    assert "uændret" in desk.said
    shutil.rmtree(desk.content / ".referat")
    assert desk.convert() == CLEAN
    assert "ingen sider ændret" in desk.said
    assert tree(desk.content / PLACE) == before


def test_an_unchanged_source_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Skipping does not even open the reader."""
    desk.source()
    desk.convert()
    monkeypatch.setattr("converters.sandbox.read", None)

    assert desk.convert() == CLEAN


def test_other_options_are_not_skipped(desk: Desk) -> None:
    """A source that was converted with other options is converted again."""
    desk.source()
    desk.convert()

    assert desk.convert("--date", "2026-03-06") == CLEAN
    assert (desk.content / "teknik-og-miljoeudvalget/2026-03-06/index.md").is_file()


def test_an_edited_page_is_kept_and_named(desk: Desk) -> None:
    """Until the clerk says that it may be replaced."""
    desk.source()
    desk.convert()
    page = desk.page("punkt-2.md")
    written = page.read_bytes()
    page.write_bytes(written + b"Rettet.\n")

    assert desk.convert() == CLEAN
    assert f"Beholdt {PLACE}/punkt-2.md" in desk.said
    assert page.read_bytes() == written + b"Rettet.\n"
    assert desk.convert("--replace") == CLEAN
    assert page.read_bytes() == written


def test_newer_minutes_replace_the_pages(desk: Desk) -> None:
    """The corrected file has one item fewer, and its page is gone."""
    desk.source()
    desk.convert()
    desk.source(minutes(*THREE_ITEMS[:2]))

    assert desk.convert() == CLEAN
    assert not desk.page("punkt-3.md").exists()


def test_two_sources_of_one_meeting_are_refused(desk: Desk) -> None:
    """The message names both, and the first one's pages stand."""
    desk.source(name="a.txt")
    desk.source(minutes(*THREE_ITEMS[:2]), name="b.txt")

    assert desk.convert() == REFUSED
    assert "a.txt" in desk.complained
    assert "b.txt" in desk.complained
    assert desk.page("punkt-3.md").is_file()
    assert desk.convert() == REFUSED


def test_one_bad_source_does_not_stop_the_rest(desk: Desk) -> None:
    """Each is refused by name, and the good one is converted."""
    desk.source("", name="a-tom.txt")
    desk.source()
    (desk.inbox / "b-billede.png").write_bytes(b"\x89PNG")

    assert desk.convert() == REFUSED
    assert "a-tom.txt" in desk.complained
    assert "b-billede.png" in desk.complained
    assert ".txt" in desk.complained
    assert desk.page("index.md").is_file()
    assert "3 kilder: 1 omsat, 2 afvist" in desk.said


def test_hidden_files_are_no_sources(desk: Desk) -> None:
    """A .gitkeep in the inbox is not a source that failed."""
    desk.source()
    (desk.inbox / ".gitkeep").write_text("", encoding="utf-8")

    assert desk.convert() == CLEAN


def test_a_date_given_later_moves_the_meeting(desk: Desk) -> None:
    """The folder without a date only waited for it."""
    desk.source(minutes(*THREE_ITEMS, day="en dag i marts"))

    assert desk.convert() == CLEAN
    waiting = list((desk.content / "teknik-og-miljoeudvalget").iterdir())
    assert [path.name[:10] for path in waiting] == ["uden-dato-"]
    assert "--date" in desk.said
    assert desk.convert("--date", "2026-03-05") == CLEAN
    assert "Flyttet fra" in desk.said
    assert [path.name for path in (desk.content / "teknik-og-miljoeudvalget").iterdir()] == ["2026-03-05"]


def test_the_report_is_json_lines(desk: Desk) -> None:
    """One row for each thing left out, also when nothing had to be converted."""
    desk.source()
    desk.convert()
    report = desk.folder / "regnskab.jsonl"

    assert desk.convert("--report", str(report)) == CLEAN
    assert f"ligger i {report}" in desk.said
    rows = [json.loads(row) for row in report.read_text(encoding="utf-8").splitlines()]
    assert all(row["source"] == "referat.txt" and row["reason"] for row in rows)


def test_a_source_that_is_no_minutes_becomes_a_document(desk: Desk) -> None:
    """It lies under dokumenter, by the name of its file."""
    desk.source(
        "Kære borger\n\nTak for dit brev om skolevejen.\n\nVenlig hilsen\nForvaltningen\n",
        "Svar til borger.txt",
    )

    assert desk.convert() == CLEAN
    assert (desk.content / "dokumenter/svar-til-borger.md").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("omsæt",),
        ("convert",),
        ("convert", "x.txt", "--dato", "2026-03-05"),
        ("convert", "x.txt", "--date", "2026-02-31"),
        ("convert", "x.txt", "--date", "5. marts"),
        ("convert", "x.txt", "--committee", " "),
        ("convert", "x.txt", "--out"),
        ("explain",),
    ],
)
def test_wrong_use_is_told_in_danish(desk: Desk, arguments: tuple[str, ...]) -> None:
    """Exit code 2, what is wrong, and how the command is used."""
    assert desk.run(*arguments) == WRONG_USE
    assert desk.complained.startswith("Forkert brug: ")
    assert "Brug: referat" in desk.complained
    assert not any(
        word in desk.complained for word in ("the following", "expected", "usage", "invalid", "required")
    )


def test_help_is_danish(desk: Desk) -> None:
    """Every command says what it does."""
    assert desk.run("--help") == CLEAN
    assert "gør kilder" in desk.said
    assert not any(word in desk.said for word in ("usage", "options", "positional", "show this"))


def test_explain_says_what_and_why(desk: Desk) -> None:
    """First what the source was taken for, then a row a block, then what the roles mean."""
    source = desk.source()

    assert desk.run("explain", str(source)) == CLEAN
    assert "Teknik- og Miljøudvalget" in desk.said
    assert "2026-03-05" in desk.said
    rows = [row for row in desk.said.splitlines() if "1. Godkendelse af dagsorden" in row]
    assert len(rows) == 1
    assert "PUNKT" in rows[0]
    assert "numre i rækkefølge" in rows[0]
    assert "PUNKT       begynder et punkt" in desk.said


def test_a_long_reason_is_told_once(desk: Desk) -> None:
    """After that, the place where it was told is named."""
    source = desk.source()

    desk.run("explain", str(source))

    line = next(row.split()[0] for row in desk.said.splitlines() if "numre i rækkefølge" in row)
    assert desk.said.count("numre i rækkefølge") == 1
    assert desk.said.count(f"som linje {line}\n") == len(THREE_ITEMS) - 1


def test_closed_items_are_told(desk: Desk) -> None:
    """A clerk sees at once which items were shut, before anything is published."""
    source = desk.source(minutes(THREE_ITEMS[0], ("2", "Lukket - Køb af grund", "Godkendt.")))

    desk.convert()
    assert "2 punkter, heraf 1 lukket (punkt 2)" in desk.said
    desk.run("explain", str(source))
    assert "2, heraf 1 lukket (punkt 2)" in desk.said


def test_nothing_is_said_of_pages_where_none_were_made(desk: Desk) -> None:
    """A run that refused every source points at no pages."""
    desk.source("", "tom.txt")

    assert desk.convert() == REFUSED
    assert desk.said == "1 kilde: 1 afvist.\n"


def test_a_skipped_source_has_no_notes(desk: Desk) -> None:
    """What it lacks is no matter, since no page is made of it."""
    undated = re.sub(r"\nBeslutning\n\n.*\n|Mødedato: .*\n", "", DRAFT.replace("Referat\n", "Dagsorden\n"))
    agenda = desk.source(undated, "a-2026-03-05.txt")
    desk.convert()
    assert "Bemærk" in desk.said
    desk.source(name="b.txt")
    desk.convert()

    assert desk.convert() == CLEAN
    about_agenda, *rest = desk.said.splitlines()
    assert about_agenda.startswith(f"{agenda}: sprunget over")
    assert not any("Bemærk" in line for line in rest)


def test_a_corrected_source_under_a_new_name_is_told_what_to_do(desk: Desk) -> None:
    """On GitHub a clerk has no options, but can give the file the old name."""
    old = desk.source(name="gammel.txt")
    desk.convert()
    old.unlink()
    desk.source(DRAFT.replace("Godkendt", "Vedtaget"), "ny.txt")

    assert desk.convert() == REFUSED
    assert "det samme filnavn (gammel.txt)" in desk.complained


def test_explain_writes_nothing(desk: Desk) -> None:
    """It shows closed words, so they go to the screen alone."""
    source = desk.source()
    before = tree(desk.folder)

    desk.run("explain", str(source))

    assert tree(desk.folder) == before


def test_explain_refuses_what_cannot_be_read(desk: Desk) -> None:
    """One message, and no traceback."""
    assert desk.run("explain", str(desk.inbox / "findes-ikke.txt")) == REFUSED
    assert desk.run("explain", str(desk.inbox)) == REFUSED
    assert "Afvist" in desk.complained


def test_check_and_audit_say_where_to_begin(desk: Desk) -> None:
    """Without pages, and without a site, they say which command comes first."""
    assert desk.run("check", str(desk.content)) == REFUSED
    assert "referat convert" in desk.complained
    assert desk.run("audit", str(desk.folder / "site")) == REFUSED
    assert "mkdocs build" in desk.complained


def test_converted_pages_pass_the_check(desk: Desk) -> None:
    """What convert writes, check lets through."""
    desk.source()
    desk.convert()

    assert desk.run("check", str(desk.content)) == CLEAN
    assert desk.complained == ""


def test_a_command_starts_fast(desk: Desk) -> None:
    """Help is there before anybody waits; the site builder is not loaded by any command."""
    start = time.process_time()

    desk.run("--help")

    assert time.process_time() - start < 0.5


def test_no_closed_word_leaves_the_source(desk: Desk) -> None:
    """Neither pages, file names, record, memory, report nor messages hold what a closed item says."""
    shut = ("2", "Lukket - Køb af grund", "Godkendt.")
    text = minutes(THREE_ITEMS[0], shut, THREE_ITEMS[2])
    before, item, after = text.partition("2. Lukket - Køb af grund")
    hidden = after.replace("26/101", "26/kanariefugl1", 1).replace(
        "Forvaltningen har set på sagen.", "Sælger er kanariefugl2.\n\nKanariefugl3\n\nSe kanariefugl4.", 1
    )
    hidden = hidden.replace("Godkendt.", "Godkendt.\n\nBilag\n\nkanariefugl5.pdf", 1)
    desk.source(before + item + hidden)
    report = desk.folder / "regnskab.jsonl"

    code = desk.convert("--report", str(report))

    assert code == CLEAN
    written = tree(desk.content)
    everything = "".join([*written, desk.said, desk.complained, report.read_text(encoding="utf-8")])
    everything += b"".join(written.values()).decode()
    assert "kanariefugl" not in everything.casefold()
    assert "access: closed" in desk.page("punkt-2.md").read_text(encoding="utf-8")
    assert '"reason": "closed"' in everything
    assert (
        desk.run("check", str(desk.content)) == REFUSED
    )  # the pages are in order; the source may not lie there
    assert "lukket materiale" in desk.complained
    assert "kanariefugl" not in desk.complained.casefold()
