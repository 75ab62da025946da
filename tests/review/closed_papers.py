"""Minutes with something closed in them, typed once and set as a web page, a Word file or a PDF."""

from __future__ import annotations

import base64
import contextlib
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import docx
import pypdfium2
import weasyprint
from docx.enum.text import WD_BREAK

from converters.cli import main
from converters.frontmatter import load
from tests.formats.markup import chart

HTML, WORD, PDF = "html", "docx", "pdf"
EVERY = (HTML, WORD, PDF)
SECRET = "HEMLIG"  # noqa: S105 - no password: it stands for a word of the closed case
CSS = (
    "@page {size: A4; margin: 2.2cm} body {font: 11pt 'DejaVu Sans'} h1 {font-size: 16pt}"
    " h2 {font-size: 12pt} h3 {font-size: 11pt; font-style: italic} td {border: 1px solid}"
    " table {border-collapse: collapse}"
)
HEAD = (
    "# Referat\nBirkevig Kommune\nTeknikudvalget\nMødedato: {date}\nMødested: Rådhuset\nMedlemmer: Anna Holm"
)
MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august")


def open_item(number: int, title: str, inside: str = "") -> str:
    """An item that anybody may read."""
    return (
        f"# {number}. {title}\n## Sagsfremstilling\nForvaltningen fremlægger sagen om vejen ved søen.\n"
        f"{inside}\n## Beslutning\nGodkendt.\n"
    )


BEFORE = open_item(1, "Godkendelse af dagsorden") + open_item(2, "Budget for veje")
AFTER = open_item(4, "Ny cykelsti") + open_item(5, "Plan for byen")


def typed(text: str) -> Iterator[tuple[str, list[str]]]:
    """Read what was typed: "#" for headings, "-" entries, "|" rows, "**" bold lines, "!" pictures."""
    for kind, lines in groupby(filter(None, text.splitlines()), _kind):
        if kind in {"row", "entry"}:
            yield kind, list(lines)
        else:
            yield from ((kind, [line]) for line in lines)


def _kind(line: str) -> str:
    marks = {"# ": "h1", "## ": "h2", "### ": "h3", "- ": "entry", "| ": "row", "**": "bold", "---": "turn"}
    return next(
        (kind for mark, kind in marks.items() if line.startswith(mark)), "picture" if line[0] == "!" else "p"
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line[2:].split(" | ")]


def _element(kind: str, lines: list[str]) -> str:  # noqa: PLR0911 - one for each kind
    text = escape(lines[0].lstrip("#-!* ").rstrip("*"))
    match kind:
        case "row":
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in _cells(line)) for line in lines)
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        case "entry":
            return "<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in lines) + "</ul>"
        case "bold":
            return f"<p><b>{text}</b></p>"
        case "turn":
            return '<div style="page-break-before: always"></div>'
        case "picture":
            shown = base64.b64encode(chart(text)).decode()
            return f'<p><img alt="{text}" src="data:image/png;base64,{shown}"></p>'
        case "p":
            return lines[0] if lines[0].startswith("<") else f"<p>{text}</p>"
    return f"<{kind}>{text}</{kind}>"


def as_page(text: str) -> str:
    """Set it as a web page; a line that begins with a tag stands as it is."""
    body = "\n".join(_element(kind, lines) for kind, lines in typed(text))
    head = f'<meta charset="utf-8"><title>Referat</title><style>{CSS}</style>'
    return f'<!DOCTYPE html><html lang="da">{head}{body}'


def as_word(text: str, path: Path) -> None:  # noqa: C901 - one case for each kind
    """Set it as a Word file with heading styles."""
    made = docx.Document()
    for kind, lines in typed(text):
        words = lines[0].lstrip("#-!* ").rstrip("*")
        match kind:
            case "row":
                rows = [_cells(line) for line in lines]
                table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
                for row, cells in zip(table.rows, rows, strict=True):
                    for place, cell in zip(row.cells, cells, strict=True):
                        place.text = cell
            case "entry":
                for line in lines:
                    made.add_paragraph(line[2:], style="List Bullet")
            case "bold":
                made.add_paragraph().add_run(words).bold = True
            case "turn":
                made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case "picture":
                made.add_picture(io.BytesIO(chart(words)))
                made.inline_shapes[-1]._inline.docPr.set("descr", words)  # noqa: SLF001 - no other way to it
            case "p":
                made.add_paragraph(words)
            case _:
                made.add_heading(words, int(kind[1]))
    made.save(str(path))


def set_as(kind: str, text: str, path: Path) -> None:
    """Set it in a format."""
    if kind == WORD:
        as_word(text, path)
    elif kind == PDF:
        weasyprint.HTML(string=as_page(text)).write_pdf(path)
    else:
        path.write_text(as_page(text), "utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was written of one paper: which items are closed, all their text, and where a word came out."""

    closed: str
    text: str
    leaks: tuple[str, ...]


def convert(folder: Path, cases: Mapping[str, tuple[str, str]]) -> dict[str, Outcome]:
    """Convert papers, given by format and text, by the command; each has a day and a secret of its own."""
    days = {}
    for place, (name, (kind, text)) in enumerate(cases.items()):
        year, rest = divmod(place, 8 * 28)
        month, day = divmod(rest, 28)
        days[name] = f"{2010 + year}-{month + 1:02}-{day + 1:02}"
        date = f"{day + 1}. {MONTHS[month]} {2010 + year}"
        path = folder / "ind" / f"{place:03}" / f"referat{place:03}.{kind}"
        path.parent.mkdir(parents=True)
        set_as(kind, f"{HEAD.format(date=date)}\n{text}".replace(SECRET, secret(place)), path)
    files = written(folder, folder / "ind")
    return {name: _outcome(place, days[name], files) for place, name in enumerate(cases)}


def secret(place: int) -> str:
    """The word of a case that may not come out."""
    return f"hemlig{place:03}"


def _outcome(place: int, day: str, files: Mapping[str, str]) -> Outcome:
    own = {name: text for name, text in files.items() if f"/{day}/" in name}
    pages = [load(text, where=name) for name, text in own.items() if name.endswith(".md")]
    items = sorted((page for page in pages if page.meta.get("type") == "item"), key=_number)
    return Outcome(
        closed="".join("x" if page.meta["access"] == "closed" else "o" for page in items),
        text="\n".join(own.values()),
        leaks=tuple(name for name, text in files.items() if secret(place) in (name + text).casefold()),
    )


def _number(page: object) -> int:
    meta = getattr(page, "meta", {})
    return int("".join(filter(str.isdigit, str(meta.get("number") or 0))) or 0)


def written(folder: Path, *sources: Path, options: tuple[str, ...] = ()) -> dict[str, str]:
    """Convert into a folder by the command; give the text of every file, the ledger and the messages."""
    told = io.StringIO()
    arguments = ["convert", *map(str, sources), "--out", str(folder / "ud"), *options]
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        main([*arguments, "--report", str(folder / "regnskab.jsonl")])
    files = {
        path.relative_to(folder / "ud").as_posix(): _text(path)
        for path in sorted((folder / "ud").rglob("*"))
        if path.is_file()
    }
    return {**files, "besked": told.getvalue(), "regnskab": _told(folder / "regnskab.jsonl")}


def _told(report: Path) -> str:
    """Give the ledger's words without the names of the files they stood in."""
    entries = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    return json.dumps(
        [{key: entry[key] for key in entry if key != "source"} for entry in entries], ensure_ascii=False
    )


def _text(path: Path) -> str:
    """Give the words of a file, those of a published PDF too."""
    raw = path.read_bytes()
    if not raw.startswith(b"%PDF"):
        return raw.decode("utf-8", "replace")
    pdf = pypdfium2.PdfDocument(raw)
    text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return text
