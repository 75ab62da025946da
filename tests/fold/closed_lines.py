"""Minutes of a few items as lines that know ranks, paragraphs and pages, made in code."""

from __future__ import annotations

from dataclasses import replace

from converters.blocks import Furniture, Line, Origin, Reading
from converters.fold import understand
from converters.fold.understood import Understood
from converters.ledger import Reason
from converters.model import Access, Meeting, Source
from tests.segment.set_lines import heading, line, numbered

HEAD = (
    heading("Referat", 1),
    line("Birkevig Kommune"),
    line("Teknikudvalget"),
    line("Mødedato: 5. marts 2026"),
)


def item(number: int, title: str, *inside: Line, behind: tuple[Line, ...] = ()) -> tuple[Line, ...]:
    """An item with its sections, and lines inside the first or behind the decision."""
    return (
        heading(f"{number}. {title}", 1),
        heading("Sagsfremstilling", 2),
        line("Forvaltningen fremlægger sagen om vejen."),
        *inside,
        heading("Beslutning", 2),
        line("Godkendt."),
        *behind,
    )


def shut(found: Meeting) -> str:
    """One sign an item: closed or open."""
    return "".join("x" if one.access is Access.CLOSED else "o" for one in found.items)


def on_page(page: int, *lines: Line) -> tuple[Line, ...]:
    """Lines that stand on a page, the first of the text opening it."""
    first = next(place for place, one in enumerate(lines) if one.furniture is None)
    return tuple(
        replace(one, origin=Origin(page=page, line=1), starts_page=place == first)
        for place, one in enumerate(lines)
    )


def header(text: str) -> Line:
    """A line that the reader knows to run over the page."""
    return line(text, furniture=Furniture.HEADER)


def told(*lines: Line) -> Understood:
    """What is understood of such lines."""
    return understand(Reading(lines=numbered(lines), pages=9), Source(file="referat.pdf", sha256="0" * 64))


def words_left_out(found: Understood) -> str:
    """The words that the ledger shows."""
    return " ".join(entry.text for entry in found.left_out if entry.reason is not Reason.CLOSED)
