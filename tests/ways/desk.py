"""A repository on a code host, and a machine with a bare Python where its jobs run, each in a clean clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import run
from tests.test_house_rules import name_of, project_files

NAME = "birkevig/referater"
TESTS = "bash .ci/run"  # what is running now: it stands as done, since it would run this very test again
AS_PERSON = ("-c", "user.name=Sekretæren", "-c", "user.email=sekretaer@birkevig.example")
# What says where packages come from and are kept, so that a set-up need not fetch them again.
OF_PACKAGES = tuple(
    "PIP_ UV_ HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How a step went, and all that it said."""

    code: int
    words: str

    @property
    def annotations(self) -> list[str]:
        """The errors that GitHub shows at lines."""
        return [line for line in self.words.splitlines() if line.startswith("::error ")]


@dataclass(slots=True)
class Machine:
    """One place where jobs run after each other; run.py makes their environment once, and it is kept."""

    folder: Path
    workspace: Path = field(init=False)
    programs: Path = field(init=False)
    _kept: Path = field(init=False)

    def __post_init__(self) -> None:
        """Put a bare Python first on the path, and git and bash of the system after it."""
        self.workspace, self._kept = self.folder / "arbejde", self.folder / "miljø"
        self.programs = self.folder / "programmer"
        self.programs.mkdir(parents=True)
        (self.programs / "python3").symlink_to(run.base_python())
        uv = shutil.which("uv") or shutil.which("uv", path=Path(sys.executable).parent)
        if uv:
            (self.programs / "uv").symlink_to(uv)

    def clear(self) -> None:
        """Leave nothing of the last job but its environment, where the next one does not see it."""
        if (self.workspace / ".venv").exists():
            (self.workspace / ".venv").rename(self._kept)
        shutil.rmtree(self.workspace, ignore_errors=True)
        self.workspace.mkdir()

    def run(self, command: str, variables: Mapping[str, str]) -> Said:
        """Run one step as a code host does, with no variable of our own but those of packages."""
        if command == TESTS:
            return Said(code=0, words="")
        if (self.workspace / "run.py").exists() and self._kept.exists():
            self._kept.rename(self.workspace / ".venv")
        kept = {name: value for name, value in os.environ.items() if name.startswith(OF_PACKAGES)}
        home = Path.home()
        caches = {"PIP_CACHE_DIR": str(home / ".cache/pip"), "UV_CACHE_DIR": str(home / ".cache/uv")}
        own = {"PATH": f"{self.programs}:/usr/bin:/bin", "HOME": str(self.folder), "LANG": "C.UTF-8"}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
            cwd=self.workspace,
            env=caches | kept | own | dict(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Said(code=done.returncode, words=done.stdout)


@dataclass(frozen=True, slots=True)
class Repository:
    """A bare repository, as on a code host's disk."""

    folder: Path

    @property
    def host(self) -> Path:
        """What lies above the owner and the name, as an address of a server does."""
        return self.folder.parent.parent

    def git(self, *words: str) -> str:
        """What git says of it."""
        return subprocess.run(
            ["git", *AS_PERSON, "-c", "core.quotePath=off", *words],
            cwd=self.folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout.strip()

    def head(self, branch: str = "main") -> str:
        """The commit a branch stands at."""
        return self.git("rev-parse", f"refs/heads/{branch}")

    def branches(self) -> list[str]:
        """All branches but main."""
        names = self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").splitlines()
        return [name for name in names if name != "main"]

    def copy(self, to: Path) -> Repository:
        """Another like it, for a test of its own."""
        place = to / NAME
        shutil.copytree(self.folder, place)
        return Repository(place)

    def upload(self, files: Mapping[str, bytes], desk: Path) -> str:
        """Commit files to main as a clerk does in the browser; the commit before it."""
        before = self.head()
        subprocess.run(["git", "clone", "--quiet", str(self.folder), str(desk)], check=True)
        for path, content in files.items():
            (desk / path).parent.mkdir(parents=True, exist_ok=True)
            (desk / path).write_bytes(content)
        for words in (
            ("add", "--all"),
            ("commit", "--quiet", "-m", "Nyt"),
            ("push", "--quiet", "origin", "main"),
        ):
            subprocess.run(["git", *AS_PERSON, *words], cwd=desk, check=True)
        shutil.rmtree(desk)
        return before

    def merge(self, branch: str, desk: Path) -> str:
        """Merge a proposal as a clerk does in the browser; the commit before it."""
        before = self.head()
        subprocess.run(["git", "clone", "--quiet", str(self.folder), str(desk)], check=True)
        for words in (
            ("merge", "--quiet", "--no-ff", "-m", "Flet", f"origin/{branch}"),
            ("push", "--quiet", "origin", "main"),
        ):
            subprocess.run(["git", *AS_PERSON, *words], cwd=desk, check=True)
        shutil.rmtree(desk)
        return before


def repository_of(root: Path, folder: Path, without: Callable[[str], bool] = lambda _: False) -> Repository:
    """The project as it lies here, committed or not, as a repository with one commit on main."""
    desk = folder / "skrivebord"
    for path in project_files():
        name = name_of(path)
        if not without(name):
            (desk / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, desk / name)
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "-m", "Siderne"),
        ("clone", "--quiet", "--bare", ".", str(folder / NAME)),
    ):
        subprocess.run(["git", *AS_PERSON, *words], cwd=desk, check=True)
    shutil.rmtree(desk)
    return Repository(folder / NAME)
