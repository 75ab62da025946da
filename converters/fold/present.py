"""Who took part, as the front page lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.attendance import absences, attendance_label, labelled_lists, merge, persons
from converters.model import Attendance, Presence
from converters.segment.front import front_label
from converters.segment.labels import unbullet

if TYPE_CHECKING:
    from collections.abc import Sequence

ROLE_LABEL = re.compile(r"^[A-ZÆØÅ][\w. -]{2,40}:(?:\s|$)")


def attendance(front: Sequence[str]) -> tuple[Attendance, ...]:
    """Read who took part: the lists under their labels, and remarks that tell who was away."""
    members: list[Attendance] = []
    absent: list[Attendance] = []
    front = [piece for text in front for piece in labelled_lists(text)]
    place = 0
    while place < len(front):
        label = attendance_label(unbullet(front[place]))
        if label is None:
            if front[place].casefold().startswith("bemærkninger"):
                absent.extend(absences(front[place]))
            place += 1
            continue
        if (
            label.members
            and not label.rest
            and place + 1 < len(front)
            and attendance_label(unbullet(front[place + 1]))
        ):
            # Two labels in a row: the columns ran together, and whose names follow is not known.
            return ()
        away = label.presence is Presence.ABSENT
        place, listed = _listed(front, place + 1, label.rest, away=away)
        people = persons(listed, presence=label.presence, lone_first_names=True)
        (absent if away else members).extend(people)
    return merge(members, absent)


def _listed(front: Sequence[str], place: int, rest: str, *, away: bool) -> tuple[int, str]:
    """Gather the lines of a list: up to the next label, or a line that names nobody.

    "Referent: ..." under the absent is a label too, though it is a role among those who came.
    """
    rows = [rest] if rest else []
    while place < len(front):
        text = unbullet(front[place])
        if (
            attendance_label(text)
            or front_label(text)
            or (away and ROLE_LABEL.match(text))
            or (not persons(text) and not persons("\n".join([*rows, text])))
        ):
            break
        if not persons(text, lone_first_names=True):
            break
        rows.append(text)
        place += 1
    return place, "\n".join(rows)
