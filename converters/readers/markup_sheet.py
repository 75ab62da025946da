"""The sheet a page of markup is written on: pieces come in, paragraphs go out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, takewhile

from converters.blocks import Furniture, Link, ListKind, Marker, Picture, Table
from converters.readers.markup_breaks import goes_on
from converters.readers.markup_tags import NUMBER
from converters.readers.markup_text import STOP, TIE, Piece, Scope, put_together

ROW_REACH = 20  # lines of a row among which the first two of text are looked for
LONGEST_JOINED = 300  # characters of a line that a number beside it belongs to


@dataclass(slots=True, kw_only=True)
class Draft:
    """A line whose rank among the document's headings is not known yet."""

    text: str
    style: str
    links: tuple[Link, ...] = ()
    level: int | None = None
    bold: bool = False
    size: float | None = None
    slanted: bool = False
    underlined: bool = False
    toggle: bool = False
    icon: bool = False  # it says what a small picture means, which in a title is more than decoration
    gap: int = 0
    indent: int = 0
    whole: bool = True
    continues: bool | None = False
    marker: Marker | None = None
    table: Table | None = None
    pictures: list[Picture] = field(default_factory=list)
    furniture: Furniture | None = None


class Sheet:
    """Collects text until its block ends; then it is one line, or one for each line break."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._pieces: list[Piece | None] = []  # None is a line break
        self._asides: list[Draft] = []  # alternative texts, which follow the line they stand in
        self._pictures: list[Picture] = []
        self._gap = 0
        self.marker: Marker | None = None

    def write(self, text: str, scope: Scope) -> None:
        """Add a piece of text to the block that is open."""
        if not scope.keeps_lines:
            if not self._pieces and text.isspace() and "\u00a0" not in text:
                return
            self._pieces.append(Piece(text=text, scope=scope))
            return
        for place, row in enumerate(text.replace("\r", "").split("\n")):
            if place:
                self._pieces.append(None)
            if row:
                self._pieces.append(Piece(text=row, scope=scope))

    def break_line(self) -> None:
        """Begin a new line in the same block."""
        self._pieces.append(None)

    def rule(self) -> None:
        """Leave room above the next line."""
        self.end_block()
        self._gap = max(self._gap, 1)

    def picture(self, picture: Picture) -> None:
        """Put an image under the line that is open, or under the last."""
        self._pictures.append(picture)

    def aside(self, draft: Draft) -> None:
        """Put a line under the one that is open."""
        self._asides.append(draft)

    def put(self, draft: Draft) -> None:
        """Put a finished line."""
        self.end_block()
        self.marker = None
        draft.gap, self._gap = self._gap, 0
        self.drafts.append(draft)

    def end_block(self) -> None:
        """End the paragraph that is open, if any."""
        start = len(self.drafts)
        if self._pieces:
            pieces, self._pieces = self._pieces, []
            self._paragraph(pieces)
        if self._asides:
            asides, self._asides = self._asides, []
            self.drafts.extend(asides)
        _tell_icons(self.drafts[start:])
        if self._pictures and self.drafts:
            self.drafts[-1].pictures.extend(self._pictures)
            self._pictures = []

    def join_row(self, start: int, *, fields: bool) -> None:
        """Join what stands side by side in a row: a number and its title, a label and its value."""
        self.end_block()
        shown = [draft for draft in self.drafts[start : start + ROW_REACH] if draft.furniture is None]
        if len(shown) < 2 or (fields and len(shown) != 2):
            return
        left, right = shown[0], shown[1]
        if any(draft.table or draft.marker for draft in shown[:2]) or len(right.text) > LONGEST_JOINED:
            return
        if fields or NUMBER.match(TIE.sub("", left.text)):
            self.drafts[start:] = [draft for draft in self.drafts[start:] if draft is not left]
            moved = len(left.text) + 1
            right.links = left.links + _moved(right.links, moved)
            right.text = f"{left.text} {right.text}"
            right.bold = right.bold and (left.bold or not fields)
            right.slanted = right.slanted and left.slanted
            right.underlined = right.underlined and left.underlined
            # A number's row is set apart from the one above, as items are.
            right.gap = max(left.gap, right.gap, int(not fields))
            right.pictures = left.pictures + right.pictures

    def finish(self) -> list[Draft]:
        """End the page and give its lines; images without a line above stand under an empty one."""
        self.end_block()
        if self._pictures:
            self.drafts.append(Draft(text="", style="img", pictures=self._pictures))
        return self.drafts

    def _paragraph(self, pieces: list[Piece | None]) -> None:
        """Write the lines of one block."""
        rows = _rows(pieces)
        drafts: list[Draft] = []
        furniture: list[Draft] = []
        blank = 0
        for row in rows:
            furniture.extend(_furniture(row))
            draft = _draft([piece for piece in row if piece.scope.furniture is None])
            if draft is None:
                blank += 1 if len(rows) > 1 or any("\u00a0" in piece.text for piece in row) else 0
                continue
            draft.gap, blank = blank + self._gap, 0
            self._gap = 0
            drafts.append(draft)
        self._gap += min(blank, 1)
        goes_on(drafts)
        if drafts and self.marker is not None:
            _mark(drafts[0], self.marker)
            self.marker = None
        self.drafts.extend(drafts)
        self.drafts.extend(furniture)


def _tell_icons(drafts: list[Draft]) -> None:
    """Make text of what the icons of a title say: it may be that the item is closed."""
    if any(draft.level or draft.toggle or draft.bold or draft.text[:1].isdigit() for draft in drafts):
        for draft in drafts:
            if draft.icon:
                draft.furniture, draft.icon = None, False


def _mark(draft: Draft, marker: Marker) -> None:
    """Put the marker of its entry on a line.

    A bullet before a heading is the web designer's; a number is part of the heading, as printed.
    """
    if draft.level is None and not draft.toggle:
        draft.marker = marker
    elif marker.kind is ListKind.NUMBER:
        number = f"{marker.printed}. "
        draft.text = number + draft.text
        draft.links = _moved(draft.links, len(number))


def _moved(links: tuple[Link, ...], by: int) -> tuple[Link, ...]:
    return tuple(Link(start=link.start + by, end=link.end + by, href=link.href) for link in links)


def _rows(pieces: list[Piece | None]) -> list[list[Piece]]:
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is None:
            rows.append([])
        else:
            rows[-1].append(piece)
    while len(rows) > 1 and not rows[-1]:
        rows.pop()
    return rows


def _draft(pieces: list[Piece]) -> Draft | None:
    """Make a line of pieces; its look is that of a tag around all of them, else of its block."""
    text, links = put_together(pieces)
    if not text:
        return None
    first_column = takewhile(lambda piece: piece.text != STOP, pieces)
    scopes = [piece.scope for piece in first_column if not piece.text.isspace()] or [pieces[0].scope]
    first = scopes[0]
    tone = first.tone if all(scope.tone == first.tone for scope in scopes) else ""
    return Draft(
        text=text,
        links=links,
        style=tone or first.style,
        level=first.level,
        bold=all(scope.bold for scope in scopes),
        size=first.size if all(scope.size == first.size for scope in scopes) else None,
        slanted=all(scope.slanted for scope in scopes),
        underlined=all(scope.underlined and scope.href is None for scope in scopes),
        toggle=first.toggle,
        indent=_indent(pieces),
    )


def _indent(pieces: list[Piece]) -> int:
    """Count the blanks that a browser shows before a line; one alone is a slip of the hand."""
    if pieces[0].scope.keeps_lines:
        return len(pieces[0].text) - len(pieces[0].text.lstrip())
    blanks = 0
    for piece in pieces:
        rest = piece.text.lstrip()
        blanks += piece.text[: len(piece.text) - len(rest)].count("\u00a0")
        if rest:
            break
    return blanks if blanks > 1 else pieces[0].scope.indent


def _furniture(pieces: list[Piece]) -> list[Draft]:
    """Give what of a line is no running text as lines of their own."""
    found = []
    for kind, run in groupby(pieces, key=lambda piece: piece.scope.furniture):
        draft = None if kind is None else _draft(list(run))
        if draft is not None:
            draft.furniture, draft.level = kind, None
            draft.icon = all(piece.scope.icon for piece in pieces if piece.scope.furniture is kind)
            found.append(draft)
    return found
