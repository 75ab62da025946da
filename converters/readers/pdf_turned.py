"""What stands on a PDF page that is shown on its side, turned as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from converters.readers.pdf_runs import Run


def turned(runs: list[Run], rotation: int, width: float, height: float) -> Iterable[Run]:
    """Turn the runs of a page that is shown on its side, so that its lines run as they are read."""
    if rotation % 360 == 0:
        return runs
    return [_quarter(run, rotation % 360, width, height) for run in runs]


def _quarter(run: Run, rotation: int, width: float, height: float) -> Run:
    box = (run.left, run.top, run.right, run.bottom)
    left, top, right, bottom = turned_box(box, rotation, width, height)
    return run._replace(left=left, top=top, right=right, bottom=bottom, base=bottom, origin=left)


def turned_box(
    box: tuple[float, float, float, float], rotation: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """Turn left, top, right and bottom as a page is turned by its rotation in degrees."""
    left, top, right, bottom = box
    if rotation % 360 == 90:
        return height - bottom, left, height - top, right
    if rotation % 360 == 180:
        return width - right, height - bottom, width - left, height - top
    return (top, width - right, bottom, width - left) if rotation % 360 else box
