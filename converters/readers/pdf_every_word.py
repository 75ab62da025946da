"""Every word that a PDF carries: pages, properties, comments, form fields, bookmarks, enclosed files."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from converters.errors import EncryptedSource, TooLarge, TruncatedSource
from converters.readers import every_word
from converters.readers.every_word import Piece, markup_text

MOST_PAGES = 2_000
MOST_NOTES = 5_000  # comments and form fields of a page
LONGEST_NOTE = 100_000  # characters
PROPERTIES = "dokumentets egenskaber"
_LOCKED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})
_NOTE_KEYS = (b"Contents", b"V", b"DV", b"T", b"TU", b"NM", b"Subj")
# Kept as it is in most files, so that programs can read it that know no PDF.
_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)


def pieces_of(raw: bytes, where: str, depth: int) -> Iterator[Piece]:
    """Give what stands in a PDF, page by page.  Raises EncryptedSource, TruncatedSource and TooLarge."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise EncryptedSource(
                "Filen er låst med en adgangskode.", where=where, hint="Gem den uden adgangskode."
            ) from error
        raise _damaged(where) from error
    try:
        with closing(document):
            yield from _pieces(document, where, depth)
    except pypdfium2.PdfiumError as error:
        raise _damaged(where) from error
    for packet in _PACKET.findall(raw):
        yield PROPERTIES, markup_text(packet.decode("utf-8", errors="replace"))


def _pieces(document: pypdfium2.PdfDocument, where: str, depth: int) -> Iterator[Piece]:
    if len(document) > MOST_PAGES:
        raise TooLarge(f"Filen har mere end {MOST_PAGES} sider.", where=where, hint="Del den i flere.")
    for number in range(len(document)):
        yield f"side {number + 1}", _page_text(document[number])
    yield PROPERTIES, "\n".join(document.get_metadata_dict().values())
    yield "bogmærkerne", "\n".join(mark.get_title() for mark in document.get_toc())
    for attachment in _enclosed(document):
        name = attachment.get_name()
        yield "navnet på en indlagt fil", name
        for place, text in every_word.pieces_of(bytes(attachment.get_data()), name, depth + 1):
            yield f"en indlagt fil, {place}" if place else "en indlagt fil", text


def _damaged(where: str) -> TruncatedSource:
    return TruncatedSource("Filen er beskadiget.", where=where, hint="Læg en hel udgave af den i mappen.")


def _page_text(page: pypdfium2.PdfPage) -> str:
    with closing(page), closing(page.get_textpage()) as text:
        shown = text.get_text_range()
        notes = "\n".join(_notes(page))
    # What the engine makes of a hyphen at the end of a line.
    shown = shown.replace("\x02", "-").replace("\ufffe", "-").replace("\r\n", "\n").replace("\r", "\n")
    return f"{shown}\n{notes}" if notes else shown


def _notes(page: pypdfium2.PdfPage) -> Iterator[str]:
    for number in range(min(MOST_NOTES, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not note:
            continue
        for key in _NOTE_KEYS:
            size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
            if 2 < size <= 2 * LONGEST_NOTE:
                buffer = ctypes.create_string_buffer(size)
                letters = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
                pdfium.FPDFAnnot_GetStringValue(note, key, letters, size)
                yield buffer.raw[: size - 2].decode("utf-16-le", errors="replace")
        pdfium.FPDFPage_CloseAnnot(note)


def _enclosed(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfAttachment]:
    for number in range(min(100, document.count_attachments())):
        yield document.get_attachment(number)
