"""Runs of a Word text: fields, links, deletions, hidden words, symbols and page breaks, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from converters.blocks import Furniture
from converters.readers.docx_package import Relation
from converters.readers.docx_shape import DELETED, GONE, RUN
from converters.readers.docx_styles import Look, Styles
from converters.readers.docx_xml import OFF, WP, A, Element, M, R, V, W

# 'HYPERLINK "https://by.dk/plan.pdf" \o "Planen"'; one that begins with \l is a place in the file itself
HYPERLINK = re.compile(r'^\s*HYPERLINK\s+(?:"(?P<quoted>[^"]+)"|(?P<bare>[^\s"\\]\S*))')
CONTENTS = re.compile(r"^\s*TOC\b")
PAGE_FIELD = re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
HEX = re.compile(r"^[0-9A-Fa-f]{1,6}$")
SYMBOL_FONTS = frozenset({"Symbol", "Webdings", "Wingdings", "Wingdings 2", "Wingdings 3"})
MOST_FIELDS = 50  # inside each other
FIRST_PRINTED = 0x20  # characters below it are controls
LAST_SYMBOL = 0xFFFF
REMOVED = (W + "del", W + "moveFrom")
WORDS = {W + "t", W + "delText", M + "t", A + "t"}
BLANKS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-"}
BREAKS = {W + "br", W + "cr"}
NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
NOTE_MARKS = {W + "footnoteRef", W + "endnoteRef"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A sign of a font that has pictures for letters."""

    font: str
    char: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a paragraph; ``gone`` says why it is no text, ``part`` names an image of the package."""

    look: Look
    page: int
    text: str = ""
    href: str | None = None
    gone: Furniture | None = None
    breaks: bool = False
    symbol: Symbol | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReference:
    """A place in the text that a footnote, an endnote or a comment belongs to; ``gone`` as of a piece."""

    kind: str  # of the part it stands in
    id: str
    mark: str = ""
    gone: Furniture | None = None


@dataclass(slots=True, kw_only=True)
class _Field:
    """A field that has begun: its code, and whether its result has begun too."""

    code: str = ""
    result: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What holds for everything in a run."""

    look: Look
    href: str | None = None
    gone: Furniture | None = None


@dataclass(slots=True, kw_only=True)
class Walk:
    """The way through one text: body, header or note; it remembers fields that are open and the page."""

    styles: Styles
    relations: Mapping[str, Relation]
    furniture: Furniture | None = None
    rendered: bool = False  # the file says where its pages broke when it was last shown
    fields_close: bool = True  # where they do not, what is left of them is no structure
    mark: str = ""  # of the note that is walked through
    page: int = 1
    fields: list[_Field] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)  # as they are come by
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def in_contents(self) -> bool:
        """Whether the way leads through the result of a table of contents."""
        return any(CONTENTS.match(one.code) for one in self.fields)

    def pieces(self, paragraph: Element, style: str | None) -> tuple[Piece, ...]:
        """Give the pieces of a paragraph in order."""
        return tuple(self._pieces(paragraph, style))

    def _pieces(self, paragraph: Element, style: str | None) -> Iterator[Piece]:
        around = _Around(look=self.styles.look(None, style))
        for child in paragraph:
            if child.tag == W + "pPr":
                continue
            for element in child.iter():
                if element.tag in {RUN, M + "r"}:
                    around = self._around(element, style)
                elif (piece := self._piece(element, around)) is not None:
                    yield piece

    def _around(self, run: Element, style: str | None) -> _Around:
        look = self.styles.look(run.find(W + "rPr"), style)
        gone, href = None, None
        for outer in run.iterancestors(*REMOVED, W + "hyperlink", W + "fldSimple"):
            if outer.tag in REMOVED:
                gone = Furniture.DELETED
            elif outer.tag == W + "hyperlink":
                href = href or self._address(outer)
            else:
                href = href or _hyperlink(outer.get(W + "instr", "") or "")
        mark = run.get(GONE)
        if mark is not None:
            gone = Furniture.DELETED if mark == DELETED else Furniture.CHROME
        elif look.hidden:
            gone = Furniture.DELETED
        return _Around(look=look, href=href, gone=gone)

    def _address(self, link: Element) -> str | None:
        relation = self.relations.get(link.get(R + "id", "") or "")
        if relation is None or not relation.external:
            return None
        anchor = link.get(W + "anchor")
        return f"{relation.target}#{anchor}" if anchor and "#" not in relation.target else relation.target

    def _piece(self, element: Element, around: _Around) -> Piece | None:
        """Give the piece that an element stands for; None for one that is seen by nobody."""
        tag = element.tag
        if tag in WORDS:
            return self._text(element, element.text or "", around)
        if tag in BLANKS:
            return self._text(element, BLANKS[str(tag)], around)
        if tag in BREAKS:
            return self._break(element, around)
        read = {
            W + "sym": self._symbol,
            V + "textpath": self._curved,
            A + "blip": self._picture,
            V + "imagedata": self._picture,
            **dict.fromkeys(NOTES, self._note),
            **dict.fromkeys(NOTE_MARKS, self._note_mark),
        }.get(str(tag))
        if read is not None:
            return read(element, around)
        self._follow(element)
        return None

    def _follow(self, element: Element) -> None:
        """Keep up with what is no piece itself: fields, pages and comments."""
        if element.tag == W + "fldChar":
            self._field(element.get(W + "fldCharType", "") or "")
        elif element.tag == W + "instrText" and self.fields and self.fields_close:
            self.fields[-1].code += element.text or ""
        elif element.tag == W + "lastRenderedPageBreak":
            self.page += 1
        elif element.tag == W + "commentReference":
            number = element.get(W + "id", "") or ""
            self.notes.append(NoteReference(kind="comments", id=number, gone=Furniture.DELETED))

    def _note_mark(self, element: Element, around: _Around) -> Piece | None:
        return self._text(element, f"{self.mark} ", around) if self.mark else None

    def _curved(self, element: Element, around: _Around) -> Piece | None:
        return self._text(element, element.get("string", "") or "", around)

    def _text(self, element: Element, text: str, around: _Around) -> Piece | None:
        gone = around.gone
        if any(not one.result for one in self.fields):
            gone = gone or Furniture.DELETED  # a word in the code of a field is not printed
        if self.furniture is not None and self._in_page_field(element):
            return None
        href = around.href or next((link for one in self.fields if (link := _hyperlink(one.code))), None)
        return Piece(look=around.look, page=self.page, text=text, href=href, gone=gone)

    def _in_page_field(self, element: Element) -> bool:
        simple = next(element.iterancestors(W + "fldSimple"), None)
        codes = [one.code for one in self.fields]
        if simple is not None:
            codes.append(simple.get(W + "instr", "") or "")
        return any(PAGE_FIELD.match(code) for code in codes)

    def _break(self, element: Element, around: _Around) -> Piece:
        self.page += element.get(W + "type") == "page" and not self.rendered
        return Piece(look=around.look, page=self.page, breaks=True, gone=around.gone)

    def _symbol(self, element: Element, around: _Around) -> Piece | None:
        font, char = element.get(W + "font", "") or "", element.get(W + "char", "") or ""
        if not HEX.match(char) or not FIRST_PRINTED <= int(char, 16) <= LAST_SYMBOL:
            return None
        if font in SYMBOL_FONTS:
            symbol = Symbol(font=font, char=char)
            return Piece(look=around.look, page=self.page, symbol=symbol, gone=around.gone)
        return self._text(element, chr(int(char, 16)), around)

    def _field(self, kind: str) -> None:
        if not self.fields_close:
            return
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _note(self, element: Element, around: _Around) -> Piece | None:
        kind = NOTES[str(element.tag)]
        own = element.get(W + "customMarkFollows", "0") not in OFF  # the writer's own mark stands in the text
        if not own:
            self.numbers[kind] = self.numbers.get(kind, 0) + 1
        mark = "" if own else f"[{self.numbers[kind]}]"
        number = element.get(W + "id", "") or ""
        self.notes.append(NoteReference(kind=kind, id=number, mark=mark, gone=around.gone))
        return self._text(element, mark, around)

    def _picture(self, element: Element, around: _Around) -> Piece | None:
        relation = self.relations.get(element.get(R + "embed") or element.get(R + "id") or "")
        if relation is None or relation.external:
            return None
        return Piece(
            look=around.look, page=self.page, text=_alt(element), part=relation.target, gone=around.gone
        )


def _alt(element: Element) -> str:
    """Give the words that the writer put for a picture."""
    for outer in element.iterancestors(WP + "inline", WP + "anchor"):
        described = outer.find(WP + "docPr")
        if described is not None:
            return described.get("descr", "") or ""
    for outer in element.iterancestors(V + "shape"):
        return outer.get("alt", "") or ""
    return ""


def _hyperlink(code: str) -> str | None:
    match = HYPERLINK.match(code)
    return None if match is None else match["quoted"] or match["bare"]


def fields_close(root: Element) -> bool:
    """Tell whether every field of a text that begins also ends."""
    open_ones = 0
    for one in root.iter(W + "fldChar"):
        kind = one.get(W + "fldCharType")
        open_ones += (kind == "begin") - (kind == "end")
        if not 0 <= open_ones <= MOST_FIELDS:
            return False
    return open_ones == 0
