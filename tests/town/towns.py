"""Wheels of two versions, and a town whose environment holds one of them and no source of ours."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import run
from converters.town.asking import COMMITTEE, QUESTIONS
from tests.site.municipality import ROOT
from tests.test_house_rules import project_files
from tests.town.guides import text_of

PAGE_FOOT = "den udgave, kommunen har underskrevet."
NEWER, NEWER_FOOT = "0.99.0", "den udgave, byrådet har underskrevet."
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
BARE = run.base_python()
OURS = ("referat", "__editable__", "_editable_impl")  # beginnings of names that lead to the source tree


def copied(folder: Path) -> Path:
    """The project's files in another folder."""
    for file in project_files():
        place = folder / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, place)
    return folder


def built(source: Path, out: Path) -> Path:
    """The wheel of a folder of sources."""
    out.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-c", BUILD, str(out)], cwd=source, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = out.glob("referat-*.whl")
    return wheel


def newer(source: Path) -> Path:
    """The same sources as a later version, with other words at the foot of every page."""
    project, foot = source / "pyproject.toml", source / "overrides/partials/footer.html"
    version = next(line for line in project.read_text("utf-8").splitlines() if line.startswith("version = "))
    project.write_text(project.read_text("utf-8").replace(version, f'version = "{NEWER}"'), "utf-8")
    words = foot.read_text("utf-8")
    assert PAGE_FOOT in words
    foot.write_text(words.replace(PAGE_FOOT, NEWER_FOOT), "utf-8")
    return source


def furnish(town: Path) -> None:
    """Have the packages of the test environment at hand, less everything that leads to the source tree.

    It stands for what pip would fetch: a lock's packages that are there already are not fetched again.
    """
    venv = town / ".venv"
    subprocess.run([BARE, "-m", "venv", str(venv)], check=True)
    packages = venv / "andres"
    packages.mkdir()
    for found in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for one in Path(found).iterdir():
            if not one.name.startswith(OURS) and one.suffix != ".pth":
                (packages / one.name).symlink_to(one)
    libraries = next((venv / "lib").glob("python*/site-packages"))
    for own in libraries.glob("setuptools*"):  # an older one, which Python 3.11 brings along
        shutil.rmtree(own)
    (libraries / "andres.pth").write_text(f"{packages}\n", "utf-8")
    version = subprocess.run(
        [BARE, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=True
    ).stdout
    (venv / "referat-version").write_text(version, "utf-8")
    program = venv / "bin/mkdocs"
    program.write_text(f'#!/bin/sh\nexec "{venv}/bin/python" -m mkdocs "$@"\n', "utf-8")
    program.chmod(0o755)


def jobs(town: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the town's run.py as its operator does, with nothing to fetch packages from."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    return subprocess.run(
        [BARE, "run.py", *arguments],
        cwd=town,
        env=variables | {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def answers() -> list[str]:
    """What the operator's guide says one may answer, in the order of the questions."""
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", text_of("drift/saet-op.md"), re.MULTILINE)
    by_question = {
        question: row[1]
        for question in (*QUESTIONS.values(), COMMITTEE)
        for row in rows
        if question.startswith(row[0])
    }
    return [by_question[question] for question in (*QUESTIONS.values(), COMMITTEE)]


def answered(command: list[str], folder: Path, typed: str) -> str:
    """Run a command at a terminal of its own, type what is asked for; what the terminal showed."""
    import pty  # noqa: PLC0415 - there is none on Windows

    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs) as asking:
        os.close(theirs)
        os.write(ours, typed.encode())
        assert asking.wait(timeout=60) == 0
    shown = b""
    while select.select([ours], [], [], 0)[0]:
        try:
            shown += os.read(ours, 65536)
        except OSError:  # the other end is gone, and all is read
            break
    os.close(ours)
    return shown.decode()
