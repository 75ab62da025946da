"""The XML inside a Word file: parsed without trust, and the names its elements go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types; Element below gives them

from converters.errors import TruncatedSource, UnsafeSource

OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{OFFICE}/wordprocessingml/2006/main}}"
R = f"{{{OFFICE}/officeDocument/2006/relationships}}"
WP = f"{{{OFFICE}/drawingml/2006/wordprocessingDrawing}}"
A = f"{{{OFFICE}/drawingml/2006/main}}"
PIC = f"{{{OFFICE}/drawingml/2006/picture}}"
M = f"{{{OFFICE}/officeDocument/2006/math}}"
MC = f"{{{OFFICE}/markup-compatibility/2006}}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix Word itself writes

# A strict file says the same in other namespaces; only these are read here.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC),
)
OFF = frozenset({"0", "false", "off"})  # what a switch is set to when it is there and turned off


class Element(Protocol):
    """What is used of an element of lxml."""

    tag: object  # a str, but for comments and processing instructions
    text: str | None
    tail: str | None

    def __len__(self) -> int:
        """Count its children."""

    def __iter__(self) -> Iterator[Element]:
        """Give its children."""

    def get(self, name: str, default: str | None = None) -> str | None:
        """Give an attribute."""

    def set(self, name: str, value: str) -> None:
        """Set an attribute."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Give itself and what is below it, in document order."""

    def iterancestors(self, *tags: str) -> Iterator[Element]:
        """Give what it stands in, from the inside out."""

    def itersiblings(self, *tags: str) -> Iterator[Element]:
        """Give what stands after it in its parent."""

    def find(self, path: str) -> Element | None:
        """Give the first child of a name."""

    def findall(self, path: str) -> list[Element]:
        """Give the children of a name."""

    def getparent(self) -> Element | None:
        """Give what it stands in."""

    def append(self, element: Element) -> None:
        """Put an element last in it."""

    def insert(self, index: int, element: Element) -> None:
        """Put an element at a place in it."""

    def remove(self, element: Element) -> None:
        """Take a child out of it."""

    def addnext(self, element: Element) -> None:
        """Put an element right after it."""

    def addprevious(self, element: Element) -> None:
        """Put an element right before it."""


def parse(raw: bytes, *, where: str) -> Element:
    """Parse a part of the file.  Raises UnsafeSource for a DTD, UnreadableSource for what is no XML."""
    for strict, name in STRICT:
        raw = raw.replace(strict, name.strip("{}").encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TruncatedSource(
            "Word-filen er beskadiget eller indlejret for dybt: dens XML kan ikke læses.",
            where=where,
            hint="Åbn den i Word, gem den igen som .docx, og læg den nye fil i mappen.",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise doctype_refused(where)
    return cast("Element", root)


def doctype_refused(where: str) -> UnsafeSource:
    """Give the refusal of a part that declares entities of its own; no Word file does."""
    return UnsafeSource(
        "Filen indeholder en DTD, som ingen Word-fil har.",
        where=where,
        hint="Bed afsenderen om en ny kopi, eller åbn den i Word og gem den igen som .docx.",
    )


def serialised(element: Element) -> bytes:
    """Write an element as a part of a file."""
    return cast("bytes", etree.tostring(element, encoding="UTF-8", xml_declaration=True))


def new(tag: str, /, text: str | None = None, **attributes: str) -> Element:
    """Make an element; attributes are given by their local names in the namespace of Word."""
    made = etree.Element(tag)
    made.text = text
    for name, value in attributes.items():
        made.set(W + name, value)
    return cast("Element", made)


def below(parent: Element, tag: str) -> Element:
    """Make an element at the end of another and give it."""
    child = new(tag)
    parent.append(child)
    return child


def value_of(parent: Element | None, name: str) -> str | None:
    """Give the value of a property, as in ``<w:sz w:val="22"/>``; None where it is not there."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(W + "val", "")


def number_of(parent: Element | None, name: str) -> int | None:
    """Give the value of a property that is a whole number; None where it is not there or is none."""
    return whole(value_of(parent, name))


def whole(text: str | None) -> int | None:
    """Read a whole number of at most nine digits, None for anything else."""
    if text is None:
        return None
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


def switched(parent: Element | None, name: str) -> bool | None:
    """Tell whether a switch is on; None where it is not there.  One without a value is on."""
    found = value_of(parent, name)
    return None if found is None else found not in OFF


def drop(element: Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    for child in list(element):
        element.addprevious(child)
    drop(element)
