"""Holds front matter against the one schema, with the keywords that the schema uses and no others.

A tenth of the time of a general validator, and it says what its messages need; a test holds it to the
general one's verdicts.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from converters.frontmatter.reading import Place
from converters.page_schema import PAGES, TOMBSTONE, WITHDRAWN, schema
from converters.page_schema.values import Schema

CLOSED_KEYS = frozenset(
    {
        *("type", "title", "municipality", "committee", "date", "ocr", "source", "changes", WITHDRAWN),
        *("number", "position", "access", "outcome", "decisions"),
    }
)
"""What the page of a closed item may tell in its front matter."""

_DEFINITIONS = cast("Mapping[str, Schema]", schema()["$defs"])
_PREFIX = "#/$defs/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A value that breaks the schema: where, which keyword of which schema, and the value.

    ``of`` is the schema that holds the keyword; for a missing key, the one of the mapping.
    """

    place: Place
    keyword: str
    of: Schema
    value: object


def faults(meta: Mapping[str, object]) -> Iterator[Fault]:
    """Find every fault of a page's front matter; a page without ``type`` is one that a person wrote."""
    if "type" not in meta:
        yield from _faults(meta, _DEFINITIONS["written"], ())
        return
    kind = meta["type"]
    if not isinstance(kind, str) or kind not in PAGES:
        yield Fault(place=("type",), keyword="type-of-page", of={"enum": list(PAGES)}, value=kind)
        return
    yield from _faults(meta, PAGES[kind] if meta.get(WITHDRAWN) is None else TOMBSTONE, ())


def row_faults(name: str, row: Mapping[str, object]) -> Iterator[Fault]:
    """Find every fault of a row that the schema defines by name, such as ``change``."""
    yield from _faults(row, _DEFINITIONS[name], ())


def _faults(value: object, of: Schema, place: Place) -> Iterator[Fault]:
    """Find faults of one value; what is of the wrong type is not looked into any further."""
    if reference := of.get("$ref"):
        yield from _faults(value, _DEFINITIONS[cast("str", reference).removeprefix(_PREFIX)], place)
    if not _is_of_type(value, of.get("type")):
        yield Fault(place=place, keyword="type", of=of, value=value)
        return
    for keyword, is_broken in _KEYWORDS.items():
        if keyword in of and is_broken(value, of[keyword]):
            yield Fault(place=place, keyword=keyword, of=of, value=value)
            return
    for part in cast("list[Schema]", of.get("allOf", ())):
        yield from _faults(value, part, place)
    if isinstance(value, Mapping) and "properties" in of:
        yield from _mapping_faults(value, of, place)
    elif isinstance(value, list) and "items" in of:
        entry = cast("Schema", of["items"])
        for number, row in enumerate(value):
            yield from _faults(row, entry, (*place, number))


def _mapping_faults(value: Mapping[str, object], of: Schema, place: Place) -> Iterator[Fault]:
    properties = cast("Mapping[str, Schema]", of["properties"])
    for key in cast("list[str]", of.get("required", ())):
        if key not in value:
            yield Fault(place=(*place, key), keyword="required", of=of, value=None)
    for key, inner in value.items():
        if key in properties:
            yield from _faults(inner, properties[key], (*place, key))
        elif of.get("additionalProperties") is False:
            yield Fault(place=(*place, key), keyword="additionalProperties", of=of, value=inner)


_TYPES: dict[str, Callable[[object], bool]] = {
    "null": lambda value: value is None,
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, Mapping),
}


def _is_of_type(value: object, wanted: object) -> bool:
    if wanted is None:
        return True
    names = cast("list[str]", wanted if isinstance(wanted, list) else [wanted])
    return any(_TYPES[name](value) for name in names)


def _same(value: object, wanted: object) -> bool:
    return type(value) is type(wanted) and value == wanted


def _is_no_date(value: object) -> bool:
    try:
        dt.date.fromisoformat(str(value))
    except ValueError:
        return True
    return False


# Whether a value breaks a keyword; each says yes only of values that the keyword is about.
_KEYWORDS: dict[str, Callable[[object, object], bool]] = {
    "const": lambda value, wanted: not _same(value, wanted),
    "enum": lambda value, words: not any(_same(value, word) for word in cast("list[object]", words)),
    "maxLength": lambda value, most: isinstance(value, str) and len(value) > cast("int", most),
    "minimum": lambda value, least: isinstance(value, int) and value < cast("int", least),
    "maximum": lambda value, most: isinstance(value, int) and value > cast("int", most),
    "pattern": lambda value, pattern: isinstance(value, str) and not _found(cast("str", pattern), value),
    "format": lambda value, _: isinstance(value, str) and _is_no_date(value),
}


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _found(pattern: str, value: str) -> bool:
    return _pattern(pattern).search(value) is not None
