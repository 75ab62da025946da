"""Items without numbers: the line that comes back at the same place in each of them opens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from converters.attendance import attendance_label
from converters.dates import Found, find_dates, find_times
from converters.lexicon import danish, fold
from converters.segment.bodies import bodies_in, is_body
from converters.segment.front import front_label
from converters.segment.marks import Role
from converters.segment.numbering import candidate_of, candidates
from converters.segment.opening import Opening
from converters.segment.ranks import is_title as is_set_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line
    from converters.segment.marks import Marks

HOLDING = 0.7  # of the items that have a label under them; a closed one has none
TITLE_REACH = 4  # lines between a starter and the first label that may hold the title
FEWEST_KNOWN = 2  # titles that many agendas have, for all of their rank to be items
LONGEST_TITLE = 200  # characters
CLOCK = re.compile(r"\b[Kk]l\.?\s*\d{1,2}(?:[.:]\d\d)?\S*")
# Words that a paper's name and its date have beside the committee's
OF_PAPER = frozenset({"", "dagsorden", "den", "d", "af", "fra", "til", "for", "i", "møde", "mødet"})
ROOM = re.compile(r"^(?:Møde)?lokale \S", re.IGNORECASE)


def find_starters(lines: Sequence[Line], labels: Marks) -> tuple[Opening, ...]:
    """Find lines that open unnumbered items: a word of openness, or a case number's label."""
    for name, places in _classes(lines, labels):
        if len(places) >= 2 and _each_holds_an_item(labels, places, len(lines)):
            return tuple(_opening(lines, labels, index, name) for index in places)
    return ()


def find_known(lines: Sequence[Line]) -> tuple[Opening, ...]:
    """Find unnumbered items by titles that many agendas have: headings of one rank, from the first of them.

    Short minutes of a council have no labels under their items.
    """
    first, usual = danish().first_titles, danish().usual_titles
    for rank in sorted({line.level for line in lines if line.level is not None}):
        heads = [i for i, line in enumerate(lines) if line.level == rank and is_set_title(line)]
        words = {i: fold(lines[i].text.rstrip(" .:")) for i in heads}
        start = next((i for i in heads if words[i] in first), None)
        inside = [i for i in heads if start is not None and i >= start]
        if sum(words[i] in first | usual for i in inside) >= FEWEST_KNOWN:
            why = "overskrift af samme slags som titler, dagsordener plejer at have"
            return tuple(Opening(index=i, number=None, title=lines[i].text, why=why) for i in inside)
    return ()


# "Emne Salg af grund", "Emne: 19-001 Salg af grund": a word before each item's title
SUBJECT = re.compile(r"^(?:Emne|Vedrørende|Sag|Punkt)(?::\s*|\s+)(?P<title>[A-ZÆØÅ\d\"”].*)$")


def _subject(lines: Sequence[Line], labels: Marks, index: int) -> str | None:
    match = SUBJECT.match(lines[index].text)
    mark = labels.get(index)
    return match["title"] if match and (mark is None or mark.name == "theme") else None


def _classes(lines: Sequence[Line], labels: Marks) -> tuple[tuple[str, list[int]], ...]:
    openness = [i for i, m in sorted(labels.items()) if m.role in {Role.OPEN, Role.CLOSED}]
    cases = [i for i, m in sorted(labels.items()) if m.role is Role.FIELD and m.name == "case_number"]
    subjects = [i for i in range(len(lines)) if _subject(lines, labels, i)]
    classes = (("åbenhed", openness), ("sagsnummer", cases), ("emne", subjects))
    return tuple(sorted(classes, key=lambda row: row[1][0] if len(row[1]) > 1 else 10**9))


def _each_holds_an_item(labels: Marks, places: list[int], end: int) -> bool:
    """Tell whether labels stand after nearly each of the places."""
    holding = 0
    for start, stop in zip(places, [*places[1:], end], strict=True):
        inside = [labels[index] for index in range(start + 1, stop) if index in labels]
        holding += any(mark.role in {Role.SECTION, Role.DECISION} for mark in inside)
    return holding >= HOLDING * len(places)


def _opening(lines: Sequence[Line], labels: Marks, index: int, name: str) -> Opening:
    why = f"kommer igen foran hvert punkt: {name}"
    subject = _subject(lines, labels, index) if name == "emne" else None
    if subject is not None:
        numbered = candidate_of(index, subject)
        return Opening(
            index=index,
            number=numbered.number if numbered else None,
            title=numbered.title if numbered else subject,
            why=why,
        )
    under = _title_under(lines, labels, index)
    above = index - 1
    # What stands nearer to the text above it than to the mark ends that text.
    is_above = (
        above >= 0
        and above not in labels
        and is_title(lines[above].text)
        and (lines[above].gap >= max(1, lines[index].gap) or lines[above].starts_page)
    )
    # A closed item may be a title and its case number alone; what stands apart below is the next one's.
    if is_above and under is not None and lines[under].gap > lines[index].gap:
        under = None
    if under is not None:
        return Opening(
            index=index, number=None, title=lines[under].text, why=why, titled=False, title_at=under
        )
    if is_above:
        return Opening(index=above, number=None, title=lines[above].text, why=f"titlen over {name}")
    return Opening(index=index, number=None, title="", why=why, titled=False)


def _title_under(lines: Sequence[Line], labels: Marks, index: int) -> int | None:
    for place in range(index + 1, min(index + TITLE_REACH, len(lines))):
        mark = labels.get(place)
        if mark is None:
            return place if is_title(lines[place].text) else None
        if mark.role not in {Role.FIELD, Role.VALUE, Role.OPEN, Role.CHROME}:
            return None
    return None


def is_title(text: str) -> bool:
    """Tell whether a line could be a title: whole, short, and no sentence, date or name of a body."""
    if (
        len(text) > LONGEST_TITLE
        or text[-1] in ".,;:"
        or not (text[0].isupper() or text[0] in '"”“')
        or is_body(text)
    ):
        return False
    known = danish().minutes | danish().agenda | danish().contents | danish().chrome
    if fold(text) in known or front_label(text) or attendance_label(text):
        return False
    dates = find_dates(text)
    return (
        not (dates and (len(text) - len(dates[0].raw) < 20 or _names_meeting(text, dates[0])))
        and len(text.split()) > 1
        and not (find_times(text) and len(text) < 30)
        and not heads_paper(text)
        and ROOM.match(text) is None
    )


def _names_meeting(text: str, date: Found) -> bool:
    """Tell whether a line only says whose meeting it was, and when: "Referat Havneudvalget 5.3.2026"."""
    rest = CLOCK.sub("", text[: date.start] + " " + text[date.end :])
    words = [word for word in rest.split() if fold(word.strip(".,:–-•")) not in OF_PAPER | danish().minutes]
    return not words or is_body(" ".join(words))


def heads_paper(text: str) -> bool:
    """Tell whether a line begins with a committee, and says the day and the hour of its meeting."""
    dates = find_dates(text)
    body = next(iter(bodies_in(text)), None) if dates and find_times(text) else None
    return body is not None and text.startswith(body)


def single_item(lines: Sequence[Line], labels: Marks) -> tuple[Opening, ...]:
    """Read a paper of one item, as portals that give every item its own page hand it over."""
    first = min((i for i, m in labels.items() if m.role in {Role.SECTION, Role.DECISION}), default=None)
    if first is None:
        return ()
    subject = next(
        (i for i, m in sorted(labels.items()) if m.role is Role.SECTION and m.name == "theme" and m.text),
        None,
    )
    if subject is not None and labels[subject].text:
        return (Opening(index=subject, number=None, title=str(labels[subject].text), why="emnet nævnes"),)
    above_case = next(
        (i - 1 for i, m in sorted(labels.items()) if m.name == "case_number" and 0 < i <= first), None
    )
    if above_case is not None and above_case not in labels and is_title(lines[above_case].text):
        return (_numbered(lines, above_case) or _only(lines, above_case),)
    start = max((i + 1 for i in range(first) if front_label(lines[i].text)), default=0)
    titles = [i for i in range(start, first) if i not in labels and is_title(lines[i].text)]
    return (
        (_only(lines, titles[0]),)
        if titles
        else (
            Opening(index=first, number=None, title="", why="kilden har ét punkt uden titel", titled=False),
        )
    )


def _numbered(lines: Sequence[Line], index: int) -> Opening | None:
    """Find the title in a contents list, where the page's head ran into it on the item's own page."""
    words = lines[index].text.split()
    for candidate in candidates(lines[:index], {}):
        listed = candidate.title.split()
        for start in range(len(words) - 1):
            tail = words[start:]
            if len(tail) > 1 and listed[: len(tail)] == tail:
                why = "titlen står også i indholdsfortegnelsen"
                return Opening(index=index, number=candidate.number, title=" ".join(tail), why=why)
    return None


def _only(lines: Sequence[Line], index: int) -> Opening:
    return Opening(
        index=index,
        number=None,
        title=re.sub(r"^[•*-]\s+", "", lines[index].text),
        why="den første titel i kilden; den har ét punkt",
    )
