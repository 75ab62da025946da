"""Every paper in every format: what a careful clerk reads in it stands on its pages."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from converters.errors import ConversionError, EncryptedSource, TruncatedSource
from converters.fold import understand
from converters.model import Access
from converters.readers import read
from converters.readers.doorway import source_of
from tests.formats.judged import judge
from tests.formats.producers import RECIPES, Made, build
from tests.formats.shared_fixtures import FIXTURES, FROM_WEB, FROM_WORD, shared_fixtures

LONG = (
    "fredericia_scan.pdf"  # eight pages to recognise: the report has it, and two pages of our own stand here
)
OCR = ("ocrmypdf", "tesseract")
# What is known to miss its target, and why; a figure that comes to meet it is struck from here.
KNOWN = {
    "fjordlev_weasy.pdf": {
        "pdftotext": "pdftotext gives each letter of a spaced-out label as a word",
        "sections": "a label that stands once looks as the headings inside sections do",
    }
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every file of our own producers, made once."""
    return build(tmp_path_factory.mktemp("formats"))


def assert_as_told(one: Made) -> None:
    """Convert a file, and hold each figure against its target."""
    if one.missing:
        pytest.skip(f"{one.missing} is not installed")
    if one.scanned and not all(shutil.which(program) for program in OCR):
        pytest.skip("no ocrmypdf with tesseract")
    judged = judge(one)
    assert judged.refusal is None
    missed = {name: figure.share.misses for name, figure in judged.figures.items() if not figure.met}
    assert missed.keys() == KNOWN.get(one.name, {}).keys(), missed


@pytest.mark.parametrize("name", RECIPES)
def test_a_paper_reads_alike_in_every_format(name: str, made: dict[str, Made]) -> None:
    """Items, titles, decisions, attachments, lists, headings, tables, links and words are as told."""
    assert_as_told(made[name])


@pytest.mark.parametrize("name", [*FROM_WEB, *FROM_WORD])
def test_a_shared_fixture_reads_as_its_source(name: str) -> None:
    """The fixtures beside the repository say what the papers say that they were printed from."""
    fixtures = {one.name: one for one in shared_fixtures()}
    if name not in fixtures:
        pytest.skip("no ../shared/fixtures beside the repository")
    assert_as_told(fixtures[name])


def test_a_figure_falls_when_something_is_missing(made: dict[str, Made]) -> None:
    """A paper with an item and an attachment more than its file is not met."""
    whole = made["vibehoej_counted.docx"]
    last = whole.of.points[-1]
    more = replace(whole.of, points=(*whole.of.points, replace(last, number="99", title="Ikke i filen")))
    judged = judge(replace(whole, of=more))
    assert not judged.figures["items"].met
    assert not judged.figures["words"].met


def fixture(name: str) -> Path:
    """One of the fixtures beside the repository; skips where there are none."""
    path = FIXTURES / name
    if not path.is_file():
        pytest.skip("no ../shared/fixtures beside the repository")
    return path


def test_a_pdf_that_only_forbids_printing_opens() -> None:
    """An owner's password keeps nobody from reading."""
    path = fixture("enc_owner.pdf")
    assert understand(read(path), source_of(path)).meetings


@pytest.mark.parametrize(
    ("name", "kind"), [("enc_user.pdf", EncryptedSource), ("trunc60.pdf", TruncatedSource)]
)
def test_what_cannot_be_read_is_refused_by_name(name: str, kind: type[ConversionError]) -> None:
    """A locked file and half a file are refused, each as what it is."""
    with pytest.raises(kind):
        read(fixture(name))


def test_numbers_that_word_counts_are_numbers() -> None:
    """Headings numbered by Word keep their numbers, and a closed one is closed."""
    path = fixture("numbered_headings.docx")
    (meeting,) = understand(read(path), source_of(path)).meetings
    assert [one.number for one in meeting.items] == ["1", "2", "3"]
    assert [one.access for one in meeting.items] == [Access.OPEN, Access.OPEN, Access.CLOSED]
