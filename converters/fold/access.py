"""Which items are closed: by their title, by a mark under it, or by the group they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converters.blocks import Line
from converters.lexicon import danish, fold
from converters.segment.closed import is_closed_title, is_closed_value
from converters.segment.labels import label_of, unbullet
from converters.segment.marks import Mark, Role
from converters.segment.outline import Outline
from converters.segment.parts import Part

HEAD_LINES = 12  # lines under a title in which a mark of closedness counts
LONGEST_FIELD = 120  # characters
NUMBERED = re.compile(r"^\d+[./-]\d[\w./-]*\s")  # a case's number


def is_closed(outline: Outline, parts: Sequence[Part], group: str | None) -> bool:
    """Tell whether an item is closed: by its title or a mark under it, else by the group it stands in."""
    words = danish()
    marks = [fold(part.mark) for part in parts if part.mark]
    if any(is_closed_title(part.title) for part in parts) or any(
        mark in words.closed_marks for mark in marks
    ):
        return True
    opened = any(mark in words.open_marks for mark in marks)
    for part in parts:
        bare = True
        for index in _head(outline, part):
            mark, line = outline.marks.get(index), outline.lines[index]
            if is_mark(outline, index) or (mark is not None and _field_closes(outline, index)):
                return True
            if mark is None and _unmarked_closes(line):
                return True
            bare = bare and (mark is not None or index < part.title_end)
            # A button or a hidden word right under the title is said of the item all the same.
            if bare and mark is not None and mark.role is Role.CHROME and is_closed_value(line.text):
                return True
            opened = opened or (mark is not None and mark.role is Role.OPEN)
    return group == "closed" and not opened


def is_mark(outline: Outline, index: int) -> bool:
    """Tell whether a line is a word of closedness, and not the label of a field that says no below it."""
    mark = outline.marks.get(index)
    if mark is None or mark.role is not Role.CLOSED:
        return False
    answered = outline.marks.get(index + 1)
    if answered is not None and answered.role is Role.VALUE:
        return True  # "Åben sag", and "Nej" below, which the mark has taken in
    below = outline.lines[index + 1] if index + 1 < len(outline.lines) else None
    return below is None or not below.whole or fold(below.text).strip(" .") != "nej"


def _head(outline: Outline, part: Part) -> Iterator[int]:
    """Give a part's lines down to its first section, or as many as tell of the item; fields do not count."""
    left = part.title_end - part.start + HEAD_LINES
    for index in part.lines():
        mark = outline.marks.get(index)
        if left <= 0:
            return
        yield index
        if mark is not None and mark.role in {Role.SECTION, Role.DECISION} and not _asks_openness(mark):
            return
        left -= mark is None or mark.role not in {Role.FIELD, Role.VALUE}


def _asks_openness(mark: Mark) -> bool:
    """Tell whether a label set as the sections' are is that of a field on openness: "Status", "Punkttype"."""
    return danish().fields.get(fold((mark.label or "").rstrip(": "))) == "openness"


def _field_closes(outline: Outline, index: int) -> bool:
    """Tell whether a line of fields ends in a mark: "Sagsnr.: 26/12     Dok.nr.: 4711     Lukket"."""
    if outline.marks[index].role not in {Role.FIELD, Role.VALUE}:
        return False
    return _ends_closed(outline.lines[index].text)


def _ends_closed(text: str) -> bool:
    return fold(text).rstrip(".").endswith(tuple(f" {word}" for word in danish().closed_marks))


def _unmarked_closes(line: Line) -> bool:
    """Tell whether a line that is no label says it: a field in a list, a case's number with a mark."""
    text = unbullet(line.text)
    if len(text) > LONGEST_FIELD or not _ends_closed(text):
        return False
    mark = label_of(text) if text != line.text or line.marker is not None else None
    listed = mark is not None and mark.role in {Role.FIELD, Role.CLOSED}
    return listed or (line.whole and NUMBERED.match(text) is not None)
