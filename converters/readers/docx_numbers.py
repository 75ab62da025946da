"""Automatic numbers: what Word prints before a paragraph, worked out from the numbering part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from converters.blocks import ListKind
from converters.readers.docx_styles import Styles
from converters.readers.docx_xml import Element, W, number_of, switched, value_of, whole

LEVELS = 9
PLACE = re.compile(r"%([1-9])")  # "%1.%2" - the numbers of levels 1 and 2 stand here
# "3.", "(a)", "1.2", "iv)" - a marker; "Punkt 3:" holds a word and belongs to the text
MARKER = re.compile(r"^[(\[]?(?P<printed>\d+(?:\.\d+)*|[^\W\d_]{1,2}|[ivxlc]+|[IVXLC]+)[.):\]\s]*$")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 3999
LONGEST_LETTERS = 10  # times a letter is repeated: after z Word prints aa, after zz aaa
NO_LIST = 0  # the number of a list that takes a paragraph out of the list of its style
LETTERS = frozenset({"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is numbered; ``restart`` is the level (from 1) it starts over after."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    style: str | None = None
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    indent: int | None = None  # twentieths of a point


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The levels of a list; lists of one ``key`` count on together."""

    key: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...]  # what this very list starts at, where it says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is printed before a paragraph, and the level (from 0) and indent of its list."""

    text: str
    suffix: str
    bullet: bool
    kind: ListKind
    depth: int
    indent: int | None

    @property
    def marker(self) -> str | None:
        """The number or letter alone; None for a bullet."""
        found = MARKER.match(self.text)
        return None if self.bullet or found is None else found["printed"]

    @property
    def wordy(self) -> bool:
        """Whether words are printed, so that it is text rather than a marker."""
        return not self.bullet and MARKER.match(self.text) is None


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    schemes: dict[int, Scheme] = field(default_factory=dict)
    styles: Styles
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[int, int]] = field(default_factory=set)

    def printed(self, properties: Element | None, style: str | None) -> Printed | None:
        """Count one paragraph on and give what is printed before it; None if it is in no list.

        To be asked once for each paragraph, in the order of the document.
        """
        place = self._place(properties, style)
        if place is None:
            return None
        number, depth = place
        scheme = self.schemes[number]
        self._count(number, scheme, depth)
        level = scheme.levels[depth]
        text = _text(scheme, self.counts[scheme.key], depth)
        bullet = level.form == "bullet"
        if not text and not bullet:
            return None
        kind = ListKind.LETTER if level.form in LETTERS else ListKind.NUMBER
        return Printed(
            text=text,
            suffix=level.suffix,
            bullet=bullet,
            kind=ListKind.BULLET if bullet else kind,
            depth=depth,
            indent=level.indent,
        )

    def _place(self, properties: Element | None, style: str | None) -> tuple[int, int] | None:
        """Give the list and the level of a paragraph, by its own properties or those of its style."""
        own = None if properties is None else properties.find(W + "numPr")
        number, depth = number_of(own, "numId"), number_of(own, "ilvl")
        if number is None:
            number, inherited = self._place_of_style(style)
            depth = inherited if depth is None else depth
        if number is None or number == NO_LIST or number not in self.schemes:
            return None
        if depth is None:
            depth = self._level_of_style(number, style) or 0
        return number, min(max(depth, 0), LEVELS - 1)

    def _place_of_style(self, style: str | None) -> tuple[int | None, int | None]:
        for one in self.styles.chain(style):
            listed = one.paragraph.find(W + "numPr") if one.paragraph is not None else None
            if listed is not None and (number := number_of(listed, "numId")) is not None:
                linked = self._level_of_style(number, one.id)
                return number, linked if linked is not None else number_of(listed, "ilvl")
        return None, None

    def _level_of_style(self, number: int, style: str | None) -> int | None:
        scheme = self.schemes.get(number)
        for depth, level in enumerate(scheme.levels if scheme else ()):
            if level.style is not None and level.style == style:
                return depth
        return None

    def _count(self, number: int, scheme: Scheme, depth: int) -> None:
        counts = self.counts.setdefault(scheme.key, [None] * LEVELS)
        begins = scheme.starts[depth] is not None and (number, depth) not in self.begun
        if begins:
            self.begun.add((number, depth))
        before = counts[depth]
        counts[depth] = _start(scheme, depth) if begins or before is None else before + 1
        for deeper in range(depth + 1, LEVELS):
            restart = scheme.levels[deeper].restart
            if restart is None or 0 <= depth < restart:
                counts[deeper] = None
        for higher in range(depth):
            if counts[higher] is None:
                counts[higher] = _start(scheme, higher)


def _start(scheme: Scheme, depth: int) -> int:
    own = scheme.starts[depth]
    return scheme.levels[depth].start if own is None else own


def _text(scheme: Scheme, counts: list[int | None], depth: int) -> str:
    level = scheme.levels[depth]

    def number(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        form = scheme.levels[other].form
        count = counts[other]
        count = _start(scheme, other) if count is None else count
        return _formed(count, "decimal" if level.legal and form != "none" else form)

    return PLACE.sub(number, level.text).strip()


def _formed(count: int, form: str) -> str:
    if form in {"none", "bullet"}:
        return ""
    if form in {"lowerLetter", "upperLetter"} and 0 < count <= 26 * LONGEST_LETTERS:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < count <= LARGEST_ROMAN:
        letters = _roman(count)
        return letters if form == "lowerRoman" else letters.upper()
    if form == "decimalZero":
        return f"{count:02}"
    return str(count)


def _roman(count: int) -> str:
    letters = ""
    for value, sign in ROMAN:
        letters += sign * (count // value)
        count %= value
    return letters


def read_numbering(tree: Element | None, styles: Styles) -> Numbering:
    """Read the numbering part; a document without one has no lists."""
    if tree is None:
        return Numbering(styles=styles)
    abstract = {one.get(W + "abstractNumId", ""): one for one in tree.findall(W + "abstractNum")}
    abstract_of = {
        number: abstract.get(value_of(one, "abstractNumId"))
        for one in tree.findall(W + "num")
        if (number := whole(one.get(W + "numId"))) is not None
    }
    schemes = {}
    for one in tree.findall(W + "num"):
        number = whole(one.get(W + "numId"))
        shape = None if number is None else abstract_of.get(number)
        if shape is not None and (link := value_of(shape, "numStyleLink")) is not None:
            shape = abstract_of.get(styles.list_of(link) or NO_LIST, shape)
        if number is not None and shape is not None:
            schemes[number] = _scheme(one, shape)
    return Numbering(schemes=schemes, styles=styles)


def _scheme(one: Element, shape: Element) -> Scheme:
    levels = [Level() for _ in range(LEVELS)]
    starts: list[int | None] = [None] * LEVELS
    for described in shape.findall(W + "lvl"):
        depth = whole(described.get(W + "ilvl")) or 0
        if 0 <= depth < LEVELS:
            levels[depth] = _level(described)
    for override in one.findall(W + "lvlOverride"):
        depth = whole(override.get(W + "ilvl")) or 0
        if not 0 <= depth < LEVELS:
            continue
        own = override.find(W + "lvl")
        if own is not None:
            levels[depth] = replace(_level(own), style=levels[depth].style)
        starts[depth] = number_of(override, "startOverride")
    key = shape.get(W + "abstractNumId", "") or ""
    return Scheme(key=key, levels=tuple(levels), starts=tuple(starts))


def _level(described: Element) -> Level:
    suffix = value_of(described, "suff")
    start = number_of(described, "start")
    paragraph = described.find(W + "pPr")
    indent = None if paragraph is None else paragraph.find(W + "ind")
    return Level(
        start=0 if start is None else start,
        form=value_of(described, "numFmt") or "decimal",
        text=value_of(described, "lvlText") or "",
        style=value_of(described, "pStyle"),
        suffix="" if suffix == "nothing" else " ",
        restart=number_of(described, "lvlRestart"),
        legal=switched(described, "isLgl") or False,
        indent=None if indent is None else whole(indent.get(W + "left") or indent.get(W + "start")),
    )
