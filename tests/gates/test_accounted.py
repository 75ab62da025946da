"""Words that are on no page: lost on the way from the source, or taken off since."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from converters.accounts import FOLDER
from converters.fold import Said, Understood
from converters.model import Source
from converters.pipeline import Options, Run
from tests.chamber import MUNICIPALITY, THREE_ITEMS, minutes
from tests.gates.content_folder import PLACE, edit, problems
from tests.reading import understood

CLOSED = ("4", "Lukket - Salg af grund", "Solgt.")
Convert = Callable[..., Path]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Converts minutes into a folder; ``beside`` are words that a source has and the fold passed over."""

    def converted(text: str, *beside: tuple[int, str]) -> Path:
        told: Understood = understood(text)
        source = Source(file="referat.txt", sha256=hashlib.sha256(text.encode()).hexdigest())
        run = Run(Options(out=tmp_path / "content", said=Said(municipality=MUNICIPALITY)))
        run.write(tmp_path / "referat.txt", source, replace(told, texts=(*told.texts, *beside)))
        return tmp_path / "content"

    return converted


def test_where_every_word_is_accounted_for_nothing_is_said(convert: Convert) -> None:
    """Also of a meeting with a closed item."""
    assert problems(convert(minutes(*THREE_ITEMS, CLOSED))) == []


def test_a_word_that_is_on_no_page_is_an_error(convert: Convert) -> None:
    """It is named with its page in the source."""
    content = convert(minutes(*THREE_ITEMS), (3, "Udvalget besluttede enstemmigt"))

    [found] = problems(content)

    assert (found.code, found.blocks, found.file) == ("words-lost", True, str(content / PLACE / "index.md"))
    assert "Side 3 i kilden har 3 ord" in found.text
    assert "»udvalget besluttede enstemmigt«" in found.text
    assert found.meeting == "Teknik- og Miljøudvalget 05-03-2026"


def test_a_lost_word_may_be_written_in_by_hand(convert: Convert) -> None:
    """On whichever page of the meeting it belongs."""
    content = convert(minutes(*THREE_ITEMS), (3, "Udvalget besluttede enstemmigt"))
    edit(content, "punkt-2.md", "Udvalget godkendte", "Udvalget besluttede enstemmigt, og udvalget godkendte")

    assert problems(content) == []


def test_a_lost_word_that_may_be_closed_is_not_shown(convert: Convert) -> None:
    """Where the source withholds something, only its place is told."""
    content = convert(minutes(*THREE_ITEMS, CLOSED), (3, "hemmelige købere"))

    [found] = problems(content)

    assert (found.code, "2 ord" in found.text) == ("words-lost", True)
    assert "hemmelig" not in str(found)


def test_words_that_a_person_took_off_are_named(convert: Convert) -> None:
    """As a warning: it may be meant."""
    content = convert(minutes(*THREE_ITEMS))
    edit(content, "punkt-2.md", "Udvalget godkendte forslaget.", "Godkendt.")

    [found] = problems(content)

    assert (found.code, found.blocks, found.file) == (
        "words-gone",
        False,
        str(content / PLACE / "punkt-2.md"),
    )
    assert "»udvalget godkendte forslaget«" in found.text


def test_words_that_move_to_another_page_are_not_gone(convert: Convert) -> None:
    """A person may put right where a decision stands."""
    content = convert(minutes(*THREE_ITEMS))
    edit(content, "punkt-2.md", "Udvalget godkendte forslaget.", "Taget til efterretning.")
    edit(content, "punkt-3.md", "Taget til efterretning.", "Udvalget godkendte forslaget.")

    assert problems(content) == []


def test_words_of_an_item_that_a_person_closes_are_not_shown(convert: Convert) -> None:
    """The check's report may be read by all."""
    content = convert(minutes(*THREE_ITEMS))
    edit(content, "punkt-2.md", "## Sagsfremstilling\n\nForvaltningen har set på sagen.\n\n", "")
    edit(content, "punkt-2.md", "access: open", "access: closed")

    found = next(one for one in problems(content) if one.code == "words-gone")

    assert "forvaltningen" not in str(found).casefold().replace("punkt-2.md", "")
    assert " ord fra kilden" in found.text


@pytest.mark.parametrize("gone", [FOLDER, f"{PLACE}/.referat.json"])
def test_without_an_account_nothing_is_said(convert: Convert, gone: str) -> None:
    """As where only the pages were fetched; nor of pages that are made of another source."""
    content = convert(minutes(*THREE_ITEMS), (3, "Udvalget besluttede enstemmigt"))
    path = content / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()

    assert [one.code for one in problems(content) if one.code.startswith("words-")] == []


def test_a_broken_account_is_passed_over(convert: Convert) -> None:
    """It is only a short cut, and made again by the next conversion."""
    content = convert(minutes(*THREE_ITEMS), (3, "Udvalget besluttede enstemmigt"))
    for path in (content / FOLDER).glob("*.json"):
        path.write_bytes(b"\x1f\x8bnot one")

    assert problems(content) == []
