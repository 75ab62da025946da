"""A page is taken down: a tombstone in its place, nothing of it left, and conversion leaves it so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from converters.cli import CLEAN, REFUSED
from converters.frontmatter import load
from tests.chamber import minutes, tree
from tests.history.town import ITEMS, PLACE, Town

ITEM = f"{PLACE}/punkt-2.md"
DOCUMENT = "Kære borger\n\nTak for dit brev om skolevejen ved Kanariehuset.\n\nVenlig hilsen\nForvaltningen\n"


def everything(content: Path) -> str:
    """Every byte of the content folder, and every name in it."""
    return "\n".join(f"{name}\n{text.decode(errors='replace')}" for name, text in tree(content).items())


def with_attachments(town: Town) -> None:
    """Give the second item two attachments, one of them with its file, and the first item one."""
    bilag = town.page("bilag")
    bilag.mkdir()
    for name, file in (("punkt-2-bilag-1", "pdf"), ("punkt-2-bilag-2", ""), ("punkt-1-bilag-1", "pdf")):
        facts = f'title: "Kort over {name}"\nitem: "2"\nmunicipality: Birkevig Kommune\n'
        facts += f"file: {name}.pdf\npreview: {name}-side-1.png\n" if file else ""
        page = (
            f"---\ntype: attachment\n{facts}source: {{file: {name}.pdf, sha256: {'0' * 64}}}\n---\n\nTekst.\n"
        )
        (bilag / f"{name}.md").write_text(page, encoding="utf-8")
        for beside in (f"{name}.pdf", f"{name}-side-1.png") if file else ():
            (bilag / beside).write_bytes(b"%PDF kanariefugl")
    for number, names in (("2", ("punkt-2-bilag-1", "punkt-2-bilag-2")), ("1", ("punkt-1-bilag-1",))):
        rows = [f'  - {{title: "Kort over {name}", href: bilag/{name}.md}}\n' for name in names]
        town.edit(f"punkt-{number}.md", "source: {", f"attachments:\n{''.join(rows)}source: {{")


def test_an_item_is_taken_down_with_all_that_is_its_own(town: Town) -> None:
    """Its words, title, case number and files are gone; its place, the day and the reason stay."""
    with_attachments(town)
    town.publish()

    assert town.withdraw(ITEM) == CLEAN

    page = load(town.text("punkt-2.md"), where="punkt-2.md")
    assert page.body == ""
    assert page.meta["withdrawn"] == {"date": "2026-05-12", "reason": "Siden viste oplysninger om en person"}
    assert (page.meta["number"], page.meta["position"]) == ("2", 2)
    left = everything(town.content)
    assert "Cykelsti" not in left
    assert "900.000" not in left
    assert "26/101" not in left
    assert "punkt-2-bilag" not in left
    assert sorted(path.name for path in town.page("bilag").iterdir()) == [
        "punkt-1-bilag-1-side-1.png",
        "punkt-1-bilag-1.md",
        "punkt-1-bilag-1.pdf",
    ]
    assert town.check() == CLEAN
    assert "ADVARSEL" not in town.said


def test_a_title_may_be_kept(town: Town) -> None:
    """Only where the clerk says so."""
    assert town.withdraw(ITEM, "--keep-title") == CLEAN
    assert "title: Cykelsti langs Møllevej" in town.text("punkt-2.md")
    assert "title: Cykelsti langs Møllevej" in town.text("index.md")
    assert "900.000" not in everything(town.content)


@pytest.mark.parametrize("option", [(), ("--replace",)])
def test_conversion_does_not_bring_it_back(town: Town, option: tuple[str, ...]) -> None:
    """Neither the same source nor newer minutes, not even when everything may be written over."""
    town.withdraw(ITEM)
    stone = town.text("punkt-2.md")

    assert town.convert(*option) == CLEAN
    assert "Taget ned og ikke skrevet igen: punkt-2." in town.said
    assert town.text("punkt-2.md") == stone
    assert "Cykelsti" not in everything(town.content)
    assert town.convert(*option) == CLEAN
    assert "ikke skrevet igen" in town.said
    town.source(minutes(ITEMS[0], ITEMS[1], ("3", "Orientering fra formanden", "Udsat.")))
    assert town.convert(*option) == CLEAN
    assert "Kilden er ny" in town.said
    assert town.text("punkt-2.md") == stone
    assert "Udsat." in town.text("punkt-3.md")
    assert "Cykelsti" not in everything(town.content)
    assert town.check() in (CLEAN, REFUSED)  # item 3 is changed, which is another matter
    assert "punkt-2" not in town.complained


def test_a_meeting_is_taken_down_whole(town: Town) -> None:
    """Each address of it answers, and newer minutes do not bring it back."""
    with_attachments(town)
    town.publish()

    assert town.withdraw(f"{PLACE}/index.md") == CLEAN
    assert sorted(path.name for path in town.page("").glob("*.md")) == [
        "index.md",
        "punkt-1.md",
        "punkt-2.md",
        "punkt-3.md",
    ]
    assert list(town.page("").glob("bilag/*")) == []
    left = everything(town.content)
    assert not any(word in left for word in ("Cykelsti", "Godkend", "Lokale 2", "formanden"))
    assert town.check() == CLEAN
    assert "ADVARSEL" not in town.said
    town.source(minutes(*ITEMS, ("4", "Et nyt punkt", "Godkendt.")))
    assert town.convert("--replace") == CLEAN
    assert "Mødet er taget ned" in town.said
    assert "Et nyt punkt" not in everything(town.content)


def test_an_attachment_is_taken_down_alone(town: Town) -> None:
    """Its item stays, and no longer names it."""
    with_attachments(town)
    town.publish()

    assert town.withdraw(f"{PLACE}/bilag/punkt-2-bilag-1.md") == CLEAN
    assert "withdrawn:" in town.text("bilag/punkt-2-bilag-1.md")
    assert not town.page("bilag/punkt-2-bilag-1.pdf").exists()
    assert not town.page("bilag/punkt-2-bilag-1-side-1.png").exists()
    assert "Kort over punkt-2-bilag-1" not in everything(town.content)
    assert "Kort over punkt-2-bilag-2" in town.text("punkt-2.md")
    assert "{title: Taget ned}" in town.text("punkt-2.md")


def test_a_document_is_taken_down(town: Town) -> None:
    """And its source does not bring it back."""
    (town.inbox / "breve").mkdir()
    (town.inbox / "breve/Svar til borger.txt").write_text(DOCUMENT, encoding="utf-8")
    town.convert()
    page = "dokumenter/svar-til-borger.md"
    assert "Kanariehuset" in (town.content / page).read_text(encoding="utf-8")

    assert town.withdraw(page) == CLEAN
    for option in ((), ("--replace",)):
        assert town.convert(*option) == CLEAN
        assert "Kanariehuset" not in everything(town.content)
        assert "withdrawn:" in (town.content / page).read_text(encoding="utf-8")


def test_words_of_corrections_go_too(town: Town) -> None:
    """The page that shows what was corrected shows what the page said."""
    town.edit("punkt-2.md", "900.000", "990.000")
    town.correct(ITEM)

    assert town.withdraw(ITEM) == CLEAN
    assert not list(town.page("").glob("rettelser/*"))
    assert town.check() == CLEAN


def test_a_number_that_begins_alike_is_another_item(town: Town) -> None:
    """What belongs to 2-1 is not item 2's."""
    bilag = town.page("bilag")
    bilag.mkdir()
    for name in ("punkt-2-1-bilag-1.pdf", "punkt-21-bilag-1.pdf"):
        (bilag / name).write_bytes(b"%PDF")

    town.withdraw(ITEM)

    assert len(list(bilag.iterdir())) == 2


def test_documents_beside_it_stay(town: Town) -> None:
    """Though their names begin like its own; its pictures and its corrections go."""
    folder = town.content / "dokumenter"
    (folder / "rettelser").mkdir(parents=True)
    page = "---\ntype: document\ntitle: Plan\n---\n\nTekst.\n"
    mine = ("plan-billede-1.png", "rettelser/plan-2026-01-02.md")
    others = ("plan-bilag-2.md", "plan-2026-01-02.md", "rettelser/plan-2026-01-02-2026-03-04.md")
    for name in ("plan.md", *mine, *others):
        (folder / name).write_text(page, encoding="utf-8")

    assert town.withdraw("dokumenter/plan.md") == CLEAN
    assert all((folder / name).read_text(encoding="utf-8") == page for name in others)
    assert not any((folder / name).exists() for name in mine)


def test_pages_that_lead_to_what_is_gone_are_named(town: Town) -> None:
    """A link in the text of another item is for a person to mend."""
    with_attachments(town)
    town.edit("punkt-3.md", "Taget til efterretning.", "Se [kortet](bilag/punkt-2-bilag-1.md).")

    town.withdraw(ITEM)

    told = town.said.partition("henviser til filer, der er slettet")[2]
    assert f"{PLACE}/punkt-3.md" in told.partition("  3.")[0]


def test_what_remains_is_told(town: Town) -> None:
    """The source, git with the exact files, the copies of others; and the old words are not repeated."""
    with_attachments(town)
    town.publish()

    town.withdraw(ITEM)

    assert "referat.txt" in town.said
    assert "git filter-repo --invert-paths" in town.said
    paths = (f"content/{ITEM}", f"content/{PLACE}/index.md", f"content/{PLACE}/bilag/punkt-2-bilag-1.pdf")
    assert all(f"--path {path}" in town.said for path in paths)
    assert "Search Console" in town.said
    assert "forks" in town.said
    assert "Cykelsti" not in town.said


def test_other_pages_with_the_title_are_named(town: Town) -> None:
    """The same case in another committee is for a person to judge."""
    other = town.content / "oekonomiudvalget/2026-03-03/punkt-9.md"
    other.parent.mkdir(parents=True)
    other.write_text("---\ntitle: Cykelsti langs Møllevej\n---\n", encoding="utf-8")

    town.withdraw(ITEM)

    assert "oekonomiudvalget/2026-03-03/punkt-9.md" in town.said


def test_the_commands_told_clear_the_history_and_keep_the_tombstone(town: Town) -> None:
    """Run as printed in a copy of the archive, they leave no earlier word in git."""
    if subprocess.run(["git", "filter-repo", "--version"], check=False, capture_output=True).returncode:
        pytest.skip("git filter-repo is not installed")
    town.withdraw(ITEM)
    commands = [line.strip() for line in town.said.splitlines() if line.startswith("       ")]
    town.publish()
    town.git("update-ref", "-d", "refs/remotes/origin/main")
    town.git("clone", "--quiet", "--no-local", ".", "../kopi")
    copy = Town(town.folder.parent / "kopi")

    for line in commands:
        if line.startswith(("git archive", "git filter-repo", "tar", "git add")):
            subprocess.run(line, shell=True, cwd=copy.folder, check=True, capture_output=True)  # noqa: S602 - as a clerk types it
    copy.git("commit", "--quiet", "--message=Taget ned")

    assert "900.000" not in copy.git("log", "--all", "--patch")
    assert "withdrawn:" in copy.text("punkt-2.md")
    assert tree(copy.content) == {
        name: text for name, text in tree(town.content).items() if not name.startswith(".referat/")
    }


def test_what_cannot_be_taken_down_is_told(town: Town) -> None:
    """Twice, a page written by hand, a reason with a personal number: one sentence, and nothing changed."""
    town.withdraw(ITEM)
    (town.content / "om.md").write_text("# Om\n", encoding="utf-8")
    before = tree(town.content)

    assert town.withdraw(ITEM) == REFUSED
    assert "allerede taget ned" in town.complained
    assert town.withdraw("om.md") == REFUSED
    assert town.withdraw(f"{PLACE}/punkt-1.md", "--reason", "Viste 070761-4285") == REFUSED
    assert "CPR-nummer" in town.complained
    assert "4285" not in town.complained
    assert tree(town.content) == before
