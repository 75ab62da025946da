"""Every word of a file is read, seen or unseen, and a broken file is refused by name."""

from __future__ import annotations

import random
import zipfile
import zlib
from io import BytesIO

import docx
import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st

from converters.errors import EncryptedSource, ReferatError
from converters.readers.every_word import DEEPEST, pieces_of


def words(raw: bytes) -> str:
    """All that is read, places left out."""
    return "\n".join(text for _, text in pieces_of(raw, "bilag"))


def word_file() -> bytes:
    """A Word file with text in every corner."""
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "celle", "nabo"
    document.add_comment(document.add_paragraph("brødtekst").runs, text="kommentar", author="forfatter")
    document.sections[0].footer.paragraphs[0].text = "sidefod"
    document.core_properties.subject = "emne"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_file() -> bytes:
    """A PDF with text in every corner."""
    page = (
        "<html lang=da><head><title>titel</title><meta name=author content=forfatter></head>"
        "<body><h1>overskrift</h1><p>brødtekst<p style='break-before: page'>side to"
    )
    return bytes(
        weasyprint.HTML(string=page).write_pdf(
            attachments=[weasyprint.Attachment(string="indlagt tekst", name="indlagt.txt")]
        )
    )


def zipped(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def png(kind: bytes, content: bytes) -> bytes:
    """A picture with a comment."""
    return b"\x89PNG\r\n\x1a\n" + len(content).to_bytes(4) + kind + content + b"\x00" * 4


@pytest.mark.parametrize("word", ["celle", "brødtekst", "kommentar", "forfatter", "sidefod", "emne"])
def test_a_word_file_is_read_in_every_corner(word: str) -> None:
    """Properties, comments and margins too."""
    assert word in words(word_file())


@pytest.mark.parametrize(
    "word", ["titel", "forfatter", "overskrift", "brødtekst", "side to", "indlagt.txt", "indlagt tekst"]
)
def test_a_pdf_is_read_in_every_corner(word: str) -> None:
    """Properties, bookmarks and files within it too."""
    assert word in words(pdf_file())


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (png(b"tEXt", b"Comment\x00borger"), "borger"),
        (png(b"zTXt", b"Comment\x00\x00" + zlib.compress(b"borger")), "borger"),
        (png(b"iTXt", b"Comment\x00\x01\x00\x00\x00" + zlib.compress("ærø".encode())), "ærø"),
        (rb"{\rtf1\ansi Bl\'e5b\'e6r\u8209?gr\'f8d\par}", "Blåbær‑grød"),
        ("Blåbær".encode("utf-16"), "Blåbær"),
        ("Blåbær".encode("cp1252"), "Blåbær"),
        (b"\x00\x01" + "borger".encode("utf-16-le") + b"\x00\x00", "borger"),
        (b"<svg><title>blad</title><text x='1'>b\xc3\xa6r</text></svg>", "bær"),
        (zipped({"word/a.xml": b"<w:p><w:t>bl</w:t><w:t>ad</w:t></w:p>"}), "blad"),
        (zipped({"indre.zip": zipped({"blad.txt": b"kerne"})}), "kerne"),
    ],
)
def test_other_files_are_read_too(raw: bytes, word: str) -> None:
    """By what their bytes say, whatever the name."""
    assert word in words(raw)


def test_files_within_files_end_somewhere() -> None:
    """A package that holds packages without end is read so deep and no deeper."""
    raw = b"kerne i midten"
    for _ in range(DEEPEST + 5):
        raw = zipped({"indre.zip": raw})

    assert "kerne i midten" not in words(raw)


def test_a_package_that_inflates_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it takes is counted while it is unpacked."""
    monkeypatch.setattr("converters.readers.package_every_word.LARGEST_SUM", 1_000_000)

    with pytest.raises(ReferatError, match="alt for stor"):
        words(zipped({"a.xml": b" " * 2_000_000}))


def test_a_locked_file_is_refused() -> None:
    """Nobody can say what is in it."""
    raw = bytearray(zipped({"a.xml": b"<a/>"}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(EncryptedSource):
        words(bytes(raw))


WHOLE = (
    word_file(),
    pdf_file(),
    png(b"zTXt", b"C\x00\x00" + zlib.compress(b"borger")),
    b"{\\rtf1 \\u8209? x}",
)


@given(st.sampled_from(WHOLE), st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused_by_name(raw: bytes, seed: int) -> None:
    """Found so: pages that cannot be loaded, and packages of versions that are none."""
    rng = random.Random(seed)  # noqa: S311 - where to break, not a secret
    damaged = bytearray(raw)
    for _ in range(rng.randrange(1, 8)):
        place = rng.randrange(len(damaged) + 1)
        damaged[place : place + rng.choice((0, 1, 4, 50))] = rng.randbytes(rng.choice((0, 1, 4, 30)))
    hint = "hel"
    try:
        words(bytes(damaged))
    except ReferatError as error:
        hint = error.hint
    assert hint
