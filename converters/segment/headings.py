"""Headings inside a section: short lines that stand over a text of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converters.blocks import Line, ListKind
from converters.lexicon import danish
from converters.segment.pieces import Block

LONGEST_HEADING = 100  # characters
LONGEST_SET, SHORT_SENTENCE = (
    160,
    4,
)  # characters of a heading that is set as one; words of one with a full stop
HEADING_WORDS = 14
HEADING_LINES = 2
SHORTEST_BODY = 30  # characters of a paragraph that a heading can stand over
WIDE = re.compile(r"\S\s{3,}\S")  # how a text layer prints the columns of a table
NEXT_SENTENCE = re.compile(r"[a-zæøå]{3}\. [A-ZÆØÅ]")
LEADING_LAST = frozenset({"er", "at"})
PAIR = re.compile(r"^[^:]{2,40}: \S")  # "Byggestart: marts 2013"
URL_ONLY = re.compile(r"^https?://\S+$")


def find_headings(blocks: Sequence[Block], lines: Sequence[Line]) -> None:
    """Mark the blocks that are headings; ``lines`` are those of the document the blocks count in."""
    for place in range(len(blocks) - 1, -1, -1):
        # A link dumped between a heading and its text is nobody's text.
        following = next(
            (block for block in blocks[place + 1 : place + 3] if not URL_ONLY.match(block.text)), None
        )
        if following is not None and _is_heading(
            blocks[place], following, blocks[place - 1] if place else None, lines
        ):
            blocks[place].heading = True
    _number_headings(blocks)
    known = {block.text.rstrip(":") for block in blocks if block.heading}
    for block in blocks:
        if block.text.endswith(":") and block.text.rstrip(":") in known and block.marked.kind is None:
            block.heading = True


def _is_heading(block: Block, following: Block, before: Block | None, lines: Sequence[Line]) -> bool:
    text = block.text
    if (
        block.table
        or block.heading
        or block.marked.kind is not None
        or not _could_be_heading(block)
        or _is_one_of_pairs(text, before, following)
    ):
        return False
    leads = (
        before is not None
        and before.table is None
        and before.text.endswith((":", ","))
        and not before.heading
    )
    if leads and following.marked.kind is None and not following.heading:
        return False
    if following.heading:
        return not text.endswith(":")
    if following.table is not None or following.marked.kind is not None:
        return not text.endswith(":") and (following.marked.kind is not None or before is not None)
    if URL_ONLY.match(following.text) or len(following.text) < SHORTEST_BODY:
        return False
    return not text.endswith(":") or (lines[following.lines[0]].gap == 0 and lines[block.lines[0]].gap > 0)


def _leads_on(text: str) -> bool:
    """Tell whether a line breaks off before what follows it: "De vigtigste ændringer er"."""
    return text.rsplit(" ", 1)[-1].casefold() in danish().open_ends | LEADING_LAST


def _is_one_of_pairs(text: str, *beside: Block | None) -> bool:
    """Tell whether a line is a pair of word and value among others: "Byggestart: marts 2013"."""
    return PAIR.match(text) is not None and any(
        one is not None and not one.heading and PAIR.match(one.text) for one in beside
    )


def is_heading_text(text: str) -> bool:
    """Tell whether the words of a line set as a heading can be one: not a whole sentence, nor a long text."""
    return len(text) <= LONGEST_SET and not (
        text.endswith((".", ",", ";")) and len(text.split()) > SHORT_SENTENCE
    )


def _could_be_heading(block: Block, *, numbered: bool = False) -> bool:
    text = block.text
    if (
        not text
        or len(text) > LONGEST_HEADING
        or len(block.lines) > HEADING_LINES
        or len(text.split()) > HEADING_WORDS
    ):
        return False
    if text.endswith((".", ",", ";", "?", "!", "-", "…", ")")) and not text.endswith("mv."):
        return False
    if numbered:
        return text[0].isupper()  # its number vouches for it, be it a sentence
    if (
        _leads_on(text)
        or _is_sentence(text)
        or re.search(r": \d", text)
        or WIDE.search(text)
        or NEXT_SENTENCE.search(text)
    ):
        return False
    return (
        (text[0].isupper() or text[0].isdigit() or text[0] in '”"“')
        and not URL_ONLY.match(text)
        and "@" not in text
    )


def _number_headings(blocks: Sequence[Block]) -> None:
    """Make numbered entries headings where each stands over a text of its own."""
    numbered = [
        place
        for place, block in enumerate(blocks)
        if block.marked.kind is ListKind.NUMBER and not block.heading and not block.marked.after
    ]
    run: list[int] = []
    for place in numbered:
        if place and blocks[place - 1].marked.kind is ListKind.NUMBER and not blocks[place - 1].heading:
            continue  # in a list, where only the last entry has text under it
        stands_over = (
            place + 1 < len(blocks) and blocks[place + 1].marked.kind is None and not blocks[place + 1].table
        )
        if (
            stands_over
            and _could_be_heading(blocks[place], numbered=True)
            and not blocks[place].text.endswith(":")
            and len(blocks[place + 1].text) >= SHORTEST_BODY
        ):
            run.append(place)
    markers = [blocks[place].marked.marker for place in run]
    if len(run) >= 2 and markers == [str(number) for number in range(1, len(run) + 1)]:
        for place in run:
            blocks[place].heading = True
            blocks[place].text = f"{blocks[place].marked.marker}. {blocks[place].text}"


def _is_sentence(text: str) -> bool:
    """Tell whether a short line without a full stop is a sentence all the same, by its verb."""
    words = [word.strip(",:") for word in text.casefold().split()]
    return bool(danish().verbs & set(words)) and words[0] not in danish().questions
