"""What is fuzzed: each reader, the reading of pages, and the way from text to a meeting, with its laws."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
from bs4 import BeautifulSoup

from converters.blocks import Reading
from converters.errors import ReferatError
from converters.readers import docx, every_word, html, ocr, office, pdf, text
from converters.readers.docx_package import Package, open_package
from converters.readers.docx_xml import MC, Element, W
from converters.readers.encoding import decode
from converters.readers.markup import parse
from converters.readers.page_bytes import decode_page
from converters.readers.page_frames import RAW
from converters.readers.pdf_flow import Leaf, flow
from converters.readers.pdf_fonts import Fonts
from converters.readers.pdf_lines import printed_lines
from converters.readers.pdf_links import lay
from converters.readers.pdf_recognised import evened, with_bullets
from converters.readers.pdf_runs import sheet_of
from tests.fuzz.front_matter import page_is_read_or_refused
from tests.fuzz.laws import hold, no_letter_lost, pages_account_for, reading_is_whole

WHERE = "referat"
MOST_PAGES = 4  # that are read as if they had been recognised
# A web page whose text is not that of its tags alone: written as XML, or with a type of its own.
NOT_PLAIN = re.compile(r"\s*<\?xml|\s*<!doctype[^>]*\[|<!\[CDATA\[", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is done with bytes, the ending of such a file, and the most bytes of an input.

    ``examine`` raises what breaks a law, and anything else that has no name in the error tree.
    """

    examine: Callable[[bytes], None]
    ending: str
    largest: int = 8_192


def _text(raw: bytes) -> None:
    reading = text.read(raw, WHERE)
    reading_is_whole(reading)
    no_letter_lost(decode(raw, where=WHERE), reading.lines)


def _minutes(raw: bytes) -> None:
    pages_account_for(text.read(raw, WHERE))


def _html(raw: bytes) -> None:
    reading = html.read(raw, WHERE)
    reading_is_whole(reading)
    source = decode_page(raw, WHERE)
    if not NOT_PLAIN.search(source):
        no_letter_lost(_text_of(parse(source, WHERE)), reading.lines)
    pages_account_for(reading)


def _text_of(soup: BeautifulSoup) -> str:
    """The text of a page, less what a browser shows only where it knows no frames."""
    for frame in soup.find_all(RAW):
        frame.decompose()
    return soup.get_text(" ")


def _docx(raw: bytes) -> None:
    reading = docx.read(raw, WHERE)
    reading_is_whole(reading)
    no_letter_lost(_typed(open_package(raw, where=WHERE)), reading.lines)
    pages_account_for(reading)


def _typed(package: Package) -> str:
    """The letters of a Word file's body, less those that an older Word shows in place of others."""
    root = package.tree(package.main)
    body = None if root is None else root.find(f"{W}body")
    runs = [] if body is None else [run for run in body.iter(f"{W}r") if not _is_aside(run)]
    return " ".join(letters.text or "" for run in runs for letters in run.findall(f"{W}t"))


def _is_aside(run: Element) -> bool:
    """Whether it stands in place of other words, or where no Word file has any: among properties."""
    return any(str(one.tag) == f"{MC}Fallback" or str(one.tag).endswith("Pr") for one in run.iterancestors())


def _office(raw: bytes) -> None:
    reading_is_whole(office.read(raw, WHERE))


def _pdf(raw: bytes) -> None:
    reading = pdf.read(raw, WHERE)
    reading_is_whole(reading)
    hold(reading.pages, "a reading of no page")
    pages_account_for(reading)


def _ocr(raw: bytes) -> None:
    """Read the text of every page as if a machine had read it off an image."""
    leaves = _recognised(raw)
    lines = flow(leaves)
    if any(letter.isalnum() for line in lines for letter in line.text):
        recognised = tuple(leaf.number for leaf in leaves)
        reading = Reading(lines=lines, pages=len(leaves), recognised=recognised)
        reading_is_whole(reading)
        pages_account_for(reading)


def _recognised(raw: bytes) -> list[Leaf]:
    fonts = Fonts()
    try:
        document = pypdfium2.PdfDocument(raw)
        pages = [document[number] for number in range(min(MOST_PAGES, len(document)))]
    except pypdfium2.PdfiumError:
        return []  # the target of PDFs sees to these
    with closing(document):
        sheets = evened([sheet_of(page, number, fonts) for number, page in enumerate(pages, 1)])
        return [
            Leaf(
                number=sheet.number,
                height=sheet.height,
                lines=lay(with_bullets(printed_lines(sheet.number, sheet.runs)), ()),
                recognised=True,
            )
            for sheet in sheets
            if not sheet.crowded
        ]


def _every_word(raw: bytes) -> None:
    for place, found in every_word.pieces_of(raw, WHERE):
        hold(type(place) is str and type(found) is str, "a piece that is no text")


def _front_matter(raw: bytes) -> None:
    page_is_read_or_refused(raw.decode("utf-8", errors="replace"))


TARGETS: dict[str, Target] = {
    "text": Target(examine=_text, ending=".txt"),
    "minutes": Target(examine=_minutes, ending=".txt"),
    "front_matter": Target(examine=_front_matter, ending=".md", largest=4_096),
    "html": Target(examine=_html, ending=".html"),
    "docx": Target(examine=_docx, ending=".docx", largest=16_384),
    "office": Target(examine=_office, ending=".odt", largest=4_096),
    "pdf": Target(examine=_pdf, ending=".pdf", largest=16_384),
    "ocr": Target(examine=_ocr, ending=".pdf", largest=16_384),
    "every_word": Target(examine=_every_word, ending=".bin", largest=16_384),
}


def examine(name: str, raw: bytes) -> None:
    """Put bytes through a target; a refusal with a name is as good as a result."""
    with _no_programs(), contextlib.suppress(ReferatError):
        TARGETS[name].examine(raw)


@contextlib.contextmanager
def _no_programs() -> Iterator[None]:
    """Leave out Tesseract and LibreOffice, which are programs of their own: they seem not to be installed."""
    there = ocr.languages, office.PROGRAMS
    ocr.languages = frozenset  # type: ignore[assignment]  # as where there is no Tesseract
    office.PROGRAMS = ("none", "none")
    try:
        yield
    finally:
        ocr.languages, office.PROGRAMS = there
