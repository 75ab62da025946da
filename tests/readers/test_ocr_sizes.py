"""Recognised text: what its lines are wide tells running text from headings, whatever size is written."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

import pypdfium2
import pytest
import weasyprint

from converters.readers.ocr_sizes import evened_by_width, size_of
from converters.readers.pdf_runs import Fonts, Sheet, sheet_of

MISREAD = (10.0, 11.0, 12.0, 11.0, 13.0)  # sizes as recognising gives them for running text of 11 points
PROSE = (
    "<p>Udvalget drøftede, om pælene under den østlige kaj skal skiftes før næste vinter, og bad om en "
    "vurdering af både træ og stål. Åge Kjærsgård tog forbehold for den del, der handler om træ.</p>"
)
BODY = "".join(
    f"<h2>{number}. Eftersyn af kajen ved havnen</h2>{PROSE * 3}<h3>Vurdering:</h3>{PROSE}"
    for number in range(5)
)


def sheets(font: str) -> list[Sheet]:
    """Printed pages with the sizes of their text lost."""
    look = f"<style>body {{ font: 11pt '{font}' }} h2 {{ font-size: 16pt }} h3 {{ font-size: 13pt }}</style>"
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=f"<html lang=da>{look}<body>{BODY}").write_pdf())
    found = [sheet_of(document, number, Fonts()) for number in (1, 2)]
    document.close()
    sizes = cycle(MISREAD)
    return [
        replace(sheet, runs=tuple(replace(run, size=next(sizes)) for run in sheet.runs)) for sheet in found
    ]


@pytest.mark.parametrize("font", ["Liberation Sans", "Liberation Serif", "DejaVu Sans", "DejaVu Serif"])
def test_headings_are_told_from_running_text(font: str) -> None:
    """Running text has one size, and the lines that were set larger have larger ones."""
    by_size: dict[float, set[str]] = {}
    for sheet in evened_by_width(sheets(font)):
        for run in sheet.runs:
            kind = "h2" if "Eftersyn" in run.text else "h3" if run.text.startswith("Vurdering:") else "p"
            by_size.setdefault(run.size, set()).add(kind)

    smallest, *larger = sorted(by_size)
    assert by_size[smallest] == {"p"}
    assert all("p" not in by_size[size] for size in larger)
    assert "h2" in by_size[max(larger)]


def test_nothing_but_sizes_is_changed() -> None:
    """Words and places stay as they are."""
    before = sheets("Liberation Sans")

    after = evened_by_width(before)

    assert [[replace(run, size=0.0) for run in sheet.runs] for sheet in after] == [
        [replace(run, size=0.0) for run in sheet.runs] for sheet in before
    ]


def test_no_text_has_no_size() -> None:
    """Pages without text stay as they are, and no words have no size."""
    empty = Sheet(number=1, width=595, height=842, runs=(), image_share=1.0)

    assert evened_by_width([empty]) == (empty,)
    assert evened_by_width([]) == ()
    assert size_of([]) == 0
