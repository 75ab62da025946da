"""Text that a machine read off an image: its sizes and its bullets are guesses of the machine."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from converters.readers.pdf_runs import usual_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.readers.pdf_printed import Printed
    from converters.readers.pdf_runs import Sheet

ALIKE = 0.22  # of the usual size, within which a size is the usual one misread
LARGE = 1.3  # times the usual size: what all larger type is taken for
# What Tesseract makes of a bullet, alone at the start of a line.
BULLET = re.compile(r"^[+*¢«»°e©®·]{1,2}\s+(?=\S)")
NEAR = 3  # lines within which another entry of the list stands


def evened(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Give the pages with two sizes at most: that of running text and that of headings."""
    usual = usual_size(run for sheet in sheets for run in sheet.runs)
    return tuple(
        replace(sheet, runs=tuple(run._replace(size=_even(run.size, usual)) for run in sheet.runs))
        for sheet in sheets
    )


def _even(size: float, usual: float) -> float:
    if abs(size - usual) <= ALIKE * usual or size < usual:
        return usual
    return round(LARGE * usual, 1)


def with_bullets(lines: Sequence[Printed]) -> tuple[Printed, ...]:
    """Give the lines of a page with their bullets, where such signs begin lines close to each other."""
    signs = [BULLET.match(line.text) for line in lines]
    return tuple(
        _bulleted(line, sign.end())
        if sign and any(signs[max(0, place - NEAR) : place] + signs[place + 1 : place + 1 + NEAR])
        else line
        for place, (line, sign) in enumerate(zip(lines, signs, strict=True))
    )


def _bulleted(line: Printed, cut: int) -> Printed:
    """Put a bullet in place of the signs before ``cut``; the text behind them begins where it did."""
    behind = next((run.left for offset, run in line.runs if offset >= cut), None)
    width = (line.right - line.left) / max(1, len(line.text))
    text = f"• {line.text[cut:]}"
    runs = tuple((max(0, offset - cut + 2), run) for offset, run in line.runs)
    return line._replace(text=text, runs=runs, lead=behind or line.left + cut * width)
