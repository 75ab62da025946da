"""Publishing a finished site: to a folder, by rsync, to S3, or as a branch that a code host shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from converters.delivery.git import git
from converters.errors import NotPublished
from converters.page_schema import ADDRESS

INDEX = "index.html"
DOTTED_ON_PURPOSE = frozenset({".well-known"})  # what may begin with a dot; all else of that kind stays here
BRANCH, S3 = "branch:", "s3://"
_RSYNC = re.compile(r"rsync://.|(?:[\w.-]+@)?[\w.-]{2,}:.")  # one letter and a colon is a disk of Windows
AUTHOR = ("-c", "user.name=Referat", "-c", "user.email=referat@localhost")


def publish(site: Path, target: str) -> str:
    """Put a finished site in its place, and say where that is. Raises NotPublished and GitFailed.

    ``target`` is a folder, ``host:folder`` or ``rsync://…``, ``s3://bucket/folder``, or ``branch:name``.
    """
    if not (site / INDEX).is_file():
        raise NotPublished(
            "Her ligger ikke et færdigt websted.", where=str(site), hint="Kør python3 run.py site."
        )
    if not target or target.startswith("-"):
        raise NotPublished("Stedet mangler.", where=target, hint="Skriv en mappe, vært:mappe eller s3://…")
    with tempfile.TemporaryDirectory(prefix="referat-") as folder:
        way, place = _way(target)
        if way is _to_folder:
            _to_folder(site, place)
        else:
            way(_copied(site, Path(folder) / "site"), place)
    return target


def _way(target: str) -> tuple[Callable[[Path, str], None], str]:
    if target.startswith(BRANCH):
        return _to_branch, target.removeprefix(BRANCH)
    if target.startswith(S3):
        return _to_s3, target.rstrip("/")
    return (_by_rsync, target.rstrip("/")) if _RSYNC.match(target) else (_to_folder, target)


def _to_folder(site: Path, place: str) -> None:
    """Write the site beside its place and swap it in: readers meet the old one or the new one, whole."""
    target = Path(place).absolute()
    if target.is_symlink():
        target = target.resolve()
    if target.is_dir() and any(target.iterdir()) and not (target / ADDRESS).is_file():
        raise NotPublished(
            "Mappen rummer andet end et websted fra Referat og bliver ikke skrevet over.",
            where=str(target),
            hint="Vælg en tom mappe.",
        )
    if target.exists() and not target.is_dir():
        raise NotPublished("Det er ikke en mappe.", where=str(target), hint="Vælg en mappe.")
    new, old = (target.with_name(f".{target.name}.{word}") for word in ("ny", "gammel"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in (new, old if target.exists() else None):
            if left and left.exists():  # a run was broken off
                shutil.rmtree(left)
        _copied(site, new)
        if target.exists():
            target.rename(old)
        new.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        if old.exists() and not target.exists():
            old.rename(target)
        raise NotPublished(
            f"Mappen kan ikke skrives ({error.strerror}).",
            where=str(target),
            hint="Er der plads, og har du ret til at skrive i mappen over den?",
        ) from error


def _by_rsync(site: Path, place: str) -> None:
    # New files first and old ones away last, so that no page leads to one that is not there yet.
    words = ("--archive", "--compress", "--delay-updates", "--delete-after", "--chmod=D755,F644")
    _run("rsync", *words, f"{site}/", f"{place}/", remedy="Debian og Ubuntu: sudo apt install rsync")


def _to_s3(site: Path, place: str) -> None:
    remedy = "Installér AWS CLI, og sæt adgangen op med aws configure."
    _run("aws", "s3", "sync", "--only-show-errors", f"{site}/", f"{place}/", remedy=remedy)
    _run("aws", "s3", "sync", "--only-show-errors", "--delete", f"{site}/", f"{place}/", remedy=remedy)


def _to_branch(site: Path, name: str) -> None:
    """Push the site as the only commit of a branch: what was taken down is in no older one."""
    here = Path.cwd()
    index = site.parent / "index"
    shared = git(here, "rev-parse", "--path-format=absolute", "--git-common-dir")
    git(site, f"--git-dir={shared}", "add", "--all", "--force", "--", ".", index=index)
    tree = git(site, f"--git-dir={shared}", "write-tree", index=index)
    moment = git(here, "show", "--no-patch", "--format=%cI", "HEAD")
    commit = git(here, *AUTHOR, "commit-tree", tree, "-m", "Siderne, som de er lagt ud", moment=moment)
    git(
        here,
        "push",
        "--quiet",
        "--force",
        "origin",
        f"{commit}:refs/heads/{name}",
        hint="Har du ret til det?",
    )


def _copied(site: Path, to: Path) -> Path:
    """Copy what is published: every file but those that begin with a dot and are not meant to."""
    for path in _files(site):
        place = to / path.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    return to


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") and path.name not in DOTTED_ON_PURPOSE:
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _run(program: str, *words: str, remedy: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise NotPublished(
            f"Programmet {program} er ikke installeret.", where=words[-1], hint=f"{remedy} Kør så igen."
        )
    # No place begins with a dash, so none is taken for an option.
    if subprocess.run((found, *words), check=False).returncode:  # noqa: S603 - no shell
        raise NotPublished(
            f"{program} kom ikke igennem.",
            where=words[-1],
            hint="Grunden står ovenfor; ret den, og kør igen.",
        )
