"""The facts of a meeting as a whole; what the source does not say is None."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.fold import when
from converters.fold.evidence import HEAD_LINES, gather
from converters.fold.present import attendance
from converters.fold.where import place
from converters.fold.whose import committee, municipality
from converters.lexicon import danish, fold
from converters.model import Attendance, Stage
from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.fold.evidence import Evidence
    from converters.segment.outline import Outline

TITLE_LINES = 8  # lines of a front page that can call the paper a draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the source says of the meeting; ``date_of_name`` tells that only the file's name gave the day."""

    municipality: str | None
    committee: str | None
    date: str | None
    start: str | None
    end: str | None
    place: str | None
    stage: Stage | None
    cancelled: bool
    attendance: tuple[Attendance, ...]
    date_of_name: bool = False


def facts(outline: Outline, file: str, former: Sequence[str] = (), *, said_date: str | None = None) -> Facts:
    """Read the facts; ``former`` are the first lines of former minutes laid before the same forum.

    A date that the caller gives goes before any that the source prints.  Raises ImpossibleDate.
    """
    evidence = gather(outline, file)
    body = committee(evidence, former)
    start, end = when.hours(evidence)
    printed = said_date or when.date(evidence, body)
    return Facts(
        municipality=municipality(evidence),
        committee=body,
        date=printed or when.date_of_name(file),
        start=start,
        end=end or when.over_on_front(evidence.front) or when.over(outline),
        place=place(evidence),
        stage=_stage(evidence),
        cancelled=any(fold(text).rstrip(".") in danish().cancelled for text in evidence.front),
        attendance=attendance(evidence.front),
        date_of_name=printed is None and when.date_of_name(file) is not None,
    )


def _stage(evidence: Evidence) -> Stage | None:
    words, front = danish(), evidence.front
    said = {fold(text) for text in front[:HEAD_LINES]} | {
        word for text in front[:TITLE_LINES] for word in fold(text).split()
    }
    decided = any(mark.role is Role.DECISION for mark in evidence.outline.marks.values())
    if said & words.draft or any(fold(text).startswith(tuple(words.draft)) for text in front[:TITLE_LINES]):
        return Stage.DRAFT
    if said & words.minutes:
        return Stage.APPROVED
    if said & words.agenda and not decided:
        return Stage.AGENDA
    return None
