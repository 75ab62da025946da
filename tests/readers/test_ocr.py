"""Scanned pages are read off their images, others stay as they are, and refusals say what to do."""

from __future__ import annotations

import io
import random
import re
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from PIL import Image, ImageFilter

from converters.errors import UnreadableSource, UnsafeSource
from converters.readers import ocr
from converters.readers.ocr import is_scan, recognise
from converters.readers.programs import FailedError, TooSlowError, run

needs_ocr = pytest.mark.skipif(
    "dan" not in ocr.languages() or shutil.which("ocrmypdf") is None,
    reason="ocrmypdf or Tesseract's Danish model is not installed",
)
DOTS_A_POINT = 200 / 72
RECALL = 0.99
BODY = (
    "<h1>Referat af mødet i Havneudvalget</h1><h2>3. Eftersyn af kajen</h2>"
    + "<p>Udvalget drøftede, om pælene under den østlige kaj skal skiftes før næste vinter, og bad "
    "forvaltningen om en økonomisk vurdering af både træ og stål. Åge Kjærsgård tog forbehold.</p>" * 4
)


def printed(body: str = BODY) -> bytes:
    """A PDF of a body by WeasyPrint."""
    look = "<style>body { font: 11pt 'DejaVu Serif' }</style>"
    made: bytes = weasyprint.HTML(string=f"<html lang=da>{look}<body>{body}").write_pdf()
    return made


def scanned(*, turned: float = 0.7) -> bytes:
    """The same page as a picture in a PDF, a little aslant and with grain."""
    chance = random.Random(3)  # noqa: S311 - grain, the same in every run
    document = pypdfium2.PdfDocument(printed())
    page = document[0]
    image = page.render(scale=DOTS_A_POINT).to_pil().convert("L")
    page.close()
    document.close()
    image = image.rotate(turned, resample=Image.Resampling.BICUBIC, fillcolor=255, expand=turned > 45)
    grain = Image.frombytes("L", image.size, chance.randbytes(image.width * image.height))
    file = io.BytesIO()
    Image.blend(image, grain, 0.06).filter(ImageFilter.GaussianBlur(0.4)).save(file, "PDF", resolution=200)
    return file.getvalue()


def mixed() -> bytes:
    """A printed page, and a scanned one after it."""
    whole, second = pypdfium2.PdfDocument(printed("<p>Trykt forside.</p>")), pypdfium2.PdfDocument(scanned())
    whole.import_pages(second)
    file = io.BytesIO()
    whole.save(file)
    whole.close()
    second.close()
    return file.getvalue()


def words(raw: bytes, number: int) -> Counter[str]:
    """How often each word stands in the text layer of a page."""
    document = pypdfium2.PdfDocument(raw)
    page = document[number - 1]
    layer = page.get_textpage()
    text = layer.get_text_range()
    layer.close()
    page.close()
    document.close()
    return Counter(re.findall(r"\w+", text.lower()))


@needs_ocr
def test_a_scanned_page_gets_its_words() -> None:
    """The words of a scanned page are those that were printed; the printed page keeps its own."""
    wanted = words(printed(), 1)

    found = recognise(mixed(), [2], "referat.pdf")

    assert (words(found, 2) & wanted).total() >= RECALL * wanted.total()
    assert words(found, 1) == Counter(["trykt", "forside"])


@needs_ocr
def test_a_page_on_its_side_is_turned() -> None:
    """A page that was laid on the scanner the wrong way is read all the same."""
    wanted = words(printed(), 1)

    found = recognise(scanned(turned=90), [1], "referat.pdf")

    assert (words(found, 1) & wanted).total() >= RECALL * wanted.total()


@needs_ocr
def test_what_cannot_be_recognised() -> None:
    """Bytes that are no PDF are refused by name."""
    with pytest.raises(UnreadableSource, match=r"referat\.pdf: side 1"):
        recognise(b"%PDF-1.7 intet", [1], "referat.pdf")


def test_missing_programs_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the programs are missing, the refusal says which packages to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    ocr.languages.cache_clear()
    try:
        with pytest.raises(UnreadableSource, match=r"ocrmypdf.*tesseract-ocr-dan"):
            recognise(scanned(), [1], "referat.pdf")
    finally:
        ocr.languages.cache_clear()


@needs_ocr
def test_more_scans_than_are_read() -> None:
    """A file with very many scanned pages is refused before anything is started."""
    with pytest.raises(UnsafeSource, match="grænsen"):
        recognise(b"", range(1, ocr.MOST_PAGES + 2), "referat.pdf")


@pytest.mark.parametrize(
    ("chars", "share", "wanted"),
    [(0, 1.0, True), (19, 0.6, True), (20, 1.0, False), (0, 0.5, False), (5, 0.0, False)],
)
def test_what_a_scan_is(chars: int, share: float, *, wanted: bool) -> None:
    """A scan is next to no text and an image over more than half of the page."""
    assert is_scan(chars, share) == wanted


def test_a_program_is_ended_at_its_limit_with_what_it_started(tmp_path: Path) -> None:
    """Nothing that a program started goes on after the limit."""
    mark = tmp_path / "mark"
    child = f"import time; time.sleep(2); open({str(mark)!r}, 'w')"
    program = (
        f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(30)"
    )

    with pytest.raises(TooSlowError):
        run([sys.executable, "-c", program], folder=tmp_path, seconds=1)

    time.sleep(2)
    assert not mark.exists()


def test_a_program_that_fails_says_why(tmp_path: Path) -> None:
    """The exit code and the last words of a program are kept."""
    with pytest.raises(FailedError, match="3: for lidt papir"):
        run(
            [sys.executable, "-c", "import sys; sys.stderr.write('for lidt papir'); sys.exit(3)"],
            folder=tmp_path,
            seconds=9,
        )
