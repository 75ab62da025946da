"""Encodings told apart by the bytes alone."""

import codecs

import pytest

from converters.errors import EmptySource, UnreadableSource
from converters.readers.encoding import decode

TEXT = "Økonomiudvalget – møde på Ærø\nUdvalget godkendte »forslaget« til 5 € pr. låge.\n"
WRITTEN = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16 little end first": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16 big end first": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16 little end first without a mark": TEXT.encode("utf-16-le"),
    "utf-16 big end first without a mark": TEXT.encode("utf-16-be"),
    "windows-1252": TEXT.encode("cp1252"),
}


@pytest.mark.parametrize("raw", WRITTEN.values(), ids=WRITTEN)
def test_the_same_text_comes_out_of_every_encoding(raw: bytes) -> None:
    """Danish letters, dashes, quotation marks and the euro sign survive whatever they were written in."""
    assert decode(raw, where="referat.txt") == TEXT


def test_lines_end_alike() -> None:
    """Line ends of Windows, of old Macintosh and of Unicode all become line feeds."""
    assert decode("Å\r\nB\rC\u2028D\u2029E".encode(), where="referat.txt") == "Å\nB\nC\nD\nE"


def test_letters_are_composed() -> None:
    """A letter and its ring or its accent, as some systems store them, become one letter."""
    assert decode("A\u030agade, resume\u0301".encode(), where="referat.txt") == "Ågade, resumé"


def test_what_no_page_shows_is_dropped() -> None:
    """A stray control character and blanks without width do not split a word."""
    text = "Ud\u200bval\x07get\ufeff mødtes. " + "Det var mange ord. " * 20

    assert decode(text.encode(), where="referat.txt").startswith("Udvalget mødtes. Det")


@pytest.mark.parametrize(
    "raw",
    [b"", b" \r\n\t\f\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\x00" * 40, b"----\n....\n\xe2\x80\xa2\n"],
    ids=["nothing", "blanks", "a mark", "a mark of utf-16", "zeros", "signs without a word"],
)
def test_a_file_without_a_word_is_empty(raw: bytes) -> None:
    """Nothing can be made of it, and the message says so."""
    with pytest.raises(EmptySource) as told:
        decode(raw, where="referat.txt")

    assert "referat.txt" in str(told.value)


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.strip("\n.").encode() + "å".encode()[:1],
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        TEXT.encode("utf-16-be")[:-1],
    ],
    ids=["utf-8", "utf-16", "utf-16 without a mark"],
)
def test_a_cut_file_is_refused(raw: bytes) -> None:
    """A file that ends in the middle of a letter may lack more than that letter."""
    with pytest.raises(UnreadableSource, match="skåret over"):
        decode(raw, where="referat.txt")


@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(200), b"Referat\x01\x02\x03\x04" * 30],
    ids=["every byte", "a picture", "many control characters"],
)
def test_noise_is_no_text(raw: bytes) -> None:
    """Bytes that are no text are refused, not turned into letters."""
    with pytest.raises(UnreadableSource, match="ikke tekst"):
        decode(raw, where="referat.txt")


def test_a_letter_of_windows_at_the_very_end_is_no_cut() -> None:
    """Text in Windows-1252 may well end in a letter that begins a longer one in UTF-8."""
    raw = "Møde på Nørrekær Å".encode("cp1252")

    assert decode(raw, where="referat.txt") == "Møde på Nørrekær Å"
