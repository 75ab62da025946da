"""Files that lie beside the minutes and belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converters.fold.understood import Understood


def lay_beside(told: Sequence[tuple[Path, Understood]]) -> tuple[tuple[Path, Understood], ...]:
    """Give the documents of a folder to the meetings of the same folder that they are attachments of.

    ``told`` are all sources of one folder in the order of their names; so are those given back.
    """
    return tuple(told)
