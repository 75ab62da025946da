"""Names of HTML tags by what they do to a line, and what an attribute says, without a word of text."""

from __future__ import annotations

import re

from bs4 import Tag
from bs4.element import (
    CData,
    NavigableString,
    PageElement,
    PreformattedString,
    RubyTextString,
    TemplateString,
)

# Tags that stand inside a line.  What is not named here and not below is inline too, as in a browser.
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "iframe",
    "legend", "li", "listing", "main", "menu", "nav", "noembed", "noframes", "noscript", "ol",
    "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table",
    "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "xmp",
})  # fmt: skip
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
BOLD = frozenset({"b", "strong"})
ITALIC = frozenset({"i", "em"})
PREFORMATTED = frozenset({"pre", "xmp", "listing", "plaintext", "textarea"})
KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre\b|pre-wrap|pre-line|break-spaces)")
APART = frozenset({"br", "button", "input", "label", "select"})  # inline, but no part of a word
BOXES = frozenset({"a", "button", "div", "header", "section", "summary", "td", "th", *HEADINGS})
HEADERS = frozenset({"a", "button", "summary", *HEADINGS})
NUMBER = re.compile(r"^\d{1,4}\s?[.:)]?$")  # 12 or 12. alone in its tag
DRAWINGS = frozenset({"svg", "g", "symbol"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
CELLS = frozenset({"td", "th"})
TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup", "col"})
# No word of these is ever shown.
WORDLESS = frozenset({"script", "style"})
TEXTS = (NavigableString, CData, RubyTextString, TemplateString)


def attribute(tag: Tag, name: str) -> str:
    """Give an attribute as text, empty if the tag has none of that name."""
    value = tag.attrs.get(name)
    if value is None:
        return ""
    return value if isinstance(value, str) else " ".join(value)


def is_text(node: PageElement) -> bool:
    """Tell text from comments, declarations and tags."""
    return isinstance(node, NavigableString) and (
        not isinstance(node, PreformattedString) or isinstance(node, CData)
    )


def only_text(tag: Tag) -> str:
    """Give the text of a tag that holds nothing else, however deep tags stand in each other."""
    return str(tag.contents[0]) if len(tag.contents) == 1 and is_text(tag.contents[0]) else ""


def inline_style(tag: Tag) -> str:
    """Give the style attribute in small letters."""
    return attribute(tag, "style").lower() if "style" in tag.attrs else ""


def look(tag: Tag) -> str:
    """Name a tag's look: its name and the first of its classes."""
    classes = attribute(tag, "class").split()
    return f"{tag.name}.{classes[0]}" if classes else tag.name


def heading_rank(tag: Tag) -> int | None:
    """Give the rank of a heading by its tag or its role."""
    rank = HEADINGS.get(tag.name)
    if attribute(tag, "role") == "heading":
        level = attribute(tag, "aria-level").strip()
        return int(level) if level.isdecimal() and len(level) == 1 and level != "0" else rank or 2
    return rank


def stands_apart(tag: Tag) -> bool:
    """Tell whether an inline tag is a field beside another, kept apart by the style sheet alone.

    In a paragraph two spans may be one word; two of different classes in a box of their own are not.
    """
    if tag.name in APART or is_boxed(tag):
        return True
    before = tag.previous_sibling
    return (
        "class" in tag.attrs
        and isinstance(before, Tag)
        and "class" in before.attrs
        and before.attrs["class"] != tag.attrs["class"]
        and tag.parent is not None
        and tag.parent.name in BOXES
    )


def is_boxed(tag: Tag) -> bool:
    """Tell whether a style gives an inline tag a width or a margin, so that no word runs into it."""
    style = inline_style(tag)
    return "inline-block" in style and ("width" in style or "margin" in style)


def numbers(tag: Tag) -> bool:
    """Tell whether an inline tag is the number of a heading, kept apart from its title by the style sheet."""
    text = (
        tag.string
        if tag.parent is not None and tag.parent.name in HEADERS and len(tag.contents) == 1
        else None
    )
    if not text or not NUMBER.match(text.strip()):
        return False
    before = tag.previous_sibling
    return before is None or (isinstance(before, NavigableString) and not before.strip())


def is_block(tag: Tag) -> bool:
    """Tell whether a tag begins and ends a line."""
    style = inline_style(tag)
    if "display" in style:
        if re.search(r"display\s*:\s*(?:block|flex|grid|list-item|table)\b", style):
            return True
        if tag.name in {"div", "p", "li"} and re.search(r"display\s*:\s*inline\b", style):
            return False
    return tag.name in BLOCKS and not (tag.name == "title" and is_in_drawing(tag))


def is_in_drawing(tag: Tag) -> bool:
    """Tell whether a tag stands right in a drawing or a part of one."""
    return tag.parent is not None and tag.parent.name in DRAWINGS
