"""Buttons of a web page: most only do something, but some are the heading of a part that folds away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from bs4 import Tag

from converters.blocks import Furniture
from converters.readers.markup_tags import HEADINGS, attribute
from converters.readers.page_accordions import is_icon, parts_of_rows
from converters.readers.page_words import FIELDS

NEAREST = 20  # tags and texts before a part, among which its button is looked for
FARTHEST = 100  # tags around a part that are looked at
TYPES_OF_STYLE = frozenset({"checkbox", "radio"})  # whose label may be a heading, opened by style alone


@dataclass(slots=True, kw_only=True)
class _Button:
    """A button, or what acts as one."""

    tag: Tag
    opens: str | None  # the id of the part it opens
    folds: bool  # it says whether a part is open
    titles: bool  # it stands in a heading, or a heading stands in it


@dataclass(slots=True, kw_only=True)
class _Label:
    """A label of a form, and the first field behind its beginning."""

    tag: Tag
    around: Tag | None = None


class Toggles:
    """Finds the buttons of a page and the parts that they open."""

    def __init__(self) -> None:
        self.headings: frozenset[int] = frozenset()  # buttons that stand for a heading
        self._buttons: list[_Button] = []
        self._labels: list[_Label] = []
        self._parts: dict[str, Tag] = {}
        self._titles = 0  # headings open around the place
        self._open: list[_Button] = []
        self._opened: set[str] = set()
        self._icons: list[int] = []
        self._summaries = 0  # open around the place
        self._rows: dict[int, Tag] | None = None  # buttons of accordions, and the part behind each
        self._folding: frozenset[int] | None = None  # those parts

    def see(self, tag: Tag) -> None:
        """Note a tag that begins."""
        if identity := attribute(tag, "id").strip():
            self._parts.setdefault(identity, tag)
        name, role = tag.name, attribute(tag, "role")
        if (self._open or self._summaries) and is_icon(tag):
            self._icons.append(id(tag))
        titles = name in HEADINGS or name in {"summary", "dt"} or role == "heading"
        if titles and self._open:
            self._open[-1].titles = True
        self._titles += titles
        self._summaries += name == "summary"
        if name == "button" or (name != "summary" and role == "button") or "data-toggle" in tag.attrs:
            folds = "aria-expanded" in tag.attrs
            button = _Button(tag=tag, opens=_opened(tag), folds=folds, titles=self._titles > 0)
            self._buttons.append(button)
            self._opened.add(button.opens or "")
            self._open.append(button)
        elif name == "label":
            self._labels.append(_Label(tag=tag))
        elif name in FIELDS and self._labels:
            self._labels[-1].around = (
                self._labels[-1].around or tag
            )  # a field that follows a label is its own

    def leave(self, tag: Tag) -> None:
        """Note a tag that ends."""
        if tag.name in HEADINGS or tag.name in {"summary", "dt"} or attribute(tag, "role") == "heading":
            self._titles -= 1
        self._summaries -= tag.name == "summary"
        if self._open and self._open[-1].tag is tag:
            self._open.pop()

    def opens(self, tag: Tag) -> bool:
        """Tell whether some button opens this part: by name, or standing right before it."""
        identity = attribute(tag, "id").strip()
        if (identity and identity in self._opened) or id(tag) in self._accordion_parts():
            return True
        before = tag.find_previous_sibling()
        if not isinstance(before, Tag):
            return False
        near = islice(before.descendants, NEAREST)
        return any(isinstance(one, Tag) and "aria-expanded" in one.attrs for one in (before, *near))

    def buttons(self, furniture: Mapping[int, Furniture | None]) -> list[int]:
        """Give the buttons and labels that are no text of the page."""
        found, headings = [], []
        for button in self._buttons:
            if button.titles:
                continue
            part = self._parts.get(button.opens or "") or (_next(button.tag) if button.folds else None)
            part = part or self._accordions().get(id(button.tag))
            if part is not None and not _within(part, furniture):
                headings.append(id(button.tag))
            elif button.tag.name != "a":
                found.append(id(button.tag))
        found.extend(id(label.tag) for label in self._labels if self._names_a_field(label))
        self.headings = frozenset(headings)
        return found + self._icons

    def _accordion_parts(self) -> frozenset[int]:
        if self._folding is None:
            self._folding = frozenset(id(part) for part in self._accordions().values())
        return self._folding

    def _accordions(self) -> Mapping[int, Tag]:
        """Give the buttons that are headings by where they stand, and the part behind each."""
        if self._rows is None:
            bare = [button for button in self._buttons if not button.titles]
            proven = {id(one.tag) for one in bare if one.folds or (one.opens or "") in self._parts}
            self._rows = parts_of_rows([button.tag for button in bare], proven)
        return self._rows

    def _names_a_field(self, label: _Label) -> bool:
        field = self._parts.get(attribute(label.tag, "for").strip()) or label.around
        return field is not None and attribute(field, "type").lower() not in TYPES_OF_STYLE


def _next(tag: Tag) -> Tag | None:
    """Give the part right behind a button, or behind what the button stands in alone."""
    for one in (tag, tag.parent):
        part = one.find_next_sibling() if one is not None else None
        if isinstance(part, Tag):
            return part
    return None


def _opened(tag: Tag) -> str | None:
    """Give the id of the part that a button opens."""
    for name in ("aria-controls", "data-bs-target", "data-target", "href"):
        target = attribute(tag, name).strip().removeprefix("#")
        if target and (name == "aria-controls" or attribute(tag, name).strip().startswith("#")):
            return target
    return None


def _within(part: Tag, furniture: Mapping[int, Furniture | None]) -> bool:
    """Tell whether a part stands in furniture."""
    tag: Tag | None = part
    for _ in range(FARTHEST):
        if tag is None:
            return False
        if furniture.get(id(tag)) is not None:
            return True
        tag = tag.parent
    return False
