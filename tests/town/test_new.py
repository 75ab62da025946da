"""`referat new`: what it asks, what it refuses, and what it writes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

import run
from converters.cli import main
from converters.gates.contacts import own_of
from converters.town.asking import COMMITTEE, QUESTIONS, asked
from converters.town.files import files
from converters.town.settings import Town
from tests.site.municipality import ROOT

TOWN = ("--municipality", "Birkevig Kommune")


def test_every_answer_becomes_a_setting(tmp_path: Path) -> None:
    """Names with commas, quotation marks and Danish letters come back as they were given."""
    folder = tmp_path / "by"
    options = (
        *TOWN,
        *("--committee", "Plan-, Miljø- og Klimaudvalget", "--committee", 'Udvalget "Åen": nr. 1'),
        *("--colour", "#7A1F3D", "--contact", "post@raadhus.birkevig.example"),
        *("--statement", "https://www.was.example/b", "--site-url", "https://birkevig.example/r/"),
    )

    assert main(["new", str(folder), *options]) == 0

    config = load_config(str(folder / "mkdocs.yml"))
    assert config.site_name == "Referater fra Birkevig Kommune"
    assert config.site_url == "https://birkevig.example/r/"
    assert config.extra["committees"] == ["Plan-, Miljø- og Klimaudvalget", 'Udvalget "Åen": nr. 1']
    assert config.extra["accessibility_statement"] == "https://www.was.example/b"
    assert own_of(folder / "content").domains == ("raadhus.birkevig.example",)


def test_no_setting_of_our_own_site_is_missing(tmp_path: Path) -> None:
    """A town's mkdocs.yml shows every setting there is."""
    main(["new", str(tmp_path / "by"), *TOWN])

    ours, theirs = (load_config(str(one / "mkdocs.yml")).extra for one in (ROOT, tmp_path / "by"))
    assert set(theirs) == set(ours)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "Kommunens navn mangler."),
        ((*TOWN, "--colour", "rød"), "Farven »rød« kan ikke læses."),
        ((*TOWN, "--site-url", "referater.birkevig.dk"), "er ikke en adresse. Skriv hele adressen"),
        ((*TOWN, "--statement", "javascript:alert(1)"), "er ikke en adresse."),
        ((*TOWN, "--wheel", "findes-ikke.whl"), "er ikke en udgave af Referat."),
    ],
)
def test_what_would_not_do_is_refused_before_anything_is_written(
    tmp_path: Path, options: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A half-made repository helps nobody."""
    assert main(["new", str(tmp_path / "by"), *options]) == 1
    assert says in capsys.readouterr().err
    assert not (tmp_path / "by").exists()


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody's work is written over."""
    (tmp_path / "noter.txt").write_text("x", "utf-8")

    assert main(["new", str(tmp_path), *TOWN]) == 1
    assert "Mappen er ikke tom." in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["noter.txt"]


def test_only_what_was_not_said_is_asked() -> None:
    """Committees one at a time, until an empty line."""
    answers = iter(["", " raadhus@birkevig.example ", "", "", "Byrådet", "Økonomiudvalget", ""])
    heard: list[str] = []

    def ask(question: str) -> str:
        heard.append(question.removesuffix(": "))
        return next(answers)

    town = asked(Town(municipality="Birkevig Kommune"), ask)

    assert heard == [*list(QUESTIONS.values())[1:], COMMITTEE, COMMITTEE, COMMITTEE]
    assert town.contact == "raadhus@birkevig.example"
    assert town.committees == ("Byrådet", "Økonomiudvalget")


@pytest.mark.skipif(run.WINDOWS, reason="a POSIX terminal")
def test_at_a_terminal_it_asks_and_elsewhere_it_does_not(tmp_path: Path) -> None:
    """The questions at a real terminal are those that the guide answers, and no others."""
    import pty  # noqa: PLC0415 - there is none on Windows

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "converters", "new", str(tmp_path / "by")]
    asking = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT)
    os.close(theirs)
    os.write(ours, b"Birkevig Kommune\n\nraadhus@birkevig.example\n\n\nByraadet\n\n")
    assert asking.wait(timeout=60) == 0
    said = os.read(ours, 100_000).decode()
    os.close(ours)

    places = [said.index(question) for question in (*QUESTIONS.values(), COMMITTEE)]
    assert places == sorted(places)
    assert load_config(str(tmp_path / "by/mkdocs.yml")).extra["committees"] == ["Byraadet"]


def workflows() -> dict[str, str]:
    """A town's workflows for every host, as written."""
    written = files(Town(municipality="Birkevig Kommune"), "1.0")
    return {path: content.decode() for path, content in written if re.search(r"workflows/|-ci\.yml", path)}


def test_a_towns_workflows_call_nothing_that_a_town_has_not() -> None:
    """They are ours but for what looks at the program itself, and run the one program a town has."""
    theirs = workflows()
    usage = run.offered(Path())
    called = [line for text in theirs.values() for line in re.findall(r"python3 run\.py (\w+)", text)]

    assert {f".github/workflows/{name}.yml" for name in ("check", "publish", "inbox")} <= set(theirs)
    assert {".gitlab-ci.yml", ".forgejo/workflows/referat.yml"} <= set(theirs)
    assert {"site", "publish", "propose"} <= set(called)
    assert [job for job in called if f"\n  {job} " not in usage] == []
    for name, text in theirs.items():
        ours = (ROOT / name).read_text("utf-8").splitlines()
        left_out = [line for line in ours if line not in text.splitlines()]
        assert [line for line in left_out if "bash .ci/run" not in line] == [], name
        assert ".ci/" not in text, name
        assert "tests" not in text, name
    assert ".github/workflows/release.yml" not in theirs
