"""Signs of a text markup that a web page was turned into: "## 48. Title", "**Dato:**", "[text](#link)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converters.blocks import Line
from converters.segment.closed import is_closed_value

HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
RULE = re.compile(r"^(?:[*_-]\s*){3,}$")
# "Mødested: | Rådhuset |", "---|---|", "Rådhuset |": rows of a table of labels, as a web page's text has them
LABELLED = re.compile(r"^(?:\|\s*)?(?P<label>[^|:\s][^|:]{1,39}:)\s*\|\s*(?P<value>[^|]*?)\s*\|?$")
BARS = re.compile(r"^[\s|:-]*\|[\s|:-]*$")
BEHIND = re.compile(r"^(?P<value>[^|]+?)\s*\|$")
FEWEST = 2  # headings so marked before a text is believed to be markup


def without_markup(lines: Sequence[Line]) -> tuple[tuple[Line, ...], dict[int, str]]:
    """Take the signs off where the text shows that it has them; also give link targets, by index of line.

    An address on the web stays in the text behind its words; a link inside the page is no text.
    """
    lines = _without_bars(lines)
    if sum(HEADING.match(line.text) is not None for line in lines) < FEWEST:
        return tuple(lines), {}
    kept = [line for line in lines if not RULE.match(line.text)]
    targets = {
        index: " ".join(target for _, target in LINK.findall(line.text) if not target.startswith("http"))
        for index, line in enumerate(kept)
        if "](" in line.text
    }
    plain = tuple(replace(line, text=_plain(line.text)) for line in kept)
    return plain, {index: target for index, target in targets.items() if target}


def _without_bars(lines: Sequence[Line]) -> Sequence[Line]:
    """Take the bars off the rows of a table of labels, where the text has several or one says "Lukket"."""
    barred = (line.text for line in lines if "|" in line.text)
    rows = [row for text in barred if (row := LABELLED.match(text)) is not None]
    if len(rows) < FEWEST and not any(is_closed_value(row["value"]) for row in rows):
        return lines
    found: list[Line] = []
    for line in lines:
        row, behind = LABELLED.match(line.text), BEHIND.match(line.text)
        if row is not None:
            found.append(replace(line, text=f"{row['label']} {row['value']}".rstrip()))
        elif behind is not None:
            found.append(replace(line, text=behind["value"]))
        elif not BARS.match(line.text):
            found.append(line)
    return found


def _plain(text: str) -> str:
    text = STRONG.sub(r"\2", HEADING.sub("", text))
    return LINK.sub(lambda link: f"{link[1]} {link[2]}" if link[2].startswith("http") else link[1], text)
