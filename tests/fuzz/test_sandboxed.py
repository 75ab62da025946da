"""What takes a library with it is refused by name: PDFium is not ours to mend, and anyone may send a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from converters import sandbox
from converters.blocks import Reading
from converters.errors import CrashedReader, ReferatError, TimedOut
from tests.damaged import pdfs
from tests.fuzz.kept import kept


def test_a_file_that_pdfium_falls_over_is_refused_by_name(tmp_path: Path) -> None:
    """A drawing that draws itself ends the process that reads it, and that process alone."""
    source = pdfs.write(tmp_path / "selv.pdf", pdfs.drawing_itself())

    with pytest.raises((CrashedReader, TimedOut)):
        sandbox.read(source)

    good = pdfs.write(tmp_path / "god.pdf", pdfs.written("Referat\n\nUdvalget godkendte planen."))
    assert sandbox.read(good).pages == 1


def test_no_damaged_pdf_crashes_the_process_that_reads_it(tmp_path: Path) -> None:
    """The kept ones, each in a process of its own as in a conversion: read, or refused for what is wrong."""
    for raw in (path.read_bytes() for path in kept("pdf")):
        source = pdfs.write(tmp_path / "skadet.pdf", raw)
        try:
            outcome: object = sandbox.read(source)
        except ReferatError as error:
            outcome = error
        assert isinstance(outcome, Reading | ReferatError)
        assert not isinstance(outcome, CrashedReader), outcome
