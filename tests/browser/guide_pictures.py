"""Pictures of the guides on the site: `python -m tests.browser.guide_pictures` takes them anew.

They are of the sample minutes' own site, in which a clerk has corrected a page and taken one down with the
commands that the guides name.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import SUB_PATH, chromium, serving
from tests.browser.gallery import picture_of
from tests.history.town import Town
from tests.site.municipality import ROOT
from tests.town.guides import commands

FOLDER = ROOT / "content/om/img"
DAY = "2026-05-12"
MEETING = "teknik-og-miljoeudvalget/2026-03-10/"
WIDTH, HEIGHT = 1000, 720  # pixels of the window
HIGHER = {"soegning": 1050}  # where what matters stands further down
PICTURES = {
    "soegning": "soeg/?q=cykelsti+fjordvejen",
    "foelg": "foelg/",
    "punkt": "teknik-og-miljoeudvalget/2026-04-14/punkt-32/",
    "moede": MEETING,
    "lukket-punkt": f"{MEETING}punkt-27/",
    "rettelse": f"{MEETING}rettelser/punkt-21-{DAY}/",
    "taget-ned": f"{MEETING}punkt-23/",
}
OWN_COLOUR = {"kommune": ""}  # the front page of a town that has chosen its colour


def sample_town(folder: Path) -> None:
    """Copy what the sample site is made of, and do to it what the guides say, in their own words."""
    for name in ("content", "inbox", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".referat"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    town = Town(folder)
    town.publish()
    page = folder / "content" / MEETING / "punkt-21.md"
    page.write_text(page.read_text("utf-8").replace("har i dag 23 møller", "har i dag 24 møller"), "utf-8")
    told = [
        one for one in commands("sekretaer/ret-en-side.md") if " correct " in one and "--no-words" not in one
    ]
    taken = [one for one in commands("sekretaer/tag-noget-ned.md") if "punkt-23.md" in one]
    for line in (*told, *taken):
        words = shlex.split(line)
        command = [sys.executable, "-m", "converters", *words[1:], "--date", DAY]
        subprocess.run(command, cwd=folder, env=environment(), check=True, stdout=subprocess.DEVNULL)


def environment() -> dict[str, str]:
    """Variables with which a command run in another folder is that of this repository."""
    return os.environ | {"PYTHONPATH": str(ROOT), "SITE_URL": f"https://referater.example{SUB_PATH}"}


def built(town: Path, site: Path) -> Path:
    """Build the site of a folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    subprocess.run(command, cwd=town, env=environment(), check=True)
    return site


def take(browser: Browser, site: Path, pictures: dict[str, str]) -> None:
    """Take pictures of these pages of a site."""
    with serving(site) as address:
        for name, path in pictures.items():
            size = WIDTH, HIGHER.get(name, HEIGHT)
            (FOLDER / f"{name}.webp").write_bytes(picture_of(browser, address + path, size, dark=False))


def main() -> None:
    """Make the sample town, build it twice, and take every picture of it."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        town = Path(place) / "by"
        town.mkdir()
        sample_town(town)
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        take(browser, built(town, Path(place) / "site"), PICTURES)
        settings = (town / "mkdocs.yml").read_text("utf-8")
        assert 'colour: ""' in settings
        (town / "mkdocs.yml").write_text(settings.replace('colour: ""', 'colour: "#7a1f3d"'), "utf-8")
        take(browser, built(town, Path(place) / "egen"), OWN_COLOUR)
        browser.close()


if __name__ == "__main__":
    main()
