"""Bad input to convert, as a whole process: one Danish message, exit code 1, no half-written page."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.chamber import THREE_ITEMS, minutes, tree

GOOD = minutes(*THREE_ITEMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a process ended: exit code, what it said, what it complained of, seconds of CPU."""

    code: int
    said: str
    complained: str
    seconds: float


def convert(*arguments: str | Path) -> Run:
    """Run `referat convert` as a clerk's machine would."""
    start = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "converters", "convert", *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    return Run(code=run.returncode, said=run.stdout, complained=run.stderr, seconds=time.monotonic() - start)


def assert_refused(run: Run, name: str, hint: str) -> None:
    """One line that names the source and says what to try, and no traceback."""
    assert run.code == 1
    assert run.complained.count("\n") == 1
    assert run.complained.startswith("Afvist: ")
    assert name in run.complained
    assert hint in run.complained


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"", "slet den tomme"),
        (b" \r\n\x0c\n", "slet den tomme"),
        (b"...\n---\n", "prøv igen"),
        (rb"{\rtf1\ansi Referat}", "ren tekst"),
        (b"\n<!DOCTYPE html><p>Referat</p>", "ren tekst"),
        (bytes(range(256)) * 200, "prøv igen"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(128)) * 9, "prøv igen"),
        (GOOD.encode("utf-16")[:-1], "Hent filen igen"),
        (GOOD.encode("utf-16-le")[:-1], "Hent filen igen"),
        (GOOD.encode() + "å".encode()[:1], "Hent filen igen"),
    ],
    ids=[
        "empty",
        "blank",
        "no word",
        "RTF",
        "HTML",
        "noise",
        "picture",
        "cut UTF-16",
        "cut UTF-16 without mark",
        "cut UTF-8",
    ],
)
def test_content_that_is_no_text_is_refused(tmp_path: Path, content: bytes, hint: str) -> None:
    """Nothing is written for it."""
    source = tmp_path / "referat.txt"
    source.write_bytes(content)

    run = convert(source, "--out", tmp_path / "content")

    assert_refused(run, "referat.txt", hint)
    assert not (tmp_path / "content").exists()


def test_a_huge_text_is_refused_at_once(tmp_path: Path) -> None:
    """Fifty megabytes are refused by their size, without being read."""
    source = tmp_path / "referat.txt"
    source.write_bytes(b"Referat\n" * (50 * 2**20 // 8))

    run = convert(source, "--out", tmp_path / "content")

    assert_refused(run, "referat.txt", "Del filen")
    assert run.seconds < 5  # a tenth of that, but for a busy machine


def test_a_folder_without_sources_is_refused(tmp_path: Path) -> None:
    """An empty inbox is not a success."""
    (tmp_path / "inbox").mkdir()

    run = convert(tmp_path / "inbox", "--out", tmp_path / "content")

    assert run.code == 1
    assert "ingen kilder" in run.complained


def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A misspelled name is named."""
    assert_refused(convert(tmp_path / "refrat.txt", "--out", tmp_path), "refrat.txt", "skrevet rigtigt")


def test_a_format_without_a_reader_is_refused_by_name(tmp_path: Path) -> None:
    """The message says which formats there are."""
    source = tmp_path / "referat.key"
    source.write_bytes(b"PK")

    assert_refused(convert(source, "--out", tmp_path / "content"), "referat.key", ".txt")


def test_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    """What lies outside the inbox was not put there to be published."""
    (tmp_path / "hemmelig.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/referat.txt").symlink_to(tmp_path / "hemmelig.txt")

    run = convert(tmp_path / "inbox", "--out", tmp_path / "content")

    assert_refused(run, "referat.txt", "Læg selve filen")


def test_a_date_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """It is neither mended nor guessed; the clerk is told the line and what to do."""
    source = tmp_path / "referat.txt"
    source.write_text(minutes(*THREE_ITEMS, day="31-02-2026"), encoding="utf-8")

    run = convert(source, "--out", tmp_path / "content")

    assert_refused(run, "referat.txt: linje", "--date")
    assert "31-02-2026" in run.complained
    assert not list((tmp_path / "content").rglob("*.md"))


def test_a_report_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The pages stand, but the clerk asked for a report too."""
    source = tmp_path / "referat.txt"
    source.write_text(GOOD, encoding="utf-8")

    run = convert(source, "--out", tmp_path / "content", "--report", tmp_path / "findes/ikke.jsonl")

    assert_refused(run, "ikke.jsonl", "--report")


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_killed_process_leaves_whole_meetings(tmp_path: Path) -> None:
    """Killed at any moment, the next run ends with the same bytes as one that was left alone."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for day in range(1, 9):
        (inbox / f"{day}.txt").write_text(minutes(*THREE_ITEMS, day=f"{day}. marts 2026"), encoding="utf-8")
    convert(inbox, "--out", tmp_path / "whole")
    whole = {
        path: text for path, text in tree(tmp_path / "whole").items() if not path.startswith(".referat/")
    }

    for wait in (0.2, 0.3, 0.4):
        out = tmp_path / f"killed-{wait}"
        command = [sys.executable, "-m", "converters", "convert", str(inbox), "--out", str(out)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            time.sleep(wait)
            process.kill()
        for folder in out.glob("*/*/2026-*"):
            own = tree(folder)
            assert own == {
                path.removeprefix(f"{folder.relative_to(out).as_posix()}/"): text
                for path, text in whole.items()
                if path.startswith(f"{folder.relative_to(out).as_posix()}/")
            }

        assert convert(inbox, "--out", out).code == 0
        assert {path: text for path, text in tree(out).items() if not path.startswith(".referat/")} == whole
