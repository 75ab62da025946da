"""YAML as far as pages have it: read from the parser's events, and refused where it is more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn

import yaml

from converters.errors import FrontMatterError

DEEPEST_NESTING = 12  # ours go three deep; deeper would only exhaust the stack
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

# The C parser is ten times faster and reads the same events; it is missing where PyYAML was built bare.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def setting_of(text: str, *keys: str, where: str) -> str | None:
    """Read one text out of a YAML file of settings, such as mkdocs.yml; None where it is not set."""
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


class Reader:
    """Builds plain values from the parser's events, so that no tag, anchor or merge has a meaning.

    ``where`` names the file in messages; ``lines`` tells the line of it (from 1) that each key stands on.
    """

    def __init__(self, source: str, where: str) -> None:
        self.lines: dict[str, int] = {}
        self._where = where
        self._source = source
        self._events: Iterator[yaml.Event] = iter(())
        self._key = ""

    def read(self) -> dict[str, object]:
        """Read it.  Raises FrontMatterError for anything but plain YAML."""
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
