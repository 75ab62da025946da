"""The fixtures beside the repository, and papers told from their sources as HTML and Word files have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import docx
from bs4 import BeautifulSoup, Tag
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from converters.blocks import Entry, Heading, Link, ListKind, Paragraph, Table
from tests.conftest import SHARED
from tests.formats.papers import Attached, Paper, Part, Point, Shown
from tests.formats.producers import Made
from tests.truth_files import load, value

FIXTURES = SHARED / "fixtures"
ITEM = re.compile(r"(?P<number>\d+)\s+(?P<title>.+)")
TYPED = re.compile(r"(?:(?P<number>\d)\.|-) (?P<text>.+)")  # a marker typed by hand
FROM_WEB = ("fredericia.html", "fredericia.docx", "fredericia_weasy.pdf")
FROM_WORD = ("fredsund_bold.docx", "fredsund_lo.pdf")


# "item", "label", "person" or "block", and what it is.
Told = tuple[str, Shown]


def shared_fixtures() -> list[Made]:
    """Every fixture that is minutes, with its paper; none where there is no folder of them."""
    if not FIXTURES.is_dir():
        return []
    web = _paper("004_4fe67362f879c51d", list(_from_web(FIXTURES / "fredericia.html")))
    word = _paper("000_aeddc87d1f29732b", list(_from_word(FIXTURES / "fredsund_bold.docx")))
    *whole, cut = web.points[:5]  # the scan ends before the last item's decision
    scanned = replace(web, points=(*whole, replace(cut, parts=cut.parts[:-1])))
    return [
        *(Made(name=name, path=FIXTURES / name, of=web) for name in FROM_WEB),
        *(Made(name=name, path=FIXTURES / name, of=word) for name in FROM_WORD),
        Made(name="fredericia_scan.pdf", path=FIXTURES / "fredericia_scan.pdf", of=scanned, scanned=True),
    ]


def _paper(seed: str, told: Sequence[Told]) -> Paper:
    """The paper of a fixture: facts as the truth file of its seed has them, blocks as they stand there."""
    truth = load(SHARED / "truth" / f"{seed}.yml", SHARED / "seeds")
    starts = [place for place, (kind, _) in enumerate(told) if kind == "item"]
    ends = [*starts[1:], len(told)]
    return Paper(
        name=seed,
        municipality="",  # stands in a footer, if anywhere
        committee=value(truth.told["committee"]) or "",
        date=value(truth.told["date"]) or "",
        printed_date="",
        start=None,
        place=None,
        present=tuple(_text(one) for kind, one in told if kind == "person"),
        absent=(),
        points=tuple(
            _point(told[start:end], known)
            for start, end, known in zip(starts, ends, truth.items, strict=True)
        ),
        dashes=frozenset(),
    )


def _point(told: Sequence[Told], known: Mapping[str, object]) -> Point:
    found = ITEM.fullmatch(_text(told[0][1]))
    assert found is not None
    assert found["number"] == str(known["number"])
    starts = [place for place, (kind, _) in enumerate(told) if kind == "label"]
    parts = [
        Part(label=_text(told[start][1]).rstrip(":"), content=tuple(one for _, one in told[start + 1 : end]))
        for start, end in zip(starts, [*starts[1:], len(told)], strict=True)
    ]
    fields = [_text(one) for _, one in told[1 : starts[0]]]
    return Point(
        number=found["number"],
        title=found["title"],
        case=" ".join(fields) or None,
        closed=bool(known.get("closed")),
        parts=tuple(_listed(part) for part in parts if part.content),
    )


def _listed(part: Part) -> Part:
    """Entries under *Bilag* are attachments."""
    if part.label != "Bilag":
        return part
    return replace(part, content=tuple(Attached(title=_text(one)) for one in part.content))


def _text(block: Shown) -> str:
    assert isinstance(block, Paragraph | Entry | Heading)
    return block.text


def _flat(text: str) -> str:
    return " ".join(text.split())


def _from_web(path: Path) -> Iterator[Told]:
    body = BeautifulSoup(path.read_text("utf-8"), "lxml").body
    assert body is not None
    for tag in body.find_all(recursive=False):
        text = Paragraph(text=_flat(tag.get_text()))
        match tag.name:
            case "h1" if not tag.get("class"):
                yield "item", text
            case "h2":
                yield "label", text
            case "h3":
                yield "block", Heading(text=text.text)
            case "div":
                yield from (("person", Paragraph(text=_flat(one.get_text()))) for one in tag.find_all("p"))
            case "p":
                yield "block", replace(text, links=tuple(_links(tag, text.text)))
            case "table":
                header, *rows = [_cells(row) for row in tag.find_all("tr")]
                yield "block", Table(header=header, rows=tuple(rows))
            case "ul" | "ol":
                yield from (("block", one) for one in _list(tag))


def _links(tag: Tag, text: str) -> Iterator[Link]:
    for one in tag.find_all("a"):
        inside = _flat(one.get_text())
        start = text.index(inside)
        yield Link(start=start, end=start + len(inside), href=str(one["href"]))


def _cells(row: Tag) -> tuple[str, ...]:
    return tuple(_flat(cell.get_text()) for cell in row.find_all(["td", "th"]))


def _list(tag: Tag) -> Iterator[Entry]:
    for number, one in enumerate(tag.find_all("li", recursive=False), 1):
        if tag.name == "ol":
            yield Entry(text=_flat(one.get_text()), kind=ListKind.NUMBER, marker=str(number))
        else:
            yield Entry(text=_flat(one.get_text()))


def _from_word(path: Path) -> Iterator[Told]:
    number, first_table = 0, True
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, WordTable):
            rows = [tuple(_flat(cell.text) for cell in row.cells) for row in block.rows]
            if first_table:
                yield from (("person", Paragraph(text=name)) for row in rows for name in row if name)
            else:
                yield "block", Table(header=rows[0], rows=tuple(rows[1:]))
            first_table = False
            continue
        number = number + 1 if block.style is not None and block.style.name == "List Number" else 0
        yield from _typed(block, number)


def _typed(block: WordParagraph, number: int) -> Iterator[Told]:
    text = _flat(block.text)
    style = block.style.name if block.style is not None else ""
    bold = bool(block.runs) and all(run.bold for run in block.runs)
    if bold and any(run.italic for run in block.runs):
        yield "block", Heading(text=text)
    elif bold and ITEM.fullmatch(text):
        yield "item", Paragraph(text=text)
    elif bold:
        yield "label", Paragraph(text=text)
    elif style == "List Number":
        yield "block", Entry(text=text, kind=ListKind.NUMBER, marker=str(number))
    elif found := TYPED.fullmatch(text):
        kind = ListKind.NUMBER if found["number"] else ListKind.BULLET
        yield "block", Entry(text=found["text"], kind=kind, marker=found["number"])
    elif text:
        yield "block", Entry(text=text) if style == "List Bullet" else Paragraph(text=text)
