"""What the wheel holds: all that a site is made of, and nothing that belongs to this repository alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

from converters.shipped import FOLDER, SOURCES, place
from tests.site.municipality import ROOT
from tests.test_house_rules import project_files


def names_in(wheel: Path) -> set[str]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_every_file_of_the_code_and_of_what_goes_with_it_is_in_the_wheel(wheel: Path) -> None:
    """A file that somebody adds to the code, the templates or the guides goes along without being named."""
    expected = set()
    for file in project_files():
        name = file.relative_to(ROOT).as_posix()
        if name.startswith("converters/"):
            expected.add(name)
        for packed, source in SOURCES.items():
            if name == source or name.startswith(f"{source}/"):
                expected.add(f"converters/{FOLDER}/{packed}{name.removeprefix(source)}")

    assert f"converters/{FOLDER}/overrides/partials/mark.svg" in expected
    assert f"converters/{FOLDER}/om/ordliste.md" in expected
    assert expected - names_in(wheel) == set()


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    """One package and its description: no tests, no samples."""
    tops = {name.partition("/")[0] for name in names_in(wheel)}

    assert tops == {"converters", f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}
    assert not any("birkevig" in name.lower() or "/tests/" in name for name in names_in(wheel))


def test_in_the_repository_everything_lies_where_it_is_edited() -> None:
    """Without a wheel the same names lead to the files that git knows."""
    assert {name: place(name) for name in SOURCES} == {
        name: ROOT / source for name, source in SOURCES.items()
    }
