"""What was withheld is looked for in every kind of file that a site may hold."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import weasyprint

from converters import sandbox
from converters.gates import audit as gate
from converters.gates.audit import audit
from converters.gates.problems import Problem
from converters.model import Source
from converters.withheld import shelf
from converters.withheld.seals import RUN, Sealer, folded, words_in
from converters.withheld.shelf import FOLDER, Shelf
from converters.withheld.told import Told
from converters.writers.record import RECORD, Record, page_hash
from tests.gates.test_audit import put

SECRET = "Køberen Åge Bæk byder to en halv million kroner for grunden ved åen"  # noqa: S105 - no password
NAME = "Salg af Havnegade tolv"
FILE = b"%PDF-1.7 withheld"
SOURCE = Source(file="referat.txt", sha256="a" * 64)
OTHER = "b" * 64


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder whose only source withholds a text, a name and a file."""
    folder = tmp_path / "content"
    told = Told(
        closed_texts=(f"Først dette. {SECRET}.",),
        names=(NAME, "Bilag 1.pdf", "Notat"),
        open_texts=("Noget helt andet.",),
        files=(hashlib.sha256(FILE).hexdigest(),),
    )
    Shelf(folder).keep(tmp_path / "referat.txt", told, SOURCE, ("byraadet/2026-03-03",))
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, that links to whatever is put beside it."""
    put(tmp_path / "site", "index.html", "<p>Bilag 1.pdf, Notat og Salg af Havnegade.</p>")
    return tmp_path / "site"


def found(site: Path, content: Path) -> list[Problem]:
    """What the audit says of what was withheld."""
    return [one for one in audit(site, content=content) if one.code.startswith("withheld")]


def pdf(text: str, title: str) -> bytes:
    """A PDF with a text and a title."""
    return bytes(weasyprint.HTML(string=f"<title>{title}</title><p>{text}</p>").write_pdf())


def package(name: str, text: str) -> bytes:
    """A Word file as far as the search knows one: a package with a part."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(name, f"<w:p><w:t>{text}</w:t></w:p>")
    return held.getvalue()


def page(body: str) -> bytes:
    """A page that holds something."""
    return f"<html><body>{body}</body></html>".encode()


SPOKEN = SECRET.split()
PLANTS: dict[str, bytes] = {
    "ny.html": page(f"<p>{SECRET}</p>"),
    "menu.html": page(f"<nav><p>{SECRET}</p></nav>"),
    "fed.html": page(f"<p>{SECRET.replace('million', '<em>mil</em>lion')}</p>"),
    "celler.html": page("".join(f"<td>{word}</td>" for word in SPOKEN)),
    "tegn.html": page(SECRET.replace("ø", "&oslash;").replace("å", "&#229;")),
    "titel.html": page(f'<span title="{SECRET}">x</span>'),
    "beskrivelse.html": page(f'<meta name="description" content="{SECRET}">'),
    "kommentar.html": page(f"<!-- {SECRET} -->"),
    "stort.html": page(SECRET.upper()),
    "bloedt.html": page(SECRET.replace("million", "mil\u00adlion")),
    "adresse.html": page(f'<a href="https://a.example/{SECRET.replace(" ", "%20")}.pdf">x</a>'),
    "eget.html": page(f'<span data-x="{SECRET}">x</span>'),
    "linjer.json": json.dumps("\n".join(SPOKEN)).encode(),
    "data.json": json.dumps({"tekst": SECRET.replace("to en", "to\nen")}).encode(),
    "data.ndjson": json.dumps({"tekst": f"<p>{SECRET}</p>"}, ensure_ascii=True).encode(),
    "feed.xml": f"<content>&lt;p&gt;{SECRET.replace('ø', '&amp;oslash;')}&lt;/p&gt;</content>".encode(),
    "alt.csv": "\r\n".join(["a;b", f'"{SECRET}";1']).encode(),
    "moede.ics": f"DESCRIPTION:{SECRET[:30]}\r\n {SECRET[30:]}".encode(),
    "pagefind/fragment/da_1.pf_fragment": gzip.compress(SECRET.replace("million", "mil~lion").encode()),
    "sitemap.xml.gz": gzip.compress(SECRET.encode()),
    "ren.txt": SECRET.encode(),
    "tegning.svg": f"<svg><text>{SECRET}</text></svg>".encode(),
    "koeberen-aage-baek-byder-to-en-halv-million.txt": b"",
    "tekst.pdf": pdf(SECRET, "Intet"),
    "egenskab.pdf": pdf("Intet", SECRET),
    "brev.docx": package("word/document.xml", SECRET),
    "navn.html": page(f"<h2>3. {NAME}</h2>"),
    "salg-af-havnegade-tolv.csv": b"",
    "salg_af_havnegade_tolv/index.html": page(""),
    "fil.pdf": FILE,
}


@pytest.mark.parametrize("name", PLANTS)
def test_it_is_found_in_every_kind_of_file(name: str, site: Path, content: Path) -> None:
    """However it is written there; the message names file and meeting, and none of the words."""
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(PLANTS[name])

    problems = found(site, content)

    assert {one.file for one in problems} == {str(site / name)}
    assert all(one.blocks and "byraadet/2026-03-03" in one.text for one in problems)
    assert not any(
        word in str(one).replace(str(site), "") for one in problems for word in ("Køberen", "Havne")
    )


def test_a_site_without_it_is_clean(site: Path, content: Path) -> None:
    """What anything is called, and fewer words than a run, are no findings."""
    put(site, "ny/index.html", f"<p>{' '.join(SPOKEN[: RUN - 1])}</p>")

    assert found(site, content) == []


# Each rule of the search, and a file that only it finds.
RULES: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], str]] = {
    "runs": (lambda patch: _rows_without(patch, runs=frozenset()), "ny.html"),
    "names": (lambda patch: _rows_without(patch, names=frozenset()), "navn.html"),
    "files": (lambda patch: _rows_without(patch, files=frozenset()), "fil.pdf"),
    "unpacking": (
        lambda patch: patch.setattr(gate, "text_of", lambda site, path: (site / path).read_text("latin-1")),
        "pagefind/fragment/da_1.pf_fragment",
    ),
    "how it is written": (
        lambda patch: patch.setattr(gate, "said_in", lambda _path, text: text),
        "linjer.json",
    ),
    "inside files": (lambda patch: patch.setattr(sandbox, "every_word", lambda _path: ()), "tekst.pdf"),
    "names of files": (
        lambda patch: patch.setattr(gate, "name_words", lambda _path: ""),
        "salg-af-havnegade-tolv.csv",
    ),
}


def _rows_without(patch: pytest.MonkeyPatch, **none: Any) -> None:  # noqa: ANN401 - fields of a row
    real = shelf.Shelf.rows
    patch.setattr(shelf.Shelf, "rows", lambda self: (replace(row, **none) for row in real(self)))


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_is_needed(rule: str, site: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switched off, the file that it finds goes unseen."""
    switch, name = RULES[rule]
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(PLANTS[name])
    assert found(site, content)

    switch(monkeypatch)

    assert not any(one.blocks for one in found(site, content))


def lay_page(content: Path, folder: str, sha256: str, body: str, *, edited: bool = False) -> None:
    """A page as it was written from a source, or with a person's edit."""
    place = content / folder
    place.mkdir(parents=True)
    text = f"---\ntype: item\naccess: open\nsource: {{file: x.txt, sha256: {sha256}}}\n---\n\n{body}\n"
    (place / "punkt-1.md").write_text(text, "utf-8")
    digest = "0" * 16 if edited else page_hash(text.encode())
    record = Record(file="x.txt", sha256=sha256, pages={"punkt-1.md": digest})
    (place / RECORD).write_text(record.as_json(), "utf-8")


@pytest.mark.parametrize(
    ("sha256", "edited", "is_found"),
    [(OTHER, False, False), (OTHER, True, True), (SOURCE.sha256, False, True)],
    ids=["another source", "another source, edited by a person", "the very source"],
)
def test_what_another_source_says_openly_is_public(
    sha256: str, *, edited: bool, is_found: bool, site: Path, content: Path
) -> None:
    """Not what the source itself says on a page of its own, nor what a person wrote."""
    lay_page(content, "byraadet/2026-04-01", sha256, SECRET, edited=edited)
    put(site, "ny/index.html", f"<p>{SECRET}</p>")

    assert any(one.blocks for one in found(site, content)) is is_found


def test_pages_converted_elsewhere_are_told_of(site: Path, content: Path) -> None:
    """The audit says what it cannot look for; it stops nothing."""
    lay_page(content, "byraadet/2026-04-01", OTHER, "Tekst")

    (warning,) = found(site, content)

    assert (warning.code, warning.blocks) == ("withheld-unknown", False)
    assert "1 kilder (byraadet/2026-04-01)" in warning.text


def test_seals_hold_no_word_and_are_their_owner_s(content: Path) -> None:
    """The folder keeps itself out of git, and nobody else may read it."""
    folder = content / FOLDER
    held = "".join(path.name + path.read_text("utf-8") for path in folder.iterdir())

    assert not any(word in held for word in (*SPOKEN, "Havnegade", "referat.txt") if len(word) > 3)
    assert (content / ".referat/.gitignore").read_text() == "*\n"
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_two_folders_seal_the_same_words_differently(tmp_path: Path, content: Path) -> None:
    """Each has a salt of its own, so that nobody makes a table of seals."""
    other = Shelf(tmp_path / "andet").sealer

    assert other.seal(SPOKEN[:RUN]) != Shelf(content).sealer.seal(SPOKEN[:RUN])
    assert list(other.marks(other.numbers(SPOKEN), RUN)) != list(
        Shelf(content).sealer.marks(Shelf(content).sealer.numbers(SPOKEN), RUN)
    )


def test_a_mark_is_the_same_wherever_its_run_stands() -> None:
    """However the words around it, and in whatever letters."""
    sealer = Sealer(b"salt")
    alone = list(sealer.marks(sealer.numbers(SPOKEN[:RUN]), RUN))
    within = list(sealer.marks(sealer.numbers(["x", "y", *map(str.upper, SPOKEN[:RUN]), "z"]), RUN))

    assert alone == within[2:3]
    assert folded("A\u030age") == folded("Åge") == "aage"
    assert words_in("mil\u00adlion kr.") == ["million", "kr"]
    assert RUN == 8
