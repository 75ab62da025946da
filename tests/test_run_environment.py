"""What run.py promises of `.venv`: exactly what is locked, and made anew when in doubt.

The environments made here are real. Their one package and the project's build backend are written by the
tests, so that nothing is fetched.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run
from tests.small_project import PYPROJECT, write_project, write_wheel


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
