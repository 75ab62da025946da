"""The texts of a Word file: its body, notes and comments at their place, headers, footers and title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from converters.blocks import Furniture
from converters.errors import UnreadableSource
from converters.readers.docx_numbers import Numbering, read_numbering
from converters.readers.docx_package import Package, Relation
from converters.readers.docx_ranks import Stand
from converters.readers.docx_runs import NoteReference, Piece, Walk, fields_close
from converters.readers.docx_shape import P, loosen
from converters.readers.docx_styles import HALF_POINTS, Look, Styles, read_styles
from converters.readers.docx_tabs import lay_out
from converters.readers.docx_tell import Teller, Told
from converters.readers.docx_xml import OFFICE, Element, R, W, new

REFERENCES = ((W + "headerReference", Furniture.HEADER), (W + "footerReference", Furniture.FOOTER))
SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})  # lines above notes
NOTES = {"footnotes": W + "footnote", "endnotes": W + "endnote", "comments": W + "comment"}
TITLE = "{http://purl.org/dc/elements/1.1/}title"
PROPERTIES = f"{OFFICE}/package/2006/relationships/metadata/core-properties".rsplit("/", 1)[-1]
PROPERTY = "property"  # the style of a line that stands in no text, but in what the file says of itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Everything a file holds, in reading order: roots of texts, and what is told of their paragraphs."""

    roots: tuple[Element, ...]
    told: tuple[Told, ...]
    pages: int | None  # None where nothing in the file tells of pages


@dataclass(slots=True, kw_only=True)
class _Binder:
    """Reads the texts of one package; each note is told once."""

    package: Package
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)  # of each kind of notes

    def gather_notes(self) -> None:
        """Find the notes and comments by their ids."""
        for kind, tag in NOTES.items():
            name = self.package.related(kind)
            tree = None if name is None else self.package.tree(name)
            if tree is None or name is None:
                continue
            loosen(tree)
            self.relations[kind] = self.package.relations(name)
            for note in tree.findall(tag):
                if note.get(W + "type") not in SEPARATORS:
                    self.notes[kind, note.get(W + "id", "") or ""] = note

    def note(self, reference: NoteReference, around: Walk) -> list[Told]:
        """Tell of a note's paragraphs, each an element of its own; nothing if it was told before."""
        root = self.notes.pop((reference.kind, reference.id), None)
        if root is None:
            return []
        walk = Walk(
            styles=self.styles,
            relations=self.relations[reference.kind],
            furniture=reference.gone or around.furniture,
            mark=reference.mark or " ",
            page=around.page,
            rendered=True,
            fields_close=fields_close(root),
        )
        told = Teller(root=root, walk=walk, numbering=self.numbering, note=self.note).tell()
        return [
            replace(
                one,
                element=new(P),
                in_cell=False,
                starts_page=False,
                gap=0,
                style=reference.kind,
                stand=replace(one.stand, outline=None, aside=True),
            )
            for one in told
        ]

    def tell(self, root: Element, part: str, walk_as: Furniture | None) -> tuple[list[Told], Walk]:
        """Tell of the paragraphs of a body, a header or a footer."""
        loosen(root)
        if walk_as is None:
            lay_out(root)
        rendered = walk_as is not None or next(root.iter(W + "lastRenderedPageBreak"), None) is not None
        walk = Walk(
            styles=self.styles,
            relations=self.package.relations(part),
            furniture=walk_as,
            rendered=rendered,
            fields_close=fields_close(root),
        )
        return list(Teller(root=root, walk=walk, numbering=self.numbering, note=self.note).tell()), walk


def gather(package: Package) -> Stories:
    """Read every text of a package.  Raises UnreadableSource and UnsafeSource."""
    binder = _bound(package)
    tree = package.tree(package.main)
    body = None if tree is None else tree.find(W + "body")
    if body is None:
        raise UnreadableSource(
            "Filen er ikke et Word-dokument: den har ingen brødtekst.",
            where=package.where,
            hint="Åbn den i det program, den kommer fra, og gem den som .docx.",
        )
    _refuse_inserted(package, body)
    margins = list(_margins(package, body))
    told, walk = binder.tell(body, package.main, None)
    told += _left_over(binder, body, walk)
    heads: list[Element] = []
    feet: list[Element] = []
    for part, furniture in margins:
        root = package.tree(part)
        if root is not None:
            told += binder.tell(root, part, furniture)[0]
            (heads if furniture is Furniture.HEADER else feet).append(root)
    title = _title(package, told)
    if title is not None:
        root = new(W + "hdr")
        root.append(title.element)
        heads.insert(0, root)
        told.append(title)
    pages = walk.page if walk.rendered or walk.page > 1 else None
    return Stories(roots=(*heads, body, *feet), told=tuple(told), pages=pages)


def _refuse_inserted(package: Package, body: Element) -> None:
    """Refuse a text that is put together from other files, which only Word can do."""
    if next(body.iter(W + "altChunk", W + "subDoc"), None) is not None:
        raise UnreadableSource(
            "En del af teksten er indsat som en fil i filen.",
            where=package.where,
            hint="Åbn den i Word, og gem den igen som .docx; så bliver det hele ét dokument.",
        )


def _bound(package: Package) -> _Binder:
    named = {kind: package.related(kind) for kind in ("styles", "numbering")}
    trees = {kind: None if name is None else package.tree(name) for kind, name in named.items()}
    styles = read_styles(trees["styles"])
    binder = _Binder(package=package, styles=styles, numbering=read_numbering(trees["numbering"], styles))
    binder.gather_notes()
    return binder


def _left_over(binder: _Binder, body: Element, walk: Walk) -> list[Told]:
    """Tell of notes and comments that no place in the text refers to: Word does not print them."""
    found = []
    for kind, number in list(binder.notes):
        reference = NoteReference(kind=kind, id=number, gone=Furniture.DELETED)
        for told in binder.note(reference, walk):
            body.append(told.element)
            found.append(told)
    return found


def _margins(package: Package, body: Element) -> Iterator[tuple[str, Furniture]]:
    """Give the headers and footers of all sections, each once."""
    relations = package.relations(package.main)
    seen = set()
    for tag, furniture in REFERENCES:
        for reference in body.iter(tag):
            relation = relations.get(reference.get(R + "id", "") or "")
            if relation is not None and not relation.external and relation.target not in seen:
                seen.add(relation.target)
                yield relation.target, furniture


def _title(package: Package, told: list[Told]) -> Told | None:
    """Give the title the file has among its properties, if it says a word that the text does not."""
    part = next(
        (one.target for one in package.relations("").values() if one.kind == PROPERTIES), "docProps/core.xml"
    )
    tree = package.tree(part)
    found = None if tree is None else tree.find(TITLE)
    text = " ".join(((found.text if found is not None else None) or "").split())
    words = {word for one in told for word in one.stand.text.casefold().split()}
    if not set(text.casefold().split()) - words:
        return None
    return Told(
        element=new(P),
        pieces=(Piece(look=Look(size=HALF_POINTS), page=1, text=text),),
        style=PROPERTY,
        stand=Stand(text=text, aside=True),
        page=1,
        furniture=Furniture.HEADER,
    )
