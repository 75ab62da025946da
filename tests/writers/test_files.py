"""What lies beside the pages: originals, pictures, and the links that lead to them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from converters.blocks import Heading, Link, Paragraph, Picture
from converters.model import Access, Attachment, Document, Original, PublicMeeting, Section, Source
from converters.writers.document import document_leaves, document_page
from converters.writers.leaf import Leaf
from converters.writers.meeting import meeting_leaves, meeting_pages
from tests.chamber import item, meeting, public, source
from tests.writers.test_pages import meta_of

PICTURE = Picture(content=b"et billede", media_type="image/png", page=3, width=40, height=30)


def test_an_original_is_published_beside_its_text(tmp_path: Path) -> None:
    """Both bear the same name; size, type and checksum stand on both pages, the picture on the text's."""
    plan = Attachment(
        title="Plan",
        content=(Paragraph(text="Stien er grøn."),),
        source=Source(file="Plan A.PDF", sha256="a" * 64, ocr=True),
        original=original(tmp_path / "Plan A.PDF"),
        preview=PICTURE,
    )

    leaves = meeting_leaves(public(item(1, "14", attachments=(Attachment(title="Kort"), plan))))

    assert leaves["bilag/punkt-14-bilag-2.pdf"] == tmp_path / "Plan A.PDF"
    assert leaves["bilag/punkt-14-bilag-2-side-1.png"] == PICTURE.content
    facts = {"size": 4, "media_type": "application/pdf", "sha256": "a" * 64}
    assert meta_of(text(leaves, "punkt-14.md"))["attachments"] == [
        {"title": "Kort"},
        {"title": "Plan", "href": "bilag/punkt-14-bilag-2.md", "file": "bilag/punkt-14-bilag-2.pdf", **facts},
    ]
    page = meta_of(text(leaves, "bilag/punkt-14-bilag-2.md"))
    assert {key: page[key] for key in facts} == facts
    assert (page["file"], page["preview"]) == ("punkt-14-bilag-2.pdf", "punkt-14-bilag-2-side-1.png")
    assert page["ocr"] is True
    assert page["source"] == {"file": "Plan A.PDF", "sha256": "a" * 64}


def test_a_files_title_stands_once(tmp_path: Path) -> None:
    """Where its first heading is its title, the page's own heading is that one."""
    told = (Heading(text="Plan"), Paragraph(text="Grøn."), Heading(text="Plan"))
    plan = Attachment(title="Plan", content=told, original=original(tmp_path / "p.pdf"))

    leaves = meeting_leaves(public(item(1, "1", attachments=(plan,))))

    assert text(leaves, "bilag/punkt-1-bilag-1.md").endswith("---\n\nGrøn.\n\n### Plan\n")


def test_the_meetings_own_attachments(tmp_path: Path) -> None:
    """They have a page and a file too, and one without text still has its page."""
    whole = replace(
        meeting(item(1, "1")), attachments=(Attachment(title="Plan", original=original(tmp_path / "p.pdf")),)
    )

    leaves = meeting_leaves(PublicMeeting(whole))

    assert {"bilag/bilag-1.md", "bilag/bilag-1.pdf"} <= leaves.keys()
    assert meta_of(text(leaves, "bilag/bilag-1.md"))["item"] is None


def test_the_address_of_a_file_that_nobody_lists_is_its_own(tmp_path: Path) -> None:
    """It stays when another file is laid beside it; two of one name, and a bare number, are kept apart."""
    files = [
        Attachment(title=name, original=original(tmp_path / name), source=source(name), listed=False)
        for name in ("Kort over åen.pdf", "kort-over-aaen.pdf", "1.pdf")
    ]
    listed = Attachment(title="Plan", original=original(tmp_path / "p.pdf"))

    leaves = meeting_leaves(public(item(1, "14", attachments=(listed, *files))))

    assert [path for path in leaves if path.endswith(".pdf")] == [
        "bilag/punkt-14-bilag-1.pdf",
        "bilag/punkt-14-bilag-kort-over-aaen.pdf",
        "bilag/punkt-14-bilag-kort-over-aaen-2.pdf",
        "bilag/punkt-14-bilag-fil-1.pdf",
    ]
    alone = meeting_leaves(public(item(1, "14", attachments=(listed, files[2]))))
    assert "bilag/punkt-14-bilag-fil-1.md" in alone
    long = replace(files[0], source=source(f"{'meget ' * 40}.pdf"))
    assert max(map(len, meeting_leaves(public(item(1, "14", attachments=(long,)))))) < 90


def test_pictures_stand_where_the_source_has_them() -> None:
    """Each lies once in the meeting's folder, whatever page shows it; the path leads from that page."""
    other = replace(PICTURE, content=b"en anden", media_type="image/jpeg", alt="Kort [A]")
    told = (Paragraph(text="Se:"), PICTURE, other, PICTURE)
    plan = Attachment(title="Plan", content=(PICTURE, replace(PICTURE, content=b"en tredje")))
    case = replace(
        item(1, "14", attachments=(plan,)), sections=(Section(label="Kort", role=None, content=told),)
    )

    leaves = meeting_leaves(PublicMeeting(replace(meeting(case), front=(other,))))

    one, two = (
        "![Billede fra side 3 i kilden](bilag/punkt-14-billede-1.png)",
        "![Kort [A&#93;](bilag/moede-billede-1.jpg)",
    )
    assert text(leaves, "punkt-14.md").endswith(
        f"## Kort\n\nSe:\n\n{one}\n\n{two.replace('[A', chr(92) + '[A')}\n\n{one}\n"
    )
    assert text(leaves, "bilag/punkt-14-bilag-1.md").endswith(
        "![Billede fra side 3 i kilden](punkt-14-billede-1.png)\n\n"
        "![Billede fra side 3 i kilden](punkt-14-bilag-1-billede-1.png)\n"
    )
    assert sorted(path for path, leaf in leaves.items() if isinstance(leaf, bytes)) == [
        "bilag/moede-billede-1.jpg",
        "bilag/punkt-14-bilag-1-billede-1.png",
        "bilag/punkt-14-billede-1.png",
    ]


def test_a_picture_no_browser_shows_is_its_words() -> None:
    """A drawing that could run a script is not published."""
    drawing = replace(PICTURE, media_type="image/svg+xml", alt="Kort over åen")
    case = replace(item(1, "1"), sections=(Section(label=None, role=None, content=(drawing,)),))

    leaves = meeting_leaves(public(case))

    assert text(leaves, "punkt-1.md").endswith("---\n\nKort over åen\n")
    assert len(leaves) == 2


def test_no_file_of_a_closed_item_is_written(tmp_path: Path) -> None:
    """Neither picture nor original nor where a link leads, though the decision is public."""
    plan = Attachment(title="Plan", original=original(tmp_path / "p.pdf"), preview=PICTURE)
    words = Paragraph(
        text="Godkendt, se plan.", links=(Link(start=12, end=16, href="https://a.dk/hemmelig"),)
    )
    shut = replace(
        item(1, "7", access=Access.CLOSED, attachments=(plan,)),
        sections=(
            Section(label="Beslutning", role="decision", content=(words, replace(PICTURE, alt="hemmelig"))),
        ),
    )

    leaves = meeting_leaves(public(shut))

    assert leaves.keys() == {"index.md", "punkt-7.md"}
    assert "hemmelig" not in text(leaves, "punkt-7.md")
    assert "Godkendt, se plan." in text(leaves, "punkt-7.md")


def test_a_link_to_a_file_beside_leads_to_its_text(tmp_path: Path) -> None:
    """By the file's name, or by the address that the list gives it; a dead path is plain text."""
    plan = Attachment(
        title="Plan",
        url="filer/123.pdf",
        source=Source(file="Plan A.pdf", sha256="a" * 64),
        original=original(tmp_path / "Plan A.pdf"),
        content=(linked("Se 123 igen", 3, 6, "123.PDF"),),
    )
    told = (linked("Se planen", 3, 9, "x/plan%20a.pdf#side=2"), linked("Se her", 3, 6, "andet.pdf"))
    case = replace(
        item(1, "14", attachments=(plan,)), sections=(Section(label=None, role=None, content=told),)
    )

    leaves = meeting_leaves(public(case))

    assert text(leaves, "punkt-14.md").endswith("\n\nSe [planen](bilag/punkt-14-bilag-1.md)\n\nSe her\n")
    assert text(leaves, "bilag/punkt-14-bilag-1.md").endswith("\n\nSe [123](punkt-14-bilag-1.md) igen\n")


def test_a_document_has_its_pictures_beside_it() -> None:
    """Under its own name, and with the page first."""
    paper = Document(
        title="Plan", municipality=None, date=None, source=source("plan.pdf"), content=(PICTURE,)
    )

    leaves = document_leaves(paper, "plan.md")

    assert list(leaves) == ["plan.md", "plan-billede-1.png"]
    assert "](plan-billede-1.png)" in text(leaves, "plan.md")


def test_a_page_says_that_a_machine_read_it() -> None:
    """Of an item, a meeting and a document; where nobody says so, nothing is said."""
    scan = replace(source(), ocr=True)
    whole = replace(meeting(replace(item(1, "1"), source=scan), item(2, "2")), source=scan)

    pages = meeting_pages(PublicMeeting(whole))

    assert [meta_of(pages[name]).get("ocr") for name in ("index.md", "punkt-1.md", "punkt-2.md")] == [
        True,
        True,
        None,
    ]
    paper = Document(title="Plan", municipality=None, date=None, source=scan)
    assert meta_of(document_page(paper))["ocr"] is True


def original(path: Path) -> Original:
    """A file of four bytes that is to be published."""
    return Original(path=path, size=4, media_type="application/pdf", sha256="a" * 64)


def linked(words: str, start: int, end: int, href: str) -> Paragraph:
    """A paragraph with a link on some of its words."""
    return Paragraph(text=words, links=(Link(start=start, end=end, href=href),))


def text(leaves: Mapping[str, Leaf], path: str) -> str:
    """The text of a page."""
    page = leaves[path]
    assert isinstance(page, str)
    return page
