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
YEAR = 365 * 24 * 3600


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
        # Seals are made with a salt of chance, which no page and no site has anything of.
        trees.append({file: text for file, text in found.items() if SEALS not in file})

    assert years[1] - years[0] in (69, 70)
    assert trees[0] == trees[1]
