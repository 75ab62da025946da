"""The pages of meetings, items, attachments and documents."""

from dataclasses import replace

import pytest

from converters.blocks import Paragraph
from converters.frontmatter import load
from converters.model import (
    Attachment,
    Attendance,
    Decision,
    Document,
    Outcome,
    Presence,
    PublicMeeting,
    Source,
    Stage,
    Vote,
)
from converters.writers.addresses import document_name, item_names, meeting_folder
from converters.writers.document import document_page
from converters.writers.item import body
from converters.writers.meeting import meeting_pages
from tests.chamber import item, meeting, public, section, source


def meta_of(page: str) -> dict[str, object]:
    """The front matter of a page."""
    return dict(load(page, where="side.md").meta)


def test_the_meeting_page_says_what_the_source_says() -> None:
    """Facts, attendance, the number of items; what the source does not say is null."""
    whole = replace(
        meeting(item(1, "1")),
        start="16:30",
        stage=Stage.DRAFT,
        attendance=(Attendance(name="Anna Holm", presence=Presence.PRESENT, party="A"),),
        front=(Paragraph(text="Mødet holdes i lokale 2."),),
    )

    page = load(meeting_pages(PublicMeeting(whole))["index.md"], where="index.md")

    assert page.meta["type"] == "meeting"
    assert page.meta["committee"] == "Teknik- og Miljøudvalget"
    assert page.meta["start"] == "16:30"
    assert page.meta["end"] is None
    assert page.meta["stage"] == "draft"
    assert page.meta["attendance"] == [{"name": "Anna Holm", "party": "A", "presence": "present"}]
    assert page.meta["items"] == 1
    assert page.meta["source"] == {"file": "referat.txt", "sha256": "0" * 64}
    assert page.body == "Mødet holdes i lokale 2.\n"


def test_sections_are_headings_in_the_order_printed() -> None:
    """Text without a label stands first; labels are kept, even where several are the same."""
    sections = (
        section("Beslutning", "Først.", role="decision"),
        section(None, "Uden ord over."),
        section("1. Sagen #", "Så."),
        section("Beslutning", "Sidst.", role="decision"),
    )

    assert body(sections) == (
        "Uden ord over.\n\n## Beslutning\n\nFørst.\n\n## 1. Sagen \\#\n\nSå.\n\n## Beslutning\n\nSidst.\n"
    )


def test_an_attachment_with_text_has_a_page_of_its_own() -> None:
    """Its item links to it; one that is only listed keeps its title, or its address on the web."""
    attachments = (
        Attachment(title="Kort", content=(Paragraph(text="Her er stien."),)),
        Attachment(title="Budget", url="https://birkevig.dk/budget.pdf"),
        Attachment(title="Notat", url="C:\\sager\\notat.docx"),
    )

    pages = meeting_pages(public(item(1, "14", attachments=attachments)))

    assert meta_of(pages["punkt-14.md"])["attachments"] == [
        {"title": "Kort", "href": "bilag/punkt-14-bilag-1.md"},
        {"title": "Budget", "href": "https://birkevig.dk/budget.pdf"},
        {"title": "Notat"},
    ]
    assert meta_of(pages["bilag/punkt-14-bilag-1.md"])["item"] == "14"
    assert pages["bilag/punkt-14-bilag-1.md"].endswith("---\n\nHer er stien.\n")
    assert len(pages) == 3


def test_votes_say_what_was_counted() -> None:
    """Nobody is 0, and not recorded is left out."""
    decided = Decision(
        committee="Byrådet", date=None, outcome=Outcome.REJECTED, votes=(Vote(in_favour=0, against=9),)
    )

    page = meeting_pages(public(replace(item(1, "1"), decisions=(decided,))))["punkt-1.md"]

    assert meta_of(page)["decisions"] == [
        {"committee": "Byrådet", "outcome": "rejected", "votes": [{"in_favour": 0, "against": 9}]}
    ]


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        (("1", "2"), ("punkt-1", "punkt-2")),
        (("12a", "19-001"), ("punkt-12a", "punkt-19-001")),
        (("4", "4", "4"), ("punkt-4", "punkt-4-2", "punkt-4-3")),
        (("4", "4", "4-2"), ("punkt-4", "punkt-4-3", "punkt-4-2")),
        ((None, "1", None), ("punkt-1-2", "punkt-1", "punkt-3")),
        (("§ 4", "4"), ("punkt-4", "punkt-4-2")),
    ],
)
def test_an_item_lies_under_its_printed_number(
    numbers: tuple[str | None, ...], names: tuple[str, ...]
) -> None:
    """A number that is printed twice gets a tail; an item without one gets its position."""
    assert item_names([item(place, number) for place, number in enumerate(numbers, 1)]) == names


def test_an_item_without_a_number_says_so() -> None:
    """The address takes the position, the front matter null."""
    pages = meeting_pages(public(item(3, None)))

    assert meta_of(pages["punkt-3.md"])["number"] is None


def test_a_meeting_lies_under_committee_and_date() -> None:
    """A site of one municipality has no folder for it; others do."""
    whole = meeting()

    assert meeting_folder(whole, one_municipality=True) == "teknik-og-miljoeudvalget/2026-03-05"
    assert (
        meeting_folder(whole, one_municipality=False)
        == "birkevig-kommune/teknik-og-miljoeudvalget/2026-03-05"
    )


def test_what_the_source_does_not_say_has_an_address_of_its_own() -> None:
    """Unknown committee and unknown day, the latter told apart by the source's checksum."""
    unknown = replace(meeting(committee=None, date=None, of=source(content="abc")), municipality=None)

    assert meeting_folder(unknown, one_municipality=False) == "ukendt-udvalg/uden-dato-61626300"


def test_no_committee_takes_a_folder_of_the_site() -> None:
    """A committee called »Udvalg« does not hide the list of committees."""
    assert meeting_folder(meeting(committee="Udvalg"), one_municipality=True).startswith("udvalg-udvalget/")


def test_a_document_is_named_for_its_file() -> None:
    """The address of a document survives a mended title."""
    paper = Document(
        title="Budget",
        municipality=None,
        date=None,
        source=Source(file="Budget 2026.v2.txt", sha256="0" * 64),
    )

    assert document_name(paper) == "budget-2026-v2.md"
    assert meta_of(document_page(paper))["type"] == "document"


def test_control_characters_reach_no_front_matter() -> None:
    """A title is one line of visible signs."""
    page = meeting_pages(public(item(1, "1", title="Sag\x00 om\n\x1b[31m sti\u2028")))["punkt-1.md"]

    assert meta_of(page)["title"] == "Sag om [31m sti"
