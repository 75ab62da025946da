"""Images that stand in the markup itself, as data: addresses."""

from __future__ import annotations

import base64
import re
import struct

from converters.blocks import Picture

LARGEST = 5 * 2**20  # bytes of an image
SMALLEST = 24  # pixels; what is smaller either way is an icon or keeps others apart
START = re.compile(r"^data:image/(?:png|jpe?g|gif|webp)\s*(?:;[^,;]*)*;\s*base64\s*,", re.IGNORECASE)
PNG = b"\x89PNG\r\n\x1a\n"
# Markers of a JPEG that begin a frame and so hold its size: C0 to CF but for tables and restarts.
JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
LONGEST_NAME = 200  # characters of the address in which its type must show


def embedded_picture(address: str, alt: str | None) -> Picture | None:
    """Give the image of a data: address, None for anything else, for icons and for what is too large."""
    start = START.match(address[:LONGEST_NAME])
    if start is None or len(address) > LARGEST * 4 // 3 + LONGEST_NAME:
        return None
    try:
        content = base64.b64decode(address[start.end() :], validate=False)
    except ValueError:  # other letters than the code's, or too few
        return None
    return picture(content, alt)


def picture(content: bytes, alt: str | None = None) -> Picture | None:
    """Make a picture of an image file; its kind and size are read from its own bytes."""
    try:
        kind, width, height = _measure(content)
    except (struct.error, IndexError):  # a file that ends before its size
        return None
    if not kind or min(width, height) < SMALLEST or len(content) > LARGEST:
        return None
    return Picture(content=content, media_type=kind, page=1, width=width, height=height, alt=alt or None)


def _measure(content: bytes) -> tuple[str, int, int]:
    """Give media type, width and height; an empty type for a file of another kind."""
    if content.startswith(PNG):
        return ("image/png", *struct.unpack(">II", content[16:24]))
    if content[:6] in {b"GIF87a", b"GIF89a"}:
        return ("image/gif", *struct.unpack("<HH", content[6:10]))
    if content.startswith(b"\xff\xd8"):
        return ("image/jpeg", *_jpeg(content))
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ("image/webp", *_webp(content))
    return ("", 0, 0)


def _jpeg(content: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 <= len(content):
        if content[place] != 0xFF:
            return 0, 0
        marker = content[place + 1]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        if marker == 0xFF:  # padding
            place += 1
            continue
        (length,) = struct.unpack(">H", content[place + 2 : place + 4])
        place += 2 + max(length, 2)
    return 0, 0


def _webp(content: bytes) -> tuple[int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        return (
            1 + int.from_bytes(content[24:27], "little"),
            1 + int.from_bytes(content[27:30], "little"),
        )
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", content[26:30])
    return width & 0x3FFF, height & 0x3FFF
