"""Examines a page as a clerk left it: reads what can be read, and names everything that is wrong at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converters.frontmatter.diagnosis import diagnosed, key_of, pushed_in
from converters.frontmatter.fences import Block, block_of
from converters.frontmatter.flaws import UNSEEN_ENDS, Flaw, unseen_ends
from converters.frontmatter.reading import BrokenError, Page, Place, Reader, duplicate, is_too_long

MOST_FLAWS = 50  # of one page; a page with more is no page
_ROW = re.compile(r"\s+- |- ")
# A key that is pushed in, and the line above it that has a key and a value and so takes none.
_IN_ENTRY = re.compile(r"\s+[\w-]+:(?:\s|$)")
_WHOLE = re.compile(r"\s*[\w-]+: +[^\s\[{|>].*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A page as far as it can be read, the line of each value, and what is wrong.

    ``broken`` are the keys that are there and whose value cannot be read.
    """

    page: Page
    places: Mapping[Place, int]
    flaws: tuple[Flaw, ...]
    broken: frozenset[str]


def examine(text: str) -> Examined:
    """Read a page and name every flaw of its front matter; nothing is raised."""
    block = block_of(text)
    if block.source is None:
        return Examined(page=Page(meta={}, body=block.body), places={}, flaws=block.flaws, broken=frozenset())
    if is_too_long(block.source):
        flaw = Flaw(
            code="too-long",
            line=block.first_line,
            problem="Oplysningerne øverst på siden fylder over 256 KB.",
            hint="Flyt lang tekst ned under den anden linje med tre bindestreger (---).",
        )
        page = Page(meta={}, body=block.body)
        return Examined(page=page, places={}, flaws=(*block.flaws, flaw), broken=frozenset())
    attempt = _Attempt(block)
    attempt.read()
    # YAML tells of lines below the last one.
    last = len(text.splitlines()) if attempt.flaws else 0
    told = (replace(flaw, line=min(flaw.line, last)) for flaw in attempt.flaws)
    flaws = sorted((*block.flaws, *told), key=lambda flaw: flaw.line)
    return Examined(
        page=Page(meta=attempt.meta, body=block.body),
        places=attempt.places,
        flaws=tuple(flaws[:MOST_FLAWS]),
        broken=frozenset(attempt.broken),
    )


class _Attempt:
    """Reads front matter as a whole, or, where that fails, entry by entry."""

    def __init__(self, block: Block) -> None:
        self.meta: dict[str, object] = {}
        self.places: dict[Place, int] = {}
        source = block.source or ""
        self.flaws = list(unseen_ends(source, block.first_line))
        self.broken: set[str] = set()
        self._source = UNSEEN_ENDS.sub(" ", source)
        self._first_line = block.first_line

    def read(self) -> None:
        try:
            self._take(self._source, self._first_line)
        except BrokenError as error:
            for number, lines in entries(self._source.split("\n")):
                self._entry(lines, self._first_line + number)
                if len(self.flaws) > MOST_FLAWS:
                    break
            # Each entry may be good and the whole not: a byte order mark in the middle is one's first sign.
            if all(flaw.readable for flaw in self.flaws):
                self.flaws.append(error.flaw)

    def _take(self, source: str, first_line: int) -> None:
        """Read a piece; what it adds is kept only if all of it can be read."""
        flaws: list[Flaw] = []
        reader = Reader(source, note=flaws.append, first_line=first_line)
        found = reader.read()
        lines = source.split("\n")
        for flaw in flaws:
            told = diagnosed([lines[flaw.line - first_line]], flaw.line, flaw)
            self.flaws += told if flaw.code in {"anchor", "tag"} else [flaw]
        for key in found.keys() & (self.meta.keys() | self.broken):
            self.flaws.append(duplicate(key, reader.places[key,], self.places.get((key,), self._first_line)))
            del found[key]
        self.meta |= found
        self.places |= {place: line for place, line in reader.places.items() if place[0] in found}

    def _entry(self, lines: Sequence[str], first_line: int) -> None:
        if lines[0][:1].isspace() and (key := key_of(lines[0])):
            self.flaws.append(pushed_in(key, first_line, has_tab="\t" in lines[0]))
            lines = [lines[0].lstrip(), *lines[1:]]
        try:
            self._take("\n".join(lines), first_line)
        except BrokenError as error:
            if key := key_of(lines[0]):
                self.broken.add(key)
            rows = list(_rows(lines))
            faulty = [flaw for number, row in rows for flaw in self._row(row, first_line + number, key or "")]
            self.flaws += faulty or diagnosed(lines, first_line, error.flaw)

    def _row(self, lines: Sequence[str], first_line: int, key: str) -> Iterator[Flaw]:
        """The flaws of one row of a list, read as if it were the only one."""
        flaws: list[Flaw] = []
        try:
            Reader("\n".join([f"{key}:", *lines]), note=flaws.append, first_line=first_line - 1).read()
        except BrokenError as error:
            yield from diagnosed(["", *lines], first_line - 1, error.flaw)
        yield from (flaw for flaw in flaws if not flaw.readable)


def entries(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Cut front matter where a line begins at the margin; each with the number of its first line, from 0."""
    start, held = 0, list[str]()
    for number, line in enumerate(lines):
        if held and (_is_at_margin(line) or (_IN_ENTRY.match(line) and _WHOLE.fullmatch(held[-1]))):
            yield start, held
            start, held = number, []
        if line.strip() or held:
            held.append(line)
        else:
            start = number + 1
    if any(line.strip() for line in held):
        yield start, held


def _is_at_margin(line: str) -> bool:
    return bool(line[:1].strip()) and line[0] not in "#]}" and not line.startswith("- ")


def _rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows of a list under its key, with their lines counted from that of the key, 0."""
    starts = [number for number, line in enumerate(lines) if number and _ROW.match(line)]
    ends = [*starts[1:], len(lines)][: len(starts)]
    yield from ((start, list(lines[start:end])) for start, end in zip(starts, ends, strict=True))
