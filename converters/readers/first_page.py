"""The first page of a PDF as a small picture, for the page that tells of the file."""

from __future__ import annotations

import io

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from converters.blocks import Picture
from converters.errors import UnreadableSource, UnsafeSource
from converters.readers.pdf_objects import objects_of

WIDEST, HIGHEST = 400, 800  # pixels
COLOURS = 64  # a page is text on paper; more would double the size
MOST_PIXELS = 40_000_000  # of the images of the page, which all have to be unpacked
LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


def first_page(raw: bytes, where: str) -> Picture:
    """Draw the first page, at most 400 pixels wide; the same bytes give the same picture.

    Raises UnreadableSource for a file that PDFium cannot open or draw, UnsafeSource for a page with
    images beyond the limit.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in LOCKED
        raise UnreadableSource(
            "Filen er låst med en adgangskode." if locked else "Filen er ikke en hel PDF.",
            where=where,
            hint="Gem den uden adgangskode." if locked else "Hent den igen dér, hvor den kom fra.",
        ) from error
    try:
        return _drawn(document, where)
    except pypdfium2.PdfiumError as error:
        raise UnreadableSource(
            "Første side kan ikke tegnes.",
            where=where,
            hint="Gem filen som PDF igen fra det program, den er skrevet i.",
        ) from error
    finally:
        document.close()


def _drawn(document: pypdfium2.PdfDocument, where: str) -> Picture:
    page = document[0]
    try:
        if _pixels(page) > MOST_PIXELS:
            raise UnsafeSource(
                f"Billederne på første side har over {MOST_PIXELS // 1_000_000} millioner billedpunkter.",
                where=where,
                hint="Gem filen igen med mindre billeder.",
            )
        width, height = page.get_size()
        scale = min(WIDEST / max(width, 1.0), HIGHEST / max(height, 1.0))
        bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=True)
        try:
            return _picture(bitmap.to_pil())
        finally:
            bitmap.close()
    finally:
        page.close()


def _pixels(page: pypdfium2.PdfPage) -> int:
    total = 0
    for raw, _ in objects_of(page, pdfium.FPDF_PAGEOBJ_IMAGE):
        width, height = pypdfium2.PdfImage(raw, page=page).get_px_size()
        total += width * height
    return total


def _picture(drawn: Image.Image) -> Picture:
    small = drawn.convert("RGB")
    small.thumbnail((WIDEST, HIGHEST))  # rendering rounds up, by a pixel at most
    small = small.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    content = io.BytesIO()
    small.save(content, "PNG", optimize=True)
    return Picture(
        content=content.getvalue(), media_type="image/png", page=1, width=small.width, height=small.height
    )
