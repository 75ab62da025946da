"""A scanner: pages of a PDF as slightly crooked, grainy pictures, and no text."""

from __future__ import annotations

import random
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

DOTS = 200  # an inch
POINTS = 72
SKEW = 0.6  # degrees
GRAIN = 14
SEED = 4


def scan(printed: Path, path: Path) -> None:
    """Scan a printed PDF into a PDF of pictures."""
    chance = random.Random(SEED)  # noqa: S311 - grain, the same in every run
    pdf = pypdfium2.PdfDocument(printed)
    sheets = [_scanned(page, chance) for page in pdf]
    pdf.close()
    sheets[0].save(path, "PDF", resolution=DOTS, save_all=True, append_images=sheets[1:])


def _scanned(page: pypdfium2.PdfPage, chance: random.Random) -> Image.Image:
    image = page.render(scale=DOTS / POINTS).to_pil().convert("L")
    turned = image.rotate(chance.uniform(-SKEW, SKEW), resample=Image.Resampling.BICUBIC, fillcolor=255)
    grain = Image.frombytes("L", turned.size, chance.randbytes(turned.width * turned.height))
    return Image.blend(turned, grain, GRAIN / 255).filter(ImageFilter.GaussianBlur(0.4))
