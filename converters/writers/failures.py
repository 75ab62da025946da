"""What the system says about files that cannot be written, in words for a clerk."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from converters.errors import Unwritable

_PROBLEMS = {
    errno.ENOSPC: ("Disken er fuld.", "Ryd op, og kør kommandoen igen."),
    errno.EDQUOT: ("Der er ikke mere plads til dig på disken.", "Ryd op, og kør kommandoen igen."),
    errno.EFBIG: ("En fil må ikke blive så stor her.", "Vælg en anden mappe med --out."),
    errno.EACCES: (
        "Der må ikke skrives her.",
        "Luk programmer, der har siderne åbne, eller vælg en anden mappe med --out.",
    ),
    errno.EPERM: ("Der må ikke skrives her.", "Vælg en anden mappe med --out."),
    errno.EROFS: ("Disken kan kun læses.", "Vælg en anden mappe med --out."),
    errno.ENOTDIR: ("En del af stien er en fil og ikke en mappe.", "Vælg en anden mappe med --out."),
    errno.EEXIST: ("Der ligger en fil, hvor mappen skulle være.", "Vælg en anden mappe med --out."),
    errno.EISDIR: ("Der ligger en mappe, hvor siden skulle være.", "Flyt mappen, og kør kommandoen igen."),
    errno.ELOOP: ("Her ligger en henvisning (symlink).", "Læg en rigtig mappe eller fil i stedet."),
    errno.ENAMETOOLONG: ("Stien er for lang.", "Vælg en mappe med en kortere sti med --out."),
}
_OTHER_PROBLEM = "Vælg en anden mappe med --out."


@contextlib.contextmanager
def named_failures(place: Path) -> Iterator[None]:
    """Turn what the system says about files into one message for a clerk."""
    try:
        yield
    except OSError as error:
        known = errno.EACCES if isinstance(error, PermissionError) else error.errno
        problem, hint = _PROBLEMS.get(
            known or 0, (f"Siderne kan ikke skrives ({error.strerror}).", _OTHER_PROBLEM)
        )
        raise Unwritable(problem, where=str(error.filename or place), hint=hint) from error
