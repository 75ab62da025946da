"""Furniture of the page: running headers and footers, page numbers, link dumps, web-page chrome."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from converters.attendance import attendance_label, persons
from converters.lexicon import danish, fold
from converters.segment.marks import Mark, Marks, Role
from converters.segment.page_feet import find_feet
from converters.segment.typeset import is_typeset

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from converters.blocks import Line

DIGITS = re.compile(r"\d+")
PAGE_COUNTER = re.compile(
    r"^(?:[Ss]ide|SIDE|[Pp]age)\s*(?:nr\.)?:?\s*(?P<page>\d{1,4}|(?<=\s)[ivxl]{1,6}$)(?:\s*(?:af|of|/)\s*(?P<total>\d{1,4}))?\s*\.?$"
)
GLUED_COUNTER = re.compile(
    r"^(?P<counter>[Ss]ide (?P<page>\d{1,4}) af (?P<total>\d{1,4}))(?!\d)(?P<rest>\S.*)$"
)
BARE_NUMBER = re.compile(r"^[-–]?\s?\d{1,4}\s?[-–]?$")
URL = re.compile(r"^https?://\S+$")
ITEM_NUMBER = re.compile(r"(?<!side )\b(?:pkt\.?|punkt|sag|sag nr\.|nr\.) ?#\W*$", re.IGNORECASE)
COLUMN = re.compile(r"\s{3,}")
# "Mødet slut kl. 18.20" may stand above the names, and is told to the reader.
OVER = re.compile(r"^Mødet?\b[^.\d]{0,30}\bkl\.?\s*\d", re.IGNORECASE)
RULE = re.compile(r"^[\s_.…-]+$")
MOST_SIGNATURES = 120  # lines
TIMES = 3  # a running line comes back at least so often
TWICE = 2  # where it names the paper it runs over, as "9 Eksempel Kommune | Referat fra mødet i ..."
CALLS_PAPER = re.compile(r"\b(?:referat|dagsorden|protokol|møde)", re.IGNORECASE)
PAGED = re.compile(r"\S\s+[Ss]ide #(?:\s|$)")
SHARE_AT_EDGE = 0.6  # of a line's repetitions that stand at the top or the bottom of a page
SHARE_OF_PAGES = 0.3  # of the pages between its first and its last time that a running line is on
LONGEST_RUNNING = 200  # characters
NEAR = 2  # lines from a page's edge


def find_furniture(lines: Sequence[Line], items: frozenset[int] = frozenset()) -> Marks:
    """Mark furniture; ``items`` are lines known to open items, which never are.

    What runs over the pages of a set text its reader has marked: what else comes back there is text.
    """
    marks: Marks = {}
    marks.update(_chrome(lines))
    marks.update(_signatures(lines))
    if not is_typeset(lines):
        marks.update(find_feet(lines, marks.keys() | items))
        marks.update(_running(lines, marks.keys() | items))
    marks.update(_counters(lines, marks.keys() | items))
    return marks


def _chrome(lines: Sequence[Line]) -> Marks:
    known = danish().chrome
    return {
        index: Mark(role=Role.CHROME, why="hører til websiden, ikke til referatet")
        for index, line in enumerate(lines)
        if len(line.text) < 60 and fold(line.text.lstrip("•-* ")) in known
    }


def _signatures(lines: Sequence[Line]) -> Marks:
    """Mark the names that sign the paper at its end, under a heading that says so."""
    known = danish().signatures
    firsts = {word[:1] for word in known}  # long paragraphs are told by their first letter
    heads = [
        index
        for index, line in enumerate(lines)
        if fold(line.text.lstrip()[:1]) in firsts and fold(COLUMN.split(line.text)[0]) in known
    ]
    if not heads:
        return {}
    own = [index for index in range(heads[-1] + 1, len(lines)) if lines[index].furniture is None]
    if len(own) > MOST_SIGNATURES or not all(_signs(lines[index].text) for index in own):
        return {}
    mark = Mark(role=Role.CHROME, why="underskrifter sidst i kilden")
    signed = (index for index in own if not OVER.match(lines[index].text))
    return {heads[-1]: mark} | dict.fromkeys(signed, mark)


def _signs(text: str) -> bool:
    if OVER.match(text):
        return True
    return RULE.match(text) is not None or bool(persons(text, lone_first_names=True))


def strip_chrome(text: str) -> tuple[str, str | None]:
    """Take a web page's button text off a line's start; give the rest and what was taken."""
    for prefix in danish().chrome_prefixes:
        if text.startswith(prefix + " "):
            return text[len(prefix) + 1 :].lstrip(), prefix
    return text, None


def strip_hidden(text: str) -> tuple[str, str | None]:
    """Take off what a button says to a screen reader: a known phrase behind a title, and the title again.

    With nothing behind it, the phrase has to run into the title: "Ny kranÅbn/luk punkt".
    """
    for phrase in danish().chrome_prefixes:
        if phrase not in text:
            continue
        title, _, again = text.partition(phrase)
        ran_into = not again.strip() and title[-1:].isalnum()
        if ran_into or (again.strip() and title.rstrip().endswith(again.strip())):
            return title.rstrip(), text[len(title.rstrip()) :].strip()
    return text, None


def ran_together(title: str, taken: str) -> str | None:
    """Give the word that only the source has, where what was taken off ran into the title it says again."""
    phrase = next((phrase for phrase in danish().chrome_prefixes if taken.startswith(phrase)), "")
    again = taken[len(phrase) :].strip()
    if not phrase or not title.endswith(again) or not title[-1].isalnum():
        return None
    return title.rsplit(" ", 1)[-1] + taken.split(" ", 1)[0]


def _edges(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """Give each line's distance from the top and from the bottom of its page."""
    top, bottom = [0] * len(lines), [0] * len(lines)
    for index in range(1, len(lines)):
        top[index] = 0 if lines[index].starts_page else top[index - 1] + 1
    for index in range(len(lines) - 2, -1, -1):
        bottom[index] = 0 if lines[index + 1].starts_page else bottom[index + 1] + 1
    return top, bottom


def _running(lines: Sequence[Line], taken: frozenset[int] | set[int]) -> Marks:
    """Mark lines that come back with nothing but their numbers changed, at the page's edge.

    A line whose one changing number grows from each time to the next, like a page number, is
    furniture wherever it stands, since a text layer does not always show where a page ends.
    """
    seen: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if index not in taken and 3 < len(line.text) <= LONGEST_RUNNING:
            seen[" ".join(DIGITS.sub("#", line.text).split())].append(index)
    top, bottom = _edges(lines)
    marks: Marks = {}
    for mask, places in seen.items():
        if len(places) < TWICE or ITEM_NUMBER.search(mask) or attendance_label(lines[places[0]].text):
            continue  # it counts items and no pages, or tells under each decision who was away
        # A paper of two pages has its footer twice: the page's number tells it, at the page's edge.
        paged = PAGED.search(mask) is not None and _at_the_edge(top, bottom, places)
        if len(places) < (TWICE if paged or (CALLS_PAPER.search(mask) and "#" in mask) else TIMES):
            continue
        if (
            "#" in mask
            and any(map(str.isalpha, mask))
            and len(mask.split()) > 2
            and _counts_up(lines, places)
        ):
            marks.update(
                dict.fromkeys(
                    places, Mark(role=Role.FOOTER, why=f"kommer igen {len(places)} gange med nyt sidetal")
                )
            )
        elif not mask.endswith(".") and _at_the_edge(top, bottom, places) and _spread(lines, places):
            role = Role.HEADER if top[places[0]] < NEAR else Role.FOOTER
            marks.update(
                dict.fromkeys(places, Mark(role=role, why=f"kommer igen {len(places)} gange ved sidens kant"))
            )
    marks.update(_beside(lines, marks, taken))
    return marks


def _at_the_edge(top: list[int], bottom: list[int], places: list[int]) -> bool:
    """Tell whether the lines keep to one edge of the page."""
    return max(sum(edge[place] < NEAR for place in places) for edge in (top, bottom)) >= SHARE_AT_EDGE * len(
        places
    )


def _spread(lines: Sequence[Line], places: list[int]) -> bool:
    """Tell whether the places are on pages of their own, and on enough of the pages between them."""
    pages = [lines[place].origin.page for place in places]
    return len(set(pages)) == len(pages) >= SHARE_OF_PAGES * (pages[-1] - pages[0] + 1)


def _counts_up(lines: Sequence[Line], places: list[int]) -> bool:
    """Tell whether exactly one number differs, first or last in the line, and grows every time."""
    rows = [[int(number) for number in DIGITS.findall(lines[place].text)] for place in places]
    columns = list(zip(*rows, strict=True))
    changing = [place for place, column in enumerate(columns) if len(set(column)) > 1]
    if len(changing) != 1:
        return False
    column = columns[changing[0]]
    edge = lines[places[0]].text[:1].isdigit() if changing[0] == 0 else lines[places[0]].text[-1:].isdigit()
    return edge and all(a < b for a, b in pairwise(column))


def _beside(lines: Sequence[Line], marks: Marks, taken: frozenset[int] | set[int]) -> Marks:
    """Mark the next page's header: the same line right under every running footer."""
    footers = sorted(index for index, mark in marks.items() if mark.role is Role.FOOTER)
    under: dict[str, list[int]] = defaultdict(list)
    for index in footers:
        after = index + 1
        known = after in marks or after in taken
        if after < len(lines) and not known and not lines[after].text.endswith("."):
            under[lines[index + 1].text].append(index + 1)
    return {
        place: Mark(role=Role.HEADER, why=f"står {len(places)} gange lige under sidefoden")
        for places in under.values()
        if len(places) >= min(TIMES, len(footers))
        for place in places
    }


def _counters(lines: Sequence[Line], taken: frozenset[int] | set[int]) -> Marks:
    marks: Marks = {}
    top, bottom = _edges(lines)
    for index, line in enumerate(lines):
        if index in taken:
            continue
        if PAGE_COUNTER.match(line.text):
            marks[index] = Mark(role=Role.PAGE_NUMBER, why="sidetæller")
        elif (
            BARE_NUMBER.match(line.text)
            and _stands_alone(lines, index)
            and (bottom[index] < NEAR or top[index] < NEAR or line.gap > NEAR)
        ):
            marks[index] = Mark(role=Role.PAGE_NUMBER, why="et tal alene ved sidens kant")
    return marks


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    after = lines[index + 1] if index + 1 < len(lines) else None
    return lines[index].gap > 0 and (after is None or after.gap > 0 or after.starts_page)


def split_counter(text: str, totals: Collection[str] = ()) -> tuple[str, str] | None:
    """Split "Side 4 af 5Baggrund" into the page counter and the text it ran into.

    ``totals`` are the page totals known from other counters: they tell that "Side 5 af 59. Title"
    is page 5 of 5 and item 9.
    """
    match = GLUED_COUNTER.match(text) if text[:4] in {"Side", "side"} else None
    if match is None:
        return None
    total = match["total"]
    known = next((known for known in sorted(totals) if total.startswith(known) and total != known), None)
    if known is not None:
        cut = match.end("total") - len(total) + len(known)
        return text[:cut], text[cut:]
    return match["counter"], match["rest"]


def find_link_dumps(lines: Sequence[Line], taken: Marks) -> tuple[int, ...]:
    """Find lines that are one link address each, as a text layer dumps them at a page's end."""
    return tuple(index for index, line in enumerate(lines) if index not in taken and URL.match(line.text))
