"""The contract between the two halves: a page is front matter, in plain YAML, and a Markdown body."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

import yaml

from converters.errors import FrontMatterError

# Bytes; ours are 1 KB, and 100 KB for an item with 300 files, so more is a mistake or an attack.
LONGEST_FRONT_MATTER = 256 * 1024
DEEPEST_NESTING = 12  # ours go three deep; deeper would only exhaust the stack
LONGEST_KEY = 200  # YAML itself gives up a key of more than 1024 characters
LARGEST_NUMBER = 10**15

_FENCE = re.compile(r"---[ \t]*")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

# Words that some YAML reader takes for a boolean or for nothing.
_LOADED_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# What a string may hold and still be written without quotation marks, if it starts with a letter.
_PLAIN = re.compile(r"""[^\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff"\\]+(?<![ :])""")
_NOT_PLAIN_IN_ROW = re.compile(r"[,\[\]{}:?]")
_UNPRINTABLE = re.compile("[\x7f-\x9f\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")

# The C parser is ten times faster and reads the same events; it is missing where PyYAML was built bare.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    reader = _Reader(source, where)
    return Page(meta=reader.read(), body=rest[end.end() :].removeprefix("\n")), reader.lines


def setting(text: str, *keys: str, where: str) -> str | None:
    """Read one text out of a YAML file of settings, such as mkdocs.yml; None where it is not set.

    Nothing is made of the file's tags.  Raises FrontMatterError for a file that is no YAML.
    """
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise FrontMatterError(
            "Filen kan ikke læses som YAML.",
            where=f"{where}:{_line_of(error, text) - 1}",
            hint="Ret linjen, eller hent filens seneste udgave frem igen.",
        ) from error
    for key in keys:
        rows = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in rows if name.value == key), None)
    return str(node.value).strip() or None if isinstance(node, yaml.ScalarNode) else None


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


class _Reader:
    """Builds plain values from the parser's events, so that no tag, anchor or merge has a meaning."""

    def __init__(self, source: str, where: str) -> None:
        self.lines: dict[str, int] = {}
        self._where = where
        self._source = source
        self._events: Iterator[yaml.Event] = iter(())
        self._key = ""

    def read(self) -> dict[str, object]:
        try:
            self._events = yaml.parse(self._source, Loader=_LOADER)
            return self._document()
        except yaml.YAMLError as error:
            line = _line_of(error, self._source)
            key = f" ved nøglen »{self._key}«" if self._key else ""
            raise FrontMatterError(
                f"Oplysningerne øverst på siden kan ikke læses{key}.",
                where=f"{self._where}:{line}",
                hint="Står der kolon, citationstegn eller # i en tekst, så sæt hele teksten i citationstegn.",
            ) from error

    def _document(self) -> dict[str, object]:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        if not isinstance(event, yaml.MappingStartEvent):
            self._refuse(event, "er ikke linjer med nøgle og værdi", "Skriv dem som »nøgle: værdi«.")
        found = self._mapping(event, 0)
        following = self._next()
        if isinstance(following, yaml.DocumentEndEvent):
            following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            self._refuse(following, "er delt i to", "Slet den ekstra linje med tre bindestreger.")
        return found

    def _next(self) -> yaml.Event:
        return next(self._events)

    def _value(self, event: yaml.Event, depth: int) -> object:
        self._refuse_tricks(event)
        if depth > DEEPEST_NESTING:
            self._refuse(event, "har for mange lister inde i hinanden", "Gør oplysningen enklere.")
        if isinstance(event, yaml.ScalarEvent):
            return _plain_value(event.value) if event.style in (None, "") else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return self._mapping(event, depth)

    def _sequence(self, depth: int) -> list[object]:
        found: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            found.append(self._value(event, depth + 1))
        return found

    def _mapping(self, start: yaml.Event, depth: int) -> dict[str, object]:
        self._refuse_tricks(start)
        found: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            self._refuse_tricks(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "har en nøgle, der ikke er et ord", "Skriv nøglen som ét ord før kolon.")
            key = str(event.value)
            if key in found:
                self._refuse(event, f"har nøglen »{key}« to gange", "Slet den ene af dem.")
            if depth == 0:
                self._key = key
                self.lines[key] = _line(event)
            found[key] = self._value(self._next(), depth + 1)
        return found

    def _refuse_tricks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, "bruger & eller * som henvisning", "Sæt teksten i citationstegn.")
        if getattr(event, "tag", None):
            self._refuse(event, "begynder en værdi med !", "Sæt teksten i citationstegn.")

    def _refuse(self, event: yaml.Event, problem: str, hint: str) -> NoReturn:
        key = f" (ved nøglen »{self._key}«)" if self._key else ""
        raise FrontMatterError(
            f"Oplysningerne øverst på siden {problem}{key}.",
            where=f"{self._where}:{_line(event)}",
            hint=hint,
        )


def _plain_value(text: str) -> object:
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _line(event: yaml.Event) -> int:
    """Line of the file, from 1: the fence is line 1, so the YAML's first line is line 2."""
    return event.start_mark.line + 2 if event.start_mark else 1


def _line_of(error: yaml.YAMLError, source: str) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return int(mark.line) + 2
    # A character that YAML does not allow: the C parser counts bytes and the other one characters.
    position = int(getattr(error, "position", 0))
    return source[:position].count("\n") + 2
