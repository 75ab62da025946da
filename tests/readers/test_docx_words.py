"""Every word of a Word file is on a line: no more, no fewer."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from converters.blocks import Furniture, Line
from tests.readers.word_files import OFFICE, heading_style, level, lines, listed, lists, p, run, word_file

SHARED = Path(__file__).parents[3] / "shared" / "fixtures"
W = f"{{{OFFICE}/wordprocessingml/2006/main}}"
STYLES = heading_style("O1", 0) + heading_style("O2", 1)
NUMBERING = lists(level(0, "bullet", "\uf0b7") + level(1, "bullet", "o"))
# A number that Word prints itself stands in no text of the file.
PRINTED = re.compile(r"^[0-9]+\.$")

WORDS = st.text("abcæøåÉ0-", min_size=1, max_size=6).filter(lambda word: word.strip("-") != "")


def words_of(found: tuple[Line, ...], *, gone: bool = False) -> Counter[str]:
    """The words of the lines that are text, or of those that were deleted."""
    kinds = {Furniture.DELETED} if gone else {None, Furniture.CHROME}
    return Counter(word for line in found if line.furniture in kinds for word in line.text.split())


def words_in(raw: bytes, tag: str) -> Counter[str]:
    """The words of a file's text, straight from its XML: paragraph by paragraph, as they stand."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found: Counter[str] = Counter()
    for paragraph in root.iter(W + "p"):
        text = ""
        for element in paragraph.iter(W + tag, W + "tab", W + "br"):
            if next(element.iterancestors(W + "p")) is paragraph:
                text += (element.text or "") if element.tag == W + tag else " "
        found.update(text.split())
    return found


@st.composite
def runs(draw: st.DrawFn) -> str:
    """A run in one of the wrappers that Word puts around runs."""
    inner = run(f"{draw(WORDS)} ", draw(st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:sz w:val="30"/>'])))
    wrapper = draw(
        st.sampled_from(
            [
                "{}",
                '<w:ins w:id="1" w:author="a">{}</w:ins>',
                '<w:moveTo w:id="1" w:author="a">{}</w:moveTo>',
                "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
                '<w:smartTag w:uri="x" w:element="y">{}</w:smartTag>',
                '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
                '<w:hyperlink r:id="plan">{}</w:hyperlink>',
                '<w:fldSimple w:instr=" TITLE ">{}</w:fldSimple>',
                '<w:bdo w:val="ltr">{}</w:bdo>',
                "<w:ukendt>{}</w:ukendt>",
            ]
        )
    )
    return str(wrapper.format(inner))


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of runs, deletions and text boxes, in some style, in a list or not."""
    inner = "".join(draw(st.lists(runs(), max_size=4)))
    if draw(st.booleans()):
        gone = f"<w:r><w:delText>{draw(WORDS)} </w:delText></w:r>"
        inner += f'<w:del w:id="1" w:author="a">{gone}</w:del>'
    if draw(st.integers(0, 5)) == 0:
        box = f"<w:txbxContent>{p(draw(WORDS))}</w:txbxContent>"
        inner += f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    properties = draw(st.sampled_from(["", listed(1), listed(1, 1)]))
    return p(runs=inner, style=draw(st.sampled_from(["", "O1", "O2"])), properties=properties)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A paragraph, a table, or a content control around one."""
    kind = draw(st.integers(0, 5))
    if kind == 0:
        cells = draw(st.lists(st.tuples(paragraphs(), paragraphs()), min_size=1, max_size=3))
        rows = "".join(f"<w:tr><w:tc>{one}</w:tc><w:tc>{two}</w:tc></w:tr>" for one, two in cells)
        return f"<w:tbl>{rows}</w:tbl>"
    if kind == 1:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{draw(paragraphs())}</w:sdtContent></w:sdt>"
    return draw(paragraphs())


@given(st.lists(blocks(), max_size=6))
def test_every_word_is_on_a_line(body: list[str]) -> None:
    """The words of the text are the words of its lines, and deleted words those of deleted lines."""
    raw = word_file(
        "".join(body) + p("slut"),
        styles=STYLES,
        numbering=NUMBERING,
        links={"plan": "https://havneby.example"},
    )

    found = lines(raw)

    # A bullet in a cell of a table has no other place than its text.
    assert words_of(found) - Counter({"•": 99}) == words_in(raw, "t")
    assert words_of(found, gone=True) == words_in(raw, "delText")


@given(st.lists(blocks(), max_size=4))
def test_the_same_file_gives_the_same_lines(body: list[str]) -> None:
    """Reading has no memory and no chance in it."""
    raw = word_file("".join(body) + p("slut"), styles=STYLES, numbering=NUMBERING)

    assert lines(raw) == lines(raw)


@pytest.mark.parametrize("name", ["fredericia.docx", "fredsund_bold.docx", "numbered_headings.docx"])
def test_every_word_of_the_shared_files_is_on_a_line(name: str) -> None:
    """Of the shared files no word is lost, and none is there that Word would not print."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip("the shared fixtures are not here")
    raw = path.read_bytes()

    found, expected = words_of(lines(raw)), words_in(raw, "t")

    assert expected - found == Counter()
    assert all(PRINTED.match(word) for word in found - expected)
