"""The smallest input that still breaks the same law, for whoever mends it and for the corpus."""

from __future__ import annotations

import re
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped] # lxml ships no types

from tests.fuzz.laws import LawBroken
from tests.fuzz.mutation import PIECES, XML, ZIP
from tests.fuzz.targets import examine

Still = Callable[[bytes], bool]
LETTERS = re.compile(rb"(?s).")


def signature(error: BaseException) -> str:
    """What makes two findings one: the kind of error with its law, or the innermost place in our code."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "/converters/" in frame.filename
    ]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    law = re.sub(r"[0-9]+", "9", str(error).split(":")[0]) if isinstance(error, LawBroken) else ""
    return f"{type(error).__name__} {law or place}".strip()


def shrunk(name: str, raw: bytes) -> bytes:
    """Give the input without what its finding does not need; one that breaks nothing stays as it is."""
    wanted = _broken(name, raw)
    if wanted is None:
        return raw

    def still(smaller: bytes) -> bool:
        return _broken(name, smaller) == wanted

    if raw.startswith(ZIP):
        return _package(raw, still)
    for pattern in (PIECES[name][0], re.compile(rb"\s+|\w+|."), LETTERS):
        raw = _fewer(pattern.findall(raw), b"".join, still)
    return raw


def _broken(name: str, raw: bytes) -> str | None:
    try:
        examine(name, raw)
    except Exception as error:  # noqa: BLE001 - every error is a finding
        return signature(error)
    return None


def _fewer(pieces: Sequence[bytes], join: Callable[[Sequence[bytes]], bytes], still: Still) -> bytes:
    """Leave out pieces as long as the finding stays, in ever shorter stretches."""
    left = list(pieces)
    stretch = max(1, len(left) // 2)
    while stretch:
        place = 0
        while place < len(left):
            tried = left[:place] + left[place + stretch :]
            if still(join(tried)):
                left = tried
            else:
                place += stretch
        stretch //= 2
    return join(left)


def _package(raw: bytes, still: Still) -> bytes:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in list(parts):
        fewer = {one: content for one, content in parts.items() if one != name}
        if still(_zipped(fewer)):
            parts = fewer
    for name in [name for name in parts if name.endswith(XML)]:
        try:
            root = etree.fromstring(parts[name])
        except (etree.XMLSyntaxError, ValueError):
            continue
        again = True
        while again:
            again = False
            for smaller in _smaller(root):
                content = etree.tostring(smaller)
                if len(content) < len(parts[name]) and still(_zipped(parts | {name: content})):
                    root, parts[name], again = smaller, content, True
                    break
    return _zipped(parts)


def _smaller(root: etree._Element) -> Iterator[etree._Element]:
    """A tree without one of its elements, or with what is inside it in its place, or without an attribute."""
    for number in range(sum(1 for _ in root.iter()) - 1, 0, -1):
        for hoists in (False, True):
            tree = deepcopy(root)
            one = list(tree.iter())[number]
            for child in list(one) if hoists else ():
                one.addprevious(child)
            one.getparent().remove(one)
            yield tree
        for key in list(root.iter())[number].attrib:
            tree = deepcopy(root)
            del list(tree.iter())[number].attrib[key]
            yield tree
    tree = deepcopy(root)
    for one in tree.iter():
        one.tail = None
    yield tree


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
