"""Personal numbers are found in pages, in files beside them, and in names; reviewed ones are excepted."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
import weasyprint

from converters.cli import CLEAN, REFUSED, main
from converters.gates.exceptions import LIST, exceptions_of
from converters.gates.persons import Lookout, file_problems
from converters.gates.problems import Problem

FITS = "200358-5126"  # made up: somebody born in 1858, so nobody, with a control sum that fits
LOOKOUT = Lookout(today=dt.date(2026, 3, 5))


def said(folder: Path, name: str, raw: bytes) -> list[Problem]:
    """What is said of a file."""
    (folder / name).write_bytes(raw)
    return list(file_problems(folder, name, LOOKOUT))


def word(
    *, body: str = "", header: str = "", comment: str = "", title: str = "", split: bool = False
) -> bytes:
    """A Word file."""
    document = docx.Document()
    paragraph = document.add_paragraph("Sag. ")
    for piece in (body[:3], body[3:8], body[8:]) if split else (body,):
        paragraph.add_run(piece)
    document.sections[0].header.paragraphs[0].text = header
    if comment:
        document.add_comment(paragraph.runs, text=comment)
    document.core_properties.title = title
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(body: str, head: str = "<title>Bilag</title>") -> bytes:
    """A PDF."""
    page = f"<html lang=da><head>{head}</head><body>{body}</body></html>"
    return bytes(weasyprint.HTML(string=page).write_pdf(uncompressed_pdf=False))


def sheet(cell: str, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A spreadsheet of one cell, as far as a reader of words goes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, f"<sheetData><row><c><v>{cell}</v></c></row></sheetData>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "place"),
    [
        ("a.pdf", pdf(f"<p>Borger {FITS}"), "På side 1"),
        ("a.pdf", pdf("<p>Sag" + "<p style='break-before: page'>" + f"x {FITS}"), "På side 2"),
        ("a.pdf", pdf("<p style='width: 5em'>Borger 200358- 5126"), "På side 1"),
        ("a.pdf", pdf("<p>Sag", f"<title>Klage fra {FITS}</title>"), "I dokumentets egenskaber"),
        ("a.pdf", pdf("<p>Sag", f"<title>A</title><meta name=keywords content='{FITS}'>"), "I dokumentets"),
        ("a.docx", word(body=FITS), "I teksten"),
        ("a.docx", word(body=FITS, split=True), "I teksten"),
        ("a.docx", word(header=f"CPR {FITS}"), "I sidehovedet"),
        ("a.docx", word(comment=f"Se {FITS}"), "I kommentarerne"),
        ("a.docx", word(title=FITS), "I dokumentets egenskaber"),
        ("a.xlsx", sheet("2003585126"), "I regnearket"),
        ("a.xlsx", sheet("101905123"), "I regnearket"),
        ("a.txt", f"Borger {FITS}".encode(), "I filen"),
        ("a.txt", f"Borger {FITS}".encode("utf-16"), "I filen"),
        ("a.csv", f"æble;{FITS}".encode("cp1252"), "I filen"),
        ("a.rtf", rb"{\rtf1 Borger {\b 200358}\_5126\par}", "I filen"),
        ("a.html", f"<p>Borger <b>200358</b>-5126<!-- x --></p><p title='{FITS}'>".encode(), "I filen"),
        ("a.bin", b"\x00\x01\x02" * 99 + FITS.encode("utf-16-le") + b"\x00\xff", "I filen"),
        ("a.jpg", b"\xff\xd8\xff\xe1\x00\x00Exif\x00\x00Borger 200358-5126\x00\xff\xd9", "I filen"),
        ("a.zip", sheet("1", "200358-5126.xml"), "I navnet på en del"),
    ],
)
def test_a_number_is_found_in_every_kind_of_file(tmp_path: Path, name: str, raw: bytes, place: str) -> None:
    """In what is shown of it, and in what is not."""
    found = [one for one in said(tmp_path, name, raw) if one.code == "cpr"]

    assert found, name
    assert any(one.text.startswith(place) for one in found), found
    assert all(one.blocks and "5126" not in str(one).replace(name, "") for one in found)


@pytest.mark.parametrize("name", ["foto-2003585126.png", "200358_5126.jpg", "scan200358-5126kopi.png"])
def test_a_number_in_the_name_of_a_picture_is_found(tmp_path: Path, name: str) -> None:
    """A name is published as well."""
    found = said(tmp_path, name, b"\x89PNG\r\n\x1a\n")

    assert [(one.code, one.text[:30]) for one in found] == [("cpr", "I filens eller mappens navn st")]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.pdf", pdf("<p>Sagsnr. 26/1234, EAN 5790001234567")),
        ("a.docx", word(body="Fakturanr. 2003585126-1", header="P-nr. 1012345678")),
        ("kort.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    ],
)
def test_a_file_without_is_clean(tmp_path: Path, name: str, raw: bytes) -> None:
    """Other numbers, and bytes that are no text, are left alone."""
    assert [one for one in said(tmp_path, name, raw) if one.blocks] == []


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.pdf", pdf("<p>Sag")[:400]),
        ("a.docx", word(body="Sag")[:900]),
        ("a.docx", word(body="Sag").replace(b"\x14\x00\x00\x00\x08", b"\x14\x00\x01\x00\x08")),
    ],
)
def test_a_file_that_cannot_be_read_is_not_published(tmp_path: Path, name: str, raw: bytes) -> None:
    """What nobody can look through may hold anything."""
    assert [(one.code, one.blocks) for one in said(tmp_path, name, raw)] == [("unread-file", True)]


def test_a_scanned_file_is_a_warning_until_its_text_lies_beside_it(tmp_path: Path) -> None:
    """Its text page is read as a page."""
    raw = pdf("<div style='width: 5em; height: 5em; background: red'></div>")

    assert [(one.code, one.blocks) for one in said(tmp_path, "a.pdf", raw)] == [("unread-file", False)]
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\nTekst\n", encoding="utf-8")
    assert said(tmp_path, "a.pdf", raw) == []


def test_many_numbers_of_a_page_are_one_problem(tmp_path: Path) -> None:
    """A list of five hundred people is one thing to mend; addresses are counted."""
    text = "".join(f"Borger {FITS}, anna@gmail.com, tlf. 20123456\n" for _ in range(500))

    assert [(one.text, one.blocks) for one in said(tmp_path, "a.txt", text.encode())] == [
        ("I filen står et CPR-nummer (begynder med 2003) og 499 til.", True),
        ("Filen har 500 e-mailadresser og 500 telefonnumre, der kan være private.", False),
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a number on a page and in a file."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/om.md").write_text(f"# Om\n\nBestil æske {FITS}.\n", encoding="utf-8")
    (tmp_path / "content/liste.csv").write_text("vare;200358-5126;170462-8001\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def test_a_reviewed_number_is_excepted(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command gives the line to add, in which no number stands; other numbers are still found."""
    assert main(["check"]) == REFUSED
    assert "referat check --allow om.md:3 --reason" in capsys.readouterr().err

    assert main(["check", "--allow", "content/om.md:3", "--reason", "et varenummer"]) == CLEAN
    told = capsys.readouterr().out
    assert LIST in told
    assert "5126" not in told
    (desk / LIST).write_text(told.split("\n\n", 1)[1], encoding="utf-8")

    assert main(["check"]) == REFUSED
    complained = capsys.readouterr().err
    assert complained.count("FEJL") == 1
    assert "liste.csv" in complained


def test_a_file_is_excepted_with_all_its_numbers(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And a number that is on the list already is not added again."""
    for place in ("om.md:3", "liste.csv"):
        assert main(["check", "--allow", place, "--reason", "varenumre"]) == CLEAN
        lines = [
            line for line in capsys.readouterr().out.splitlines() if ":" in line and " varenumre" in line
        ]
        with (desk / LIST).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)

    assert (
        len({line.partition(":")[0] for line in (desk / LIST).read_text(encoding="utf-8").splitlines()}) == 1
    )
    assert len((desk / LIST).read_text(encoding="utf-8").splitlines()) == 2
    assert main(["check"]) == CLEAN


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--allow", "om.md:3"], "--reason"),
        (["--allow", "om.md:1", "--reason", "x"], "intet, der ligner"),
        (["--allow", "findes-ikke.md", "--reason", "x"], "findes ikke"),
    ],
)
def test_an_exception_has_a_place_and_a_reason(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    """Each refusal says what is missing."""
    assert main(["check", *arguments]) == REFUSED
    assert says in capsys.readouterr().err
    assert not (desk / LIST).exists()


def test_a_faulty_list_excepts_nothing(desk: Path) -> None:
    """Each faulty line is named; a number in clear is one."""
    (desk / LIST).write_text(f"# Liste\n\n{FITS} varenummer\n", encoding="utf-8")

    exceptions, problems = exceptions_of(desk)

    assert not exceptions.hold(FITS.replace("-", ""))
    assert [(one.line, one.blocks) for one in problems] == [(3, True)]
