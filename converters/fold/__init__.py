"""The fold: an outlined document becomes a meeting, or a document that is no minutes."""

from __future__ import annotations

from dataclasses import replace

from converters.blocks import Reading
from converters.fold.documents import document_of
from converters.fold.facts import facts
from converters.fold.links import find_dumps
from converters.fold.meetings import MeetingFold
from converters.fold.understood import Said, Understood
from converters.lexicon import danish, fold
from converters.model import Source
from converters.segment.outline import Outline, outline

__all__ = ["Said", "Understood", "understand"]


def understand(
    reading: Reading, source: Source, said: Said | None = None, *, explained: bool = False
) -> Understood:
    """Understand one source: a meeting where the lines show one, else a document.

    Why each line became what it is fills more than the pages, and is told only if ``explained``.
    """
    said = said or Said()
    source = replace(source, ocr=bool(reading.recognised))
    seen = outline(reading.lines)
    dumps, links = find_dumps(seen.lines, seen.marks, seen.composer)
    seen = replace(seen, marks=seen.marks | dumps)
    if not seen.parts and not _is_cancelled(seen, source, said):
        told = document_of(seen, source, said, explained=explained)
    else:
        told = MeetingFold(seen, reading, source, said, links).understood(explained=explained)
    return replace(told, texts=tuple((line.origin.page, line.text) for line in reading.lines))


def _is_cancelled(seen: Outline, source: Source, said: Said) -> bool:
    """Tell whether a paper without items is the notice of a meeting that was called off."""
    if not any(fold(line.text).rstrip(".") in danish().cancelled for line in seen.lines):
        return False
    told = facts(seen, source.file, said_date=said.date)
    return told.cancelled and told.committee is not None and told.date is not None
