"""Where a closed item begins that the agenda does not know, and what is its own before the first item."""

from __future__ import annotations

from converters.fold.access import is_mark
from converters.fold.cells import holds_closed
from converters.fold.groups import in_section, is_inner
from converters.lexicon import fold
from converters.segment.closed import (
    begins_closed,
    goes_on,
    is_closed_heading,
    is_closed_title,
)
from converters.segment.labels import unbullet
from converters.segment.marks import FURNITURE, Role
from converters.segment.numbering import Candidate, candidate_of
from converters.segment.outline import Outline

TEXT_BELOW = frozenset({Role.SECTION, Role.DECISION})


def closes(seen: Outline, index: int) -> bool:
    """Tell whether a closed item, or the group of them, begins at a line.

    One word alone is not enough: "Lukket" stands in tables of opening hours.
    """
    line, mark = seen.lines[index], seen.marks.get(index)
    text = unbullet(line.text)
    if mark is not None and mark.role is Role.GROUP:
        return mark.name == "closed" and not _is_last(seen, index) and not is_inner(seen, index)
    if mark is not None and mark.role is Role.CLOSED:
        return " " in fold(text) and is_mark(seen, index) and not _is_said_inside(seen, index)
    if mark is not None and mark.role is Role.TABLE and not seen.parts:
        return line.table is not None and holds_closed(line.table)
    if line.level is not None and (begins_closed(text) or is_closed_title(text)):
        return begins_closed(text) or not is_inner(seen, index)
    if is_closed_heading(text):
        return True
    candidate = candidate_of(index, text) if mark is None and text[:1].isalnum() else None
    return candidate is not None and (
        is_closed_title(_title(seen, candidate)) or _is_marked_below(seen, index)
    )


def _title(seen: Outline, candidate: Candidate) -> str:
    """Give the title of a numbered line, from the next line where "Punkt 3" stands alone on its own."""
    below = candidate.index + 1
    if candidate.title or not candidate.prefix or below >= len(seen.lines):
        return candidate.title
    return seen.lines[below].text


def _is_marked_below(seen: Outline, index: int) -> bool:
    """Tell whether a mark is the paragraph right under a numbered one that stands in no section or list."""
    line, below = seen.lines[index], seen.marks.get(index + 1)
    marked = below is not None and is_mark(seen, index + 1) and seen.lines[index + 1].marker is None
    return line.whole and line.marker is None and marked and not in_section(seen, index)


def _is_said_inside(seen: Outline, index: int) -> bool:
    """Tell whether a mark is part of a section's text, where the format knows paragraphs and lists."""
    line = seen.lines[index]
    return line.whole and (line.marker is not None or goes_on(line.text)) and in_section(seen, index)


def _is_last(seen: Outline, index: int) -> bool:
    """Tell whether nothing but furniture stands between a group's heading and the next item."""
    end = next((part.end for part in seen.parts if part.start <= index < part.end), len(seen.lines))
    return all(i in seen.marks and seen.marks[i].role in FURNITURE for i in range(index + 1, end))


def front_closed(seen: Outline) -> set[int]:
    """Give what stands before the first item from a closed one on that the agenda does not know.

    A front page names closed items and groups too; only one with sections under it is an item's text.
    """
    end = min(seen.front_end, len(seen.lines))
    below = [i for i in range(end) if i in seen.marks and seen.marks[i].role in TEXT_BELOW]
    start = next((i for i in range(below[-1]) if closes(seen, i)), end) if below else end
    return set(range(start, end))


def heads_closed(seen: Outline) -> set[int]:
    """Give what stands before the first item from a closed one's head on: it has fields, but no section."""
    end = min(seen.front_end, len(seen.lines))
    fields = [i for i in range(end) if (mark := seen.marks.get(i)) is not None and mark.role is Role.FIELD]
    start = next((i for i in range(fields[-1]) if closes(seen, i)), end) if fields else end
    return {i for i in range(start, end) if not _is_listed(seen, i)}


def _is_listed(seen: Outline, index: int) -> bool:
    mark = seen.marks.get(index)
    return mark is not None and mark.role is Role.CONTENTS
