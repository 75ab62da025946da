"""The store: whole folders, no half pages, no person's edit lost."""

import errno
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from converters.errors import Unwritable
from converters.writers.fate import Fate, fate
from converters.writers.leaf import Leaf
from converters.writers.record import Record
from converters.writers.store import Edition, Written, leftovers, publish, survey, untouched, withdraw
from tests.chamber import tree

FOLDER = "udvalget/2026-03-05"
OLD = {"index.md": "gammel forside\n", "punkt-1.md": "gammelt punkt\n", "bilag/kort.md": "kort\n"}
NEW = {"index.md": "ny forside\n", "punkt-1.md": "gammelt punkt\n", "punkt-2.md": "nyt punkt\n"}
RECORD = f"{FOLDER}/.referat.json"


def edition(pages: Mapping[str, Leaf], *, alone: bool = False) -> Edition:
    """An edition of the meeting, or of a document."""
    record = Record(file="referat.txt", sha256="0" * 64, pages={})
    return Edition(folder=FOLDER, pages=pages, record=record, alone=alone)


def put(out: Path, pages: Mapping[str, str], *, overwrite: bool = False) -> Written:
    """Publish the pages of the meeting."""
    return publish(out, edition(pages), overwrite=overwrite)


def pages_in(out: Path) -> dict[str, str]:
    """The visible pages of the meeting's folder."""
    return {
        path: content.decode() for path, content in tree(out / FOLDER).items() if not path.startswith(".")
    }


def test_a_new_meeting_gets_its_folder(tmp_path: Path) -> None:
    """Every page is written, with Unix line ends."""
    written = put(tmp_path, OLD)

    assert pages_in(tmp_path) == OLD
    assert written.changed == ("bilag/kort.md", "index.md", "punkt-1.md")


def test_the_same_again_touches_nothing(tmp_path: Path) -> None:
    """Not a byte and not a time of change is new."""
    put(tmp_path, OLD)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    written = put(tmp_path, OLD)

    assert written.changed == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_newer_pages_replace_the_old_and_stale_ones_go(tmp_path: Path) -> None:
    """The folder then holds the new pages alone; a page that is the same keeps its time of change."""
    put(tmp_path, OLD)
    same = (tmp_path / FOLDER / "punkt-1.md").stat().st_mtime_ns

    written = put(tmp_path, NEW)

    assert pages_in(tmp_path) == NEW
    assert written.changed == ("index.md", "punkt-2.md")
    assert written.dropped == ("bilag/kort.md",)
    assert (tmp_path / FOLDER / "punkt-1.md").stat().st_mtime_ns == same


def test_the_same_pages_give_the_same_bytes_by_any_way(tmp_path: Path) -> None:
    """A folder that was written over is no other than one written once."""
    put(tmp_path / "a", OLD)
    put(tmp_path / "a", NEW)
    put(tmp_path / "b", NEW)

    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_an_edited_page_stays(tmp_path: Path) -> None:
    """A person's words are kept and named, and written over only when asked."""
    put(tmp_path, OLD)
    (tmp_path / FOLDER / "index.md").write_text("rettet\n", encoding="utf-8")

    kept = put(tmp_path, NEW)
    kept_again = put(tmp_path, NEW)

    assert kept.edited == kept_again.edited == ("index.md",)
    assert pages_in(tmp_path) == NEW | {"index.md": "rettet\n"}
    assert put(tmp_path, NEW, overwrite=True).changed == ("index.md",)
    assert pages_in(tmp_path) == NEW


def test_an_edited_page_that_is_no_longer_made_stays(tmp_path: Path) -> None:
    """A stale page with a person's words is not thrown away unasked."""
    put(tmp_path, OLD)
    (tmp_path / FOLDER / "bilag/kort.md").write_text("rettet\n", encoding="utf-8")

    kept = put(tmp_path, NEW)
    again = put(tmp_path, NEW)

    assert kept.edited == again.edited == ("bilag/kort.md",)
    assert put(tmp_path, NEW, overwrite=True).dropped == ("bilag/kort.md",)


def test_a_deleted_page_stays_deleted(tmp_path: Path) -> None:
    """What a person took down does not come back by itself."""
    put(tmp_path, OLD)
    (tmp_path / FOLDER / "punkt-1.md").unlink()

    assert put(tmp_path, OLD).deleted == ("punkt-1.md",)
    assert put(tmp_path, NEW).deleted == ("punkt-1.md",)
    assert put(tmp_path, NEW, overwrite=True).changed == ("punkt-1.md",)


def test_files_that_were_never_ours_stay(tmp_path: Path) -> None:
    """A published PDF in the folder survives, even when everything is written over."""
    put(tmp_path, OLD)
    (tmp_path / FOLDER / "bilag/plan.pdf").write_bytes(b"%PDF")

    put(tmp_path, NEW, overwrite=True)

    assert (tmp_path / FOLDER / "bilag/plan.pdf").read_bytes() == b"%PDF"


def test_line_ends_of_windows_are_no_edit(tmp_path: Path) -> None:
    """Git may check pages out with other line ends; they still count as written."""
    put(tmp_path, OLD)
    page = tmp_path / FOLDER / "index.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))

    assert put(tmp_path, OLD) == Written(place=FOLDER, folder=FOLDER, record=RECORD)
    assert put(tmp_path, NEW).edited == ()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"pages": 1}', '{"source": {}, "pages": {}, "stage": "x"}']
)
def test_a_broken_record_loses_nothing(tmp_path: Path, content: str) -> None:
    """Without a record every page that differs counts as edited."""
    put(tmp_path, OLD)
    (tmp_path / RECORD).write_text(content, encoding="utf-8")

    assert put(tmp_path, NEW).edited == ("index.md",)


def test_a_document_shares_its_folder(tmp_path: Path) -> None:
    """A document is written beside others, and only its own edits count."""
    publish(tmp_path, edition({"a.md": "a\n"}, alone=True), overwrite=False)
    publish(tmp_path, edition({"b.md": "b\n"}, alone=True), overwrite=False)
    (tmp_path / FOLDER / "a.md").write_text("rettet\n", encoding="utf-8")

    changed = publish(tmp_path, edition({"b.md": "c\n"}, alone=True), overwrite=False)
    kept = publish(tmp_path, edition({"a.md": "c\n"}, alone=True), overwrite=False)

    assert (changed.changed, kept.edited) == (("b.md",), ("a.md",))
    assert pages_in(tmp_path) == {"a.md": "rettet\n", "b.md": "c\n"}


def test_files_lie_beside_the_pages_byte_for_byte(tmp_path: Path) -> None:
    """A picture is written, an original copied; what is no longer there goes, and an edit is kept."""
    source = tmp_path / "Plan A.pdf"
    source.write_bytes(b"%PDF \xff\r\n")
    leaves: dict[str, Leaf] = {
        "index.md": "forside\n",
        "bilag/plan.pdf": source,
        "bilag/kort.png": b"\x89PNG\n",
    }
    first = publish(tmp_path, edition(leaves), overwrite=False)
    again = publish(tmp_path, edition(leaves), overwrite=False)

    assert first.changed == ("bilag/kort.png", "bilag/plan.pdf", "index.md")
    assert again.changed == ()
    assert (tmp_path / FOLDER / "bilag/plan.pdf").read_bytes() == b"%PDF \xff\r\n"
    assert untouched(tmp_path, RECORD, "0" * 64)
    (tmp_path / FOLDER / "bilag/kort.png").write_bytes(b"et andet billede")
    fewer = publish(tmp_path, edition({"index.md": "forside\n"}), overwrite=False)
    assert (fewer.dropped, fewer.edited) == (("bilag/plan.pdf",), ("bilag/kort.png",))
    assert not (tmp_path / FOLDER / "bilag/plan.pdf").exists()


def test_a_missing_original_leaves_the_old_pages(tmp_path: Path) -> None:
    """The meeting stands as it was, and the file is named."""
    put(tmp_path, OLD)

    with pytest.raises(Unwritable):
        publish(tmp_path, edition({"index.md": "ny\n", "bilag/x.pdf": tmp_path / "x.pdf"}), overwrite=False)

    assert pages_in(tmp_path) == OLD
    assert not list(leftovers(tmp_path))


def test_a_documents_pictures_go_with_it(tmp_path: Path) -> None:
    """One that is no longer made is removed, those of other documents are not."""
    publish(tmp_path, edition({"a.md": "a\n", "a-billede-1.png": b"1"}, alone=True), overwrite=False)
    publish(tmp_path, edition({"b.md": "b\n", "b-billede-1.png": b"1"}, alone=True), overwrite=False)

    written = publish(tmp_path, edition({"a.md": "a\n"}, alone=True), overwrite=False)

    assert written.dropped == ("a-billede-1.png",)
    assert sorted(path for path in tree(tmp_path / FOLDER) if not path.startswith(".")) == [
        "a.md",
        "b-billede-1.png",
        "b.md",
    ]


def test_untouched_means_every_page_as_written(tmp_path: Path) -> None:
    """An edit, a missing page and another source are all told."""
    put(tmp_path, OLD)

    assert untouched(tmp_path, RECORD, "0" * 64)
    assert not untouched(tmp_path, RECORD, "1" * 64)
    (tmp_path / FOLDER / "bilag/kort.md").unlink()
    assert not untouched(tmp_path, RECORD, "0" * 64)


def test_a_folder_is_withdrawn_only_as_it_was_written(tmp_path: Path) -> None:
    """A person's edit, or a file of theirs, keeps the folder."""
    put(tmp_path, OLD)
    own = tmp_path / FOLDER / "note.txt"
    own.write_text("husk", encoding="utf-8")

    assert not withdraw(tmp_path, FOLDER)
    own.unlink()
    assert withdraw(tmp_path, FOLDER)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("there", "before", "new", "decided"),
    [
        (None, None, "n", Fate.WRITE),
        ("o", "o", "n", Fate.WRITE),
        ("n", "o", "n", Fate.STAY),
        ("e", "o", "n", Fate.EDITED),
        ("e", None, "n", Fate.EDITED),
        (None, "o", "n", Fate.DELETED),
        ("o", "o", None, Fate.DROP),
        ("e", "o", None, Fate.EDITED),
        ("e", None, None, Fate.STAY),
        (None, "o", None, Fate.STAY),
    ],
)
def test_the_fate_of_a_page(there: str | None, before: str | None, new: str | None, decided: Fate) -> None:
    """Three hashes decide: on disk, as last written, as it is to be."""
    assert fate(there=there, before=before, new=new, overwrite=False) is decided


KILLED = """
import os, sys
from pathlib import Path
from tests.killing import killed_after
from tests.test_store import NEW, put
from converters.writers import store
counted = killed_after(int(sys.argv[2]))
for owner, name in ((Path, "write_bytes"), (Path, "replace"), (Path, "rename"), (Path, "mkdir"),
                    (store.shutil, "copy2"), (os, "unlink"), (os, "rmdir")):
    setattr(owner, name, counted(getattr(owner, name)))
put(Path(sys.argv[1]), NEW)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_process_killed_anywhere_leaves_the_old_or_the_new_folder(tmp_path: Path) -> None:
    """Killed before any change of the disk, the next run finds one whole edition and nothing else."""
    seen = set()
    finished = False
    for step in range(100):
        out = tmp_path / str(step)
        put(out, OLD)

        run = subprocess.run([sys.executable, "-c", KILLED, str(out), str(step)], check=False)
        survey(out)

        assert pages_in(out) in (OLD, NEW)
        assert list(leftovers(out)) == []
        assert [path.name for path in out.iterdir()] == ["udvalget"]
        seen.add(pages_in(out) == NEW)
        finished = run.returncode == 0
        if finished:
            break
    assert finished
    assert seen == {True, False}


def test_ctrl_c_waits_for_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pressed while a page is written, it leaves the new folder and nothing beside it."""
    put(tmp_path, OLD)
    write = Path.write_bytes

    def pressed(path: Path, content: bytes) -> int:
        if path.name.startswith(".index"):
            signal.raise_signal(signal.SIGINT)
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", pressed)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, NEW)

    signal.signal(signal.SIGINT, before)
    assert pages_in(tmp_path) == NEW
    assert list(leftovers(tmp_path)) == []


def test_a_full_disk_leaves_the_old_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One Danish message says so, and nothing is half written."""
    put(tmp_path, OLD)
    before = tree(tmp_path)

    def full(_: Path, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "punkt-2.md")

    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(Unwritable, match="Disken er fuld"):
        put(tmp_path, NEW)
    assert tree(tmp_path) == before


def test_a_failed_swap_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new folder cannot take its place, the old one stands there again."""
    put(tmp_path, OLD)
    before = tree(tmp_path)
    rename = Path.rename

    def stubborn(path: Path, target: Path) -> Path:
        if path.name.endswith(".referat-ny"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stubborn)

    with pytest.raises(Unwritable, match="Luk programmer"):
        put(tmp_path, NEW)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("blocked", ["content", "content/udvalget", "content/udvalget/2026-03-05"])
def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path, blocked: str) -> None:
    """The message names the path and what to try."""
    (tmp_path / blocked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / blocked).write_text("en fil", encoding="utf-8")

    with pytest.raises(Unwritable, match="--out"):
        put(tmp_path / "content", OLD)
    assert (tmp_path / blocked).read_text(encoding="utf-8") == "en fil"


@pytest.mark.parametrize("link", ["udvalget", "udvalget/2026-03-05", "udvalget/2026-03-05/index.md"])
def test_links_inside_the_content_folder_are_refused(tmp_path: Path, link: str) -> None:
    """Nothing is written through a link, wherever it leads."""
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, OLD)
    before = tree(elsewhere)
    out = tmp_path / "content"
    (out / link).parent.mkdir(parents=True)
    (out / link).symlink_to(elsewhere / link)

    with pytest.raises(Unwritable, match="symlink"):
        put(out, NEW, overwrite=True)
    assert tree(elsewhere) == before
