"""Findings of a fold: what a person should look at, though it stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converters.findings import Code, Finding
from converters.model import Access, Meeting, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from converters.fold.inside import Doubt


def findings(meeting: Meeting, *, date_of_name: bool, other: str | None) -> tuple[Finding, ...]:
    """Give the findings of a meeting; ``other`` is a municipality that the source names instead."""
    found = []
    if other is not None:
        told = f"Kilden nævner {other}, men lægges under {meeting.municipality}. Er det den rigtige fil?"
        found.append(Finding(code=Code.OTHER_MUNICIPALITY, message=told))
    if date_of_name:
        told = f"Kilden siger ikke, hvornår mødet var. Datoen {meeting.date} er taget fra filens navn."
        found.append(Finding(code=Code.DATE_FROM_NAME, message=told))
    if meeting.committee is None:
        found.append(
            Finding(
                code=Code.NO_COMMITTEE,
                message="Kilden siger ikke, hvilket udvalg der holdt mødet. Angiv det med --committee.",
            )
        )
    if meeting.date is None:
        found.append(
            Finding(
                code=Code.NO_DATE,
                message="Kilden siger ikke, hvornår mødet var. Angiv datoen med --date ÅÅÅÅ-MM-DD.",
            )
        )
    without = [
        item.number or str(item.position)
        for item in meeting.items
        if not item.decisions and item.access is Access.OPEN
    ]
    # An agenda has no decisions yet, with or without its closed items.
    if without and len(without) < len(meeting.items) and meeting.stage is not Stage.AGENDA:
        found.append(
            Finding(
                code=Code.NO_DECISION, message=f"Ingen beslutning fundet under punkt {', '.join(without)}."
            )
        )
    return tuple(found)


def doubt_findings(doubts: Iterable[Doubt]) -> Iterator[Finding]:
    """Tell of numbers in the text of closed items that could be items, and of no word of theirs."""
    for doubt in doubts:
        above = f"punkt {doubt.closed}" if doubt.closed else "punktet over det"
        told = (
            f"»{doubt.part.number}« kan være et punkt eller en liste i {above}, som er lukket;"
            " teksten er holdt tilbage. Er det et punkt, så gør det tydeligt i kilden: luft over nummeret,"
            " og samme opstilling som de andre punkter."
        )
        yield Finding(code=Code.CLOSED_IN_DOUBT, message=told)
