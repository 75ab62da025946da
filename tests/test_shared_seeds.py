"""The five real papers beside the repository, against what a person set down who read them."""

from __future__ import annotations

import re
from pathlib import Path

from converters.fold import understand
from converters.ledger import Reason
from converters.model import Access, AgendaItem, Meeting
from converters.readers import read
from converters.readers.doorway import source_of
from tests.accounting import publish_file, unaccounted
from tests.reading import headings, shown
from tests.truth_files import Told, accepted, attachment_title, bare, bare_label, decisions, load, value

TAIL = re.compile(r"\s*\((?:\d+ min|Beslutning|Drøftelse|Orientering)\)$")


def paired(seed: Path, shared: Path) -> tuple[Meeting | None, list[tuple[Told, AgendaItem]]]:
    """The meeting of a seed, and each item that was told of beside the one that was found."""
    truth = load(shared / "truth" / f"{seed.stem}.yml", seed.parent)
    meetings = understand(read(seed), source_of(seed)).meetings
    items = meetings[0].items if meetings else ()
    assert [one.number for one in items] == [str(told["number"]) for told in truth.items]
    return (meetings[0] if meetings else None), list(zip(truth.items, items, strict=True))


def test_whose_and_when(seed: Path, shared: Path) -> None:
    """Municipality, committee and date are the meeting's; a slide deck is no meeting."""
    told = load(shared / "truth" / f"{seed.stem}.yml", seed.parent).told
    meeting, _ = paired(seed, shared)

    assert (meeting is not None) == bool(told.get("items"))
    if meeting is not None:
        assert bare(value(told["municipality"])) == bare(meeting.municipality)
        assert bare(value(told["committee"])) in bare(meeting.committee)
        assert meeting.date in accepted(told["date"])


def test_titles_and_access(seed: Path, shared: Path) -> None:
    """Titles are whole, and closed are those items that say so."""
    for told, found in paired(seed, shared)[1]:
        fair = {told["title"], told.get("title_open", told["title"])}
        assert bare(found.title) in {bare(one) for one in fair} | {bare(TAIL.sub("", one)) for one in fair}
        assert (found.access is Access.CLOSED) == bool(told.get("closed"))


def test_sections(seed: Path, shared: Path) -> None:
    """The sections of an open item are those printed, in order."""
    for told, found in paired(seed, shared)[1]:
        empty = {bare(label) for label in told.get("empty_sections", [])}
        wanted = [bare(label) for label in told.get("sections", []) if bare(label) not in empty]
        there = [bare_label(section.label) for section in found.sections if section.label]
        if wanted and found.access is Access.OPEN:
            assert list(dict.fromkeys(there)) == wanted


def test_decisions(seed: Path, shared: Path) -> None:
    """Each decision has its words, its committee and its date."""
    for told, found in paired(seed, shared)[1]:
        own = [one for one in found.sections if one.role == "decision"] or found.sections
        words = bare(" ".join(line for section in own for line in shown(section.content)))
        facts = {(bare(one.committee)[:12], one.date) for one in found.decisions}
        for wanted in decisions(told):
            assert bare(wanted["text"]) in words
            if "committee" in wanted:
                assert (bare(wanted["committee"])[:12], value(wanted["date"])) in facts


def test_attachments_and_headings(seed: Path, shared: Path) -> None:
    """Attachments are those listed or stamped; sub-headings are headings."""
    for told, found in paired(seed, shared)[1]:
        titles = [bare(attachment.title) for attachment in found.attachments]
        inner = {bare(line) for section in found.sections for line in headings(section.content)}
        for one in told.get("attachments") or []:
            assert any(bare(attachment_title(one))[:60] in title for title in titles)
        for wanted in (told.get("subheadings") or {}).values():
            assert {bare(line) for line in wanted} <= inner


def test_no_word_is_lost(seed: Path, tmp_path: Path) -> None:
    """Each word of the paper is on a page or in the ledger."""
    assert unaccounted(seed.read_text("utf-8"), publish_file(seed, tmp_path)) == {}


def test_nothing_is_withheld_where_nothing_is_closed(seed: Path) -> None:
    """A paper without a closed item is shown whole, the addresses at the foot of its pages too."""
    told = understand(read(seed), source_of(seed))
    closed = [item for meeting in told.meetings for item in meeting.items if item.access is Access.CLOSED]
    if not closed:
        assert [entry.text for entry in told.left_out if entry.reason is Reason.CLOSED] == []
