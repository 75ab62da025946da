"""The tags of a built page as a browser sees them: no more is read of HTML than that.

A page is cut into tags by the rules of HTML's own tokenizer, so that no quotation mark that stands
elsewhere than a browser expects it hides a tag.  Tags inside comments and scripts count too: a gate
may see too much, never too little.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

# A tag that never ends takes in the rest of the page, as it does in a browser.
_ATTRIBUTE = (
    r"""(?P<name>[^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'"""
    r"""|(?P<bare>[^\s"'>][^\s>]*+))?+)?+"""
)
_PART = re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:[\s/]++|{_PART})*+(?:>|\Z)")
_NAME = re.compile(r"<([a-zA-Z][^\s/>]*)")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
# Words on both sides of these are one word: a link or emphasis divides nothing.
_INSIDE_WORDS = r"a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u|wbr"
_INLINE = re.compile(rf"</?(?:{_INSIDE_WORDS})(?=[\s/>])[^<>]*>", re.IGNORECASE)
# Of a comment only the signs around it: what stands in it is published like all else.
_ANY = re.compile(r"<!--|--!?>|<[a-zA-Z/?][^<>]*>|<![a-zA-Z\[][^<>]*>")
# What says nothing but how a tag looks and what it is; where a link within the site leads is told by the
# name of the file there.
_SILENT = frozenset({"class", "d", "id", "rel", "role", "tabindex", "type", "viewbox"})
_ADDRESSES = frozenset({
    "action", "background", "cite", "data", "formaction", "from", "href", "longdesc", "manifest", "ping",
    "poster", "src", "to", "values", "xlink:href",
})  # fmt: skip
DISTINCT_TAGS = 2**16  # remembered; most tags of a site stand on every page


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its element and its attributes, names in small letters, values as a browser reads them."""

    element: str
    attributes: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The value of an attribute: the first of that name counts."""
        return next((value for key, value in self.attributes if key == name), None)

    @property
    def anchors(self) -> tuple[str, ...]:
        """What a link may name to lead to this tag."""
        names = {"id", "name"} if self.element == "a" else {"id"}
        return tuple(value for key, value in self.attributes if key in names and value)

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Each attribute that holds an address, and the address without what browsers skip in it."""
        found = [(key, _without_blanks(value)) for key, value in self.attributes if key in _ADDRESSES]
        for key, value in self.attributes:
            if key in {"srcset", "imagesrcset"}:
                found += [(key, part.split()[0]) for part in value.split(",") if part.strip()]
        return tuple(found)

    @property
    def words(self) -> str:
        """What a reader, or a program for one, is told of the tag beside its text."""
        told = [unquote(value) for key, value in self.attributes if key not in _SILENT]
        return "\n".join(value for value in told if not value.startswith((".", "#", "/")) or " " in value)


@lru_cache(maxsize=DISTINCT_TAGS)
def tag(text: str) -> Tag:
    """Read a tag."""
    name = _NAME.match(text)
    element = name[1] if name else ""
    found = _ATTRIBUTES.finditer(text, 1 + len(element), len(text) - text.endswith(">"))
    return Tag(
        element.casefold(),
        tuple(
            (one["name"].casefold(), unescape(one["double"] or one["single"] or one["bare"] or ""))
            for one in found
        ),
    )


def words_of(html: str) -> str:
    """The words of a page: a space where a tag divides, nothing where it does not."""
    return unescape(_ANY.sub(" ", _INLINE.sub("", html)))


def _without_blanks(address: str) -> str:
    """The address that a browser follows: it takes out tabs and line ends, and trims the rest."""
    inside = address.translate({9: None, 10: None, 13: None})
    return inside.strip("".join(map(chr, range(0x21))))
