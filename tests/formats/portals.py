"""A paper as three portals show it on the web: plain, as an accordion among menus, and in table cells."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from converters.blocks import Entry, Heading, Paragraph
from tests.formats.markup import Look, block_of, linked, page, section
from tests.formats.papers import Attached, Paper, Part, Point

PLAIN = Look(item="h2", label="h3", sub="h4", attendance="one", contents=False)
INNER = Look(label="h3", sub="h4")
TYPED = Look()
BOLD = Look(label="b", sub="i", colon=True, head_row="td")


def plain(paper: Paper) -> str:
    """Headings, lists and tables as HTML has them, and nothing else."""
    return page(paper, PLAIN)


def accordion(paper: Paper) -> str:
    """A portal's page: cookies, menus and buttons around it, each item folded under a button."""
    items = "\n".join(_folded(paper, one) for one in paper.points)
    return f"""<!doctype html><html lang="da"><head><meta charset="utf-8">
<title>{escape(paper.committee)}</title>
<script>window.analytics = {{"side": "referat"}};</script></head><body>
<div id="cookie" role="dialog"><p>Vi bruger cookies til statistik.</p><button>Tillad alle</button></div>
<header><nav aria-label="Hovedmenu"><ul><li><a href="/">Forside</a></li>
<li><a href="/politik">Politik</a></li></ul>
</nav><form role="search"><label>Søg <input type="search"></label><button>Søg</button></form></header>
<main><h1>{escape(paper.committee)}</h1>
<p class="meta">{escape(paper.municipality)}</p>
<dl><dt>Mødedato</dt><dd>{paper.printed_date}</dd><dt>Mødetidspunkt</dt><dd>Kl. {paper.start}</dd>
<dt>Mødested</dt><dd>{escape(paper.place or "")}</dd></dl>
<h2>Medlemmer</h2><ul>{"".join(f"<li>{escape(one)}</li>" for one in paper.present)}</ul>
<h2>Afbud</h2><ul>{"".join(f"<li>{escape(one)}</li>" for one in paper.absent)}</ul>
<div class="accordion">
{items}
</div></main>
<footer><p>{escape(paper.municipality)}, Torvet 1</p><a href="#top">Til toppen</a></footer></body></html>"""


def _folded(paper: Paper, one: Point) -> str:
    inside = "\n".join(part for told in one.parts for part in section(paper, told, INNER))
    case = f'<p class="case"><span>Sagsnr.:</span> <span>{one.case}</span></p>' if one.case else ""
    return (
        '<div class="accordion-item"><h2 class="accordion-header">'
        '<button type="button" aria-expanded="false">'
        f"<span>{one.number}.</span> <span>{escape(one.title)}</span></button></h2>"
        f'<div class="accordion-body">{case}{inside}<button>Kopier link</button></div></div>'
    )


def cells(paper: Paper) -> str:
    """An old case system's page: layout by tables, labels in bold, paragraphs by divisions."""
    rows = "\n".join(_row(paper, one) for one in paper.points)
    people = "<br>\n".join(escape(one) for one in paper.present)
    absent = ", ".join(paper.absent)
    return f"""<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>Referat</title></head><body bgcolor="#ffffff"><table width="100%" border="0"><tr><td>
<font size="5"><b>{escape(paper.committee)}</b></font><br><b>Referat</b><br>
{escape(paper.municipality)}</td></tr>
<tr><td><table border="0"><tr><td><b>Mødedato:</b></td><td>{paper.printed_date}</td></tr>
<tr><td><b>Mødetidspunkt:</b></td><td>Kl. {paper.start}</td></tr>
<tr><td><b>Mødested:</b></td><td>{escape(paper.place or "")}</td></tr>
<tr><td valign="top"><b>Medlemmer:</b></td><td>{people}</td></tr>
<tr><td><b>Afbud:</b></td><td>{absent}</td></tr></table></td></tr>
{rows}
</table></body></html>"""


def _row(paper: Paper, one: Point) -> str:
    case = f"Sagsnr.: {one.case}" if one.case else ""
    inside = "\n".join(_as_divisions(paper, one))
    return (
        f'<tr><td><a name="{one.number}"></a><font size="4"><b>{one.number}. {escape(one.title)}</b></font>'
        f"<div>{case}</div>\n{inside}</td></tr>"
    )


def _as_divisions(paper: Paper, one: Point) -> Iterator[str]:
    for part in one.parts:
        for piece in section(paper, part, BOLD):
            if piece.startswith(("<b ", "<i ", "<p>")):
                inner = piece.replace("<p>", "").replace("</p>", "").replace(" class=label", "")
                yield f"<div>{inner.replace(' class=sub', '')}</div>"
            else:
                yield piece


def typed(paper: Paper) -> str:
    """A page out of an editor: labels in bold and text in one paragraph, with breaks, lists typed by hand."""
    items = "\n".join(_typed(one) for one in paper.points)
    people = "<br />".join(escape(one) for one in paper.present)
    return f"""<!DOCTYPE html><html lang="da-DK">
<head><meta charset="utf-8"><title>Referat</title></head><body>
<div class="rte"><h1>{escape(paper.committee)}</h1><p>{escape(paper.municipality)}<br />
<strong>Mødedato:</strong> {paper.printed_date}<br /><strong>Mødetidspunkt:</strong> Kl. {paper.start}<br />
<strong>Mødested:</strong> {escape(paper.place or "")}</p>
<p><strong>Medlemmer:</strong><br />{people}</p><p><strong>Afbud:</strong> {", ".join(paper.absent)}</p>
{items}</div></body></html>"""


def _typed(one: Point) -> str:
    case = f"<p>Sagsnr.: {one.case}</p>" if one.case else ""
    parts = "\n".join(_broken(part) for part in one.parts)
    return f"<h2>{one.number}.&nbsp;{escape(one.title)}</h2>{case}\n{parts}"


def _broken(part: Part) -> str:
    out, is_open = f"<p><strong>{escape(part.label)}</strong><br />", True
    for block in part.content:
        match block:
            case Paragraph():
                new = linked(block.text, block.links)
            case Heading():
                new = f"<em><strong>{escape(block.text)}</strong></em>"
            case Entry():
                marker = f"{block.marker}." if block.marker else "-"
                new = f"{'&nbsp;' * 4 * block.depth}{marker} {linked(block.text, block.links)}"
            case Attached():
                title = escape(block.title)
                new = f'<a href="{escape(block.href)}">{title}</a>' if block.href else title
            case _:
                out += "</p>" * is_open + block_of(block, TYPED)
                is_open = False
                continue
        is_item = isinstance(block, Entry | Attached)
        out += new + ("<br />" if is_item else "<br /><br />") if is_open else f"<p>{new}<br />"
        is_open = True
    return out + "</p>" * is_open


def as_latin(text: str) -> bytes:
    """The bytes of an old page: Windows letters, with a reference for each letter they lack."""
    return text.encode("cp1252", "xmlcharrefreplace")
