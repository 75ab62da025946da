"""Older office formats, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from converters.blocks import Furniture
from converters.errors import ConversionError, EmptySource, MissingProgram, TimedOut, UnreadableSource
from converters.readers import office, read
from tests.readers.word_files import heading_style, level, listed, lists, p, word_file

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def written(folder: Path, ending: str) -> Path:
    """A small text in an older format, written by LibreOffice."""
    body = p("Godkendelse af dagsorden", style="Heading1") + p("Udvalget godkendte dagsordenen")
    body += p("at planen vedtages", properties=listed(1)) + p("Havneby Kommune")
    styles = heading_style("Heading1", 0)
    source = folder / "møde.docx"
    source.write_bytes(word_file(body, styles=styles, numbering=lists(level(0, "decimal", "%1."))))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder, source],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"møde.{ending}"


@needs_libreoffice
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_older_formats_are_read(tmp_path: Path, ending: str) -> None:
    """Headings, text and entries of an older format are read as from a Word file."""
    found = [line for line in read(written(tmp_path, ending)).lines if line.furniture is not Furniture.HEADER]

    assert [line.text for line in found] == [
        "Godkendelse af dagsorden",
        "Udvalget godkendte dagsordenen",
        "at planen vedtages",
        "Havneby Kommune",
    ]
    assert [line.marker.printed for line in found if line.marker] == ["1"]
    if ending != "rtf":
        assert [line.text for line in found if line.level] == ["Godkendelse af dagsorden"]


@pytest.mark.parametrize("raw", [b"{\\rtf1 hej}", office.OLE + bytes(600)])
def test_without_libreoffice_the_program_is_named(
    raw: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where LibreOffice is missing, the refusal says what to install, or what to do instead."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(MissingProgram, match=r"libreoffice-writer.*\.docx"):
        office.read(raw, "møde.doc")


@needs_libreoffice
def test_what_libreoffice_cannot_open_is_refused() -> None:
    """A damaged file is refused by name."""
    with pytest.raises(ConversionError):
        office.read(office.OLE + bytes(2000), "møde.doc")


@pytest.mark.parametrize(("raw", "error"), [(b"", EmptySource), (b"hej", UnreadableSource)])
def test_what_is_no_document_is_refused(raw: bytes, error: type[ConversionError]) -> None:
    """An empty file and one of another kind are refused without starting a program."""
    with pytest.raises(error):
        office.read(raw, "møde.doc")


def test_a_new_word_file_under_an_old_name_is_read() -> None:
    """A .docx that is named .doc needs no other program."""
    reading = office.read(word_file(p("Referat")), "møde.doc")

    assert [line.text for line in reading.lines] == ["Referat"]


def test_a_program_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A conversion that takes too long is ended, with everything it started."""
    program = tmp_path / "soffice"
    alive = tmp_path / "lever"
    program.write_text(f"#!/bin/sh\n(sleep 3; echo ja > {alive}) &\nsleep 30\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "LONGEST", 0.5)

    with pytest.raises(TimedOut):
        office.read(b"{\\rtf1 hej}", "møde.rtf")

    subprocess.run(["sleep", "3.5"], check=True)
    assert not alive.exists()
