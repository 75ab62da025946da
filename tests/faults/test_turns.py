"""Two runs at once on the same folder: the second one is told, and a killed one never stands in the way."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chamber import tree
from tests.faults.works import OLD_ITEMS, begun, build_words, convert_words, done, inbox, project

HOLD_CONTENT = """
import sys, time
from pathlib import Path
from converters.writers.turn import Turn
turn = Turn(Path(sys.argv[1]))
print("har", flush=True)
time.sleep(60)
"""
HOLD_SITE = """
import sys, time
from pathlib import Path
from converters.site import fresh
held = fresh.begin(Path(sys.argv[1]))
print("har", flush=True)
time.sleep(60)
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town whose inbox waits."""
    folder = tmp_path / "by"
    project(folder)
    inbox(folder, OLD_ITEMS)
    return folder


@pytest.fixture
def holder(town: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """Another process that writes the content or the site, until it is killed."""
    text, folder = request.param
    run = begun((sys.executable, "-c", text, str(town / folder)))
    assert run.stdout is not None
    assert run.stdout.readline() == "har\n"
    yield run
    run.kill()
    run.communicate()


@pytest.mark.parametrize("holder", [(HOLD_CONTENT, "content")], indirect=True)
def test_a_second_convert_is_told(town: Path, holder: subprocess.Popen[str]) -> None:
    """By a sentence that names the other process; nothing is written, and all is well once that is killed."""
    before = tree(town / "content")
    page = "om/index.md"
    withdraw = (sys.executable, "-m", "converters", "withdraw", page)

    for words in (convert_words(town), (*withdraw, "--content", str(town / "content"), "--reason", "Navn")):
        code, said = done(words)
        assert code == 1
        assert said == (
            f"Afvist: {town / 'content'}: En anden kørsel (proces {holder.pid}) er i gang med at skrive "
            "siderne. Vent, til den er færdig, og kør igen. Er den gået i stå, så stop den først.\n"
        )
    assert tree(town / "content") == before
    holder.kill()
    holder.communicate()
    assert done(convert_words(town))[0] == 0
    assert not (town / "content/.referat/i-gang").exists()


@pytest.mark.parametrize("holder", [(HOLD_SITE, "site")], indirect=True)
def test_a_second_build_is_told(town: Path, holder: subprocess.Popen[str]) -> None:
    """In the same way."""
    code, said = done(build_words(town))

    assert code == 1
    assert f"(proces {holder.pid}) er i gang med at bygge webstedet" in said
    assert "Traceback" not in said
    assert not (town / "site").exists()
    holder.kill()
    holder.communicate()
    assert done(build_words(town))[0] == 0
    assert sorted(path.name for path in town.iterdir()) == ["content", "inbox", "mkdocs.yml", "site"]


def test_two_converts_at_once_write_what_one_writes(town: Path, tmp_path: Path) -> None:
    """Whichever comes first; the other one is told, or comes after it."""
    project(tmp_path / "alene")
    inbox(tmp_path / "alene", OLD_ITEMS)
    done(convert_words(tmp_path / "alene"))

    runs = [begun(convert_words(town)) for _ in range(3)]
    ends = [(run.communicate(timeout=120), run.returncode) for run in runs]

    assert 0 in [code for _, code in ends]
    for (said, complained), code in ends:
        assert code == 0 or "En anden kørsel" in complained, (said, complained)
        assert "Traceback" not in complained
    committee = "content/teknik-og-miljoeudvalget"
    assert tree(town / committee) == tree(tmp_path / "alene" / committee)
