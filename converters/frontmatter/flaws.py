"""What can be wrong with front matter as text, each with its line and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing wrong: a code of the gates' table, its line in the file (from 1), problem and remedy.

    A ``readable`` one does not keep the page from being read, though not always as it was meant.
    """

    code: str
    line: int
    problem: str
    hint: str
    readable: bool = False
    blocks: bool = True
