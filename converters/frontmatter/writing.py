"""Writes front matter: plain YAML that every reader takes for the very same values."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

LONGEST_KEY = 200  # YAML itself gives up a key of more than 1024 characters
LARGEST_NUMBER = 10**15

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Words that some YAML reader takes for a boolean or for nothing.
_LOADED_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# What a string may hold and still be written without quotation marks, if it starts with a letter.
_PLAIN = re.compile(r"""[^\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff"\\]+(?<![ :])""")
_NOT_PLAIN_IN_ROW = re.compile(r"[,\[\]{}:?]")
_UNPRINTABLE = re.compile("[\x7f-\x9f\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")


class Dumped(str):
    """A page as it is written, which still knows what it was made of."""

    __slots__ = ("body", "meta")
    meta: Mapping[str, object]
    body: str


def dump(meta: Mapping[str, object], body: str) -> Dumped:
    """Write a page: keys in the order given, a line a key, a line a row of a list of rows.

    Takes what YAML and JSON have in common: None, bool, int, str, sequences and mappings with str
    keys; anything else is a TypeError.
    """
    lines = [line for key, value in meta.items() for line in _lines(key, value)]
    top = "\n".join(lines or ["{}"])
    page = Dumped(f"---\n{top}\n---\n" + (f"\n{body}" if body else ""))
    page.meta, page.body = meta, body
    return page


def _lines(key: str, value: object) -> Iterator[str]:
    name = _key(key)
    if isinstance(value, list | tuple) and any(isinstance(row, Mapping) for row in value):
        yield f"{name}:"
        for row in value:
            yield f"  - {_flow(row)}"
    else:
        yield f"{name}: {_flow(value) if isinstance(value, Mapping | list | tuple) else _scalar(value)}"


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return _scalar(value, in_row=True)


def _key(key: str) -> str:
    if len(key) > LONGEST_KEY:
        raise ValueError(f"a key of {len(key)} characters")
    return _scalar(key, in_row=True)


def _scalar(value: object, *, in_row: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) < LARGEST_NUMBER:
        return str(value)
    if isinstance(value, str):
        return value if _may_be_plain(value, in_row=in_row) else _quoted(value)
    raise TypeError(f"front matter does not hold {type(value).__name__} {value!r}")


def _may_be_plain(text: str, *, in_row: bool) -> bool:
    """Whether every YAML reader takes the bare text for this very string (or for this very date)."""
    if _DATE.fullmatch(text):
        return _is_date(text)
    return (
        text[:1].isalpha()
        and _PLAIN.fullmatch(text) is not None
        and text.casefold() not in _LOADED_WORDS
        and ": " not in text
        and " #" not in text
        and not (in_row and _NOT_PLAIN_IN_ROW.search(text))
    )


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _quoted(text: str) -> str:
    # A JSON string is a YAML string, once the characters that YAML calls unprintable are escaped too.
    return _UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))
