"""How a reading leaves its process: a pickle that may hold lines, pictures and refusals, and no more."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Sequence
from dataclasses import fields
from enum import Enum
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from converters import blocks, errors
from converters.blocks import Line, Origin, Reading
from converters.columns import made

# Lines go as columns, each with one field of all of them, which takes a fifth of the time of objects.
ORIGIN = ("origin.page", "origin.line")
FIELDS = tuple(one.name for one in fields(Line) if one.name != "origin")


def hand_over(outcome: object, path: Path) -> None:
    """Write down what came out of a source."""
    if isinstance(outcome, Reading):
        columns = [list(map(attrgetter(name), outcome.lines)) for name in (*ORIGIN, *FIELDS)]
        outcome = outcome.pages, outcome.recognised, columns
    with path.open("wb") as file:
        pickle.dump(outcome, file, protocol=5)


def take_over(path: Path) -> object:
    """Read what came out of a source.

    Raises pickle.UnpicklingError for anything but lines, pictures and refusals, and what else broken
    bytes may cause: OSError, EOFError, ValueError, TypeError, AttributeError, KeyError, IndexError.
    """
    with path.open("rb") as file:
        collects = gc.isenabled()
        gc.disable()  # nothing here is garbage, and a long source is a million objects to look through
        try:
            outcome: object = _Admitting(file).load()
            if isinstance(outcome, tuple):
                outcome = _reading(*outcome)
        finally:
            if collects:
                gc.enable()
    if callable(outcome):
        raise pickle.UnpicklingError(str(outcome))
    return outcome


def _reading(pages: int | None, recognised: tuple[int, ...], columns: Sequence[Sequence[object]]) -> Reading:
    page, line, *others = columns
    origins = made(Origin, {"page": page, "line": line})
    lines = made(Line, {"origin": origins, **dict(zip(FIELDS, others, strict=True))})
    return Reading(lines=tuple(lines), pages=pages, recognised=recognised)


class _Admitting(pickle.Unpickler):
    """Admits what lines are made of; the process that wrote may have been taken over by its source."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)

    def find_class(self, module: str, name: str) -> object:
        """Give a class of the lines or of the error tree, by name."""
        if (module, name) == ("builtins", "getattr"):
            return _member  # how some versions of Python hand over a member of an enumeration
        home = {"converters.blocks": blocks, "converters.errors": errors}.get(module)
        found = vars(home).get(name) if home else None
        if found is errors.again or (isinstance(found, type) and found.__module__ == module):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _member(kind: object, name: str) -> object:
    """Give a member of an enumeration by its name, and no other attribute of anything."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind[name]
    raise pickle.UnpicklingError(f"{kind}.{name}")
