"""The texts of a page's objects are those PDFium tells, object for object, and cost no more than the page."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from converters.readers.pdf_calls import address_of
from converters.readers.pdf_texts import ROOM, Texts
from tests.damaged.pdfs import assembled, stream
from tests.readers.pdf_papers import pdf

LONGEST = 100_000
# Capital letters are shown as Hebrew ones, read from the right; "~" as a sign beyond the first plane.
MAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
    b"2 beginbfrange <41> <5A> <05D0> <20> <40> <0020> endbfrange\n"
    b"1 beginbfrange <61> <7A> <0061> endbfrange 1 beginbfchar <7E> <D83DDE00> endbfchar endcmap end"
)
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    b" /Resources << /Font << /F1 4 0 R >> >> >>"
)
FONT = (
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R"
    b" /FirstChar 32 /LastChar 255 /Widths [%s] >>"
)
PIECE = st.text("abz 19.-(AB~\u00a0", min_size=1, max_size=12)
ROW = st.lists(PIECE, min_size=1, max_size=6)


def paper(rows: Sequence[Sequence[str]], *, from_the_right: bool = False) -> bytes:
    """A page with rows of texts, each an object of its own, side by side or one upon the other."""
    painted = [
        f"BT /F1 10 Tf 1 0 0 1 {50 + 45 * place} {800 - 14 * row} Tm <{text.encode('latin-1').hex()}> Tj ET\n"
        for row, texts in enumerate(rows)
        for place, text in enumerate(texts)
    ]
    widths = " ".join(["500"] * 224)
    order = b"/ViewerPreferences << /Direction /R2L >>" if from_the_right else b""
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % order,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            FONT % widths.encode(),
            stream("".join(painted).encode()),
            stream(MAP),
        ]
    )


def both(raw: bytes) -> tuple[list[str], list[str]]:
    """What the objects of the first page say as it is told here, and as PDFium tells it."""
    document = pypdfium2.PdfDocument(raw)
    page = document[0]
    text_page = page.get_textpage()
    texts = Texts(text_page.raw, LONGEST)
    objects = [pdfium.FPDFPage_GetObject(page.raw, place) for place in range(_count(page))]
    found = [texts.of(address_of(one)) for one in objects]
    if texts.doubted:
        found = [texts.of(address_of(one)) for one in objects]
    told = []
    for one in objects:
        size = pdfium.FPDFTextObj_GetText(one, text_page.raw, None, 0)
        room = (ctypes.c_ushort * size)()
        pdfium.FPDFTextObj_GetText(one, text_page.raw, room, size)
        told.append(bytes(room)[: size - 2].decode("utf-16-le", "replace"))
    text_page.close()
    document.close()
    return found, told


def _count(page: pypdfium2.PdfPage) -> int:
    return int(pdfium.FPDFPage_CountObjects(page.raw))


@settings(deadline=None, max_examples=300)
@given(rows=st.lists(ROW, min_size=1, max_size=4), from_the_right=st.booleans())
@example(rows=[["Bab", "Aa1"], ["1.A", "Ab"]], from_the_right=True)
@example(rows=[["b1.", "a b"], ["(1"]], from_the_right=True)
@example(rows=[["a-", "b  c", " "], ["~", "a"]], from_the_right=False)
def test_every_object_says_what_pdfium_tells(rows: Sequence[Sequence[str]], *, from_the_right: bool) -> None:
    """Whatever stands beside what, and in whatever direction it is read."""
    found, told = both(paper(rows, from_the_right=from_the_right))
    assert found == told


def test_a_text_longer_than_its_first_room_is_read_whole() -> None:
    """A text longer than the room that is there for most is read whole."""
    for first in "aA":  # PDFium is asked for the second, which holds a letter read from the right
        found, told = both(paper([[first + "bz" * ROOM]]))
        assert found == told
        assert len(found[0]) > ROOM


def test_letters_of_one_object_among_those_of_another_are_seen() -> None:
    """Letters of one object among those of another are given to the one that has them."""
    found, told = both(paper([["Bab", "Aa1", "b 1"]]))
    assert found == told
    assert all(found)


def test_pdfium_is_not_asked_about_usual_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dots, lines and words side by side are told without asking about each."""
    asked: list[int] = []

    def ask(_: Texts, one: int) -> str:
        asked.append(one)
        return ""

    monkeypatch.setattr(Texts, "_asked", ask)
    dots = "".join(f"BT /F1 11 Tf 1 0 0 1 {100 + 4 * place} 700 Tm (.) Tj ET\n" for place in range(80))
    lines = "".join(f"BT /F1 11 Tf 1 0 0 1 60 {650 - 14 * row} Tm (Sag {row}) Tj ET\n" for row in range(30))
    beside = "".join(f"BT /F1 11 Tf 1 0 0 1 {60 + 40 * place} 90 Tm (Punkt) Tj ET\n" for place in range(9))
    found, _ = both(pdf(dots + lines + beside))
    assert found[:80] == ["."] * 80
    assert found[80:110] == [f"Sag {row}" for row in range(30)]
    assert [text.strip() for text in found[110:]] == ["Punkt"] * 9
    assert asked == []
