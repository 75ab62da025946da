"""What can be wrong with front matter as text, each with its line and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# YAML ends a line at these, and begins a new key behind one; a clerk's program shows no line's end there.
UNSEEN_ENDS = re.compile("[\x85\u2028\u2029]")


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


def unseen_ends(source: str, first_line: int) -> Iterator[Flaw]:
    """Name each line of front matter that ends where nobody sees it."""
    if UNSEEN_ENDS.search(source):
        for number, line in enumerate(source.split("\n"), first_line):
            if UNSEEN_ENDS.search(line):
                yield Flaw(
                    code="invisible",
                    line=number,
                    problem="Linjen har et usynligt linjeskift i sig.",
                    hint="Slet hele linjen, og skriv den igen med tastaturet.",
                )
