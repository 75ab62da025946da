"""A plain Word file, written for mammoth: paragraphs, tables, links and images, and no more than that."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import groupby

from converters.blocks import Furniture, ListKind, Marker
from converters.readers.docx_package import Package
from converters.readers.docx_ranks import Stand, ranks
from converters.readers.docx_runs import Piece
from converters.readers.docx_stops import with_stops
from converters.readers.docx_stories import Stories
from converters.readers.docx_styles import Look
from converters.readers.docx_tell import Told
from converters.readers.docx_thread import Mark, clean, knot
from converters.readers.docx_xml import OFFICE, PIC, WP, A, Element, R, W, below, drop, new, serialised

HEADING, ENTRY = "heading", "entry"  # the styles of the plain file
STYLE_MAP = f"p.{HEADING} => h6:fresh\np.{ENTRY} => ul > li:fresh"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LARGEST_PICTURE = 6 * 2**20  # bytes; a larger one is a photograph for print
LARGEST_PICTURES = 40 * 2**20  # bytes of all
STEP = 100  # twentieths of a point by which an entry stands further in than the one it is under
PICTURES = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))
DOCUMENT = "word/document.xml"
RELATIONS = f"{OFFICE}/package/2006/relationships"
OF_DOCUMENTS = f"{OFFICE}/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """The plain file, and what its paragraphs are by the numbers they carry."""

    content: bytes
    marks: tuple[Mark, ...]


@dataclass(slots=True, kw_only=True)
class _Writer:
    """Writes paragraphs and remembers what they point to."""

    package: Package
    links: dict[str, str] = field(default_factory=dict)  # id by address
    images: dict[str, tuple[str, str]] = field(default_factory=dict)  # id and type by part
    pictured: int = 0  # bytes of images so far, each as often as it is shown

    def write(self, told: Told, start: str, style: str | None) -> None:
        """Write what is told of a paragraph into its element."""
        paragraph = told.element
        for child in list(paragraph):
            paragraph.remove(child)
        if style is not None:
            below(paragraph, W + "pPr").append(new(W + "pStyle", val=style))
        inside, href = paragraph, None
        pieces = _with_title_apart(told.pieces) if style == HEADING else told.pieces
        for piece in with_stops(_joined(pieces, breaks=style != ENTRY), in_cell=told.in_cell):
            if piece.href != href:
                href = piece.href
                inside = paragraph if href is None else self._link(paragraph, href)
            if start and (piece.text.strip() or piece.symbol) and piece.part is None:
                _text(inside, piece, start)
                start = ""
            self._piece(inside, piece)

    def _link(self, paragraph: Element, href: str) -> Element:
        link = below(paragraph, W + "hyperlink")
        link.set(R + "id", self.links.setdefault(href, f"link{len(self.links) + 1}"))
        return link

    def _piece(self, inside: Element, piece: Piece) -> None:
        if piece.part is not None:
            self._picture(inside, piece)
        elif piece.symbol is not None:
            run = below(inside, W + "r")
            run.append(new(W + "sym", font=piece.symbol.font, char=piece.symbol.char))
        elif piece.breaks:
            below(below(inside, W + "r"), W + "br")
        elif piece.text:
            _text(inside, piece, piece.text)

    def _picture(self, inside: Element, piece: Piece) -> None:
        """Write an image that a browser shows; others have no words and are left out."""
        content = self.package.parts.get(piece.part or "", b"")
        kind = next((kind for start, kind in PICTURES if content.startswith(start)), None)
        self.pictured += len(content)
        if kind is None or len(content) > LARGEST_PICTURE or self.pictured > LARGEST_PICTURES:
            return
        number = self.images.setdefault(piece.part or "", (f"image{len(self.images) + 1}", kind))[0]
        inline = below(below(below(inside, W + "r"), W + "drawing"), WP + "inline")
        below(inline, WP + "docPr").set("descr", clean(piece.text))
        shown = below(below(below(inline, A + "graphic"), A + "graphicData"), PIC + "pic")
        below(below(shown, PIC + "blipFill"), A + "blip").set(R + "embed", number)


def _with_title_apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Keep those breaks of a heading behind which the letters look otherwise; other lines are one title."""
    found: list[Piece] = []
    behind: Look | None = None
    breaks: list[int] = []  # places from the end, of those whose line above is not known yet
    for piece in reversed(pieces):
        if piece.text.strip():
            for place in breaks if behind is not None and _alike(piece.look, behind) else ():
                found[place] = replace(found[place], text=" ", breaks=False)
            behind, breaks = piece.look, []
        elif piece.breaks:
            breaks.append(len(found))
        found.append(piece)
    return found[::-1]


def _alike(one: Look, other: Look) -> bool:
    return (one.bold, one.size) == (other.bold, other.size)


def _joined(pieces: Sequence[Piece], *, breaks: bool) -> Iterator[Piece]:
    """Join what Word cut to pieces without a reason to be seen; a break that is not kept is a blank."""

    def kind(piece: Piece) -> tuple[bool, bool, str | None]:
        other = piece.symbol is not None or piece.part is not None or (piece.breaks and breaks)
        return other, piece.look.bold, piece.href

    for (other, _, _), group in groupby(pieces, key=kind):
        if other:
            yield from group
            continue
        alike = list(group)
        text = "".join(" " if piece.breaks else clean(piece.text) for piece in alike)
        yield replace(alike[0], text=text, breaks=False)


def _text(inside: Element, piece: Piece, text: str) -> None:
    run = below(inside, W + "r")
    if piece.look.bold:
        below(below(run, W + "rPr"), W + "b")
    written = below(run, W + "t")
    written.text = text
    written.set(SPACE, "preserve")


def write_plain(package: Package, stories: Stories) -> Plain:
    """Write the texts of a file plainly, with what each paragraph is beside it."""
    writer = _Writer(package=package)
    levels = ranks([told.stand if told.furniture is None else Stand(text="") for told in stories.told])
    depths = _depths(stories.told, levels)
    usual = _usual_gap(stories.told)
    marks: list[Mark] = []
    for told, level, depth in zip(stories.told, levels, depths, strict=True):
        mark, prefix = _mark(told, level, depth, usual)
        # A list makes a cell a text; a number alone at the edge of a table makes it none.
        listed = mark.marker is not None and not told.sole
        style = HEADING if level is not None else ENTRY if listed else None
        writer.write(told, f"{knot(len(marks))}{prefix}", style)
        marks.append(mark)
    _drop_others(stories)
    document = new(W + "document")
    body = below(document, W + "body")
    for root in stories.roots:
        for block in list(root):
            if block.tag in {W + "p", W + "tbl"}:
                body.append(block)
    _drop_deleted_rows(body)
    return Plain(content=_packed(writer, serialised(document)), marks=tuple(marks))


def _drop_others(stories: Stories) -> None:
    """Take out the paragraphs of which nothing was told: what they hold is told elsewhere, or not shown."""
    written = {told.element for told in stories.told}
    for root in stories.roots:
        for paragraph in list(root.iter(W + "p")):
            if paragraph not in written:
                drop(paragraph)


def _mark(told: Told, level: int | None, depth: int, usual: int) -> tuple[Mark, str]:
    """Give what a paragraph is, and what is printed before its words as part of them."""
    printed = told.printed
    prefix, marker, lead = "", None, ""
    if printed is not None and not printed.bullet and (level is not None or printed.wordy):
        prefix = clean(printed.text) + printed.suffix
    elif printed is not None and level is None:
        marker = Marker(kind=printed.kind, printed=printed.marker, depth=depth)
        lead = "• " if printed.kind is ListKind.BULLET else f"{clean(printed.text)} "
    look = told.stand.look
    classed = level is not None and told.stand.outline is None and look is not None
    return Mark(
        page=told.page,
        starts_page=told.starts_page,
        gap=max(0, told.gap - usual),
        level=level,
        style=f"{told.style}.{look.size}{'b' * look.bold}{'u' * look.underlined}{'i' * look.italic}"
        if classed and look is not None
        else told.style,
        marker=marker,
        lead=lead,
        furniture=told.furniture,
    ), prefix


def _usual_gap(told: Sequence[Told]) -> int:
    """Give how many empty paragraphs the writer puts between any two."""
    gaps = sorted(one.gap for one in told if one.furniture is None and not one.in_cell and one.stand.text)
    return gaps[len(gaps) // 2] if gaps else 0


def _depths(told: Sequence[Told], levels: Sequence[int | None]) -> list[int]:
    """Give the depth of each entry: by its level, or by standing further in than the entry above."""
    depths = []
    over: list[int] = []  # indents of the entries that this one is under
    for one, level in zip(told, levels, strict=True):
        if one.printed is None or level is not None:
            over = over if one.furniture in {Furniture.DELETED, Furniture.CHROME} else []
            depths.append(0)
            continue
        indent = one.indent or 0
        while over and indent < over[-1] + STEP:
            over.pop()
        depths.append(max(one.printed.depth, len(over)))
        over.append(indent)
    return depths


def _drop_deleted_rows(body: Element) -> None:
    for table in list(body.iter(W + "tbl")):
        for row in table.findall(W + "tr"):
            if row.get("gone") is not None:
                table.remove(row)


def _packed(writer: _Writer, document: bytes) -> bytes:
    kinds = new(f"{{{OFFICE}/package/2006/content-types}}Types")
    for _, kind in PICTURES:
        below(kinds, f"{{{OFFICE}/package/2006/content-types}}Default")
        one = list(kinds)[-1]
        one.set("Extension", kind)
        one.set("ContentType", f"image/{kind}")
    relations = new(f"{{{RELATIONS}}}Relationships")
    for href, number in writer.links.items():
        _relation(relations, number, "hyperlink", href)
    root = new(f"{{{RELATIONS}}}Relationships")
    _relation(root, "main", "officeDocument", DOCUMENT)
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for part, (number, kind) in writer.images.items():
            name = f"media/{number}.{kind}"
            _relation(relations, number, "image", name)
            archive.writestr(f"word/{name}", writer.package.parts[part])
        archive.writestr("[Content_Types].xml", serialised(kinds))
        archive.writestr("_rels/.rels", serialised(root))
        archive.writestr("word/_rels/document.xml.rels", serialised(relations))
        archive.writestr(DOCUMENT, document)
    return content.getvalue()


def _relation(relations: Element, number: str, kind: str, target: str) -> None:
    one = below(relations, f"{{{RELATIONS}}}Relationship")
    one.set("Id", number)
    one.set("Type", f"{OF_DOCUMENTS}/{kind}")
    one.set("Target", target)
