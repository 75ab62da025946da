"""Decisions: whose, of which date, with which outcome; their words stay in their section."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from converters.attendance import absent_in
from converters.blocks import Heading, Table
from converters.dates import find_dates
from converters.lexicon import danish, fold
from converters.model import Decision, Outcome
from converters.outcomes import outcome_of
from converters.segment.bodies import is_body
from converters.segment.decision_labels import (
    AUTHORITY,
    BODYS_DECISION,
    BODYS_RECOMMENDATION,
    body_decision,
    clean_body,
    meeting_body,
)
from converters.votes import find_votes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from converters.blocks import Content
    from converters.model import Section


def text_of(content: Iterable[Content]) -> str:
    """Give the words of blocks as plain lines."""
    lines: list[str] = []
    for block in content:
        if isinstance(block, Table):
            lines.extend(" ".join(row) for row in (block.header, *block.rows))
        else:
            lines.append(block.text)
    return "\n".join(lines)


def decisions_of(
    sections: Sequence[Section], committee: str | None, date: str | None
) -> tuple[Decision, ...]:
    """Read an item's decisions in the order printed.

    Where no section is a decision's, the text straight under the title is one, as in minutes that
    have no labels; where "Referat" stands over it, what stands under that is.
    """
    labelled = [section for section in sections if section.role == "decision"] or [
        section for section in sections if section.label and fold(section.label) in danish().minutes
    ]
    if labelled:
        return tuple(decision for section in labelled for decision in _of_section(section, committee, date))
    mixed = [decision for section in sections for decision in _of_mixed(section, committee, date)]
    if mixed:
        return tuple(mixed)
    bare = [section for section in sections if section.label is None]
    if len(bare) == len(sections) == 1:
        return (_decision(text_of(bare[0].content), committee, date),)
    return ()


def _of_mixed(section: Section, committee: str | None, date: str | None) -> Iterator[Decision]:
    """Read the decisions of a section that holds recommendation and decision both."""
    starts = [
        n for n, block in enumerate(section.content) if isinstance(block, Heading) and _named(block.text)[0]
    ]
    if starts:
        yield from _of_section(
            replace(section, label=None, content=section.content[starts[0] :]), committee, date
        )


def _of_section(section: Section, committee: str | None, date: str | None) -> Iterator[Decision]:
    named, dated = _named(section.label or "")
    blocks: list[Content] = []
    opened = False
    for block in section.content:
        if isinstance(block, Heading) and (found := _named(block.text))[0]:
            if blocks or opened:
                whose = _as_printed(named, committee)
                yield _decision(text_of(blocks), whose, dated or (date if not named else None))
            named, dated = found
            blocks, opened = [], True
        else:
            blocks.append(block)
    own = named is None or (committee is not None and fold(named) == fold(committee))
    if opened and own and not blocks and dated in {None, date}:
        return  # the meeting's own name and day, as at the head of a page, with nothing decided under it
    whose = _as_printed(named, committee)
    yield _decision(text_of(blocks), whose, dated or (date if own else None))


def _as_printed(named: str | None, committee: str | None) -> str | None:
    """Give the committee a decision names, spelt as the meeting's own where it is the same."""
    if named is None or (committee is not None and fold(named) == fold(committee)):
        return committee
    return named


def _named(label: str) -> tuple[str | None, str | None]:
    """Read committee and date from a label or a heading inside a decision.

    "Udvalgets beslutning" names nobody: whose meeting it is the label does not say.
    """
    dates = find_dates(label)
    treated = body_decision(label)
    if treated is not None:
        return treated.name, dates[0].date
    text = label[: dates[0].start] if dates else label
    word, _, rest = text.partition(" ")
    owner = BODYS_DECISION.match(text) or BODYS_RECOMMENDATION.match(text)
    if owner is not None and fold(owner["body"]) not in danish().body_endings:
        text, word = owner["body"], ""
    body = meeting_body(text) or clean_body(rest if fold(word) in _decision_words() else text)
    date = dates[0].date if dates else None
    if AUTHORITY.search(body):
        return None, date
    return (body, date) if is_body(body) else (None, date)


@cache
def _decision_words() -> frozenset[str]:
    return frozenset(fold(word) for word in danish().decision_words)


def _decision(text: str, committee: str | None, date: str | None) -> Decision:
    return Decision(
        committee=committee,
        date=date,
        outcome=outcome_of(text),
        absent=absent_in(text),
        votes=find_votes(text),
    )


def item_outcome(decisions: Sequence[Decision], committee: str | None) -> Outcome:
    """Choose the item's outcome: that of the meeting's own committee, else of the last decision."""
    own = [
        d for d in decisions if d.committee and committee and fold(d.committee)[:12] == fold(committee)[:12]
    ]
    chosen = own or list(decisions)
    return chosen[-1].outcome if chosen else Outcome.UNKNOWN
