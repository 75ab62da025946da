"""The pages in `content/` are what conversion makes of the sources in `inbox/`, byte for byte."""

import shutil
import subprocess
import sys
from pathlib import Path

import run

MEMORY = ".referat"  # what conversion remembers to be quick; not of the pages


def convert_inbox(root: Path, out: Path) -> None:
    """Convert the project's inbox as run.py does, into another folder."""
    code = "import sys; from converters.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *run.CONVERT[1:-1], str(out)]
    answer = subprocess.run(
        command, cwd=root, env=run.environment(), check=False, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stderr


def files(tree: Path) -> dict[str, bytes]:
    """Every file of a tree, by its path within it."""
    return {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and path.relative_to(tree).parts[0] != MEMORY
    }


def changed(old: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    """The files that are missing from one tree or differ between the two."""
    return sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))


def test_pages_are_what_the_sources_give_today(tmp_path: Path, root: Path) -> None:
    """Converting the inbox into an empty folder gives the committed pages and no others."""
    fresh = tmp_path / "content"
    shutil.copy(root / "mkdocs.yml", tmp_path)  # it names the municipality

    convert_inbox(root, fresh)

    new = files(fresh)
    written = {
        path.split("/")[0] for path in new
    }  # the folders of conversion; what people write lies beside them
    old = {path: text for path, text in files(root / "content").items() if path.split("/")[0] in written}
    assert changed(old, new) == []


def test_converting_over_the_pages_changes_nothing(tmp_path: Path, root: Path) -> None:
    """Converting the inbox again where its pages stand leaves every byte as it was."""
    again = tmp_path / "content"
    shutil.copy(root / "mkdocs.yml", tmp_path)
    shutil.copytree(root / "content", again)

    convert_inbox(root, again)

    assert changed(files(root / "content"), files(again)) == []
