"""The contract between the two halves: a page is front matter, in plain YAML, and a Markdown body."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from converters.errors import FrontMatterError

# Loaded where something is read: most of what converts only writes.
# ruff: noqa: PLC0415

# Bytes; ours are 1 KB, and 100 KB for an item with 300 files, so more is a mistake or an attack.
LONGEST_FRONT_MATTER = 256 * 1024
LONGEST_KEY = 200  # YAML itself gives up a key of more than 1024 characters
LARGEST_NUMBER = 10**15

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# Words that some YAML reader takes for a boolean or for nothing.
_LOADED_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# What a string may hold and still be written without quotation marks, if it starts with a letter.
_PLAIN = re.compile(r"""[^\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff"\\]+(?<![ :])""")
_NOT_PLAIN_IN_ROW = re.compile(r"[,\[\]{}:?]")
_UNPRINTABLE = re.compile("[\x7f-\x9f\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its front matter and its Markdown.  A page without front matter has an empty one."""

    meta: Mapping[str, object]
    body: str


def load(text: str, *, where: str) -> Page:
    """Read a page.  Dates stay strings, and only true and false are booleans.

    ``where`` names the file in messages.  Raises FrontMatterError for anything but plain YAML:
    anchors, aliases, tags, two of one key, more than 256 KB.
    """
    return load_with_lines(text, where=where)[0]


def load_with_lines(text: str, *, where: str) -> tuple[Page, Mapping[str, int]]:
    """Read a page, and the line of the file (from 1) on which each of its keys stands."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, newline, rest = text.partition("\n")
    if not newline or not _FENCE.fullmatch(first):
        return Page(meta={}, body=text), {}
    end = _END.search(rest)
    if end is None:
        raise FrontMatterError(
            "Oplysningerne øverst på siden slutter ikke.",
            where=f"{where}:1",
            hint="Sæt en linje med tre bindestreger (---) efter den sidste oplysning.",
        )
    source = rest[: end.start()]
    if len(source.encode()) > LONGEST_FRONT_MATTER:
        raise FrontMatterError(
            "Oplysningerne øverst på siden fylder over 256 KB.",
            where=f"{where}:1",
            hint="Flyt lang tekst ned under den anden linje med tre bindestreger (---).",
        )
    from converters.plain_yaml import Reader

    reader = Reader(source, where)
    return Page(meta=reader.read(), body=rest[end.end() :].removeprefix("\n")), reader.lines


def setting(text: str, *keys: str, where: str) -> str | None:
    """Read one text out of a YAML file of settings, such as mkdocs.yml; None where it is not set.

    Nothing is made of the file's tags.  Raises FrontMatterError for a file that is no YAML.
    """
    from converters.plain_yaml import setting_of

    return setting_of(text, *keys, where=where)


def dump(meta: Mapping[str, object], body: str) -> str:
    """Write a page: keys in the order given, a line a key, a line a row of a list of rows.

    Takes what YAML and JSON have in common: None, bool, int, str, sequences and mappings with str
    keys; anything else is a TypeError.
    """
    lines = [line for key, value in meta.items() for line in _lines(key, value)]
    top = "\n".join(lines or ["{}"])
    return f"---\n{top}\n---\n" + (f"\n{body}" if body else "")


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
