"""Files that mean harm, through the command: each ends in a named result, and never in an empty page."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import naughty
from tests.damaged import hostile

ROOT = Path(__file__).resolve().parent.parent.parent
NAMED = re.compile(
    r"^  (?P<file>\S+) .*\((?P<name>\w+)\)$", re.MULTILINE
)  # `  tom.txt    uden tekst (empty)`
LETTER = re.compile(r"[^\W\d_]")
SHARED = {
    "attr.html": {"too_large", "omsat"},
    "bomb_paras.docx": {"too_large"},
    "count1e9.pdf": {"empty", "too_large", "unreadable", "truncated"},
    "deep5000.html": {"omsat"},
    "empty.pdf": {"empty", "unreadable"},
    "formloop.pdf": {"crashed", "timeout"},
    "kidsloop.pdf": {"unreadable", "truncated", "empty"},
    "lol.xml": {"unreadable"},
    "notpdf.pdf": {"unreadable"},
    "trunc.docx": {"truncated"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run ended: exit code, the result of each source, and what was complained of."""

    code: int
    results: dict[str, str]
    complained: str
    seconds: float


def convert(inbox: Path, out: Path, *options: str) -> Ended:
    """Run the command over a folder, with children that know the naughty reader."""
    start = out.with_name(f"{out.name}-start")
    start.mkdir()
    path = os.pathsep.join((str(naughty.start_file(start)), str(ROOT)))
    began = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "converters", "convert", str(inbox), "--out", str(out), *options],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": path},
        timeout=600,
    )
    results = {match["file"]: match["name"] for match in NAMED.finditer(run.stdout)}
    results |= {file.name: "omsat" for file in inbox.iterdir() if f"{file}: dokumentet" in run.stdout}
    return Ended(
        code=run.returncode, results=results, complained=run.stderr, seconds=time.monotonic() - began
    )


def pages(out: Path) -> list[Path]:
    """The pages that were written, without what a proposal tells of them."""
    return [page for page in out.rglob("*.md") if page.parent.name != ".referat"]


def assert_no_empty_page(out: Path) -> None:
    """Every page has words of its own."""
    for page in pages(out):
        assert LETTER.search(page.read_text(encoding="utf-8").split("\n---\n", 1)[1]), page


@pytest.mark.skipif(sys.platform != "linux", reason="macOS bounds no address space, Windows nothing but time")
def test_every_hostile_file_is_a_named_refusal(tmp_path: Path) -> None:
    """One line each with its name and what to do; the files with text are converted all the same."""
    inbox, out = tmp_path / "inbox", tmp_path / "content"
    inbox.mkdir()
    hostile.make(inbox)

    ended = convert(inbox, out, "--workers", "2")

    expected = {name: names for name, (_, names) in hostile.HOSTILE.items()}
    expected |= {name: {"omsat"} for name in hostile.ODD}
    assert {name: names for name, names in expected.items() if ended.results.get(name) not in names} == {}, (
        ended
    )
    assert ended.code == 1
    assert "Traceback" not in ended.complained
    refusals = ended.complained.splitlines()
    assert len(refusals) == len(hostile.HOSTILE)
    assert all(line.startswith("Afvist: ") for line in refusals)
    assert_no_empty_page(out)
    songs = [page for page in pages(out) if "Kanariefuglen sang" in page.read_text(encoding="utf-8")]
    assert len(songs) == len(hostile.ODD)


def test_shared_hostile_files_end_in_a_named_result(tmp_path: Path, shared: Path) -> None:
    """None hangs, none ends the command."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for file in sorted((shared / "fixtures/hostile").iterdir()):
        (inbox / file.name).write_bytes(file.read_bytes())

    ended = convert(inbox, tmp_path / "content", "--workers", "2")

    unnamed = {file.name: ended.results.get(file.name) for file in inbox.iterdir()}
    assert {
        name: result for name, result in unnamed.items() if result not in SHARED.get(name, {result})
    } == {}
    assert None not in unnamed.values()
    assert ended.code == 1
    assert "Traceback" not in ended.complained
    assert_no_empty_page(tmp_path / "content")
