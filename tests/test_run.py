"""What run.py promises: an environment exactly as locked, made anew when in doubt, and plain words in Danish.

The environments made here are real. Their one package and the project's build backend are written by the
tests, so that nothing is fetched.
"""

import ast
import base64
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import run

posix_only = pytest.mark.skipif(run.WINDOWS, reason="made of shell scripts and POSIX signals")

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "byraad"
version = "1.0"
"""

# The smallest build backend: an editable wheel that leaves a mark by which it is known to be installed.
BACKEND = """
import zipfile


def get_requires_for_build_editable(config_settings=None):
    return []


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "byraad-1.0-py3-none-any.whl"
    files = {
        "byraad.pth": "import sys; sys.byraad = True",
        "byraad-1.0.dist-info/METADATA": "Metadata-Version: 2.1\\nName: byraad\\nVersion: 1.0\\n",
        "byraad-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    record = "".join(f"{path},,\\n" for path in [*files, "byraad-1.0.dist-info/RECORD"])
    with zipfile.ZipFile(f"{wheel_directory}/{name}", "w") as wheel:
        for path, text in {**files, "byraad-1.0.dist-info/RECORD": record}.items():
            wheel.writestr(path, text)
    return name
"""


def write_wheel(folder: Path) -> str:
    """Write a wheel with the one module `dagsorden`, and return its SHA-256."""
    files = {
        "dagsorden.py": "PUNKTER = 14\n",
        "dagsorden-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: dagsorden\nVersion: 1.0\n",
        "dagsorden-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {path: hashlib.sha256(text.encode()).digest() for path, text in files.items()}
    lines = [
        f"{path},sha256={base64.urlsafe_b64encode(d).decode().rstrip('=')}," for path, d in digests.items()
    ]
    record = "\n".join([*lines, "dagsorden-1.0.dist-info/RECORD,,", ""])
    wheel = folder / "dagsorden-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, "dagsorden-1.0.dist-info/RECORD": record}.items():
            archive.writestr(path, text)
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def write_project(root: Path, digest: str) -> Path:
    """Write a project whose lock holds the one package, by the hash given."""
    root.mkdir(parents=True)
    (root / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (root / "backend.py").write_text(BACKEND, "utf-8")
    for lock in (run.LOCK, run.TEST_LOCK):
        (root / lock).write_text(f"dagsorden==1.0 --hash=sha256:{digest}\n", "utf-8")
    return root


def offline(patch: pytest.MonkeyPatch, wheels: Path, *, uv: str | None) -> None:
    """Let installers find packages in one folder only, and uv only if it is given."""
    programs = wheels / "programs"
    programs.mkdir()
    if uv:
        (programs / "uv").symlink_to(uv)
    for name, value in {
        "PATH": f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "UV_OFFLINE": "1",
        "UV_FIND_LINKS": str(wheels),
        "UV_CACHE_DIR": str(wheels / "cache"),
        "PYTHONPATH": str(wheels),
    }.items():
        patch.setenv(name, value)


@pytest.fixture(scope="module", params=["pip", "uv"])
def prepared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a folder with spaces and Danish letters, set up where an earlier try was cut short."""
    uv = shutil.which("uv") if request.param == "uv" else None
    if request.param == "uv" and (uv is None or run.WINDOWS):
        pytest.skip("no uv on the path")
    wheels = tmp_path_factory.mktemp("pakker")
    root = write_project(tmp_path_factory.mktemp("rod") / "en sti med æøå", write_wheel(wheels))
    (root / ".venv" / "lib").mkdir(parents=True)
    (root / ".venv" / "lib" / "halv fil").write_text("afbrudt", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        offline(patch, wheels, uv=uv)
        run.set_up(root, run.LOCK)
    return root


def asked(root: Path, code: str) -> str:
    """What the project's own Python answers."""
    command = [run.program(root, "python"), "-c", code]
    return subprocess.run(
        command, env=run.environment(), check=True, capture_output=True, text=True
    ).stdout.strip()


def test_environment_holds_the_locked_package_and_the_project(prepared: Path) -> None:
    """After set-up, the environment imports what the lock names and the project itself."""
    found = asked(prepared, "import sys, dagsorden; print(dagsorden.PUNKTER, sys.byraad)")

    assert found == "14 True"


def test_interrupted_environment_is_made_from_nothing(prepared: Path) -> None:
    """What an interrupted set-up left behind is gone after the next one."""
    assert not list((prepared / ".venv").rglob("halv fil"))


def test_finished_environment_is_left_alone(prepared: Path) -> None:
    """A second set-up changes nothing."""
    mark = prepared / ".venv" / "mærke"
    mark.touch()

    run.set_up(prepared, run.LOCK)

    assert mark.exists()


def test_environment_of_the_test_lock_serves_the_site_too(prepared: Path) -> None:
    """The test lock holds all of the other, so building the site after testing installs nothing anew."""
    (prepared / ".venv" / run.STAMP).write_text(run.stamp(prepared, run.TEST_LOCK), "utf-8")

    assert run.is_ready(prepared, run.LOCK)


def test_package_with_another_hash_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is not the locked one stops the set-up, and what was begun is never trusted."""
    wheels = tmp_path / "pakker"
    wheels.mkdir()
    write_wheel(wheels)
    root = write_project(tmp_path / "rod", "0" * 64)
    offline(monkeypatch, wheels, uv=None)

    with pytest.raises(run.Stop, match="lykkedes ikke"):
        run.set_up(root, run.LOCK)

    assert not run.is_ready(root, run.LOCK)


def test_environment_without_its_python_is_not_ready(tmp_path: Path) -> None:
    """An environment whose Python was removed from the machine is made again."""
    root = write_project(tmp_path / "rod", "0" * 64)
    (root / ".venv").mkdir()
    (root / ".venv" / run.STAMP).write_text(run.stamp(root, run.LOCK), "utf-8")

    assert not run.is_ready(root, run.LOCK)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (run.LOCK, "dagsorden==1.0", "dagsorden==1.1"),
        ("pyproject.toml", 'version = "1.0"', 'version = "1.0"\ndependencies = ["dagsorden"]'),
    ],
)
def test_stamp_follows_lock_and_metadata(tmp_path: Path, file: str, old: str, new: str) -> None:
    """A change of the lock or of the project's own metadata makes the environment anew."""
    root = write_project(tmp_path / "rod", "0" * 64)
    before = run.stamp(root, run.LOCK)

    path = root / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    assert run.stamp(root, run.LOCK) != before


def test_stamp_follows_the_place(tmp_path: Path) -> None:
    """A project that was moved gets a new environment, since the old one points to where it was."""
    root = write_project(tmp_path / "rod", "0" * 64)
    before = run.stamp(root, run.LOCK)

    moved = root.rename(tmp_path / "et andet sted")

    assert run.stamp(moved, run.LOCK) != before


def test_stamp_ignores_the_tools_settings(tmp_path: Path) -> None:
    """A changed linter setting does not make the environment anew."""
    root = write_project(tmp_path / "rod", "0" * 64)
    before = run.stamp(root, run.LOCK)

    (root / "pyproject.toml").write_text(PYPROJECT + "\n[tool.ruff]\nline-length = 79\n", "utf-8")

    assert run.stamp(root, run.LOCK) == before


def test_packages_of_the_user_are_out_of_reach(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Commands see neither PYTHONPATH nor the user's own packages."""
    (tmp_path / "fremmed.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    code = "import importlib.util, site; print(importlib.util.find_spec('fremmed'), site.ENABLE_USER_SITE)"

    found = subprocess.run(
        [sys.executable, "-c", code], env=run.environment(), check=True, capture_output=True
    )

    assert found.stdout.split() == [b"None", b"False"]


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

    with pytest.raises(run.Stop, match="referat check content"):
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
    command = [run.base_python(), str(root / "run.py"), "serve"]

    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as job:
        while not note.exists() and job.poll() is None:
            time.sleep(0.02)
        os.killpg(job.pid, signal.SIGINT)
        _, told = job.communicate(timeout=20)

    assert (job.returncode, told.splitlines()) == (130, ["── mkdocs serve", "", "Afbrudt."])


@pytest.mark.parametrize("arguments", [[], ["byg"], ["site", "test"]])
def test_unknown_job_shows_the_usage_and_exits_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong use is told from a job that failed."""
    code = run.main(arguments)

    assert (code, capsys.readouterr().err.split("\n")[0]) == (2, "Brug: python3 run.py KOMMANDO")


def test_old_pythons_can_read_far_enough_to_refuse(root: Path) -> None:
    """The syntax is one that Python 3.6 understands, so that it gives the sentence and not a syntax error."""
    ast.parse((root / "run.py").read_text("utf-8"), feature_version=(3, 6))
