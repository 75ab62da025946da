"""Damage that a fuzzer of bytes would hardly do: pieces of a format moved, repeated, spoilt."""

from __future__ import annotations

import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

Mutate = Callable[[bytes, int], bytes]
"""The fuzzer's own damage to bytes, which are to become no longer than so many."""

WORDS = Path(__file__).parent / "words"  # a file for each format, a piece a line, with Python's escapes
ESCAPE = re.compile(r"\\(?:x(?=..)|u(?=....))(?P<code>(?<=x)[0-9a-f]{2}|(?<=u)[0-9a-f]{4})")
PIECES = {
    "text": (re.compile(rb"[^\n]*\n|[^\n]+"), "minutes"),
    "minutes": (re.compile(rb"[^\n]*\n|[^\n]+"), "minutes"),
    "front_matter": (re.compile(rb"[^\n]*\n|[^\n]+"), "front_matter"),
    "html": (re.compile(rb"<[^<>]*>|[^<>]+|[<>]"), "html"),
    "docx": (re.compile(rb"<[^<>]*>|[^<>]+|[<>]"), "docx"),
    "office": (re.compile(rb"\{|\}|\\[a-z]+-?[0-9]*|[^\\{}]+"), "docx"),
    "pdf": (re.compile(rb"\S+\s*|\s+"), "pdf"),
    "ocr": (re.compile(rb"\S+\s*|\s+"), "pdf"),
    "every_word": (re.compile(rb"<[^<>]*>|\S+\s*|\s+"), "pdf"),
}
NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
NUMBERS = (
    b"0 1 -1 2 9 10 255 256 1000 32767 32768 65535 65536 99999 1000000 2147483647 -2147483648 "
    b"4294967296 0.5 -0.001 1e9 99999999999999999999"
).split()
VALUES = (
    "0 -1 1 9 99999999999 -5 true off Heading1 x rId1 ø %1.%2. %9 decimal bullet none upperRoman 1.5".split()
)
MOST_COPIES = 200
ZIP = b"PK\x03\x04"
XML = (".xml", ".rels")
OFFICE = "http://schemas.openxmlformats.org"
SPACES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
    "a": f"{OFFICE}/drawingml/2006/main",
    "pic": f"{OFFICE}/drawingml/2006/picture",
    "m": f"{OFFICE}/officeDocument/2006/math",
    "mc": f"{OFFICE}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}


def mutated(name: str, raw: bytes, most: int, chance: random.Random, mutate: Mutate) -> bytes:
    """Damage an input of a target, now by its pieces and now by its bytes."""
    if raw.startswith(ZIP) and chance.random() < 0.95:
        return _package(raw, chance, mutate)[:most]
    if chance.random() < 0.25:
        return mutate(raw, most)
    pattern, words = PIECES[name]
    for _ in range(chance.choice((1, 1, 2, 4))):
        raw = _pieces(raw, pattern, words, chance)
    return raw[:most]


@cache
def pieces(words: str) -> tuple[bytes, ...]:
    """The pieces of a format that mean something to a reader."""
    lines = (WORDS / f"{words}.txt").read_text("utf-8").split("\n")[:-1]
    return tuple(
        ESCAPE.sub(lambda sign: chr(int(sign["code"], 16)), line).encode("utf-8", "surrogatepass")
        for line in lines
    )


def _pieces(raw: bytes, pattern: re.Pattern[bytes], words: str, chance: random.Random) -> bytes:
    found = pattern.findall(raw) or [b""]
    start = chance.randrange(len(found))
    end = min(len(found), start + chance.choice((1, 1, 1, 2, 3, 8, 30)))
    span = found[start:end]
    match chance.randrange(8):
        case 0:
            found[start:end] = []
        case 1:
            found[end:end] = span * chance.choice((1, 1, 2, 5, 50))
        case 2:
            del found[start:end]
            place = chance.randrange(len(found) + 1)
            found[place:place] = span
        case 3 | 4:
            found[start:start] = [_word(words, pattern, chance)]
        case 5:
            found[start] = _word(words, pattern, chance)
        case 6:
            place = chance.randrange(len(found))
            found[start], found[place] = found[place], found[start]
        case _:
            return _other_number(raw, chance)
    return b"".join(found)


def _word(words: str, pattern: re.Pattern[bytes], chance: random.Random) -> bytes:
    word = chance.choice(pieces(words))
    return word + (b"" if b"<" in pattern.pattern else chance.choice((b"\n", b"\n", b" ", b"")))


def _other_number(raw: bytes, chance: random.Random) -> bytes:
    numbers = list(NUMBER.finditer(raw))
    if not numbers:
        return raw
    one = chance.choice(numbers)
    near = b"%d" % (int(float(one[0][:9])) + chance.choice((-1, 1, 7)))
    return raw[: one.start()] + chance.choice((*NUMBERS, near, near)) + raw[one.end() :]


def _package(raw: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """Damage a part of a package, and put it together again."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return mutate(raw, len(raw) + 64)
    if not parts:
        return raw
    names = sorted(parts)
    name = max((chance.choice(names) for _ in range(2)), key=lambda one: len(parts[one]))
    parts[name] = _part(name, parts[name], chance, mutate)
    if chance.random() < 0.02:
        parts[chance.choice(names)] = parts.pop(name)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for one, content in parts.items():
            package.writestr(zipfile.ZipInfo(one), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(name: str, content: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    if not name.endswith(XML) or chance.random() < 0.1:
        return mutate(content, len(content) + 64)
    if chance.random() < 0.1:
        return _pieces(content, *PIECES["docx"], chance)
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        return _pieces(content, *PIECES["docx"], chance)
    for _ in range(chance.choice((1, 1, 2, 5))):
        _tree(root, chance)
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _tree(root: Any, chance: random.Random) -> None:  # noqa: ANN401 - an element of lxml
    """Damage one element of a tree, which stays a tree."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one = chance.choice(elements)
    above = one.getparent()
    match chance.randrange(8):
        case 0 if above is not None:
            above.remove(one)
        case 1 if above is not None:
            copies = chance.choice((1, 1, 2, 9, MOST_COPIES if len(elements) < 100 else 2))
            above[above.index(one) : above.index(one)] = [deepcopy(one) for _ in range(copies)]
        case 2 if above is not None:
            other = chance.choice(elements)
            if one not in (other, *other.iterancestors()):
                other.insert(chance.randrange(len(other) + 1), one)
        case 3 | 4:
            one[len(one) :] = _grown(chance)
        case 5:
            one[0:0] = _grown(chance)
        case 6 if one.attrib:
            one.set(chance.choice(one.attrib.keys()), chance.choice(VALUES))
        case _:
            one.text = _text(chance)


def _grown(chance: random.Random) -> Sequence[Any]:
    names = " ".join(f'xmlns:{short}="{full}"' for short, full in SPACES.items())
    grown = etree.fromstring(b"<x %s>%s</x>" % (names.encode(), chance.choice(pieces("docx"))))
    return list(grown)


def _text(chance: random.Random) -> str:
    word = chance.choice(pieces("minutes")).decode("utf-8", "replace")
    return "".join(sign for sign in word if sign.isprintable())
