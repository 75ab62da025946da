"""Pictures of a PDF page that are content, as files a browser shows."""

from __future__ import annotations

import ctypes
import io
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, UnidentifiedImageError

from converters.blocks import Picture
from converters.readers.pdf_objects import Matrix, matrix_of, moved, objects_of, through

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

SMALLEST = 60  # pixels, each way; smaller ones are marks and ornaments
LEAST_SHARE = 0.02  # of the page's area
WHOLE_PAGE = 0.85  # of the page's area; that is a scan or the paper itself
WHOLE_SIDE = 1600  # pixels of the longer side of a whole page that is drawn
MOST_ON_A_PAGE = 30
MOST_PIXELS = 40_000_000  # to be unpacked
LARGEST_SIDE = 2000  # pixels
LARGEST_JPEG = 8 * 2**20  # bytes; a larger one is packed anew
LEAN = 0.01  # of an image's size, that it may stand aslant and be upright
EDGE = 2  # dots at an image's edge that are drawn half, without being see-through
JPEG_QUALITY = 85
MOST_COLOURS = 256  # of a drawing that is kept with a palette
FILTER = b"DCTDecode\x00"

Box = tuple[float, float, float, float]


def pictures_of(page: PdfPage, number: int) -> tuple[tuple[float, Picture], ...]:
    """The pictures of a page, each with its top in points from the page's, from the top down.

    Left out are small ones, one that covers the page, and those PDFium cannot unpack.
    """
    width, height = page.get_size()
    found: list[tuple[float, float, Picture]] = []
    for raw, outer in objects_of(page, pdfium.FPDF_PAGEOBJ_IMAGE):
        matrix = through(matrix_of(raw), outer)
        left, top, right, bottom = _shown(page, matrix)
        share = (right - left) * (bottom - top) / (width * height or 1.0)
        if len(found) < MOST_ON_A_PAGE and LEAST_SHARE <= share < WHOLE_PAGE:
            picture = _picture(pypdfium2.PdfImage(raw, page=page, pdf=page.pdf), page, matrix, number)
            if picture is not None:
                found.append((top, left, picture))
    return tuple((top, picture) for top, _, picture in sorted(found, key=lambda one: one[:2]))


def picture_of_page(page: PdfPage, number: int) -> Picture:
    """Draw a whole page, for one on which there is nothing but an image without a word."""
    width, height = page.get_size()
    drawn = page.render(scale=WHOLE_SIDE / max(width, height, 1.0)).to_pil()
    return _packed(drawn.convert("RGB"), number, photo=True)


def _shown(page: PdfPage, matrix: Matrix) -> Box:
    """Where an image stands on the page as it is read: left, top, right and bottom within the page."""
    left, bottom, right, top = page.get_bbox()
    corners = [moved(x, y, matrix) for x in (0, 1) for y in (0, 1)]
    xs = [min(max(x, left), right) - left for x, _ in corners]
    ys = [top - min(max(y, bottom), top) for _, y in corners]
    box = min(xs), min(ys), max(xs), max(ys)
    width, height = right - left, top - bottom
    return {
        90: (height - box[3], box[0], height - box[1], box[2]),
        180: (width - box[2], height - box[3], width - box[0], height - box[1]),
        270: (box[1], width - box[2], box[3], width - box[0]),
    }.get(page.get_rotation() % 360, box)


def _picture(image: pypdfium2.PdfImage, page: PdfPage, matrix: Matrix, number: int) -> Picture | None:
    try:
        width, height = image.get_px_size()
        if (
            min(width, height) < SMALLEST
            or width * height > MOST_PIXELS
            or _drawn_pixels(image) > MOST_PIXELS
        ):
            return None
        upright = _is_upright(matrix) and page.get_rotation() % 360 == 0
        # Its memory is let go of with the last that points to it; closing it by hand is not safe.
        seen, is_whole = _on_paper(image.get_bitmap(render=True).to_pil().copy())
        if upright and is_whole:
            jpeg = _jpeg(image)
            if jpeg is not None:
                return Picture(content=jpeg, media_type="image/jpeg", page=number, width=width, height=height)
            seen = image.get_bitmap().to_pil().convert("RGB")  # dot by dot, where drawing it may add one
    except pypdfium2.PdfiumError:
        return None
    return _packed(seen.rotate(-page.get_rotation(), expand=True), number, photo=_is_jpeg(image))


def _drawn_pixels(image: pypdfium2.PdfImage) -> float:
    """How many dots an image has when it is drawn; one squeezed on the page is drawn with more."""
    width, height = image.get_px_size()
    left, bottom, right, top = image.get_bounds()
    wide, high = abs(right - left), abs(top - bottom)
    if not wide or not high:
        return float("inf")
    dots = max(max(width, height) / max(wide, high), min(width, height) / min(wide, high))
    return float(wide * high * dots * dots)


def _is_upright(matrix: Matrix) -> bool:
    """Tell whether an image is neither turned nor mirrored."""
    a, b, c, d, _, _ = matrix
    return a > 0 and d > 0 and abs(b) <= LEAN * a and abs(c) <= LEAN * d


def _on_paper(drawn: Image.Image) -> tuple[Image.Image, bool]:
    """The image on white paper, and whether nothing of the paper can be seen through it."""
    if "A" not in drawn.getbands():
        return drawn.convert("RGB"), True
    alpha = drawn.getchannel("A")
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn.convert("RGB"), mask=alpha)
    within = alpha.crop((EDGE, EDGE, drawn.width - EDGE, drawn.height - EDGE))
    return paper, within.getextrema() == (255, 255)


def _is_jpeg(image: pypdfium2.PdfImage) -> bool:
    """Tell whether an image is kept as a JPEG and nothing else around it."""
    if pdfium.FPDFImageObj_GetImageFilterCount(image.raw) != 1:
        return False
    name = ctypes.create_string_buffer(len(FILTER))
    length = pdfium.FPDFImageObj_GetImageFilter(image.raw, 0, name, len(FILTER))
    return length == len(FILTER) and name.raw == FILTER


def _jpeg(image: pypdfium2.PdfImage) -> bytes | None:
    """The JPEG as it is in the file, if a browser shows it as the PDF does."""
    if not _is_jpeg(image):
        return None
    length = pdfium.FPDFImageObj_GetImageDataRaw(image.raw, None, 0)
    if not 0 < length <= LARGEST_JPEG:
        return None
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFImageObj_GetImageDataRaw(image.raw, buffer, length)
    try:
        with Image.open(io.BytesIO(buffer.raw), formats=("JPEG",)) as opened:
            fits = opened.mode in {"RGB", "L"} and opened.size == tuple(image.get_px_size())
            # A camera's notes may turn the picture, and may tell where it was taken.
            return buffer.raw if fits and "exif" not in opened.info else None
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _packed(seen: Image.Image, number: int, *, photo: bool) -> Picture:
    """A PNG, or a JPEG for what was one."""
    if max(seen.size) > LARGEST_SIDE:
        seen.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    content = io.BytesIO()
    if photo:
        seen.save(content, "JPEG", quality=JPEG_QUALITY, optimize=True)
    else:
        _with_palette(seen).save(content, "PNG", optimize=True)
    return Picture(
        content=content.getvalue(),
        media_type="image/jpeg" if photo else "image/png",
        page=number,
        width=seen.width,
        height=seen.height,
    )


def _with_palette(seen: Image.Image) -> Image.Image:
    """The same image in fewer bytes, if it has few colours."""
    colours = seen.getcolors(MOST_COLOURS)
    if colours is None:
        return seen
    return seen.convert("P", palette=Image.Palette.ADAPTIVE, colors=len(colours))
