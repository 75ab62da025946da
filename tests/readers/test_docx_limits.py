"""Word files that are broken, locked, strange or meant to do harm: each is refused by name."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from converters.errors import (
    ConversionError,
    EmptySource,
    EncryptedSource,
    TooLarge,
    TruncatedSource,
    UnreadableSource,
    UnsafeSource,
)
from converters.readers import docx, docx_package
from tests.readers.word_files import cell, lines, look_style, p, part, row, run, texts, word_file, zipped

HOSTILE = Path(__file__).parents[3] / "shared" / "fixtures" / "hostile"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


def with_part(raw: bytes, name: str, content: bytes | str) -> bytes:
    """The same file with a part more, or with another part in the place of one."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        contents: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return zipped(contents | {name: content})


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", EmptySource),
        (b"%PDF-1.7 ...", UnreadableSource),
        (b"{\\rtf1 hej}", UnreadableSource),
        (OLE + bytes(600), UnreadableSource),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), EncryptedSource),
        (b"PK\x03\x04 og saa ikke mere", TruncatedSource),
        (b"<html><p>hej</p></html>", UnreadableSource),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), UnreadableSource),
        (zipped({"word/document.xml": part("document", "")}), UnreadableSource),
        (zipped({"word/document.xml": "<w:document"}), TruncatedSource),
        (word_file(p()), EmptySource),
    ],
    ids=["empty", "pdf", "rtf", "doc", "locked", "cut", "html", "odt", "bodiless", "broken", "wordless"],
)
def test_what_is_no_word_file_is_refused_by_name(raw: bytes, error: type[ConversionError]) -> None:
    """Each refusal has its own kind, says what is wrong, where, and what to try."""
    with pytest.raises(error) as caught:
        docx.read(raw, "møde.docx")

    assert type(caught.value) is error
    assert caught.value.where == "møde.docx"
    assert caught.value.hint


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_refused(share: float) -> None:
    """A file of which the end is missing is said to be damaged."""
    raw = word_file(p("Referat"))

    with pytest.raises(TruncatedSource):
        docx.read(raw[: int(share * len(raw))], "møde.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item1.xml", "word/_rels/x.rels"])
def test_a_declaration_of_entities_is_refused(name: str, encoding: str) -> None:
    """A DTD in any part is refused, however the part is encoded."""
    content = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}<x>&a;</x>'.encode(encoding)

    with pytest.raises(UnsafeSource, match="DTD"):
        docx.read(with_part(word_file(p("Referat")), name, content), "møde.docx")


def test_an_entry_that_inflates_too_far_is_refused() -> None:
    """A part that grows to more than a hundred times its size in the file is a bomb."""
    raw = with_part(word_file(p("Referat")), "word/media/stor.png", bytes(30 * 2**20))

    with pytest.raises(TooLarge):
        docx.read(raw, "møde.docx")


def test_a_small_entry_may_inflate() -> None:
    """A small part may repeat itself as it likes."""
    raw = with_part(word_file(p("Referat")), "customXml/item1.xml", b"<x>" + b" " * 900_000 + b"</x>")

    assert texts(raw) == ["Referat"]


def test_the_sizes_of_all_entries_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many parts of which none is too large are too large together."""
    monkeypatch.setattr(docx_package, "LARGEST_SUM", 2_000_000)
    raw = word_file(p("Referat"))
    for number in range(4):
        raw = with_part(raw, f"word/media/{number}.bin", bytes(900_000))

    with pytest.raises(TooLarge):
        docx.read(raw, "møde.docx")


def test_the_size_in_the_header_is_not_believed() -> None:
    """A part that says it is small, and is not, is refused or found broken; it is never inflated whole."""
    raw = bytearray(with_part(word_file(p("Referat")), "word/media/stor.png", bytes(30 * 2**20)))
    size = (30 * 2**20).to_bytes(4, "little")
    while size in raw:
        place = raw.index(size)
        raw[place : place + 4] = (10).to_bytes(4, "little")

    with pytest.raises((TooLarge, TruncatedSource)):
        docx.read(bytes(raw), "møde.docx")


def test_too_many_entries_are_refused() -> None:
    """Two thousand parts are enough for any minutes."""
    target = BytesIO(word_file(p("Referat")))
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(docx_package.MOST_ENTRIES):
            archive.writestr(f"x/{number}.bin", b"")

    with pytest.raises(TooLarge):
        docx.read(target.getvalue(), "møde.docx")


def test_too_many_paragraphs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with more paragraphs than any minutes have is refused before the slow part begins."""
    monkeypatch.setattr(docx, "MOST_PARAGRAPHS", 20)

    with pytest.raises(TooLarge):
        docx.read(word_file(p("Referat") * 21), "møde.docx")


def test_paths_out_of_the_file_are_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part named to land elsewhere lands nowhere: nothing is unpacked to the disk."""
    monkeypatch.chdir(tmp_path)
    raw = with_part(word_file(p("Referat")), "../../ude.xml", b"<x/>")

    assert texts(with_part(raw, "/ude.xml", b"<x/>")) == ["Referat"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("depth", [10, 40, 3000])
def test_tables_in_tables_end(depth: int) -> None:
    """Tables inside tables keep every word, or are refused by name where they go too deep."""
    body = p("inderst")
    for _ in range(depth):
        body = f"<w:tbl><w:tr><w:tc>{p('lag')}{body}</w:tc></w:tr></w:tbl>"
    raw = word_file(body)

    try:
        words = " ".join(line.text for line in lines(raw)).split()
    except TruncatedSource:
        assert depth == 3000
    else:
        assert sorted(words) == sorted(["inderst", *["lag"] * depth])


@pytest.mark.parametrize("inner", ['<w:altChunk r:id="x"/>', p() + '<w:subDoc r:id="x"/>'])
def test_a_text_put_together_from_files_is_refused(inner: str) -> None:
    """Text that stands in another file inside the file cannot be read, and that is said."""
    with pytest.raises(UnreadableSource, match="indsat"):
        docx.read(word_file(p("Referat") + inner), "møde.docx")


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:r><w:sym w:char="zz"/><w:t>ord</w:t></w:r></w:p>',
        "<w:p><w:r><w:sym/><w:t>ord</w:t></w:r></w:p>",
        p("ord", properties='<w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr>'),
        p("ord", properties='<w:outlineLvl w:val="-4"/>', looks='<w:sz w:val="stor"/>'),
        "<w:tbl>" + row(cell("ord", '<w:gridSpan w:val="99999999"/>')) + "</w:tbl>",
        "<w:tbl><w:tr/></w:tbl><w:tbl/><w:p><w:r><w:t>ord</w:t></w:r></w:p>",
        "<w:p><w:p><w:r><w:t>ord</w:t></w:r></w:p></w:p>",
        "<w:p><w:r><w:footnoteReference/><w:commentReference/><w:t>ord</w:t></w:r></w:p>",
        '<w:p><w:r><w:drawing><a:blip r:embed="../../etc"/></w:drawing><w:t>ord</w:t></w:r></w:p>',
        '<w:p><w:r><w:fldChar/><w:fldChar w:fldCharType="end"/><w:t>ord</w:t></w:r></w:p>',
        "<w:p><?php echo 1 ?><!-- hej --><w:r><w:t>ord</w:t></w:r></w:p>",
        "<w:r><w:t>ord</w:t></w:r><w:hyperlink r:id='intet'/>",
        "<w:tbl>" + row("<w:tc><w:r><w:t>ord</w:t></w:r><w:hyperlink r:id='intet'/></w:tc>") + "</w:tbl>",
        "<w:tbl>" + row(cell(), "<w:r><w:t>ord</w:t></w:r>") + "</w:tbl>",
        "<w:tbl>" + p("ord") + row(cell()) + "</w:tbl>",
        "<w:tbl><w:ukendt>" + row(cell("ord")) + "</w:ukendt></w:tbl>",
        "<w:ukendt>" + p("ord") + "</w:ukendt>",
        "<w:p><w:r><w:softHyphen><w:r><w:t>ord</w:t></w:r></w:softHyphen></w:r></w:p>",
        "<w:p><w:r><w:t>o<w:tab/>rd</w:t></w:r></w:p>",
    ],
)
def test_nonsense_in_a_file_costs_no_word(body: str) -> None:
    """Attributes that are missing or mad change nothing about the words."""
    words = " ".join(texts(word_file(body))).replace("[1]", "").split()

    assert words == ["ord"]


@pytest.mark.parametrize("text", ["\u2011", "…", "- - -", "\u00ad"])
def test_signs_alone_are_no_word(text: str) -> None:
    """Found by fuzzing: a file of hyphens and dots would become an empty page."""
    with pytest.raises(EmptySource):
        docx.read(word_file(p(text)), "møde.docx")


@pytest.mark.parametrize("name", ["trunc.docx", "bomb_paras.docx"])
def test_shared_hostile_files_are_refused(name: str) -> None:
    """The shared hostile files end as named refusals."""
    path = HOSTILE / name
    if not path.is_file():
        pytest.skip("the shared fixtures are not here")

    with pytest.raises((TruncatedSource, TooLarge)):
        docx.read(path.read_bytes(), name)


MANY = 4_000
BEGIN, END = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
GONE_END = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'


@pytest.mark.parametrize(
    "body",
    [
        p(runs=BEGIN * MANY + run("ord ") * MANY + END * MANY),
        p("ord ", properties=GONE_END) * MANY + p("slut"),
        f"<w:tbl>{row(cell('ord') * MANY)}</w:tbl>",
        p("ord", properties='<w:pStyle w:val="S0"/>') * MANY,
    ],
    ids=["fields in fields", "ends deleted in a row", "cells in a row", "styles on styles"],
)
def test_much_of_a_kind_costs_no_more_than_its_length(body: str) -> None:
    """What a file has thousands of, inside or after each other, is read in seconds and kept."""
    styles = "".join(look_style(f"S{n}", "", base=f"S{n + 1}") for n in range(MANY))
    began = time.process_time()

    words = " ".join(line.text for line in lines(word_file(body, styles=styles))).split()

    assert words.count("ord") == MANY
    assert time.process_time() - began < 20
