"""Ranks of headings in a Word text: by outline level first, then by looks that no running text has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from converters.readers.docx_styles import Look
from converters.readers.markup_levels import reads_as_title

LONGEST = 250  # characters of a heading that has no style to say it is one
LARGER = 1.1  # times the size of running text from which a size alone tells a heading
MOST_BOLD = 0.5  # share of the letters above which bold is how running text is set
MOST_SLANTED = 0.5  # share of the letters above which slanted is how running text is set
UNFINISHED = (".", ",", ";")  # a heading is no sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What of a paragraph tells its rank; ``aside`` is true in lists, cells, notes and contents."""

    text: str
    outline: int | None = None  # 0 for a title, 1 and on for headings
    look: Look | None = None  # None where a paragraph has several, or is but a link
    size: int = 0
    aside: bool = False


Key = tuple[int, ...]


def ranks(stands: Sequence[Stand]) -> tuple[int | None, ...]:
    """Give each paragraph its rank as a heading, 1 the highest, None for running text."""
    keys = _keys(stands)
    order = {key: rank for rank, key in enumerate(sorted({key for key in keys if key}), start=1)}
    return tuple(order.get(key) for key in keys)


def _keys(stands: Sequence[Stand]) -> list[Key]:
    """Give what ranks are sorted by; empty for running text."""
    body = _body_size(stands)
    bold_is_plain = _bold_is_plain(stands)
    keys: list[Key] = []
    for stand in stands:
        if stand.outline is not None:
            keys.append((0, stand.outline))
        else:
            keys.append(_look_key(stand, body, bold_is_plain=bold_is_plain))
    for index in _slanted_titles(stands, keys):
        keys[index] = _key(stands[index])
    last = max((index for index, stand in enumerate(stands) if stand.text and not keys[index]), default=-1)
    # A look leads when running text follows one of its paragraphs, with nothing but headings in between.
    leading = set(keys[: last + 1])
    return [key if key in leading or key[:1] == (0,) else () for key in keys]


def _body_size(stands: Sequence[Stand]) -> int:
    sizes: Counter[int] = Counter()
    for stand in stands:
        sizes[stand.size] += len(stand.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0)


def _bold_is_plain(stands: Sequence[Stand]) -> bool:
    bold = sum(len(stand.text) for stand in stands if stand.look is not None and stand.look.bold)
    return bold > MOST_BOLD * sum(len(stand.text) for stand in stands)


def _look_key(stand: Stand, body: int, *, bold_is_plain: bool) -> Key:
    look, text = stand.look, stand.text
    if look is None or stand.aside or len(text) > LONGEST:
        return ()
    if text.endswith(UNFINISHED) and not text[:-1].endswith(tuple("0123456789")):
        return ()
    bold = look.bold and not bold_is_plain
    if not (bold or look.underlined or look.size >= LARGER * body):
        return ()
    return _key(stand, bold=bold)


def _key(stand: Stand, *, bold: bool = False) -> Key:
    look = stand.look
    if look is None:
        return ()
    return (1, -look.size, not bold, not look.caps, not look.underlined, look.italic)


def _slanted_titles(stands: Sequence[Stand], keys: Sequence[Key]) -> list[int]:
    """Find the short lines that are only slanted, each alone between paragraphs that are not."""
    spoken = [index for index, stand in enumerate(stands) if stand.text]
    slanted = sum(len(stand.text) for stand in stands if _is_slanted(stand))
    if slanted > MOST_SLANTED * sum(len(stand.text) for stand in stands):
        return []
    return [
        index
        for before, index, behind in zip([None, *spoken], spoken, spoken[1:], strict=False)
        if _is_slanted(stands[index])
        and not (keys[index] or keys[behind] or stands[index].aside)
        and not (_is_slanted(stands[behind]) or (before is not None and _is_slanted(stands[before])))
        and reads_as_title(stands[index].text)
    ]


def _is_slanted(stand: Stand) -> bool:
    return stand.look is not None and stand.look.italic
