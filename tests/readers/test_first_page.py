"""The picture of a file's first page: small, the same each time, and refused by name."""

from __future__ import annotations

import io

import pypdfium2
import pytest
import weasyprint
from PIL import Image

from converters.errors import UnreadableSource, UnsafeSource
from converters.readers import first_page as drawer
from converters.readers.first_page import WIDEST, first_page

LARGEST = 40_000  # bytes of a page of text


def printed(style: str = "size: A4") -> bytes:
    """A PDF of two pages."""
    body = "<h1>Bilag om kajen</h1>" + "<p>Kajen efterses hvert forår af havnefogeden.</p>" * 60
    made: bytes = weasyprint.HTML(string=f"<style>@page {{ {style} }}</style>{body}").write_pdf()
    return made


def test_a_small_picture_of_the_page() -> None:
    """It is a PNG of at most the width set, in the page's proportions."""
    found = first_page(printed(), "bilag.pdf")

    with Image.open(io.BytesIO(found.content)) as image:
        assert image.format == "PNG"
        assert image.size == (found.width, found.height)
    assert found.width == WIDEST
    assert found.height / found.width == pytest.approx(297 / 210, abs=0.01)
    assert (found.page, found.media_type) == (1, "image/png")
    assert len(found.content) < LARGEST


def test_the_same_bytes_each_time() -> None:
    """The same file gives the same picture."""
    raw = printed()

    assert first_page(raw, "bilag.pdf").content == first_page(raw, "bilag.pdf").content


@pytest.mark.parametrize("style", ["size: 4cm 200cm", "size: 200cm 4cm", "size: 2cm 2cm"])
def test_odd_pages(style: str) -> None:
    """A very long, wide or small page still gives a picture within the bounds."""
    found = first_page(printed(style), "bilag.pdf")

    assert 1 <= found.width <= WIDEST
    assert 1 <= found.height <= drawer.HIGHEST


@pytest.mark.parametrize("raw", [b"", b"Intet", b"%PDF-1.7\nen halv fil"], ids=["none", "text", "half"])
def test_what_is_no_pdf(raw: bytes) -> None:
    """Bytes that are no PDF are refused by name."""
    with pytest.raises(UnreadableSource, match="bilag"):
        first_page(raw, "bilag.pdf")


def test_a_file_without_pages() -> None:
    """A PDF without a page is refused by name."""
    document = pypdfium2.PdfDocument.new()
    kept = io.BytesIO()
    document.save(kept)
    document.close()

    with pytest.raises(UnreadableSource, match="bilag"):
        first_page(kept.getvalue(), "bilag.pdf")


def test_images_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page whose images are larger than memory should bear is not drawn."""
    kept = io.BytesIO()
    Image.new("L", (300, 300)).save(kept, "PDF")
    monkeypatch.setattr(drawer, "MOST_PIXELS", 300 * 300 - 1)

    with pytest.raises(UnsafeSource, match="billedpunkter"):
        first_page(kept.getvalue(), "bilag.pdf")
