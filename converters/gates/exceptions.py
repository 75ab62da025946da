"""Numbers that a person found to be no personal numbers: salted hashes, each with a reason."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from converters.gates.problems import Problem

LIST = ".referat-undtagelser"  # in the content folder, where its dot keeps it from being published
HEAD = "# Numre, som en person har set efter: de ligner CPR-numre og er det ikke. Et kontroltal og en grund."
HOW_TO_ADD = (
    "Er det ikke et CPR-nummer, så kør referat check --allow {place} --reason GRUND, og læg linjen i listen."
)
_LINE = re.compile(r"(?P<salt>[0-9a-f]{16}):(?P<hash>[0-9a-f]{32}) +(?P<reason>\S.*)")
# There are few personal numbers, so each guess at a hash has to be dear: some 30 ms and 16 MB.
_COST = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """The list as read: salts and hashes."""

    hashes: frozenset[tuple[str, str]] = frozenset()
    _known: dict[str, bool] = field(default_factory=dict, repr=False)

    @property
    def salts(self) -> tuple[str, ...]:
        """The salts in use; a list has one, if it was not put together from several."""
        return tuple(sorted({salt for salt, _ in self.hashes}))

    def hold(self, digits: str) -> bool:
        """Tell whether a number of ten digits is on the list."""
        if digits not in self._known:
            self._known[digits] = any((salt, hash_of(digits, salt)) in self.hashes for salt in self.salts)
        return self._known[digits]


def hash_of(digits: str, salt: str) -> str:
    """The salted hash of a number."""
    return hashlib.scrypt(digits.encode(), salt=bytes.fromhex(salt), dklen=16, **_COST).hex()


def exceptions_of(content: Path) -> tuple[Exceptions, tuple[Problem, ...]]:
    """Read the list of a content folder, and what is wrong with it; a faulty line excepts nothing."""
    place = content / LIST
    try:
        lines = place.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return Exceptions(), ()
    except (OSError, UnicodeDecodeError):
        return Exceptions(), (_unread(place, None, "Listen over undtagelser kan ikke læses."),)
    rows = {number: _LINE.fullmatch(line.strip()) for number, line in enumerate(lines, 1) if _counts(line)}
    faults = tuple(
        _unread(place, number, "Linjen er ikke et kontroltal og en grund.")
        for number, row in rows.items()
        if row is None
    )
    return Exceptions(hashes=frozenset((row["salt"], row["hash"]) for row in rows.values() if row)), faults


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _unread(place: Path, line: int | None, text: str) -> Problem:
    return Problem(
        file=str(place),
        line=line,
        text=text,
        hint="Lav den igen med referat check --allow FIL:LINJE --reason GRUND.",
        code="exceptions",
    )


def lines_for(numbers: tuple[str, ...], reason: str, known: Exceptions) -> Iterator[str]:
    """The lines that except these numbers; the list's own salt is used again."""
    salt = known.salts[0] if known.salts else secrets.token_hex(8)
    for digits in dict.fromkeys(numbers):
        if not known.hold(digits):
            yield f"{salt}:{hash_of(digits, salt)}  {reason}"
