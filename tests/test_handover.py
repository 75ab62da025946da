"""What comes out of the process that read a source."""

from __future__ import annotations

import os
import pickle
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from converters import sandbox
from converters.blocks import (
    CellLink,
    Furniture,
    Line,
    Link,
    ListKind,
    Marker,
    Origin,
    Picture,
    Reading,
    Table,
)
from converters.isolation.handover import hand_over, take_over


def test_only_lines_and_refusals_are_taken_over(tmp_path: Path) -> None:
    """A child that a source has taken over cannot make this process call anything."""
    path = tmp_path / "resultat"
    reading = Reading(lines=(Line(text="Referat", origin=Origin(page=1, line=1)),))
    hand_over(reading, path)
    assert take_over(path) == reading

    for harmful in (os.system, subprocess.Popen, getattr, Path("x"), sandbox.read):
        path.write_bytes(pickle.dumps(harmful))
        with pytest.raises(pickle.UnpicklingError):
            take_over(path)


def test_nothing_of_a_reading_is_lost(tmp_path: Path) -> None:
    """Every field of a line comes out as it went in."""
    link = Link(start=0, end=7, href="https://www.birkevig.example")
    told = Line(
        text="Referat",
        origin=Origin(page=2, line=3),
        gap=1,
        indent=4,
        starts_page=True,
        whole=True,
        continues=False,
        level=2,
        style="11 Arial",
        marker=Marker(kind=ListKind.NUMBER, printed="1."),
        table=Table(header=("a",), rows=(("b",),), links=(CellLink(row=0, column=0, link=link),)),
        links=(link,),
        pictures=(Picture(content=b"x", media_type="image/png", page=2, width=1, height=1),),
        furniture=Furniture.HEADER,
        last_page=3,
    )
    plain = Line(text="", origin=Origin(page=1, line=1))
    assert all(getattr(told, one.name) != getattr(plain, one.name) for one in fields(Line))

    path = tmp_path / "resultat"
    for reading in (Reading(lines=(plain, told), pages=3, recognised=(2,)), Reading(lines=())):
        hand_over(reading, path)
        assert take_over(path) == reading


@pytest.mark.parametrize(
    "broken",
    [(), (1, (), 5), (1, (), [()]), (1, (), [(1, 2, "Referat")]), (1, (), [(1,), (1, 2), *[("",)] * 14])],
)
def test_a_broken_reading_is_one_of_the_errors_that_are_named(broken: object, tmp_path: Path) -> None:
    """What is no reading raises what the caller takes for a crash."""
    path = tmp_path / "resultat"
    path.write_bytes(pickle.dumps(broken))
    with pytest.raises((TypeError, ValueError)):
        take_over(path)


class _ByGetattr:
    """Hands itself over as another object's attribute, as some versions of Python do with enumerations."""

    def __init__(self, kind: type, name: str) -> None:
        self._kind, self._name = kind, name

    def __reduce__(self) -> tuple[object, tuple[type, str]]:
        return getattr, (self._kind, self._name)


def test_a_member_of_an_enumeration_comes_out_by_name(tmp_path: Path) -> None:
    """A member may be handed over as an attribute; no other attribute of a class may."""
    path = tmp_path / "udfald"
    hand_over(_ByGetattr(Furniture, "CHROME"), path)
    assert take_over(path) is Furniture.CHROME

    for name in ("__subclasses__", "mro", "__init__"):
        hand_over(_ByGetattr(Furniture, name), path)
        with pytest.raises(pickle.UnpicklingError):
            take_over(path)
