"""A paper as HTML: what WeasyPrint and LibreOffice print from, and what a portal shows."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from PIL import Image, ImageDraw

from converters.blocks import Entry, Heading, Link, ListKind, Paragraph, Picture, Table
from tests.formats.papers import Attached, Paper, Part, Point, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a producer prints a paper: the item's heading, the labels, and the elements they stand in."""

    heading: str = "{number}. {title}"
    item: str = "h1"
    label: str = "h2"
    sub: str = "h3"
    colon: bool = False
    attendance: str = "columns"
    contents: bool = True
    head_row: str = "th"
    boxed: bool = False
    css: str = ""


def page(paper: Paper, look: Look) -> str:
    """Write the whole paper as one web page."""
    body = "\n".join(
        [*_front(paper, look), *(part for one in paper.points for part in point(paper, one, look))]
    )
    title = escape(f"Referat – {paper.committee}")
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{look.css}</style></head><body>\n{body}\n</body></html>"
    )


def _front(paper: Paper, look: Look) -> Iterator[str]:
    yield f"<p class=owner>{escape(paper.municipality)}</p><p class=title>Referat</p>"
    yield f"<p class=committee>{escape(paper.committee)}</p>"
    yield f"<p class=fact>Mødedato: {paper.printed_date}</p>"
    yield f"<p class=fact>Mødetidspunkt: Kl. {paper.start}</p>"
    yield f"<p class=fact>Mødested: {escape(paper.place or '')}</p>"
    yield from _people(paper, look)
    if look.contents:
        yield "<p class=contents-title>Indholdsfortegnelse</p>"
        for one in paper.points:
            line = escape(f"{one.number}. {one.title}")
            yield f'<p class=contents><a href="#punkt-{one.number}">{line}</a></p>'


def _people(paper: Paper, look: Look) -> Iterator[str]:
    yield "<p class=people-title>Medlemmer:</p>"
    if look.attendance == "table":
        half = (len(paper.present) + 1) // 2
        pairs = zip(paper.present, [*paper.present[half:], ""], strict=False)
        rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in list(pairs)[:half])
        yield f"<table class=people>{rows}</table>"
    else:
        names = "".join(f"<p>{escape(name)}</p>" for name in paper.present)
        yield f'<div class="people {look.attendance}">{names}</div>'
    yield f"<p class=fact>Afbud: {', '.join(paper.absent)}</p>"


def point(paper: Paper, one: Point, look: Look) -> Iterator[str]:
    """Write an item of the paper."""
    text = escape(look.heading.format(number=one.number, title=one.title)).replace("\n", "<br>")
    if look.boxed:
        cells = f"<td>{one.number}</td><td>{escape(one.title)}</td>"
        yield f'<table class=box id="punkt-{one.number}"><tr>{cells}</tr></table>'
    else:
        yield f'<{look.item} class=item id="punkt-{one.number}">{text}</{_bare(look.item)}>'
    if one.case:
        yield f"<p class=field>Sagsnr.: {one.case}</p>"
    for part in one.parts:
        yield from section(paper, part, look)


def section(paper: Paper, part: Part, look: Look) -> Iterator[str]:
    """Write a section of an item."""
    yield f"<{look.label} class=label>{escape(part.label)}{':' * look.colon}</{_bare(look.label)}>"
    for kind, blocks in groupby(part.content, type):
        if kind is Entry:
            yield from _lists([one for one in blocks if isinstance(one, Entry)], paper.dashes)
        elif kind is Attached:
            yield f"<ul class=attached>{''.join(_attached(one) for one in blocks)}</ul>"
        else:
            yield from (block_of(one, look) for one in blocks)


def _bare(tag: str) -> str:
    return tag.split(maxsplit=1)[0]


def block_of(block: Shown, look: Look) -> str:
    """Write a paragraph, heading, table or picture."""
    match block:
        case Paragraph():
            return f"<p>{linked(block.text, block.links)}</p>"
        case Heading():
            return f"<{look.sub} class=sub>{escape(block.text)}</{_bare(look.sub)}>"
        case Table():
            return _table(block, look)
        case Picture():
            source = base64.b64encode(chart(block.alt or "")).decode()
            return f'<p><img alt="{escape(block.alt or "")}" src="data:image/png;base64,{source}"></p>'
        case _:
            raise TypeError(block)


def _table(table: Table, look: Look) -> str:
    head = "".join(f"<{look.head_row}>{escape(cell)}</{look.head_row}>" for cell in table.header)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    if look.head_row == "th":
        return f"<table class=ruled border=1><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<table class=ruled border=1><tr>{head}</tr>{rows}</table>"


def _attached(one: Shown) -> str:
    if not isinstance(one, Attached):
        raise TypeError(one)
    title = escape(one.title)
    return f'<li><a href="{escape(one.href)}">{title}</a></li>' if one.href else f"<li>{title}</li>"


def linked(text: str, links: Iterable[Link]) -> str:
    """A text with its links as HTML."""
    out, last = "", 0
    for link in links:
        inside = escape(text[link.start : link.end])
        out += f'{escape(text[last : link.start])}<a href="{escape(link.href)}">{inside}</a>'
        last = link.end
    return out + escape(text[last:])


def _lists(entries: list[Entry], dashes: frozenset[str]) -> Iterator[str]:
    """Nested lists; a deeper entry lies inside the entry above it."""
    open_lists: list[str] = []
    out = ""
    for entry in entries:
        opening, closing = _list_tags(entry, entry.text in dashes)
        while len(open_lists) > entry.depth + 1:
            out += f"</li>{open_lists.pop()}"
        if len(open_lists) == entry.depth + 1 and open_lists[-1] == closing and not _starts_anew(entry):
            out += "</li>"
        else:
            if len(open_lists) == entry.depth + 1:
                out += f"</li>{open_lists.pop()}"
            out += opening
            open_lists.append(closing)
        out += f"<li>{linked(entry.text, entry.links)}"
    while open_lists:
        out += f"</li>{open_lists.pop()}"
    yield out


def _starts_anew(entry: Entry) -> bool:
    return entry.marker in {"1", "a"}


def _list_tags(entry: Entry, is_dash: bool) -> tuple[str, str]:  # noqa: FBT001 - a look, passed once
    match entry.kind:
        case ListKind.NUMBER:
            return "<ol>", "</ol>"
        case ListKind.LETTER:
            return '<ol type="a" style="list-style-type: lower-alpha">', "</ol>"
        case ListKind.BULLET:
            return ("<ul class=dash>" if is_dash else "<ul>"), "</ul>"


def chart(words: str) -> bytes:
    """A picture as a PNG file: bars whose heights come from its words, and no text."""
    image = Image.new("RGB", (320, 160), "white")
    draw = ImageDraw.Draw(image)
    for place, letter in enumerate(words[:10]):
        draw.rectangle((10 + place * 30, 150 - ord(letter) % 120, 30 + place * 30, 150), fill=(40, 90, 140))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
