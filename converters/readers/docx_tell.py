"""What is told of each paragraph of a Word text: its pieces, its number, its place, its look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from converters.blocks import Furniture
from converters.readers.docx_numbers import Numbering, Printed
from converters.readers.docx_ranks import Stand
from converters.readers.docx_runs import NoteReference, Piece, Walk
from converters.readers.docx_shape import CELL, TABLE, P
from converters.readers.docx_styles import Look
from converters.readers.docx_xml import Element, W, new, switched, value_of, whole

SECTION_STAYS = frozenset({"continuous", "nextColumn"})  # sections that begin on the page where one ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A paragraph with what it holds; ``gap`` counts the empty paragraphs above it."""

    element: Element
    pieces: tuple[Piece, ...]
    style: str
    stand: Stand
    page: int
    starts_page: bool = False
    gap: int = 0
    printed: Printed | None = None
    indent: int | None = None
    furniture: Furniture | None = None
    in_cell: bool = False
    sole: bool = False  # the only paragraph of its cell


@dataclass(slots=True, kw_only=True)
class Teller:
    """Goes through one text; ``note`` gives the blocks of a note that is come by."""

    root: Element
    walk: Walk
    numbering: Numbering
    note: Callable[[NoteReference, Walk], list[Told]]
    ends: dict[Element, Element] = field(default_factory=dict)  # of each block, the last thing put after it
    gap: int = 0
    last_page: int = 1

    def tell(self) -> Iterator[Told]:
        """Tell of every paragraph that holds words or images, in order; notes follow their paragraph."""
        for paragraph in list(self.root.iter(P)):
            yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: Element) -> Iterator[Told]:
        properties = paragraph.find(W + "pPr")
        style = value_of(properties, "pStyle")
        if not self.walk.rendered and switched(properties, "pageBreakBefore"):
            self.walk.page += 1
        listed = self.walk.in_contents
        noted = len(self.walk.notes)
        pieces = self.walk.pieces(paragraph, style)
        printed = self.numbering.printed(properties, style)
        kept = tuple(piece for piece in pieces if piece.gone is None)
        in_cell = next(paragraph.iterancestors(CELL), None) is not None
        if any(_speaks(piece) for piece in kept):
            page = next(piece.page for piece in kept if _speaks(piece))
            aside = listed or self.walk.in_contents or self.walk.furniture is not None or bool(self.walk.mark)
            aside = aside or (in_cell and not _alone_in_row(paragraph))
            aside = aside or (printed is not None and printed.bullet)
            told = Told(
                element=paragraph,
                pieces=kept,
                style=self.walk.styles.name(style) or "p",
                stand=_stand(kept, self._outline(properties, style), aside=aside),
                page=page,
                starts_page=page > self.last_page,
                gap=0 if in_cell else self.gap,
                printed=printed,
                indent=self._indent(properties, style, printed),
                furniture=self.walk.furniture,
                in_cell=in_cell,
                sole=in_cell and _sole(paragraph),
            )
            self.gap, self.last_page = 0, page
            yield told
        else:
            self.gap += not in_cell
            if any(piece.part for piece in kept):
                yield self._wordless(paragraph, kept)
        yield from self._gone(paragraph, pieces)
        yield from self._notes(paragraph, noted)
        self._end_section(properties)

    def _outline(self, properties: Element | None, style: str | None) -> int | None:
        if self.walk.furniture is not None or self.walk.in_contents:
            return None
        return self.walk.styles.level(properties, style)

    def _indent(self, properties: Element | None, style: str | None, printed: Printed | None) -> int | None:
        own = None if properties is None else properties.find(W + "ind")
        for one in (own, None if printed and printed.indent is not None else self.walk.styles.indent(style)):
            found = None if one is None else whole(one.get(W + "left") or one.get(W + "start"))
            if found is not None:
                return found
        return None if printed is None else printed.indent

    def _wordless(self, paragraph: Element, kept: tuple[Piece, ...]) -> Told:
        return Told(
            element=paragraph,
            pieces=kept,
            style="p",
            stand=Stand(text=""),
            page=self.walk.page,
            furniture=self.walk.furniture,
        )

    def _gone(self, paragraph: Element, pieces: tuple[Piece, ...]) -> Iterator[Told]:
        """Tell of words that are no text: each kind a line of its own, right after the block."""
        for kind in (Furniture.DELETED, Furniture.CHROME):
            lost = tuple(piece for piece in pieces if piece.gone is kind and not piece.part)
            if not any(_speaks(piece) for piece in lost):
                continue
            element = new(P)
            self._put(paragraph, element)
            page = lost[0].page
            yield Told(
                element=element,
                pieces=lost,
                style=kind.value,
                stand=Stand(text=""),
                page=page,
                furniture=kind,
            )

    def _notes(self, paragraph: Element, noted: int) -> Iterator[Told]:
        for reference in self.walk.notes[noted:]:
            for told in self.note(reference, self.walk):
                self._put(paragraph, told.element)
                yield told

    def _put(self, paragraph: Element, element: Element) -> None:
        """Put an element after the block of the text in which a paragraph stands."""
        block = paragraph
        while (parent := block.getparent()) is not None and parent is not self.root:
            block = parent
        self.ends.get(block, block).addnext(element)
        self.ends[block] = element

    def _end_section(self, properties: Element | None) -> None:
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None and not self.walk.rendered:
            self.walk.page += value_of(section, "type") not in SECTION_STAYS


def _speaks(piece: Piece) -> bool:
    return piece.symbol is not None or (bool(piece.text.strip()) and piece.part is None)


def _sole(paragraph: Element) -> bool:
    cell = next(paragraph.iterancestors(CELL), None)
    return cell is not None and len(list(islice(cell.iter(P), 2))) == 1


def _alone_in_row(paragraph: Element) -> bool:
    cell = next(paragraph.iterancestors(CELL), None)
    row = None if cell is None else cell.getparent()
    outer = sum(1 for _ in paragraph.iterancestors(TABLE))
    if row is None or outer > 1:
        return False
    return len(list(islice((one for one in row if one.tag == CELL), 2))) == 1


def _stand(pieces: tuple[Piece, ...], outline: int | None, *, aside: bool) -> Stand:
    spoken = [piece for piece in pieces if piece.text.strip() and piece.part is None]
    sizes: Counter[int] = Counter()
    for piece in spoken:
        sizes[piece.look.size] += len(piece.text)
    size = max(sizes, key=lambda one: (sizes[one], one), default=0)
    look = None
    if spoken and not all(piece.href for piece in spoken):
        look = Look(
            size=size,
            bold=all(piece.look.bold for piece in spoken),
            italic=all(piece.look.italic for piece in spoken),
            underlined=all(piece.look.underlined for piece in spoken),
            caps=all(piece.look.caps for piece in spoken),
        )
    text = "".join(piece.text for piece in pieces if piece.part is None).strip()
    return Stand(text=text, outline=outline, look=look, size=size, aside=aside)
