"""What run.py promises of its jobs: the right commands in the right order, and plain words in Danish."""

import ast
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import run
from tests.small_project import write_project

posix_only = pytest.mark.skipif(run.WINDOWS, reason="made of shell scripts and POSIX signals")


def write_programs(root: Path, failing: tuple[str, ...] = (), script: str = "") -> Path:
    """Pretend a finished environment whose programs note that they ran; return the note."""
    note = root / "noteret"
    scripts = root / ".venv" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "python").symlink_to(sys.executable)
    for name in ("referat", "mkdocs", "ruff", "mypy", "lint-imports", "pytest"):
        program = scripts / name
        lines = ("#!/bin/sh", f'echo {name} $1 >> "{note}"', script, f"exit {int(name in failing)}", "")
        program.write_text("\n".join(lines), "utf-8")
        program.chmod(0o755)
    (root / ".venv" / run.STAMP).write_text(run.stamp(root, run.TEST_LOCK), "utf-8")
    return note


@posix_only
def test_site_converts_checks_builds_and_audits_in_that_order(tmp_path: Path) -> None:
    """The site is built of checked pages only, and looked over before it is shown."""
    root = write_project(tmp_path / "rod", "0" * 64)
    note = write_programs(root)
    (root / "inbox").mkdir()
    (root / "inbox" / "referat.txt").touch()

    run.run(root, "site")

    assert note.read_text("utf-8").splitlines() == [
        "referat convert",
        "referat check",
        "mkdocs build",
        "referat audit",
    ]


@posix_only
def test_empty_inbox_leaves_the_pages_as_they_are(tmp_path: Path) -> None:
    """Pages that stand can be built when no source lies in the inbox."""
    root = write_project(tmp_path / "rod", "0" * 64)
    note = write_programs(root)
    (root / "inbox").mkdir()
    (root / "inbox" / ".gitkeep").touch()

    run.run(root, "site")

    assert "referat convert" not in note.read_text("utf-8")


@posix_only
def test_nothing_is_built_of_pages_that_failed_the_check(tmp_path: Path) -> None:
    """The first failure ends the building of the site."""
    root = write_project(tmp_path / "rod", "0" * 64)
    note = write_programs(root, failing=("referat",))

    with pytest.raises(run.Stop, match="referat check content --published"):
        run.run(root, "site")

    assert note.read_text("utf-8").splitlines() == ["referat check"]


@posix_only
def test_every_check_runs_and_all_failures_are_named(tmp_path: Path) -> None:
    """A failing check does not hide the next one."""
    root = write_project(tmp_path / "rod", "0" * 64)
    note = write_programs(root, failing=("mypy", "pytest"))

    with pytest.raises(run.Stop, match="mypy, pytest"):
        run.run(root, "test")

    assert note.read_text("utf-8").splitlines() == [
        "ruff check",
        "ruff format",
        "mypy",
        "lint-imports",
        "pytest",
    ]


@posix_only
def test_an_interruption_is_one_line_and_130(tmp_path: Path) -> None:
    """Ctrl-C ends the job with one plain line."""
    root = write_project(tmp_path / "rod", "0" * 64)
    shutil.copy(run.__file__, root / "run.py")
    note = write_programs(root, script="exec sleep 30")
    command = [run.base_python(), str(root / "run.py"), "site"]

    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as job:
        while not note.exists() and job.poll() is None:
            time.sleep(0.02)
        os.killpg(job.pid, signal.SIGINT)
        _, told = job.communicate(timeout=20)

    assert (job.returncode, told.splitlines()) == (
        130,
        ["── referat check content --published", "", "Afbrudt."],
    )


@posix_only
def test_a_site_is_not_shown_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that is taken is told in a sentence, before mkdocs fails on it."""
    root = write_project(tmp_path / "rod", "0" * 64)
    note = write_programs(root)

    with socket.create_server(("127.0.0.1", 0)) as shown:
        monkeypatch.setattr(run, "SERVED_AT", shown.getsockname())
        with pytest.raises(run.Stop, match="er i brug"):
            run.run(root, "serve")
    assert not note.exists()

    run.run(root, "serve")
    assert note.read_text("utf-8") == "mkdocs serve\n"


@pytest.mark.parametrize(
    ("ci", "first"), [({}, "referat convert inbox"), ({"CI": "true"}, "referat check content")]
)
def test_what_nobody_looks_at_is_published_as_it_was_committed(
    root: Path, ci: dict[str, str], first: str
) -> None:
    """On a desk new sources are converted first; on a code host pages are built before any is converted."""
    code = "import run; print(' '.join(run.JOBS['publish'][1][0]), *run.JOBS['publish'][1][-1])"
    variables = {name: value for name, value in os.environ.items() if name != "CI"} | ci

    said = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=variables, check=True, capture_output=True, text=True
    ).stdout

    assert said.startswith(first)
    assert said.endswith("referat publish\n")


@posix_only
def test_a_site_is_published_where_it_is_said(tmp_path: Path) -> None:
    """The place is the caller's word, handed on as it is; it comes last, when all else went well."""
    root = write_project(tmp_path / "rod", "0" * 64)
    note = write_programs(root, script=f'echo "$@" >> "{tmp_path}/ord"')

    run.run(root, "publish", "web@birkevig.example:/srv/et sted")

    assert note.read_text("utf-8").splitlines()[-1] == "referat publish"
    assert (tmp_path / "ord").read_text("utf-8").splitlines()[
        -1
    ] == "publish web@birkevig.example:/srv/et sted"


@pytest.mark.parametrize("arguments", [[], ["byg"], ["site", "test"], ["publish"], ["publish", "a", "b"]])
def test_unknown_job_shows_the_usage_and_exits_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong use is told from a job that failed."""
    code = run.main(arguments)

    assert (code, capsys.readouterr().err.split("\n")[0]) == (2, "Brug: python3 run.py KOMMANDO")


def test_old_pythons_can_read_far_enough_to_refuse(root: Path) -> None:
    """The syntax is one that Python 3.6 understands, so that it gives the sentence and not a syntax error."""
    ast.parse((root / "run.py").read_text("utf-8"), feature_version=(3, 6))
