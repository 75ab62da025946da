"""Published files, pictures and the word that a machine has read a text, as a reader meets them."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from converters.blocks import Paragraph, Picture
from converters.gates.audit import audit
from converters.gates.check import check
from converters.model import Attachment, Original, PublicMeeting, Source
from converters.redact import redact
from converters.site import archive, danish, files
from converters.writers.leaf import content_of
from converters.writers.meeting import meeting_leaves
from tests.chamber import item, meeting
from tests.site.building import build_site
from tests.site.test_pages import one, page, text

PLACE = "teknik-og-miljoeudvalget/2026-03-05"
# A picture of one dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001"
    "48afa4710000000049454e44ae426082"
)
PICTURE = Picture(content=DOT, media_type="image/png", page=2, width=1, height=1, alt="Kort over åen")


def whole(folder: Path) -> PublicMeeting:
    """A meeting with a file of an item, one of its own, a picture, and an item that a machine has read."""
    scanned = Source(file="skannet.pdf", sha256="a" * 64, ocr=True)
    plan = Attachment(
        title="Plan for stien",
        content=(Paragraph(text="Stien bliver fire meter bred."), PICTURE),
        source=scanned,
        original=original(folder, "plan.pdf", pdf(1_234_000)),
        preview=PICTURE,
    )
    tables = Attachment(title="Takster", original=original(folder, "Takster.txt", b"Ti kroner\n"))
    case = item(1, "1", attachments=(plan, Attachment(title="Brev fra en borger")))
    return redact(replace(meeting(case, item(2, "2")), attachments=(tables,), source=scanned))[0]


def original(folder: Path, name: str, content: bytes) -> Original:
    """A file on a clerk's disk."""
    (folder / name).write_bytes(content)
    kind = {".pdf": "application/pdf", ".txt": "text/plain"}[Path(name).suffix]
    return Original(path=folder / name, size=len(content), media_type=kind, sha256="a" * 64)


def pdf(size: int) -> bytes:
    """A PDF of one empty page and some more than so many bytes, which are those of a file within it."""
    out = BytesIO()
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    noise = random.Random(1).randbytes(size)  # noqa: S311 - bytes that do not shrink, not a secret
    document.new_attachment("indlagt.bin").set_data(noise)
    document.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that meeting; it passes both gates and the strict build."""
    folder = tmp_path_factory.mktemp("filer")
    leaves = meeting_leaves(whole(folder))
    for path, leaf in leaves.items():
        target = folder / "content" / PLACE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content_of(leaf))
    found = list(check(folder / "content", dt.date(2026, 3, 5)))
    assert [problem.code for problem in found] == ["attachment-absent"]  # the letter that is only named
    site = build_site(folder, {})
    assert list(audit(site, dt.date(2026, 3, 5))) == []
    return site


def test_the_list_tells_kind_and_size_of_a_file(built: Path) -> None:
    """Its title leads to the text, and beside it stands the way to the original."""
    rows = one(page(built, f"{PLACE}/punkt-1"), ".attachments").select("li")

    assert [text(row) for row in rows] == [
        "Plan for stien Originalen af Plan for stien (PDF, 1,2 MB)",
        "Brev fra en borger (kun nævnt i referatet)",
    ]
    assert [link["href"] for link in rows[0].select("a")] == [
        "../bilag/punkt-1-bilag-1/",
        "../bilag/punkt-1-bilag-1.pdf",
    ]


def test_a_meetings_own_files_stand_on_its_page(built: Path) -> None:
    """As those of an item do."""
    own = one(page(built, PLACE), ".attachments")

    assert text(own) == "Bilag til mødet Takster Originalen af Takster (tekst, 10 byte)"


def test_an_attachments_page_shows_its_original(built: Path) -> None:
    """Its first page as a picture, the way to the file, the item and the meeting it belongs to."""
    shown = page(built, f"{PLACE}/bilag/punkt-1-bilag-1")

    original = one(shown, ".original")
    assert text(original).startswith("Originalen Åbn originalen (PDF, 1,2 MB) Teksten herunder er taget ud")
    assert one(original, "a")["href"] == "../punkt-1-bilag-1.pdf"
    assert (
        one(original, "img").attrs.items()
        >= {
            "src": "../punkt-1-bilag-1-side-1.png",
            "alt": "Første side af originalen",
        }.items()
    )
    assert [link["href"] for link in one(shown, ".page-head").select("a")] == ["../../punkt-1/", "../../"]
    assert "Stien bliver fire meter bred." in text(one(shown, ".prose"))


def test_a_picture_stands_in_the_text(built: Path) -> None:
    """With its words, and the file it points at is there."""
    found = one(page(built, f"{PLACE}/bilag/punkt-1-bilag-1"), ".prose img")

    assert found["alt"] == "Kort over åen"
    assert (built / PLACE / "bilag/punkt-1-bilag-1" / str(found["src"])).resolve().read_bytes() == DOT


@pytest.mark.parametrize(
    ("address", "links"),
    [
        (PLACE, [[]]),
        (f"{PLACE}/punkt-1", []),
        (f"{PLACE}/bilag/punkt-1-bilag-1", [["../punkt-1-bilag-1.pdf"]]),
    ],
)
def test_a_page_warns_of_what_a_machine_read(built: Path, address: str, links: list[list[str]]) -> None:
    """Only where it did; the original is one click away if it is published."""
    notes = page(built, address).select(".note--ocr")

    assert [[link["href"] for link in note.select("a")] for note in notes] == links
    assert all("læst af en maskine" in text(note) and "originalen" in text(note) for note in notes)


def test_a_file_without_text_says_so(built: Path) -> None:
    """The page of a file that nothing could be read out of."""
    assert "Filen har ingen tekst" in text(one(page(built, f"{PLACE}/bilag/bilag-1"), ".original"))


def test_search_finds_the_words_of_a_file(built: Path) -> None:
    """The text page is in the index, the original is not."""
    held = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in built.glob("pagefind/fragment/*")
    ]

    (found,) = [entry for entry in held if "fire meter bred" in entry["content"]]
    assert found["filters"]["type"] == ["Bilag"]
    assert not [entry["url"] for entry in held if entry["url"].endswith((".pdf", ".png", ".jpg"))]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (10, "10 byte"),
        (999, "999 byte"),
        (1_000, "1,0 kB"),
        (340_400, "340 kB"),
        (999_900, "1,0 MB"),
        (1_234_567, "1,2 MB"),
        (23_400_000, "23 MB"),
    ],
)
def test_a_size_is_said_in_danish(size: int, said: str) -> None:
    """With a comma, and no more digits than anybody wants."""
    assert danish.size(size) == said


@pytest.mark.parametrize(("media_type", "said"), [("application/pdf", "PDF, 2,0 kB"), (None, "XLSX, 2,0 kB")])
def test_a_file_of_an_unknown_kind_is_told_by_its_ending(media_type: str | None, said: str) -> None:
    """A clerk may lay any file beside a page."""
    assert files.about(archive.Original(address="a/b.xlsx", size=2_000, media_type=media_type)) == said
