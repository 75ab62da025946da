"""Pages that a web service flattened to one long line each, cut at their labels again."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from converters.lexicon import alternatives, danish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

FLAT = 240  # characters of a line that holds a whole page
LEAST_LABELS = 2
PAGE_LEAD = re.compile(r"^(?P<page>\d{1,3}) (?=\S)")
ITEM = r"(?:(?:Punkt|Pkt\.|Sag nr\.|Nr\.) ?\d{1,4}[a-z]?\b|(?<![\d.,] )(?<!\w)\d{1,3}\. (?=[A-ZÆØÅ\d\"”])|\d{1,3} (?=\((?:Åben|Lukket)))"
PAGE_COUNTER = r"Side \d{1,3}(?: af \d{1,3})?(?=\s|$)"


def unflatten(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Cut flattened pages into lines; other lines are left as they are."""
    if not any(len(line.text) > FLAT for line in lines):
        return tuple(lines)
    if not _is_flat(lines):
        return tuple(lines)
    cut: list[Line] = []
    for line in lines:
        cut.extend(_cut(line))
    return tuple(cut)


def _is_flat(lines: Sequence[Line]) -> bool:
    """Tell whether most of the text stands in lines that hold several labels each."""
    total = sum(len(line.text) for line in lines)
    flat = sum(len(line.text) for line in lines if len(line.text) > FLAT and len(_labels().findall(line.text)) >= LEAST_LABELS)
    return flat > total / 3


@cache
def _labels() -> re.Pattern[str]:
    words = danish()
    with_colon = {w.capitalize() for w in (*words.sections, *words.front, *words.fields)} | {w.capitalize() for w in words.contents}
    attendance = ("Mødedeltagere", "Deltagere", "Medlemmer", "Fraværende", "Afbud fra", "Afbud", "Tilstede", "Til stede", "Mødedato", "Mødested", "Indkaldelse")
    bare = ("Beslutning", "Indstilling", "Sagsfremstilling", "Sagsbeskrivelse", "Resume", "Resumé", "Indledning", "Bilag", "Økonomi", "Økonomi og finansiering",
            "Indholdsfortegnelse", "Sagsoversigt", "Åben sag", "Lukket sag", "Punkttype", "Tema", "Administrationens forslag", "Afledte konsekvenser",
            "Dialog/høring", "Mødetidspunkt", "Mødeafholdelse")
    colon = alternatives(frozenset(with_colon) | frozenset(attendance))
    return re.compile(rf"(?<=\s)(?:(?:{colon})\s?:|(?:{alternatives(bare)})(?=\s(?:[A-ZÆØÅ\d–-]|$))|(?:Tilstede|Fraværende|Afbud)(?= [A-ZÆØÅ])|{ITEM}|{PAGE_COUNTER})")


def _cut(line: Line) -> list[Line]:
    text = line.text
    starts = sorted({0, *(match.start() for match in _labels().finditer(text))})
    pieces = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [
        replace(line, text=piece, starts_page=line.starts_page and place == 0, gap=line.gap if place == 0 else 0, whole=True)
        for place, piece in enumerate(pieces)
        if piece
    ]
