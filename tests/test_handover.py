"""What comes out of the process that read a source."""

from __future__ import annotations

import os
import pickle
import subprocess
from pathlib import Path

import pytest

from converters import sandbox
from converters.blocks import Furniture, Line, Origin, Reading
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
