"""A town's repository, made by the wheel alone, builds its site, and again with a later version."""

from __future__ import annotations

import hashlib
import re
import shlex
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

import run
from tests.site.municipality import ROOT
from tests.town.guides import commands
from tests.town.towns import (
    BARE,
    NEWER,
    NEWER_FOOT,
    PAGE_FOOT,
    answered,
    answers,
    furnish,
    jobs,
)

pytestmark = pytest.mark.skipif(run.WINDOWS, reason="links to packages")

TEN_MINUTES = 600  # seconds
WHEEL = re.compile(r"referat-[\d.]+-py3-none-any\.whl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A town's repository, published as the guide says, and then upgraded; what was seen on the way."""

    folder: Path
    asked: str
    seconds: float
    public: Path
    first_page: str
    content_before: dict[str, str]
    upgraded: subprocess.CompletedProcess[str]


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
    """Follow the operator's guide with its own answers; then change the one number, and build again.

    Nothing is fetched from the network meanwhile, which takes 20 seconds more by hand.
    """
    place = tmp_path_factory.mktemp("drift") / "en sti med æøå"
    place.mkdir()
    ask, _, enter, site, serve, publish = commands("drift/saet-op.md")
    assert serve == "python3 run.py serve"
    begun = time.monotonic()
    shutil.copy(wheel, place)
    # Run out of the wheel itself, by a Python that has no packages at all.
    words = [BARE, "-I", "-S", *(WHEEL.sub(wheel.name, word) for word in shlex.split(ask)[1:])]
    asked = answered(words, place, "".join(f"{answer}\n" for answer in (*answers(), "")))
    folder = place / enter.removeprefix("cd ")
    furnish(folder)
    shutil.copy(ROOT / "inbox/referat-tmu-2026-03-10.txt", folder / "inbox")
    assert site == "python3 run.py site"  # which publishing does as well
    published = jobs(folder, *shlex.split(publish)[2:])
    assert published.returncode == 0, published.stderr
    seconds = time.monotonic() - begun
    first_page, before = foot_of(folder), content_of(folder)
    shutil.copy(newer_wheel, folder / "wheels")
    (folder / "requirements.txt").write_text(f"referat=={NEWER}\n", "utf-8")
    return Life(
        folder=folder,
        asked=asked,
        seconds=seconds,
        public=place / "offentlig",
        first_page=first_page,
        content_before=before,
        upgraded=jobs(folder, "site"),
    )


def test_the_operators_guide_leads_to_a_published_site(life: Life) -> None:
    """In less than ten minutes, and nothing is asked that it does not answer."""
    assert life.asked.count(": ") >= len(answers())
    assert "er klar: Birkevig Kommune" in life.asked
    assert (life.public / "index.html").read_text("utf-8") == life.first_page
    assert (life.public / "om/drift/saet-op/index.html").is_file()
    assert (life.public / "om/img/punkt.webp").is_file()
    assert life.seconds < TEN_MINUTES


def test_the_site_is_the_towns_own(life: Life) -> None:
    """Name, colour, contact and statement are on it, beside the pages that come with the wheel."""
    html = life.first_page

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
    assert life.upgraded.returncode == 0, life.upgraded.stderr
    assert f"Gør klar: referat=={NEWER}" in life.upgraded.stderr
    assert PAGE_FOOT in life.first_page
    assert NEWER_FOOT not in life.first_page
    assert NEWER_FOOT in foot_of(life.folder)
    assert content_of(life.folder) == life.content_before
    assert "content/teknik-og-miljoeudvalget/2026-03-10/punkt-21.md" in life.content_before


def test_what_is_there_is_not_set_up_again(life: Life) -> None:
    """A second run goes straight to work; a wrong word is told how to do it, and there is nothing to test."""
    wrong = jobs(life.folder, "test")

    assert (wrong.returncode, "Gør klar" in wrong.stderr) == (2, False)
    assert wrong.stderr.startswith("Brug: python3 run.py KOMMANDO")
    assert "  test" not in wrong.stderr


def test_a_version_that_is_nowhere_is_named_and_the_old_one_comes_back(life: Life) -> None:
    """The number is wrong, or the wheel was not laid in its folder; with the right number all is well."""
    (life.folder / "requirements.txt").write_text("referat==77.0\n", "utf-8")
    wrong = jobs(life.folder, "site")
    (life.folder / "requirements.txt").write_text(f"referat==77.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    nowhere = jobs(life.folder, "site")
    (life.folder / "requirements.txt").write_text(f"referat=={NEWER}\n", "utf-8")
    right = jobs(life.folder, "--help")

    assert wrong.returncode == 1
    assert "referat==77.0 ligger ikke i wheels/" in wrong.stderr
    assert nowhere.returncode == 1
    assert "kan ikke hentes; grunden står ovenfor" in nowhere.stderr
    assert right.returncode == 0
