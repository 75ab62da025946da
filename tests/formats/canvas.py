"""A PDF written by hand: each word placed by itself and painted in pieces, as Word and case systems do it."""

from __future__ import annotations

import functools
import subprocess
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # comes without types
from PIL import Image

WIDTH, HEIGHT = 595, 842
FIRST, LAST = 32, 255
LATIN = "cp1252"
FACES = {"F1": ("Liberation Sans", "ABCDEE+Calibri"), "F2": ("Liberation Sans:bold", "ABCDEE+Calibri,Bold")}
# Word's bullets come from a font of signs, whose code 183 stands for U+F0B7.
SIGNS = "F3"
FACES[SIGNS] = ("Liberation Sans", "ABCDEE+SymbolMT")


@functools.cache
def _face(name: str) -> tuple[bytes, dict[int, int]]:
    """The bytes of a font, and the width of each code in thousandths."""
    found = subprocess.run(["fc-match", "-f", "%{file}", name], capture_output=True, check=True, text=True)
    path = Path(found.stdout)
    font = TTFont(path)
    glyphs, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    widths = {}
    for code in range(FIRST, LAST + 1):
        sign = bytes([code]).decode(LATIN, "replace")
        glyph = glyphs.get(ord(sign))
        widths[code] = round(metrics[glyph][0] * 1000 / em) if glyph else 0
    return path.read_bytes(), widths


def width(text: str, face: str, size: float) -> float:
    """How wide a text is, in points."""
    widths = _face(FACES[face][0])[1]
    return sum(widths.get(code, 500) for code in text.encode(LATIN, "replace")) * size / 1000


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One page: what is painted, what is painted after everything else, and the links."""

    ops: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


def letters(text: str, x: float, y: float, face: str, size: float) -> str:
    """Paint a word letter by letter, each at its own place."""
    out = []
    for one in text:
        out.append(f"BT /{face} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({_quoted(one)}) Tj ET")
        x += width(one, face, size)
    return "\n".join(out)


def word(text: str, x: float, y: float, face: str, size: float) -> str:
    """Paint a word at its place, cut into two pieces with a hair of kerning between them."""
    middle = max(1, len(text) // 2)
    pieces = "".join(f"({_quoted(one)}) -2 " for one in (text[:middle], text[middle:]) if one)
    return f"BT /{face} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [{pieces}] TJ ET"


def bar(x: float, y: float, wide: float, high: float) -> str:
    """Paint a thin filled rectangle, as Word rules its tables."""
    return f"{x:.2f} {y:.2f} {wide:.2f} {high:.2f} re f*"


def _quoted(text: str) -> str:
    out = ""
    for code in text.encode(LATIN, "replace"):
        out += f"\\{code:03o}" if code > 126 or chr(code) in "()\\" else chr(code)
    return out


class Writer:
    """Puts the objects of a PDF together."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def save(self, sheets: Sequence[Sheet], pictures: dict[str, Path], path: Path) -> None:
        """Write the sheets as a PDF."""
        catalog, tree = self._add(b""), self._add(b"")
        fonts = " ".join(f"/{name} {self._font(name)} 0 R" for name in FACES)
        images = " ".join(f"/{name} {self._image(picture)} 0 R" for name, picture in pictures.items())
        resources = f"<</Font <<{fonts}>> /XObject <<{images}>>>>"
        pages = [self._page(sheet, tree, resources) for sheet in sheets]
        kids = " ".join(f"{one} 0 R" for one in pages)
        self._objects[tree - 1] = f"<</Type /Pages /Count {len(pages)} /Kids [{kids}]>>".encode()
        self._objects[catalog - 1] = f"<</Type /Catalog /Pages {tree} 0 R /Lang (da-DK)>>".encode()
        path.write_bytes(self._bytes(catalog))

    def _page(self, sheet: Sheet, tree: int, resources: str) -> int:
        stream = self._stream("\n".join([*sheet.ops, *sheet.late]).encode("latin-1"))
        notes = [self._link(one) for one in sheet.links]
        return self._add(
            f"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            f" /Resources {resources}"
            f" /Contents {stream} 0 R /Annots [{' '.join(f'{one} 0 R' for one in notes)}]>>".encode()
        )

    def _link(self, link: tuple[float, float, float, float, str]) -> int:
        left, bottom, right, top, href = link
        return self._add(
            f"<</Type /Annot /Subtype /Link /Rect [{left:.1f} {bottom:.1f} {right:.1f} {top:.1f}]"
            f" /Border [0 0 0] /A <</S /URI /URI ({href})>>>>".encode()
        )

    def _font(self, name: str) -> int:
        face, called = FACES[name]
        content, widths = _face(face)
        file = self._stream(content, f"/Length1 {len(content)} ")
        descriptor = self._add(
            f"<</Type /FontDescriptor /FontName /{called} /Flags 32 /ItalicAngle 0 /Ascent 905"
            " /Descent -212 /CapHeight 728 /StemV 80 /FontWeight 400 /FontBBox [-543 -303 1301 980]"
            f" /FontFile2 {file} 0 R>>".encode()
        )
        table = " ".join(str(widths[code]) for code in range(FIRST, LAST + 1))
        known = f"/ToUnicode {self._stream(SIGN_MAP)} 0 R " if name == SIGNS else ""
        return self._add(
            f"<</Type /Font /Subtype /TrueType /BaseFont /{called} {known}"
            "/Encoding /WinAnsiEncoding "
            f"/FirstChar {FIRST} /LastChar {LAST} /Widths [{table}]"
            f" /FontDescriptor {descriptor} 0 R>>".encode()
        )

    def _image(self, picture: Path) -> int:
        image = Image.open(picture).convert("RGB")
        head = f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} "
        return self._stream(image.tobytes(), head + "/ColorSpace /DeviceRGB /BitsPerComponent 8 ")

    def _stream(self, content: bytes, head: str = "") -> int:
        packed = zlib.compress(content)
        start = f"<<{head}/Filter /FlateDecode /Length {len(packed)}>>\nstream\n".encode()
        return self._add(start + packed + b"\nendstream")

    def _add(self, content: bytes) -> int:
        self._objects.append(content)
        return len(self._objects)

    def _bytes(self, catalog: int) -> bytes:
        out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
        for number, content in enumerate(self._objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        start, count = len(out), len(places) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % count
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer\n<</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, catalog, start)
        return bytes(out)


SIGN_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Signs def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <B7> <F0B7> <A7> <F0A7> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""
