"""Files that mean harm or are broken, each with the result it has to end in."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests import naughty
from tests.chamber import THREE_ITEMS, minutes
from tests.damaged import pdfs

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01"
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
MEGABYTE = 2**20
GOOD = minutes(*THREE_ITEMS)


def word(body: str, head: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with this body; ``head`` stands before the root, ``more`` are other parts."""
    content = f'<?xml version="1.0"?>{head}<w:document {WORD}><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", content)
        for name, part in (more or {}).items():
            archive.writestr(name, part)
    return out.getvalue()


def paragraphs(*texts: str) -> str:
    """Paragraphs of a Word file."""
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def lying() -> bytes:
    """A Word file whose picture says that it is ten bytes, and is 300 MB."""
    whole = word(paragraphs("Referat"), more={"word/media/billede.png": bytes(300 * MEGABYTE)})
    return whole.replace(struct.pack("<L", 300 * MEGABYTE), struct.pack("<L", 10))


def nested(depth: int) -> str:
    """Tables in tables in tables."""
    return "<w:tbl><w:tr><w:tc>" * depth + paragraphs("Referat") + "<w:p/></w:tc></w:tr></w:tbl>" * depth


def page(body: str) -> bytes:
    """A web page."""
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


# What is in the file, and the names of the results it may end in.
HOSTILE: Mapping[str, tuple[Callable[[], bytes], set[str]]] = {
    "laast.pdf": (pdfs.locked, {"encrypted"}),
    "skaaret.pdf": (lambda: pdfs.written(GOOD)[:1400], {"truncated"}),
    "sig-selv.pdf": (pdfs.drawing_itself, {"crashed", "timeout"}),
    "sider.pdf": (lambda: pdfs.many_pages(100_000), {"too_large"}),
    "svulmende.pdf": (
        lambda: pdfs.swelling(300 * MEGABYTE),
        {"crashed", "timeout", "out_of_memory", "too_large"},
    ),
    "tavs.pdf": (lambda: pdfs.written(""), {"empty", "truncated"}),
    "billede.pdf": (lambda: PNG, {"unreadable"}),
    "tom.pdf": (lambda: b"", {"empty", "unreadable"}),
    "tom.docx": (lambda: b"", {"empty"}),
    "tom.html": (lambda: b"", {"empty"}),
    "tom.txt": (lambda: b"", {"empty"}),
    "blank.docx": (lambda: word("<w:p/>"), {"empty"}),
    "blank.html": (lambda: page("<p> </p>"), {"empty"}),
    "stoej.txt": (lambda: bytes(range(256)) * 400, {"unreadable"}),
    "stoej.docx": (lambda: b"PK\x03\x04" + bytes(range(256)) * 400, {"truncated", "unreadable"}),
    "halv.docx": (lambda: word(paragraphs(*GOOD.split("\n\n")))[:900], {"truncated"}),
    "loegn.docx": (lying, {"too_large", "truncated"}),
    "bombe.docx": (lambda: word(paragraphs(" " * 260 * MEGABYTE)), {"too_large"}),
    "dtd.docx": (lambda: word(paragraphs("&a;"), '<!DOCTYPE d [<!ENTITY a "Referat">]>'), {"unsafe"}),
    "dyb.docx": (lambda: word(nested(3_000)), {"unsafe", "truncated", "unreadable", "too_large"}),
    "egenskaber.html": (
        lambda: page("<p " + " ".join(f"a{n}='1'" for n in range(300_000)) + ">Referat</p>"),
        {"too_large"},
    ),
    f"graadig{naughty.ENDING}": (lambda: b"grib", {"out_of_memory"}),
    f"doed{naughty.ENDING}": (lambda: b"afbryd", {"crashed"}),
    f"nysgerrig{naughty.ENDING}": (lambda: b"ring", {"unsafe"}),
}

# Files that look as bad and hold text that can be saved; all of it has to stand on a page.
ODD: Mapping[str, Callable[[], bytes]] = {
    "dyb.html": lambda: page("<div>" * 100_000 + "<p>Kanariefuglen sang dybt nede.</p>"),
    "dyb-tabel.docx": lambda: word(nested(20) + paragraphs("Kanariefuglen sang dybt nede.")),
}


def make(folder: Path) -> None:
    """Write every file into a folder."""
    for name, (content, _) in HOSTILE.items():
        (folder / name).write_bytes(content())
    for name, odd in ODD.items():
        (folder / name).write_bytes(odd())
