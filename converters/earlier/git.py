"""Git, used as a program: which pages differ from those that were last published, and what those said.

A page counts as published where it stands in the commit that is named by option or by ``REFERAT_PUBLISHED``,
else in ``origin/main``, else in ``HEAD``.
"""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SETTING = "REFERAT_PUBLISHED"
USUAL = ("origin/main", "HEAD")
PATIENCE = 60  # seconds that git may take


class NoHistory(Exception):
    """There is no history to compare with; the message says in Danish why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A page that was published and is another now, or is gone; its path is that in the content folder."""

    path: str
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The content folder as it was last published; ``prefix`` is its path in the repository, with a slash."""

    content: Path
    commit: str
    prefix: str

    def changed(self) -> Iterator[Changed]:
        """Every page that differs from the published one, by path. Raises NoHistory."""
        told = _git(
            self.content,
            "diff", "--name-status", "--no-renames", "--no-ext-diff", "--ignore-submodules",
            "--relative", "-z", self.commit, "--", ".",
        )  # fmt: skip
        words = told.decode("utf-8", "surrogateescape").split("\0")
        for status, path in zip(words[::2], words[1::2], strict=False):
            if path.endswith(".md") and status != "A":
                yield Changed(path=path, gone=not (self.content / path).is_file())

    def texts(self, paths: Iterable[str]) -> Mapping[str, str]:
        """What these pages said, by path; one that was not published is not in it. Raises NoHistory."""
        asked = tuple(dict.fromkeys(path for path in paths if "\n" not in path))
        if not asked:
            return {}
        names = "".join(f"{self.commit}:{self.prefix}{path}\n" for path in asked)
        answers = _blobs(_git(self.content, "cat-file", "--batch", given=os.fsencode(names)))
        return {
            path: content.decode("utf-8-sig", "replace")
            for path, content in zip(asked, answers, strict=True)
            if content is not None
        }


def published(content: Path, ref: str | None = None) -> Published:
    """Find what was last published of a content folder. Raises NoHistory."""
    prefix = _git(content, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").rstrip("\n")
    wanted = ref or os.environ.get(SETTING)
    for name in (wanted,) if wanted else USUAL:
        try:
            commit = _git(
                content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
            )
        except NoHistory:
            continue
        return Published(content=content, commit=commit.decode().strip(), prefix=prefix)
    raise NoHistory(f"Git kender ikke {wanted}." if wanted else "Git har endnu ingen udgave af siderne.")


def held(content: Path, names: Collection[str]) -> tuple[str, ...]:
    """Paths in the repository, of any folder, of the files that have one of these names. Raises NoHistory."""
    told = _git(content, "ls-files", "--full-name", "-z", ":/").decode("utf-8", "surrogateescape")
    return tuple(path for path in told.split("\0") if posixpath.basename(path) in names and path)


def _blobs(answers: bytes) -> Iterator[bytes | None]:
    """Take apart what ``cat-file --batch`` says: a line of name, kind and size, then so many bytes."""
    place = 0
    while place < len(answers):
        end = answers.index(b"\n", place)
        words = answers[place:end].split(b" ")
        place = end + 1
        if words[-1] == b"missing" or (words[-2:-1] != [b"blob"] and b"blob" not in words):
            yield None
            continue
        size = int(words[-1])
        yield answers[place : place + size]
        place += size + 1


def _git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    # Nothing that somebody has set for another repository, and no lock left behind by a mere look.
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        run = subprocess.run(  # noqa: S603 - no shell, and the words are ours or follow --end-of-options
            ["git", "-c", "core.quotePath=off", *words],  # noqa: S607 - git is wherever the system has it
            cwd=folder,
            env=own | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
    except FileNotFoundError as error:
        raise NoHistory("Programmet git er ikke installeret.") from error
    except subprocess.TimeoutExpired as error:
        raise NoHistory("Git svarer ikke.") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise NoHistory("Mappen er ikke en del af et git-arkiv.") from error
    return run.stdout
