"""What becomes of each page when a meeting is written again: one decision table."""

from __future__ import annotations

from enum import Enum, auto


class Fate(Enum):
    """What becomes of a page; EDITED and DELETED are a person's doing and are respected."""

    WRITE = auto()
    STAY = auto()
    DROP = auto()
    EDITED = auto()
    DELETED = auto()


def fate(*, there: str | None, before: str | None, new: str | None, overwrite: bool) -> Fate:
    """Decide by three hashes, each None for no page: on disk now, as last written, as it is to be.

    With ``overwrite`` a person's doing is not respected, except for files that were never ours.
    """
    if new is None:
        return _fate_of_page_not_made_again(there, before, overwrite=overwrite)
    if there == new:
        return Fate.STAY
    if overwrite or there == before:
        return Fate.WRITE
    return Fate.DELETED if there is None else Fate.EDITED


def _fate_of_page_not_made_again(there: str | None, before: str | None, *, overwrite: bool) -> Fate:
    if there is None or before is None:
        return Fate.STAY
    return Fate.DROP if overwrite or there == before else Fate.EDITED
