"""Word files (.docx): brought to a plain form, read by mammoth into HTML, and from there into lines.

What mammoth does not know is worked out before and put back after: automatic numbers, headings that
are only bold, headers and footers, pages, tracked deletions, hidden words, notes and comments.
"""

from __future__ import annotations

from io import BytesIO

import mammoth

from converters.blocks import Reading
from converters.errors import EmptySource, TooLarge, UnsafeSource
from converters.readers.docx_package import open_package
from converters.readers.docx_plain import STYLE_MAP, write_plain
from converters.readers.docx_stories import gather
from converters.readers.docx_thread import untied
from converters.readers.markup import lines_of

LARGEST = 100 * 2**20  # bytes
MOST_PARAGRAPHS = (
    50_000  # with a word in them; the longest agenda pack seen, of 700 pages, has fifteen thousand
)


def read(raw: bytes, where: str) -> Reading:
    """Read a Word file.  Raises EmptySource, UnreadableSource and UnsafeSource."""
    package = open_package(raw, where=where)
    stories = gather(package)
    texts = (told.stand.text for told in stories.told if told.furniture is None)
    if not any(letter.isalnum() for text in texts for letter in text):
        raise EmptySource(
            "Filen indeholder ikke et eneste ord.",
            where=where,
            hint="Er teksten et billede, så gem filen som PDF, og læg den i mappen i stedet.",
        )
    if len(stories.told) > MOST_PARAGRAPHS:
        raise TooLarge(
            f"Filen har mere end {MOST_PARAGRAPHS} afsnit.",
            where=where,
            hint="Åbn den i Word, del den i et referat ad gangen, og gem dem som .docx.",
        )
    plain = write_plain(package, stories)
    html = _html(plain.content, where)
    return Reading(lines=untied(lines_of(html, where=where), plain.marks), pages=stories.pages)


def _html(content: bytes, where: str) -> str:
    """Hand a plain file to mammoth; what it prints about styles concerns nobody."""
    try:
        result = mammoth.convert_to_html(
            BytesIO(content),
            style_map=STYLE_MAP,
            include_default_style_map=False,
            include_embedded_style_map=False,
        )
    except RecursionError as error:
        raise UnsafeSource(
            "Filen er indlejret for dybt: tabeller i tabeller.",
            where=where,
            hint="Åbn den i Word, lav de inderste tabeller om til tekst, og gem den igen.",
        ) from error
    return str(result.value)
