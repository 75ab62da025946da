"""A town's repository, made by the wheel alone, builds its site, and again with a later version."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

import run
from tests.site.municipality import ROOT
from tests.town.towns import NEWER, NEWER_FOOT, PAGE_FOOT, furnish, jobs, made_by_wheel

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="links to packages")

OPTIONS = (
    "--municipality",
    "Birkevig Kommune",
    "--committee",
    "Teknik- og Miljøudvalget",
    "--committee",
    "Økonomiudvalget",
    "--colour",
    "#7a1f3d",
    "--contact",
    "raadhus@birkevig.example",
    "--statement",
    "https://www.was.example/birkevig",
    "--site-url",
    "https://referater.birkevig.example/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A town's repository after its first build and after its upgrade."""

    folder: Path
    first: subprocess.CompletedProcess[str]
    first_foot: str
    content_before: dict[str, str]
    second: subprocess.CompletedProcess[str]


def content_of(town: Path) -> dict[str, str]:
    """What git would see of the content: each file's hash."""
    files = (file for file in (town / "content").rglob("*") if file.is_file())
    return {
        file.relative_to(town).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
        if ".referat/" not in file.as_posix()
    }


def foot_of(town: Path) -> str:
    """The front page as built."""
    return (town / "site/index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def life(wheel: Path, newer_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Life:
    """Make a town, build it, change the one number, and build it again."""
    folder = tmp_path_factory.mktemp("kommune") / "referater æøå"
    made = made_by_wheel(wheel, folder, *OPTIONS)
    assert made.returncode == 0, made.stderr
    furnish(folder)
    shutil.copy(ROOT / "inbox/referat-tmu-2026-03-10.txt", folder / "inbox")
    first = jobs(folder, "site")
    assert first.returncode == 0, first.stderr
    first_foot, before = foot_of(folder), content_of(folder)
    shutil.copy(newer_wheel, folder / "wheels")
    (folder / "requirements.txt").write_text(f"referat=={NEWER}\n", "utf-8")
    second = jobs(folder, "site")
    return Life(folder=folder, first=first, first_foot=first_foot, content_before=before, second=second)


def test_the_site_is_the_towns_own(life: Life) -> None:
    """Name, colour, contact and statement are on it, beside the pages that come with the wheel."""
    html = life.first_foot

    assert "<title>Referater fra Birkevig Kommune</title>" in html
    assert "raadhus@birkevig.example" in html
    assert 'href="https://www.was.example/birkevig"' in html
    assert "#7a1f3d" in (life.folder / "site/assets/kommune.css").read_text("utf-8")
    for page in ("om", "om/ordliste", "om/data", "soeg", "teknik-og-miljoeudvalget/2026-03-10/punkt-21"):
        assert (life.folder / "site" / page / "index.html").is_file(), page
    assert (life.folder / "site/oparl/system.json").is_file()  # the address is known
    assert (life.folder / "site/pagefind/pagefind.js").is_file()


def test_nothing_of_the_source_tree_took_part(life: Life) -> None:
    """The wheel alone did it: what is imported lies in the town's own environment."""
    code = "import converters, mkdocs; print(converters.__file__)"
    command = [str(life.folder / ".venv/bin/python"), "-I", "-c", code]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert found.startswith(str(life.folder / ".venv/lib"))


def test_one_number_is_changed_and_the_site_is_the_new_versions(life: Life) -> None:
    """No file of content, no setting and no workflow is touched by it."""
    assert life.second.returncode == 0, life.second.stderr
    assert f"Gør klar: referat=={NEWER}" in life.second.stderr
    assert PAGE_FOOT in life.first_foot
    assert NEWER_FOOT not in life.first_foot
    assert NEWER_FOOT in foot_of(life.folder)
    assert content_of(life.folder) == life.content_before
    assert "content/teknik-og-miljoeudvalget/2026-03-10/punkt-21.md" in life.content_before


def test_what_is_there_is_not_set_up_again(life: Life) -> None:
    """A second run goes straight to work; a wrong word is told how to do it, and there is nothing to test."""
    wrong = jobs(life.folder, "test")

    assert (wrong.returncode, "Gør klar" in wrong.stderr) == (2, False)
    assert wrong.stderr.startswith("Brug: python3 run.py KOMMANDO")
    assert "  test" not in wrong.stderr


def test_a_version_that_is_nowhere_is_named(wheel: Path, tmp_path: Path) -> None:
    """The number is wrong, or the wheel was not laid in its folder."""
    made_by_wheel(wheel, tmp_path / "by", *OPTIONS)
    furnish(tmp_path / "by")
    (tmp_path / "by/requirements.txt").write_text("referat==77.0\n", "utf-8")

    done = jobs(tmp_path / "by", "site")

    assert done.returncode == 1
    assert "referat==77.0 kan ikke hentes" in done.stderr
