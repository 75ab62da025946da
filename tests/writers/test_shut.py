"""Pages that a person edited while their item was open, once the item is closed."""

from __future__ import annotations

from pathlib import Path

from converters.writers.record import Record
from converters.writers.store import Edition, Written, publish

OPEN = "---\naccess: open\n---\n\nHandel med Mikkelborg.\n"
CLOSED = "---\naccess: closed\n---\n"
EDITED = "\nRettet.\n"


def written(out: Path, page: str, sha256: str, **more: str) -> Written:
    """Publish one item's page and others beside it, as closed if it says so."""
    pages = {"punkt-3.md": page, **more}
    closed = ("punkt-3.md",) if page.startswith(CLOSED) else ()
    record = Record(file="referat.txt", sha256=sha256, pages={})
    return publish(out, Edition(folder="m", pages=pages, record=record, closed=closed), overwrite=False)


def edit(out: Path, page: str) -> None:
    """What a person does to a page."""
    path = out / "m" / page
    path.write_text(path.read_text("utf-8") + EDITED, "utf-8")


def test_an_edited_page_gives_way_when_its_item_is_closed(tmp_path: Path) -> None:
    """So do the pages of its attachments; the other items' stay as they were edited."""
    written(tmp_path, OPEN, "a", **{"punkt-3-bilag-1.md": OPEN, "punkt-4.md": OPEN})
    for page in ("punkt-3.md", "punkt-3-bilag-1.md", "punkt-4.md"):
        edit(tmp_path, page)

    found = written(tmp_path, CLOSED, "b", **{"punkt-4.md": OPEN + "Mere.\n"})

    assert found.shut == ("punkt-3-bilag-1.md", "punkt-3.md")
    assert found.edited == ("punkt-4.md",)
    assert (tmp_path / "m/punkt-3.md").read_text("utf-8") == CLOSED
    assert not (tmp_path / "m/punkt-3-bilag-1.md").exists()


def test_pages_in_the_folder_of_attachments_give_way_too(tmp_path: Path) -> None:
    """That is where attachments lie; those of another item that begins alike stay."""
    mine, other = "bilag/punkt-3-bilag-1.md", "bilag/punkt-31-bilag-1.md"
    written(tmp_path, OPEN, "a", **{mine: OPEN, other: OPEN})
    edit(tmp_path, mine)
    edit(tmp_path, other)

    found = written(tmp_path, CLOSED, "b", **{other: OPEN})

    assert found.shut == (mine,)
    assert not (tmp_path / "m" / mine).exists()
    assert found.edited == (other,)


def test_an_edited_page_of_a_closed_item_stays(tmp_path: Path) -> None:
    """What a person wrote of it when it was closed already is public."""
    written(tmp_path, CLOSED, "a")
    edit(tmp_path, "punkt-3.md")

    found = written(tmp_path, CLOSED + "\n## Beslutning\n", "b")

    assert found.edited == ("punkt-3.md",)
    assert EDITED in (tmp_path / "m/punkt-3.md").read_text("utf-8")
