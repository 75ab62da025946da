"""Who took part, as the front page lists them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from converters.attendance import (
    AttendanceLabel,
    absences,
    attendance_label,
    labelled_lists,
    merge,
    persons,
    without_group,
)
from converters.model import Attendance, Presence
from converters.segment.front import front_label
from converters.segment.labels import label_of, unbullet
from converters.segment.marks import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

# Who came instead may stand behind who was away, under a label on the same line.
OTHER_LABEL = re.compile(r"(?<=[.;)])\s+(?=[A-ZÆØÅ][\w -]{2,30}:\s)")
SEPARATED = re.compile(r"[,;(]| og ")
FEWEST_COMMAS = 2  # in a line that lists people one after the other
PARTY_FIRST = re.compile(r"\([A-ZÆØÅ]{1,3}\)(?:,|$)")
INITIALS_LAST = re.compile(r",\s*(?:[A-ZÆØÅ]\.\s?){1,3}$")
# A sentence of the front page on who was away or left: "Ida Holm forlod mødet kl. 17."
TOLD = re.compile(
    r"\b(?:meldt afbud|forlod mødet)\b.*\.$|^[Dd]er (?:var|er) (?:meldt )?afbud fra\b|\bvar fraværende\b"
)
# "Ida Holm deltog", "Bo Dal var fraværende": each of the members, and whether they came
EACH_CAME = re.compile(r"^(?P<name>[A-ZÆØÅ][^,:;]{3,60}?) (?:deltog|var til stede)\.?$")
EACH_AWAY = re.compile(r"^[A-ZÆØÅ][^,:;]{3,60}? var fraværende\.?$")
ALONE = 1  # word of a name
FROM = re.compile(r"^(?P<name>[^,: ]+ [^,:]+), (?P<place>[A-ZÆØÅ][a-zæøå]+)$")
SEVERAL = 2  # people of one place
# "Sekretær     Bo Lind": the role in a column of its own
ROLE_COLUMN = re.compile(r"^(?:Sekretær|Referent|Mødereferent|Mødeleder|Ordstyrer|Formand)\s{2,}(?=\S)")
ROLE_LABEL = re.compile(r"^[A-ZÆØÅ][\w. -]{2,40}:(?:\s|$)")


def attendance(front: Sequence[str]) -> tuple[Attendance, ...]:
    """Read who took part: the lists under their labels, and remarks that tell who was away."""
    members: list[Attendance] = []
    absent: list[Attendance] = []
    front = [piece for text in _who_came(_without_places(front)) for piece in labelled_lists(text)]
    place = 0
    while place < len(front):
        label = attendance_label(unbullet(front[place]))
        if label is None:
            if front[place].casefold().startswith("bemærkninger") or TOLD.search(front[place]):
                absent.extend(absences(front[place]))
            place += 1
            continue
        under = attendance_label(unbullet(front[place + 1])) if place + 1 < len(front) else None
        emptied = under is not None and under.presence is Presence.ABSENT and not under.rest
        if not label.rest and under and (label.members or (emptied and not label.guests and _came(label))):
            # Two labels in a row: the columns ran together, and whose names follow is not known.
            return ()
        said = front[place]
        place, listed = _listed(front, place + 1, label.rest, label.presence)
        people = persons(listed, presence=label.presence, lone_first_names=True)
        if label.presence is Presence.ABSENT:
            # With prose behind the names, "A. Holm (I), som er syg", the names are read all the same.
            absent.extend(people or absences(said))
        else:
            members.extend(people)
    return merge(members, absent)


def _came(label: AttendanceLabel) -> bool:
    return label.presence is Presence.PRESENT


def _heads_section(text: str) -> bool:
    """Tell whether a line is a label such as "Bilagsoversigt", which one name alone looks like."""
    label = label_of(text)
    return label is not None and label.role is Role.SECTION and not label.text


def _without_places(front: Sequence[str]) -> Sequence[str]:
    """Take off where people come from: "Bo Dal, Stensby", when several have the same word behind."""
    behind = Counter(match["place"] for text in front if (match := FROM.match(text)))
    return [
        match["name"] if (match := FROM.match(text)) and behind[match["place"]] >= SEVERAL else text
        for text in front
    ]


def _who_came(front: Sequence[str]) -> Sequence[str]:
    """Take off what tells of several, one on each line, that they came: "Ida Holm deltog".

    The lines that tell of others that they did not go last.
    """
    told = [EACH_CAME.match(text) for text in front]
    if sum(match is not None for match in told) < SEVERAL:
        return front
    away = [text for text in front if EACH_AWAY.match(text)]
    listed = zip(front, told, strict=True)
    return [*(match["name"] if match else text for text, match in listed if text not in away), *away]


def _listed(front: Sequence[str], place: int, rest: str, presence: Presence) -> tuple[int, str]:
    """Gather the lines of a list: up to the next label, or a line that names nobody.

    "Referent: ..." under the absent is a label too, though it is a role among those who came.
    """
    away = presence is Presence.ABSENT
    if away:
        rest = OTHER_LABEL.split(rest, maxsplit=1)[0]
    rows = [rest] if rest else []
    while place < len(front):
        text = without_group(unbullet(front[place]))
        if (
            attendance_label(text)
            or front_label(text)
            or _heads_section(text)
            or (away and (ROLE_LABEL.match(text) or ROLE_COLUMN.match(text)))
            or (
                not (rows and _within_name(rows[-1], text))
                and not persons(text, presence=presence)
                and not persons("\n".join([*rows, text]), presence=presence)
            )
        ):
            break
        within = bool(rows) and _within_name(rows[-1], text)
        if (
            not within
            and not persons(text, presence=presence, lone_first_names=True)
            and not _tells_more(rows, text, presence)
        ):
            break
        if within or (rows and _breaks_name(rows[-1], text)):
            rows[-1] = f"{rows[-1]} {text}"
        else:
            rows.append(text)
        place += 1
    return place, "\n".join(rows)


def _tells_more(rows: Sequence[str], text: str, presence: Presence) -> bool:
    """Tell whether a line has the party or the role of the person above, and no name: "(A)", "Formand"."""
    before = persons("\n".join(rows), presence=presence)
    after = persons("\n".join([*rows, text]), presence=presence)
    return 0 < len(before) == len(after) and before != after


def _within_name(above: str, text: str) -> bool:
    """Tell whether a line that is no list by itself goes on within a name: "Dal, Ida Holm", "(F), Bo Dal"."""
    if above.count(",") < FEWEST_COMMAS:
        return False
    if PARTY_FIRST.match(text):
        return above[-1].isalpha() and bool(persons(above.rsplit(",", 1)[1]))
    if INITIALS_LAST.search(above):
        return bool(persons(f"{above.rsplit(',', 1)[1]} {SEPARATED.split(text, maxsplit=1)[0]}"))
    return "," in text and _breaks_name(above, text)


def _breaks_name(above: str, text: str) -> bool:
    """Tell whether a line of names with commas ends within one: "Ida Holm, Bo Dal, Ruth" and "Ankersen"."""
    if above.count(",") < FEWEST_COMMAS or above.endswith((",", ";", ".", ")")):
        return False
    last, first = above.rsplit(",", 1)[1].split(), SEPARATED.split(text, maxsplit=1)[0].split()
    return ALONE in {len(last), len(first)} and bool(persons(" ".join([*last, *first])))
