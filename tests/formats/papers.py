"""Made-up minutes as a careful clerk would set them down: what a right reading of any format contains.

A paper is a text in a small notation beside this module.  Blocks stand apart by an empty line:
``# number | title | case number`` an item (``#!`` a closed one), ``== label`` a section, ``=== text`` a
sub-heading, ``*`` a bullet, ``-`` a bullet printed as a dash, ``1.`` and ``a.`` entries with their marker
(two blanks a level), ``| cell | cell |`` a table whose first row is its header, ``@ title <address>`` an
attachment, ``! words`` a picture, ``[words](address)`` a link, ``~ 3 topic`` three paragraphs of running
text about a topic.  The first block holds the facts of the meeting, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from converters.blocks import Content, Entry, Heading, Link, ListKind, Paragraph, Picture, Table
from tests.formats.prose import paragraphs

MINUTES = Path(__file__).parent / "minutes"
LINKED = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<href>[^)]+)\)")
ENTRY = re.compile(r"(?P<indent> *)(?P<marker>\*|-|\d+\.|[a-z]\.) (?P<text>.+)", re.DOTALL)
DASH = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """An attachment of an item as it is listed."""

    title: str
    href: str | None = None


Shown = Content | Attached


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of an item: its label and what stands under it, in order."""

    label: str
    content: tuple[Shown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One agenda item of a paper."""

    number: str
    title: str
    case: str | None
    closed: bool
    parts: tuple[Part, ...]

    @property
    def content(self) -> tuple[Shown, ...]:
        """Everything under the item, in order."""
        return tuple(block for part in self.parts for block in part.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The minutes of one meeting; ``dashes`` are the texts of bullets that are printed as a dash.

    ``start`` and ``place`` are None where nobody looked.
    """

    name: str
    municipality: str
    committee: str
    date: str
    printed_date: str
    start: str | None
    place: str | None
    present: tuple[str, ...]
    absent: tuple[str, ...]
    points: tuple[Point, ...]
    dashes: frozenset[str]


def paper(name: str) -> Paper:
    """Read one of the papers beside this module."""
    head, *blocks = (MINUTES / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    dashes = frozenset(_plain(block.strip()[2:]) for block in blocks if block.lstrip().startswith("- "))
    return Paper(
        name=name,
        municipality=facts["municipality"],
        committee=facts["committee"],
        date=facts["date"],
        printed_date=facts["printed"],
        start=facts["start"],
        place=facts["place"],
        present=tuple(facts["present"].split(", ")),
        absent=tuple(facts["absent"].split(", ")),
        points=tuple(_points(blocks, name)),
        dashes=dashes,
    )


def _points(blocks: Sequence[str], name: str) -> Iterator[Point]:
    starts = [place for place, block in enumerate(blocks) if block.startswith(("# ", "#! "))]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        mark, rest = _flat(blocks[start]).split(" ", 1)
        number, title, case = (one.strip() for one in rest.split("|"))
        yield Point(
            number=number,
            title=title,
            case=case or None,
            closed=mark == "#!",
            parts=tuple(_parts(blocks[start + 1 : end], f"{name}{number}")),
        )


def _parts(blocks: Sequence[str], seed: str) -> Iterator[Part]:
    starts = [place for place, block in enumerate(blocks) if block.startswith("== ")]
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        content = tuple(
            one for place in range(start + 1, end) for one in _shown(blocks[place], f"{seed}.{place}")
        )
        yield Part(label=_flat(blocks[start])[3:], content=content)


def _shown(block: str, seed: str) -> Iterator[Shown]:
    entry = ENTRY.fullmatch(block)
    match block.split(maxsplit=1)[0]:
        case "===":
            yield Heading(text=_flat(block)[4:])
        case "~":
            _, count, topic = _flat(block).split(" ", 2)
            yield from (Paragraph(text=text) for text in paragraphs(int(count), topic, seed))
        case "@":
            found = re.fullmatch(r"@ (?P<title>.+?)(?: <(?P<href>[^>]+)>)?", _flat(block))
            assert found is not None
            yield Attached(title=found["title"], href=found["href"])
        case "!":
            yield Picture(
                content=b"", media_type="image/png", page=1, width=0, height=0, alt=_flat(block)[2:]
            )
        case "|":
            header, *rows = [_cells(line) for line in block.splitlines()]
            yield Table(header=header, rows=tuple(rows))
        case _ if entry:
            text, links = _linked(_flat(entry["text"]))
            yield _entry(entry["marker"], len(entry["indent"]) // 2, text, links)
        case _:
            text, links = _linked(_flat(block))
            yield Paragraph(text=text, links=links)


def _entry(marker: str, depth: int, text: str, links: tuple[Link, ...]) -> Entry:
    if marker in "*-":
        return Entry(text=text, depth=depth, links=links)
    kind = ListKind.NUMBER if marker[0].isdigit() else ListKind.LETTER
    return Entry(text=text, kind=kind, marker=marker.rstrip("."), depth=depth, links=links)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def _flat(block: str) -> str:
    return " ".join(block.split())


def _plain(block: str) -> str:
    return LINKED.sub(lambda found: found["words"], _flat(block))


def _linked(text: str) -> tuple[str, tuple[Link, ...]]:
    links: list[Link] = []
    plain, last = "", 0
    for found in LINKED.finditer(text):
        plain += text[last : found.start()]
        start = len(plain)
        plain += found["words"]
        links.append(Link(start=start, end=len(plain), href=found["href"]))
        last = found.end()
    return plain + text[last:], tuple(links)
