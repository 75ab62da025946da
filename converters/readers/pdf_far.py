"""Words of a PDF at places where no page can be, or at places that are no numbers at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converters.readers.pdf_runs import Run

FARTHEST = 1e7  # points; the largest page that PDF knows has 14,400 a side, and may count in larger units


def parted(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Part the runs that can be placed from those that cannot."""
    far = [run for run in runs if not _is_near(run)]
    return ([run for run in runs if _is_near(run)] if far else runs), far


def _is_near(run: Run) -> bool:
    """Whether a run stands where a page can be; a sum with NaN in it is less than nothing."""
    return (
        abs(run.left) + abs(run.right) + abs(run.top) + abs(run.bottom) + abs(run.base) + run.size < FARTHEST
    )
