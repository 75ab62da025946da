"""The law of closed items where a format tells more than text: ranks, tables, hidden parts, files beside."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converters.blocks import Reading
from converters.fold import Said, understand
from converters.ledger import as_json_lines
from converters.model import Source
from converters.readers import docx, html
from converters.redact import redact
from converters.writers.document import document_leaves
from converters.writers.meeting import meeting_leaves
from tests.papers import LABELS, half_closed_papers
from tests.readers.word_files import heading_style, p, word_file
from tests.review.closed_papers import BEFORE, EVERY, HEAD, open_item, set_as, written

WITHHELD = "hemli"
SOURCE = Source(file="referat.html", sha256="0" * 64)
FRONT = "<p>Birkevig Kommune</p><p>Referat</p><p>Teknikudvalget</p><p>5. marts 2026</p>"
ITEM = re.compile(r"^\W*(?:Punkt |Pkt\. )?\d+\b")
LOOKS = st.fixed_dictionaries(
    {
        "item": st.sampled_from(["h1", "h2", "p", "b"]),
        "label": st.sampled_from(["h2", "h3", "p", "b"]),
        "other": st.sampled_from(["p", "td", "br"]),
    }
)


def as_page(text: str, look: dict[str, str]) -> str:
    """Set a paper as a web page: items and labels in a tag each, the rest as paragraphs, rows or lines."""
    known = {label.rstrip(":").casefold() for label in LABELS}
    told = [
        (
            look[
                "item" if ITEM.match(line) else "label" if line.rstrip(":").casefold() in known else "other"
            ],
            line,
        )
        for line in (line.strip() for line in text.splitlines())
        if line
    ]
    parts = (
        _part(tag, [escape(line) for _, line in lines])
        for tag, lines in groupby(told, key=lambda one: one[0])
    )
    return f"<html lang=da><body>{''.join(parts)}</body></html>"


def _part(tag: str, lines: list[str]) -> str:
    match tag:
        case "td":
            return "<table>" + "".join(f"<tr><td>{line}</td><td></td></tr>" for line in lines) + "</table>"
        case "br":
            return "<p>" + "<br>".join(lines) + "</p>"
        case "b":
            return "".join(f"<p><b>{line}</b></p>" for line in lines)
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def everything(reading: Reading) -> str:
    """Everything that a source would write: its files, its findings, and the ledger."""
    told = understand(reading, SOURCE, Said())
    public = [redact(meeting) for meeting in told.meetings]
    leaves = [leaf for meeting, _ in public for leaf in meeting_leaves(meeting).items()]
    leaves += [leaf for one in told.documents for leaf in document_leaves(one, "referat.md").items()]
    withheld = (*told.left_out, *(entry for _, entries in public for entry in entries))
    return f"{leaves} {as_json_lines(withheld, SOURCE.file)} {told.findings}"


@given(half_closed_papers(), LOOKS)
@settings(max_examples=40)
def test_no_word_of_a_closed_item_is_published_from_a_web_page(text: str, look: dict[str, str]) -> None:
    """Whatever tags minutes are set in, what a closed item withholds is written nowhere."""
    assert WITHHELD not in everything(html.read(as_page(text, look).encode(), "referat.html"))


def test_a_field_of_openness_may_be_an_entry() -> None:
    """An item is closed by a field, even where its fields are a list."""
    fields = "<h1>1. Salg af grund</h1><ul><li>Sagsnr.: 26/12</li><li>Åben/lukket: Lukket</li></ul>"

    page = f"{FRONT}{fields}<h2>Resume</h2><p>Handel {WITHHELD}.</p>"

    assert WITHHELD not in everything(html.read(page.encode(), "referat.html"))


HIDDEN = {
    "a deletion": '<w:del w:id="2"><w:r><w:delText>hemli</w:delText></w:r></w:del>',
    "an insertion": '<w:ins w:id="2"><w:r><w:t>hemli</w:t></w:r></w:ins>',
    "hidden text": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemli</w:t></w:r>",
    "a footnote": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "an endnote": '<w:r><w:endnoteReference w:id="2"/></w:r>',
    "a comment": '<w:r><w:commentReference w:id="2"/></w:r>',
    "a text box": f'<w:r><w:pict><v:shape alt="hemli"><v:textbox><w:txbxContent>{p("hemli")}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict></w:r>",
    "a bookmark": '<w:bookmarkStart w:id="9" w:name="hemli"/><w:bookmarkEnd w:id="9"/>',
    "a link": '<w:hyperlink r:id="k1"><w:r><w:t>hemli</w:t></w:r></w:hyperlink>',
    "a field": '<w:fldSimple w:instr="DOCPROPERTY hemli"><w:r><w:t>hemli</w:t></w:r></w:fldSimple>',
    "a formula": "<m:oMath><m:r><m:t>hemli</m:t></m:r></m:oMath>",
}
STYLES = heading_style("Heading1", 0) + heading_style("Heading2", 1)


def word_item(number: int, title: str, inside: str = "") -> str:
    """An item of a Word file."""
    section = p("Sagsfremstilling", style="Heading2") + p("Tekst om vejen ved søen.") + inside
    decision = p("Beslutning", style="Heading2") + p("Godkendt.")
    return p(f"{number}. {title}", style="Heading1") + section + decision


def word_minutes(closed: str) -> bytes:
    """Minutes of three items in Word, the second of them closed."""
    head = "".join(map(p, ("Birkevig Kommune", "Referat", "Teknikudvalget", "Mødedato: 5. marts 2026")))
    body = head + word_item(1, "Budget") + word_item(2, "Lukket - Salg", closed) + word_item(3, "Ny cykelsti")
    notes = {
        f"{kind}s": f'<w:{kind} w:id="2">{p("hemli")}</w:{kind}>'
        for kind in ("footnote", "endnote", "comment")
    }
    # A note that nothing refers to is no part of the item.
    told = {name: part for name, part in notes.items() if f"{name[:-1]}Reference" in closed}
    return word_file(body, styles=STYLES, parts=told, links={"k1": "https://birkevig.example/hemli.pdf"})


@pytest.mark.parametrize("where", HIDDEN)
def test_nothing_that_word_keeps_beside_the_text_is_written(where: str) -> None:
    """Deletions, notes, boxes and the like of a closed item are withheld with it, from the ledger too."""
    told = everything(docx.read(word_minutes(p(runs=HIDDEN[where])), "referat.docx"))

    assert "Ny cykelsti" in told
    assert WITHHELD not in told


def test_the_header_of_a_section_is_withheld_with_it() -> None:
    """The words over the pages of a closed item are told to nobody."""
    turn = [
        p(properties=f'<w:sectPr><w:headerReference w:type="default" r:id="header{n}"/></w:sectPr>')
        for n in (1, 2)
    ]
    body = (
        word_item(1, "Budget")
        + turn[0]
        + word_item(2, "Lukket - Salg")
        + turn[1]
        + word_item(3, "Ny cykelsti")
    )
    head = "".join(map(p, ("Birkevig Kommune", "Referat", "Teknikudvalget", "Mødedato: 5. marts 2026")))
    parts = {"header1": p("Birkevig Kommune"), "header2": p("Salg til hemli")}
    made = word_file(head + body, styles=STYLES, parts=parts)

    assert WITHHELD not in everything(docx.read(made, "referat.docx"))


def minutes(*, closed: bool) -> str:
    """Minutes whose third item lists an offer."""
    case = "## Sagsfremstilling\nHandel hemli.\n!foto hemli\n## Bilag\n- Tilbud\n## Beslutning\nGodkendt.\n"
    listed = open_item(4, "Ny cykelsti") + "## Bilag\n- Tilbud på asfalt\n"
    title = f"# 3. {'Lukket - ' * closed}Salg af Bakkegården"
    return f"{HEAD.format(date='5. marts 2026')}\n{BEFORE}{title}\n{case}{listed}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of closed files, each named for item 3 in another way, and of one that is open."""
    beside = tmp_path / "ind"
    beside.mkdir()
    for name in ("Tilbud.pdf", "punkt-3-bilag-2.docx", "Pkt. 3 Kort.html", "Salg af Bakkegården.pdf"):
        set_as(name.rpartition(".")[2], "# Notat hemli\nTekst hemli.\n!foto hemli", beside / name)
    set_as("pdf", "# Asfalt\nAsfalten er sort.", beside / "Tilbud på asfalt.pdf")
    return tmp_path


@pytest.mark.parametrize("kind", EVERY)
def test_a_later_edition_that_closes_takes_everything_away(kind: str, folder: Path) -> None:
    """Pages, pictures, originals, previews and records of the open edition go, and closed files stay out."""
    source = folder / "ind" / f"referat.{kind}"
    set_as(kind, minutes(closed=False), source)
    assert WITHHELD in str(written(folder, folder / "ind"))

    set_as(kind, minutes(closed=True), source)
    files = written(folder, folder / "ind")

    assert [name for name, text in files.items() if WITHHELD in name + text] == []
    assert [name for name in files if "punkt-3" in name] == [
        "birkevig-kommune/teknikudvalget/2026-03-05/punkt-3.md"
    ]
    assert "Asfalten er sort" in str(files)
    assert not [name for name in files if name.endswith((".png", ".jpg", ".webp")) and "punkt-4" not in name]


def test_minutes_alone_take_away_what_was_laid_beside_them(folder: Path) -> None:
    """A closed edition that is converted without its folder leaves none of the item's files published."""
    set_as("html", minutes(closed=False), folder / "ind" / "referat.html")
    written(folder, folder / "ind")
    set_as("html", minutes(closed=True), folder / "ind" / "referat.html")

    assert WITHHELD not in str(written(folder, folder / "ind" / "referat.html"))


def test_a_document_of_its_own_goes_when_it_is_a_closed_items(folder: Path) -> None:
    """What was published as a document is withdrawn once minutes beside it list it under a closed item."""
    written(folder, folder / "ind" / "Tilbud.pdf")
    set_as("html", minutes(closed=True), folder / "ind" / "referat.html")

    assert WITHHELD not in str(written(folder, folder / "ind"))


def test_replace_closes_a_page_that_a_person_has_edited(folder: Path) -> None:
    """With --replace nothing of an edited page of the item is left."""
    set_as("html", minutes(closed=False), folder / "ind" / "referat.html")
    written(folder, folder / "ind")
    page = folder / "ud/birkevig-kommune/teknikudvalget/2026-03-05/punkt-3.md"
    page.write_text(page.read_text("utf-8") + "\nRettet.\n", "utf-8")
    set_as("html", minutes(closed=True), folder / "ind" / "referat.html")

    assert WITHHELD not in str(written(folder, folder / "ind", options=("--replace",)))


def test_an_edited_page_of_an_item_that_is_closed_now_is_not_kept(folder: Path) -> None:
    """A person's correction does not keep a closed item's words on the site."""
    set_as("html", minutes(closed=False), folder / "ind" / "referat.html")
    written(folder, folder / "ind")
    page = folder / "ud/birkevig-kommune/teknikudvalget/2026-03-05/punkt-3.md"
    page.write_text(page.read_text("utf-8") + "\nRettet.\n", "utf-8")
    set_as("html", minutes(closed=True), folder / "ind" / "referat.html")

    assert WITHHELD not in str(written(folder, folder / "ind"))


def test_a_withheld_file_that_is_converted_alone_stays_withheld(folder: Path) -> None:
    """What was withheld beside its minutes is not published when it is converted by itself."""
    set_as("html", minutes(closed=True), folder / "ind" / "referat.html")
    written(folder, folder / "ind")

    assert WITHHELD not in str(written(folder, folder / "ind" / "Tilbud.pdf"))


def test_a_file_that_bears_the_stamp_of_a_closed_item_is_withheld(folder: Path) -> None:
    """A file may tell on its own page whose annex it is."""
    set_as("html", minutes(closed=True), folder / "ind" / "referat.html")
    set_as("pdf", "Punkt 3, Bilag 1: Notat.pdf\nTekst hemli.", folder / "ind" / "fil.pdf")

    assert WITHHELD not in str(written(folder, folder / "ind"))
