"""A clock that is wrong changes nothing of what is written: dates come from the pages."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.chamber import tree
from tests.faults.works import OLD_ITEMS, build_words, convert_words, done, inbox, project

# Python runs this before anything else, in every process that it starts.
WRONG = """
import datetime, time
OFF = {off}
right = time.time
time.time = lambda: right() + OFF
class Wrong(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
class WrongDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())
datetime.datetime, datetime.date = Wrong, WrongDay
"""
DAY = "import datetime; print(datetime.date.today().year)"
SEALS = "tilbageholdt/"
FOUND = "fundet.md"
YEAR = 365 * 24 * 3600


def lagging(tmp_path: Path, town: Path) -> tuple[str, int]:
    """A folder that makes the clock of a process that of 1975, and a town with pages."""
    project(town)
    inbox(town, OLD_ITEMS)
    assert done(convert_words(town))[0] == 0
    clock = tmp_path / "ur"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(WRONG.format(off=-51 * YEAR), encoding="utf-8")
    return str(clock), int(done((sys.executable, "-c", DAY), PYTHONPATH=str(clock))[1])


def test_a_clock_that_lags_hides_no_personal_number(tmp_path: Path) -> None:
    """By a clock of long ago those who are children now are not born; their numbers are found still."""
    clock, year = lagging(tmp_path, tmp_path / "by")
    page = tmp_path / "by/content/om/nyt.md"
    page.write_text("---\ntitle: Nyt\n---\n\nBarnets CPR er 010190-1234.\n", encoding="utf-8")

    words = (sys.executable, "-m", "converters", "check", str(tmp_path / "by/content"))
    code, said = done(words, PYTHONPATH=clock)

    assert year < 1990
    assert code == 1
    assert "CPR-nummer (begynder med 0101)" in said


def test_a_clock_that_lags_dates_nothing(tmp_path: Path) -> None:
    """A page is not told to be taken down before it was there; the day may be said."""
    clock, _ = lagging(tmp_path, tmp_path / "by")
    content = tmp_path / "by/content"
    page = "teknik-og-miljoeudvalget/2026-03-05/punkt-2.md"
    words = (sys.executable, "-m", "converters", "withdraw", page, "--content", str(content), "--reason", "x")
    before = tree(content)

    code, said = done(words, PYTHONPATH=clock)
    assert code == 1
    assert "Maskinens ur siger 19" in said
    assert "Traceback" not in said
    assert tree(content) == before

    code, said = done((*words, "--date", "2026-05-12"), PYTHONPATH=clock)
    assert code == 0, said
    assert "withdrawn: {date: 2026-05-12, reason: x}" in (content / page).read_text(encoding="utf-8")


def test_a_wrong_clock_changes_no_byte(tmp_path: Path) -> None:
    """Neither of the pages nor of the site, and all the rest of the content folder is the same too."""
    trees, years = [], []
    for name, off in (("ret", 0), ("galt", 70 * YEAR)):
        town = tmp_path / name / "by"
        project(town)
        inbox(town, OLD_ITEMS)
        clock = tmp_path / name / "ur"
        clock.mkdir()
        (clock / "sitecustomize.py").write_text(WRONG.format(off=off), encoding="utf-8")
        code, year = done((sys.executable, "-c", DAY), PYTHONPATH=str(clock))
        years.append(int(year))
        for words in (convert_words(town), build_words(town)):
            code, said = done(words, PYTHONPATH=str(clock))
            assert code == 0, said
        found = {file: text for part in ("content", "site") for file, text in tree(town / part).items()}
        # Seals are made with a salt of chance, and what was found names sources where they lie; no page and
        # no site has anything of either.
        trees.append({file: text for file, text in found.items() if SEALS not in file and FOUND not in file})

    assert years[1] - years[0] in (69, 70)
    assert trees[0] == trees[1]
