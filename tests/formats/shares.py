"""Shares: how much of what was wanted was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Share:
    """How many of the wanted things were found, and what is missing or should not be there."""

    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def value(self) -> float:
        """The share found; all of nothing is all."""
        return self.found / self.wanted if self.wanted else 1.0

    def add(self, ok: bool, miss: str) -> None:  # noqa: FBT001 - the outcome of the check is the message
        """Count one thing that was looked for."""
        self.wanted += 1
        self.found += ok
        if not ok:
            self.misses.append(miss)

    def compare(self, wanted: Counter[str], there: Counter[str], where: str) -> None:
        """Count everything wanted, and name what is not there beside what nobody asked for."""
        self.found += (wanted & there).total()
        self.wanted += wanted.total()
        over = list((there - wanted).elements())
        for one in (wanted - there).elements():
            self.misses.append(f"{where}: {one!r}, got {nearest(one, over)!r}")


def nearest(text: str, among: Iterable[str]) -> str | None:
    """Of what else there is, the one with most words in common."""
    own = set(text.split())
    near = [(len(own & set(one.split())), one) for one in among]
    shared, best = max(near, default=(0, ""))
    return best if shared else None
