"""What repeats across items is a section; what does not is a heading inside one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from converters.attendance import attendance_label
from converters.lexicon import danish, fold
from converters.model import Presence
from converters.segment.closed import is_closed_field, is_closed_heading, is_closed_title
from converters.segment.labels import COUNTED, DECIDES
from converters.segment.marks import Mark, Marks, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from converters.blocks import Line
    from converters.segment.content import Composer
    from converters.segment.parts import Part

LONGEST = 50  # characters of an unknown label
SHARE = 0.3  # of the items it stands in
GROUP_WORDS = 6  # "Punkter til behandling på lukket møde"
SAID, SAID_WORDS = 70, 10  # characters and words of "Følgende sager blev behandlet for lukkede døre:"
# "Herefter lukkedes dørene kl. 18.30"; "Dørene lukkes kl. 22" is the rule of some house
HOUR = re.compile(
    r"(?:(?<=dørene)|(?<=lukkedes)|(?<=dørene lukket)|(?<=dørene blev lukket))"
    r",? kl\.? ?\d{1,2}(?:[.:]\d\d)?\.?$"
)
SAYS = ("følgende ", "disse ", "efterfølgende ", "herefter ")
MANY = 5  # items from which a label seen once is doubted
FEW = 3  # items from which a label is doubted when another of its role repeats
# "Sager til udvalgets afgørelse"; "TIL BYRÅDETS AFGØRELSE", where "Til Byrådets afgørelse" may be a decision
_PURPOSE = r"(?:afgørelse|behandling|beslutning|drøftelse|efterretning|orientering|udtalelse)"
SORTS = re.compile(rf"^(?:sager|punkter) til (?:[\w/&, -]{{2,50}}s )?{_PURPOSE}$", re.IGNORECASE)
SORTS_FOR = re.compile(rf"^til [\w/&, -]{{2,50}}s {_PURPOSE}$", re.IGNORECASE)
# Roles whose words also make headings inside a section.
WEAK = frozenset(
    {"background", "process", "task", "discussion", "assessment", "consultation", "theme", "history"}
)


def find_repeated(lines: Sequence[Line], marks: Marks, parts: Sequence[Part], composer: Composer) -> Marks:
    """Mark labels the lexicon does not know: short lines that come back in item after item."""
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, index in _lines_of(parts):
        text = lines[index].text
        # Who was away is part of the decision it stands under.
        named = names_absent(text) or (index > 0 and names_absent(lines[index - 1].text, alone=True))
        if index not in marks and could_be_label(text) and not named:
            seen[text.rstrip(": ")].append((number, index))
    items = len({part.number or str(place) for place, part in enumerate(parts)})
    found: Marks = {}
    for text, places in seen.items():
        here = {number for number, _ in places}
        if len(here) < max(2, SHARE * items) or len(places) > len(here) + 1:
            continue
        indexes = [index for _, index in places]
        minutes = fold(text) in danish().minutes
        if all(_stands_as_label(lines, marks, index, composer, under_title=minutes) for index in indexes):
            why = f"gentages i {len(here)} af {items} punkter"
            mark = Mark(role=Role.SECTION, why=why, label=text)
            found |= dict.fromkeys(indexes, mark)
    return {**marks, **found}


INLINE = re.compile(r"^(?P<label>[A-ZÆØÅ][\wæøå /&-]{2,44}):\s+(?P<text>\S.*)$")
VOTED = re.compile(r"stemt|stemme", re.IGNORECASE)
INLINE_SHARE = 0.4  # of the items in which a word with a colon opens a line


def find_inline(lines: Sequence[Line], marks: Marks, parts: Sequence[Part]) -> Marks:
    """Mark labels the lexicon does not know with their text on the same line: "Forslag: At ..."."""
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, index in _lines_of(parts):
        match = (
            INLINE.match(lines[index].text) if index not in marks and ":" in lines[index].text[:47] else None
        )
        # Who was away and how they voted is part of the decision it stands in.
        part_of_decision = match and (attendance_label(lines[index].text) or VOTED.search(match["label"]))
        if match and not part_of_decision and len(match["label"].split()) <= 5:
            seen[match["label"]].append((number, index))
    found: Marks = {}
    for label, places in seen.items():
        here = {number for number, _ in places}
        if len(here) < max(FEW, INLINE_SHARE * len(parts)) or len(places) > len(here) + 1:
            continue
        role = Role.DECISION if DECIDES.search(fold(label)) else Role.SECTION
        name = "decision" if role is Role.DECISION else None
        for _, index in places:
            text = lines[index].text[len(label) + 1 :].strip()
            why = f"gentages foran teksten i {len(here)} punkter"
            found[index] = Mark(role=role, why=why, label=label, name=name, text=text)
    return {**marks, **found}


def _lines_of(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    for number, part in enumerate(parts):
        for index in range(max(part.title_end, 0), part.end):
            yield number, index


def names_absent(text: str, *, alone: bool = False) -> bool:
    """Tell whether a line says who was away, "Afbud: Ida Holm", or with ``alone`` is the label over names."""
    label = attendance_label(text)
    return label is not None and label.presence is Presence.ABSENT and not (alone and label.rest)


def could_be_label(text: str) -> bool:
    """Tell whether a line is short and plain enough to be a label."""
    return (
        len(text) <= LONGEST
        and text[0].isupper()
        and text[-1] not in ".,;!?)-"
        and not re.search(r"\d|https?:", text)
    )


def _stands_as_label(
    lines: Sequence[Line], marks: Marks, index: int, composer: Composer, *, under_title: bool = False
) -> bool:
    """Tell whether the line has text under it and none of a label's value: no label right above.

    A word that is known to head the minutes of an item may stand right under its title.
    """
    above, under = marks.get(index - 1), marks.get(index + 1)
    if above is not None and under_title and above.role in {Role.ITEM, Role.TITLE} and lines[index].gap:
        above = None
    if above is not None and above.role in {
        Role.SECTION,
        Role.DECISION,
        Role.FIELD,
        Role.BODY_DECISION,
        Role.ITEM,
        Role.VALUE,
        Role.TITLE,
    }:
        return False
    if under is not None or index + 1 >= len(lines) or lines[index + 1].starts_page:
        return False
    joined = index > 0 and above is None and composer.goes_on(index - 1, index)
    return not joined and not composer.goes_on(index, index + 1)


def demote_strays(marks: Marks, parts: Sequence[Part]) -> Marks:
    """Take the mark off labels that are headings inside a section here, whatever they are elsewhere.

    A label seen in one item only is a heading when another label of its role repeats, or when its
    word is one that headings use and the items are many.
    """
    items: dict[str, set[int]] = defaultdict(set)
    labels: dict[str, set[str]] = defaultdict(set)
    places: dict[str, list[int]] = defaultdict(list)
    for number, index in _lines_of(parts):
        mark = marks.get(index)
        if mark is not None and mark.role is Role.SECTION and mark.label and mark.name:
            key = fold(COUNTED.sub("", mark.label))
            items[key].add(number)
            labels[mark.name].add(key)
            places[key].append(index)
    run_in = sum(
        mark.text is not None for mark in marks.values() if mark.role in {Role.SECTION, Role.DECISION}
    )
    strays: Marks = {}
    for name, keys in labels.items():
        for key in keys:
            rival = any(len(items[other]) > 1 for other in keys if other != key)
            # A label that others set as it is, with its text on the line, is no heading.
            as_others = run_in >= FEW and all(marks[index].text for index in places[key])
            alone = len(items[key]) == 1 and not as_others
            if alone and ((rival and len(parts) >= FEW) or (name in WEAK and len(parts) >= MANY)):
                why = "et andet ord for det samme gentages" if rival else "står kun i ét punkt"
                strays |= {
                    index: Mark(
                        role=Role.TEXT,
                        why=f"underoverskrift: {why}",
                        label=marks[index].label,
                        text=marks[index].text,
                    )
                    for index in places[key]
                }
    return {**marks, **strays}


def find_groups(lines: Sequence[Line], marks: Marks) -> Marks:
    """Mark headings over several items that say whether these are open or closed."""
    found: Marks = {}
    for index, line in enumerate(lines):
        if index in marks and marks[index].role not in {Role.OPEN, Role.CLOSED}:
            continue
        name = group_named(line.text)
        if name is not None and not is_closed_field(line.text):
            found[index] = Mark(
                role=Role.GROUP,
                why=f"gruppe af punkter: {'lukkede' if name == 'closed' else 'åbne'}",
                name=name,
                label=line.text,
            )
    return found


def find_dividers(lines: Sequence[Line], marks: Marks, parts: Sequence[Part]) -> Marks:
    """Mark headings right above an item that rank over it, or call the paper an agenda: they are no item's.

    "Sager til orientering" stands over several items, and is no part of the decision it follows.
    """
    found: Marks = {}
    for part in parts:
        rank = None if part.listed_only else lines[part.start].level
        index = part.start - 1
        if index > 0 and index not in marks and _leads_to(lines[index]):
            why = "overskrift over flere punkter"
            found[index] = Mark(role=Role.GROUP, why=why, label=lines[index].text)
            index -= 1
        while rank is not None and index > 0 and index not in marks:
            text, level = lines[index].text, lines[index].level
            above = level is not None and (level < rank or (level == rank and fold(text) in danish().agenda))
            if not above or is_closed_title(text) or is_closed_heading(text):
                break
            found[index] = Mark(role=Role.GROUP, why="overskrift over flere punkter", label=text)
            index -= 1
    return found


def _leads_to(line: Line) -> bool:
    """Tell whether a line says by its words what the items under it are for, and is no decision itself."""
    text = line.text
    if line.gap == 0 or len(text) > SAID or is_closed_title(text) or is_closed_heading(text):
        return False
    set_apart = line.level is not None or text.isupper()
    return SORTS.match(text) is not None or (set_apart and SORTS_FOR.match(text) is not None)


def group_named(text: str) -> str | None:
    """Tell which items a heading stands over: "open", "closed", or None if it is no such heading."""
    if len(text) > SAID:
        return None
    folded = fold(COUNTED.sub("", text))
    if HOUR.sub("", folded).rstrip(".") in danish().closed_alone:
        return "closed"
    longest, words = (SAID, SAID_WORDS) if folded.startswith(SAYS) else (LONGEST, GROUP_WORDS)
    if len(text) > longest or text[-1] in ".,;" or len(text.split()) > words:
        return None
    key = re.sub(r"\W+$", "", folded)
    if _ends(key, danish().closed_groups):
        return "closed"
    return "open" if _ends(key, danish().open_groups) else None


def _ends(key: str, words: frozenset[str]) -> bool:
    return key in words or key.endswith(_behind_others(words))


@cache
def _behind_others(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {word}" for word in words)
