"""PDFs written by hand, so that what is wrong with them is known to the byte."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

LINES_A_PAGE = 46
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
    "/Resources << /Font << /F1 3 0 R >> {more} >> /Contents {content} 0 R >>"
)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Put objects 1, 2 ... together to a file with its table of contents."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream object, not packed."""
    return b"<< /Length %d %s >>\nstream\n" % (len(content), more) + content + b"\nendstream"


def written(text: str) -> bytes:
    """A good PDF with this text, line by line."""
    lines = text.splitlines()
    pages = [lines[first : first + LINES_A_PAGE] for first in range(0, len(lines), LINES_A_PAGE)]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * place) for place in range(len(pages)))
    objects = [CATALOG, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)), FONT]
    for place, page in enumerate(pages):
        objects += [PAGE.format(content=5 + 2 * place, more="").encode(), stream(_shown(page))]
    return assembled(objects)


def locked() -> bytes:
    """A PDF that opens with a password only; nobody knows it."""
    whole = written("Referat\n\nIngen kan læse dette.")
    key = b"<41" + b"42" * 31 + b">"
    secret = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00><00>]" % (key, key)
    return whole.replace(b"/Root 1 0 R ", b"/Root 1 0 R " + secret)


def drawing_itself() -> bytes:
    """A PDF with a form that is drawn by drawing itself."""
    form = stream(
        b"/X0 Do /X0 Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>",
    )
    page = PAGE.format(content=5, more="/XObject << /X0 6 0 R >>").encode()
    pages = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    return assembled([CATALOG, pages, FONT, page, stream(b"/X0 Do"), form])


def many_pages(count: int) -> bytes:
    """A PDF of so many pages, all of them the same object but by their own names."""
    kids = b" ".join(b"%d 0 R" % (5 + place) for place in range(count))
    page = PAGE.format(content=4, more="").encode()
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return assembled([CATALOG, pages, FONT, stream(_shown(["Referat"])), *[page] * count])


def swelling(size: int) -> bytes:
    """A small PDF whose one page is so many bytes of drawing when it is unpacked."""
    packer = zlib.compressobj(9)
    one = b"BT /F1 9 Tf 9 9 Td (Referat) Tj ET\n" * 10_000
    packed = b"".join(packer.compress(one) for _ in range(size // len(one))) + packer.flush()
    pages = b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
    content = stream(packed, b"/Filter /FlateDecode")
    return assembled([CATALOG, pages, FONT, PAGE.format(content=5, more="").encode(), content])


def write(path: Path, content: bytes) -> Path:
    """Put a file in place."""
    path.write_bytes(content)
    return path


def _shown(lines: Sequence[str]) -> bytes:
    shown = [
        f"BT /F1 10 Tf 60 {790 - 16 * place} Td ({_escaped(line)}) Tj ET" for place, line in enumerate(lines)
    ]
    return "\n".join(shown).encode("cp1252")


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
