"""Minutes in every format, with a word of its own in each field of a closed item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from html import escape
from pathlib import Path

import docx
import weasyprint

from tests.review.closed_papers import HTML, PDF, WORD, as_page, as_word, set_as, typed

TEXT = "txt"
KINDS = (TEXT, HTML, WORD, PDF)
DATES = {TEXT: "3. marts 2026", HTML: "4. marts 2026", WORD: "5. marts 2026", PDF: "6. marts 2026"}
FOLDER = {kind: f"teknikudvalget/2026-03-{day:02}" for kind, day in zip(KINDS, (3, 4, 5, 6), strict=True)}


class Public(Enum):
    """When a word may be shown."""

    NEVER = "never"
    TITLE = "title"
    DECISION = "decision"
    ALWAYS = "always"


@dataclass(slots=True)
class Words:
    """The words given out so far, each with the format and the field it stands in."""

    held: dict[str, tuple[str, str, Public]] = field(default_factory=dict)

    def of(self, kind: str, name: str, public: Public = Public.NEVER) -> str:
        """A new word, the same however it is stemmed, cut or written small; the same again for a field."""
        for word, row in self.held.items():
            if row == (kind, name, public):
                return word
        word = f"zk{len(self.held) + 100}zk"
        self.held[word] = (kind, name, public)
        return word


def lay_out(inbox: Path) -> Words:
    """Write the sources, a folder a format; give the words that stand in them."""
    words = Words()
    for kind in KINDS:
        folder = inbox / kind
        folder.mkdir(parents=True)
        text = minutes(kind, words)
        if kind == TEXT:
            (folder / f"referat.{kind}").write_text(as_text(text), "utf-8")
        elif kind == PDF:
            weasyprint.HTML(string=_with_margins(text, words)).write_pdf(folder / f"referat.{kind}")
        else:
            set_as(kind, text, folder / f"referat.{kind}")
        _lay_beside(folder, kind, words)
    return words


def minutes(kind: str, words: Words) -> str:
    """The minutes in the marks of `closed_papers.typed`: item 3 is closed, the others are open."""

    def never(name: str) -> str:
        return words.of(kind, name)

    title = words.of(kind, "title", Public.TITLE)
    decision = words.of(kind, "decision", Public.DECISION)
    opened = words.of(kind, "open text", Public.ALWAYS)
    links = [
        f'<p>Se <a href="https://birkevig.example/{never("link address")}.pdf">{never("link")}</a> her.</p>'
    ] * (kind in {HTML, PDF})
    pictures = [f"!foto {never('picture')}"] * (kind in {HTML, WORD})
    linked = [f'<p>Se <a href="https://birkevig.example/{never("decision link")}.pdf">aftalen</a>.</p>']
    return "\n".join(
        [
            "# Referat",
            "Birkevig Kommune",
            "Teknikudvalget",
            f"Mødedato: {DATES[kind]}",
            "Mødested: Rådhuset",
            f"Medlemmer: Anna Holm (deltog ikke i Salg af {title} til naboen), Ib Bo",
            f"Mødet begyndte med en orientering om, at Salg af {title} til naboen behandles til sidst.",
            "Indholdsfortegnelse",
            "1. Godkendelse af dagsorden",
            f"2. Budget for veje {words.of(kind, 'open title', Public.ALWAYS)}",
            f"3. Lukket - Salg af {title} til naboen",
            "4. Ny cykelsti",
            *_open(1, "Godkendelse af dagsorden"),
            *_open(2, f"Budget for veje {words.of(kind, 'open title', Public.ALWAYS)}", opened),
            f"# 3. Lukket - Salg af {title} til naboen",
            f"Brødtekst {never('text under the title')} under titlen, som ingen må se noget til her.",
            f"Sagsnr.: 24/{never('case number')}",
            f"Sagsbehandler: {never('value of a field')}",
            "## Sagsfremstilling",
            f"Køber {never('text of a section')} har budt to en halv million kroner for grunden ved åen.",
            f"### Hensyn {never('sub-heading')}",
            f"Naboen {never('text under a sub-heading')} er ikke hørt om det endnu og må ikke blive det.",
            f"| Post | {never('head of a table')}",
            f"| Køb | {never('cell of a table')}",
            f"- Et punkt {never('list item')} på listen",
            *links,
            *pictures,
            f"Anna Holm deltog ikke under punkt 3 på grund af {never('remark of attendance')}.",
            f"For stemte {never('vote')}. Imod stemte ingen.",
            f"## Særligt {never('label')}",
            f"Mere {never('text under a label of its own')} om det.",
            "## Indstilling",
            f"Det indstilles, at {never('recommendation')} godkendes uden videre af hele udvalget på mødet.",
            "## Bilag",
            f"- Bilag 1 - Købsaftale med {never('title of an attachment')} og andre",
            "## Beslutning",
            f"Salget til {decision} blev godkendt med alle stemmer.",
            *linked * (kind == HTML),
            *[f"!foto {never('picture of the decision')}"] * (kind == HTML),
            f"Fraværende: Bo {words.of(kind, 'absent', Public.DECISION)}",
            *_open(4, "Ny cykelsti"),
            "Slut på mødet.",
        ]
    )


def _open(number: int, title: str, inside: str = "") -> Iterator[str]:
    yield f"# {number}. {title}"
    yield "## Sagsfremstilling"
    yield f"Forvaltningen fremlægger sagen om vejen ved søen {inside}."
    yield "## Beslutning"
    yield "Godkendt."


def as_text(text: str) -> str:
    """The same as plain text, with an empty line above each heading."""
    lines = []
    for kind, typed_lines in typed(text):
        for line in typed_lines:
            bare = line.lstrip("#|! ")
            if kind in {"h1", "h2", "h3"}:
                lines.append("")
            lines.append(line if kind == "entry" else bare.replace(" | ", "    "))
    return "\n".join(line for line in lines if not line.startswith("<")) + "\n"


def _with_margins(text: str, words: Words) -> str:
    """The minutes as a page to print, with the closed title over each page and below."""
    title = words.of(PDF, "title", Public.TITLE)
    css = (
        f'<style>@page {{@top-left {{content: "Referat om Salg af {title} til naboen, Birkevig"}}'
        f' @top-center {{content: "Punkt 3: Salg af {title} til naboen"}}'
        f' @bottom-center {{content: "Salg af {title} til naboen"}}}}</style>'
    )
    return as_page(text).replace("</style>", f"</style>{css}", 1)


def _lay_beside(folder: Path, kind: str, words: Words) -> None:
    """Files of the closed item and of an open one, with words in text, names and properties."""

    def never(name: str) -> str:
        return words.of(kind, name)

    (folder / f"punkt-3-bilag-1 {never('name of a text file')}.txt").write_text(
        f"Købsaftale\n\nSælgeren {never('text of a text file')} vil have to millioner kroner for grunden.\n",
        "utf-8",
    )
    pdf = _pdf(f"Notat om {never('text of a PDF')} og meget andet, som ingen må se.", never("title of a PDF"))
    (folder / f"punkt-3-bilag-2 {never('name of a PDF')}.pdf").write_bytes(pdf)
    _word(
        folder / f"punkt-3-bilag-3 {never('name of a Word file')}.docx",
        f"Brev fra {never('text of a Word file')} om grunden ved åen, som ingen må se.",
        never("author of a Word file"),
    )
    shown = words.of(kind, "text of an open PDF", Public.ALWAYS)
    named = words.of(kind, "title of an open PDF", Public.ALWAYS)
    (folder / "punkt-2-bilag-1.pdf").write_bytes(_pdf(f"Kortet over vejen {shown}.", named))
    _word(
        folder / "punkt-2-bilag-2.docx",
        f"Skitse af vejen {words.of(kind, 'text of an open Word file', Public.ALWAYS)}.",
        words.of(kind, "author of an open Word file", Public.ALWAYS),
    )


def _pdf(text: str, title: str) -> bytes:
    html = f"<html lang=da><title>{escape(title)}</title><p>{escape(text)}</p></html>"
    return bytes(weasyprint.HTML(string=html).write_pdf())


def _word(path: Path, text: str, author: str) -> None:
    as_word(text, path)
    made = docx.Document(str(path))
    made.core_properties.author = author
    made.save(str(path))
