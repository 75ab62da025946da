"""Pictures of a PDF page: content is kept as a file, ornaments and scans are not."""

from __future__ import annotations

import base64
import io
import random

import pypdfium2
import pytest
import weasyprint
from PIL import Image, ImageDraw

from converters.blocks import Picture
from converters.readers.pdf_pictures import LARGEST_SIDE, pictures_of

PROSE = "<p>Havneudvalget så på kajen og gik hjem igen.</p>"


def photo(width: int = 300, height: int = 200) -> Image.Image:
    """A picture with many colours."""
    chance = random.Random(7)  # noqa: S311 - grain, the same in every run
    return Image.frombytes("RGB", (width, height), chance.randbytes(width * height * 3))


def chart(width: int = 300, height: int = 200) -> Image.Image:
    """A picture with few colours, red above and blue below."""
    image = Image.new("RGB", (width, height), "blue")
    ImageDraw.Draw(image).rectangle((0, 0, width, height // 2), fill="red")
    return image


def kept(image: Image.Image, kind: str, exif: Image.Exif | None = None) -> bytes:
    """An image as a file."""
    file = io.BytesIO()
    image.save(file, kind, **({"exif": exif} if exif else {}))
    return file.getvalue()


def shown(image: bytes, kind: str, style: str = "width: 8cm") -> str:
    """An image of a web page."""
    return f"<img src='data:image/{kind};base64,{base64.b64encode(image).decode()}' style='{style}'>"


def pictures(body: str, rotation: int = 0) -> tuple[tuple[float, Picture], ...]:
    """The pictures of the first page that WeasyPrint makes of a body."""
    document = pypdfium2.PdfDocument(weasyprint.HTML(string=f"<html lang=da><body>{body}").write_pdf())
    page = document[0]
    page.set_rotation(rotation)
    found = pictures_of(page, 4)
    page.close()
    document.close()
    return found


def test_a_jpeg_is_kept_as_it_is() -> None:
    """The bytes of a JPEG are those of the file it was put in from."""
    raw = kept(photo(), "JPEG")

    ((top, found),) = pictures(PROSE + shown(raw, "jpeg"))

    assert found.content == raw
    assert (found.media_type, found.page, found.width, found.height) == ("image/jpeg", 4, 300, 200)
    assert 60 < top < 200


def test_a_drawing_becomes_a_png() -> None:
    """What is no JPEG is packed as a PNG with the same dots."""
    ((_, found),) = pictures(shown(kept(chart(), "PNG"), "png"))

    with Image.open(io.BytesIO(found.content)) as image:
        assert found.media_type == "image/png"
        assert image.convert("RGB").getpixel((150, 20)) == (255, 0, 0)
        assert image.convert("RGB").getpixel((150, 180)) == (0, 0, 255)


def test_what_shines_through_is_white() -> None:
    """A picture with an open ground is laid on white paper."""
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((0, 0, 99, 199), fill=(255, 0, 0, 255))

    ((_, found),) = pictures(shown(kept(image, "PNG"), "png"))

    with Image.open(io.BytesIO(found.content)) as seen:
        assert seen.convert("RGB").getpixel((180, 100)) == (255, 255, 255)
        assert seen.convert("RGB").getpixel((20, 100)) == (255, 0, 0)


@pytest.mark.parametrize(
    "body",
    [
        shown(kept(chart(40, 40), "PNG"), "png"),
        shown(kept(chart(), "PNG"), "png", "width: 1cm"),
        "<style>@page { margin: 0 } body { margin: 0 }</style>"
        + shown(kept(chart(210, 297), "PNG"), "png", "width: 21cm; height: 29.6cm; display: block"),
        PROSE,
    ],
    ids=["few dots", "small on the page", "as large as the page", "none"],
)
def test_what_is_no_content(body: str) -> None:
    """Marks, ornaments and the image of a whole page are left out."""
    assert pictures(body) == ()


def test_from_the_top_down() -> None:
    """Pictures come as they stand on the page."""
    body = (
        f"<div style='position: absolute; top: 15cm'>{shown(kept(chart(100, 100), 'PNG'), 'png')}</div>"
        f"<div style='position: absolute; top: 1cm'>{shown(kept(chart(120, 90), 'PNG'), 'png')}</div>"
    )

    assert [found.width for _, found in pictures(body)] == [120, 100]


def test_a_large_one_is_made_smaller() -> None:
    """No side is longer than a browser has use for."""
    ((_, found),) = pictures(shown(kept(chart(3000, 600), "PNG"), "png"))

    assert max(found.width, found.height) == LARGEST_SIDE


def test_one_squeezed_on_the_page_is_left_out() -> None:
    """A picture that takes more memory to draw than it should is not drawn."""
    raw = kept(Image.new("1", (100, 30_000)), "PNG")

    assert pictures(shown(raw, "png", "width: 10cm; height: 10cm")) == ()


def test_a_page_on_its_side() -> None:
    """On a page that is shown turned, the picture is turned with it."""
    ((_, found),) = pictures(shown(kept(chart(300, 200), "PNG"), "png"), rotation=90)

    with Image.open(io.BytesIO(found.content)) as image:
        assert image.width == pytest.approx(200, abs=1)
        assert image.height == pytest.approx(300, abs=1)
        assert image.convert("RGB").getpixel((190, 150)) == (255, 0, 0)


def test_where_a_picture_was_taken_is_not_told() -> None:
    """A JPEG with a camera's notes is packed anew without them."""
    notes = Image.Exif()
    notes[0x010F] = "Kamera fra Rørdal"
    raw = kept(photo(), "JPEG", exif=notes)

    ((_, found),) = pictures(shown(raw, "jpeg"))

    assert b"Kamera" not in found.content
    assert found.media_type == "image/jpeg"


def test_the_same_bytes_each_time() -> None:
    """The same page gives the same files."""
    body = shown(kept(chart(), "PNG"), "png") + shown(kept(photo(), "PNG"), "png")

    assert pictures(body) == pictures(body)
