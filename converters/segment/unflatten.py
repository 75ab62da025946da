"""Pages that a web service flattened to one long line each, cut at their labels again."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from converters.lexicon import alternatives, danish
from converters.segment.run_into import entries_run_into

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line, Origin

FLAT = 240  # characters of a line that holds a whole page
LEAST_LABELS = 2
YEAR = 4  # digits; a number that long in a title is no page
PAGE_LEAD = re.compile(r"^(?P<page>\d{1,3}) (?=\S)")
ITEM = (
    r"(?:(?:Punkt|Pkt\.|Sag nr\.|Nr\.) ?\d{1,4}[a-z]?\b|(?<!\d\. )\d{1,3}\. (?=[A-ZÆØÅ\"”]|\d\. )"
    r"|\d{1,3} (?=\((?:Åben|Lukket)\))|(?<=\. )(?<!nr\. )\d{1,4} (?=[A-ZÆØÅ][a-zæøå]))"
)
PAGE_COUNTER = r"Side \d{1,3}(?: af \d{1,3})?(?=\s[^.]|$)"
# "Punkter på åben dagsorden: 266. Budget": a heading and the first entry on one line.
HEAD_AND_ENTRY = re.compile(r"^(?P<head>[A-ZÆØÅ][^:.\d]{5,50}:)\s+(?P<entry>\d{1,4}\.\s.*)$")
# A contents table whose cells came out in one row: "Pkt. Tekst Side 1 Budget 4 2 Salg af grund 9".
TABLE_HEAD = re.compile(r"\b(?:Pkt\.? Tekst Side(?= \d)|Indholdsfortegnelse(?= \d{1,4} [A-ZÆØÅ]))")


def unflatten(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Cut flattened pages into lines; other lines are left as they are."""
    flat = any(len(line.text) > FLAT for line in lines) and _is_flat(lines)
    rows = _split_tables(_split_heads(_split_leads(lines) if flat else lines))
    return tuple(piece for line in rows for piece in _cut(line)) if flat else tuple(rows)


def _split_leads(lines: Sequence[Line]) -> list[Line]:
    """Take off the page's number that a service puts before each page, where the pages count from 1."""
    leads = [PAGE_LEAD.match(line.text) for line in lines]
    if [int(match["page"]) for match in leads if match] != list(range(1, len(lines) + 1)):
        return list(lines)
    found: list[Line] = []
    for line, match in zip(lines, leads, strict=True):
        end = match.end() if match else 0
        found.append(replace(line, text=line.text[:end].strip(), starts_page=True, gap=1, whole=True))
        found.append(replace(line, text=line.text[end:], starts_page=False, gap=1, whole=True))
    return found


@cache
def _run_into_entry() -> re.Pattern[str]:
    """What matches "Indholdsfortegnelse1. Fraværende"."""
    return re.compile(
        rf"^(?P<head>{alternatives(danish().contents)})(?P<entry>\d{{1,4}}\.\s.*)$", re.IGNORECASE
    )


def _head_and_first(line: Line) -> tuple[str, str] | None:
    """Give the heading of a contents list and its first entry, which ran into it."""
    if line.text[:1].isalpha() and any(map(str.isdigit, line.text[:40])):
        match = _run_into_entry().match(line.text)
        return None if match is None else (match["head"], match["entry"])
    return None


def run_together(lines: Sequence[Line]) -> dict[Origin, str]:
    """Give words that only the source has: the end of such a heading with the number behind it."""
    found = {line.origin: parts for line in lines if (parts := _head_and_first(line)) is not None}
    return {
        origin: head.rsplit(" ", 1)[-1] + entry.split(" ", 1)[0]
        for origin, (head, entry) in (entries_run_into(lines) | found).items()
    }


def _split_heads(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    glued = entries_run_into(lines)
    for line in lines:
        match = (
            HEAD_AND_ENTRY.match(line.text) if line.text[:1].isalpha() and ": " in line.text[:56] else None
        )
        parts = (match["head"], match["entry"]) if match else _head_and_first(line) or glued.get(line.origin)
        if parts is None:
            found.append(line)
        else:
            apart = int(line.origin in glued)  # what the entry opens is not the head's
            head, entry = parts
            found += [
                replace(line, text=head),
                replace(line, text=entry, starts_page=False, gap=apart),
            ]
    return found


def _split_tables(lines: Sequence[Line]) -> list[Line]:
    """Give a contents table in one row its rows again, each with its page behind leader dots."""
    found: list[Line] = []
    for line in lines:
        match = (
            TABLE_HEAD.search(line.text)
            if "Tekst Side" in line.text or "Indholdsfortegnelse " in line.text
            else None
        )
        if match is None:
            found.append(line)
            continue
        found.append(replace(line, text=line.text[: match.end()]))
        rows = contents_rows(line.text[match.end() :])
        found += [
            replace(line, text=f"{number} {title} ..... {page}".strip(), starts_page=False, gap=0, whole=True)
            for number, title, page in rows
        ]
    return found


def contents_rows(text: str) -> tuple[tuple[str, str, str], ...]:
    """Read "1 Budget 4 2 Salg af en grund i 9 havnen" as rows of number, title and page.

    A title may go on behind its page, where it wrapped, and its number may come after it.
    """
    rows: list[list[str]] = []
    tokens = text.split()
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        last = rows[-1] if rows else ["", "", ""]
        if token.isdigit() and (not rows or last[2]):
            rows.append([token, "", ""])
        elif token.isdigit() and last[1] and not last[0] and following.isdigit():
            last[0] = token
        elif token.isdigit() and last[1] and len(token) < YEAR:
            last[2] = token
        elif rows and last[2] and not (token[0].islower() or token[0] == "("):
            rows.append(["", token, ""])
        elif rows:
            last[1] = f"{last[1]} {token}".strip()
        else:
            rows.append(["", token, ""])
    return tuple((number, title, page) for number, title, page in rows)


def _is_flat(lines: Sequence[Line]) -> bool:
    """Tell whether most of the text stands in lines that hold several labels each."""
    total = sum(len(line.text) for line in lines)
    flat = sum(
        len(line.text)
        for line in lines
        if len(line.text) > FLAT and len(_labels().findall(line.text)) >= LEAST_LABELS
    )
    return flat > total / 3


@cache
def _labels() -> re.Pattern[str]:
    words = danish()
    colon = {word.capitalize() for table in (words.sections, words.front, words.fields) for word in table}
    colon |= {word.capitalize() for word in words.flat_labels}
    colon |= {word.replace("Resume", "Resumé").replace("resume", "resumé") for word in colon}
    bare = alternatives(words.flat_sections)
    head = r"Beslutning (?:i )?[A-ZÆØÅ][\wæøå-]*(?: [\wæøå-]+){0,6}? den(?: :| \d[\d.-]+:?)?"
    return re.compile(
        rf"(?<=\s)(?:(?P<head>{head})(?=\s|$)|(?:{alternatives(frozenset(colon))})\s?:|(?P<bare>{bare})(?=\s(?:[A-ZÆØÅ\d–-]|$))"
        rf"|(?:{alternatives(words.flat_openers)})(?= )|{ITEM}|{PAGE_COUNTER})"
    )


def _cut(line: Line) -> list[Line]:
    text = line.text
    starts = {0}
    for match in _labels().finditer(text):
        starts.add(match.start())
        if match["bare"] or match["head"]:
            starts.add(match.end())
    ordered = sorted(starts)
    pieces = [text[a:b].strip() for a, b in zip(ordered, [*ordered[1:], len(text)], strict=True)]
    return [
        replace(line, text=piece, starts_page=line.starts_page and place == 0, gap=1, whole=True)
        for place, piece in enumerate(pieces)
        if piece
    ]
