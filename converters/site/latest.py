"""What is new on the front page: read from the pages' own dates, since a build has no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from converters.model import Stage
from converters.site.archive import Item, Meeting
from converters.site.catalog import newest_first
from converters.site.outcomes import WEIGHTY

# Items that every meeting has and nobody looks for on a front page.
FORMALIA = re.compile(
    r"(?:godkendelse (?:af|og underskrift af) )?(?:dagsorden|referat|(?:beslutnings)?protokol)(?:en|et|er)?"
    r"(?: (?:fra|til|af|for) (?:\w+ )?mødet?\b.*)?"
    r"|underskrift(?:er|sark|sside)?|underskrivelse af \w+|eventuelt|meddelelser(?: fra .*)?"
    r"|(?:gensidig )?orientering(?:er|spunkter)?(?: (?:fra|ved) .*)?|siden sidst|næste møde|bordet rundt",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestDecision:
    """A decision for the front page: the item and its meeting."""

    item: Item
    meeting: Meeting


def next_meetings(meetings: Iterable[Meeting], most: int) -> tuple[Meeting, ...]:
    """The meetings to come, the first one first: announced, and later than all whose minutes are out.

    A build has no clock; the newest minutes tell what time it is, and without any the newest agendas are
    what is new. A meeting that was to come and is cancelled is told of too: somebody may be on the way.
    """
    dated = [one for one in newest_first(meetings) if one.date and not one.withdrawn]
    held = max((one.date or "" for one in dated if not is_agenda(one) and not one.cancelled), default=None)
    announced = [one for one in dated if is_agenda(one) or one.cancelled]
    if held is None:
        return tuple(reversed(announced[:most]))
    coming = [one for one in announced if (one.date or "") >= held]
    return tuple(islice(reversed(coming), most))


def minutes(meetings: Iterable[Meeting], most: int) -> tuple[Meeting, ...]:
    """Meetings whose minutes are out, the newest first."""
    held = (
        one
        for one in newest_first(meetings)
        if not is_agenda(one) and not one.cancelled and not one.withdrawn
    )
    return tuple(islice(held, most))


def decisions(meetings: Iterable[Meeting], most: int, most_per_meeting: int) -> tuple[LatestDecision, ...]:
    """The newest decisions a citizen may look for, in the order of their meetings."""
    return tuple(islice(_worth_reading(newest_first(meetings), most_per_meeting), most))


def is_agenda(meeting: Meeting) -> bool:
    """Whether a meeting is announced, not held."""
    return meeting.stage is Stage.AGENDA and not meeting.cancelled


def _worth_reading(meetings: Iterable[Meeting], most_per_meeting: int) -> Iterator[LatestDecision]:
    for meeting in meetings:
        decided = (
            item
            for item in meeting.items
            if item.decisions
            and not item.closed
            and item.outcome in WEIGHTY
            and not FORMALIA.fullmatch(item.title)
        )
        for item in islice(decided, most_per_meeting):
            yield LatestDecision(item=item, meeting=meeting)
