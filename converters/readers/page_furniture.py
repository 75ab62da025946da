"""What of a web page is furniture: menus, banners, buttons, and what a browser hides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from bs4 import Tag

from converters.blocks import Furniture
from converters.readers.markup_tags import HEADINGS, attribute, inline_style, is_block
from converters.readers.page_toggles import Toggles
from converters.readers.page_words import (
    CONTROLS,
    FALLBACKS,
    FOLDING_WORDS,
    FOOT_WORDS,
    PANEL_ROLES,
    PANEL_WORDS,
    SENTENCE_TAGS,
    SURE_ROLES,
    SURE_TAGS,
    SURE_WORDS,
    WEAK_WORDS,
    words_of,
)

HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
MOST = 0.5  # of a page's words; what holds more of them is the page
NEARLY_ALL = 0.9
FEW_WORDS = 15  # in a corner of the page that is no text
# LibreOffice names so the divs in which it saves what stood at the head and foot of each page.
PRINTED = frozenset({Furniture.HEADER.value, Furniture.FOOTER.value})
SECTIONS = frozenset({"main", "article", "section", "aside", "nav"})
LINKED = frozenset({"a", "button", "select", "label"})


class _Kind(Enum):
    MAIN = auto()
    PAGE = auto()  # header or footer of printed pages
    SURE = auto()
    ASIDE = auto()
    HEADER = auto()
    FOOTER = auto()
    WEAK = auto()
    HIDDEN = auto()
    CONTROL = auto()


@dataclass(slots=True, kw_only=True)
class _Candidate:
    """A tag that may be furniture, or the page's main part, and the words in it."""

    tag: Tag
    kind: _Kind
    plain: int  # words that are no link's
    linked: int
    mains: int = 0
    firsts: int = 0  # headings of the first rank
    controls: int = 0
    inside: bool = False  # a section, an article or the main part
    around: _Candidate | None = None


@dataclass(slots=True, kw_only=True)
class _Counts:
    plain: int = 0
    linked: int = 0
    mains: int = 0
    firsts: int = 0
    controls: int = 0


class FurnitureSurvey:
    """Counts a page's words in one walk, then tells which tags begin furniture."""

    def __init__(self) -> None:
        self.toggles = Toggles()
        self._seen = _Counts()
        self._links = 0  # tags open around the place, of those whose words are links
        self._sections = 0
        self._open: list[_Candidate] = []
        self._found: list[_Candidate] = []
        self._firsts: list[tuple[Tag, bool]] = []

    def enter(self, tag: Tag) -> None:
        """Count a tag that begins."""
        name = tag.name
        kind = _kind(tag) if tag.attrs or name in _TELLING else None
        if kind is not None:
            seen = self._seen
            candidate = _Candidate(
                tag=tag,
                kind=kind,
                plain=seen.plain,
                linked=seen.linked,
                mains=seen.mains,
                firsts=seen.firsts,
                controls=seen.controls,
                inside=self._sections > 0,
                around=self._open[-1] if self._open else None,
            )
            self._open.append(candidate)
            self._found.append(candidate)
            self._seen.mains += kind is _Kind.MAIN
            self._seen.controls += kind in {_Kind.SURE, _Kind.CONTROL}
        if name == "h1":
            self._seen.firsts += 1
            self._firsts.append((tag, self._in_furniture()))
        self._links += name in LINKED
        self._sections += name in SECTIONS
        self.toggles.see(tag)

    def text(self, text: str) -> None:
        """Count words."""
        words = len(text.split())
        if self._links:
            self._seen.linked += words
        else:
            self._seen.plain += words

    def leave(self, tag: Tag) -> None:
        """Count a tag that ends."""
        self._links -= tag.name in LINKED
        self._sections -= tag.name in SECTIONS
        self.toggles.leave(tag)
        if self._open and self._open[-1].tag is tag:
            one, seen = self._open.pop(), self._seen
            one.plain, one.linked = seen.plain - one.plain, seen.linked - one.linked
            one.mains, one.firsts = seen.mains - one.mains, seen.firsts - one.firsts
            one.controls = seen.controls - one.controls

    def judge(self) -> dict[int, Furniture | None]:
        """Give the tags at which furniture begins, and, with None, those at which it ends inside another."""
        found: dict[int, Furniture | None] = {}
        hidden = self._hidden_shares()
        for one in self._found:
            if one.kind is _Kind.PAGE:
                found[id(one.tag)] = Furniture(attribute(one.tag, "title"))
                continue
            if one.kind is _Kind.HIDDEN:
                opens = _folds(one.tag) or self.toggles.opens(one.tag)
                if not opens and hidden[_signature(one.tag)] <= MOST:
                    found[id(one.tag)] = Furniture.CHROME
                    continue
                one.kind = _kind_by_words(one.tag) or _Kind.MAIN
            if one.kind is not _Kind.MAIN and self._is_furniture(one):
                found[id(one.tag)] = Furniture.CHROME
        found |= dict.fromkeys(self.toggles.buttons(found), Furniture.CHROME)
        self._leave_main(found)
        return found

    def _in_furniture(self) -> bool:
        return any(one.kind is not _Kind.MAIN for one in self._open)

    def _hidden_shares(self) -> dict[str, float]:
        """Give the share of the page's words in hidden tags that look alike."""
        total = max(self._seen.plain, 1)
        shares: dict[str, float] = {}
        for one in self._found:
            if one.kind is _Kind.HIDDEN:
                name = _signature(one.tag)
                shares[name] = shares.get(name, 0.0) + one.plain / total
        return shares

    def _is_furniture(self, one: _Candidate) -> bool:
        share = one.plain / max(self._seen.plain, 1)
        if one.kind is _Kind.CONTROL or one.tag.name == "nav":
            return True
        if one.kind is _Kind.SURE:
            return not (one.mains or (one.firsts and share > MOST) or share > NEARLY_ALL)
        return not one.mains and share <= MOST and _is_in_its_place(one)

    def _leave_main(self, found: dict[int, Furniture | None]) -> None:
        """Make everything outside the page's main part furniture, if it has one that holds most of it.

        The page's title may stand above it, in a place of its own.
        """
        main = self._main(found)
        if main is None:
            return
        body = main.tag.find_parent("body")
        if body is None or id(main.tag) in found:
            return
        found[id(body)] = Furniture.CHROME
        found[id(main.tag)] = None
        if not main.firsts:
            found |= {id(tag): None for tag, furnished in self._firsts if not furnished}

    def _main(self, found: dict[int, Furniture | None]) -> _Candidate | None:
        mains = [one for one in self._found if one.kind is _Kind.MAIN]
        named = [one for one in mains if one.tag.name != "article"]
        chosen = named if len(named) == 1 else mains
        if len(chosen) != 1:
            return None
        rest = self._seen.plain - self._set_aside(found)
        return chosen[0] if chosen[0].plain > MOST * rest else None

    def _set_aside(self, found: dict[int, Furniture | None]) -> int:
        """Count the words of furniture, each once."""
        words = 0
        covered: set[int] = set()
        for one in self._found:
            within = one.around is not None and id(one.around) in covered
            if within or id(one.tag) in found:
                covered.add(id(one))
                words += 0 if within else one.plain
        return words


BY_NAME = {"header": _Kind.HEADER, "footer": _Kind.FOOTER, "aside": _Kind.ASIDE}
_TELLING = (
    SURE_TAGS | CONTROLS | FALLBACKS | {"main", "article", "header", "footer", "aside", "title", "desc"}
)


def _kind(tag: Tag) -> _Kind | None:
    name, role = tag.name, attribute(tag, "role").strip().lower()
    if name in {"html", "body"} or name in HEADINGS:
        return None
    hidden = _is_hidden(tag)
    if name in {"main", "article"} or role == "main":
        return _Kind.HIDDEN if hidden else _Kind.MAIN
    if name in CONTROLS or name in {"title", "desc"}:
        return _Kind.CONTROL
    by_words = _kind_by_words(tag)
    if name in SURE_TAGS or role in SURE_ROLES or by_words is _Kind.SURE:
        return _Kind.SURE
    if hidden:
        return _Kind.HIDDEN
    printed = name == "div" and attribute(tag, "title") in PRINTED
    return _Kind.PAGE if printed else BY_NAME.get(name, by_words)


def _kind_by_words(tag: Tag) -> _Kind | None:
    if tag.name in SENTENCE_TAGS:
        return None
    words = words_of(f"{attribute(tag, 'class')} {attribute(tag, 'id')}")
    if not words or "only" in words:  # "print-only" is text of the page
        return None
    if words & SURE_WORDS:
        return _Kind.SURE
    if words & FOOT_WORDS:
        return _Kind.FOOTER
    return _Kind.WEAK if words & WEAK_WORDS else None


def _is_hidden(tag: Tag) -> bool:
    if tag.name in FALLBACKS:
        return "shadowrootmode" not in tag.attrs
    return (
        ("style" in tag.attrs and HIDES.search(inline_style(tag)) is not None)
        or "hidden" in tag.attrs
        or attribute(tag, "aria-hidden").strip().lower() == "true"
    )


def _folds(tag: Tag) -> bool:
    """Tell whether a hidden tag is of the kind that a reader opens."""
    if tag.name in FALLBACKS:
        return False
    role = attribute(tag, "role").strip().lower()
    words = words_of(f"{attribute(tag, 'class')} {attribute(tag, 'id')}")
    if role in PANEL_ROLES or words & PANEL_WORDS or attribute(tag, "hidden") == "until-found":
        return True
    near = (tag.parent, tag.find_previous_sibling()) if is_block(tag) else ()
    return any(isinstance(one, Tag) and words_of(attribute(one, "class")) & FOLDING_WORDS for one in near)


def _is_in_its_place(one: _Candidate) -> bool:
    """Tell a page's header, footer and menus from those parts of its text that are named alike."""
    if one.kind is _Kind.HEADER:
        return not one.inside and (one.controls > 0 or one.linked > one.plain)
    if one.kind is _Kind.FOOTER:
        return not one.inside
    if one.kind is _Kind.WEAK:
        few = one.plain <= FEW_WORDS and bool(words_of(attribute(one.tag, "class")) & WEAK_WORDS)
        return not one.firsts and (few or one.linked > one.plain)
    return True


def _signature(tag: Tag) -> str:
    """Name a hidden tag so that those of one accordion have the same name."""
    return f"{tag.name} {attribute(tag, 'class')}"
