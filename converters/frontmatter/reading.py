"""Reads front matter: plain YAML, in which no tag, anchor or merge has a meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

import yaml

from converters.errors import FrontMatterError
from converters.frontmatter.flaws import Flaw, unseen_ends

# Bytes; ours are 1 KB, and 100 KB for an item with 300 files, so more is a mistake or an attack.
LONGEST_FRONT_MATTER = 256 * 1024
DEEPEST_NESTING = 12  # ours go three deep; deeper would only exhaust the stack

FENCE = re.compile(r"---[ \t]*")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
SMART_QUOTES = "“”„‟‘’‚«»‹›"
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

# The C parser is ten times faster and reads the same events; it is missing where PyYAML was built bare.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[str | int, ...]
"""Where a value stands in front matter: keys, and rows from 0."""


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
    if not newline or not FENCE.fullmatch(first):
        return Page(meta={}, body=text), {}
    end = END.search(rest)
    if end is None:
        raise FrontMatterError(
            "Oplysningerne øverst på siden slutter ikke.",
            where=f"{where}:1",
            hint="Sæt en linje med tre bindestreger (---) efter den sidste oplysning.",
        )
    source = rest[: end.start()]
    if is_too_long(source):
        raise FrontMatterError(
            "Oplysningerne øverst på siden fylder over 256 KB.",
            where=f"{where}:1",
            hint="Flyt lang tekst ned under den anden linje med tre bindestreger (---).",
        )

    def refuse(flaw: Flaw) -> None:
        if not flaw.readable:
            raise FrontMatterError(flaw.problem, where=f"{where}:{flaw.line}", hint=flaw.hint)

    for unseen in unseen_ends(source, first_line=2):
        refuse(unseen)
    reader = Reader(source, note=refuse)
    try:
        meta = reader.read()
    except BrokenError as error:
        refuse(error.flaw)
        raise
    lines = {str(place[0]): line for place, line in reader.places.items() if len(place) == 1}
    return Page(meta=meta, body=rest[end.end() :].removeprefix("\n")), lines


def is_too_long(source: str) -> bool:
    """Tell whether front matter is longer than any that is meant."""
    return len(source.encode()) > LONGEST_FRONT_MATTER


def setting(text: str, *keys: str, where: str) -> str | None:
    """Read one text out of a YAML file of settings, such as mkdocs.yml; None where it is not set.

    Nothing is made of the file's tags.  Raises FrontMatterError for a file that is no YAML.
    """
    node = _node_at(text, keys, where)
    return str(node.value).strip() or None if isinstance(node, yaml.ScalarNode) else None


def _node_at(text: str, keys: Sequence[str], where: str) -> yaml.Node | None:
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise FrontMatterError(
            "Filen kan ikke læses som YAML.",
            where=f"{where}:{_line_of(error, text)}",
            hint="Ret linjen, eller hent filens seneste udgave frem igen.",
        ) from error
    for key in keys:
        rows = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in rows if name.value == key), None)
    return node


def settings(text: str, *keys: str, where: str) -> object:
    """Read one setting as a mapping of texts, or whatever else is written there; None where it is not set.

    Raises FrontMatterError for a file that is no YAML.
    """
    node = _node_at(text, keys, where)
    if isinstance(node, yaml.MappingNode):
        return {str(name.value): value.value for name, value in node.value}
    is_null = isinstance(node, yaml.ScalarNode) and node.value.strip().casefold() in {"", "null", "~"}
    return None if node is None or is_null else node.value


def duplicate(key: str, line: int, first: int) -> Flaw:
    """The flaw of a key that stands twice."""
    problem = f"Nøglen »{key}« står to gange, også på linje {first}."
    return Flaw(code="duplicate-key", line=line, problem=problem, hint="Slet den ene af dem.")


class BrokenError(Exception):
    """Front matter that cannot be read any further."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.problem)
        self.flaw = flaw


class Reader:
    """Builds plain values from the parser's events, and notes what has no place among them."""

    def __init__(self, source: str, *, note: Callable[[Flaw], None], first_line: int = 2) -> None:
        self.places: dict[Place, int] = {}
        self._first_line = first_line
        self._source = source
        self._lines = source.split("\n") if "#" in source else []
        self._note = note
        self._events: Iterator[yaml.Event] = iter(())
        self._key = ""

    def read(self) -> dict[str, object]:
        """Read to the end, or raise BrokenError."""
        try:
            self._events = yaml.parse(self._source, Loader=_LOADER)
            return self._document()
        except yaml.YAMLError as error:
            key = f" ved nøglen »{self._key}«" if self._key else ""
            flaw = Flaw(
                code="yaml",
                line=_line_of(error, self._source) + self._first_line - 1,
                problem=f"Oplysningerne øverst på siden kan ikke læses{key}.",
                hint="Står der kolon, citationstegn eller # i en tekst, så sæt hele teksten i citationstegn.",
            )
            raise BrokenError(flaw) from error

    def _document(self) -> dict[str, object]:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        if not isinstance(event, yaml.MappingStartEvent):
            self._break(event, "er ikke linjer med nøgle og værdi", "Skriv dem som »nøgle: værdi«.")
        self._note_tricks(event)
        found = self._mapping(())
        following = self._next()
        if isinstance(following, yaml.DocumentEndEvent):
            following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            self._break(following, "er delt i to", "Slet den ekstra linje med tre bindestreger.")
        return found

    def _next(self) -> yaml.Event:
        return next(self._events)

    def _value(self, event: yaml.Event, place: Place) -> object:
        self._note_tricks(event)
        if len(place) > DEEPEST_NESTING + 1:
            self._break(event, "har for mange lister inde i hinanden", "Gør oplysningen enklere.", "nesting")
        if isinstance(event, yaml.ScalarEvent):
            if event.style in (None, ""):
                self._note_looks(event)
                return _plain_value(event.value)
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(place)
        return self._mapping(place) if isinstance(event, yaml.MappingStartEvent) else None

    def _sequence(self, place: Place) -> list[object]:
        found: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            inner = (*place, len(found))
            self.places[inner] = self._line(event)
            found.append(self._value(event, inner))
        return found

    def _mapping(self, place: Place) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            self._note_tricks(event)
            if not isinstance(event, yaml.ScalarEvent):
                problem = "har en nøgle, der ikke er et ord"
                self._report("yaml", event, problem, "Skriv nøglen som ét ord før kolon.")
                self._value(event, (*place, ""))
                self._value(self._next(), (*place, ""))
                continue
            key = str(event.value)
            if key in found:
                self._note(duplicate(key, self._line(event), self.places[*place, key]))
                self._value(self._next(), (*place, ""))
                continue
            if not place:
                self._key = key
            self.places[*place, key] = self._line(event)
            found[key] = self._value(self._next(), (*place, key))
        return found

    def _note_tricks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._report("anchor", event, "bruger & eller * som henvisning", "Sæt teksten i citationstegn.")
        if getattr(event, "tag", None):
            self._report("tag", event, "begynder en værdi med !", "Sæt teksten i citationstegn.")

    def _note_looks(self, event: yaml.ScalarEvent) -> None:
        """Note what YAML reads, and hardly as it was meant."""
        if event.value[:1] in SMART_QUOTES and event.value:
            inner = event.value.strip(SMART_QUOTES)
            self._readable(
                event,
                "quotes",
                f"Teksten står i skrå citationstegn ({event.value[0]}), som bliver en del af den.",
                f'Brug lige citationstegn: "{inner}"',
            )
        if self._lines and event.end_mark:
            mark = event.end_mark
            rest = self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""
            if rest.lstrip().startswith("#"):
                self._readable(
                    event,
                    "comment",
                    f"Alt efter # forsvinder fra siden (»{rest.strip()}«).",
                    f'Hører det med til teksten, så skriv "{event.value}{rest.rstrip()}"; ellers slet det.',
                    blocks=False,
                )

    def _readable(
        self, event: yaml.Event, code: str, problem: str, hint: str, *, blocks: bool = True
    ) -> None:
        flaw = Flaw(
            code=code, line=self._line(event), problem=problem, hint=hint, readable=True, blocks=blocks
        )
        self._note(flaw)

    def _report(self, code: str, event: yaml.Event, problem: str, hint: str) -> None:
        self._note(self._flaw(code, event, problem, hint))

    def _break(self, event: yaml.Event, problem: str, hint: str, code: str = "yaml") -> NoReturn:
        raise BrokenError(self._flaw(code, event, problem, hint))

    def _flaw(self, code: str, event: yaml.Event, problem: str, hint: str) -> Flaw:
        key = f" (ved nøglen »{self._key}«)" if self._key else ""
        told = f"Oplysningerne øverst på siden {problem}{key}."
        return Flaw(code=code, line=self._line(event), problem=told, hint=hint)

    def _line(self, event: yaml.Event) -> int:
        """Line of the file, from 1: the fence is line 1, so the YAML's first line is line 2."""
        return event.start_mark.line + self._first_line if event.start_mark else 1


def _plain_value(text: str) -> object:
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _line_of(error: yaml.YAMLError, source: str) -> int:
    """Line of the source, from 1; what goes wrong below the last one stands on the last."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return min(int(mark.line), source.rstrip("\n").count("\n")) + 1
    # A character that YAML does not allow: the C parser counts bytes and the other one characters.
    position = int(getattr(error, "position", 0))
    return source[:position].count("\n") + 1
