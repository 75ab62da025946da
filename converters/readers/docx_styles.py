"""Styles of a Word file: what a paragraph and a run look like once every inheritance is followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from converters.readers.docx_xml import Element, W, number_of, switched, value_of

HALF_POINTS = 20  # the size of text where a file says nothing
BODY_LEVEL = 9  # the outline level that says "running text"
MOST_BASES = 50  # styles built on each other; Word's own go three deep
# Names that Word gives its built-in styles in every language of its menus.
TITLE, SUBTITLE, NORMAL = "title", "subtitle", "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A named style: what it builds on, and its own properties of paragraphs and runs."""

    id: str
    name: str
    base: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run looks; ``size`` in half points."""

    size: int
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    hidden: bool = False


@dataclass(slots=True, kw_only=True)
class Styles:
    """The styles of a document by their ids."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    defaults: Element | None = None  # the run properties of the whole document
    looks: dict[tuple[str | None, str | None], Look] = field(default_factory=dict)

    def chain(self, style: str | None) -> Iterator[Style]:
        """Give a style and those it builds on, the nearest first; a paragraph without one has the default."""
        seen: set[str] = set()
        name = style if style in self.styles else self.default
        while name is not None and name in self.styles and name not in seen and len(seen) < MOST_BASES:
            seen.add(name)
            yield self.styles[name]
            name = self.styles[name].base

    def level(self, properties: Element | None, style: str | None) -> int | None:
        """Give the outline level of a paragraph: 0 is the title, 1 the highest heading, None is text."""
        own = number_of(properties, "outlineLvl")
        if own is not None:
            return own + 1 if 0 <= own < BODY_LEVEL else None
        for one in self.chain(style):
            if one.name in {TITLE, SUBTITLE}:
                return 0
            found = number_of(one.paragraph, "outlineLvl")
            if found is not None:
                return found + 1 if 0 <= found < BODY_LEVEL else None
        return None

    def name(self, style: str | None) -> str:
        """Give the name of a paragraph's style, empty for the default."""
        return self.styles[style].name if style in self.styles and style != self.default else ""

    def list_of(self, style: str) -> int | None:
        """Give the list that a numbering style stands for."""
        for one in self.chain(style):
            if one.paragraph is not None:
                return number_of(one.paragraph.find(W + "numPr"), "numId")
        return None

    def indent(self, style: str | None) -> Element | None:
        """Give the indent a paragraph has from its style."""
        for one in self.chain(style):
            found = None if one.paragraph is None else one.paragraph.find(W + "ind")
            if found is not None:
                return found
        return None

    def look(self, run: Element | None, style: str | None) -> Look:
        """Give the look of a run in a paragraph of a style."""
        character = value_of(run, "rStyle")
        base = self.looks.get((style, character))
        if base is None:
            base = self.looks[style, character] = self._look(style, character)
        return base if run is None else _over(run, base)

    def _look(self, style: str | None, character: str | None) -> Look:
        paragraph = [one.run for one in self.chain(style) if one.run is not None]
        letters = (
            [one.run for one in self.chain(character) if one.run is not None]
            if character in self.styles
            else []
        )
        look = (
            _over(self.defaults, Look(size=HALF_POINTS))
            if self.defaults is not None
            else Look(size=HALF_POINTS)
        )
        for properties in [*reversed(paragraph), *reversed(letters)]:
            look = _over(properties, look)
        # A switch on in both the paragraph's and the letters' style turns itself off, as in Word.
        both = {name for name in ("b", "i", "caps") if _first(paragraph, name) and _first(letters, name)}
        return Look(
            size=look.size,
            bold=look.bold and "b" not in both,
            italic=look.italic and "i" not in both,
            underlined=look.underlined,
            caps=look.caps and "caps" not in both,
            hidden=look.hidden,
        )


def _first(properties: list[Element], name: str) -> bool:
    return next((on for one in properties if (on := switched(one, name)) is not None), False)


def _over(run: Element, base: Look) -> Look:
    """Lay a run's own properties over the look it has from its styles."""
    bold, italic, caps, hidden = (switched(run, name) for name in ("b", "i", "caps", "vanish"))
    line = value_of(run, "u")
    size = number_of(run, "sz")
    return Look(
        size=base.size if size is None else size,
        bold=base.bold if bold is None else bold,
        italic=base.italic if italic is None else italic,
        underlined=base.underlined if line is None else line != "none",
        caps=base.caps if caps is None else caps,
        hidden=base.hidden if hidden is None else hidden,
    )


def read_styles(tree: Element | None) -> Styles:
    """Read the part with the styles; of two with one id the first counts, as in Word."""
    found = Styles()
    for one in () if tree is None else tree.findall(W + "style"):
        name = one.get(W + "styleId", "") or ""
        if name in found.styles:
            continue
        found.styles[name] = Style(
            id=name,
            name=(value_of(one, "name") or "").casefold(),
            base=value_of(one, "basedOn"),
            paragraph=one.find(W + "pPr"),
            run=one.find(W + "rPr"),
        )
        if one.get(W + "type") == "paragraph" and one.get(W + "default") in {"1", "true"}:
            found.default = name
    if found.default is None:  # LibreOffice marks none
        found.default = next((one.id for one in found.styles.values() if one.name == NORMAL), None)
    defaults = None if tree is None else tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    found.defaults = defaults
    return found
