"""The gate before a build."""

from pathlib import Path

import pytest

from converters.model import Access, PublicMeeting
from converters.writers.meeting import meeting_pages
from tests.chamber import item, meeting, public
from tests.gates.content_folder import PLACE, edit, problems


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with a meeting of three items, the second one closed."""
    items = (item(1, "1"), item(2, "2", access=Access.CLOSED), item(3, "3"))
    for name, text in meeting_pages(public(*items)).items():
        page = tmp_path / PLACE / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def test_written_pages_are_clean(content: Path) -> None:
    """What conversion writes passes."""
    assert problems(content) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "says"),
    [
        ("punkt-1.md", "access: open", "access: åben", 10, "open, closed"),
        ("punkt-1.md", "access: open\n", "", 1, "access mangler"),
        ("punkt-1.md", "outcome: approved", "outcome: godkendt", 11, "approved, noted"),
        ("punkt-1.md", "date: 2026-03-05", "date: 2026-13-05", 8, "den dato findes ikke"),
        ("punkt-1.md", 'number: "1"', "number: 1", 4, "citationstegn"),
        ("punkt-1.md", "position: 1", "position: første", 5, "et helt tal"),
        ("punkt-1.md", "Cykelsti langs", "Cykelsti <img src=x onerror=alert(1)>", 3, "uden HTML"),
        ("punkt-1.md", "title: Cykelsti langs Møllevej", 'title: "a\\x1b[31m"', 3, "usynlige tegn"),
        (
            "punkt-1.md",
            "title: Cykelsti langs Møllevej",
            "title: Sag: sti",
            3,
            'Der står et kolon i teksten efter »title:«. Sæt hele teksten i citationstegn: title: "Sag: sti"',
        ),
        ("punkt-1.md", "type: item", "type: punkt", 2, "Skriv en af: item"),
        ("punkt-1.md", "outcome: approved}", "outcome: ja}", 13, "approved, noted"),
        ("punkt-1.md", "sha256:", "sha:", 14, "sha256 mangler"),
        ("index.md", "start: null", "start: halv fire", 6, "et klokkeslæt"),
        ("index.md", "stage: null", "stage: kladde", 9, "agenda, draft, approved"),
        ("index.md", "items: 3", "items: 4", 10, "har 4 punkter, men her ligger 3"),
        ("index.md", "committee: Teknik- og Miljøudvalget", "committee: null", 4, "--committee"),
        ("index.md", "date: 2026-03-05", "date:", 5, "--date"),
    ],
)
def test_a_fault_is_named_with_file_and_line(
    content: Path, name: str, old: str, new: str, line: int, says: str
) -> None:
    """The message says what is wrong, where, and what to do."""
    edit(content, name, old, new)

    found = [one for one in problems(content) if one.file.endswith(name)]

    assert any(one.line == line and one.blocks and says in str(one) for one in found), found


def test_a_misspelled_key_is_refused_with_the_right_one(content: Path) -> None:
    """What stands behind it would be lost to the reader."""
    edit(content, "punkt-1.md", "case_number:", "casenumber:")

    [found] = problems(content)

    assert found.blocks
    assert "mente du case_number?" in found.text


def test_a_key_like_no_other_is_a_warning(content: Path) -> None:
    """It stops nothing, since a municipality may have keys of its own."""
    edit(content, "punkt-1.md", "access: open", "access: open\nkle: 05.01.02")

    assert [(one.blocks, one.line, one.code) for one in problems(content)] == [(False, 11, "unknown-key")]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("access: closed", 'case_number: "26/1"\naccess: closed', "oplyser case_number"),
        ("access: closed", "attachments: []\naccess: closed", "oplyser attachments"),
        (
            "## Beslutning",
            "## Sagsfremstilling\n\nHemmeligt.\n\n## Beslutning",
            "1. afsnit er ikke en beslutning",
        ),
        ("## Beslutning", "Hemmeligt.\n\n## Beslutning", "tekst uden for beslutningen"),
    ],
)
def test_a_closed_item_may_say_no_more_than_its_decision(
    content: Path, old: str, new: str, says: str
) -> None:
    """The message does not repeat the closed words."""
    edit(content, "punkt-2.md", old, new)

    found = [one for one in problems(content) if one.blocks]

    assert any(says in one.text for one in found)
    assert not any("Hemmeligt" in str(one) for one in found)


def test_an_attachment_of_a_closed_item_is_refused(content: Path) -> None:
    """Neither its text nor its file nor a picture may lie there."""
    lay(content, "bilag/punkt-2-bilag-1.pdf", "bilag/punkt-2-billede-1.png")

    found = [one.file.rpartition("/")[2] for one in problems(content) if "lukket punkt" in one.text]

    assert found == ["punkt-2-bilag-1.pdf", "punkt-2-billede-1.png"]


def lay(content: Path, *names: str) -> None:
    """Lay small files into the meeting's folder."""
    for name in names:
        path = content / PLACE / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"%PDF")


def test_a_file_that_no_page_names_is_refused(content: Path) -> None:
    """Front matter and body both name files; a link to the web names none."""
    lay(content, "bilag/plan.pdf", "bilag/kort.png", "bilag/glemt.pdf")
    edit(
        content,
        "punkt-1.md",
        "access: open",
        "access: open\nattachments:\n  - {title: Plan, file: bilag/plan.pdf}",
    )
    edit(content, "punkt-3.md", "Stien er slidt.", "![Kort](bilag/kort.png) [x](https://a.dk/glemt.pdf)")

    assert [one.file.rpartition("/")[2] for one in problems(content)] == ["glemt.pdf"]


@pytest.mark.parametrize(("size", "clean"), [(4, True), (5, False)])
def test_a_file_is_as_large_as_its_page_says(content: Path, size: int, *, clean: bool) -> None:
    """A file that was laid there by hand, or cut off, is named."""
    lay(content, "bilag/plan.pdf")
    row = f"{{title: Plan, file: bilag/plan.pdf, size: {size}}}"
    edit(content, "punkt-1.md", "access: open", f"access: open\nattachments:\n  - {row}")

    assert (problems(content) == []) is clean


@pytest.mark.parametrize("key", ["file", "preview"])
def test_a_text_page_without_its_file_is_refused(content: Path, key: str) -> None:
    """The original and its picture have to lie where the page says."""
    (content / PLACE / "bilag").mkdir()
    (content / PLACE / "bilag/punkt-1-bilag-1.md").write_text(
        f"---\ntype: attachment\ntitle: Plan\n{key}: plan.pdf\n"
        f"source: {{file: plan.pdf, sha256: {'a' * 64}}}\n---\n",
        encoding="utf-8",
    )

    assert ["plan.pdf findes ikke" in one.text for one in problems(content) if one.blocks] == [True]


@pytest.mark.parametrize("href", ["bilag/findes-ikke.md", "../../../../hemmelig.md"])
def test_a_link_to_an_attachment_has_to_lead_somewhere(content: Path, href: str) -> None:
    """And not out of the content folder."""
    edit(content, "punkt-1.md", "source:", f"attachments:\n  - {{title: Kort, href: {href}}}\nsource:")

    assert any(f"{href} findes ikke" in one.text for one in problems(content))


def test_positions_have_no_gap(content: Path) -> None:
    """Each item has its own place in the meeting."""
    edit(content, "punkt-3.md", "position: 3", "position: 2")

    assert any("position" in one.text for one in problems(content))


def test_an_item_is_of_its_meeting(content: Path) -> None:
    """Committee and date are those of the meeting's page."""
    edit(content, "punkt-3.md", "date: 2026-03-05", "date: 2026-03-06")

    assert any("date er en anden" in one.text for one in problems(content))


def test_an_item_without_its_meeting_is_named(content: Path) -> None:
    """A folder needs its index."""
    (content / PLACE / "index.md").unlink()

    assert any("møde mangler" in one.text for one in problems(content))


def test_unknown_committee_and_date_are_not_published(tmp_path: Path) -> None:
    """They can be previewed; the check names what to find out."""
    place = tmp_path / "ukendt-udvalg/uden-dato-12345678"
    place.mkdir(parents=True)
    for name, text in meeting_pages(PublicMeeting(meeting(committee=None, date=None))).items():
        (place / name).write_text(text, encoding="utf-8")

    said = " ".join(map(str, problems(tmp_path)))

    assert "--committee" in said
    assert "--date" in said


def test_a_personal_number_blocks(content: Path) -> None:
    """Anywhere on the page, and it is not repeated in the message."""
    edit(content, "punkt-3.md", "Godkendt.", "Borger 200358-5126.")

    [found] = problems(content)

    assert found.blocks
    assert "begynder med 2003" in found.text
    assert "5126" not in str(found)


def test_what_a_killed_process_left_is_named(content: Path) -> None:
    """Its pages are neither old nor new."""
    (content / "teknik-og-miljoeudvalget/.2026-04-05.referat-gammel").mkdir()

    assert ["Kør convert igen" in one.hint for one in problems(content)] == [True]


def test_hand_written_pages_need_no_front_matter(content: Path) -> None:
    """They are only searched for personal numbers and broken YAML."""
    (content / "om.md").write_text("# Om siderne\n", encoding="utf-8")
    (content / "latin.md").write_bytes("Møde".encode("cp1252"))

    assert ["UTF-8" in one.text for one in problems(content)] == [True]
