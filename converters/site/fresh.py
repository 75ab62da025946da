"""A site is built beside its place and takes it whole: a build that fails or is killed leaves the old one.

The new site is made in ``.<site>.referat-ny`` beside the old one and takes its place by two renames.  A
process killed between the two leaves no site but the old one whole, as ``.<site>.referat-gammel``; the next
build puts it back before it begins.  A folder that is mounted cannot be renamed, so there a site is built in
its place, as MkDocs does.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from converters import turns
from converters.errors import Unwritable
from converters.unbroken import unbroken

NEW, OLD, TURN = ".referat-ny", ".referat-gammel", ".referat-i-gang"
PROBLEMS = {
    errno.ENOSPC: ("Disken er fuld.", "Ryd op, og byg igen."),
    errno.EDQUOT: ("Der er ikke mere plads til dig på disken.", "Ryd op, og byg igen."),
    errno.EFBIG: ("En fil blev større, end den må være.", "Ryd op, og byg igen."),
    errno.EROFS: ("Disken kan kun læses.", "Vælg en anden mappe med --site-dir."),
    errno.EACCES: ("Der må ikke skrives her.", "Vælg en anden mappe med --site-dir."),
    errno.EPERM: ("Der må ikke skrives her.", "Vælg en anden mappe med --site-dir."),
}


@dataclass(slots=True, kw_only=True)
class FreshSite:
    """A site that is being built: where it is to stand, and the folder where it is made until then."""

    place: Path
    made_in: Path
    held: turns.Turn
    finished: bool = False

    @property
    def old(self) -> Path:
        """Where the old site stands for a moment."""
        return beside(self.place, OLD)


def beside(place: Path, sign: str) -> Path:
    """The path of something that lies beside a site only while it is built."""
    return place.with_name(f".{place.name}{sign}")


def begin(place: Path) -> FreshSite | None:
    """Make ready to build a site, and put right what a killed build left.

    None where it has to be built in its place. Raises Busy and Unwritable.
    """
    place = Path(os.path.realpath(place))
    if place.is_mount():
        return None
    try:
        held = turns.take(beside(place, TURN), what="at bygge webstedet", where=place)
        fresh = FreshSite(place=place, made_in=beside(place, NEW), held=held)
        if fresh.old.exists() and not place.exists():
            fresh.old.rename(place)
        for left in (fresh.old, fresh.made_in):
            if left.exists():
                shutil.rmtree(left)
    except OSError as error:
        raise refusal(error, place) from error
    return fresh


def end(fresh: FreshSite) -> None:
    """Put a finished site in its place, or remove one that did not get finished. Raises Unwritable."""
    try:
        if fresh.finished:
            with unbroken():
                _swap(fresh)
        elif fresh.made_in.exists():
            shutil.rmtree(fresh.made_in, ignore_errors=True)
    except OSError as error:
        raise refusal(error, fresh.place) from error
    finally:
        fresh.held.end()


def _swap(fresh: FreshSite) -> None:
    if fresh.place.exists():
        fresh.place.rename(fresh.old)
    try:
        fresh.made_in.rename(fresh.place)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.old.rename(fresh.place)
        raise
    shutil.rmtree(fresh.old, ignore_errors=True)  # what stays of it is removed by the next build


def refusal(error: OSError, place: Path) -> Unwritable:
    """Say in Danish why a site could not be written."""
    problem, hint = PROBLEMS.get(
        error.errno or 0, (f"Webstedet kan ikke skrives ({error.strerror}).", "Ret det, og byg igen.")
    )
    return Unwritable(problem, where=str(error.filename or place), hint=hint)
