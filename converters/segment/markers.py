"""Markers of list entries: before their text, after it, or alone on a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from converters.blocks import ListKind
from converters.segment.numbering import AMOUNT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from converters.blocks import Line

GLYPHS = "•◦▪●■○∙·➢►\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\uf076"
BULLET = re.compile(rf"^(?P<glyph>[{GLYPHS}])\s*(?P<text>.*)$")
DASH = re.compile(r"^(?P<glyph>[-–*])\s+(?P<text>\S.*)$")
CIRCLE = re.compile(r"^(?P<glyph>o)\s+(?P<text>(?:[A-ZÆØÅ0-9\"”“(]|[a-zæøå]{2}).*)$")
NUMBER = re.compile(r"^(?P<marker>\d{1,3})(?:\.(?:\s+|(?=[A-ZÆØÅ]))|\)\s+)(?P<text>\S.*)$")
LETTER = re.compile(r"^(?P<marker>[a-zæøåA-H])(?:\.\s+|\)\s*)(?P<text>\S.*)$")
BULLET_AFTER = re.compile(rf"^(?P<text>.*\S)\s?[{GLYPHS}]$")
# "Tage orienteringen til efterretning.1." - the number was painted after its text
NUMBER_AFTER = re.compile(r"^(?P<text>.{2,}[^\W\d_]|.{2,}[.:;!?)”\"])(?P<marker>\d{1,2})\.$")
# "Mødet sluttede kl. 17.10." and "jf. afsnit 3.4." only look so.
HOUR_AT_END = re.compile(r"(?<!\d)\d{1,2}[.:]\d\d\.$")
FEW_DIGITS_LAST = re.compile(r"(?<!\d)\d{1,3}[.:]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A line's text without its marker; ``after`` tells that the marker came after the text."""

    text: str
    kind: ListKind | None = None
    marker: str | None = None
    glyph: str = ""
    after: bool = False

    @property
    def alone(self) -> bool:
        """Whether the line is a marker and nothing else."""
        return self.kind is not None and not self.text


def read_marker(text: str, *, after: bool) -> Marked:
    """Split a line into marker and text; ``after`` tells where this document puts its markers."""
    if text[0] in GLYPHS and (match := BULLET.match(text)):
        return Marked(
            text=match["text"].strip(),
            kind=ListKind.BULLET,
            glyph=match["glyph"],
            after=after and not match["text"],
        )
    if match := DASH.match(text) or CIRCLE.match(text):
        return Marked(text=match["text"], kind=ListKind.BULLET, glyph=match["glyph"])
    if text[0].isdigit() and (match := NUMBER.match(text)) and not AMOUNT.match(text):
        return Marked(text=match["text"], kind=ListKind.NUMBER, marker=match["marker"], glyph="1")
    if match := LETTER.match(text):
        letter = match["marker"]
        glyph = "a" if letter.islower() else "A"
        return Marked(text=match["text"], kind=ListKind.LETTER, marker=letter, glyph=glyph)
    return (_marker_after(text) if after else None) or Marked(text=text)


def _marker_after(text: str) -> Marked | None:
    if text[-1] in GLYPHS and (match := BULLET_AFTER.match(text)):
        return Marked(text=match["text"], kind=ListKind.BULLET, glyph=text[-1], after=True)
    if text[-1] == "." and (match := NUMBER_AFTER.match(text)) and not HOUR_AT_END.search(text):
        return Marked(text=match["text"], kind=ListKind.NUMBER, marker=match["marker"], glyph="1", after=True)
    return None


def markers_follow(lines: Sequence[Line]) -> bool:
    """Tell whether the document prints its markers after their text, as some content streams do."""
    after = before = 0
    for index, line in enumerate(lines):
        if line.text[0] in GLYPHS:
            if len(line.text) > 1:
                before += 1
            else:
                leads = index > 0 and lines[index - 1].text.endswith(":")
                before, after = (before + 1, after) if leads else (before, after + 1)
        elif line.text[-1] in GLYPHS:
            after += 2
        elif line.text[-1] == "." and line.text[-2:-1].isdigit() and _glued(line.text):
            after += 1
    return after > before


def _glued(text: str) -> bool:
    match = NUMBER_AFTER.match(text)
    return match is not None and match["text"][-1] in ".:;!?)" and not FEW_DIGITS_LAST.search(match["text"])
