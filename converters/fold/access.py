"""Which items are closed: by their title, by a mark under it, or by the group they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from converters.lexicon import danish, fold
from converters.segment.closed import is_closed_title, is_closed_value
from converters.segment.marks import Role
from converters.segment.outline import Outline
from converters.segment.parts import Part

HEAD_LINES = 12  # lines under a title in which a mark of closedness counts


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
        for index in part.lines()[: part.title_end - part.start + HEAD_LINES]:
            mark = outline.marks.get(index)
            if mark is not None and (mark.role is Role.CLOSED or _field_closes(outline, index)):
                return True
            bare = bare and (mark is not None or index < part.title_end)
            # A button or a hidden word right under the title is said of the item all the same.
            chrome = bare and mark is not None and mark.role is Role.CHROME
            if chrome and is_closed_value(outline.lines[index].text):
                return True
            opened = opened or (mark is not None and mark.role is Role.OPEN)
            if mark is not None and mark.role in {Role.SECTION, Role.DECISION}:
                break
    return group == "closed" and not opened


def _field_closes(outline: Outline, index: int) -> bool:
    """Tell whether a line of fields ends in a mark: "Sagsnr.: 26/12     Dok.nr.: 4711     Lukket"."""
    if outline.marks[index].role not in {Role.FIELD, Role.VALUE}:
        return False
    return fold(outline.lines[index].text).endswith(tuple(f" {word}" for word in danish().closed_marks))
