"""Titles that stand above the line of their number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converters.attendance import attendance_label
from converters.blocks import Line
from converters.segment.marks import Marks, Role
from converters.segment.numbering import Candidate
from converters.segment.opening import Opening

OPENNESS_ONLY = re.compile(r"^\W*(?:lukket|åben|åbent)\w*(?: punkt| sag)?\W*$", re.IGNORECASE)


def titles_above(openings: Sequence[Candidate], lines: Sequence[Line], labels: Marks) -> dict[int, Opening]:
    """Give the openings whose title stands above the line of the number: "Salg af grund", "Sag nr. 87".

    That is so where no number's line has a title and most have one right above, under some space, or
    where most have no room for one below.
    """
    bare = [c for c in openings if not c.title or OPENNESS_ONLY.match(c.title)]
    found = {c.index: top for c in bare if (top := _top_of_title(lines, labels, c.index)) is not None}
    under = [
        c
        for c in bare
        if c.index + 1 < len(lines) and c.index + 1 not in labels and not lines[c.index + 1].gap
    ]
    if len(bare) < len(openings):
        return {}
    if len(found) * 2 <= len(openings):
        found = _tight(lines, labels, [c.index for c in bare])
    if len(found) * 2 <= len(openings) or len(under) * 2 > len(openings):
        return {}
    why = "titlen over nummeret"
    return {
        c.index: Opening(
            index=found[c.index],
            number=c.number,
            title=" ".join(line.text for line in lines[found[c.index] : c.index]),
            why=why,
            ends_at=c.index + 1,
            mark=c.title.strip(" -–()[]") or None,
        )
        for c in bare
        if c.index in found
    }


def _tight(lines: Sequence[Line], labels: Marks, indexes: Sequence[int]) -> dict[int, int]:
    """Give the line above each number that is its title where no space sets anything apart.

    Below most stands a label, so that the titles can be nowhere else; a line right under a
    decision's label is what was decided.
    """
    above = {
        index: index - 1
        for index in indexes
        if index and index - 1 not in labels and _could_be_title(lines[index - 1].text)
    }
    labelled = sum(index + 1 in labels for index in indexes)
    decided = any(
        (mark := labels.get(top - 1)) is not None and mark.role in {Role.DECISION, Role.BODY_DECISION}
        for top in above.values()
    )
    return {} if decided or labelled * 2 <= len(indexes) else above


def _could_be_title(text: str) -> bool:
    return text[0].isupper() and text[-1] not in ".:;," and attendance_label(text) is None


def _top_of_title(lines: Sequence[Line], labels: Marks, index: int) -> int | None:
    """Give the first line of the title above: at most three lines, with space above and none below."""
    if lines[index].gap:
        return None
    for top in range(index - 1, max(-1, index - 4), -1):
        if top in labels or lines[top].text.endswith((".", ":", ";")):
            return None
        if lines[top].gap or lines[top].starts_page:
            return top
    return None
